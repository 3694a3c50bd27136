#include <algorithm>
#include <span>

#include "base/utf8.hpp"
#include "outline/structure.hpp"
#include "outline/years.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kLongestHeadingLine = 60;
/// One whose last words name a role (…的举措和成效).
constexpr std::size_t kLongestTitledLine = 130;
constexpr std::size_t kLongestRunInHeading = 45;
constexpr std::size_t kLongestMinorRunIn = 25;
constexpr std::size_t kLongestPlainHeading = 44;
constexpr std::size_t kLongestTopicHeading = 20;
constexpr std::size_t kShortestBody = 50;
/// In a heading that lost its line break the words that name a role stand this
/// near to its ordinal (code points).
constexpr std::size_t kGluedTitleReach = 24;

/// Rank of a style where the text does not show it by nesting; lower is higher.
int rank_of(OrdinalStyle style) {
  switch (style) {
    case OrdinalStyle::part:
      return -1;
    case OrdinalStyle::chinese_comma:
      return 1;
    case OrdinalStyle::chinese_parentheses:
      return 2;
    case OrdinalStyle::arabic_point:
      return 3;
    case OrdinalStyle::arabic_parentheses:
      return 4;
    case OrdinalStyle::circled:
      return 5;
    case OrdinalStyle::chinese_is:
    case OrdinalStyle::sequence:
    case OrdinalStyle::adverb:
      return 9;
  }
  return 9;
}

constexpr int kPlainRank = 0;

class SectionFinder {
 public:
  SectionFinder(Report& report, const ParagraphParts& parts, const OutlineRules& rules)
      : report_(report), parts_(parts), rules_(rules) {
    numbered_ = std::any_of(report.sentences.begin(), report.sentences.end(), [&](const Sentence& each) {
      return in_body(each) && each.ordinal && each.ordinal->style == OrdinalStyle::chinese_comma;
    });
    points_lead_ = !numbered_ && points_hold_parentheses();
  }

  void run() {
    for (std::uint32_t index = 0; index < report_.sentences.size(); ++index) {
      Sentence& sentence = report_.sentences[index];
      if (in_body(sentence)) consider(index);
      sentence.section = stack_.empty() || !in_body(sentence) ? kNone : stack_.back().section;
    }
    const auto end = static_cast<std::uint32_t>(report_.sentences.size());
    for (const Level& level : stack_) report_.sections[level.section].end_sentence = end;
  }

 private:
  struct Level {
    int rank;
    std::uint32_t section;
  };

  /// Whether “1.” numbers the parts of the report and “（一）” what stands in
  /// them: 1., 2., 3. run through it once, and （一） begins anew behind them.
  bool points_hold_parentheses() const {
    std::uint32_t points = 0;
    std::uint32_t inside = 0;
    bool holds = false;
    for (const Sentence& each : report_.sentences) {
      if (!in_body(each) || !each.ordinal || !begins_paragraph(each)) continue;
      if (each.ordinal->style == OrdinalStyle::arabic_point) {
        if (static_cast<std::uint32_t>(each.ordinal->value) != points + 1) return false;
        holds = holds || inside > 0;
        ++points;
        inside = 0;
      } else if (each.ordinal->style == OrdinalStyle::chinese_parentheses) {
        if (points == 0 || (inside == 0 && each.ordinal->value != 1)) return false;
        ++inside;
      }
    }
    return holds;
  }

  int rank_here(OrdinalStyle style) const {
    return points_lead_ && style == OrdinalStyle::arabic_point ? rank_of(OrdinalStyle::chinese_comma) : rank_of(style);
  }

  bool in_body(const Sentence& sentence) const { return !parts_.part[sentence.paragraph]; }
  TextRange paragraph_of(const Sentence& sentence) const { return report_.normal.paragraphs[sentence.paragraph]; }
  std::size_t length(TextRange range) const { return count_code_points(report_.text(range)); }
  bool begins_paragraph(const Sentence& sentence) const {
    return sentence.range.begin == paragraph_of(sentence).begin;
  }
  bool fills_paragraph(const Sentence& sentence) const { return sentence.range == paragraph_of(sentence); }
  bool closed(const Sentence& sentence) const {
    return is_mark(last_mark(report_.text(sentence.range)), "。！？；");
  }

  bool names_role(std::uint32_t index, TextRange range) const {
    return std::any_of(rules_.titles.begin(), rules_.titles.end(), [&](const OutlineRules::Title& title) {
      return !title.later_year && matches_in(report_, title.patterns, index, range) &&
             !matches_in(report_, title.except, index, range);
    });
  }

