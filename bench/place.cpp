#include "bench/place.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <span>
#include <vector>

namespace fazhi::bench {
namespace {

using Words = std::span<const std::string_view>;

constexpr auto kFirst = std::to_array<std::string_view>(
    {"青", "云", "石", "柳", "松", "双", "白", "黑", "红", "金", "银", "铁", "龙", "凤", "鹿", "鹤", "桃", "杏", "梅", "竹", "枫", "桐", "槐", "榆",
     "清", "平", "安", "福", "兴", "和", "太", "长", "大", "小", "上", "下", "东", "西", "南", "北", "古", "新", "沙", "雁", "马", "牛", "羊", "泉"});
constexpr auto kSecond = std::to_array<std::string_view>(
    {"石", "溪", "河", "江", "湖", "山", "岭", "坪", "坝", "塘", "湾", "沟", "坡", "垭", "川", "原", "桥", "店", "堡", "庙",
     "楼", "井", "树", "林", "花", "岩", "峰", "口", "浦", "洲", "滩", "泽", "台", "关", "门", "水", "田", "园", "家", "鹿"});
constexpr auto kThird = std::to_array<std::string_view>(
    {"梁", "沟", "湾", "坪", "坝", "岭", "营", "庄", "堡", "店", "铺", "桥", "渡", "口", "岔", "垭", "寨", "屯", "窝", "洼",
     "坑", "埠", "圩", "塬", "峁", "垴", "甸", "淀", "场", "集"});
constexpr auto kCountyFirst = std::to_array<std::string_view>(
    {"云", "岚", "朔", "望", "汶", "泊", "泸", "芒", "邵", "鹤", "抚", "洛", "沅", "澧", "颍", "滦", "崤", "岷", "湟", "郓"});
constexpr auto kCountySecond =
    std::to_array<std::string_view>({"岫", "凌", "丰", "怀", "瑞", "塘", "宁", "阳", "陵", "昌", "源", "梁", "淳", "泰", "城"});
constexpr auto kKinds = std::to_array<std::string_view>({"镇", "镇", "镇", "乡", "乡", "街道"});
constexpr auto kProduce = std::to_array<std::string_view>(
    {"花椒", "油茶", "柑橘", "苹果", "蔬菜", "茶叶", "楠竹", "烤烟", "香菇", "枸杞", "石材", "水产", "甘蔗", "肉羊", "草莓", "中药材"});
constexpr auto kVillageEnds = std::to_array<std::string_view>({"村", "村", "湾村", "庄村", "坪村", "岭村"});
constexpr auto kLaws = std::to_array<std::string_view>(
    {"《民法典》", "《行政处罚法》", "《行政复议法》", "《土地管理法》", "《信访工作条例》", "《农村土地承包法》", "《安全生产法》",
     "《乡村振兴促进法》", "《水土保持法》", "《反电信网络诈骗法》"});

constexpr int kFirstYear = 2021;
constexpr int kLastYear = 2025;

std::string_view pick(Words words, Random& random) { return words[random.below(words.size())]; }

std::string year_of(int year, bool chinese) {
  if (!chinese) return std::to_string(year);
  constexpr auto kDigits = std::to_array<std::string_view>({"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"});
  std::string out;
  for (const char digit : std::to_string(year)) out += kDigits[static_cast<std::size_t>(digit - '0')];
  return out;
}

std::string number(int value, const Place& place) { return place.chinese_numbers ? han_number(value) : std::to_string(value); }

/// 3-20
bool fill_range(std::string_view name, const Place& place, Random& random, std::string& out) {
  int least = 0;
  int most = 0;
  const char* const end = name.data() + name.size();
  const auto [dash, first_error] = std::from_chars(name.data(), end, least);
  if (first_error != std::errc() || dash == end || *dash != '-') return false;
  const auto [behind, second_error] = std::from_chars(dash + 1, end, most);
  if (second_error != std::errc() || behind != end) return false;
  out += number(random.between(least, most), place);
  return true;
}

std::string rate_of(const Place& place) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.1f", 100.0 * place.resolved / place.disputes);
  return text.data();
}

void fill_choice(std::string_view names, Random& random, std::string& out) {
  std::vector<std::string_view> choices;
  for (std::size_t bar = names.find('|'); bar != std::string_view::npos; bar = names.find('|')) {
    choices.push_back(names.substr(0, bar));
    names.remove_prefix(bar + 1);
  }
  choices.push_back(names);
  out += pick(choices, random);
}

void fill_name(std::string_view name, const Place& place, Random& random, std::string& out) {
  if (name == "U") {
    out += place.town;
  } else if (name == "县") {
    out += place.county;
  } else if (name == "村") {
    out += pick(kFirst, random);
    out += pick(kSecond, random);
    out += pick(kVillageEnds, random);
  } else if (name == "镇") {
    out += place.kind;
  } else if (name == "全" || name == "我") {
    out += name;
    out += place.kind;
  } else if (name == "年") {
    out += year_of(place.year, place.chinese_numbers);
  } else if (name == "次年") {
    out += year_of(place.year + 1, place.chinese_numbers);
  } else if (name == "V") {
    out += number(place.villages, place);
  } else if (name == "T") {
    out += number(place.disputes, place);
  } else if (name == "R") {
    out += number(place.resolved, place);
  } else if (name == "P") {
    out += rate_of(place);
  } else if (name == "特") {
    out += place.produce;
  } else if (name == "L") {
    out += pick(kLaws, random);
  }
}

}  // namespace

