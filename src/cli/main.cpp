#include <CLI/CLI.hpp>

#include <clocale>
#include <csignal>
#include <exception>
#include <iostream>

#include "base/iso_date.hpp"
#include "cli/batch_command.hpp"
#include "cli/check_command.hpp"
#include "cli/checklist_command.hpp"
#include "cli/checklist_new.hpp"
#include "cli/doctor_command.hpp"
#include "cli/explain_command.hpp"
#include "cli/list_forms.hpp"
#include "cli/mutate_command.hpp"
#include "cli/rectify_command.hpp"
#include "cli/verify_command.hpp"
#include "present/printable.hpp"

namespace {

using fazhi::ExitCode;
using fazhi::Language;
using fazhi::MessageId;
using fazhi::OutputFormat;

/// The language asked for, found before parsing so that help comes in it too.
Language language_of(int argc, char** argv) {
  for (int index = 1; index < argc; ++index) {
    const std::string argument = argv[index];
    if (argument == "--lang=en") return Language::en;
    if (argument == "--lang" && index + 1 < argc && std::string(argv[index + 1]) == "en") return Language::en;
  }
  return Language::zh;
}

class Program {
 public:
  Program(int argc, char** argv)
      : argc_(argc), argv_(argv), language_(language_of(argc, argv)), app_(say(MessageId::help_program), "fazhi") {
    app_.set_version_flag("--version", std::string("fazhi ") + FAZHI_VERSION, say(MessageId::help_version));
    app_.set_help_flag("-h,--help", say(MessageId::help_help));
    app_.add_option("--lang", lang_, say(MessageId::help_lang))->check(CLI::IsMember({"zh", "en"}));
    app_.require_subcommand(1);
    app_.fallthrough();
    add_check();
    add_batch();
    add_rectify();
    add_verify();
    add_explain();
    add_checklist();
    doctor_ = app_.add_subcommand("doctor", say(MessageId::help_doctor));
  }

  int run() {
    try {
      app_.parse(argc_, argv_);
    } catch (const CLI::ParseError& error) {
      const bool help = error.get_exit_code() == 0;
      if (help) return app_.exit(error);
      std::cerr << fazhi::printable(say(MessageId::wrong_call, error.what())) << '\n';
      return static_cast<int>(ExitCode::wrong_call);
    }
    const ExitCode code = chosen();
    std::cout.flush();
    if (std::cout) return static_cast<int>(code);
    std::cerr << say(MessageId::output_failed, "-", "stdout") << '\n';
    return static_cast<int>(ExitCode::wrong_call);
  }

 private:
  template <class... Arguments>
  std::string say(MessageId id, Arguments... arguments) const {
    return fazhi::render({id, {std::string(arguments)...}}, language_);
  }

  void add_day(CLI::App& command, const char* name, std::string& day, MessageId help) {
    command.add_option(name, day, say(help))->check([this](const std::string& value) {
      return fazhi::is_iso_date(value) ? std::string() : say(MessageId::bad_day, value);
    });
  }

  void add_choice(CLI::App& command, fazhi::ChecklistChoice& choice, MessageId help_as_of = MessageId::help_as_of) {
    CLI::Option* checklist =
        command.add_option("-c,--checklist", choice.checklist, say(MessageId::help_checklist_choice));
    command
        .add_option_function<std::string>(
            "--level", [&choice](const std::string& level) { choice.level = fazhi::level_from(level); },
            say(MessageId::help_level))
        ->check(CLI::IsMember({"province", "prefecture", "county", "township", "subdistrict", "department"}))
        ->excludes(checklist);
    add_day(command, "--as-of", choice.as_of, help_as_of);
  }

  void add_check() {
    check_ = app_.add_subcommand("check", say(MessageId::help_check));
    add_choice(*check_, options_.choice);
    check_->add_option("-f,--format", format_, say(MessageId::help_format))
        ->check(CLI::IsMember({"text", "xml", "jsonl", "html"}));
    check_->add_option("-o,--output", options_.output, say(MessageId::help_output));
    CLI::Option* details = check_->add_flag("-d,--details", options_.details, say(MessageId::help_details));
    check_->add_flag("--advise", options_.advise, say(MessageId::help_advise))->excludes(details);
    check_->add_flag("--profile", options_.profile, say(MessageId::help_profile));
    check_->add_flag("--ocr", options_.ocr, say(MessageId::help_ocr));
    check_->add_option("--color", options_.color, say(MessageId::help_color))
        ->check(CLI::IsMember({"auto", "always", "never"}));
    check_->add_option("INPUT", options_.inputs, say(MessageId::help_inputs))->required();
  }

