#include "match/required_literals.hpp"

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "match/database.hpp"
#include "match/expression.hpp"
#include "match/random_text.hpp"

namespace fazhi {
namespace {

std::string joined(const std::vector<std::string>& literals) {
  std::string out;
  for (const std::string& each : literals) out += (out.empty() ? "" : " ") + each;
  return out;
}

struct Case {
  std::string_view expression;
  std::string_view literals;  ///< parted by spaces, in the order of their bytes
};

constexpr auto kCases = std::to_array<Case>({
    {"法律顾问", "法律顾问"},
    {"法治(?:政府)?建设", "法治建设 法治政府建设"},
    {"(?:主要|工作)措施", "主要措施 工作措施"},
    {"(法治|依法)(行政|治理)", "依法治理 依法行政 法治治理 法治行政"},
    {"(?:法治建设)?工作", "工作"},
    {"a|b", "a b"},
    {"甲|甲乙", "甲"},
    {"甲|乙?", ""},
    {"甲|.", ""},
    {"\\N{U+515A}委", ""},
    {"甲\\N乙丙", "乙丙"},
    {"(?<*>甲)乙", ""},
    {"[\\c]]甲", ""},
    {"[\\Q]甲[\\E]乙", ""},
    {"(?:甲|)乙", "乙"},
    {"(甲|乙)?丙丁", "丙丁"},
    {"(?:甲乙丙|丁).*", "丁 甲乙丙"},
    {"甲+|乙+", "乙 甲"},
    // The rarer required string is the better one.
    {"法治[^，]{0,8}(?:均|都)", "均 都"},
    {"(?:工作|建设).*述法", "述法"},
    {"法治[^，。；]{0,8}领导小组", "领导小组"},
    {"(?:村|社区)[^，]{0,8}(?:全部|已)[^，]{0,5}律师", "律师"},
    {"20[0-9]{2}年", "20"},
    {"(?:甲乙)+丙", "甲乙"},
    {"(?:甲乙){2,}丙丁戊", "丙丁戊"},
    {"甲(?:乙(?:丙|丁)){0,2}戊己", "戊己"},
    {".{0,3}", ""},
    {".*甲", "甲"},
    // Repetition
    {"甲*乙", "乙"},
    {"甲+乙", "甲"},
    {"甲?乙", "乙"},
    {"甲??乙", "乙"},
    {"甲?+乙", "乙"},
    {"甲{1}乙", "甲乙"},
    {"甲{0}乙", "乙"},
    {"甲{0,3}?乙", "乙"},
    {"甲{2}", "甲"},
    {"甲{02,}", "甲"},
    {"甲{00,3}乙", "乙"},
    // No repetition: { is a character like others.
    {"甲{1,5", "甲{1,5"},
    {"甲{1|乙}", "乙} 甲{1"},
    {"甲{ 1 }乙", "乙"},
    {"甲{2,5}", "甲"},
    {"甲{,2}乙", "乙"},
    {"甲{乙}", "甲{乙}"},
    {"(?:甲?)+乙", "乙"},
    // Classes
    {"[一二三]是", "一是 三是 二是"},
    {"[甲乙]", "乙 甲"},
    {"[]甲]乙", "]乙 甲乙"},
    {"[甲\\]乙]丙", "]丙 乙丙 甲丙"},
    {"[一-龥]+局", "局"},
    {"[0-9]+次", "次"},
    {"[^，]次", "次"},
    {"[^]次]场", "场"},
    {"[甲乙丙丁戊己庚辛壬癸子丑寅]年", "年"},
    {"[[:alpha:]]甲", ""},
    {"[\\é]|甲]乙", "é 甲]乙"},
    // What has no width joins what stands beside it.
    {"^第一", "第一"},
    {"第一$", "第一"},
    {"甲^乙", "甲乙"},
    {"(?=法治)建设", "建设"},
    {"(?<!副)书记", "书记"},
    {"(?<=甲)乙", "甲"},
    // What it looks at must be there as well.
    {"[^，](?=法治)", "法治"},
    {"[^，](?=法治|依法)(?!甲)", "依法 法治"},
    {"(?<=述职)[^，]", "述职"},
    {"(?:[^，](?=述法))?建设", "建设"},
    {"[^，](?!法治)", ""},
    {"(?!甲)乙", "乙"},
    {"甲(?!丙)乙", "甲乙"},
    {"甲\\K乙", "甲乙"},
    // Groups
    {"(?<name>法治)", "法治"},
    {"(?P<name>法治)", "法治"},
    {"(?'name'法治)", "法治"},
    {"(?>法治|依法)", "依法 法治"},
    {"(?|甲|乙)", "乙 甲"},
    // Escapes
    {"\\(一\\)", "(一)"},
    {"\\.", "."},
    {"甲\\s乙丙", "乙丙"},
    {"\\R甲", "甲"},
    {"\\😀?甲", "甲"},
    {"\\法治", "法治"},
    {"😀+笑", "😀"},
    // Not understood, and so never filtered.
    {"", ""},
    {"(?i)abc", ""},
    {"(?i:abc)法治", ""},
    {"\\Q法治\\E", ""},
    {"\\x{6CD5}治", ""},
    {"\\p{Han}甲", ""},
    {"(甲)\\1", ""},
    {"(?#note)甲", ""},
    {"(*UTF)甲", ""},
    {"(?(?=甲)甲|乙)", ""},
    // More than 48 combinations: each side by itself.
    {"(?:一|二|三|四|五|六|七)(?:甲|乙|丙|丁|戊|己|庚)", "丁 丙 乙 己 庚 戊 甲"},
    {"(?:一|二|三|四|五|六)(?:甲|乙|丙|丁|戊|己|庚|辛|壬)年", "丁年 丙年 乙年 壬年 己年 庚年 戊年 甲年 辛年"},
});

/// Expressions of everything that the analyser understands, and of what it does not.
class RandomExpression {
 public:
  explicit RandomExpression(test::RandomText& random) : random_(random) {}