  /// 现将…报告如下：, in a paragraph of its own; 存在问题情况如下： is a heading.
  bool only_announces(std::uint32_t index) const {
    const TextRange range = report_.sentences[index].range;
    if (!announces_report(report_, rules_, index)) return false;
    return std::none_of(rules_.titles.begin(), rules_.titles.end(), [&](const OutlineRules::Title& title) {
      return title.role != Role::achievements && !title.later_year && matches_in(report_, title.patterns, index, range) &&
             !matches_in(report_, title.except, index, range);
    });
  }

  void consider(std::uint32_t index) {
    const Sentence& sentence = report_.sentences[index];
    if (sentence.ordinal && numbers_headings(sentence.ordinal->style)) {
      consider_numbered(index);
    } else if (!sentence.ordinal && begins_paragraph(sentence)) {
      consider_plain(index);
    }
  }

  void consider_numbered(std::uint32_t index) {
    const Sentence& sentence = report_.sentences[index];
    const int rank = rank_here(sentence.ordinal->style);
    const std::size_t size = length(sentence.range);
    if (!begins_paragraph(sentence)) {
      if (sentence.ordinal->style == OrdinalStyle::chinese_comma) open_glued(index, rank);
      return;
    }
    if (fills_paragraph(sentence)) {
      const bool heading = !closed(sentence) ? size <= kLongestHeadingLine : rank <= 2 && size <= kLongestRunInHeading && has_own_body(index);
      if (heading) {
        open(index, sentence.range, rank, false, false);
      } else if (is_long_title(index, rank) && leads_text(index)) {
        open(index, last_clause(sentence.range), rank, false, false);
      } else if (rank <= 2) {
        open_glued(index, rank);
      }
      return;
    }
    const bool may_be_long = rank <= 2 || is_single_clause_of_role(index);
    const std::size_t longest = may_be_long ? kLongestRunInHeading : kLongestMinorRunIn;
    if (size <= longest && is_mark(last_mark(report_.text(sentence.range)), "。！？")) {
      open(index, sentence.range, rank, true, false);
    } else if (is_long_title(index, rank) && !counts_something(index)) {
      open(index, last_clause(sentence.range), rank, true, false);
    } else if (rank <= 2) {
      open_glued(index, rank);
    }
  }

  /// 1.主要负责人切实履行推进基层法治建设第一责任人职责。
  bool is_single_clause_of_role(std::uint32_t index) const {
    const TextRange range = report_.sentences[index].range;
    return report_.text(range).find("，") == std::string_view::npos && names_role(index, range);
  }

  /// Whether the words that name a role end the sentence, of the style that
  /// numbers the report's parts:
  /// 一、深入学习贯彻习近平法治思想的情况，推动法治政府建设的举措和成效。
  bool is_long_title(std::uint32_t index, int rank) const {
    const Sentence& sentence = report_.sentences[index];
    if ((rank > 1 && numbered_) || length(sentence.range) > kLongestTitledLine) return false;
    TextRange range = sentence.range;
    if (closed(sentence)) range.end -= static_cast<std::uint32_t>(last_mark(report_.text(range)).size());
    const auto ends = [&](const OutlineRules::Title& title) {
      const std::span<const Match> all = report_.matches.of(title.patterns, index);
      return !title.later_year && !matches_in(report_, title.except, index, last_clause(range)) &&
             std::any_of(all.begin(), all.end(), [&](const Match& match) { return match.range.end == range.end; });
    };
    return std::any_of(rules_.titles.begin(), rules_.titles.end(), ends);
  }

  /// Of a long title the last clause alone says what the part is for; the others
  /// may name plans and shortcomings in passing.
  TextRange last_clause(TextRange range) const {
    const std::size_t comma = report_.text(range).rfind("，");
    if (comma == std::string_view::npos) return range;
    return {range.begin + static_cast<std::uint32_t>(comma + std::string_view("，").size()), range.end};
  }

  /// Whether what follows stands under the line: its first part, or text where
  /// the line itself counts nothing and so tells no facts.
  bool leads_text(std::uint32_t index) const {
    if (index + 1 >= report_.sentences.size()) return false;
    const std::optional<Ordinal>& next = report_.sentences[index + 1].ordinal;
    const bool first_part = next && next->value == 1 && numbers_headings(next->style) &&
                            rank_here(next->style) > rank_here(report_.sentences[index].ordinal->style);
    return first_part || (!counts_something(index) && has_own_body(index));
  }

  /// A digit that is no year's, behind the line's own number.
  bool counts_something(std::uint32_t index) const {
    const Sentence& sentence = report_.sentences[index];
    const TextRange range{sentence.ordinal->range.end, sentence.range.end};
    const std::vector<YearMention> years = find_years(report_.normal.text, range);
    for (std::uint32_t at = range.begin; at < range.end; ++at) {
      const bool digit = report_.normal.text[at] >= '0' && report_.normal.text[at] <= '9';
      const auto holds = [&](const YearMention& year) { return at >= year.range.begin && at < year.range.end; };
      if (digit && std::none_of(years.begin(), years.end(), holds)) return true;
    }
    return false;
  }

