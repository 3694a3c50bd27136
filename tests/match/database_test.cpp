#include "match/database.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace fazhi {
namespace {

using Texts = std::vector<std::string>;

struct Group {
  Texts phrases;
  Texts expressions;
};

/// Windows that stand one behind the other, a line break between them.
struct Windows {
  explicit Windows(const Texts& pieces) {
    for (const std::string& piece : pieces) {
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += piece;
      ranges.push_back({begin, static_cast<std::uint32_t>(text.size())});
      text += '\n';
    }
  }
  std::string text;
  std::vector<TextRange> ranges;
};

std::string matches_of(const MatchSet& found, GroupId group, const Windows& windows) {
  std::string out;
  for (const Match& match : found.of(group)) {
    const std::uint32_t in_window = match.range.begin - windows.ranges[match.window].begin;
    out += (out.empty() ? "" : " ") + std::string(match.range.of(windows.text)) + "@" + std::to_string(match.window) + ":" +
           std::to_string(in_window);
  }
  return found.gave_up(group) ? out + "!" : out;
}

/// Each group's matches as “text@window:offset”, ! where it gave up; groups parted by “ / ”.
std::string scanned(const std::vector<Group>& groups, const Texts& pieces, bool first_pass = true) {
  DatabaseBuilder builder;
  std::vector<GroupId> ids;
  for (const Group& each : groups) ids.push_back(builder.add_group(each.phrases, each.expressions));
  const Database database(builder);
  BOOST_TEST(database.group_count() == groups.size());
  Scratch scratch;
  MatchSet found;
  const Windows windows(pieces);
  database.scan(windows.text, windows.ranges, scratch, found, first_pass);
  std::string out;
  for (const GroupId id : ids) out += (id == 0 ? "" : " / ") + matches_of(found, id, windows);
  return out;
}

struct Case {
  std::string_view what;
  std::vector<Group> groups;
  Texts windows;
  std::string_view found;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      {"phrases", {{{"法治", "政府"}, {}}}, {"法治政府", "法治"}, "法治@0:0 政府@0:6 法治@1:0"},
      {"phrases that overlap", {{{"法治", "法治政府", "治政"}, {}}}, {"法治政府"}, "法治政府@0:0 法治@0:0 治政@0:3"},
      {"a phrase over itself", {{{"甲甲"}, {}}}, {"甲甲甲"}, "甲甲@0:0 甲甲@0:3"},
      {"expressions do not overlap themselves", {{{}, {"甲甲"}}}, {"甲甲甲甲甲"}, "甲甲@0:0 甲甲@0:6"},
      {"phrase and expression at one place", {{{"法治"}, {"法.", "法治"}}}, {"法治"}, "法治@0:0"},
      {"the longer one first", {{{"法"}, {"法.政", "法."}}}, {"法治政"}, "法治政@0:0 法治@0:0 法@0:0"},
      {"one pattern of two groups", {{{"法治"}, {"依."}}, {{"法治"}, {"依."}}}, {"法治依法"}, "法治@0:0 依法@0:6 / 法治@0:0 依法@0:6"},
      {"groups apart", {{{"法治"}, {}}, {{"依法"}, {}}, {{"普法"}, {}}}, {"依法"}, " / 依法@0:0 / "},
      {"an empty group", {{{}, {}}, {{"甲"}, {}}}, {"甲"}, " / 甲@0:0"},
      {"a phrase across two windows", {{{"甲\n乙", "甲", "乙"}, {}}}, {"甲", "乙"}, "甲@0:0 乙@1:0"},
      {"an expression sees its window alone", {{{}, {"甲.*乙"}}}, {"甲丙", "丁乙", "甲丁乙"}, "甲丁乙@2:0"},
      {"^ and $ at the ends of windows", {{{}, {"^甲", "乙$"}}}, {"甲乙甲", "乙甲乙"}, "甲@0:0 乙@1:6"},
      {"^ holds once", {{{}, {"^甲"}}}, {"甲甲甲"}, "甲@0:0"},
      {"lookbehind ends at the window", {{{}, {"(?<!副)书记"}}}, {"副", "书记", "副书记"}, "书记@1:0"},
      {"lookahead ends at the window", {{{}, {"书记(?!处)"}}}, {"书记", "处", "书记处"}, "书记@0:0"},
      {"no required literal", {{{}, {"[0-9]+"}}}, {"12甲345"}, "12@0:0 345@0:5"},
      {"\\K begins the match", {{{}, {"甲\\K乙"}}}, {"甲乙"}, "乙@0:3"},
      {"an empty match is none", {{{}, {"(?=甲)"}}}, {"甲"}, ""},
      {"an empty window", {{{"甲"}, {"^$", "甲$"}}}, {"", "甲"}, "甲@1:0"},
      {"no windows", {{{"甲"}, {"甲"}}}, {}, ""},
      {"greedy and lazy", {{{}, {"甲.*乙"}}, {{}, {"甲.*?乙"}}}, {"甲乙丙乙"}, "甲乙丙乙@0:0 / 甲乙@0:0"},
      {"code points of four bytes", {{{"😀"}, {"😀+笑"}}}, {"a😀😀笑"}, "😀😀笑@0:1 😀@0:1 😀@0:5"},
      {"ASCII", {{{"12345", "a"}, {"[a-c]{2}"}}}, {"abc12345"}, "ab@0:0 a@0:0 12345@0:3"},
      {"what does not compile can tell nothing", {{{"甲"}, {"(甲"}}}, {"(甲"}, "甲@0:1!"},
  };
  return all;
}

/// So many ways to part the run of 甲 that PCRE2 reaches its limit.
constexpr std::string_view kExplosive = "(?:(?:甲|甲甲)+丙)+乙";