  std::string alternation(int depth) {
    std::string out = concatenation(depth);
    while (random_.one_in(3)) out += "|" + concatenation(depth);
    return out;
  }

 private:
  std::string concatenation(int depth) {
    std::string out;
    for (std::size_t parts = random_.below(4); parts-- > 0;) out += quantified(depth);
    return out;
  }

  std::string quantified(int depth) {
    constexpr std::array<std::string_view, 12> kQuantifiers{"?", "*",   "+",   "??",    "*?",   "++",
                                                            "?+", "{0}", "{1}", "{0,2}", "{1,}", "{2}"};
    const std::string part = atom(depth);
    return random_.one_in(2) ? part : part + std::string(kQuantifiers[random_.below(kQuantifiers.size())]);
  }

  std::string atom(int depth) {
    switch (depth > 0 ? random_.below(11) : random_.below(5)) {
      case 0:
        return ".";
      case 1:
        return "[" + random_.text(1 + random_.below(3)) + "]";
      case 2:
        return (random_.one_in(2) ? "[^" : "[\\") + random_.text(1 + random_.below(2)) + "]";
      case 3:
        return "\\" + escapable();
      case 5:
        return "(?=" + alternation(depth - 1) + ")";
      case 6:
        return "(?!" + alternation(depth - 1) + ")";
      case 7:
        return lookbehind();
      case 8:
        return "(" + alternation(depth - 1) + ")";
      case 9:
        return "(?>" + alternation(depth - 1) + ")";
      case 10:
        return "(?:" + alternation(depth - 1) + ")";
      default:
        return random_.text(1 + random_.below(3));
    }
  }

  std::string lookbehind() {
    const std::string plain = "(?<=" + random_.text(1) + ")";
    if (random_.one_in(2)) return plain;
    const std::string of_class = "(?<=[" + random_.text(2) + "])";
    return random_.one_in(2) ? of_class : "(?:^|" + of_class + ")";
  }

  /// No letters, which would be an escape of their own.
  std::string escapable() {
    std::string point = random_.point();
    while (point == "a") point = random_.point();
    return point;
  }

  test::RandomText& random_;
};

bool begins_with_one(std::string_view text, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](const std::string& each) { return text.starts_with(each); });
}

bool holds_one(std::string_view text, const std::vector<std::string>& literals) {
  return std::any_of(literals.begin(), literals.end(),
                     [&](const std::string& each) { return text.find(each) != std::string_view::npos; });
}

