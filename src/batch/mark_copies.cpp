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
    std::optional<BatchFolder::Entry> entry = folder_.kept(record.file_stem);
    const Auditor* auditor = judge_.find_by_id(record.checklist);
    const std::optional<std::string> before = folder_.read(BatchFolder::audit_name(record.file_stem));
    std::optional<Audit> audit = before ? audit_in(*before) : std::nullopt;
    if (auditor == nullptr || !audit || !entry) return std::nullopt;
    const Checklist& checklist = auditor->compiled().checklist();
    take_out_copied(*audit, checklist);
    if (copies_.origins[report]) add_finding(*audit, report, *copies_.origins[report], checklist);
    const std::string xml = xml_of_one(*audit, options_);
    record.defects = record_of(*audit, &checklist).defects;
    if (xml == *before) return std::nullopt;
    entry->xml_sha256 = sha256_hex(xml);
    entry->page_sha256.clear();
    const std::string name = "copied-" + std::to_string(report);
    if (auto error = folder_.prepare(name, xml)) return error;
    return folder_.keep(*entry, name);
  }

  void add_finding(Audit& audit, std::size_t report, const Copies::Origin& origin, const Checklist& checklist) const {
    const auto defect = std::find_if(checklist.defects.begin(), checklist.defects.end(),
                                     [](const Defect& each) { return each.kind == DefectKind::copied; });
    if (defect == checklist.defects.end()) return;
    Finding finding;
    finding.id = defect->id;
    finding.kind = FindingKind::defect;
    finding.severity = defect->severity;
    finding.title = options_.language == Language::en && !defect->title_en.empty() ? defect->title_en : defect->title;
    finding.messages.push_back(message(origin));
    finding.basis = cite(checklist, defect->basis, audit.identity.year);
    finding.rectification = defect->remedy;
    finding.evidence = evidence(static_cast<std::uint32_t>(report), origin.other);
    finding.fingerprint = fingerprint_of(finding);
    audit.findings.push_back(std::move(finding));
  }

  Message message(const Copies::Origin& origin) const {
    const std::string share = std::to_string(origin.share_percent);
    if (JudgedInputs::is_last_year(origin.other)) {
      return {MessageId::defect_copied_last_year, {share, inputs_.source_of(origin.other)}};
    }
    const ReportRecord& other = inputs_.reports[origin.other];
    return {MessageId::defect_copied, {share, other.identity.unit, other.source}};
  }

  std::vector<Evidence> evidence(std::uint32_t report, std::uint32_t other) const {
    std::optional<StoredText> own = load_text(folder_, inputs_.text_of(report));
    std::optional<StoredText> its = load_text(folder_, inputs_.text_of(other));
    if (!own || !its) return {};
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
