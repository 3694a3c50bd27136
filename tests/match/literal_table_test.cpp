#include "match/literal_table.hpp"

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "match/random_text.hpp"

namespace fazhi {
namespace {

using Place = std::pair<std::size_t, std::string>;  ///< offset, literal

std::vector<Place> by_table(const std::vector<std::string>& literals, std::string_view text) {
  detail::LiteralTableBuilder builder;
  for (const std::string& each : literals) builder.add(each);
  const detail::LiteralArrays<detail::Owned> arrays = builder.build();
  const detail::LiteralTable table(detail::view_of(arrays));
  std::vector<Place> out;
  table.find(text, [&](std::uint32_t number, std::uint32_t at) { out.emplace_back(at, table.literal(number)); });
  BOOST_TEST(std::is_sorted(out.begin(), out.end(), [](const Place& a, const Place& b) { return a.first < b.first; }));
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<Place> one_by_one(const std::vector<std::string>& literals, std::string_view text) {
  std::vector<Place> out;
  for (const std::string& each : std::set<std::string>(literals.begin(), literals.end())) {
    for (std::size_t at = text.find(each); at != std::string_view::npos; at = text.find(each, at + 1)) {
      out.emplace_back(at, each);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string shown(const std::vector<Place>& places) {
  std::string out;
  for (const auto& [at, literal] : places) out += (out.empty() ? "" : " ") + std::to_string(at) + literal;
  return out;
}

struct Case {
  std::vector<std::string> literals;
  std::string_view text;
  std::string_view found;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      {{"法治"}, "法治政府和法治社会", "0法治 15法治"},
      {{"法治", "法治政府", "治政"}, "法治政府", "0法治 0法治政府 3治政"},
      {{"甲"}, "甲乙甲", "0甲 6甲"},
      {{"甲甲"}, "甲甲甲甲", "0甲甲 3甲甲 6甲甲"},
      {{"甲", "甲乙", "乙"}, "甲乙", "0甲 0甲乙 3乙"},
      {{"12345"}, "拨打12345热线", "612345"},
      {{"1", "12"}, "112", "01 11 112"},
      {{"a"}, "甲a", "3a"},
      {{"é"}, "éaé", "0é 3é"},
      {{"éé"}, "ééé", "0éé 2éé"},
      {{"😀"}, "甲😀乙😀", "3😀 10😀"},
      {{"😀😁", "😁"}, "😀😁😁", "0😀😁 4😁 8😁"},
      {{"𠀀甲"}, "𠀀甲𠀀乙", "0𠀀甲"},
      // U+20000 and U+0000 have their last sixteen bits alike.
      {{"𠀀"}, std::string_view("\0甲", 4), ""},
      {{"甲"}, "", ""},
      {{"甲乙丙"}, "甲乙", ""},
      {{"甲乙"}, "乙甲", ""},
      {{"末尾"}, "在末尾", "3末尾"},
      {{"甲", "甲"}, "甲", "0甲"},
      {{"\n"}, "甲\n乙\n", "3\n 7\n"},
      {{"，但"}, "好，但少", "3，但"},
  };
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(literal_table)

BOOST_AUTO_TEST_CASE(places) {
  for (const Case& each : cases()) {
    BOOST_TEST_CONTEXT(each.text) { BOOST_TEST(shown(by_table(each.literals, each.text)) == each.found); }
  }
}

BOOST_AUTO_TEST_CASE(same_literal_has_one_number) {
  detail::LiteralTableBuilder builder;
  BOOST_TEST(builder.add("法治") == 0U);
  BOOST_TEST(builder.add("依法") == 1U);
  BOOST_TEST(builder.add("法治") == 0U);
  const detail::LiteralArrays<detail::Owned> arrays = builder.build();
  const detail::LiteralTable table(detail::view_of(arrays));
  BOOST_TEST(table.size() == 2U);
  BOOST_TEST(table.literal(1) == "依法");
}

BOOST_AUTO_TEST_CASE(agrees_with_searching_one_by_one) {
  std::size_t found = 0;
  for (std::uint32_t seed = 0; seed < 150; ++seed) {
    test::RandomText random(seed, {"法", "治", "政", "府", "建", "设", "，", "1", "2", "a", "é", "😀", "𠀀", "镇"});
    std::vector<std::string> literals;
    for (std::size_t count = 1 + random.below(40); count-- > 0;) literals.push_back(random.text(1 + random.below(4)));
    const std::string text = random.text(random.below(400));
    const std::vector<Place> places = by_table(literals, text);
    found += places.size();
    BOOST_TEST_CONTEXT("seed " << seed) { BOOST_TEST(shown(places) == shown(one_by_one(literals, text))); }
  }
  BOOST_TEST(found > 5'000U);
}

/// So many literals that buckets and bits of the table are shared.
BOOST_AUTO_TEST_CASE(agrees_where_buckets_are_full) {
  std::vector<std::string> points;
  for (char32_t point = 0x4E00; point < 0x4E00 + 300; ++point) {
    points.push_back({static_cast<char>(0xE0 | point >> 12), static_cast<char>(0x80 | (point >> 6 & 0x3F)),
                      static_cast<char>(0x80 | (point & 0x3F))});
  }
  test::RandomText random(7, points);
  std::vector<std::string> literals;
  for (int count = 0; count < 6000; ++count) literals.push_back(random.text(1 + random.below(3)));
  const std::string text = random.text(4000);
  BOOST_TEST(shown(by_table(literals, text)) == shown(one_by_one(literals, text)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
