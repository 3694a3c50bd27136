#include "outline/joint_unit.hpp"

#include <boost/test/unit_test.hpp>
#include <string_view>

namespace fazhi {
namespace {

struct JointCase {
  std::string_view units;
  std::string_view reports;
};

constexpr JointCase kJointCases[] = {
    {"云溪镇人民政府", "云溪镇人民政府"},
    {"中共云溪镇委员会云溪镇人民政府", "云溪镇人民政府"},
    {"中共云溪县云溪镇委员会云溪镇人民政府", "云溪县云溪镇人民政府"},
    {"中共云溪县委云溪县人民政府", "云溪县人民政府"},
    {"中共云溪县委、县人民政府", "云溪县人民政府"},
    {"中共云溪县委员会 云溪县人民政府", "云溪县人民政府"},
    {"中共旧码头街道工作委员会旧码头街道办事处", "旧码头街道办事处"},
    {"云溪镇党委、云溪镇人民政府", "云溪镇人民政府"},
    {"云溪镇党委和云溪镇人民政府", "云溪镇人民政府"},
    {"云溪镇党委、政府", "云溪镇政府"},
    {"云溪镇党委 镇人民政府", "云溪镇人民政府"},
    {"云溪镇党委和镇政府", "云溪镇政府"},
    {"旧码头街道党工委、街道办事处", "旧码头街道办事处"},
    {"旧码头街道党工委、办事处", "旧码头街道办事处"},
    {"旧码头街道工委、旧码头街道办事处", "旧码头街道办事处"},
    {"云溪经济开发区党工委、管委会", "云溪经济开发区管委会"},
    // A name may begin or end like a word that joins.
    {"中共和平镇委员会和平镇人民政府", "和平镇人民政府"},
    {"和平街道党工委、和平街道办事处", "和平街道办事处"},
    {"和平镇党委和和平镇人民政府", "和平镇人民政府"},
    {"太和镇党委和太和镇人民政府", "太和镇人民政府"},
    // Departments.
    {"云溪县公安局党委、云溪县公安局", "云溪县公安局"},
    {"云溪县公安局党委、县公安局", "云溪县公安局"},
    {"中共云溪县发展和改革委员会党组 云溪县发展和改革委员会", "云溪县发展和改革委员会"},
    {"云溪县发展和改革委员会党组、云溪县发展和改革委员会", "云溪县发展和改革委员会"},
    {"云溪县司法局党组书记、局", "云溪县司法局"},
    {"云溪镇党委书记、镇", "云溪镇"},
    {"云溪镇党委副书记、镇", "云溪镇"},
    // One body alone.
    {"中共云溪镇委员会", "中共云溪镇委员会"},
    {"旧码头街道党工委", "旧码头街道党工委"},
    {"云溪县公安局党委", "云溪县公安局党委"},
    {"中共云溪县委政法委员会", "中共云溪县委政法委员会"},
    {"中共云溪县委办公室", "中共云溪县委办公室"},
    {"云溪镇党委办公室", "云溪镇党委办公室"},
    {"云溪县发展和改革委员会", "云溪县发展和改革委员会"},
    {"党委", "党委"},
    {"", ""},
};

BOOST_AUTO_TEST_SUITE(joint_unit)

BOOST_AUTO_TEST_CASE(the_government_reports) {
  for (const JointCase& each : kJointCases) BOOST_TEST(reporting_unit(each.units) == each.reports, each.units);
}

BOOST_AUTO_TEST_CASE(one_unit_by_several_names) {
  BOOST_TEST(may_be_same_unit("云溪县青石镇人民政府", "青石镇"));
  BOOST_TEST(may_be_same_unit("青石镇政府", "云溪县青石镇"));
  BOOST_TEST(may_be_same_unit("云溪县司法局", "县司法局"));
  BOOST_TEST(!may_be_same_unit("云溪县石桥镇人民政府", "云溪县人民政府"));
  BOOST_TEST(!may_be_same_unit("云溪县司法局", "石桥县司法局"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace fazhi
