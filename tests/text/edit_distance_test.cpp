#include "text/edit_distance.hpp"

#include <boost/test/unit_test.hpp>

namespace fazhi {
namespace {

struct Pair {
  const char32_t* left;
  const char32_t* right;
  std::size_t edits;
};

constexpr Pair kPairs[] = {
    {U"", U"", 0},
    {U"", U"法", 1},
    {U"保障法", U"保障法", 0},
    {U"保障法", U"保护法", 1},
    {U"保障法", U"障保法", 1},
    {U"权益法", U"权益保护法", 2},
    {U"安全生产管理法", U"安全生产法", 2},
    {U"诈骗", U"欺诈", 2},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(edit_distances)

BOOST_AUTO_TEST_CASE(edits_are_counted_both_ways) {
  for (const Pair& each : kPairs) {
    BOOST_TEST(edit_distance(each.left, each.right) == each.edits);
    BOOST_TEST(edit_distance(each.right, each.left) == each.edits);
  }
}

BOOST_AUTO_TEST_CASE(what_leaves_out_is_shortened) {
  BOOST_TEST(is_shortened(U"反诈法", U"反电信网络诈骗法"));
  BOOST_TEST(is_shortened(U"", U"法"));
  BOOST_TEST(is_shortened(U"宪法", U"宪法"));
  BOOST_TEST(!is_shortened(U"保护法", U"权益保障法"));
  BOOST_TEST(!is_shortened(U"法宪", U"宪法"));
}

BOOST_AUTO_TEST_CASE(text_becomes_code_points) {
  BOOST_TEST((to_code_points("宪a法") == U"宪a法"));
  BOOST_TEST(to_code_points("").empty());
  BOOST_TEST((to_code_points("a\xE5\xAE") == U"a\uFFFD"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
