#include <algorithm>
#include <span>

#include "base/utf8.hpp"
#include "outline/lone_year.hpp"
#include "outline/structure.hpp"
#include "outline/years.hpp"

namespace fazhi {
namespace {

/// A title is looked for in this many paragraphs from the start of a file; web
/// pages bring some lines of navigation first.
constexpr std::size_t kTitleSearchParagraphs = 60;
constexpr std::size_t kLongestTitleLine = 60;
constexpr std::size_t kLongestUnitLine = 30;
constexpr std::size_t kLongestTailLine = 40;
constexpr std::size_t kLongestAddressee = 40;
/// Long paragraphs that a report has at least, where another one is told from it.
/// A list of links to other reports has none between them.
constexpr std::size_t kParagraphsOfReport = 3;

/// The first match that begins at `begin` or behind it.
auto first_from(std::span<const Match> matches, std::uint32_t begin) {
  return std::lower_bound(matches.begin(), matches.end(), begin,
                          [](const Match& match, std::uint32_t at) { return match.range.begin < at; });
}

class Parter {
 public:
  Parter(const Report& report, const OutlineRules& rules) : report_(report), rules_(rules) {
    parts_.part.resize(report.normal.paragraphs.size());
    first_sentence_.assign(report.normal.paragraphs.size(), kNone);
    for (std::uint32_t index = static_cast<std::uint32_t>(report.sentences.size()); index-- > 0;) {
      first_sentence_[report.sentences[index].paragraph] = index;
    }
  }

  ParagraphParts run() {
    mark_furniture();
    find_title();
    mark_head();
    mark_end_of_page();
    mark_tail();
    find_further_titles();
    return std::move(parts_);
  }

 private:
  std::size_t size() const { return parts_.part.size(); }
  std::string_view text(std::size_t paragraph) const {
    return report_.text(report_.normal.paragraphs[paragraph]);
  }
  std::size_t length(std::size_t paragraph) const { return count_code_points(text(paragraph)); }
  bool ends_sentence(std::size_t paragraph) const { return is_mark(last_mark(text(paragraph)), "。！？；"); }

  bool has(std::size_t paragraph, GroupId group) const {
    const TextRange range = report_.normal.paragraphs[paragraph];
    const auto matches = report_.matches.of(group);
    for (auto match = first_from(matches, range.begin); match != matches.end() && match->range.begin < range.end; ++match) {
      if (match->range.end <= range.end) return true;
    }
    return false;
  }

  void mark_furniture() {
    for (std::size_t paragraph = 0; paragraph < size(); ++paragraph) {
      if (report_.normal.paragraphs[paragraph].empty() || report_.document.paragraphs[paragraph].furniture) {
        parts_.part[paragraph] = Role::furniture;
      }
    }
    for (const OutlineRules::Furniture& rule : rules_.furniture) {
      for (const Match& match : report_.matches.of(rule.patterns)) {
        const Sentence& sentence = report_.sentences[match.window];
        std::optional<Role>& part = parts_.part[sentence.paragraph];
        if (!part && first_sentence_[sentence.paragraph] == match.window) part = rule.part;
      }
    }
  }

  bool title_line(std::size_t paragraph) const {
    return !parts_.part[paragraph] && length(paragraph) <= kLongestTitleLine && !ends_sentence(paragraph) &&
           !is_mark(last_mark(text(paragraph)), "：，");
  }

  bool body_like(std::size_t paragraph) const {
    return !parts_.part[paragraph] && length(paragraph) > kLongestTitleLine;
  }

  bool names_unit(std::string_view line) const {
    return std::any_of(rules_.identity.unit_suffixes.begin(), rules_.identity.unit_suffixes.end(),
                       [&](const auto& each) { return line.ends_with(each.suffix); });
  }

  void find_title() {
    std::optional<std::size_t> subject;
    for (std::size_t paragraph = 0; paragraph < std::min(size(), kTitleSearchParagraphs); ++paragraph) {
      if (body_like(paragraph) && subject) break;
      if (body_like(paragraph) && paragraph > kTitleSearchParagraphs / 2) break;
      if (body_like(paragraph)) {
        // A long paragraph before any title: the report has none, or the page's summary comes first.
        if (!has_title_ahead(paragraph)) break;
        continue;
      }
      const std::uint32_t first = first_sentence_[paragraph];
      const bool numbered = first != kNone && report_.sentences[first].ordinal &&
                            numbers_headings(report_.sentences[first].ordinal->style);
      if (numbered && subject) break;
      if (!numbered && title_line(paragraph) && is_likelier_title(paragraph, subject)) subject = paragraph;
    }
    if (!subject) return;
    std::size_t begin = *subject;
    std::size_t end = *subject + 1;
    if (!has(*subject, rules_.title_kinds) && end < size() && title_line(end) && has(end, rules_.title_kinds)) ++end;
    if (end < size() && lone_year(text(end))) ++end;
    while (begin > 0 && title_line(begin - 1) && joins_title(begin - 1, begin)) --begin;
    if (begin > 0 && is_year_above(begin - 1, end)) --begin;
    for (std::size_t paragraph = begin; paragraph < end; ++paragraph) {
      parts_.title.push_back(static_cast<std::uint32_t>(paragraph));
    }
  }

