#include "checklist/expression_rules.hpp"

#include <boost/test/unit_test.hpp>

namespace fazhi {

BOOST_AUTO_TEST_SUITE(expression_rules)

BOOST_AUTO_TEST_CASE(ascii_escapes_are_found) {
  BOOST_TEST(find_ascii_escape(R"(第\d+次)")->byte_offset == 3U);
  BOOST_TEST(find_ascii_escape(R"([一\w])")->byte_offset == 4U);
  for (const char* expression : {R"(\b)", R"(\B)", R"(\w)", R"(\W)", R"(\d)", R"(\D)"}) {
    BOOST_TEST(find_ascii_escape(expression)->escape == expression);
  }
  for (const char* expression : {R"(\\d)", R"(\s\S)", R"([0-9])", R"(d)", R"(\.)", ""}) {
    BOOST_TEST(!find_ascii_escape(expression).has_value(), expression);
  }
}

BOOST_AUTO_TEST_CASE(expressions_that_can_match_nothing) {
  for (const char* expression :
       {"",         "法*",     "(?:法治)?", "法治|",   "|法治",        "^",        "^$",       "(?=法治)",
        "(?!法治)", "(?<=法)", "(?<!法)",   "法{0,3}", "法{0}",        "(法?治?)", "(法|治*)", "[法治]*",
        "(?:法)*?", "法*+",    "(?i)",      R"(\Q\E)", "(?<name>法?)", "(?#注)",   "((法)?)+"}) {
    BOOST_TEST(can_match_nothing(expression), expression);
  }
}

BOOST_AUTO_TEST_CASE(expressions_that_consume) {
  for (const char* expression :
       {"法",          "法+",        "法*治",           "(?:法|治)", "^法",         "法$",   "(?=法)法",    "[^法]",
        "[]法]",       R"([\]]治?)", "法{1,3}",         "法{2}",     "法{",         "{0}",   R"(\s)",       R"(\Q法\E)",
        "(?<name>法)", "(?>法)",     "(?i)a",           "(?i:a)",    R"(\x{4e00})", R"(\*)", "[[:alpha:]]", "法(?:治)?",
        "(法)(?1)",    "(?|法|治)",  "(法)(?(1)法|治)", "法{10}",    "(?'name'法)"}) {
    BOOST_TEST(!can_match_nothing(expression), expression);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
