#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "evaluate/defects_counts.hpp"
#include "evaluate/defects_kinds.hpp"
#include "evaluate/defects_text.hpp"

namespace fazhi::defects {
namespace {

/// What tells that a figure is the whole year's.
constexpr auto kYearMarks = word_table({"一年来", "一年下来", "全年来", "全年", "年内", "今年以来", "今年", "本年度",
                                        "年度内", "累计", "共计", "总共", "合计", "共"});

/// What adds nothing to the name of an activity.
constexpr auto kEmptyWords = std::to_array<std::string_view>(
    {"一年来", "一年下来", "全年", "年内", "今年以来", "今年", "本年度", "累计",       "共计",       "总共", "合计",
     "共",     "各级各类", "各类", "各种", "各项",     "各式", "多种",   "形式多样的", "丰富多彩的", "活动", "开展",
     "组织",   "举办",     "进行", "了",   "出",       "的",   "案件",   "镇村两级",   "先后",       "已",   "总计",
     "等",     "，",       "、",   "次数", "工作",     "达到", "达",     "为",         "办",         "率"});

/// Verbs behind which the name of an activity stands.
constexpr auto kHolding = word_table({"开展", "组织", "举办", "进行", "召开"});

/// Code points: shorter names are too general for one thing; a full one has verb and object.
constexpr std::size_t kShortestName = 4;
constexpr std::size_t kFullName = 6;
constexpr std::size_t kLongestLead = 20;
constexpr std::size_t kLongestNoun = 10;
constexpr std::size_t kLongestTelling = 40;
/// 那31场… is looked up among all figures before it; a report has a few.
constexpr std::size_t kMostReferences = 50;

/// Counts and rates of the year that are told twice.
class YearFigures {
 public:
  explicit YearFigures(const Search& search)
      : reading_(search.reading),
        report_(search.report()),
        year_(std::to_string(report_.identity.year.value_or(0)) + "年") {}

  Occurrences run() {
    Occurrences found;
    for (std::uint32_t index = 0; index < report_.sentences.size(); ++index) {
      const Role role = report_.sentences[index].role;
      if (!is_own_text(role)) continue;
      for (const Number& number : reading_.numbers(index)) {
        if (role == Role::plan) {
          take_in_plan(index, number);
        } else {
          take(index, number);
        }
      }
    }
    for (const auto& [key, told] : told_) judge(told, found);
    if (references_.empty()) return found;
    collect_objects();
    for (const Telling& each : references_) judge_reference(each, found);
    return found;
  }

 private:
  struct Telling {
    double value = 0;
    TextRange passage;
    std::string name;  ///< what is counted, without empty words
    std::string unit;
    bool known = false;  ///< names its matter fully, or tells it as known: 立案查处的85件案件
  };

  void take(std::uint32_t index, const Number& number) {
    static constexpr auto kPointing = std::to_array<std::string_view>({"那", "这", "上述", "以上"});
    if (number.approximation != Approximation::exact || (number.unit < 0 && !number.is_rate)) return;
    if (!is_told_as_fact(reading_, index, number)) return;
    const TextRange clause = reading_.clause_at(index, number.digits.begin);
    const std::string_view lead = report_.text({clause.begin, number.range.begin});
    if (number.is_rate || !ends_with_any(lead, kPointing) || !take_reference(number, clause)) {
      take_year_figure(index, number, clause);
    }
  }

  /// Takes 那31场…, which points at what was told before; not where too little is named behind the number.
  bool take_reference(const Number& number, TextRange clause) {
    const TextRange noun = noun_behind(number, clause);
    const std::string_view name = report_.text(noun);
    if (count_code_points(name) < kShortestName) return false;
    if (references_.size() < kMostReferences) {
      references_.push_back({number.value, {number.range.begin, noun.end}, std::string(name), unit_of(number), true});
    }
    return true;
  }

  std::string unit_of(const Number& number) const {
    return number.is_rate ? std::string("%") : std::string(report_.text(number.unit_range));
  }