bool stands_there(std::size_t begin, std::string_view text, const StartPlaces& places) {
  if (begin == 0) return places.at_window_begin;
  std::size_t before = begin;
  while ((static_cast<unsigned char>(text[--before]) & 0xC0) == 0x80) {
  }
  return places.behind.find(text.substr(before, begin - before)) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(required_literals_of)

BOOST_AUTO_TEST_CASE(expressions) {
  for (const Case& each : kCases) {
    BOOST_TEST_CONTEXT(each.expression) { BOOST_TEST(joined(required_literals(each.expression)) == each.literals); }
  }
}

BOOST_AUTO_TEST_CASE(beginnings) {
  constexpr auto kBeginnings = std::to_array<Case>({
      {"法律顾问", "法律顾问"},
      {"法治[^，]{0,8}领导小组", "法治"},
      {"(?:村|社区)[^，]{0,8}律师", "村 社区"},
      {"(?:全|各)?(?:村|镇)(?:内|里).*", "全村内 全村里 全镇内 全镇里 各村内 各村里 各镇内 各镇里 村内 村里 镇内 镇里"},
      {"(?:甲|甲乙).", "甲"},
      {"(?:开展|组织)[了过]?普法", "开展了普法 开展普法 开展过普法 组织了普法 组织普法 组织过普法"},
      {"(?<!未)(?=.{3})落实[^。]", "落实"},
      {"^甲.", "甲"},
      {"甲+乙", "甲"},
      {"(?:甲丙)+乙", "甲丙"},
      {"(?:甲.)?乙", ""},
      {"甲*乙", ""},
      {"[^，]甲", ""},
      {"[0-9]起", ""},
      {".甲|乙", ""},
      {"甲\\K乙", ""},
  });
  for (const Case& each : kBeginnings) {
    BOOST_TEST_CONTEXT(each.expression) { BOOST_TEST(joined(required_sets(each.expression).beginnings) == each.literals); }
  }
}

BOOST_AUTO_TEST_CASE(start_places) {
  struct PlaceCase {
    std::string_view expression;
    std::string_view behind;
    bool at_window_begin;
  };
  constexpr auto kPlaces = std::to_array<PlaceCase>({
      {"^[^甲]{0,4}乙", "", true},
      {"(?<=[，；])[^甲]?乙", "，；", false},
      {"(?:^|(?<=[，；]))[^甲]?乙", "，；", true},
      {"(?<=第|届的)[^甲]?乙", "的第", false},
      {"(?<=[0-3十])[^甲]?乙", "0123十", false},
      {"(?:(?<=，)(?!丙)|(?<=；))[^甲]?乙", "，；", false},
      {"(?<!丁)(?<=，)[^甲]?乙", "，", false},
      {"(?:(?<=，)[^甲])+乙", "，", false},
      {"\\A[^甲]乙", "", true},
      // Not known, or known better by what it begins with.
      {"(?:(?<=，)丙)?[^甲]乙", "", false},
      {"(?:(?<=，)|)[^甲]乙", "", false},
      {"(?<=[^，])[^甲]乙", "", false},
      {"(?<=[a-z])[^甲]乙", "", false},
      {"[^甲](?<=，)乙", "", false},
      {"(?<=，)[^甲]\\K乙", "", false},
      {"(?<=，)甲乙", "", false},
  });
  for (const PlaceCase& each : kPlaces) {
    const StartPlaces places = required_sets(each.expression).places;
    BOOST_TEST_CONTEXT(each.expression) {
      BOOST_TEST(places.behind == each.behind);
      BOOST_TEST(places.at_window_begin == each.at_window_begin);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_match_holds_one) {
  constexpr std::size_t kRounds = 60;
  constexpr std::size_t kExpressions = 60;
  constexpr std::size_t kTexts = 60;
  test::RandomText random(1, {"甲", "乙", "丙", "a", "é", "😀", "-"});
  RandomExpression expressions(random);
  std::size_t filtered_matches = 0;
  std::size_t begun_matches = 0;
  std::size_t placed_matches = 0;
  for (std::size_t round = 0; round < kRounds; ++round) {
    DatabaseBuilder builder;
    std::vector<std::string> sources;
    while (sources.size() < kExpressions) {
      const std::vector<std::string> one{expressions.alternation(2)};
      if (check_expression(one.front())) continue;
      builder.add_group({}, one);
      sources.push_back(one.front());
    }
    const Database database(builder);
    Scratch scratch;
    MatchSet found;
    for (std::size_t index = 0; index < kTexts; ++index) {
      const std::string text = random.text(random.below(15));
      const std::vector<TextRange> whole{{0, static_cast<std::uint32_t>(text.size())}};
      MatchSet quick;
      database.scan(text, whole, scratch, quick);
      database.scan(text, whole, scratch, found, false);
      for (std::size_t group = 0; group < sources.size(); ++group) {
        const auto same = [](const Match& a, const Match& b) { return a.range == b.range; };
        const auto id = static_cast<GroupId>(group);
        if (!std::ranges::equal(found.of(id), quick.of(id), same)) BOOST_ERROR(sources[group] << " differs in " << text);
        const RequiredSets required = required_sets(sources[group]);
        const std::vector<std::string>& literals = required.first;
        if (literals.empty()) continue;
        for (const Match& match : found.of(static_cast<GroupId>(group))) {
          ++filtered_matches;
          const std::string_view matched = match.range.of(text);
          if (!required.beginnings.empty()) ++begun_matches;
          if (!required.beginnings.empty() && !begins_with_one(matched, required.beginnings)) {
            BOOST_ERROR(sources[group] << " matches " << matched << " of " << text << " with another beginning than "
                                       << joined(required.beginnings));
          }
          if (!holds_one(text, literals) || (!required.second.empty() && !holds_one(text, required.second))) {
            BOOST_ERROR(sources[group] << " matches " << matched << " of " << text << " without " << joined(literals) << " and "
                                       << joined(required.second));
          }
          if (required.places.are_known()) {
            ++placed_matches;
            if (!stands_there(match.range.begin, text, required.places)) {
              BOOST_ERROR(sources[group] << " matches " << matched << " of " << text << " elsewhere");
            }
          }
        }
      }
    }
  }
  BOOST_TEST(filtered_matches > 10'000U);
  BOOST_TEST(begun_matches > 5'000U);
  BOOST_TEST(placed_matches > 200U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
