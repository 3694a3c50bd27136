#include "rectify/read_filled_list.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "audit/csv_text.hpp"
#include "base/limits.hpp"
#include "calc.hpp"
#include "present/list_csv.hpp"
#include "present/list_workbook.hpp"
#include "present/sample_list.hpp"
#include "scratch_folder.hpp"

namespace fazhi {
namespace {

using Folder = test::ScratchFolder;
using test::bytes_of;

const ListViewOptions kOptions{Language::zh, test::kListDay};

/// The county's list as it went out: nobody has filled in anything.
RectificationList blank_list() {
  RectificationList list = test::county_list();
  for (RectificationItem& each : list.items) each.progress = {};
  return list;
}

/// Text that programs could take for something else.
RectificationList awkward_list() {
  RectificationList list = test::county_list();
  ItemProgress& progress = list.items[0].progress;
  progress.progress = "=1+1";
  progress.material = "'=1+1";
  progress.remark = "-\"甲\",\n乙；丙 丁";
  progress.reviewer = "@李";
  progress.responsible_person = "+86 13800000001";
  progress.review = "'引号在前";
  list.items[1].progress.remark = "007";
  list.items[1].progress.material = "2025年第3号";
  return list;
}

FilledList read(const std::string& bytes) {
  auto filled = read_filled_list(bytes, "清单");
  BOOST_REQUIRE_MESSAGE(filled.has_value(), (filled ? "" : render(filled.error(), Language::en)));
  return std::move(filled).value();
}

std::string error_of(const std::string& bytes) {
  const auto filled = read_filled_list(bytes, "清单");
  return filled ? "" : std::string(code_of(filled.error().id));
}

std::string notes_of(const std::vector<Message>& notes) {
  std::string out;
  for (const Message& note : notes) out += std::string(code_of(note.id)) + ' ' + (note.arguments.size() > 2 ? note.arguments[2] : "") + '\n';
  return out;
}

/// What a fresh list holds after `bytes` were read into it.
RectificationList updated(const std::string& bytes) {
  RectificationList list = blank_list();
  apply_progress(list, read(bytes));
  return list;
}

void check_same_progress(const RectificationList& got, const RectificationList& expected) {
  BOOST_REQUIRE_EQUAL(got.items.size(), expected.items.size());
  for (std::size_t index = 0; index < got.items.size(); ++index) {
    BOOST_TEST(got.items[index].id == expected.items[index].id);
    BOOST_TEST((got.items[index].progress == expected.items[index].progress), "item " << index << ": " << got.items[index].progress.remark);
    BOOST_TEST(got.items[index].due == expected.items[index].due);
  }
}

std::string xlsx_of(const RectificationList& list) {
  const Folder folder;
  BOOST_REQUIRE(!write_list_workbook(list, folder / "list.xlsx", kOptions).has_value());
  return bytes_of(folder / "list.xlsx");
}

std::string row_with(const std::string& text) {
  return "编号,单位,存在问题,状态,责任人,复核人,销号日期,备注\n" + text;
}

const std::string kFirstId = blank_list().items[0].id;

}  // namespace

BOOST_AUTO_TEST_SUITE(filled_list)

BOOST_AUTO_TEST_CASE(a_workbook_comes_back_as_it_went_out) {
  const RectificationList list = awkward_list();
  const RectificationList got = updated(xlsx_of(list));
  check_same_progress(got, list);
  BOOST_TEST(notes_of(got.notes).empty(), notes_of(got.notes));
}

BOOST_AUTO_TEST_CASE(csv_comes_back_as_it_went_out) {
  const RectificationList list = awkward_list();
  const std::string csv = list_csv(list, kOptions);
  check_same_progress(updated(csv), list);
  check_same_progress(updated(csv.substr(3)), list);
}

BOOST_AUTO_TEST_CASE(titles_of_columns_are_known_in_both_languages) {
  for (const Language language : {Language::zh, Language::en}) {
    RectificationList list = test::county_list();
    check_same_progress(updated(list_csv(list, {language, test::kListDay})), list);
  }
}

BOOST_AUTO_TEST_CASE(text_survives_csv) {
  for (const char* text : {"=1", "'=1", "''=1", "'", "甲", "'甲", "-", "\t=1", "＝1", ""}) {
    const std::string cell = csv_text(text);
    BOOST_TEST(text_from_csv(cell) == text);
    BOOST_TEST(!cell.starts_with("="));
  }
  BOOST_TEST(csv_id("123456789012") == "'123456789012");
  BOOST_TEST(csv_id("12ab56789012") == "12ab56789012");
}

BOOST_AUTO_TEST_CASE(columns_moved_added_and_left_out) {
  const std::string text = "填报,,\n备注说明,状态（下拉）,新增一列,编号\n已送县司法局,整改中,x," + kFirstId + "\n";
  const FilledList filled = read(text);
  BOOST_REQUIRE_EQUAL(filled.rows.size(), 1U);
  BOOST_TEST(filled.rows[0].row == 3U);
  BOOST_TEST((filled.rows[0].state == ItemState::under_way));
}

BOOST_AUTO_TEST_CASE(states_as_people_write_them) {
  const auto state_of = [](const std::string& word) { return read(row_with(kFirstId + ",甲镇,x," + word + ",,,,\n")).rows.at(0).state; };
  BOOST_TEST((state_of("已整改 待核") == ItemState::to_review));
  BOOST_TEST((state_of("整改完成") == ItemState::to_review));
  BOOST_TEST((state_of("已销号（县司法局）") == ItemState::closed));
  BOOST_TEST((state_of("CLOSED") == ItemState::closed));
  BOOST_TEST(!state_of("").has_value());
  const FilledList odd = read(row_with(kFirstId + ",甲镇,x,差不多了,,,,\n"));
  BOOST_TEST(!odd.rows.at(0).state.has_value());
  BOOST_TEST(notes_of(odd.notes) == "filled.unknown-state 2\n");
}

BOOST_AUTO_TEST_CASE(dates_as_people_write_them) {
  BOOST_TEST(read(row_with(kFirstId + ",甲镇,x,已销号,,李,2025.3.18,\n")).rows.at(0).progress.closed_on == "2025-03-18");
  const FilledList odd = read(row_with(kFirstId + ",甲镇,x,已销号,,李,上周五,\n"));
  BOOST_TEST(odd.rows.at(0).progress.closed_on == "上周五");
  BOOST_TEST(notes_of(odd.notes) == "filled.bad-date 2\n");
}

BOOST_AUTO_TEST_CASE(an_id_that_is_lost_is_found_by_unit_and_problem) {
  const RectificationList list = blank_list();
  const std::string problem = "存在的不足和原因：只写了不足，没有分析原因。";
  const RectificationList got = updated(row_with(",云溪县青石镇," + problem + ",整改中,王,,,\n"));
  BOOST_TEST(got.items[1].progress.responsible_person == "王");
  BOOST_TEST(notes_of(got.notes) == "filled.by-problem 2\n");
  BOOST_TEST(got.items.size() == list.items.size());
}

BOOST_AUTO_TEST_CASE(what_is_not_listed_any_more_is_kept_if_somebody_wrote_into_it) {
  const std::size_t before = blank_list().items.size();
  const RectificationList got = updated(row_with("aaaaaaaaaaaa,云溪县青石镇,旧问题,整改中,王,,,记\n"
                                                 "bbbbbbbbbbbb,云溪县青石镇,旧问题二,未启动,,,,\n"
                                                 "cccccccccccc,云溪县新设镇,旧问题三,已销号,,李,2025-03-18,\n"
                                                 ",,,整改中,王,,,\n"));
  BOOST_TEST(notes_of(got.notes) == "filled.kept 2\nfilled.unusable 5\nfilled.left-out 1\n");
  BOOST_REQUIRE_EQUAL(got.items.size(), before + 2);
  const RectificationItem& kept = got.items[8];
  BOOST_TEST(kept.id == "aaaaaaaaaaaa");
  BOOST_TEST(kept.unit == 0U);
  BOOST_TEST(kept.problem.at(0) == "旧问题");
  BOOST_TEST(kept.progress.responsible_person == "王");
  BOOST_TEST(kept.progress.remark == "记；这次审查没有再发现");
  BOOST_TEST(got.items.back().id == "cccccccccccc");
  BOOST_TEST(got.units.back().unit == "云溪县新设镇");
  // A second round neither loses it nor says so twice.
  RectificationList again = blank_list();
  apply_progress(again, read(xlsx_of(got)));
  BOOST_REQUIRE_EQUAL(again.items.size(), got.items.size());
  BOOST_TEST(again.items[8].progress.remark == kept.progress.remark);
  BOOST_TEST(again.items[8].problem == kept.problem, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(who_closes_and_what_stands_there_twice) {
  const RectificationList got = updated(row_with(kFirstId + ",云溪县青石镇,x,已销号,王,,,\n" + kFirstId + ",云溪县青石镇,x,整改中,张,,,\n" +
                                                 kFirstId + ",云溪县青石镇,x,已销号,王,,,\n"));
  BOOST_TEST(notes_of(got.notes) == "filled.closed-without-reviewer 2\nfilled.duplicate 3\n");
  BOOST_TEST((got.items[0].progress.state == ItemState::closed));
  BOOST_TEST(got.items[0].progress.responsible_person == "王");
}

BOOST_AUTO_TEST_CASE(blank_cells_leave_what_is_there) {
  RectificationList list = test::county_list();
  const RectificationList before = list;
  apply_progress(list, read(row_with(list.items[1].id + ",云溪县青石镇,x,,,,,\n")));
  BOOST_TEST((list.items[1].progress == before.items[1].progress));
}

BOOST_AUTO_TEST_CASE(what_is_no_list) {
  BOOST_TEST(error_of("单位,上级\n甲镇,甲县\n") == "filled.no-header");
  BOOST_TEST(error_of("编号,状态\n") == "filled.no-rows");
  BOOST_TEST(error_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") == "table.other-kind");
  BOOST_TEST(error_of("<html></html>") == "table.other-kind");
  BOOST_TEST(error_of("编号,状态\n\"a") == "table.open-quote");
  BOOST_TEST(error_of(std::string(limits::kTableFileBytes + 1, ' ')) == "table.too-large");
  std::string rows = "编号,状态\n";
  for (std::size_t row = 0; row < limits::kTableRows; ++row) rows += "a,b\n";
  BOOST_TEST(error_of(rows) == "table.too-many-rows");
}

BOOST_AUTO_TEST_CASE(limits_are_told) {
  const FilledList cut = read(row_with(kFirstId + ",甲镇,x,整改中,,,," + std::string(limits::kTableCellBytes + 1, 'x') + "\n"));
  BOOST_TEST(notes_of(cut.notes) == "filled.cell-cut 2\n");
  std::string odd;
  for (std::size_t row = 0; row < limits::kFilledNotes + 5; ++row) odd += "id,甲镇,x,差不多,,,,\n";
  const FilledList many = read(row_with(odd));
  BOOST_REQUIRE_EQUAL(many.notes.size(), limits::kFilledNotes + 1);
  BOOST_TEST(many.notes.back().arguments.at(1) == "5");
}

BOOST_AUTO_TEST_CASE(a_list_in_memory) {
  const RectificationList list = test::county_list();
  RectificationList got = blank_list();
  apply_progress(got, filled_list_of(list, "清单.xml"));
  check_same_progress(got, list);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(filled_list_programs)

BOOST_AUTO_TEST_CASE(filled_in_by_libreoffice_calc) {
  if (!test::has_calc()) {
    BOOST_TEST_MESSAGE("skipped: LibreOffice Calc (libreoffice-calc-nogui) is not installed");
    return;
  }
  const Folder folder;
  const auto convert = [&](const std::string& filter, const std::string& file) {
    const std::string command = "cd '" + folder / "" + "' && timeout 300 soffice -env:UserInstallation=file://" + folder / "profile" +
                                " --headless --convert-to '" + filter + "' " + file + " >/dev/null 2>&1";
    BOOST_REQUIRE(std::system(command.c_str()) == 0);
  };
  RectificationList list = awkward_list();
  list.items[20].progress.responsible_person = "待填";
  BOOST_REQUIRE(!write_list_workbook(list, folder / "list.xlsx", kOptions).has_value());
  convert("fods", "list.xlsx");
  // Calc has read it; a person and a state are filled in, and Calc saves it.
  std::string book = bytes_of(folder / "list.fods");
  const std::size_t person = book.find("待填");
  BOOST_REQUIRE(person != std::string::npos);
  const std::size_t state = book.find("未启动", person);
  BOOST_REQUIRE(state != std::string::npos);
  BOOST_REQUIRE(state < book.find("</table:table-row>", person));
  book.replace(state, std::string("未启动").size(), "已整改待核");
  book.replace(person, std::string("待填").size(), "王小明");
  std::ofstream(folder / "filled.fods", std::ios::binary) << book;
  convert("xlsx:Calc MS Excel 2007 XML", "filled.fods");
  list.items[20].progress.responsible_person = "王小明";
  list.items[20].progress.state = ItemState::to_review;
  const RectificationList got = updated(bytes_of(folder / "filled.xlsx"));
  check_same_progress(got, list);
  BOOST_TEST(notes_of(got.notes).empty(), notes_of(got.notes));
  // The same as CSV in GB18030, as Excel in China saves it.
  convert("csv:Text - txt - csv (StarCalc):44,34,85,1", "filled.xlsx");
  list.items[0].progress.material = "=1+1";  // an apostrophe before = is the CSV writer's, whoever wrote it
  check_same_progress(updated(bytes_of(folder / "filled.csv")), list);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
