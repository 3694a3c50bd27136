#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"
#include "evaluate/defects_kinds.hpp"
#include "evaluate/defects_ordinals.hpp"
#include "evaluate/defects_text.hpp"

namespace fazhi::defects {
namespace {

/// A list of running items or of sibling headings, as far as it has come.
struct List {
  std::int32_t last = 0;
  TextRange at;  ///< the last ordinal
  std::uint32_t paragraph = 0;
  std::int32_t due = 0;  ///< what the last one should have been; itself where it is right

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
        if (judge_first(index, container, style)) --now.due;
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
      if (std::none_of(ways.begin(), ways.end(), [&](const std::string& way) { return stands_in(text, way); }))
        return false;
    }
    return true;
  }

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

  /// The ordinal is not the first and opens a list: it may go on one of another
  /// style. Returns whether it is wrong.
  bool judge_first(std::uint32_t index, std::uint32_t container, int style) {
    const Ordinal& ordinal = *report_.sentences[index].ordinal;
    const std::int32_t previous = ordinal.value - 1;
    const std::uint32_t begin = container == kNone ? 0 : report_.sections[container].heading.begin;
    if (stands_unseen(ordinal.style, previous, previous, {begin, ordinal.range.begin})) return false;
    for (auto each = lists_.lower_bound(Key{container, 0}); each != lists_.end() && each->first.first == container;
         ++each) {
      auto& [key, list] = *each;
      if (list.last != previous || key.second == style) continue;
      if (key.second == static_cast<int>(OrdinalStyle::adverb) || same_wording(key.second, style)) return false;
      change_style(index, list);
      return true;
    }
    if (container != kNone && opens_section(index)) {
      const std::uint32_t heading = report_.sections[container].heading_sentence;
      const auto& above = report_.sentences[heading].ordinal;
      List* list = above ? list_at(report_.sections[container].parent, static_cast<int>(above->style)) : nullptr;
      if (list != nullptr && list->last == previous && above->value == previous) {
        change_style(index, *list);
        return true;
      }
    }
    if (begins_otherwise(ordinal, {begin, ordinal.range.begin})) return false;
    report(index,
           {MessageId::defect_ordinal_first,
            {label(report_.text(ordinal.range)), label(spelled_like(ordinal, previous))}},
           std::nullopt);
    return true;
  }

  /// 一要… 二是… is one list told in two words.
  static bool same_wording(int a, int b) {
    const auto is_running = [](int style) {
      return style == kAskingStyle || style == static_cast<int>(OrdinalStyle::chinese_is);
    };
    return is_running(a) && is_running(b);
  }

  void change_style(std::uint32_t index, List& list) {
    const Sentence& sentence = report_.sentences[index];
    report(index,
           {MessageId::defect_ordinal_style,
            {label(report_.text(list.at)), label(report_.text(sentence.ordinal->range))}},
           list.at);
    list = {sentence.ordinal->value, sentence.ordinal->range, sentence.paragraph, sentence.ordinal->value};
  }

  /// A list whose first item is told without an ordinal of its own.
  bool begins_otherwise(const Ordinal& ordinal, TextRange before) const {
    static constexpr auto kFirstWords = word_table({"首先", "一方面", "其一", "第一", "先是", "一是", "一要"});
    return !numbers_headings(ordinal.style) && ordinal.value == 2 && holds_any(report_.text(before), kFirstWords);
  }

  /// `value` with the marks of `ordinal`: 三、 beside 二、.
  std::string spelled_like(const Ordinal& ordinal, std::int32_t value) const {
    const std::vector<std::string> ways = spellings(ordinal.style, value);
    const std::string_view mark = last_mark(report_.text(ordinal.range));
    const auto alike =
        std::find_if(ways.begin(), ways.end(), [&](const std::string& way) { return way.ends_with(mark); });
    return alike == ways.end() ? ways.front() : *alike;
  }

  /// As a message names an ordinal: without the mark that parts it from its text.
  static std::string label(std::string_view text) {
    static constexpr auto kMarks = std::to_array<std::string_view>({"、", "，", "："});
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
