#include "evaluate/recognition.hpp"

#include <algorithm>
#include <optional>

namespace fazhi {
namespace {

/// Pages that a finding names one by one; then it says how many more there are.
constexpr std::size_t kNamedPages = 3;

bool is_doubtful(const Document& document, int page) {
  const auto index = static_cast<std::size_t>(page - 1);
  return page > 0 && index < document.page_confidences.size() &&
         document.page_confidences[index] < kReliableConfidence;
}

std::vector<int> doubtful_pages(const Document& document) {
  std::vector<int> pages;
  for (int page = 1; page <= static_cast<int>(document.page_confidences.size()); ++page) {
    if (is_doubtful(document, page)) pages.push_back(page);
  }
  return pages;
}

/// Whether one character read as another can make a defect of this kind where
/// the page has none.
bool can_be_misread(DefectKind kind) {
  switch (kind) {
    case DefectKind::enumeration:
    case DefectKind::rate_arithmetic:
    case DefectKind::impossible_count:
    case DefectKind::year_mismatch:
    case DefectKind::placeholder:
    case DefectKind::foreign_unit:
    case DefectKind::conflicting_figures:
    case DefectKind::misnamed_law:
      return true;
    case DefectKind::approximate_number:
    case DefectKind::repealed_law:
    case DefectKind::term:
    case DefectKind::copied:
      return false;
  }
  return true;
}

/// Whether a page from the first to the last of its passages is doubtful.
bool rests_on_doubtful(const Finding& finding, const Document& document) {
  if (finding.evidence.empty()) return false;
  const auto [first, last] = std::minmax_element(finding.evidence.begin(), finding.evidence.end(),
                                                 [](const Evidence& a, const Evidence& b) { return a.page < b.page; });
  for (int page = first->page; page <= last->page; ++page) {
    if (is_doubtful(document, page)) return true;
  }
  return std::any_of(finding.evidence.begin(), finding.evidence.end(), [](const Evidence& each) {
    return each.confidence && *each.confidence < kReliableConfidence;
  });
}

}  // namespace

void reopen_unread(Finding& finding, const Document& document) {
  const bool falls_short = finding.status == Status::missing || finding.status == Status::partial;
  if (!document.recognized || finding.kind != FindingKind::element || !falls_short) return;
  const std::vector<int> pages = doubtful_pages(document);
  if (pages.empty()) return;
  finding.status = Status::undecided;
  for (std::size_t index = 0; index < std::min(pages.size(), kNamedPages); ++index) {
    const int confidence = document.page_confidences[static_cast<std::size_t>(pages[index] - 1)];
    finding.messages.push_back(
        {MessageId::element_doubtful_page, {std::to_string(pages[index]), std::to_string(confidence)}});
  }
  if (pages.size() > kNamedPages) {
    finding.messages.push_back({MessageId::element_doubtful_more, {std::to_string(pages.size() - kNamedPages)}});
  }
  finding.messages.push_back({MessageId::element_unread, {}});
}

std::size_t withhold_doubtful(std::vector<Finding>& defects, const Document& document, const Checklist& checklist) {
  if (!document.recognized) return 0;
  return std::erase_if(defects, [&](const Finding& each) {
    const Defect* defect = checklist.find_defect(each.id);
    return (defect != nullptr && can_be_misread(defect->kind)) || rests_on_doubtful(each, document);
  });
}

}  // namespace fazhi
