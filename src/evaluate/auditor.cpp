#include "evaluate/auditor.hpp"

#include <algorithm>

#include "base/sha256.hpp"
#include "evaluate/figures.hpp"
#include "evaluate/find_defects.hpp"
#include "evaluate/judge_elements.hpp"
#include "evaluate/reading.hpp"
#include "evaluate/recognition.hpp"
#include "evaluate/waivers.hpp"
#include "outline/outline.hpp"
#include "text/normalize.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kFingerprintDigits = 16;

std::string grade_at(std::int32_t points_hundredths, const Checklist& checklist) {
  for (const Grade& grade : checklist.grades) {
    if (points_hundredths >= grade.at_least_hundredths) return grade.name;
  }
  return {};
}

}  // namespace

std::string fingerprint_of(const Finding& finding) {
  std::string content = finding.id;
  if (finding.kind == FindingKind::defect && !finding.evidence.empty()) {
    content += '\n';
    content += normalize_phrase(finding.evidence.front().quote);
  }
  return sha256_hex(content).substr(0, kFingerprintDigits);
}

Auditor::Auditor(Checklist checklist, std::string as_of, std::string_view image)
    : compiled_(std::move(checklist), image), as_of_(std::move(as_of)) {
  for (const Element& element : compiled_.checklist().elements) {
    Finding finding;
    finding.id = element.id;
    element_fingerprints_.push_back(fingerprint_of(finding));
  }
}

ChecklistReference Auditor::reference() const {
  const Checklist& checklist = compiled_.checklist();
  return {checklist.id, checklist.version, checklist.title, checklist.sha256};
}

Report Auditor::read(Document document, Scratch& scratch) const {
  return outline(std::move(document), compiled_.outline_rules(), compiled_.database(), scratch);
}

Audit Auditor::judge(const Report& report) const {
  Audit audit;
  audit.source = report.document.source;
  audit.format = report.document.format;
  if (report.document.encoding) audit.encoding = std::string(name_of(*report.document.encoding));
  audit.sha256 = report.document.sha256;
  audit.recognized = report.document.recognized;
  audit.notes = report.document.notes;
  if (const auto& others = report.identity.others_titles; !others.empty()) {
    audit.notes.push_back({MessageId::note_several_reports, {std::to_string(others.size()), others.front()}});
  }
  audit.checklist = reference();
  audit.identity = {report.identity.unit,  report.identity.level,           report.identity.year,
                    report.identity.title, report.identity.document_number, report.identity.signature_date,
                    static_cast<std::uint32_t>(report.identity.others_titles.size())};
  audit.metadata = report.document.metadata;
  const Reading reading(report, compiled_);
  const std::vector<FigureSet> figures = read_figures(reading);
  audit.findings = judge_elements(reading, figures);
  for (std::size_t index = 0; index < audit.findings.size(); ++index) {
    audit.findings[index].fingerprint = element_fingerprints_[index];
  }
  apply_waivers(audit, compiled_.checklist(), as_of_);
  std::vector<Finding> defects = find_defects(reading);
  if (const std::size_t withheld = withhold_doubtful(defects, report.document, compiled_.checklist()); withheld > 0) {
    audit.notes.push_back({MessageId::note_defects_withheld, {std::to_string(withheld)}});
  }
  audit.score = score_of(audit.findings, compiled_.checklist());
  for (Finding& finding : defects) finding.fingerprint = fingerprint_of(finding);
  std::move(defects.begin(), defects.end(), std::back_inserter(audit.findings));
  return audit;
}

Finding Auditor::waived(Finding finding, const Report& report) const {
  Audit audit;
  audit.identity.unit = report.identity.unit;
  audit.findings.push_back(std::move(finding));
  apply_waivers(audit, compiled_.checklist(), as_of_);
  return std::move(audit.findings.front());
}

Audit Auditor::audit(Document document, Scratch& scratch) const { return judge(read(std::move(document), scratch)); }

Score score_of(const std::vector<Finding>& findings, const Checklist& checklist) {
  Score score;
  std::int64_t awarded = 0;
  std::int64_t open = 0;
  std::int64_t possible = 0;
  for (const Finding& finding : findings) {
    if (finding.kind != FindingKind::element) continue;
    awarded += finding.awarded_hundredths;
    possible += finding.possible_hundredths;
    if (finding.status == Status::undecided) open += finding.possible_hundredths - finding.awarded_hundredths;
  }
  score.possible_hundredths = static_cast<std::int32_t>(possible);
  if (possible == 0) return score;
  score.awarded_hundredths = static_cast<std::int32_t>(awarded);
  score.highest_hundredths = static_cast<std::int32_t>(awarded + open);
  // Grades and pass mark are of 100; elements that do not apply shrink the whole.
  constexpr std::int64_t kWhole = 10'000;
  const auto share = [&](std::int64_t points) { return static_cast<std::int32_t>(points * kWhole / possible); };
  const std::string low = grade_at(share(awarded), checklist);
  if (low == grade_at(share(awarded + open), checklist)) score.grade = low;
  const bool low_passes = share(awarded) >= checklist.pass_hundredths;
  if (low_passes == (share(awarded + open) >= checklist.pass_hundredths)) score.passed = low_passes;
  return score;
}

}  // namespace fazhi
