#include "present/workbook.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "calc.hpp"
#include "present/sample_summary.hpp"
#include "present/workbook_file.hpp"
#include "scratch_folder.hpp"

namespace fazhi {
namespace {

using Folder = test::ScratchFolder;
using test::bytes_of;

void write(const BatchSummary& summary, const std::string& path, const WorkbookOptions& options = {}) {
  const std::optional<Message> error = write_workbook(summary, test::audit_of, path, options);
  BOOST_REQUIRE_MESSAGE(!error.has_value(), (error ? render(*error, Language::en) : ""));
}

test::WorkbookFile written(const BatchSummary& summary, const WorkbookOptions& options = {}) {
  const Folder folder;
  write(summary, folder / "summary.xlsx", options);
  BOOST_TEST(folder.files() == 1U);
  return test::read_workbook(folder / "summary.xlsx");
}

bool has(const test::Cells& cells, const std::string& text) {
  return std::any_of(cells.begin(), cells.end(), [&](const auto& each) { return each.second == text; });
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Rows of a sheet, its heading included.
std::size_t rows_of(const test::Cells& cells) {
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [](const auto& each) { return each.first[0] == 'A' && each.first[1] <= '9'; }));
}

enum Sheet : std::size_t { kSummary, kRanking, kElements, kFindings, kSubmissions, kSimilar };

/// The column of `sheet` under `heading`, as a letter.
char column_of(const test::Cells& sheet, const std::string& heading) {
  for (char column = 'A'; column <= 'Z'; ++column) {
    const auto cell = sheet.find(std::string(1, column) + "1");
    if (cell != sheet.end() && cell->second == heading) return column;
  }
  BOOST_FAIL("no column " << heading);
  return 'A';
}

std::string under(const test::Cells& sheet, const std::string& heading, int row) {
  const auto cell = sheet.find(std::string(1, column_of(sheet, heading)) + std::to_string(row));
  return cell == sheet.end() ? "" : cell->second;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(workbook)

BOOST_AUTO_TEST_CASE(sheets_of_a_county) {
  const test::WorkbookFile file = written(test::county_summary());
  const std::vector<std::string> names{"汇总", "排名", "要素达标率", "问题明细", "报送情况", "雷同"};
  BOOST_TEST(file.sheets == names, boost::test_tools::per_element());
  BOOST_TEST(file.formulas == 0U);
  const test::Cells& summary = file.cells[kSummary];
  BOOST_TEST(summary.at("A1") == "云溪县2024年度法治政府建设年度报告审查汇总");
  BOOST_TEST(contains(summary.at("A2"), "截至2025-03-06"));
  for (const char* const text : {"应报送", "已报送", "逾期报送", "未报送", "年度不符", "无法读取", "平均分", "中位数", "优秀"}) {
    BOOST_TEST(has(summary, text), text);
  }
  BOOST_TEST(has(summary, "72.73"));
  BOOST_TEST(has(summary, "2. “2024年度报送/柳林镇.wps”设有密码，没有审查。"));
}

BOOST_AUTO_TEST_CASE(ranking) {
  const test::Cells cells = written(test::county_summary()).cells[kRanking];
  const auto row = [&](int number) {
    std::string out;
    for (const char* const heading : {"名次", "单位", "得分", "最高可能", "等级", "结论", "缺项", "部分", "待定", "文字缺陷（处）", "可能名次"}) {
      out += under(cells, heading, number) + "|";
    }
    return out;
  };
  BOOST_TEST(row(2) == "1|云溪县青石镇|90.05||优秀|合格|0|1|0|1|1|");
  BOOST_TEST(row(3) == "1|云溪县白河乡|90.05||优秀|合格|0|1|0|1|1|");
  BOOST_TEST(row(4) == "3|云溪县东岭镇|62.5|73|待定|待定|1|2|2|3|2～3|");
  BOOST_TEST(row(5) == "4|云溪县城北街道|48.3||不合格|不合格|4|3|0|3|4|");
  BOOST_TEST(cells.at("A6") == "另有4个单位没有可以排名的报告，见“报送情况”。");
}

BOOST_AUTO_TEST_CASE(shares_are_told_where_scores_are_not_of_100) {
  BatchSummary summary = test::county_summary();
  summary.reports[0].score.possible_hundredths = 9500;
  const test::Cells cells = written(summary).cells[kRanking];
  BOOST_TEST(under(cells, "满分", 2) == "95");
  BOOST_TEST(under(cells, "得分率", 3) == "0.9005");
}

BOOST_AUTO_TEST_CASE(elements) {
  const test::WorkbookFile file = written(test::county_summary());
  const test::Cells& cells = file.cells[kElements];
  BOOST_TEST(under(cells, "要素", 2) == "主要举措和成效");
  BOOST_TEST(under(cells, "齐全", 2) == "3");
  BOOST_TEST(under(cells, "部分", 2) == "1");
  BOOST_TEST(under(cells, "达标率", 2) == "0.75");
  BOOST_TEST(under(cells, "达标率", 13) == "");
  BOOST_TEST(contains(file.sheet_xml[kElements], "<dataBar"));
}

BOOST_AUTO_TEST_CASE(findings) {
  const test::Cells cells = written(test::county_summary()).cells[kFindings];
  BOOST_TEST(under(cells, "单位", 2) == "云溪县青石镇");
  BOOST_TEST(under(cells, "年度", 2) == "2024");
  BOOST_TEST(under(cells, "要素或缺陷", 2) == "政务公开");
  BOOST_TEST(under(cells, "状态", 2) == "部分");
  BOOST_TEST(under(cells, "问题", 2) == "写了做法，没有写结果。");
  BOOST_TEST(under(cells, "原文", 2) == "「组织全镇执法人员参加县司法局举办的培训班，进一步提升了依法行政能力和水平」");
  BOOST_TEST(under(cells, "位置", 2) == "“（三）规范行政执法”下第12段");
  BOOST_TEST(under(cells, "依据", 2) == "《法治政府建设与责任落实督察工作规定》第二十四条（年度报告的内容）");
  BOOST_TEST(under(cells, "补正可加分", 2) == "2.5");
  BOOST_TEST(has(cells, "相近：「2025年拟为全镇各村聘请法律顾问，实现村级法律顾问全覆盖」（这是计划，不是本年度已做的事。）"));
  BOOST_TEST(has(cells, "缺陷（严重）"));
  BOOST_TEST(has(cells, "无法读取"));
  BOOST_TEST(has(cells, "邻县某某镇"));
  BOOST_TEST(!has(cells, "齐全"));
  BOOST_TEST(!has(cells, "不适用"));
}

BOOST_AUTO_TEST_CASE(submissions_in_the_rosters_order) {
  const test::Cells cells = written(test::county_summary()).cells[kSubmissions];
  BOOST_TEST(under(cells, "单位", 5) == "云溪县城北街道");
  BOOST_TEST(under(cells, "报送状态", 5) == "逾期报送；重复报送");
  BOOST_TEST(under(cells, "报告文件", 5) == "城北街道二稿.txt\n城北街道.txt");
  BOOST_TEST(under(cells, "报送状态", 6) == "年度不符（2023年度）");
  BOOST_TEST(contains(under(cells, "需人工核对", 7), "设有密码"));
  BOOST_TEST(under(cells, "报送状态", 8) == "未报送（已逾期5天）");
  BOOST_TEST(under(cells, "报送状态", 9) == "未报送（距截止还有3天）");
  BOOST_TEST(under(cells, "公开", 2) == "按时公开");
  BOOST_TEST(cells.at("A10") == "不属于名册单位的报告");
  BOOST_TEST(under(cells, "单位", 11) == "邻县某某镇");
  BOOST_TEST(under(cells, "报告文件", 11) == "关于转发文件的通知.docx");
  // No unit has a superior: there is no such column.
  BOOST_TEST(!has(cells, "上级"));
}

BOOST_AUTO_TEST_CASE(shared_text_side_by_side) {
  const test::Cells cells = written(test::county_summary()).cells[kSimilar];
  BOOST_TEST(under(cells, "报告甲", 3) == "云溪县城北街道");
  BOOST_TEST(under(cells, "报告乙", 3) == "云溪县白河乡");
  BOOST_TEST(under(cells, "甲与乙相同的占比", 3) == "0.72");
  BOOST_TEST(contains(under(cells, "甲的原文", 3), "（第17段）坚持和发展"));
  BOOST_TEST(contains(under(cells, "乙的原文", 3), "96起"));
  BOOST_TEST(under(cells, "报告乙", 4) == "2023年度报送/青石镇.docx（往年报告）");
}

BOOST_AUTO_TEST_CASE(set_up_to_read_and_to_print) {
  const test::WorkbookFile file = written(test::county_summary());
  for (std::size_t sheet = kRanking; sheet <= kSimilar; ++sheet) {
    const std::string& xml = file.sheet_xml[sheet];
    BOOST_TEST(contains(xml, "state=\"frozen\""), file.sheets[sheet]);
    BOOST_TEST(contains(xml, "<autoFilter ref=\"A1:"), file.sheets[sheet]);
    BOOST_TEST(contains(xml, "paperSize=\"9\""), file.sheets[sheet]);
    BOOST_TEST(contains(xml, "orientation=\"landscape\""), file.sheets[sheet]);
    BOOST_TEST(contains(xml, "fitToHeight=\"0\""), file.sheets[sheet]);
    BOOST_TEST(contains(xml, "第&amp;P页，共&amp;N页"), file.sheets[sheet]);
  }
  // What is behind the table proper is not filtered with it.
  BOOST_TEST(contains(file.sheet_xml[kRanking], "<autoFilter ref=\"A1:K5\""));
}

BOOST_AUTO_TEST_CASE(in_english) {
  WorkbookOptions options;
  options.language = Language::en;
  const test::WorkbookFile file = written(test::county_summary(), options);
  BOOST_TEST(file.sheets[kFindings] == "Findings");
  BOOST_TEST(under(file.cells[kSubmissions], "State", 8) == "not submitted (5 day(s) overdue)");
  BOOST_TEST(under(file.cells[kRanking], "Possible ranks", 4) == "2 to 3");
}

BOOST_AUTO_TEST_CASE(text_that_could_be_a_formula_stays_text) {
  BatchSummary summary = test::county_summary();
  const std::vector<std::string> names{"=1+1", "@SUM(A1)", "+1", "-1", "\t=1+1", "=HYPERLINK(\"http://example.invalid\",\"x\")", "{=1}"};
  for (std::size_t index = 0; index < names.size(); ++index) summary.units[index].unit = names[index];
  summary.title = "=1+1";
  summary.units[0].contact = "=cmd|' /C calc'!A0";
  const test::WorkbookFile file = written(summary);
  BOOST_TEST(file.formulas == 0U);
  BOOST_TEST(file.cells[kSummary].at("A1") == "=1+1");
  for (std::size_t index = 0; index < names.size(); ++index) {
    BOOST_TEST(under(file.cells[kSubmissions], "单位", static_cast<int>(index) + 2) == names[index]);
  }
  BOOST_TEST(under(file.cells[kSubmissions], "联系人", 2) == "=cmd|' /C calc'!A0");
  for (const std::string& xml : file.sheet_xml) BOOST_TEST(!contains(xml, "<hyperlink"));
}

BOOST_AUTO_TEST_CASE(hostile_text_does_no_harm) {
  BatchSummary summary = test::county_summary();
  summary.title = "&P&\"Wingdings\"&99 <b>]]>\x01\xFF";
  summary.units[0].unit = std::string("青\0石\x0B镇<&>\"'_x0041_", 23);
  std::string endless;
  for (int n = 0; n < 40'000; ++n) endless += "长";
  summary.units[1].unit = endless;
  summary.similar[0].passages[0].here = endless;
  const test::WorkbookFile file = written(summary);
  BOOST_TEST(under(file.cells[kSubmissions], "单位", 2) == "青石镇<&>\"'_x005F_x0041_");
  BOOST_TEST(under(file.cells[kSubmissions], "单位", 3).size() == limits::kCellUnits * 3);
  BOOST_TEST(under(file.cells[kSimilar], "甲的原文", 2).size() < 1'000U);
  BOOST_TEST(contains(file.sheet_xml[kRanking], "&amp;&amp;P"));
}

BOOST_AUTO_TEST_CASE(findings_go_on_in_further_sheets) {
  WorkbookOptions options;
  options.sheet_rows = 12;
  const test::WorkbookFile whole = written(test::county_summary());
  const test::WorkbookFile file = written(test::county_summary(), options);
  BOOST_REQUIRE(file.sheets.size() > 6U);
  BOOST_TEST(file.sheets[kFindings] == "问题明细");
  BOOST_TEST(file.sheets[kFindings + 1] == "问题明细2");
  BOOST_TEST(file.sheets[kFindings + 2] == "问题明细3");
  BOOST_TEST(file.sheets.back() == "雷同");
  std::size_t rows = 0;
  for (std::size_t sheet = 0; sheet < file.sheets.size(); ++sheet) {
    if (file.sheets[sheet].starts_with("问题明细")) rows += rows_of(file.cells[sheet]) - 1;
  }
  BOOST_TEST(rows == rows_of(whole.cells[kFindings]) - 1);
  BOOST_TEST(under(file.cells[kFindings + 1], "单位", 2) == under(whole.cells[kFindings], "单位", 12));
}

BOOST_AUTO_TEST_CASE(what_has_no_room_is_told) {
  WorkbookOptions options;
  options.sheet_rows = 5;
  const test::WorkbookFile file = written(test::county_summary(), options);
  BOOST_TEST(under(file.cells[kRanking], "名次", 4) == "3");
  BOOST_TEST(contains(file.cells[kRanking].at("A5"), "另有2行"));
  BOOST_TEST(!has(file.cells[kRanking], "4"));
}

BOOST_AUTO_TEST_CASE(twice_gives_the_same_bytes) {
  const Folder folder;
  write(test::county_summary(), folder / "a.xlsx");
  setenv("TZ", "Asia/Shanghai", 1);
  tzset();
  write(test::county_summary(), folder / "b.xlsx");
  unsetenv("TZ");
  tzset();
  BOOST_TEST((bytes_of(folder / "a.xlsx") == bytes_of(folder / "b.xlsx")));
  BOOST_TEST(contains(test::read_workbook(folder / "a.xlsx").core_xml, "2025-03-06T12:00:00Z"));
}

BOOST_AUTO_TEST_CASE(an_empty_batch) {
  BatchSummary summary;
  summary.title = "汇总";
  summary.as_of = "2025-03-06";
  const test::WorkbookFile file = written(summary);
  BOOST_TEST(has(file.cells[kRanking], "没有可以排名的报告。"));
  BOOST_TEST(has(file.cells[kElements], "没有审查过的要素。"));
  BOOST_TEST(has(file.cells[kFindings], "没有发现问题。"));
  BOOST_TEST(has(file.cells[kSimilar], "没有发现相互雷同的报告。"));
}

BOOST_AUTO_TEST_CASE(errors_leave_nothing_behind) {
  const Folder folder;
  const std::optional<Message> nowhere = write_workbook(test::county_summary(), test::audit_of, folder / "none/summary.xlsx");
  BOOST_REQUIRE(nowhere.has_value());
  BOOST_TEST((nowhere->id == MessageId::output_failed));
  const auto failing = [](const ReportRecord& report) -> Result<Audit> {
    return Message{MessageId::input_missing, {report.file_stem}};
  };
  std::ofstream(folder / "summary.xlsx") << "as it was";
  const std::optional<Message> unloaded = write_workbook(test::county_summary(), failing, folder / "summary.xlsx");
  BOOST_REQUIRE(unloaded.has_value());
  BOOST_TEST((unloaded->id == MessageId::input_missing));
  BOOST_TEST(folder.files() == 1U);
  BOOST_TEST(bytes_of(folder / "summary.xlsx") == "as it was");
}

BOOST_AUTO_TEST_CASE(opens_in_libreoffice) {
  if (!test::has_calc()) {
    BOOST_TEST_MESSAGE("skipped: LibreOffice Calc (libreoffice-calc-nogui) is not installed");
    return;
  }
  const Folder folder;
  BatchSummary summary = test::county_summary();
  summary.title = "=1+1 _x0041_";
  write(summary, folder / "summary.xlsx");
  const std::string command = "cd '" + folder / "" + "' && timeout 120 soffice -env:UserInstallation=file://" + folder / "profile" +
                              " --headless --convert-to csv:'Text - txt - csv (StarCalc)':44,34,76 summary.xlsx >/dev/null 2>&1";
  BOOST_REQUIRE(std::system(command.c_str()) == 0);
  const std::string csv = bytes_of(folder / "summary.csv");
  BOOST_TEST(contains(csv, "=1+1 _x0041_"));
  BOOST_TEST(contains(csv, "应报送,8"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
