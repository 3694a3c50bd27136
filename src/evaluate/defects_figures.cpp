#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/utf8.hpp"
#include "evaluate/defects_counts.hpp"
#include "evaluate/defects_kinds.hpp"
#include "evaluate/defects_text.hpp"

namespace fazhi::defects {
namespace {

/// A figure that the text tells of one thing.
struct Mention {
  double value = 0;
  TextRange passage;
};

/// What the whole unit consists of, longer names first.
constexpr auto kParts =
    word_table({"行政村（社区）", "村（社区）", "村（居）", "村居", "行政村", "建制村", "自然村", "自然屯",
                "村民委员会", "居民委员会", "村委会", "居委会", "村民小组", "城市社区", "农村社区", "社区", "村"});

/// Words of the whole, directly before its number.
constexpr auto kUnitWords =
    std::to_array<std::string_view>({"全镇", "全乡", "全街道", "我镇", "我乡", "我街道", "本镇", "本乡", "本街道",
                                     "全辖区", "辖区", "街道", "镇域", "乡域"});

constexpr auto kHavingWords = std::to_array<std::string_view>(
    {"下辖", "管辖", "所辖", "现辖", "共辖", "辖有", "辖", "共有", "现有", "共计", "共", "有", "内", "的", "所有"});

/// What tells that all of them are meant.
constexpr auto kAllWords =
    word_table({"均", "都", "全部", "全都", "皆", "全体", "大多", "多数", "普遍", "逐一", "每个"});

/// What tells that only some are meant.
constexpr auto kSomeWords =
    word_table({"其中", "试点", "示范", "重点", "部分", "首批", "剩余", "其余", "其他", "另外", "另有", "先行",
                "选取", "选择", "涉及", "沿线", "片区", "偏远", "贫困", "脱贫", "创建", "获评", "新建", "余下",
                "除",   "联系", "包联", "走访", "深入", "排名", "通过", "评为", "命名", "荣获", "入选"});

/// The number of villages or communities, told of the whole unit.
class PartsOfUnit {
 public:
  explicit PartsOfUnit(const Search& search) : reading_(search.reading), report_(search.report()) {}

  void run(Occurrences& found) {
    for (std::uint32_t index = 0; index < report_.sentences.size(); ++index) {
      if (!is_own_text(report_.sentences[index].role)) continue;
      bool chained = false;
      for (const Number& number : reading_.numbers(index)) chained = take(index, number, chained, found);
    }
  }

 private:
  enum class Telling { none, perhaps, whole };

  /// Returns whether the number belongs to a telling of the whole, so that the
  /// next one in its list does too: 辖11个行政村、3个社区.
  bool take(std::uint32_t index, const Number& number, bool chained, Occurrences& found) {
    if (number.is_rate || number.approximation != Approximation::exact) return false;
    std::uint32_t begin = 0;
    const std::string_view noun = noun_of(number, index);
    if (noun.empty()) return false;
    const std::uint32_t end =
        static_cast<std::uint32_t>(noun.data() - report_.normal.text.data() + static_cast<std::ptrdiff_t>(noun.size()));
    const Telling telling = tell_whole(index, number, end, chained, begin);
    if (telling == Telling::none) return false;
    const Mention now{number.value, {begin, end}};
    const std::string key = noun == "建制村" ? std::string("行政村") : std::string(noun);
    const auto known = first_.find(key);
    if (known == first_.end()) {
      if (telling == Telling::whole) first_.emplace(key, now);
      return true;
    }
    const Mention& first = known->second;
    // Fewer than all may be some of them.
    if (first.value == now.value || (telling == Telling::perhaps && now.value < first.value)) return true;
    found.push_back({now.passage,
                     {MessageId::defect_figures,
                      {std::string(report_.text(first.passage)), std::string(report_.text(now.passage))}},
                     first.passage,
                     Message{MessageId::against_figure, {}}});
    return true;
  }

