#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"
#include "evaluate/defects_kinds.hpp"
#include "evaluate/defects_text.hpp"

namespace fazhi::defects {
namespace {

constexpr std::string_view kDigits = "一二三四五六七八九";
constexpr std::int32_t kTen = 10;

/// 12 as 十二; values from 1 to 99.
std::string han(std::int32_t value) {
  const auto digit = [](std::int32_t each) {
    return std::string(kDigits.substr(static_cast<std::size_t>(each - 1) * 3, 3));
  };
  std::string out;
  if (value >= 2 * kTen) out += digit(value / kTen);
  if (value >= kTen) out += "十";
  if (value % kTen > 0) out += digit(value % kTen);
  return out;
}

std::string circled(std::int32_t value) {
  // ① is U+2460, ⑳ U+2473.
  return {'\xE2', '\x91', static_cast<char>(0xA0 + value - 1)};
}

/// The ways to write the ordinal `value` in `style`, the usual one first.
std::vector<std::string> spellings(OrdinalStyle style, std::int32_t value) {
  const std::string arabic = std::to_string(value);
  switch (style) {
    case OrdinalStyle::chinese_comma:
      return {han(value) + "、", han(value) + "."};
    case OrdinalStyle::chinese_parentheses:
      return {"（" + han(value) + "）"};
    case OrdinalStyle::arabic_point:
      return {arabic + ".", arabic + "、"};
    case OrdinalStyle::arabic_parentheses:
      return {"（" + arabic + "）", arabic + "）"};
    case OrdinalStyle::circled:
      return {circled(value)};
    case OrdinalStyle::chinese_is:
      return {han(value) + "是", han(value) + "要", "其" + han(value)};
    case OrdinalStyle::sequence:
      return {"第" + han(value)};
    case OrdinalStyle::adverb:
      return {"首先"};
  }
  return {};
}

/// What follows these is no item: 5、6月份; 一、二季度; 三要素.
bool is_no_item(const Ordinal& ordinal, std::string_view behind) {
  constexpr auto kOtherWords = std::to_array<std::string_view>({"素", "点", "件", "求", "义", "闻"});
  constexpr auto kCounted = std::to_array<std::string_view>({"月", "季", "级", "组", "类", "日", "号", "期", "、", "和", "及", "至", "年级", "楼"});
  if (ordinal.style == OrdinalStyle::chinese_is) return begins_with_any(behind, kOtherWords);
  if (ordinal.style != OrdinalStyle::arabic_point && ordinal.style != OrdinalStyle::chinese_comma) return false;
  std::size_t length = 0;
  while (length < behind.size()) {
    const std::size_t step = code_point_length(behind[length]);
    const std::string_view point = behind.substr(length, step);
    const bool numeral = (behind[length] >= '0' && behind[length] <= '9') || is_mark(point, kDigits) || point == "十";
    if (!numeral) break;
    length += step;
  }
  return length > 0 && length <= 6 && begins_with_any(behind.substr(length), kCounted);
}

/// A list of running items or of sibling headings, as far as it has come.
struct List {
  std::int32_t last = 0;
  TextRange at;            ///< the last ordinal
  std::uint32_t paragraph = 0;
  std::int32_t due = 0;    ///< what the last one should have been; itself where it is right

  /// Behind a wrong ordinal a list may count on from it, or from the right one.
  [[nodiscard]] bool is_followed_by(std::int32_t value) const { return last + 1 == value || due + 1 == value; }
};

class ListJudge {
 public:
  explicit ListJudge(const Search& search) : report_(search.report()) {}

  Occurrences run() {
    for (std::uint32_t index = 0; index < report_.sentences.size(); ++index) {
      const Sentence& sentence = report_.sentences[index];
      if (!sentence.ordinal || !is_own_text(sentence.role)) continue;
      const std::string_view behind = report_.text({sentence.ordinal->range.end, sentence.range.end});
      if (!is_no_item(*sentence.ordinal, behind)) take(index);
    }
    return std::move(found_);
  }

 private:
  /// Section and style of a list; 一是 and 一要 are two styles.
  using Key = std::pair<std::uint32_t, int>;

  static constexpr int kAskingStyle = 100;

  int style_of(const Ordinal& ordinal) const {
    const bool asks = ordinal.style == OrdinalStyle::chinese_is && report_.text(ordinal.range).ends_with("要");
    return asks ? kAskingStyle : static_cast<int>(ordinal.style);
  }

  bool opens_section(std::uint32_t index) const {
    const std::uint32_t section = report_.sentences[index].section;
    return section != kNone && report_.sections[section].heading_sentence == index;
  }

  /// The section that the list stands in: of a heading its parent.
  std::uint32_t container_of(std::uint32_t index) const {
    const std::uint32_t section = report_.sentences[index].section;
    return opens_section(index) ? report_.sections[section].parent : section;
  }

  List* list_at(std::uint32_t container, int style) {
    const auto found = lists_.find(Key{container, style});
    return found == lists_.end() ? nullptr : &found->second;
  }