  /// 在巩固今年52场次法治宣传活动成果的基础上: a plan that points back at this year's figure.
  void take_in_plan(std::uint32_t index, const Number& number) {
    static constexpr auto kThisYear = std::to_array<std::string_view>({"今年", "本年", "本年度", "全年"});
    static constexpr auto kEnds = std::to_array<std::string_view>({"成果", "成效", "的基础", "经验"});
    if (number.approximation != Approximation::exact || number.unit < 0 || references_.size() >= kMostReferences) return;
    const TextRange clause = reading_.clause_at(index, number.digits.begin);
    const std::string_view behind = report_.text({number.range.end, clause.end});
    if (behind.find("基础上") == std::string_view::npos) return;
    if (!ends_with_any(report_.text({clause.begin, number.range.begin}), kThisYear)) return;
    std::size_t length = std::string_view::npos;
    for (const std::string_view end : kEnds) length = std::min(length, behind.find(end));
    const std::string_view noun = behind.substr(0, length);
    if (length == std::string_view::npos || count_code_points(noun) < kShortestName) return;
    const TextRange passage{number.range.begin, number.range.end + static_cast<std::uint32_t>(noun.size())};
    references_.push_back(
        {number.value, passage, std::string(noun), std::string(report_.text(number.unit_range)), true});
  }

  /// All counts that a pointing word may mean.
  void collect_objects() {
    for (std::uint32_t index = 0; index < report_.sentences.size(); ++index) {
      if (!is_own_text(report_.sentences[index].role) || report_.sentences[index].role == Role::plan) continue;
      for (const Number& number : reading_.numbers(index)) {
        if (number.approximation != Approximation::exact || number.unit < 0) continue;
        const TextRange clause = reading_.clause_at(index, number.digits.begin);
        const TextRange noun = noun_behind(number, clause);
        objects_.push_back(
            {number.value,
             {clause.begin, std::max(number.range.end, noun.end)},
             std::string(report_.text({clause.begin, number.range.begin})) + std::string(report_.text(noun)),
             std::string(report_.text(number.unit_range)),
             false});
      }
    }
  }

  void take_year_figure(std::uint32_t index, const Number& number, TextRange clause) {
    const std::string_view lead = report_.text({clause.begin, number.range.begin});
    const std::size_t mark = mark_end(index, clause, lead);
    if (mark == std::string_view::npos) return;
    const std::string_view told = lead.substr(mark);
    if (count_code_points(told) > kLongestLead || told.find("其中") != std::string_view::npos) return;
    if (holds_digit(told) || is_restricted(index, clause)) return;
    const TextRange noun = noun_behind(number, clause);
    const std::string name = drop_empty(std::string(told) + std::string(report_.text(noun)));
    if (count_code_points(name) < kShortestName) return;
    const bool known = told.ends_with("的") || holds_any(told, kHolding) || count_code_points(name) >= kFullName;
    const std::uint32_t begin = clause.begin + static_cast<std::uint32_t>(mark);
    const std::string unit = unit_of(number);
    told_[{name, unit}].push_back({number.value, {begin, std::max(number.range.end, noun.end)}, name, unit, known});
  }

  /// The noun that is counted, behind its number: 31场（法治宣传活动）.
  TextRange noun_behind(const Number& number, TextRange clause) const {
    TextRange noun{number.range.end, number.range.end};
    while (noun.end < clause.end) {
      const std::string_view point =
          std::string_view(report_.normal.text).substr(noun.end, code_point_length(report_.normal.text[noun.end]));
      if (point.size() != 3 || is_mark(point, "，。；：、！？（）中")) break;
      noun.end += static_cast<std::uint32_t>(point.size());
    }
    return count_code_points(report_.text(noun)) <= kLongestNoun ? noun : TextRange{number.range.end, number.range.end};
  }