std::string explosive_text() {
  std::string text;
  for (int count = 0; count < 200; ++count) text += "甲";
  return text + "丁乙丙";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(database)

BOOST_AUTO_TEST_CASE(scans) {
  for (const Case& each : cases()) {
    BOOST_TEST_CONTEXT(each.what) {
      BOOST_TEST(scanned(each.groups, each.windows) == each.found);
      BOOST_TEST(scanned(each.groups, each.windows, false) == each.found);
    }
  }
}

BOOST_AUTO_TEST_CASE(windows_need_not_fill_the_text) {
  DatabaseBuilder builder;
  const GroupId group = builder.add_group(Texts{"法治"}, Texts{"^依法$"});
  const Database database(builder);
  const std::string text = "法治依法法治普法法治";
  const std::vector<TextRange> windows{{6, 12}, {15, 24}};
  Scratch scratch;
  MatchSet found;
  for (const bool first_pass : {true, false}) {
    database.scan(text, windows, scratch, found, first_pass);
    BOOST_TEST_REQUIRE(found.of(group).size() == 1U);
    BOOST_TEST((found.of(group)[0].range == TextRange{6, 12}));
    BOOST_TEST(found.of(group)[0].window == 0U);
  }
}

BOOST_AUTO_TEST_CASE(a_phrase_may_end_beside_its_window) {
  DatabaseBuilder builder;
  const GroupId group = builder.add_group(Texts{"法治政府", "法治"}, {});
  const Database database(builder);
  const std::string text = "法治政府";
  const std::vector<TextRange> windows{{0, 6}};
  Scratch scratch;
  MatchSet found;
  database.scan(text, windows, scratch, found);
  BOOST_TEST_REQUIRE(found.of(group).size() == 1U);
  BOOST_TEST((found.of(group)[0].range == TextRange{0, 6}));
}

BOOST_AUTO_TEST_CASE(unfiltered_expressions_are_told) {
  DatabaseBuilder builder;
  builder.add_group(Texts{"法治"}, Texts{"法治[0-9]+", "[0-9]+次?", ".甲?"});
  const Database database(builder);
  const Texts told = database.unfiltered_expressions();
  BOOST_TEST(told == (Texts{".甲?", "[0-9]+次?"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(unknown_group_has_no_match) {
  const MatchSet empty;
  BOOST_TEST(empty.of(0).empty());
  BOOST_TEST(!empty.gave_up(0));
}

BOOST_AUTO_TEST_CASE(a_limit_is_told_of_its_groups_alone) {
  DatabaseBuilder builder;
  const std::string explosive(kExplosive);
  const GroupId one = builder.add_group(Texts{"丁"}, Texts{explosive});
  const GroupId other = builder.add_group(Texts{"丁"}, Texts{"乙丙"});
  const GroupId both = builder.add_group({}, Texts{"乙丙", explosive});
  const Database database(builder);
  Scratch scratch;
  MatchSet found;
  const std::string hard = explosive_text();
  for (const bool first_pass : {true, false}) {
    const std::vector<TextRange> window{{0, static_cast<std::uint32_t>(hard.size())}};
    database.scan(hard, window, scratch, found, first_pass);
    BOOST_TEST(found.gave_up(one));
    BOOST_TEST(!found.gave_up(other));
    BOOST_TEST(found.gave_up(both));
    BOOST_TEST(found.of(one).size() == 1U);
    BOOST_TEST(found.of(other).size() == 2U);
    BOOST_TEST(found.of(both).size() == 1U);
  }
  // The next scan knows nothing of it.
  const std::string easy = "甲丙乙";
  const std::vector<TextRange> window{{0, static_cast<std::uint32_t>(easy.size())}};
  database.scan(easy, window, scratch, found);
  BOOST_TEST(!found.gave_up(one));
  BOOST_TEST(found.of(one).size() == 1U);
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  while (times-- > 0) out += text;
  return out;
}

BOOST_AUTO_TEST_CASE(the_stack_of_machine_code_is_no_limit) {
  const std::string deep = "甲" + repeated("乙", 1900) + "丁";
  const Group group{{}, {"甲(?:[^，]|，[^丁])*丁"}};
  BOOST_TEST(scanned({group}, {deep}) == deep + "@0:0");
  // However often it ran before.
  Texts many(40, "甲乙丁");
  many.push_back(deep);
  BOOST_TEST(scanned({group}, many).ends_with(" " + deep + "@40:0"));
}

BOOST_AUTO_TEST_CASE(an_expression_that_refuses_machine_code_goes_without) {
  std::string expected;
  for (int window = 0; window < 60; ++window) expected += (window == 0 ? "" : " ") + ("甲乙丁@" + std::to_string(window)) + ":0";
  BOOST_TEST(scanned({{{}, {"(*NO_JIT)甲[^，]{0,3}丁"}}}, Texts(60, "甲乙丁")) == expected);
}

BOOST_AUTO_TEST_CASE(a_match_of_nothing_hides_none_behind_it) {
  BOOST_TEST(scanned({{{}, {"(甲?)\\1乙*"}}}, {"丁丁甲甲乙"}) == "甲甲乙@0:6");
  BOOST_TEST(scanned({{{}, {"(?:(丙))?(?(1)丁)甲?"}}}, {"乙甲"}) == "甲@0:3");
}

BOOST_AUTO_TEST_CASE(a_limit_in_one_window_keeps_the_matches_of_others) {
  BOOST_TEST(scanned({{{}, {std::string(kExplosive)}}}, {"甲丙乙", explosive_text(), "甲甲丙乙"}) ==
             "甲丙乙@0:0 甲甲丙乙@2:0!");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
