#include "outline/identity.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "outline/joint_unit.hpp"
#include "outline/years.hpp"
#include "text/numerals.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kLongestPlaceName = 8;
constexpr std::size_t kShortestPlaceName = 3;
/// A longer line before the body is text and names no unit.
constexpr std::size_t kLongestHeadLine = 100;
constexpr std::string_view kStreet = "街";

/// Words that may lead up to a unit's name in running text, longer ones first.
constexpr std::array<std::string_view, 40> kLeadWords{
    "进一步", "有效", "推动", "推进", "组织", "根据", "按照", "结合", "围绕", "制定", "印发", "修订", "及时",
    "调整",   "完善", "健全", "建立", "成立", "加强", "强化", "提升", "促进", "保障", "确保", "全面", "深入",
    "紧扣",   "依托", "立足", "带领", "召开", "中共", "经",   "为",   "以",   "与",   "当前", "目前", "通过", "利用"};

/// `name` without the words before it: 及时调整青禾镇.
std::string_view without_lead(std::string_view name) {
  constexpr std::size_t kWord = std::string_view("根据").size();
  for (const std::string_view word : kLeadWords) {
    const std::size_t at = name.rfind(word);
    if (at == std::string_view::npos || (word.size() < kWord && at > 0)) continue;
    name.remove_prefix(at + word.size());
  }
  return name;
}

/// 定期到镇, 法治强镇, 更好开展镇: a word leads up to 镇, which names nothing.
bool is_led_up_to(std::string_view name, std::string_view suffix) {
  constexpr std::string_view kBefore = "到进强治兴入赴各我本该每跨返送驻包联回出至往让使以";
  constexpr std::array<std::string_view, 26> kWords{
      "开展", "建设", "发展", "组织", "推进",   "创建",   "打造",   "促进",   "提升",   "强化",   "落实",   "完善",   "进行",
      "参与", "要求", "运用", "利用", "环境下", "形势下", "背景下", "条件下", "领导下", "指导下", "部署下", "支持下", "努力下"};
  const std::string_view stem = name.substr(0, name.size() - suffix.size());
  const std::size_t last = stem.size() - std::min(stem.size(), std::string_view("到").size());
  return is_mark(stem.substr(last), kBefore) ||
         std::any_of(kWords.begin(), kWords.end(), [&](std::string_view each) { return stem.ends_with(each); });
}

/// 镇长, 镇村, 镇区: what stands there is a word and no name.
bool goes_on_as_word(std::string_view behind) {
  return behind.size() >= kStreet.size() && is_mark(behind.substr(0, kStreet.size()), "长村域属区");
}

/// Whether 街 ends a unit's name: 洛浦街在区委…, not 老街改造.
bool ends_street(std::string_view behind) {
  constexpr std::array<std::string_view, 7> kBehind{"在", "党工委", "办事处", "坚持", "始终", "认真", "20"};
  return std::any_of(kBehind.begin(), kBehind.end(), [&](std::string_view each) { return behind.starts_with(each); });
}

