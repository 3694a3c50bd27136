#include "batch/file_stem.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

namespace fazhi {
namespace {

BOOST_AUTO_TEST_SUITE(file_stems)

BOOST_AUTO_TEST_CASE(keeps_what_every_system_can_hold) {
  BOOST_TEST(file_stem("湟中区上五庄镇") == "湟中区上五庄镇");
  BOOST_TEST(file_stem("a/b\\c:d*e?f\"g<h>i|j") == "a_b_c_d_e_f_g_h_i_j");
  BOOST_TEST(file_stem("../../etc/passwd") == "_.._etc_passwd");
  BOOST_TEST(file_stem(" 云溪镇 . ") == "云溪镇");
  BOOST_TEST(file_stem("云\n溪\u202E镇\u200B") == "云溪镇");
}

BOOST_AUTO_TEST_CASE(never_names_a_device_or_nothing) {
  BOOST_TEST(file_stem("CON") == "_CON");
  BOOST_TEST(file_stem("lpt1.2024") == "_lpt1.2024");
  BOOST_TEST(file_stem("console") == "console");
  BOOST_TEST(!file_stem("").empty());
  BOOST_TEST(!file_stem("...").empty());
}

BOOST_AUTO_TEST_CASE(is_cut_between_characters) {
  std::string name;
  for (int at = 0; at < 60; ++at) name += "镇";
  const std::string stem = file_stem(name);
  BOOST_TEST(stem.size() == 99U);
  BOOST_TEST(name.starts_with(stem));
}

BOOST_AUTO_TEST_CASE(a_device_as_long_as_a_stem_stays_within_the_limit) {
  const std::string stem = file_stem("nul." + std::string(96, 'a'));
  BOOST_TEST(stem == "_nul." + std::string(95, 'a'));
  BOOST_TEST(file_stem(stem) == stem);
}

BOOST_AUTO_TEST_CASE(each_is_given_once) {
  StemBook book;
  book.reserve("城关镇-3");
  BOOST_TEST(book.take("城关镇") == "城关镇");
  BOOST_TEST(book.take("城关镇") == "城关镇-2");
  BOOST_TEST(book.take("城关镇") == "城关镇-4");
  BOOST_TEST(book.take("A") == "A");
  BOOST_TEST(book.take("a") == "a-2");
}

BOOST_AUTO_TEST_CASE(a_number_belongs_to_its_base) {
  BOOST_TEST(is_stem_of("城关镇", "城关镇"));
  BOOST_TEST(is_stem_of("城关镇-12", "城关镇"));
  BOOST_TEST(!is_stem_of("城关镇-", "城关镇"));
  BOOST_TEST(!is_stem_of("城关镇-新", "城关镇"));
  BOOST_TEST(!is_stem_of("城关", "城关镇"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace fazhi
