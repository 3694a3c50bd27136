#include "batch/roster.hpp"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "base/limits.hpp"
#include "document/sheet/xlsx_formats.hpp"

namespace fazhi {
namespace {

std::string file(const std::string& name) {
  std::ifstream stream(FAZHI_SOURCE_DIR "/tests/documents/roster/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string shown(const RosterUnit& unit) {
  return std::to_string(unit.row) + ':' + unit.superior + '|' + unit.unit + '|' + unit.level + '|' + unit.deadline + '|' +
         unit.submitted_on + '|' + unit.contact + '|' + unit.published_on + '|' + unit.published_at;
}

std::string units_of(std::string_view bytes) {
  const auto roster = read_roster(bytes, "名册.csv");
  if (!roster) return std::string(code_of(roster.error().id));
  std::string out;
  for (const RosterUnit& unit : roster->units) out += shown(unit) + '\n';
  return out;
}

std::string notes_of(std::string_view bytes) {
  const auto roster = read_roster(bytes, "名册.csv");
  if (!roster) return std::string(code_of(roster.error().id));
  std::string out;
  for (const Message& note : roster->notes) out += std::string(code_of(note.id)) + ' ' + note.arguments.at(1) + '\n';
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(roster)

BOOST_AUTO_TEST_CASE(days_are_read_as_offices_write_them) {
  for (const char* text : {"2025-03-01", "2025/3/1", "2025.3.1", "2025-3-1", "2025年3月1日", "2025年03月01日", "2025年3月1号", "20250301",
                           "45717", "45717.5", "2025年3月1日前", "2025年3月1日（星期六）", "2025-03-01 17:30", "2025-03-01T00:00:00",
                           "２０２５／３／１", "二〇二五年三月一日", "2025/03/01 9:05:00", "2025年3月1日之前"}) {
    BOOST_TEST(roster_date(text) == "2025-03-01", text << " gives " << roster_date(text));
  }
  for (const char* text : {"", "3/1/2025", "3月1日", "2025年3月", "25/3/1", "2025-13-01", "2025-02-29", "尽快", "457", "2025/3-1", "2025年3月1日左右",
                           "999999", "99999999"}) {
    BOOST_TEST(roster_date(text).empty(), text << " gives " << roster_date(text));
  }
  BOOST_TEST(roster_date("44255", true) == "2025-03-01");
}

BOOST_AUTO_TEST_CASE(formats_of_numbers_that_show_days) {
  for (const char* code : {"yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy/m/d;@", "m/d/yy h:mm", "d-mmm", "YYYY/M/D"}) BOOST_TEST(is_day_format(code), code);
  for (const char* code : {"General", "0.00", "0.00_);[Red](0.00)", "h:mm:ss", "\"day\"0", "@", "#,##0\\d", "\"open"}) BOOST_TEST(!is_day_format(code), code);
  for (const int id : {14, 22, 31, 57}) BOOST_TEST(is_builtin_day_format(id));
  for (const int id : {0, 1, 9, 20, 32, 49, 164}) BOOST_TEST(!is_builtin_day_format(id));
}

BOOST_AUTO_TEST_CASE(a_workbook_with_titles_merged_cells_and_a_hidden_sheet) {
  const std::string bytes = file("merged-titles.xlsx");
  BOOST_TEST(units_of(bytes) ==
             "4:蒲荇县|城关镇||2025-03-01||甲某 13800000001|2025-03-20|http://example.invalid/a\n"
             "5:蒲荇县|青禾乡人民政府||2025-03-01||乙某||\n"
             "6:蒲荇县|人社局||2025-03-01||||\n"
             "7:云栖区|城关镇||2025-02-20|||2025-04-02|\n");
  const auto roster = read_roster(bytes, "名册.xlsx");
  BOOST_REQUIRE(roster.has_value());
  BOOST_TEST(roster->has_publication_days);
  BOOST_REQUIRE_EQUAL(roster->notes.size(), 1U);
  BOOST_TEST((roster->notes[0] == Message{MessageId::roster_bad_date, {"名册.xlsx", "6", "G", "公开日期", "四月"}}));
  BOOST_TEST(roster->units[2].publication_unclear);
  BOOST_TEST(!roster->units[1].publication_unclear);
}

constexpr std::string_view kPlainUnits =
    "2:蒲荇县|城关镇|乡镇|2025-03-01|2025-02-27|甲某||\n"
    "3:云栖区|城关镇|乡镇|2025-03-01|2025-03-04|\"乙\"某, 丙某||\n"
    "4:云栖区|柳浦街道办事处|街道|2025-03-01||丁某 戊某||\n";

BOOST_AUTO_TEST_CASE(text_in_gb18030_as_a_spreadsheet_program_saves_it) { BOOST_TEST(units_of(file("gb18030.csv")) == kPlainUnits); }

BOOST_AUTO_TEST_CASE(text_in_every_encoding_and_with_every_separator) {
  const std::string expected = "2:甲县|青禾镇||2025-03-01||||\n";
  for (const char separator : {',', ';', '\t'}) {
    const std::string s(1, separator);
    const std::string text = "单位" + s + "上级" + s + "截止日期\r\n青禾镇" + s + "甲县" + s + "2025年3月1日\r\n";
    BOOST_TEST(units_of(text) == expected, s);
    BOOST_TEST(units_of("\xEF\xBB\xBF" + text) == expected);
  }
  std::string wide = "\xFF\xFE";
  for (const char16_t unit : std::u16string(u"单位\t上级\t截止日期\r\n青禾镇\t甲县\t2025/3/1\r\n")) {
    wide += static_cast<char>(unit & 0xFF);
    wide += static_cast<char>(unit >> 8);
  }
  BOOST_TEST(units_of(wide) == expected);
}

BOOST_AUTO_TEST_CASE(headers_are_told_by_their_names) {
  BOOST_TEST(units_of("2024年度名册,,\n,,\n序号,*单位名称（全称）：,上 级\n1,青禾镇,甲县\n") == "4:甲县|青禾镇||||||\n");
  BOOST_TEST(units_of("单位,单位名称\n甲,青禾镇\n") == "2:|青禾镇||||||\n");
  BOOST_TEST(units_of("单位\n青禾镇\n\n柳浦街道\n") == "2:|青禾镇||||||\n4:|柳浦街道||||||\n");
  BOOST_TEST(units_of("单位,上级\n青禾镇,甲县\n单位,上级\n柳浦街道,甲县\n") == "2:甲县|青禾镇||||||\n4:甲县|柳浦街道||||||\n");
}

BOOST_AUTO_TEST_CASE(rows_that_are_no_units) {
  const std::string text = "单位,联系人\n一、乡镇,\n青禾镇,甲\n,乙\n合计,2\n填表人：丙,\n";
  BOOST_TEST(units_of(text) == "3:|青禾镇||||甲||\n");
  BOOST_TEST(notes_of(text) == "roster.row-left-out 2\nroster.row-without-unit 4\n");
}

BOOST_AUTO_TEST_CASE(a_unit_that_stands_there_twice_counts_once) {
  const std::string text = "单位,上级\n城关镇,甲县\n城关镇,乙县\n甲县城关镇人民政府,\n人社局,甲县\n甲县人力资源和社会保障局,甲县\n";
  BOOST_TEST(units_of(text) == "2:甲县|城关镇||||||\n3:乙县|城关镇||||||\n5:甲县|人社局||||||\n");
  BOOST_TEST(notes_of(text) == "roster.duplicate 4\nroster.duplicate 6\n");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_says_why) {
  BOOST_TEST(units_of("姓名,电话\n甲,1\n") == "roster.no-unit-column");
  BOOST_TEST(units_of("单位,上级\n\n") == "roster.no-rows");
  BOOST_TEST(units_of("单位,上级\n\"青禾镇,甲县\n柳浦街道,甲县\n") == "table.open-quote");
  BOOST_TEST(units_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") == "table.other-kind");
  BOOST_TEST(units_of("<html><table><tr><td>单位</td></tr></table></html>") == "table.other-kind");
  BOOST_TEST(units_of("") == "input.empty");
  BOOST_TEST(units_of("PK\x03\x04 cut short") == "input.damaged");
}

BOOST_AUTO_TEST_CASE(limits_are_kept) {
  std::string rows = "单位\n";
  for (std::size_t row = 0; row < limits::kTableRows; ++row) rows += "青禾镇\n";
  BOOST_TEST(units_of(rows) == "table.too-many-rows");
  BOOST_TEST(units_of(std::string(limits::kTableFileBytes + 1, ' ')) == "table.too-large");
  const std::string cell = "单位,联系人\n青禾镇," + std::string(limits::kRosterCellBytes + 1, 'x') + "\n";
  BOOST_TEST(notes_of(cell) == "roster.cell-cut 2\n");
  BOOST_TEST(read_roster(cell, "a")->units.at(0).contact.size() == limits::kRosterCellBytes);
  std::string bad = "单位,截止日期\n";
  for (std::size_t row = 0; row < limits::kRosterNotes + 5; ++row) bad += "青禾" + std::to_string(row) + "镇,尽快\n";
  const auto noted = read_roster(bad, "a");
  BOOST_REQUIRE_EQUAL(noted->notes.size(), limits::kRosterNotes + 1);
  BOOST_TEST((noted->notes.back() == Message{MessageId::roster_more_notes, {"a", "5"}}));
  std::string late_header;
  for (std::size_t row = 0; row < limits::kTableHeaderRows; ++row) late_header += "标题\n";
  BOOST_TEST(units_of(late_header + "单位\n青禾镇\n") == "roster.no-unit-column");
  BOOST_TEST(units_of(std::string(limits::kTableColumns, ',') + "单位\n青禾镇\n") == "roster.no-unit-column");
}

BOOST_AUTO_TEST_CASE(builtin_rules_load) {
  const RosterRules& rules = builtin_roster_rules();
  BOOST_TEST(rules.columns.size() == 9U);
  BOOST_TEST(rules.publication.document == "inspection");
  const LoadedRosterRules wrong = load_roster_rules("format = 1\nfoo = 2\n", "a.toml");
  BOOST_TEST(!wrong.rules.has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
