#include "base/names.hpp"

#include <array>
#include <utility>

#include "checklist/checklist.hpp"

namespace fazhi {
namespace {

constexpr auto kScopes = std::to_array<std::pair<Scope, std::string_view>>({
    {Scope::clause, "clause"},
    {Scope::sentence, "sentence"},
    {Scope::item, "item"},
    {Scope::paragraph, "paragraph"},
    {Scope::section, "section"},
    {Scope::report, "report"},
});

constexpr auto kSenses = std::to_array<std::pair<Sense, std::string_view>>({
    {Sense::done, "done"},
    {Sense::intended, "intended"},
    {Sense::lacking, "lacking"},
    {Sense::absent, "absent"},
    {Sense::slogan, "slogan"},
    {Sense::elsewhere, "elsewhere"},
    {Sense::earlier, "earlier"},
});
static_assert(kSenses.size() == kSenseCount);

constexpr auto kCueEffects = std::to_array<std::pair<CueEffect, std::string_view>>({
    {CueEffect::done, "done"},
    {CueEffect::intended, "intended"},
    {CueEffect::lacking, "lacking"},
    {CueEffect::absent, "absent"},
    {CueEffect::slogan, "slogan"},
    {CueEffect::elsewhere, "elsewhere"},
    {CueEffect::earlier, "earlier"},
    {CueEffect::some, "some"},
    {CueEffect::none, "none"},
});

constexpr auto kCueDirections = std::to_array<std::pair<CueDirection, std::string_view>>({
    {CueDirection::forward, "forward"},
    {CueDirection::backward, "backward"},
    {CueDirection::both, "both"},
});

constexpr auto kDefectKinds = std::to_array<std::pair<DefectKind, std::string_view>>({
    {DefectKind::enumeration, "enumeration"},
    {DefectKind::approximate_number, "approximate-number"},
    {DefectKind::rate_arithmetic, "rate-arithmetic"},
    {DefectKind::impossible_count, "impossible-count"},
    {DefectKind::repealed_law, "repealed-law"},
    {DefectKind::term, "term"},
    {DefectKind::year_mismatch, "year-mismatch"},
    {DefectKind::placeholder, "placeholder"},
    {DefectKind::foreign_unit, "foreign-unit"},
    {DefectKind::conflicting_figures, "conflicting-figures"},
    {DefectKind::misnamed_law, "misnamed-law"},
});

}  // namespace

std::string_view name_of(Scope scope) { return names::name_in(kScopes, scope); }
std::string_view name_of(Sense sense) { return names::name_in(kSenses, sense); }
std::string_view name_of(CueEffect effect) { return names::name_in(kCueEffects, effect); }
std::string_view name_of(CueDirection direction) { return names::name_in(kCueDirections, direction); }
std::string_view name_of(DefectKind kind) { return names::name_in(kDefectKinds, kind); }

std::string fill_in_title(std::string remedy, std::string_view title) {
  const std::size_t at = remedy.find(kRightTitle);
  if (at != std::string::npos) remedy.replace(at, kRightTitle.size(), title);
  return remedy;
}

const BasisDocument* Checklist::find_document(std::string_view document_id) const {
  for (const BasisDocument& document : documents) {
    if (document.id == document_id) return &document;
  }
  return nullptr;
}

}  // namespace fazhi
