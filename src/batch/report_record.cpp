#include "batch/report_record.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace fazhi {
namespace {

template <class Rules>
std::unordered_map<std::string_view, std::size_t> places_of(const Rules& rules) {
  std::unordered_map<std::string_view, std::size_t> out;
  for (std::size_t index = 0; index < rules.size(); ++index) out.emplace(rules[index].id, index);
  return out;
}

void count(std::vector<DefectCount>& defects, const Finding& finding) {
  const auto known = std::find_if(defects.begin(), defects.end(), [&](const DefectCount& each) { return each.id == finding.id; });
  if (known == defects.end()) {
    defects.push_back({finding.id, finding.title, 1});
  } else {
    ++known->count;
  }
}

}  // namespace

ReportRecord record_of(const Audit& audit, const Checklist* checklist) {
  ReportRecord record;
  record.source = audit.source;
  record.error = audit.error;
  if (audit.error || checklist == nullptr) return record;
  record.sha256 = audit.sha256;
  record.checklist = audit.checklist.id;
  record.identity = audit.identity;
  record.score = audit.score;
  record.statuses.assign(checklist->elements.size(), Status::not_applicable);
  const auto elements = places_of(checklist->elements);
  for (const Finding& each : audit.findings) {
    if (each.kind == FindingKind::defect) {
      count(record.defects, each);
    } else if (const auto place = elements.find(each.id); place != elements.end()) {
      record.statuses[place->second] = each.status;
    }
  }
  return record;
}

std::vector<ElementRate> rates_of(const std::vector<ReportRecord>& reports, const std::vector<std::size_t>& counting,
                                  const std::vector<const Checklist*>& checklists, Language language) {
  std::vector<ElementRate> out;
  for (const Checklist* checklist : checklists) {
    const std::size_t first = out.size();
    for (const Element& each : checklist->elements) {
      ElementRate rate;
      rate.checklist = checklist->id;
      rate.id = each.id;
      rate.title = language == Language::en && !each.title_en.empty() ? each.title_en : each.title;
      out.push_back(std::move(rate));
    }
    for (const std::size_t report : counting) {
      const ReportRecord& record = reports[report];
      if (record.error || record.checklist != checklist->id) continue;
      const std::size_t size = std::min(record.statuses.size(), out.size() - first);
      for (std::size_t index = 0; index < size; ++index) out[first + index].add(record.statuses[index]);
    }
  }
  return out;
}

}  // namespace fazhi
