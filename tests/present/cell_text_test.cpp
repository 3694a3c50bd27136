#include "present/cell_text.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

namespace fazhi {

BOOST_AUTO_TEST_SUITE(cell_texts)

BOOST_AUTO_TEST_CASE(what_a_cell_cannot_hold_is_dropped) {
  BOOST_TEST(cell_text(std::string("法\0治\x01\x1b[31m\x7f", 14)) == "法治[31m");
  BOOST_TEST(cell_text("a\xED\xA0\x80\xFF\xC0\xAF" "b\uFFFE\uFFFFc\u0085d\uFEFF") == "abcd");
  BOOST_TEST(cell_text("合格\u202E不\u2066") == "合格不");
  BOOST_TEST(cell_text("一\r\n二\t三\n") == "一\n二\t三\n");
  BOOST_TEST(cell_text("𠮷😀 &<>\"") == "𠮷😀 &<>\"");
}

BOOST_AUTO_TEST_CASE(what_looks_like_an_escape_stays_what_it_is) {
  BOOST_TEST(cell_text("_x0041_") == "_x005F_x0041_");
  BOOST_TEST(cell_text("_x00e9__x0041_") == "_x005F_x00e9__x005F_x0041_");
  BOOST_TEST(cell_text("_x41_ _xyzzy_ _x0041") == "_x41_ _xyzzy_ _x0041");
  BOOST_TEST(cell_text(std::string("_x\x01" "0041_")) == "_x005F_x0041_");
}

BOOST_AUTO_TEST_CASE(long_texts_are_cut_at_utf_16_units) {
  BOOST_TEST(cell_text("法治政府", 4) == "法治政府");
  BOOST_TEST(cell_text("法治政府建设", 4) == "法治政…");
  BOOST_TEST(cell_text("𠮷𠮷𠮷", 6) == "𠮷𠮷𠮷");
  BOOST_TEST(cell_text("𠮷𠮷𠮷", 5) == "𠮷𠮷…");
  BOOST_TEST(cell_text("𠮷𠮷𠮷", 4) == "𠮷…");
  std::string longest;
  for (std::size_t n = 0; n <= limits::kCellUnits; ++n) longest += "法";
  BOOST_TEST(cell_text(longest).size() == limits::kCellUnits * 3);
  BOOST_TEST(cell_text(longest).ends_with("法…"));
}

BOOST_AUTO_TEST_CASE(passages_are_one_line_and_short) {
  BOOST_TEST(cell_passage("全年\n\t化解98%") == "全年 化解98%");
  std::string longest;
  for (std::size_t n = 0; n <= limits::kCellPassageCharacters; ++n) longest += "法";
  BOOST_TEST(cell_passage(longest).size() == limits::kCellPassageCharacters * 3);
  BOOST_TEST(cell_passage(longest).ends_with("法…"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
