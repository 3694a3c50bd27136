#include "evaluate/reading.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "base/utf8.hpp"
#include "outline/segment.hpp"

namespace fazhi {
namespace {

/// Marks in 县人社局, the shortest abbreviation that is told apart from 县委 and 市局.
constexpr std::size_t kShortestAbbreviation = 4;

/// Whether `text` names `name` in fewer marks, in their order: 县人社局 for 县人力资源和社会保障局.
bool abbreviates(std::string_view text, std::string_view name) {
  if (count_code_points(text) < kShortestAbbreviation) return false;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); at += code_point_length(text[at])) {
    const std::string_view mark = text.substr(at, code_point_length(text[at]));
    const std::size_t found = name.find(mark, from);
    if (found == std::string_view::npos || (at == 0 && found != 0)) return false;
    from = found + mark.size();
  }
  return true;
}

bool outside_report(Role role) { return role == Role::furniture || role == Role::head || role == Role::tail; }

/// The sense that a section's role gives where no cue speaks.
Sense sense_of_role(Role role) {
  switch (role) {
    case Role::achievements:
    case Role::first_responsible:
    case Role::other:
      return Sense::done;
    case Role::shortcomings:
      return Sense::lacking;
    case Role::plan:
      return Sense::intended;
    case Role::preamble:
    case Role::furniture:
    case Role::head:
    case Role::tail:
      return Sense::slogan;
  }
  return Sense::slogan;
}

}  // namespace

Reading::Reading(const Report& report, const CompiledChecklist& compiled) : report_(report), compiled_(compiled) {
  for (const Sentence& sentence : report.sentences) {
    clause_starts_.push_back(static_cast<std::uint32_t>(clauses_.size()));
    number_starts_.push_back(static_cast<std::uint32_t>(numbers_.size()));
    year_starts_.push_back(static_cast<std::uint32_t>(years_.size()));
    append_clauses(report.normal.text, sentence.range, clauses_);
    if (outside_report(sentence.role)) continue;
    append_numbers(report.normal.text, sentence.range, compiled.units(), numbers_);
    const std::vector<YearMention> years = find_years(report.normal.text, sentence.range);
    years_.insert(years_.end(), years.begin(), years.end());
  }
  clause_starts_.push_back(static_cast<std::uint32_t>(clauses_.size()));
  number_starts_.push_back(static_cast<std::uint32_t>(numbers_.size()));
  year_starts_.push_back(static_cast<std::uint32_t>(years_.size()));
  collect_cues();
}

void Reading::collect_cues() {
  std::vector<CueHit> masks;
  std::vector<CueHit> hits;
  std::map<std::string_view, bool> names;  // whether these words name the report year, asked once for each
  const auto is_of_report_year = [&](std::string_view words) {
    const auto [known, is_new] = names.emplace(words, false);
    if (is_new) known->second = names_report_year(words);
    return known->second;
  };
  const std::vector<Cue>& cues = compiled_.checklist().language.cues;
  for (std::size_t index = 0; index < cues.size(); ++index) {
    const CompiledChecklist::CueGroups& groups = compiled_.cues()[index];
    cues_gave_up_ = cues_gave_up_ || report_.matches.gave_up(groups.patterns) || report_.matches.gave_up(groups.stop);
    if (!is_for_level(cues[index])) continue;
    std::vector<CueHit>& into = cues[index].effect == CueEffect::none ? masks : hits;
    for (const Match& match : report_.matches.of(groups.patterns)) {
      if (cues[index].effect == CueEffect::elsewhere && names_own_unit(match.range)) continue;
      if (cues[index].effect == CueEffect::earlier && is_of_report_year(report_.text(match.range))) continue;
      into.push_back({match.range, match.window, static_cast<std::int32_t>(index)});
    }
  }
  const auto by_place = [](const CueHit& a, const CueHit& b) { return a.range.begin < b.range.begin; };
  std::sort(masks.begin(), masks.end(), by_place);
  std::stable_sort(hits.begin(), hits.end(), by_place);
  std::size_t first_mask = 0;
  for (const CueHit& hit : hits) {
    while (first_mask < masks.size() && masks[first_mask].sentence < hit.sentence) ++first_mask;
    bool masked = false;
    for (std::size_t mask = first_mask; mask < masks.size() && masks[mask].range.begin < hit.range.end; ++mask) {
      masked = masked || masks[mask].range.overlaps(hit.range);
    }
    if (!masked) cues_.push_back(hit);
  }
  cue_starts_.assign(report_.sentences.size() + 1, 0);
  for (const CueHit& hit : cues_) ++cue_starts_[hit.sentence + 1];
  for (std::size_t index = 1; index < cue_starts_.size(); ++index) cue_starts_[index] += cue_starts_[index - 1];
}

