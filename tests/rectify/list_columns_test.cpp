#include "checklist/list_columns.hpp"

#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

#include "audit/rectification.hpp"

namespace fazhi {

BOOST_AUTO_TEST_SUITE(list_columns)

BOOST_AUTO_TEST_CASE(every_column_and_state_has_names_of_its_own) {
  const ListColumnRules& rules = builtin_list_columns();
  BOOST_TEST(rules.columns.size() == static_cast<std::size_t>(ListColumn::remark) + 1);
  std::set<std::string> seen;
  for (const ListColumnNames& column : rules.columns) {
    for (const std::string& name : column.names) BOOST_TEST(seen.insert(name).second, name);
  }
  BOOST_TEST(rules.states.size() == 5U);
  seen.clear();
  for (const StateWords& state : rules.states) {
    BOOST_TEST(item_state_from(state.state).has_value(), state.state);
    for (const std::string& name : state.names) BOOST_TEST(seen.insert(name).second, name);
  }
}

BOOST_AUTO_TEST_CASE(mistakes_in_the_rules_are_told) {
  const auto loads = [](const std::string& toml) { return load_list_columns(toml, "x.toml").rules.has_value(); };
  const std::string columns = "[[column]]\nid = \"id\"\nnames = [\"编号\"]\n";
  const std::string states = "[[state]]\nid = \"closed\"\nnames = [\"已销号\"]\n";
  BOOST_TEST(loads("format = 1\n" + columns + states));
  BOOST_TEST(!loads("format = 1\n" + columns));
  BOOST_TEST(!loads("format = 1\n" + columns + states + "[[colum]]\n"));
  BOOST_TEST(!loads("format = 1\n[[column]]\nid = \"nothing\"\nnames = [\"编号\"]\n" + states));
  BOOST_TEST(!loads("format = "));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