  /// A later line is likelier, but for one that only speaks of the subject
  /// (坚持高位推动 法治政府建设责任不断强化) behind one that says it is a report.
  bool is_likelier_title(std::size_t paragraph, const std::optional<std::size_t>& than) const {
    if (!has(paragraph, rules_.title_subjects)) return false;
    return !than || has(paragraph, rules_.title_kinds) || !has(*than, rules_.title_kinds);
  }

  /// 2024年度 above a title without a year.
  bool is_year_above(std::size_t paragraph, std::size_t title_end) const {
    const std::string_view line = text(paragraph);
    const std::optional<YearMention> year = lone_year(line);
    if (parts_.part[paragraph] || !year || year->range.begin != 0 || line.find("年") == std::string_view::npos) return false;
    const TextRange title{report_.normal.paragraphs[paragraph + 1].begin, report_.normal.paragraphs[title_end - 1].end};
    return find_years(report_.normal.text, title).empty();
  }

  bool has_title_ahead(std::size_t paragraph) const {
    const std::size_t limit = std::min(size(), paragraph + 4);
    for (std::size_t next = paragraph + 1; next < limit; ++next) {
      if (title_line(next) && has(next, rules_.title_subjects) && has(next, rules_.title_kinds)) return true;
    }
    return false;
  }

  /// Whether the line before a title belongs to it: the unit's name, 关于, or the first half of a long title.
  bool joins_title(std::size_t line, std::size_t title) const {
    const std::string_view above = text(line);
    if (above.ends_with("文件") || length(line) > kLongestUnitLine) return false;
    if (has(line, rules_.title_subjects) && has(line, rules_.title_kinds)) return false;
    const bool title_lacks_unit = !starts_with_unit(text(title));
    if (above.ends_with("关于") || text(title).starts_with("关于")) return names_unit(above) || above.ends_with("关于");
    return names_unit(above) && (title_lacks_unit || above.starts_with("中共"));
  }

  bool starts_with_unit(std::string_view line) const {
    return std::any_of(rules_.identity.unit_suffixes.begin(), rules_.identity.unit_suffixes.end(), [&](const auto& each) {
      const std::size_t at = line.find(each.suffix);
      return at != std::string_view::npos && at > 0 && at < 45;
    });
  }

  void mark_head() {
    std::size_t body = parts_.title.empty() ? 0 : parts_.title.back() + 1;
    for (std::size_t paragraph = 0; paragraph < body; ++paragraph) {
      if (!parts_.part[paragraph]) parts_.part[paragraph] = Role::head;
    }
    for (; body < size(); ++body) {
      if (parts_.part[body]) continue;
      if (!head_line(body)) break;
      parts_.part[body] = Role::head;
    }
    body_begin_ = body;
  }

  bool head_line(std::size_t paragraph) const {
    const std::string_view line = text(paragraph);
    if (length(paragraph) > kLongestAddressee) return false;
    if (line.find("。") != std::string_view::npos || line.find("如下") != std::string_view::npos) return false;
    if (line.ends_with("：")) return !heads_section(paragraph);
    if (line.starts_with("（") && line.ends_with("）")) return true;
    return is_date(line) || names_unit(line);
  }

  /// 一、主要工作及成效：, no addressee.
  bool heads_section(std::size_t paragraph) const {
    const std::uint32_t first = first_sentence_[paragraph];
    const bool numbered = first != kNone && report_.sentences[first].ordinal;
    return numbered || std::any_of(rules_.titles.begin(), rules_.titles.end(), [&](const OutlineRules::Title& title) {
             return has(paragraph, title.patterns) && !has(paragraph, title.except);
           });
  }

  static bool is_date(std::string_view line) {
    if (line.starts_with("（") && line.ends_with("）")) line = line.substr(3, line.size() - 6);
    if (count_code_points(line) > 14) return false;
    const std::vector<YearMention> years = find_years(line, {0, static_cast<std::uint32_t>(line.size())});
    return years.size() == 1 && years.front().range.begin == 0 && line.ends_with("日");
  }

