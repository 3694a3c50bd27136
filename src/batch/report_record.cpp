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

void count(ElementRate& rate, Status status) {
  switch (status) {
    case Status::met:
      ++rate.met;
      break;
    case Status::partial:
      ++rate.partial;
      break;
    case Status::missing:
      ++rate.missing;
      break;
    case Status::undecided:
      ++rate.undecided;
      break;
    case Status::not_applicable:
    case Status::waived:
      ++rate.not_counted;
      break;
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
  record.defects.assign(checklist->defects.size(), 0);
  const auto elements = places_of(checklist->elements);
  const auto defects = places_of(checklist->defects);
  for (const Finding& each : audit.findings) {
    const auto& places = each.kind == FindingKind::element ? elements : defects;
    const auto place = places.find(each.id);
    if (place == places.end()) continue;
    if (each.kind == FindingKind::element) {
      record.statuses[place->second] = each.status;
    } else {
      ++record.defects[place->second];
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
      for (std::size_t index = 0; index < size; ++index) count(out[first + index], record.statuses[index]);
    }
  }
  return out;
}

}  // namespace fazhi