bool Reading::is_for_level(const Cue& cue) const {
  const std::optional<Level>& level = report_.identity.level;
  return cue.levels.empty() || (level && std::find(cue.levels.begin(), cue.levels.end(), *level) != cue.levels.end());
}

/// Whether the report names itself there: 县教育局 in the report of 云溪县教育局, in full or shortened.
bool Reading::names_own_unit(TextRange range) const {
  const ReportIdentity& identity = report_.identity;
  const std::string_view own = identity.short_name;
  if (own.empty() || !identity.unit.ends_with(own)) return false;
  const std::string_view place = std::string_view(identity.unit).substr(0, identity.unit.size() - own.size());
  if (place.empty()) return false;
  const std::string with_level = std::string(last_mark(place)) + std::string(own);
  const std::string_view cue = report_.text(range);
  const std::size_t level = cue.find(last_mark(place));
  return cue.find(with_level) != std::string_view::npos ||
         (level != std::string_view::npos && abbreviates(cue.substr(level), with_level));
}

/// Whether the report says of itself that it tells of the time so called: 现将去年法治政府建设情况报告如下,
/// 一、上一年度推进法治政府建设的主要举措和成效. It is read out the year after.
bool Reading::names_report_year(std::string_view words) const {
  // 由 of 由上年的93%提升至97.6% names no time.
  if (count_code_points(words) < 2) return false;
  const auto says = [&](TextRange where) { return report_.text(where).find(words) != std::string_view::npos; };
  for (const Section& section : report_.sections) {
    if (section.parent != kNone || !section.names_role || section.role != Role::achievements) continue;
    const std::optional<Ordinal>& ordinal = report_.sentences[section.heading_sentence].ordinal;
    const std::uint32_t begin = ordinal ? ordinal->range.end : section.heading.begin;
    if (report_.text({begin, section.heading.end}).starts_with(words)) return true;
  }
  for (const OutlineRules::TurnRule& turn : compiled_.outline_rules().turns) {
    if (!turn.announces()) continue;
    for (const Match& match : report_.matches.of(turn.patterns)) {
      if (says(match.range)) return true;
    }
  }
  return false;
}

std::uint32_t Reading::sentence_at(std::uint32_t normal_offset) const {
  const auto& sentences = report_.sentences;
  const auto behind = std::upper_bound(sentences.begin(), sentences.end(), normal_offset,
                                       [](std::uint32_t at, const Sentence& each) { return at < each.range.begin; });
  return behind == sentences.begin() ? 0 : static_cast<std::uint32_t>(behind - sentences.begin() - 1);
}

std::span<const TextRange> Reading::clauses(std::uint32_t sentence) const {
  return std::span(clauses_).subspan(clause_starts_[sentence], clause_starts_[sentence + 1] - clause_starts_[sentence]);
}

std::span<const Number> Reading::numbers(std::uint32_t sentence) const {
  return std::span(numbers_).subspan(number_starts_[sentence], number_starts_[sentence + 1] - number_starts_[sentence]);
}

std::span<const YearMention> Reading::years(std::uint32_t sentence) const {
  return std::span(years_).subspan(year_starts_[sentence], year_starts_[sentence + 1] - year_starts_[sentence]);
}

TextRange Reading::clause_at(std::uint32_t sentence, std::uint32_t normal_offset) const {
  const std::span<const TextRange> all = clauses(sentence);
  const auto clause = std::upper_bound(all.begin(), all.end(), normal_offset,
                                       [](std::uint32_t at, const TextRange& each) { return at < each.end; });
  return clause != all.end() ? *clause : report_.sentences[sentence].range;
}

bool Reading::within(TextRange a, TextRange b, Scope scope) const {
  return within(sentence_at(a.begin), a, sentence_at(b.begin), b, scope);
}

bool Reading::within(std::uint32_t sentence_a, TextRange a, std::uint32_t sentence_b, TextRange b, Scope scope) const {
  const Sentence& first = report_.sentences[sentence_a];
  const Sentence& second = report_.sentences[sentence_b];
  switch (scope) {
    case Scope::clause:
      return sentence_a == sentence_b && clause_at(sentence_a, a.begin) == clause_at(sentence_b, b.begin);
    case Scope::sentence:
      return sentence_a == sentence_b;
    case Scope::item:
      return first.item == second.item;
    case Scope::paragraph:
      return first.paragraph == second.paragraph;
    case Scope::section:
      return first.section == second.section && first.role == second.role;
    case Scope::report:
      return true;
  }
  return false;
}

