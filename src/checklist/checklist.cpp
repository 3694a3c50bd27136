#include "checklist/checklist.hpp"

#include <algorithm>

namespace fazhi {
namespace {

bool begins_by(const BasisDocument& document, const std::string& day) {
  return document.valid_from.empty() || document.valid_from <= day;
}

bool holds_on(const BasisDocument& document, const std::string& day) {
  return begins_by(document, day) && (document.valid_to.empty() || day <= document.valid_to);
}

template <class Rule>
const Rule* find_rule(const std::vector<Rule>& rules, std::string_view id) {
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& each) { return each.id == id; });
  return found == rules.end() ? nullptr : &*found;
}

}  // namespace

std::string shown(const YearSpan& years) {
  const std::string from = years.from == YearSpan{}.from ? "" : std::to_string(years.from);
  const std::string to = years.to == YearSpan{}.to ? "" : std::to_string(years.to);
  return from + "—" + to;
}

bool Element::rests_on(std::string_view document, std::string_view article) const {
  return std::any_of(basis.begin(), basis.end(), [&](const BasisReference& each) {
    return each.document == document && each.article == article;
  });
}

bool BasisDocument::has_article(std::string_view number) const {
  return std::any_of(articles.begin(), articles.end(), [&](const Article& each) { return each.number == number; });
}

const Element* Checklist::find_element(std::string_view element_id) const { return find_rule(elements, element_id); }

const Defect* Checklist::find_defect(std::string_view defect_id) const { return find_rule(defects, defect_id); }

const BasisDocument* Checklist::find_document(std::string_view document_id) const {
  const BasisDocument* latest = nullptr;
  for (const BasisDocument& each : documents) {
    if (each.id == document_id && (latest == nullptr || latest->valid_from < each.valid_from)) latest = &each;
  }
  return latest;
}

const BasisDocument* Checklist::find_edition(std::string_view document_id, int year) const {
  const std::string first_day = std::to_string(year) + "-01-01";
  const std::string last_day = std::to_string(year) + "-12-31";
  const BasisDocument* in_year = nullptr;
  for (const BasisDocument& each : documents) {
    if (each.id != document_id) continue;
    if (holds_on(each, last_day)) return &each;
    const bool overlaps = begins_by(each, last_day) && (each.valid_to.empty() || first_day <= each.valid_to);
    if (overlaps && (in_year == nullptr || in_year->valid_to < each.valid_to)) in_year = &each;
  }
  return in_year;
}

}  // namespace fazhi