  void mark_end_of_page() {
    for (const OutlineRules::Furniture& rule : rules_.furniture) {
      if (!rule.ends_report) continue;
      for (const Match& match : report_.matches.of(rule.patterns)) {
        const std::size_t paragraph = report_.sentences[match.window].paragraph;
        if (paragraph <= body_begin_ || !parts_.part[paragraph] || !stands_near_end(paragraph)) continue;
        for (std::size_t rest = paragraph; rest < size(); ++rest) parts_.part[rest] = Role::furniture;
        break;
      }
    }
  }

  /// A line that ends reports has no more of the body behind it than before: the
  /// same words may stand under a title.
  bool stands_near_end(std::size_t paragraph) const {
    const std::uint32_t begin = report_.normal.paragraphs[body_begin_].begin;
    const TextRange line = report_.normal.paragraphs[paragraph];
    return report_.normal.paragraphs.back().end - line.end <= line.begin - begin;
  }

  void mark_tail() {
    for (std::size_t paragraph = size(); paragraph-- > body_begin_;) {
      if (parts_.part[paragraph]) continue;
      if (!tail_line(paragraph)) break;
      parts_.part[paragraph] = Role::tail;
    }
  }

  void find_further_titles() {
    if (parts_.title.empty()) return;
    std::vector<std::size_t> titles;
    std::vector<std::size_t> long_behind{0};  // paragraphs behind the first title and each of the others
    for (std::size_t paragraph = body_begin_; paragraph < size(); ++paragraph) {
      if (body_like(paragraph)) ++long_behind.back();
      if (!is_title_of_its_own(paragraph)) continue;
      titles.push_back(paragraph);
      long_behind.push_back(0);
    }
    for (std::size_t index = 0; index < titles.size(); ++index) {
      // Behind a cover or a list of contents the next title is the first report's.
      const bool is_first = index == 0 && long_behind.front() < kParagraphsOfReport;
      if (is_first || long_behind[index + 1] < kParagraphsOfReport) continue;
      parts_.further_titles.push_back(with_lines_above(titles[index]));
    }
  }

  ParagraphRange with_lines_above(std::size_t title) const {
    std::size_t begin = title;
    while (begin > body_begin_ && title_line(begin - 1) && joins_title(begin - 1, begin)) --begin;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(title + 1)};
  }

  bool is_title_of_its_own(std::size_t paragraph) const {
    const std::uint32_t first = first_sentence_[paragraph];
    return title_line(paragraph) && has(paragraph, rules_.title_subjects) && has(paragraph, rules_.title_kinds) && first != kNone &&
           !report_.sentences[first].ordinal && !find_years(report_.normal.text, report_.normal.paragraphs[paragraph]).empty();
  }

  bool tail_line(std::size_t paragraph) const {
    const std::string_view line = text(paragraph);
    const std::uint32_t first = first_sentence_[paragraph];
    if (first != kNone && report_.sentences[first].ordinal) return false;
    if (length(paragraph) > kLongestTailLine || ends_sentence(paragraph)) return false;
    return is_date(line) || names_unit(line) || ends_with_date(line);
  }

  static bool ends_with_date(std::string_view line) {
    const std::vector<YearMention> years = find_years(line, {0, static_cast<std::uint32_t>(line.size())});
    if (years.empty()) return false;
    return is_date(line.substr(years.back().range.begin));
  }

  const Report& report_;
  const OutlineRules& rules_;
  ParagraphParts parts_;
  std::vector<std::uint32_t> first_sentence_;
  std::size_t body_begin_ = 0;
};

}  // namespace

ParagraphParts part_paragraphs(const Report& report, const OutlineRules& rules) { return Parter(report, rules).run(); }

bool matches_in(const Report& report, GroupId group, std::uint32_t sentence, TextRange range) {
  const auto matches = report.matches.of(group);
  for (auto match = first_from(matches, range.begin); match != matches.end() && match->range.begin < range.end; ++match) {
    if (match->window == sentence && match->range.end <= range.end) return true;
  }
  return false;
}

bool announces_report(const Report& report, const OutlineRules& rules, std::uint32_t sentence) {
  const TextRange range = report.sentences[sentence].range;
  return std::any_of(rules.turns.begin(), rules.turns.end(), [&](const OutlineRules::TurnRule& turn) {
    return turn.announces() && matches_in(report, turn.patterns, sentence, range);
  });
}

}  // namespace fazhi