bool Reading::governs(const CueHit& hit, std::uint32_t sentence, TextRange passage) const {
  const Cue& cue = compiled_.checklist().language.cues[static_cast<std::size_t>(hit.cue)];
  const Role role = report_.sentences[sentence].role;
  if (!cue.roles.empty() && std::find(cue.roles.begin(), cue.roles.end(), role) == cue.roles.end()) return false;
  const bool overlap = hit.range.overlaps(passage);
  const bool cue_first = hit.range.end <= passage.begin;
  if (!overlap && cue.direction == CueDirection::forward && !cue_first) return false;
  if (!overlap && cue.direction == CueDirection::backward && cue_first) return false;
  if (cue.scope == Scope::clause) {
    const TextRange clause = clause_at(sentence, hit.range.begin);
    if (!clause.overlaps(passage) && !overlap) return false;
  }
  if (overlap) return true;
  const TextRange between = cue_first ? TextRange{hit.range.end, passage.begin} : TextRange{passage.end, hit.range.begin};
  if (cue.reach > 0 && count_code_points(report_.text(between)) > static_cast<std::size_t>(cue.reach)) return false;
  for (const Match& stop : report_.matches.of(compiled_.cues()[static_cast<std::size_t>(hit.cue)].stop, sentence)) {
    if (between.contains(stop.range)) return false;
  }
  return true;
}

/// A year at the head of a clause dates what follows it in the sentence, up to
/// the next year.
std::optional<Sense> Reading::sense_of_year(std::uint32_t sentence, TextRange passage) const {
  if (!report_.identity.year) return std::nullopt;
  std::optional<Sense> sense;
  for (const YearMention& mention : years(sentence)) {
    if (mention.range.begin >= passage.end) break;
    const TextRange clause = clause_at(sentence, mention.range.begin);
    const std::string_view before = report_.text({clause.begin, mention.range.begin});
    const std::string_view behind = report_.text({mention.range.end, report_.sentences[sentence].range.end});
    // 2023年印发的清单: the year says which list, not when it was put to use.
    const bool attributive = mention.range.end < passage.begin &&
                             report_.text({mention.range.end, passage.begin}).ends_with("的");
    if (attributive) continue;
    const bool opens = before.empty() || before == "在" || before == "于" || before == "从";
    if (!opens || mention.since || behind.starts_with("年的") || behind.starts_with("年前") || behind.starts_with("年底前")) continue;
    if (mention.year < *report_.identity.year) {
      sense = Sense::earlier;
    } else if (mention.year > *report_.identity.year) {
      sense = Sense::intended;
    } else {
      sense.reset();
    }
  }
  return sense;
}

Assertion Reading::assert_at(std::uint32_t sentence, TextRange passage) const {
  const Role role = report_.sentences[sentence].role;
  std::array<const CueHit*, 9> found{};
  for (std::uint32_t index = cue_starts_[sentence]; index < cue_starts_[sentence + 1]; ++index) {
    const CueHit& hit = cues_[index];
    const auto effect =
        static_cast<std::size_t>(compiled_.checklist().language.cues[static_cast<std::size_t>(hit.cue)].effect);
    if (found[effect] == nullptr && governs(hit, sentence, passage)) found[effect] = &hit;
  }
  const auto cue = [&](CueEffect effect) { return found[static_cast<std::size_t>(effect)]; };
  const auto by = [](Sense sense, const CueHit* hit) { return Assertion{sense, hit->cue, hit->range}; };

  if (const CueHit* hit = cue(CueEffect::elsewhere)) return by(Sense::elsewhere, hit);
  if (role == Role::plan) return {Sense::intended, -1, {}};
  if (const CueHit* hit = cue(CueEffect::absent)) {
    return by(cue(CueEffect::some) != nullptr ? Sense::lacking : Sense::absent, hit);
  }
  if (role == Role::shortcomings) {
    if (const CueHit* hit = cue(CueEffect::intended)) return by(Sense::intended, hit);
    return {Sense::lacking, -1, {}};
  }
  if (const CueHit* hit = cue(CueEffect::earlier)) return by(Sense::earlier, hit);
  if (const std::optional<Sense> dated = sense_of_year(sentence, passage)) return {*dated, -1, {}};
  if (const CueHit* hit = cue(CueEffect::intended)) return by(Sense::intended, hit);
  if (const CueHit* hit = cue(CueEffect::lacking)) return by(Sense::lacking, hit);
  if (const CueHit* hit = cue(CueEffect::done)) return by(Sense::done, hit);
  if (const CueHit* hit = cue(CueEffect::slogan)) return by(Sense::slogan, hit);
  return {sense_of_role(role), -1, {}};
}

}  // namespace fazhi
