#include "cli/check_command.hpp"

#include <iostream>

#include "audit/json_writer.hpp"
#include "audit/xml_writer.hpp"
#include "base/failure.hpp"
#include "batch/input_walk.hpp"
#include "batch/report_text.hpp"
#include "cli/auditors.hpp"
#include "cli/output_file.hpp"
#include "cli/profile_table.hpp"
#include "cli/progress.hpp"
#include "cli/stop_on_signal.hpp"
#include "cli/terminal_view.hpp"
#include "document/read.hpp"
#include "evaluate/advise.hpp"
#include "present/printable.hpp"
#include "present/site_report.hpp"
#include "present/terminal_advice.hpp"
#include "present/terminal_report.hpp"
#include "present/terminal_table.hpp"

namespace fazhi {
namespace {

/// Results are handed to the file when this much has gathered.
constexpr std::size_t kWriteBytes = std::size_t{1} << 20;

std::string_view name_of(OutputFormat format) {
  switch (format) {
    case OutputFormat::text:
      return "text";
    case OutputFormat::xml:
      return "xml";
    case OutputFormat::jsonl:
      return "jsonl";
    case OutputFormat::html:
      return "html";
  }
  return "text";
}

class CheckRun {
 public:
  CheckRun(const CheckOptions& options, Auditors& auditors)
      : options_(options), auditors_(auditors), xml_(buffer_), json_(buffer_), book_(options.language) {
    if (options.profile) scratch_.measure();
  }

  ExitCode run() {
    Output output;
    if (const auto error = Output::open(options_.output, output)) return refuse(*error);
    begin();
    InputWalk walk(options_.inputs);
    Progress progress(options_.language);
    while (const std::optional<Input> input = walk.next()) {
      audit(*input);
      if (StopOnSignal::asked()) return ExitCode::interrupted;
      progress.step(walk.known());
      if (buffer_.size() < kWriteBytes) continue;
      if (const auto error = output.write(buffer_)) return refuse(*error);
      buffer_.clear();
    }
    end();
    if (const auto error = output.write(buffer_)) return refuse(*error);
    if (const auto error = output.commit()) return refuse(*error);
    for (const Message& each : walk.remarks()) complain(each);
    for (const Message& each : auditors_.remarks()) complain(each);
    if (options_.profile) {
      for (const Auditor* each : auditors_.loaded()) std::cerr << profile_table(*each, scratch_, options_.language);
    }
    return exit_code();
  }

 private:
  void complain(const Message& message) const {
    // What was cut short is no fault of the input.
    if (StopOnSignal::asked()) return;
    std::cerr << printable(render(message, options_.language)) << '\n';
  }

  ExitCode refuse(const Message& error) const {
    complain(error);
    return ExitCode::wrong_call;
  }

  void begin() {
    if (options_.format == OutputFormat::xml) xml_.begin(FAZHI_VERSION, options_.language);
    if (options_.format == OutputFormat::jsonl) json_.begin(FAZHI_VERSION, options_.language);
  }

  Audit failed(const std::string& source, const Message& error) const {
    complain(error);
    Audit audit;
    audit.source = source;
    audit.error = error;
    return audit;
  }

  void audit(const Input& input) {
    if (!input.bytes) return take(failed(input.source, input.bytes.error()));
    if (const auto failure = failure_of(input.source, [&] { audit_documents(*input.bytes, input.source); })) {
      scratch_ = Scratch();
      if (options_.profile) scratch_.measure();
      take(failed(input.source, *failure));
    }
  }

  void audit_documents(std::string_view bytes, const std::string& source) {
    for (Result<Document>& document : read_documents(bytes, source, {.ocr = options_.ocr})) {
      ReportText text;
      Audit result = document ? audit(std::move(*document), text) : failed(source, document.error());
      take(std::move(result), text);
    }
  }

  /// `text` is filled where a page is asked for.
  Audit audit(Document document, ReportText& text) {
    const std::string source = document.source;
    const Result<Auditors::Reading> reading = auditors_.read(std::move(document), scratch_);
    if (!reading) return failed(source, reading.error());
    if (options_.format == OutputFormat::html) text = report_text_of(reading->report, reading->auditor->compiled());
    Audit audit = auditors_.judge(*reading);
    if (options_.advise) advice_ = advise(*reading->auditor, reading->report, audit);
    return audit;
  }

  void take(Audit audit, const ReportText& text = {}) {
    unreadable_ = unreadable_ || audit.error.has_value();
    fallen_short_ = fallen_short_ || (!audit.error && audit.score.passed != true);
    switch (options_.format) {
      case OutputFormat::text:
        if (options_.advise) buffer_ += terminal_advice(audit, advice_, view());
        audits_.push_back(std::move(audit));
        break;
      case OutputFormat::xml:
        xml_.add(audit);
        break;
      case OutputFormat::jsonl:
        json_.add(audit);
        break;
      case OutputFormat::html:
        book_.add(audit, text);
        break;
    }
  }

  void end() {
    if (options_.format == OutputFormat::xml) {
      xml_.end(auditors_.is_chosen() ? std::vector{auditors_.first().reference()} : std::vector<ChecklistReference>{});
    }
    if (options_.format == OutputFormat::html) buffer_ += book_.page();
    if (options_.format != OutputFormat::text) return;
    buffer_ += options_.advise ? terminal_summary(audits_, options_.language) : terminal_report(audits_, view());
  }

  TerminalOptions view() const {
    TerminalOptions view = terminal_view(options_.color, options_.output, options_.language);
    view.details = options_.details;
    return view;
  }

  ExitCode exit_code() const {
    if (unreadable_) return ExitCode::unreadable;
    return fallen_short_ ? ExitCode::failed : ExitCode::passed;
  }

  const CheckOptions& options_;
  Auditors& auditors_;
  Scratch scratch_;
  std::string buffer_;
  XmlWriter xml_;
  JsonWriter json_;
  ReportBook book_;
  std::vector<Audit> audits_;
  Advice advice_;  ///< for the report that was judged last
  bool unreadable_ = false;
  bool fallen_short_ = false;
};

}  // namespace

ExitCode run_check(const CheckOptions& options) {
  if (options.advise && options.format != OutputFormat::text) {
    const Message refusal{MessageId::advice_format, {std::string(name_of(options.format))}};
    std::cerr << printable(render(refusal, options.language)) << '\n';
    return ExitCode::wrong_call;
  }
  const StopOnSignal signals(OnSignal::tidy_up);
  // Never freed: the process ends behind it, and giving back its many small parts
  // takes a tenth of what a single report does.
  static Auditors* const auditors = new Auditors(options.choice, options.language);
  if (!auditors->open()) return ExitCode::wrong_call;
  return CheckRun(options, *auditors).run();
}

}  // namespace fazhi
