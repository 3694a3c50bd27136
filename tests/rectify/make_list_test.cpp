#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

#include "rectify/make_list.hpp"
#include "rectify/sample.hpp"

namespace fazhi {
namespace {

ListOptions options() { return {"云岫县司法局", "2025-04-10", "2025-04-24", Language::zh}; }

Audit poor(const std::string& unit, const std::string& source, std::int32_t points = 60) {
  Audit audit = test::audit_of(unit, source, points);
  audit.findings = {test::element("leadership.agenda", Status::missing, 400, 400),
                    test::defect("quality.placeholder", Severity::major, "××", 5)};
  return audit;
}

bool has_note(const RectificationList& list, MessageId id) {
  for (const Message& each : list.notes) {
    if (each.id == id) return true;
  }
  return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(make_list)

BOOST_AUTO_TEST_CASE(units_items_and_ranks) {
  ListMaker maker(test::rules(), options());
  maker.add(poor("青石镇", "a.txt", 70));
  maker.add(poor("白河乡", "b.txt", 90), RosterEntry{"云岫县白河乡人民政府", "张三"});
  maker.add(poor("石桥镇", "c.txt", 70));
  maker.add(poor("无分镇", "d.txt", 0));
  maker.add_absent("柳林镇");
  const RectificationList list = maker.finish();
  BOOST_TEST(list.title == "2024年度法治政府建设年度报告整改清单");
  BOOST_TEST(list.issuer == "云岫县司法局");
  BOOST_REQUIRE(list.units.size() == 4U);
  BOOST_TEST(list.units[1].unit == "云岫县白河乡人民政府");
  BOOST_TEST(list.units[1].contact == "张三");
  BOOST_TEST(list.units[0].rank == 2);
  BOOST_TEST(list.units[1].rank == 1);
  BOOST_TEST(list.units[2].rank == 2);
  BOOST_TEST(list.units[3].rank == 4);
  BOOST_REQUIRE(list.items.size() == 8U);
  BOOST_TEST(list.items[2].unit == 1U);
  BOOST_TEST(list.items[2].due == "2025-04-24");
  BOOST_TEST(list.items[2].id == item_id("云岫县白河乡人民政府", list.items[2].fingerprint));
  BOOST_TEST(list.absent.size() == 1U);
  BOOST_TEST(list.checklists.size() == 1U);
  BOOST_TEST(list.notes.empty());
}

BOOST_AUTO_TEST_CASE(a_unit_with_several_reports_is_told_apart_by_files) {
  ListMaker maker(test::rules(), options());
  maker.add(poor("青石镇", "in/初稿.txt"));
  maker.add(poor("青石镇人民政府", "in/定稿.txt"));
  maker.add(poor("青石镇", "in/初稿.txt"));
  maker.add(poor("", "in/无名.txt"));
  maker.add(poor("", "out/无名.txt"));
  const RectificationList list = maker.finish();
  BOOST_REQUIRE(list.units.size() == 4U);
  BOOST_TEST(list.units[0].unit == "青石镇（初稿.txt）");
  BOOST_TEST(list.units[1].unit == "青石镇人民政府（定稿.txt）");
  BOOST_TEST(list.units[2].unit == "无名.txt");
  BOOST_TEST(list.units[3].unit == "无名.txt #2");
  BOOST_TEST(has_note(list, MessageId::list_same_unit));
  std::set<std::string> ids;
  for (const RectificationItem& each : list.items) ids.insert(each.id);
  BOOST_TEST(ids.size() == list.items.size());
}

BOOST_AUTO_TEST_CASE(errors_and_years_become_notes) {
  ListMaker maker(test::rules(), options());
  Audit broken = test::audit_of("", "a.doc");
  broken.error = Message{MessageId::input_empty, {"a.doc"}};
  maker.add(broken);
  maker.add(poor("青石镇", "a.txt"));
  Audit old = poor("白河乡", "b.txt");
  old.identity.year = 2023;
  maker.add(old);
  const RectificationList list = maker.finish();
  BOOST_TEST(list.units.size() == 2U);
  BOOST_TEST(has_note(list, MessageId::list_report_unread));
  BOOST_TEST(has_note(list, MessageId::list_mixed_years));
  BOOST_TEST(list.year.value_or(0) == 2024);
}

BOOST_AUTO_TEST_CASE(nothing_makes_an_empty_list) {
  const RectificationList list = ListMaker(test::rules(), options()).finish();
  BOOST_TEST(list.items.empty());
  BOOST_TEST(list.title == "法治政府建设年度报告整改清单");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
