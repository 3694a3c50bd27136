#include "cli/verify_command.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>

#include "audit/verification_writer.hpp"
#include "checklist/notice_rules.hpp"
#include "cli/list_forms.hpp"
#include "cli/output_file.hpp"
#include "cli/read_drafts.hpp"
#include "cli/stop_on_signal.hpp"
#include "cli/terminal_view.hpp"
#include "cli/verified_list.hpp"
#include "present/printable.hpp"
#include "present/verification_page.hpp"
#include "present/verification_text.hpp"
#include "present/verification_workbook.hpp"

namespace fazhi {
namespace {

enum class Form { text, xml, workbook, page, unknown };

Form form_of(const std::string& output) {
  if (output.empty()) return Form::text;
  if (output.ends_with(".xml")) return Form::xml;
  if (output.ends_with(".xlsx")) return Form::workbook;
  return output.ends_with(".html") || output.ends_with(".htm") ? Form::page : Form::unknown;
}

/// Whether both are one file, whatever they are called.
bool is_same_file(const std::string& one, const std::string& other) {
  std::error_code ignored;
  return one == other || std::filesystem::equivalent(one, other, ignored);
}

std::optional<Message> wrong_call(const VerifyOptions& options) {
  if (form_of(options.output) == Form::unknown) return Message{MessageId::verify_output, {options.output}};
  if (options.update_list.empty()) return std::nullopt;
  if (options.list.empty()) return Message{MessageId::verify_update_without_list, {}};
  if (list_form_of(options.update_list) == nullptr) {
    return Message{MessageId::rectify_other_suffix, {options.update_list, list_suffixes()}};
  }
  if (is_same_file(options.list, options.update_list)) return Message{MessageId::verify_list_overwritten, {options.list}};
  return std::nullopt;
}

/// What is written must not be what was read, nor be written twice.
std::optional<Message> overwritten(const VerifyOptions& options) {
  if (options.output.empty()) return std::nullopt;
  for (const std::string& read : {options.list, options.update_list}) {
    if (!read.empty() && is_same_file(read, options.output)) return Message{MessageId::verify_list_overwritten, {options.output}};
  }
  return std::nullopt;
}

class VerifyRun {
 public:
  VerifyRun(const VerifyOptions& options, Auditors& auditors) : options_(options), auditors_(auditors) {}

  ExitCode run() {
    const LoadedRules<RectificationRules> rules = load_rectification_rules("");
    if (!rules.rules) return ExitCode::wrong_call;
    DraftReader reader(auditors_, options_.ocr, [this](const Message& message) { complain(message); });
    const std::vector<Draft> before = reader.read({options_.before});
    if (StopOnSignal::asked()) return ExitCode::interrupted;
    if (before.empty()) return nothing(options_.before);
    if (!read_list(before, *rules.rules)) return ExitCode::unreadable;
    const std::vector<Draft> after = reader.read(options_.after);
    if (StopOnSignal::asked()) return ExitCode::interrupted;
    if (after.empty()) return nothing(options_.after.front());
    const Verification verification = verify(before, after, verify_rules());
    if (verification.units.empty()) return nothing_listed(verification);
    if (const auto error = write_all(verification, after, *rules.rules)) {
      complain(*error);
      return ExitCode::wrong_call;
    }
    if (reader.has_failed()) return ExitCode::unreadable;
    return verification.is_settled() ? ExitCode::passed : ExitCode::failed;
  }

 private:
  void complain(const Message& message) const {
    std::cerr << printable(render(message, options_.language)) << '\n';
  }

  ExitCode nothing(const std::string& path) const {
    complain({MessageId::verify_nothing, {path}});
    return ExitCode::unreadable;
  }

  ExitCode nothing_listed(const Verification& verification) const {
    for (const Message& each : verification.notes) complain(each);
    return nothing(options_.before);
  }

  /// False where a list is named and can't be read: nothing is written then.
  bool read_list(const std::vector<Draft>& before, const RectificationRules& rules) {
    if (options_.list.empty()) return true;
    Result<RectificationList> list = read_list_to_verify(options_.list, before, rules, options_.language);
    if (!list) {
      complain(list.error());
      complain({MessageId::rectify_nothing_written, {}});
      return false;
    }
    list_ = std::move(*list);
    for (const Message& note : list_->notes) complain(note);
    return true;
  }

  [[nodiscard]] std::string day() const { return options_.choice.as_of.empty() ? today() : options_.choice.as_of; }

  [[nodiscard]] VerifyRules verify_rules() const {
    VerifyRules rules;
    rules.made_on = day();
    rules.language = options_.language;
    rules.list = list_ ? &*list_ : nullptr;
    rules.find_checklist = [this](std::string_view id) -> const Checklist* {
      const Auditor* auditor = auditors_.find_by_id(id);
      return auditor == nullptr ? nullptr : &auditor->compiled().checklist();
    };
    return rules;
  }

  std::optional<Message> write_all(const Verification& verification, const std::vector<Draft>& after,
                                   const RectificationRules& rules) {
    if (auto error = write(verification)) return error;
    if (options_.update_list.empty()) return std::nullopt;
    list_->notes.clear();
    apply_verification(*list_, verification, describer(verification, after, rules, options_.language));
    const NoticeTexts& texts = builtin_notice_texts();
    if (auto error = list_form_of(options_.update_list)->write(*list_, options_.update_list, {options_.language, day(), texts})) return error;
    tell_updated();
    return std::nullopt;
  }

  void tell_updated() const {
    const auto count = [this](ItemState state) {
      return std::to_string(std::count_if(list_->items.begin(), list_->items.end(),
                                          [&](const RectificationItem& item) { return item.progress.state == state; }));
    };
    const Message told{MessageId::verify_list_updated, {options_.update_list, std::to_string(list_->items.size()),
                                                        count(ItemState::to_review), count(ItemState::relapsed)}};
    std::cout << printable(render(told, options_.language)) << '\n';
  }

  std::optional<Message> write(const Verification& verification) const {
    switch (form_of(options_.output)) {
      case Form::text:
        return put(verification_text(verification, terminal_view(options_.color, options_.output, options_.language)));
      case Form::xml:
        return put(verification_xml_of(verification, FAZHI_VERSION, options_.language));
      case Form::workbook:
        return write_verification_workbook(verification, options_.output, options_.language);
      case Form::page:
        return put(verification_page(verification, options_.language));
      case Form::unknown:
        return Message{MessageId::verify_output, {options_.output}};
    }
    return std::nullopt;
  }

  std::optional<Message> put(const std::string& bytes) const {
    Output output;
    if (auto error = Output::open(options_.output, output)) return error;
    if (auto error = output.write(bytes)) return error;
    return output.commit();
  }

  const VerifyOptions& options_;
  Auditors& auditors_;
  std::optional<RectificationList> list_;
};

}  // namespace

ExitCode run_verify(const VerifyOptions& options) {
  std::optional<Message> refusal = wrong_call(options);
  if (!refusal) refusal = overwritten(options);
  if (refusal) {
    std::cerr << printable(render(*refusal, options.language)) << '\n';
    return ExitCode::wrong_call;
  }
  const StopOnSignal signals(OnSignal::tidy_up);
  Auditors auditors(options.choice, options.language);
  if (!auditors.open()) return ExitCode::wrong_call;
  return VerifyRun(options, auditors).run();
}

}  // namespace fazhi