/// 州 of 云州市 and 云州区, 旗 of 红旗区 and 红旗街道, 县 of 旧县街道: the place's name does not end there.
bool goes_on_as_name(std::string_view point, std::string_view behind) {
  constexpr std::array<std::string_view, 4> kLowest{"街道", "镇", "乡", "街"};
  if (std::find(kLowest.begin(), kLowest.end(), without_government(behind)) != kLowest.end()) return true;
  const bool is_city = behind.starts_with("市") && !behind.starts_with("市场") && !behind.starts_with("市政");
  const bool is_district = behind.starts_with("区");
  return point == "州" ? is_city || is_district || behind.starts_with("县") : point == "旗" && is_district;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class IdentityReader {
 public:
  IdentityReader(Report& report, const ParagraphParts& parts, const OutlineRules& rules)
      : report_(report), parts_(parts), rules_(rules), identity_(report.identity) {}

  void run() {
    read_title();
    read_document_number();
    read_signature();
    read_unit();
    read_level();
    read_others_titles();
  }

 private:
  std::string_view paragraph(std::size_t index) const { return report_.text(report_.normal.paragraphs[index]); }

  void read_title() {
    if (parts_.title.empty()) return;
    const TextRange first = report_.normal.paragraphs[parts_.title.front()];
    const TextRange last = report_.normal.paragraphs[parts_.title.back()];
    identity_.title_range = {first.begin, last.end};
    for (const std::uint32_t line : parts_.title) identity_.title += paragraph(line);
  }

  /// 某政发〔2025〕3号, in the head.
  void read_document_number() {
    for (std::size_t index = 0; index < parts_.part.size(); ++index) {
      if (parts_.part[index] != Role::head && parts_.part[index] != Role::furniture) continue;
      const std::string_view line = paragraph(index);
      const std::size_t open = find_open(line);
      if (open == std::string_view::npos || open == 0) continue;
      const std::size_t mark = line.find("号", open);
      if (mark == std::string_view::npos || mark - open > 24) continue;
      std::size_t begin = open;
      while (begin >= 3 && code_point_length(line[begin - 3]) == 3) {
        if (is_mark(line.substr(begin - 3, 3), "：，。、")) break;
        begin -= 3;
      }
      if (open - begin < 6 || open - begin > 36) continue;
      identity_.document_number = std::string(line.substr(begin, mark + 3 - begin));
      return;
    }
  }

  static std::size_t find_open(std::string_view line) {
    for (const std::string_view mark : {std::string_view("〔"), std::string_view("［"), std::string_view("【")}) {
      const std::size_t at = line.find(mark);
      if (at != std::string_view::npos && at + 7 <= line.size() && is_digit(line[at + 3])) return at;
    }
    return std::string_view::npos;
  }

  /// The last date of the tail: 2025年1月10日, 二〇二一年十二月二十日.
  void read_signature() {
    for (std::size_t index = parts_.part.size(); index-- > 0;) {
      if (parts_.part[index] != Role::tail) continue;
      const std::string_view line = paragraph(index);
      if (line.find("印发") != std::string_view::npos) continue;
      const std::string date = iso_date(line);
      if (date.empty()) continue;
      identity_.signature_date = date;
      return;
    }
  }

  static std::string iso_date(std::string_view line) {
    const std::vector<YearMention> years = find_years(line, {0, static_cast<std::uint32_t>(line.size())});
    if (years.empty()) return {};
    const YearMention& year = years.back();
    std::string_view rest = line.substr(year.range.end);
    if (!rest.starts_with("年")) return {};
    rest.remove_prefix(std::string_view("年").size());
    const std::size_t month_end = rest.find("月");
    const std::size_t day_end = rest.find("日");
    if (month_end == std::string_view::npos || day_end == std::string_view::npos || day_end < month_end) return {};
    const std::size_t day_begin = month_end + std::string_view("月").size();
    const int month = parse_numeral(rest.substr(0, month_end));
    const int day = parse_numeral(rest.substr(day_begin, day_end - day_begin));
    if (month < 1 || month > 12 || day < 1 || day > 31) return {};
    const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return std::to_string(year.year) + "-" + two(month) + "-" + two(day);
  }

  void read_unit() {
    if (unit_from(identity_.title)) return;
    for (std::size_t index = 0; index < parts_.part.size(); ++index) {
      if (parts_.part[index] != Role::head) continue;
      std::string_view line = paragraph(index);
      if (line.ends_with("：") || count_code_points(line) > kLongestHeadLine) continue;
      if (line.ends_with("文件")) line.remove_suffix(6);
      if (unit_from(line)) return;
    }
    for (std::size_t index = parts_.part.size(); index-- > 0;) {
      if (parts_.part[index] == Role::tail && unit_from(paragraph(index))) return;
    }
    for (const Sentence& sentence : report_.sentences) {
      if (sentence.heading || parts_.part[sentence.paragraph]) continue;
      if (unit_from_running_text(report_.text(sentence.range))) return;
    }
  }

  /// `line` without 关于 and a year at its begin: 2024年度某镇法治政府建设…
  static std::string_view behind_year(std::string_view line) {
    constexpr std::string_view kOn = "关于";
    if (line.starts_with(kOn)) line.remove_prefix(kOn.size());
    const std::vector<YearMention> years = find_years(line, {0, static_cast<std::uint32_t>(line.size())});
    if (years.empty() || years.front().range.begin != 0) return line;
    line.remove_prefix(years.front().range.end);
    for (const std::string_view skip : {std::string_view("年"), std::string_view("度")}) {
      if (line.starts_with(skip)) line.remove_prefix(skip.size());
    }
    return line;
  }

  /// The unit that a title or signature begins with: up to the last unit's
  /// suffix before the year or the subject; "" where there is none.
  std::string unit_in(std::string_view line) const {
    line = behind_year(line);
    std::size_t limit = line.size();
    const std::vector<YearMention> years = find_years(line, {0, static_cast<std::uint32_t>(line.size())});
    if (!years.empty()) limit = years.front().range.begin;
    for (const std::string_view stop : {std::string_view("关于"), std::string_view("法治"), std::string_view("依法")}) {
      limit = std::min(limit, line.find(stop));
    }
    const std::string_view name = line.substr(0, std::min(limit, line.size()));
    std::size_t end = 0;
    for (const auto& each : rules_.identity.unit_suffixes) end = std::max(end, end_of_last(each.suffix, name));
    if (end == 0) return {};
    std::string unit = reporting_unit(name.substr(0, end));
    const auto& not_units = rules_.identity.not_units;
    if (std::find(not_units.begin(), not_units.end(), unit) != not_units.end()) return {};
    return is_any_unit(unit) || unit.find("，") != std::string::npos ? std::string() : unit;
  }

  /// Behind the last `suffix` that ends a name in `line`; 0 where there is none. 青石镇镇长 has it once.
  static std::size_t end_of_last(std::string_view suffix, std::string_view line) {
    constexpr std::string_view kHead = "长";
    std::size_t at = line.rfind(suffix);
    if (at == std::string_view::npos || at == 0) return 0;
    const bool is_office = line.substr(at + suffix.size()).starts_with(kHead);
    if (is_office && at > suffix.size() && line.substr(0, at).ends_with(suffix)) at -= suffix.size();
    return at + suffix.size();
  }

  /// 我局, 全县, 县政府: no name stands before the suffix.
  bool is_any_unit(std::string_view unit) const {
    std::size_t longest = 0;
    for (const auto& each : rules_.identity.unit_suffixes) {
      if (unit.ends_with(each.suffix)) longest = std::max(longest, each.suffix.size());
    }
    std::string_view rest = unit.substr(0, unit.size() - longest);
    while (!rest.empty() && is_mark(rest.substr(0, code_point_length(rest.front())), "我本全各该县市区镇乡")) {
      rest.remove_prefix(code_point_length(rest.front()));
    }
    return rest.empty();
  }

  bool unit_from(std::string_view line) {
    const std::string unit = unit_in(line);
    if (!unit.empty()) set_unit(unit);
    return !unit.empty();
  }

  /// Of the further titles those that name another unit.
  void read_others_titles() {
    if (identity_.unit.empty()) return;
    for (const ParagraphRange& lines : parts_.further_titles) {
      std::string title;
      for (std::uint32_t line = lines.begin; line < lines.end; ++line) title += paragraph(line);
      const std::string unit = unit_in(title);
      if (!unit.empty() && !is_own(unit)) identity_.others_titles.push_back(std::move(title));
    }
  }

  /// A place's name is its own whatever stands above it; a department's is that of its county's.
  bool is_own(std::string_view unit) const {
    const bool names_place = identity_.level != Level::department;
    return may_be_same_unit(unit, identity_.unit) || (names_place && short_name(unit) == identity_.short_name);
  }

  /// Whether a word that is no unit stands there: 各乡镇, 小城镇. A name may end
  /// like one: 黄村镇.
  bool is_stop_word(std::string_view unit) const {
    constexpr std::array<std::string_view, 3> kAlsoInNames{"村镇", "集镇", "城镇"};
    constexpr std::string_view kBeforeCommon = "各小新老全县区市农中个型类有属";
    return std::any_of(rules_.identity.not_units.begin(), rules_.identity.not_units.end(), [&](const std::string& each) {
      if (!unit.ends_with(each)) return false;
      if (unit == each || std::find(kAlsoInNames.begin(), kAlsoInNames.end(), each) == kAlsoInNames.end()) return true;
      const std::size_t before = unit.size() - each.size() - std::string_view("各").size();
      return is_mark(unit.substr(before, std::string_view("各").size()), kBeforeCommon);
    });
  }

  /// 2023年，双榆镇党委、政府… or 现将我镇…: the first name of a place of the lowest kind.
  bool unit_from_running_text(std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); at += code_point_length(text[at])) {
      const std::string_view rest = text.substr(at);
      const std::string_view point = rest.substr(0, code_point_length(rest.front()));
      if (is_mark(point, "，。、：；！？年在是《》（）将由向对把的") || point.size() < 3) {
        begin = at + point.size();
        continue;
      }
      for (const std::string_view suffix : {std::string_view("街道"), kStreet, std::string_view("镇"), std::string_view("乡")}) {
        if (!rest.starts_with(suffix) || at <= begin) continue;
        if (suffix == kStreet && !ends_street(rest.substr(suffix.size()))) continue;
        if (suffix != kStreet && goes_on_as_word(rest.substr(suffix.size()))) continue;
        const std::string_view name = without_lead(text.substr(begin, at + suffix.size() - begin));
        const std::size_t points = count_code_points(name);
        if (points < kShortestPlaceName || points > kLongestPlaceName || is_stop_word(name)) continue;
        if (is_led_up_to(name, suffix)) continue;
        if (name.starts_with("我") || name.starts_with("全") || name.starts_with("本")) continue;
        set_unit(name);
        return true;
      }
    }
    return false;
  }

  void set_unit(std::string_view unit) {
    identity_.unit = std::string(unit);
    identity_.short_name = std::string(short_name(unit));
  }

  static std::string_view short_name(std::string_view unit) {
    constexpr std::string_view kParty = "党工委";
    std::string_view name = without_government(unit);
    if (name.ends_with(kParty) && name.size() > kParty.size()) name.remove_suffix(kParty.size());
    return name.substr(end_of_places(name));
  }

  void read_level() {
    std::size_t longest = 0;
    for (const auto& each : rules_.identity.unit_suffixes) {
      if (identity_.unit.ends_with(each.suffix) && each.suffix.size() > longest) {
        longest = each.suffix.size();
        identity_.level = each.level;
      }
    }
    if (!identity_.unit.ends_with("人民政府")) return;
    std::string_view name = identity_.unit;
    name.remove_suffix(std::string_view("人民政府").size());
    longest = 0;
    for (const auto& each : rules_.identity.unit_suffixes) {
      if (name.ends_with(each.suffix) && each.suffix.size() > longest) {
        longest = each.suffix.size();
        identity_.level = each.level;
      }
    }
  }

  Report& report_;
  const ParagraphParts& parts_;
  const OutlineRules& rules_;
  ReportIdentity& identity_;
};

}  // namespace

std::size_t end_of_places(std::string_view name) {
  constexpr std::size_t kTwoPoints = 8;  // bytes that hold two code points at least
  std::size_t begin = 0;
  for (std::size_t at = 0; at + 3 < name.size(); at += code_point_length(name[at])) {
    const std::string_view point = name.substr(at, code_point_length(name[at]));
    if (!is_mark(point, "县区市旗州")) continue;
    const std::size_t end = at + point.size();
    const std::size_t own = count_code_points(name.substr(begin, std::min(at - begin, kTwoPoints)));
    if (own < (point == "市" ? 2U : 1U)) continue;
    if (count_code_points(name.substr(end, kTwoPoints)) >= 2 && !goes_on_as_name(point, name.substr(end))) begin = end;
  }
  return begin;
}

void read_identity(Report& report, const ParagraphParts& parts, const OutlineRules& rules) {
  IdentityReader(report, parts, rules).run();
}

}  // namespace fazhi