  /// Where the clause's mark of the whole year ends; npos where it has none.
  /// Before the mark stands nothing but the unit itself.
  std::size_t mark_end(std::uint32_t index, TextRange clause, std::string_view lead) const {
    static constexpr auto kSelves = word_table(
        {"全镇", "全乡", "全街道", "我镇", "我乡", "我街道", "街道", "镇", "乡", "镇村两级", "镇里", "乡里"});
    std::string_view rest = strip_front(lead, kSelves);
    if (!report_.identity.short_name.empty() && rest.starts_with(report_.identity.short_name)) {
      rest.remove_prefix(report_.identity.short_name.size());
    }
    // 2023年共开展… of the report of 2023.
    if (rest.starts_with(year_)) rest = strip_front(rest.substr(year_.size()), kSelves);
    if (!starts_with_any(rest, kYearMarks)) {
      if (!is_year_alone(index, clause)) return std::string_view::npos;
      return lead.size() - rest.size();
    }
    rest = strip_front(strip_front(strip_front(rest, kYearMarks), kSelves), kYearMarks);
    return lead.size() - rest.size();
  }

  /// Whether the clause before is a mark of the year and nothing else: 2024年，…; 一年来，….
  bool is_year_alone(std::uint32_t index, TextRange clause) const {
    if (clause.begin == report_.sentences[index].range.begin) return false;
    const TextRange before = reading_.clause_at(index, clause.begin - 1);
    if (before.begin != report_.sentences[index].range.begin) return false;
    std::string_view text = report_.text(before);
    if (!text.ends_with("，")) return false;
    text.remove_suffix(std::string_view("，").size());
    if (std::find(kYearMarks.begin(), kYearMarks.end(), text) != kYearMarks.end()) return true;
    const std::span<const YearMention> years = reading_.years(index);
    if (years.empty() || years.front().range.begin != before.begin || years.front().year != report_.identity.year)
      return false;
    const std::string_view behind = text.substr(years.front().range.size());
    return behind == "年" || behind == "年度";
  }

  /// 针对企业用工，全年开展…: the figure is of that alone.
  bool is_restricted(std::uint32_t index, TextRange clause) const {
    static constexpr auto kRestricting = word_table({"针对", "面向", "聚焦", "走进", "深入", "围绕", "对于"});
    if (clause.begin == report_.sentences[index].range.begin) return false;
    return holds_any(report_.text(reading_.clause_at(index, clause.begin - 1)), kRestricting);
  }

  static bool holds_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  static std::string drop_empty(std::string text) {
    for (const std::string_view word : kEmptyWords) {
      for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at))
        text.erase(at, word.size());
    }
    return text;
  }

  /// Of more than two tellings each is of a matter of its own; so are 全年立案5件
  /// here and 全年立案8件 there, which may be of two bodies.
  void judge(const std::vector<Telling>& told, Occurrences& found) const {
    if (told.size() != 2 || told[0].value == told[1].value || !told[1].known) return;
    tell(told[0].passage, told[1].passage, found);
  }

  /// 那31场普法采茶戏 speaks of what was told before: 办了普法采茶戏巡演26场.
  void judge_reference(const Telling& reference, Occurrences& found) const {
    const Telling* before = nullptr;
    for (const Telling& each : objects_) {
      if (each.passage.end > reference.passage.begin) break;
      if (each.unit != reference.unit || each.name.find(reference.name) == std::string::npos) continue;
      if (before != nullptr) return;
      before = &each;
    }
    if (before != nullptr && before->value != reference.value) tell(before->passage, reference.passage, found);
  }

  void tell(TextRange before, TextRange here, Occurrences& found) const {
    const TextRange first = clip(report_, before, kLongestTelling);
    const TextRange second = clip(report_, here, kLongestTelling);
    found.push_back({second,
                     {MessageId::defect_figures, {std::string(report_.text(first)), std::string(report_.text(second))}},
                     first,
                     Message{MessageId::against_figure, {}}});
  }

  const Reading& reading_;
  const Report& report_;
  std::string year_;  ///< the report year, as a figure's clause may begin with it
  std::map<std::pair<std::string, std::string>, std::vector<Telling>> told_;
  std::vector<Telling> objects_;
  std::vector<Telling> references_;
};

}  // namespace

Occurrences find_conflicting_year_figures(const Search& search) { return YearFigures(search).run(); }

}  // namespace fazhi::defects
