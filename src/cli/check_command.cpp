#include "cli/check_command.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <cwchar>
#include <filesystem>
#include <iostream>

#include "audit/json_writer.hpp"
#include "audit/xml_writer.hpp"
#include "checklist/load.hpp"
#include "cli/inputs.hpp"
#include "cli/output_file.hpp"
#include "cli/progress.hpp"
#include "document/read.hpp"
#include "evaluate/auditor.hpp"
#include "present/printable.hpp"
#include "present/terminal_report.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kDefaultChecklist = "township";
constexpr int kDefaultColumns = 100;
/// Results are handed to the file when this much has gathered.
constexpr std::size_t kWriteBytes = std::size_t{1} << 20;

int terminal_columns() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  if (const char* columns = std::getenv("COLUMNS")) return std::max(std::atoi(columns), 0);
  return kDefaultColumns;
}

bool wants_color(const CheckOptions& options) {
  if (options.color != "auto") return options.color == "always";
  if (!options.output.empty() || ::isatty(STDOUT_FILENO) != 1) return false;
  const char* refused = std::getenv("NO_COLOR");
  return refused == nullptr || *refused == '\0';
}

/// Whether this terminal draws characters of ambiguous width in two columns.
bool draws_ambiguous_wide() {
  return std::setlocale(LC_CTYPE, "") != nullptr && ::wcwidth(L'…') == 2;
}

class CheckRun {
 public:
  CheckRun(const CheckOptions& options, Checklist checklist)
      : options_(options), auditor_(std::move(checklist)), xml_(buffer_), json_(buffer_) {}

  ExitCode run() {
    Output output;
    if (const auto error = Output::open(options_.output, output)) return refuse(*error);
    begin();
    const std::vector<Input> inputs = collect_inputs(options_.inputs);
    Progress progress(inputs.size(), options_.language);
    for (const Input& input : inputs) {
      take(audit(input));
      progress.step();
      if (buffer_.size() < kWriteBytes) continue;
      if (const auto error = output.write(buffer_)) return refuse(*error);
      buffer_.clear();
    }
    end();
    if (const auto error = output.write(buffer_)) return refuse(*error);
    if (const auto error = output.commit()) return refuse(*error);
    return exit_code();
  }

 private:
  ExitCode refuse(const Message& error) const {
    std::cerr << printable(render(error, options_.language)) << '\n';
    return ExitCode::wrong_call;
  }

  void begin() {
    if (options_.format == OutputFormat::xml) xml_.begin(auditor_.reference(), FAZHI_VERSION, options_.language);
    if (options_.format == OutputFormat::jsonl) json_.begin(auditor_.reference(), FAZHI_VERSION, options_.language);
  }

  Audit failed(const std::string& source, const Message& error) const {
    std::cerr << printable(render(error, options_.language)) << '\n';
    Audit audit;
    audit.source = source;
    audit.error = error;
    return audit;
  }

  Audit audit(const Input& input) {
    if (!input.error.empty()) return failed(input.path, input.error.front());
    Result<std::string> bytes = input.path == "-" ? read_standard_input() : read_bytes(input.path);
    if (!bytes) return failed(input.path, bytes.error());
    Result<Document> document = read_document(*bytes, input.path);
    if (!document) return failed(input.path, document.error());
    Audit audit = auditor_.audit(std::move(*document), scratch_);
    add_notes(audit);
    if (options_.language == Language::en) use_english_titles(audit);
    return audit;
  }

  void use_english_titles(Audit& audit) const {
    const Checklist& checklist = auditor_.compiled().checklist();
    const auto use = [](Finding& finding, const auto& rules) {
      for (const auto& rule : rules) {
        if (rule.id == finding.id && !rule.title_en.empty()) finding.title = rule.title_en;
      }
    };
    for (Finding& finding : audit.findings) {
      use(finding, checklist.elements);
      use(finding, checklist.defects);
    }
  }

  /// A checklist for another level or period judges all the same, and says so.
  void add_notes(Audit& audit) const {
    const Checklist& checklist = auditor_.compiled().checklist();
    const std::optional<Level>& level = audit.identity.level;
    const bool fits = !level || std::find(checklist.levels.begin(), checklist.levels.end(), *level) != checklist.levels.end();
    if (!fits) audit.notes.push_back({MessageId::note_other_level, {audit.identity.unit, checklist.title}});
    const std::optional<int>& year = audit.identity.year;
    if (year && !checklist.years.contains(*year)) {
      audit.notes.push_back({MessageId::note_other_year, {std::to_string(*year), checklist.title}});
    }
  }

  void take(Audit audit) {
    unreadable_ = unreadable_ || audit.error.has_value();
    fallen_short_ = fallen_short_ || (!audit.error && audit.score.passed != true);
    switch (options_.format) {
      case OutputFormat::text:
        audits_.push_back(std::move(audit));
        break;
      case OutputFormat::xml:
        xml_.add(audit);
        break;
      case OutputFormat::jsonl:
        json_.add(audit);
        break;
    }
  }

  void end() {
    if (options_.format == OutputFormat::xml) xml_.end();
    if (options_.format != OutputFormat::text) return;
    TerminalOptions view;
    view.color = wants_color(options_);
    view.language = options_.language;
    view.details = options_.details;
    view.width_columns = terminal_columns();
    view.wide_ambiguous = draws_ambiguous_wide();
    buffer_ += terminal_report(audits_, view);
  }

  ExitCode exit_code() const {
    if (unreadable_) return ExitCode::unreadable;
    return fallen_short_ ? ExitCode::failed : ExitCode::passed;
  }

  const CheckOptions& options_;
  Auditor auditor_;
  Scratch scratch_;
  std::string buffer_;
  XmlWriter xml_;
  JsonWriter json_;
  std::vector<Audit> audits_;
  bool unreadable_ = false;
  bool fallen_short_ = false;
};

}  // namespace

LoadedChecklist load_named_checklist(const std::string& name, Language language) {
  const std::string wanted = name.empty() ? std::string(kDefaultChecklist) : name;
  const std::vector<std::string> builtin = builtin_checklist_ids();
  const bool is_builtin = std::find(builtin.begin(), builtin.end(), wanted) != builtin.end() && !std::filesystem::exists(wanted);
  LoadedChecklist loaded = is_builtin ? load_builtin_checklist(wanted) : load_checklist(wanted);
  for (const Diagnostic& each : loaded.diagnostics) std::cerr << render(each, language);
  return loaded;
}

ExitCode run_check(const CheckOptions& options) {
  LoadedChecklist loaded = load_named_checklist(options.checklist, options.language);
  if (!loaded.checklist) return ExitCode::wrong_call;
  return CheckRun(options, std::move(*loaded.checklist)).run();
}

}  // namespace fazhi