  void add_batch() {
    batch_ = app_.add_subcommand("batch", say(MessageId::help_batch));
    fazhi::BatchOptions& options = batch_options_.batch;
    add_choice(*batch_, batch_options_.choice, MessageId::help_batch_as_of);
    batch_->add_option("-o,--output", options.output, say(MessageId::help_batch_output))->required();
    batch_->add_option("--roster", options.roster, say(MessageId::help_batch_roster));
    batch_->add_option("--previous", options.previous, say(MessageId::help_batch_previous));
    add_day(*batch_, "--deadline", options.deadline, MessageId::help_batch_deadline);
    batch_->add_option("--year", options.year, say(MessageId::help_batch_year))->check(CLI::Range(2000, 2100));
    batch_->add_option("-j,--jobs", batch_options_.batch.jobs, say(MessageId::help_batch_jobs))
        ->check(CLI::Range(std::size_t{1}, fazhi::kMostJobs));
    batch_->add_flag("--ocr", options.ocr, say(MessageId::help_ocr));
    batch_->add_option("INPUT", options.inputs, say(MessageId::help_inputs))->required();
  }

  void add_rectify() {
    rectify_ = app_.add_subcommand("rectify", say(MessageId::help_rectify));
    fazhi::RectifyOptions& options = rectify_options_;
    rectify_->add_option("-o,--output", options.output, say(MessageId::help_rectify_output, fazhi::list_suffixes()));
    rectify_->add_option("--per-unit", options.per_unit, say(MessageId::help_rectify_per_unit));
    rectify_->add_option("--circular", options.circular, say(MessageId::help_rectify_circular));
    rectify_->add_option("--update", options.updates, say(MessageId::help_rectify_update))->take_all()->allow_extra_args(false);
    add_day(*rectify_, "--due", options.due, MessageId::help_rectify_due);
    CLI::Option* days = rectify_->add_option("--days", options.days, say(MessageId::help_rectify_days));
    days->check(CLI::Range(1, fazhi::kMostWorkingDays))->excludes("--due");
    rectify_->add_option("--holidays", options.holidays, say(MessageId::help_rectify_holidays))->needs(days);
    add_day(*rectify_, "--issued", options.issued, MessageId::help_rectify_issued);
    rectify_->add_option("--issuer", options.issuer, say(MessageId::help_rectify_issuer));
    rectify_->add_option("--rules", options.rules, say(MessageId::help_rectify_rules));
    rectify_->add_option("--wording", options.wording, say(MessageId::help_rectify_wording));
    rectify_->add_option("INPUT", options.inputs, say(MessageId::help_rectify_inputs))->required();
  }

  void add_verify() {
    verify_ = app_.add_subcommand("verify", say(MessageId::help_verify));
    add_choice(*verify_, verify_options_.choice);
    verify_->add_option("-o,--output", verify_options_.output, say(MessageId::help_verify_output));
    verify_->add_option("--list", verify_options_.list, say(MessageId::help_verify_list));
    verify_->add_option("--update-list", verify_options_.update_list, say(MessageId::help_verify_update_list, fazhi::list_suffixes()));
    verify_->add_flag("--ocr", verify_options_.ocr, say(MessageId::help_ocr));
    verify_->add_option("--color", verify_options_.color, say(MessageId::help_color))
        ->check(CLI::IsMember({"auto", "always", "never"}));
    verify_->add_option("BEFORE", verify_options_.before, say(MessageId::help_verify_before))->required();
    verify_->add_option("AFTER", verify_options_.after, say(MessageId::help_verify_after))->required();
  }

  void add_explain() {
    explain_ = app_.add_subcommand("explain", say(MessageId::help_explain));
    explain_->add_option("SUBJECT", explain_options_.subject, say(MessageId::help_explain_subject))->required();
    explain_->add_option("-e,--element", explain_options_.element, say(MessageId::help_explain_element));
    explain_->add_flag("--ocr", explain_options_.ocr, say(MessageId::help_ocr));
    add_choice(*explain_, explain_options_.choice);
  }

