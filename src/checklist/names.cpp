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
    {DefectKind::copied, "copied"},
});

constexpr auto kMutationEffects = std::to_array<std::pair<MutationEffect, std::string_view>>({
    {MutationEffect::lowers, "lowers"},
    {MutationEffect::keeps, "keeps"},
});

constexpr auto kMutationKinds = std::to_array<std::pair<MutationKind, std::string_view>>({
    {MutationKind::remove, "delete"},
    {MutationKind::insert, "insert"},
    {MutationKind::subject, "subject"},
    {MutationKind::move, "move"},
    {MutationKind::vague, "vague"},
    {MutationKind::drop_heading, "drop-heading"},
    {MutationKind::rename_heading, "rename-heading"},
    {MutationKind::empty_section, "empty-section"},
    {MutationKind::shift_year, "shift-year"},
    {MutationKind::swap, "swap"},
    {MutationKind::numerals, "numerals"},
    {MutationKind::quotes, "quotes"},
    {MutationKind::spaces, "spaces"},
    {MutationKind::wrap, "wrap"},
    {MutationKind::indent, "indent"},
    {MutationKind::blank_lines, "blank-lines"},
    {MutationKind::run_in, "run-in"},
    {MutationKind::ordinals, "ordinals"},
    {MutationKind::traditional, "traditional"},
    {MutationKind::full_width, "full-width"},
});

constexpr auto kMutationSites = std::to_array<std::pair<MutationSite, std::string_view>>({
    {MutationSite::fact, "fact"},
    {MutationSite::mention, "mention"},
    {MutationSite::number, "number"},
    {MutationSite::figure, "figure"},
    {MutationSite::section, "section"},
    {MutationSite::year, "year"},
});

constexpr auto kNumeralForms = std::to_array<std::pair<NumeralForm, std::string_view>>({
    {NumeralForm::arabic, "arabic"},
    {NumeralForm::chinese, "chinese"},
    {NumeralForm::chinese_years, "chinese-years"},
});

constexpr auto kHeadingNumbers = std::to_array<std::pair<HeadingNumber, std::string_view>>({
    {HeadingNumber::chinese, "一、"},
    {HeadingNumber::chinese_parentheses, "（一）"},
    {HeadingNumber::arabic_point, "1."},
    {HeadingNumber::arabic_comma, "1、"},
    {HeadingNumber::arabic_parentheses, "（1）"},
});

}  // namespace

std::string_view name_of(Scope scope) { return names::name_in(kScopes, scope); }
std::string_view name_of(Sense sense) { return names::name_in(kSenses, sense); }
std::string_view name_of(CueEffect effect) { return names::name_in(kCueEffects, effect); }
std::string_view name_of(CueDirection direction) { return names::name_in(kCueDirections, direction); }
std::string_view name_of(DefectKind kind) { return names::name_in(kDefectKinds, kind); }
std::string_view name_of(MutationEffect effect) { return names::name_in(kMutationEffects, effect); }
std::string_view name_of(MutationKind kind) { return names::name_in(kMutationKinds, kind); }
std::string_view name_of(MutationSite site) { return names::name_in(kMutationSites, site); }
std::string_view name_of(NumeralForm form) { return names::name_in(kNumeralForms, form); }
std::string_view name_of(HeadingNumber number) { return names::name_in(kHeadingNumbers, number); }

std::string fill_in_title(std::string remedy, std::string_view title) {
  for (std::size_t at = 0; (at = remedy.find(kRightTitle, at)) != std::string::npos; at += title.size()) {
    remedy.replace(at, kRightTitle.size(), title);
  }
  return remedy;
}

}  // namespace fazhi