  std::string_view noun_of(const Number& number, std::uint32_t index) const {
    constexpr std::string_view kPiece = "个";
    std::string_view rest = report_.text({number.digits.end, report_.sentences[index].range.end});
    if (rest.starts_with(kPiece)) rest.remove_prefix(kPiece.size());
    if (!kParts.first_points.may_begin(rest)) return {};
    for (const std::string_view each : kParts) {
      if (!rest.starts_with(each)) continue;
      // 3个村级调委会 and 12个村干部 count something else.
      static constexpr auto kOtherNouns =
          word_table({"级", "干",   "民",   "务",   "组",   "规", "集体", "部", "支", "两委", "党", "监", "工作",
                      "法", "书记", "矫正", "网格", "卫生", "小", "屯",   "寨", "史", "校",   "医", "警"});
      const std::string_view behind = rest.substr(each.size());
      return starts_with_any(behind, kOtherNouns) ? std::string_view() : rest.substr(0, each.size());
    }
    return {};
  }

  /// Where the telling is of the whole, `begin` gets its first word.
  Telling tell_whole(std::uint32_t index, const Number& number, std::uint32_t end, bool chained,
                     std::uint32_t& begin) const {
    const TextRange clause = reading_.clause_at(index, number.digits.begin);
    const std::string_view lead = report_.text({clause.begin, number.digits.begin});
    const std::string_view trail = report_.text({end, clause.end});
    begin = number.digits.begin;
    if (chained && lead.ends_with("、")) return Telling::whole;
    if (holds_any(lead, kSomeWords) || is_of_some(index, clause)) return Telling::none;
    const std::string_view stripped = strip_back(lead, kHavingWords);
    const std::string_view having = lead.substr(stripped.size());
    const bool of_unit = ends_with_any(stripped, kUnitWords);
    if (of_unit) begin = clause.begin + static_cast<std::uint32_t>(stripped.size() - unit_word(stripped).size());
    if (having.find("辖") != std::string_view::npos) return Telling::whole;
    const bool of_all = tells_all(trail);
    if (!of_unit) return stripped.empty() && having.empty() && of_all ? Telling::perhaps : Telling::none;
    const bool of_some = holds_any(trail, kSomeWords);
    if (of_all) return of_some ? Telling::perhaps : Telling::whole;
    const bool counted = having.find("共") != std::string_view::npos || having.find("现有") != std::string_view::npos;
    return !of_some && (counted || ends_here(trail)) ? Telling::whole : Telling::none;
  }

  static std::string_view unit_word(std::string_view text) {
    for (const std::string_view each : kUnitWords) {
      if (text.ends_with(each)) return each;
    }
    return {};
  }

  /// 均、都、全部 behind the number, or behind further members of its list.
  bool tells_all(std::string_view trail) const {
    if (starts_with_any(trail, kAllWords)) return true;
    if (trail.starts_with("实现") || trail.starts_with("已实现")) return trail.find("全覆盖") != std::string_view::npos;
    if (!trail.starts_with("、") && !trail.starts_with("和") && !trail.starts_with("及")) return false;
    return trail.size() < 60 && holds_any(trail, kAllWords);
  }

  /// The clause ends, or its list goes on with another figure: 辖区8个社区、6.3万居民.
  static bool ends_here(std::string_view trail) {
    constexpr std::string_view kDivider = "、";
    if (trail.empty() || is_mark(trail.substr(0, 3), "，。；")) return true;
    return trail.starts_with(kDivider) && trail.size() > kDivider.size() && trail[kDivider.size()] >= '0' &&
           trail[kDivider.size()] <= '9';
  }

  /// Whether the clause before tells of some of them only, or of a number of its own.
  bool is_of_some(std::uint32_t index, TextRange clause) const {
    if (clause.begin == report_.sentences[index].range.begin) return false;
    const TextRange before = reading_.clause_at(index, clause.begin - 1);
    return holds_any(report_.text(before), kSomeWords);
  }

  const Reading& reading_;
  const Report& report_;
  std::map<std::string, Mention> first_;
};

}  // namespace

Occurrences find_conflicting_figures(const Search& search) {
  Occurrences found = find_conflicting_year_figures(search);
  PartsOfUnit(search).run(found);
  return found;
}

}  // namespace fazhi::defects