  /// Whether text follows in the next paragraph that is no heading of the same
  /// style nor of one that this style stands under.
  bool has_own_body(std::uint32_t index) const {
    if (index + 1 >= report_.sentences.size()) return false;
    const Sentence& next = report_.sentences[index + 1];
    if (!in_body(next)) return false;
    if (!next.ordinal) return true;
    const auto own = std::find(styles_.begin(), styles_.end(), report_.sentences[index].ordinal->style);
    return next.ordinal->style != report_.sentences[index].ordinal->style &&
           std::find(styles_.begin(), own, next.ordinal->style) == own;
  }

  /// A heading whose line break was lost: up to the words that name its role,
  /// or its first mark.
  void open_glued(std::uint32_t index, int rank) {
    const Sentence& sentence = report_.sentences[index];
    const std::uint32_t begin = sentence.ordinal->range.end;
    TextRange heading = sentence.range;
    std::size_t points = 0;
    for (std::uint32_t at = begin; at < sentence.range.end;) {
      const unsigned step = code_point_length(report_.normal.text[at]);
      if (points++ >= kGluedTitleReach || is_mark(std::string_view(report_.normal.text).substr(at, step), "，。：；！？")) {
        heading.end = at;
        break;
      }
      at += step;
    }
    for (const OutlineRules::Title& title : rules_.titles) {
      for (const Match& match : report_.matches.of(title.patterns, index)) {
        if (match.range.begin < heading.end && match.range.end > heading.end) {
          heading.end = std::min(match.range.end, sentence.range.end);
        }
      }
    }
    open(index, heading, rank, true, true);
  }

  void consider_plain(std::uint32_t index) {
    const Sentence& sentence = report_.sentences[index];
    const int level = report_.document.paragraphs[sentence.paragraph].heading_level;
    // A style of headings is put on running text as well.
    const bool may_be_heading = length(sentence.range) <= kLongestHeadingLine && !closed(sentence);
    if (level > 0 && may_be_heading && fills_paragraph(sentence)) {
      open(index, sentence.range, kPlainRank - 10 + level, false, false);
      return;
    }
    const std::size_t size = length(sentence.range);
    const std::string_view last = last_mark(report_.text(sentence.range));
    if (!fills_paragraph(sentence) || size > kLongestPlainHeading || is_mark(last, "。；，！？")) return;
    const std::string_view line = report_.text(sentence.range);
    const bool introduces = (is_mark(last, "：") && line.find("，") != std::string_view::npos) || only_announces(index);
    if (!introduces && names_role(index, sentence.range)) {
      open(index, sentence.range, kPlainRank, false, false);
    } else if (!numbered_ && size <= kLongestTopicHeading && !is_mark(last, "：") && stands_between_texts(index)) {
      open(index, sentence.range, kPlainRank, false, false);
    }
  }

  bool stands_between_texts(std::uint32_t index) const {
    if (index == 0 || index + 1 >= report_.sentences.size()) return false;
    const Sentence& before = report_.sentences[index - 1];
    const Sentence& behind = report_.sentences[index + 1];
    return in_body(before) && in_body(behind) && length(paragraph_of(behind)) >= kShortestBody &&
           (closed(before) || before.heading);
  }

  void open(std::uint32_t index, TextRange heading, int rank, bool run_in, bool glued) {
    while (!stack_.empty() && stack_.back().rank >= rank) {
      report_.sections[stack_.back().section].end_sentence = index;
      stack_.pop_back();
    }
    Section section;
    section.parent = stack_.empty() ? kNone : stack_.back().section;
    section.depth = static_cast<int>(stack_.size());
    section.heading = heading;
    section.heading_sentence = index;
    section.first_sentence = glued ? index : index + 1;
    section.run_in = run_in;
    section.glued = glued;
    stack_.push_back({rank, static_cast<std::uint32_t>(report_.sections.size())});
    const std::optional<Ordinal>& ordinal = report_.sentences[index].ordinal;
    if (ordinal && std::find(styles_.begin(), styles_.end(), ordinal->style) == styles_.end()) {
      styles_.push_back(ordinal->style);
    }
    report_.sections.push_back(section);
    report_.sentences[index].heading = !glued;
  }

  Report& report_;
  const ParagraphParts& parts_;
  const OutlineRules& rules_;
  std::vector<Level> stack_;
  std::vector<OrdinalStyle> styles_;  ///< of headings, in the order in which they first stood
  bool numbered_ = false;
  bool points_lead_ = false;  ///< “1.” stands above “（一）”
};

}  // namespace

void find_sections(Report& report, const ParagraphParts& parts, const OutlineRules& rules) {
  report.sections.clear();
  SectionFinder(report, parts, rules).run();
}

}  // namespace fazhi