  void add_checklist() {
    checklist_ = app_.add_subcommand("checklist", say(MessageId::help_checklist));
    checklist_->require_subcommand(1);
    const auto with_file = [&](const char* name, MessageId help) {
      CLI::App* command = checklist_->add_subcommand(name, say(help));
      command->add_option("FILE", file_, say(MessageId::help_checklist_file));
      return command;
    };
    lint_ = with_file("lint", MessageId::help_lint);
    lint_->add_flag("--strict", strict_, say(MessageId::help_strict));
    test_ = with_file("test", MessageId::help_test);
    CLI::Option* mutate = test_->add_flag("--mutate", mutate_, say(MessageId::help_mutate));
    test_->add_option("--least", mutate_options_.least, say(MessageId::help_least))->check(CLI::Range(0.0, 1.0))->needs(mutate);
    test_->add_flag("-d,--details", mutate_options_.details, say(MessageId::help_mutate_details))->needs(mutate);
    show_ = with_file("show", MessageId::help_show);
    coverage_ = with_file("coverage", MessageId::help_coverage);
    add_checklist_new();
    checklist_->add_subcommand("list", say(MessageId::help_list));
  }

  void add_checklist_new() {
    new_ = checklist_->add_subcommand("new", say(MessageId::help_new));
    new_->add_option("ID", new_options_.id, say(MessageId::help_new_id))->required();
    new_->add_option("-o,--output", new_options_.output, say(MessageId::help_new_output));
    new_->add_flag("--part", new_options_.part, say(MessageId::help_new_part));
  }

  ExitCode chosen() {
    if (check_->parsed()) {
      options_.language = language_;
      if (format_ == "xml") options_.format = OutputFormat::xml;
      if (format_ == "jsonl") options_.format = OutputFormat::jsonl;
      if (format_ == "html") options_.format = OutputFormat::html;
      return run_check(options_);
    }
    if (batch_->parsed()) {
      batch_options_.batch.language = language_;
      return fazhi::run_batch_command(batch_options_);
    }
    if (rectify_->parsed()) {
      rectify_options_.language = language_;
      return fazhi::run_rectify(rectify_options_);
    }
    if (verify_->parsed()) {
      verify_options_.language = language_;
      return fazhi::run_verify(verify_options_);
    }
    if (explain_->parsed()) {
      explain_options_.language = language_;
      return fazhi::run_explain(explain_options_);
    }
    if (doctor_->parsed()) return fazhi::run_doctor(language_);
    if (lint_->parsed()) return fazhi::run_checklist_lint(file_, strict_, language_);
    if (new_->parsed()) {
      new_options_.language = language_;
      return fazhi::run_checklist_new(new_options_);
    }
    if (mutate_) {
      mutate_options_.checklist = file_;
      mutate_options_.language = language_;
      return fazhi::run_checklist_mutate(mutate_options_);
    }
    if (test_->parsed()) return fazhi::run_checklist_test(file_, language_);
    if (show_->parsed()) return fazhi::run_checklist_show(file_, language_);
    if (coverage_->parsed()) return fazhi::run_checklist_coverage(file_, language_);
    return fazhi::run_checklist_list(language_);
  }

  int argc_;
  char** argv_;
  Language language_;
  CLI::App app_;
  CLI::App* check_ = nullptr;
  CLI::App* batch_ = nullptr;
  CLI::App* rectify_ = nullptr;
  CLI::App* verify_ = nullptr;
  CLI::App* doctor_ = nullptr;
  CLI::App* explain_ = nullptr;
  CLI::App* checklist_ = nullptr;
  CLI::App* lint_ = nullptr;
  CLI::App* test_ = nullptr;
  CLI::App* show_ = nullptr;
  CLI::App* coverage_ = nullptr;
  CLI::App* new_ = nullptr;
  fazhi::CheckOptions options_;
  fazhi::BatchCommandOptions batch_options_;
  fazhi::RectifyOptions rectify_options_;
  fazhi::VerifyOptions verify_options_;
  fazhi::ExplainOptions explain_options_;
  fazhi::NewElementOptions new_options_;
  bool strict_ = false;
  fazhi::MutateOptions mutate_options_;
  bool mutate_ = false;
  std::string lang_;
  std::string format_;
  std::string file_;
};

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  // A file that may not grow is then an error of writing, and told.
  (void)std::signal(SIGXFSZ, SIG_IGN);
  try {
    return Program(argc, argv).run();
  } catch (const std::exception& error) {
    std::cerr << "fazhi: " << fazhi::printable(error.what()) << '\n';
    return static_cast<int>(ExitCode::unreadable);
  }
}
