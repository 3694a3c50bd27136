#include "present/list_workbook.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "calc.hpp"
#include "present/list_csv.hpp"
#include "present/list_page.hpp"
#include "present/sample_list.hpp"
#include "present/workbook_file.hpp"
#include "scratch_folder.hpp"

namespace fazhi {
namespace {

using Folder = test::ScratchFolder;
using test::bytes_of;

ListViewOptions on(const std::string& day, Language language = Language::zh) { return {language, day}; }

void write(const RectificationList& list, const std::string& path, const ListViewOptions& options = on(test::kListDay),
           std::uint32_t rows = limits::kSheetRows) {
  const std::optional<Message> error = write_list_workbook(list, path, options, rows);
  BOOST_REQUIRE_MESSAGE(!error.has_value(), (error ? render(*error, Language::en) : ""));
}

test::WorkbookFile written(const RectificationList& list, const ListViewOptions& options = on(test::kListDay),
                           std::uint32_t rows = limits::kSheetRows) {
  const Folder folder;
  write(list, folder / "list.xlsx", options, rows);
  return test::read_workbook(folder / "list.xlsx");
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string cell(const test::Cells& cells, const std::string& place) {
  const auto found = cells.find(place);
  return found == cells.end() ? std::string() : found->second;
}

bool has(const test::Cells& cells, const std::string& text) {
  return std::any_of(cells.begin(), cells.end(), [&](const auto& each) { return each.second == text; });
}

enum Sheet : std::size_t { kItems, kUnits, kGuide };

}  // namespace

BOOST_AUTO_TEST_SUITE(list_workbook)

BOOST_AUTO_TEST_CASE(columns_in_the_order_that_offices_use) {
  const test::WorkbookFile file = written(test::county_list());
  const std::vector<std::string> names{"整改清单", "汇总", "填写说明"};
  BOOST_TEST(file.sheets == names, boost::test_tools::per_element());
  std::string headings;
  for (char column = 'A'; column <= 'T'; ++column) headings += cell(file.cells[kItems], std::string(1, column) + "4") + "|";
  BOOST_TEST(headings ==
             "序号|单位|类别|存在问题|依据|原文位置|整改要求|分值|责任单位|责任人|整改时限|逾期|进展|佐证材料|复核人|复核意见|状态|销号日期|备注|编号|");
  BOOST_TEST(cell(file.cells[kItems], "A1") == "云溪县2024年度法治政府建设年度报告整改清单");
}

BOOST_AUTO_TEST_CASE(an_item) {
  const test::WorkbookFile file = written(test::county_list());
  const test::Cells& cells = file.cells[kItems];
  BOOST_TEST(cell(cells, "B7") == "云溪县青石镇");
  BOOST_TEST(cell(cells, "C7") == "行政执法");
  BOOST_TEST(cell(cells, "D7") ==
             "执法培训：写了做法，没有写结果。\n原文：「组织全镇执法人员参加县司法局举办的培训班，进一步提升了依法行政能力和水平。」");
  BOOST_TEST(cell(cells, "E7") == "《法治政府建设与责任落实督察工作规定》第二十四条（年度报告的内容）");
  BOOST_TEST(cell(cells, "F7") == "第2页“（三）规范行政执法”下第12段");
  BOOST_TEST(cell(cells, "F6") == "报告全文未见");
  BOOST_TEST(cell(cells, "H7") == "2.5");
  BOOST_TEST(cell(cells, "K7") == "45741");  // 2025-03-25 as a number of days
  BOOST_TEST(cell(cells, "Q7") == "已销号");
  BOOST_TEST(cell(cells, "T7") == test::county_list().items[2].id);
  BOOST_TEST(contains(cell(cells, "D11"), "对照：「一年来共排查各类矛盾纠纷108起。」"));
  BOOST_TEST(!has(cells, "0"));
}

BOOST_AUTO_TEST_CASE(what_is_overdue_is_told_in_words_and_marked) {
  RectificationList list = test::county_list();
  for (RectificationItem& each : list.items) each.progress.state = ItemState::under_way;
  list.items[0].due = "2025-03-14";
  list.items[1].due = "2025-03-20";
  list.items[2].due = "2025-03-21";
  list.items[3].due = "2025-03-28";
  list.items[4].due = "2025-01-01";
  list.items[4].progress.state = ItemState::to_review;
  list.items[5].due = "尽快";
  const test::WorkbookFile file = written(list);
  const test::Cells& cells = file.cells[kItems];
  BOOST_TEST(cell(cells, "L5") == "逾期6天");
  BOOST_TEST(cell(cells, "L6") == "今天到期");
  BOOST_TEST(cell(cells, "L7") == "剩1天");
  BOOST_TEST(contains(file.sheet_xml[kItems], "\"逾期\"&amp;(TODAY()-K5)&amp;\"天\""));
  BOOST_TEST(cell(cells, "L8").empty());
  BOOST_TEST(cell(cells, "L9").empty());
  BOOST_TEST(cell(cells, "L10").empty());
  BOOST_TEST(cell(cells, "K10") == "尽快");
  BOOST_TEST(contains(file.sheet_xml[kItems], "AND(ISNUMBER($K5),$Q5&lt;&gt;\"已整改待核\",$Q5&lt;&gt;\"已销号\",$K5&lt;TODAY())"));
}

BOOST_AUTO_TEST_CASE(figures_by_unit_are_live) {
  RectificationList list = test::county_list();
  list.units[2].unit = "*镇\"=1";  // neither a wildcard nor an operator
  const test::WorkbookFile file = written(list);
  const test::Cells& cells = file.cells[kUnits];
  BOOST_TEST(cell(cells, "B3") == "云溪县青石镇");
  BOOST_TEST(cell(cells, "D3") == "8");
  BOOST_TEST(cell(cells, "E3") == "17.5");
  BOOST_TEST(cell(cells, "F5") == "8");
  BOOST_TEST(cell(cells, "D7") == "30");
  BOOST_TEST(contains(file.sheet_xml[kUnits], "SUMPRODUCT(('整改清单'!$B$5:$B$34=$B3)*('整改清单'!$Q$5:$Q$34=\"已销号\"))"));
  BOOST_TEST(contains(cell(cells, "A10"), "云溪县柳林镇、云溪县司法局"));
}

BOOST_AUTO_TEST_CASE(set_up_to_fill_in_and_to_print) {
  const std::string xml = written(test::county_list()).sheet_xml[kItems];
  for (const char* const part : {"state=\"frozen\"", "<autoFilter ref=\"A4:T34\"", "paperSize=\"8\"", "orientation=\"landscape\"",
                                 "fitToHeight=\"0\"", "第&amp;P页，共&amp;N页", "未启动,整改中,已整改待核,已销号,反弹", "type=\"date\""}) {
    BOOST_TEST(contains(xml, part), part);
  }
}

BOOST_AUTO_TEST_CASE(text_stays_text) {
  RectificationList list = test::county_list();
  const std::string formula = "=HYPERLINK(\"http://example.invalid\",\"x\")";
  RectificationItem& item = list.items[0];
  item.category = item.demand = item.title = item.progress.progress = item.progress.remark = formula;
  item.progress.closed_on = "=1+1";
  list.title = list.units[0].unit = "@SUM(A1)";
  const std::size_t formulas = written(test::county_list()).formulas;
  const test::WorkbookFile file = written(list);
  BOOST_TEST(file.formulas == formulas);
  BOOST_TEST(cell(file.cells[kItems], "S5") == formula);
  BOOST_TEST(cell(file.cells[kItems], "R5") == "=1+1");
  for (const std::string& xml : file.sheet_xml) BOOST_TEST(!contains(xml, "<hyperlink"));
}

BOOST_AUTO_TEST_CASE(long_and_hostile_text) {
  RectificationList list = test::county_list();
  std::string endless;
  for (int n = 0; n < 40'000; ++n) endless += "长";
  list.items[0].quotes.assign(50, {endless, endless, 1, 1, EvidenceUse::support, ""});
  list.items[1].demand = endless;
  list.items[1].progress.remark = "a\x01\xFF\xE2\x80\xAE";
  const test::WorkbookFile file = written(list);
  BOOST_TEST(cell(file.cells[kItems], "D5").size() < 2'000U);
  BOOST_TEST(contains(cell(file.cells[kItems], "D5"), "另有47处。"));
  BOOST_TEST(cell(file.cells[kItems], "S6") == "a");
  BOOST_TEST(!list_csv(list, on(test::kListDay)).empty());
}

BOOST_AUTO_TEST_CASE(what_has_no_room_is_told) {
  const test::WorkbookFile file = written(test::county_list(), on(test::kListDay), 16);
  BOOST_TEST(contains(cell(file.cells[kItems], "A15"), "另有20个问题"));
  BOOST_TEST(cell(file.cells[kUnits], "D3") == "8");
  BOOST_TEST(cell(file.cells[kUnits], "D7") == "10");
}

BOOST_AUTO_TEST_CASE(an_empty_list) {
  RectificationList list;
  list.title = "整改清单";
  list.made_on = "2025-03-06";
  const test::WorkbookFile file = written(list);
  BOOST_TEST(cell(file.cells[kItems], "A5") == "没有需要整改的问题。");
  BOOST_TEST(contains(list_page(list, on(test::kListDay)), "没有需要整改的问题。"));
}

BOOST_AUTO_TEST_CASE(twice_gives_the_same_bytes) {
  const Folder folder;
  write(test::county_list(), folder / "a.xlsx");
  write(test::county_list(), folder / "b.xlsx");
  BOOST_TEST((bytes_of(folder / "a.xlsx") == bytes_of(folder / "b.xlsx")));
}

BOOST_AUTO_TEST_CASE(in_english) {
  const test::WorkbookFile file = written(test::county_list(), on(test::kListDay, Language::en));
  BOOST_TEST(file.sheets[kItems] == "Items");
  BOOST_TEST(cell(file.cells[kItems], "Q7") == "closed");
}

BOOST_AUTO_TEST_CASE(nowhere_to_write) {
  const Folder folder;
  const std::optional<Message> error = write_list_workbook(test::county_list(), folder / "none/list.xlsx", on(test::kListDay));
  BOOST_REQUIRE(error.has_value());
  BOOST_TEST((error->id == MessageId::output_failed));
}

BOOST_AUTO_TEST_CASE(calc_opens_it_and_computes_the_same) {
  if (!test::has_calc()) {
    BOOST_TEST_MESSAGE("skipped: LibreOffice Calc (libreoffice-calc-nogui) is not installed");
    return;
  }
  const Folder folder;
  write(test::county_list(), folder / "list.xlsx");
  const std::string command = "cd '" + folder / "" + "' && timeout 300 soffice -env:UserInstallation=file://" + folder / "profile" +
                              " --headless --convert-to csv:'Text - txt - csv (StarCalc)':44,34,76,1,,0,false,true,false,false,false,2 "
                              "list.xlsx >/dev/null 2>&1";
  BOOST_REQUIRE(std::system(command.c_str()) == 0);
  const std::string csv = bytes_of(folder / ("list-汇总.csv"));
  BOOST_TEST(contains(csv, "云溪县青石镇,72.5,8,17.5,1,2,2,2,1,"), csv);
  BOOST_TEST(contains(csv, "合计,,30,"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(list_files)

BOOST_AUTO_TEST_CASE(csv_opens_right_in_spreadsheet_programs) {
  RectificationList list = test::county_list();
  list.items[0].progress.progress = "=1+1";
  list.items[0].progress.remark = "甲\"乙\"";
  list.items[0].id = "12345678e901";
  const std::string csv = list_csv(list, on(test::kListDay));
  BOOST_TEST(csv.starts_with("\xEF\xBB\xBF序号,单位,类别,存在问题,"));
  BOOST_TEST(contains(csv, ",'=1+1,"));
  BOOST_TEST(contains(csv, ",\"甲\"\"乙\"\"\",'12345678e901\r\n2,云溪县青石镇,"));
}

BOOST_AUTO_TEST_CASE(the_page_needs_nothing_and_runs_nothing_foreign) {
  RectificationList list = test::county_list();
  list.items[0].demand = "<script>alert(1)</script>\xE2\x80\xAE";
  list.units[0].unit = "\"><img src=x>";
  const std::string page = list_page(list, on(test::kListDay));
  BOOST_TEST(contains(page, "default-src 'none'"));
  BOOST_TEST(!contains(page, "<script>alert"));
  BOOST_TEST(!contains(page, "<img"));
  BOOST_TEST(!contains(page, "\xE2\x80\xAE"));
  BOOST_TEST(contains(page, "<span class=\"mark s-closed\">已销号</span>"));
  BOOST_TEST(contains(page, "data-states=\"not-started overdue\""));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
