#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/utf8.hpp"
#include "evaluate/defects_kinds.hpp"
#include "evaluate/defects_text.hpp"

namespace fazhi::defects {
namespace {

/// Matches that overlap or touch tell of one passage: 法制宣传教育, 〔20XX〕.
std::vector<Match> join(std::span<const Match> matches) {
  std::vector<Match> out;
  for (const Match& each : matches) {
    if (!out.empty() && out.back().window == each.window && each.range.begin <= out.back().range.end) {
      out.back().range.end = std::max(out.back().range.end, each.range.end);
    } else {
      out.push_back(each);
    }
  }
  return out;
}

class LawJudge {
 public:
  explicit LawJudge(const Search& search) : reading_(search.reading), report_(search.report()) {}

  Occurrences run() {
    const std::optional<int> year = year_of_citing();
    if (!year) return {};
    const std::vector<RepealedLaw>& laws = reading_.compiled().checklist().repealed_laws;
    const std::string new_year = std::to_string(*year) + "-01-01";
    for (std::size_t index = 0; index < laws.size(); ++index) {
      if (laws[index].repealed_on > new_year) continue;
      const CompiledChecklist::LawGroups& groups = reading_.compiled().laws()[index];
      for (const Match& match : report_.matches.of(groups.title)) take(laws[index], groups, match);
    }
    return std::move(found_);
  }

 private:
  /// The report year; where it can't be told, the latest year that the text names.
  std::optional<int> year_of_citing() const {
    if (report_.identity.year) return report_.identity.year;
    std::optional<int> latest;
    for (std::uint32_t index = 0; index < report_.sentences.size(); ++index) {
      if (report_.sentences[index].role == Role::plan) continue;
      for (const YearMention& each : reading_.years(index)) latest = std::max(latest.value_or(0), each.year);
    }
    return latest;
  }

  void take(const RepealedLaw& law, const CompiledChecklist::LawGroups& groups, const Match& match) {
    const Sentence& sentence = report_.sentences[match.window];
    if (!is_own_text(sentence.role) || overlaps_match(report_, groups.within, match.window, match.range)) return;
    TextRange passage = match.range;
    TextRange title;
    if (is_in_title(report_, sentence, match.range, title)) {
      if (!names_law(report_.text(title), law.title)) return;
      passage = {title.begin - 3, title.end + 3};
    }
    if (is_told_repealed(match.window, passage)) return;
    found_.push_back(
        {passage, {MessageId::defect_repealed_law, {law.title, law.repealed_on, law.by}}, std::nullopt, std::nullopt});
  }

  /// What 《》 hold is the law itself, not a document about it.
  static bool names_law(std::string_view title, std::string_view law) {
    if (title.starts_with(kCountry)) title.remove_prefix(kCountry.size());
    if (!title.starts_with(law)) return false;
    title.remove_prefix(law.size());
    return title.empty() || title.starts_with("（");
  }

  /// 废止 and the like, in the clause of the law or in the one behind it.
  bool is_told_repealed(std::uint32_t index, TextRange passage) const {
    const GroupId marks = reading_.compiled().repeal_marks();
    const TextRange clause = reading_.clause_at(index, passage.begin);
    if (holds_match(report_, marks, index, clause) || overlaps_match(report_, marks, index, passage)) return true;
    if (clause.end >= report_.sentences[index].range.end) return false;
    return holds_match(report_, marks, index, reading_.clause_at(index, clause.end));
  }

  const Reading& reading_;
  const Report& report_;
  Occurrences found_;
};

}  // namespace

Occurrences find_repealed_law(const Search& search) { return LawJudge(search).run(); }

Occurrences find_term(const Search& search) {
  const Report& report = search.report();
  Occurrences found;
  for (const Match& match : join(report.matches.of(search.words.patterns))) {
    const Sentence& sentence = report.sentences[match.window];
    TextRange title;
    if (!is_own_text(sentence.role) || is_in_title(report, sentence, match.range, title)) continue;
    if (overlaps_match(report, search.words.except, match.window, match.range)) continue;
    found.push_back(
        {match.range, {MessageId::defect_term, {std::string(report.text(match.range))}}, std::nullopt, std::nullopt});
  }
  return found;
}

Occurrences find_placeholder(const Search& search) {
  const Report& report = search.report();
  Occurrences found;
  for (const Match& match : join(report.matches.of(search.words.patterns))) {
    if (report.sentences[match.window].role == Role::furniture) continue;
    if (overlaps_match(report, search.words.except, match.window, match.range)) continue;
    found.push_back({match.range,
                     {MessageId::defect_placeholder, {std::string(report.text(match.range))}},
                     std::nullopt,
                     std::nullopt});
  }
  return found;
}

}  // namespace fazhi::defects