Place make_place(std::size_t index, Random& random, std::size_t shift) {
  // The step has no factor in common with the number of towns, so that no name comes twice.
  constexpr std::size_t kStep = 30'011;
  std::size_t number = (index * kStep + shift) % kTowns;
  Place place;
  place.kind = pick(kKinds, random);
  place.town += kFirst[number % kFirst.size()];
  number /= kFirst.size();
  place.town += kSecond[number % kSecond.size()];
  place.town += kThird[number / kSecond.size()];
  place.town += place.kind;
  place.county += pick(kCountyFirst, random);
  place.county += pick(kCountySecond, random);
  place.county += "县";
  place.produce = pick(kProduce, random);
  place.villages = random.between(8, 26);
  place.year = random.between(kFirstYear, kLastYear);
  place.disputes = random.between(60, 320);
  place.resolved = place.disputes - random.between(0, 6);
  place.chinese_numbers = random.chance(6);
  return place;
}

std::string fill(std::string_view phrase, const Place& place, Random& random) {
  std::string out;
  while (!phrase.empty()) {
    const std::size_t open = phrase.find('{');
    out += phrase.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = phrase.find('}', open);
    const std::string_view name = phrase.substr(open + 1, close - open - 1);
    if (name.find('|') != std::string_view::npos) {
      fill_choice(name, random, out);
    } else if (!fill_range(name, place, random, out)) {
      fill_name(name, place, random, out);
    }
    phrase.remove_prefix(close + 1);
  }
  return out;
}

std::string han_number(int value) {
  struct Magnitude {
    int value;
    std::string_view sign;
  };
  constexpr auto kMagnitudes = std::to_array<Magnitude>({{10'000, "万"}, {1'000, "千"}, {100, "百"}, {10, "十"}, {1, ""}});
  constexpr auto kDigits = std::to_array<std::string_view>({"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"});
  std::string out;
  bool zero = false;
  for (const auto& [magnitude, sign] : kMagnitudes) {
    const auto digit = static_cast<std::size_t>(value / magnitude % 10);
    if (digit == 0) {
      zero = !out.empty();
      continue;
    }
    if (zero) out += kDigits[0];
    zero = false;
    if (!(digit == 1 && magnitude == 10 && out.empty())) out += kDigits[digit];
    out += sign;
  }
  return out;
}

}  // namespace fazhi::bench