  void take(std::uint32_t index) {
    const Sentence& sentence = report_.sentences[index];
    const Ordinal& ordinal = *sentence.ordinal;
    const int style = style_of(ordinal);
    const std::uint32_t container = container_of(index);
    List now{ordinal.value, ordinal.range, sentence.paragraph, ordinal.value};
    if (ordinal.style == OrdinalStyle::adverb) {
      lists_[Key{container, style}] = now;
      return;
    }
    if (ordinal.value == 1) {
      begin_list(Key{container, style}, now);
    } else if (!goes_on(container, style, ordinal.style, now)) {
      if (List* list = nearest_list(container, style)) {
        if (judge_step(index, *list)) now.due = list->due + 1;
        *list = now;
      } else {
        judge_first(index, container, style);
        lists_[Key{container, style}] = now;
      }
    }
    last_[style] = now;
  }

  /// A list that begins behind a colon within an item is set in it: the outer one goes on afterwards.
  void begin_list(Key key, const List& now) {
    const auto open = lists_.find(key);
    if (open != lists_.end()) {
      const bool inner = open->second.paragraph == now.paragraph &&
                         last_mark(report_.text({open->second.at.end, now.at.begin})) == "：";
      if (inner) outer_[key] = open->second;
    }
    lists_[key] = now;
  }

  /// Whether the ordinal is the next one of an open list: of its own section,
  /// of one around it, or of one that runs on over several sections.
  bool goes_on(std::uint32_t container, int style, OrdinalStyle kind, const List& now) {
    for (std::uint32_t section = container;; section = report_.sections[section].parent) {
      List* list = list_at(section, style);
      if (list != nullptr && list->is_followed_by(now.last)) {
        *list = now;
        return true;
      }
      const auto outer = outer_.find(Key{section, style});
      if (outer != outer_.end() && outer->second.last + 1 == now.last && outer->second.paragraph == now.paragraph) {
        lists_[Key{section, style}] = now;
        return true;
      }
      if (section == kNone || (list != nullptr && !numbers_headings(kind))) break;
    }
    const auto last = last_.find(style);
    if (last == last_.end() || last->second.last + 1 != now.last || list_at(container, style) != nullptr) return false;
    lists_[Key{container, style}] = now;
    return true;
  }

  List* nearest_list(std::uint32_t container, int style) {
    for (std::uint32_t section = container;; section = report_.sections[section].parent) {
      if (List* list = list_at(section, style)) return list;
      if (section == kNone || !is_item_of(section, style)) return nullptr;
    }
  }

  /// Whether the section is itself an item of that style, so that an item that
  /// is no heading may stand in it: 3.…。 as a heading, 4.… as a mere paragraph.
  bool is_item_of(std::uint32_t section, int style) const {
    const auto& ordinal = report_.sentences[report_.sections[section].heading_sentence].ordinal;
    return ordinal && static_cast<int>(ordinal->style) == style;
  }

  /// Whether all ordinals from `first` to `last` stand literally in `between`,
  /// where no sentence begins with them: a break was lost in copying.
  bool stands_unseen(OrdinalStyle style, std::int32_t first, std::int32_t last, TextRange between) const {
    const std::string_view text = report_.text(between);
    for (std::int32_t value = first; value <= last; ++value) {
      const std::vector<std::string> ways = spellings(style, value);
      if (std::none_of(ways.begin(), ways.end(), [&](const std::string& way) { return stands_in(text, way); })) return false;
    }
    return true;
  }

  static bool stands_in(std::string_view text, std::string_view way) {
    for (std::size_t at = text.find(way); at != std::string_view::npos; at = text.find(way, at + 1)) {
      const std::string_view behind = text.substr(at + way.size());
      const bool in_number = is_digit(way.front()) && ((at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '.')) ||
                                                       (way.back() == '.' && begins_number(behind)));
      if (!in_number) return true;
    }
    return false;
  }

