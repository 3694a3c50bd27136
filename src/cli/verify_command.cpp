#include "cli/verify_command.hpp"

#include <iostream>

#include "audit/verification_writer.hpp"
#include "cli/output_file.hpp"
#include "cli/read_drafts.hpp"
#include "cli/stop_on_signal.hpp"
#include "cli/terminal_view.hpp"
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

class VerifyRun {
 public:
  VerifyRun(const VerifyOptions& options, Auditors& auditors) : options_(options), auditors_(auditors) {}

  ExitCode run() {
    DraftReader reader(auditors_, options_.ocr, [this](const Message& message) { complain(message); });
    const std::vector<Draft> before = reader.read({options_.before});
    const std::vector<Draft> after = reader.read(options_.after);
    if (StopOnSignal::asked()) return ExitCode::interrupted;
    if (before.empty()) return nothing(options_.before);
    if (after.empty()) return nothing(options_.after.front());
    VerifyRules rules;
    rules.made_on = options_.choice.as_of.empty() ? today() : options_.choice.as_of;
    rules.language = options_.language;
    rules.find_checklist = [this](std::string_view id) -> const Checklist* {
      const Auditor* auditor = auditors_.find_by_id(id);
      return auditor == nullptr ? nullptr : &auditor->compiled().checklist();
    };
    const Verification verification = verify(before, after, rules);
    if (const std::optional<Message> error = write(verification)) {
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
};

}  // namespace

ExitCode run_verify(const VerifyOptions& options) {
  if (form_of(options.output) == Form::unknown) {
    const Message refusal{MessageId::verify_output, {options.output}};
    std::cerr << printable(render(refusal, options.language)) << '\n';
    return ExitCode::wrong_call;
  }
  const StopOnSignal signals(OnSignal::tidy_up);
  Auditors auditors(options.choice, options.language);
  if (!auditors.open()) return ExitCode::wrong_call;
  return VerifyRun(options, auditors).run();
}

}  // namespace fazhi
