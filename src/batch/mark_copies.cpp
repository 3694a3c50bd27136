#include "batch/mark_copies.hpp"

#include <algorithm>
#include <utility>

#include "base/sha256.hpp"
#include "batch/report_record.hpp"
#include "batch/stored_text.hpp"
#include "evaluate/judge_elements.hpp"
#include "similarity/compare.hpp"

namespace fazhi {
namespace {

/// Passages that a finding quotes.
constexpr std::size_t kQuotedPassages = 3;

class CopyMarker {
 public:
  CopyMarker(const BatchOptions& options, ReportJudge& judge, BatchFolder& folder, const SetPhrases& set_phrases,
             const Copies& copies, JudgedInputs& inputs)
      : options_(options), judge_(judge), folder_(folder), set_phrases_(set_phrases), copies_(copies), inputs_(inputs) {}

  std::optional<Message> run() {
    for (std::size_t report = 0; report < inputs_.reports.size(); ++report) {
      if (!copies_.origins[report] && inputs_.marked_copied[report] == 0) continue;
      if (auto error = mark(report)) return error;
    }
    return std::nullopt;
  }

 private:
  std::optional<Message> mark(std::size_t report) {
    ReportRecord& record = inputs_.reports[report];
    const Auditor* auditor = judge_.find_by_id(record.checklist);
    if (auditor == nullptr) return std::nullopt;
    const std::string path = BatchFolder::audit_name(record.file_stem);
    const std::optional<std::string> before = folder_.read(path);
    std::optional<Audit> audit = before ? audit_in(*before) : std::nullopt;
    std::optional<BatchFolder::Entry> entry = folder_.kept(record.file_stem);
    if (!audit || !entry) return folder_.changed(path);
    const Checklist& checklist = auditor->compiled().checklist();
    take_out_copied(*audit, checklist);
    if (copies_.origins[report]) {
      if (auto error = add_finding(*audit, report, *copies_.origins[report], checklist)) return error;
    }
    const std::string xml = xml_of_one(*audit, options_);
    record.defects = record_of(*audit, &checklist).defects;
    if (xml == *before) return std::nullopt;
    entry->xml_sha256 = sha256_hex(xml);
    entry->page_sha256.clear();
    const std::string name = "copied-" + std::to_string(report);
    if (auto error = folder_.prepare(name, xml)) return error;
    return folder_.keep(*entry, name);
  }

  std::optional<Message> add_finding(Audit& audit, std::size_t report, const Copies::Origin& origin,
                                     const Checklist& checklist) const {
    const auto defect = std::find_if(checklist.defects.begin(), checklist.defects.end(),
                                     [](const Defect& each) { return each.kind == DefectKind::copied; });
    if (defect == checklist.defects.end()) return std::nullopt;
    Result<std::vector<Evidence>> quoted = evidence(static_cast<std::uint32_t>(report), origin.other);
    if (!quoted) return quoted.error();
    Finding finding;
    finding.id = defect->id;
    finding.kind = FindingKind::defect;
    finding.severity = defect->severity;
    finding.title = options_.language == Language::en && !defect->title_en.empty() ? defect->title_en : defect->title;
    finding.messages.push_back(message(origin));
    finding.basis = cite(checklist, defect->basis, audit.identity.year);
    finding.rectification = defect->remedy;
    finding.evidence = std::move(*quoted);
    finding.fingerprint = fingerprint_of(finding);
    audit.findings.push_back(std::move(finding));
    return std::nullopt;
  }

  Message message(const Copies::Origin& origin) const {
    const std::string share = std::to_string(origin.share_percent);
    if (JudgedInputs::is_last_year(origin.other)) {
      return {MessageId::defect_copied_last_year, {share, inputs_.source_of(origin.other)}};
    }
    const ReportRecord& other = inputs_.reports[origin.other];
    return {MessageId::defect_copied, {share, other.identity.unit, other.source}};
  }

  Result<std::vector<Evidence>> evidence(std::uint32_t report, std::uint32_t other) const {
    Result<StoredText> own = load_text(folder_, inputs_.text_of(report));
    if (!own) return own.error();
    Result<StoredText> its = load_text(folder_, inputs_.text_of(other));
    if (!its) return its.error();
    const PreparedText first = prepare(std::move(*own), set_phrases_);
    const PreparedText second = prepare(std::move(*its), set_phrases_);
    const Comparison result = compare(first.comparable, second.comparable, copies_.common);
    std::vector<Evidence> out;
    for (const SharedPassage& each : result.passages) {
      if (out.size() == kQuotedPassages) break;
      Evidence quoted = quote(first, each.first);
      if (!quoted.quote.empty()) out.push_back(std::move(quoted));
    }
    return out;
  }

  const BatchOptions& options_;
  ReportJudge& judge_;
  BatchFolder& folder_;
  const SetPhrases& set_phrases_;
  const Copies& copies_;
  JudgedInputs& inputs_;
};

}  // namespace

std::optional<Message> mark_copies(const BatchOptions& options, ReportJudge& judge, BatchFolder& folder,
                                   const SetPhrases& set_phrases, const Copies& copies, JudgedInputs& inputs) {
  return CopyMarker(options, judge, folder, set_phrases, copies, inputs).run();
}

}  // namespace fazhi