  /// 4.5 goes on as a number, 4.2026年工作安排 does not.
  static bool begins_number(std::string_view behind) {
    constexpr std::size_t kYearDigits = 4;
    if (behind.empty() || !is_digit(behind.front())) return false;
    std::size_t digits = 0;
    while (digits < behind.size() && is_digit(behind[digits])) ++digits;
    return digits != kYearDigits || !behind.substr(digits).starts_with("年");
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  /// Returns whether the ordinal is wrong.
  bool judge_step(std::uint32_t index, const List& list) {
    const Ordinal& ordinal = *report_.sentences[index].ordinal;
    const TextRange between{list.at.end, ordinal.range.begin};
    const bool skips = ordinal.value > list.last;
    if (stands_unseen(ordinal.style, skips ? list.last + 1 : 1, ordinal.value - 1, between)) return false;
    const std::string due = spelled_like(ordinal, list.due + 1);
    const std::string here(report_.text(ordinal.range));
    const std::string before(report_.text(list.at));
    if (skips) {
      report(index, {MessageId::defect_ordinal_skipped, {label(before), label(here), label(due)}}, list.at);
    } else if (ordinal.value == list.last) {
      report(index, {MessageId::defect_ordinal_repeated, {label(here), label(due)}}, list.at);
    } else {
      report(index, {MessageId::defect_ordinal_back, {label(before), label(here), label(due)}}, list.at);
    }
    return true;
  }

  /// The ordinal is not the first and opens a list: it may go on one of another style.
  void judge_first(std::uint32_t index, std::uint32_t container, int style) {
    const Ordinal& ordinal = *report_.sentences[index].ordinal;
    const std::int32_t previous = ordinal.value - 1;
    const std::uint32_t begin = container == kNone ? 0 : report_.sections[container].heading.begin;
    if (stands_unseen(ordinal.style, previous, previous, {begin, ordinal.range.begin})) return;
    for (auto each = lists_.lower_bound(Key{container, 0}); each != lists_.end() && each->first.first == container; ++each) {
      auto& [key, list] = *each;
      if (list.last != previous || key.second == style) continue;
      if (key.second == static_cast<int>(OrdinalStyle::adverb) || same_wording(key.second, style)) return;
      change_style(index, list);
      return;
    }
    if (container != kNone && opens_section(index)) {
      const std::uint32_t heading = report_.sections[container].heading_sentence;
      const auto& above = report_.sentences[heading].ordinal;
      List* list = above ? list_at(report_.sections[container].parent, static_cast<int>(above->style)) : nullptr;
      if (list != nullptr && list->last == previous && above->value == previous) {
        change_style(index, *list);
        return;
      }
    }
    if (begins_otherwise(ordinal, {begin, ordinal.range.begin})) return;
    report(index, {MessageId::defect_ordinal_first, {label(std::string(report_.text(ordinal.range))), label(spelled_like(ordinal, previous))}},
           std::nullopt);
  }

  /// 一要… 二是… is one list told in two words.
  static bool same_wording(int a, int b) {
    const auto is_running = [](int style) { return style == kAskingStyle || style == static_cast<int>(OrdinalStyle::chinese_is); };
    return is_running(a) && is_running(b);
  }

  void change_style(std::uint32_t index, List& list) {
    const Sentence& sentence = report_.sentences[index];
    report(index,
           {MessageId::defect_ordinal_style, {label(std::string(report_.text(list.at))), label(std::string(report_.text(sentence.ordinal->range)))}},
           list.at);
    list = {sentence.ordinal->value, sentence.ordinal->range, sentence.paragraph, sentence.ordinal->value};
  }

  /// A list whose first item is told without an ordinal of its own.
  bool begins_otherwise(const Ordinal& ordinal, TextRange before) const {
    constexpr auto kFirstWords = std::to_array<std::string_view>({"首先", "一方面", "其一", "第一", "先是", "一是", "一要"});
    return !numbers_headings(ordinal.style) && ordinal.value == 2 && holds_any(report_.text(before), kFirstWords);
  }

  /// `value` with the marks of `ordinal`: 三、 beside 二、.
  std::string spelled_like(const Ordinal& ordinal, std::int32_t value) const {
    const std::vector<std::string> ways = spellings(ordinal.style, value);
    const std::string_view mark = last_mark(report_.text(ordinal.range));
    const auto alike = std::find_if(ways.begin(), ways.end(), [&](const std::string& way) { return way.ends_with(mark); });
    return alike == ways.end() ? ways.front() : *alike;
  }

  /// As a message names an ordinal: without the mark that parts it from its text.
  static std::string label(std::string text) {
    constexpr auto kMarks = std::to_array<std::string_view>({"、", "，", "："});
    return std::string(strip_back(text, kMarks));
  }

  void report(std::uint32_t index, Message message, std::optional<TextRange> before) {
    const Sentence& sentence = report_.sentences[index];
    TextRange passage = sentence.range;
    if (opens_section(index)) passage = report_.sections[sentence.section].heading;
    Occurrence occurrence{clip(report_, passage), std::move(message), std::nullopt, std::nullopt};
    if (before) {
      occurrence.against = item_at(*before);
      occurrence.against_reason = Message{MessageId::against_ordinal, {}};
    }
    found_.push_back(std::move(occurrence));
  }

  TextRange item_at(TextRange ordinal) const {
    const auto& sentences = report_.sentences;
    const auto behind = std::upper_bound(sentences.begin(), sentences.end(), ordinal.begin,
                                         [](std::uint32_t at, const Sentence& each) { return at < each.range.begin; });
    return clip(report_, {ordinal.begin, (behind - 1)->range.end});
  }

  const Report& report_;
  std::map<Key, List> lists_;
  std::map<Key, List> outer_;
  std::map<int, List> last_;
  Occurrences found_;
};

}  // namespace

Occurrences find_enumeration(const Search& search) { return ListJudge(search).run(); }

}  // namespace fazhi::defects
