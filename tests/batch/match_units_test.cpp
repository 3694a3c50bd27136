#include "batch/match_units.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "batch/unit_name.hpp"

namespace fazhi {
namespace {

RosterUnit owing(std::string unit, std::string superior = "") {
  RosterUnit out;
  out.unit = std::move(unit);
  out.superior = std::move(superior);
  return out;
}

ReportRecord of(std::string unit, std::string source = "a.docx", bool recognized = false) {
  ReportRecord out;
  out.identity.unit = std::move(unit);
  out.source = std::move(source);
  out.recognized = recognized;
  return out;
}

ReportRecord unreadable(std::string source) {
  ReportRecord out = of("", std::move(source));
  out.error = Message{MessageId::input_damaged, {}};
  return out;
}

/// "2" where it is that unit's, "2 match.misread" where it is doubtful, "- match.ambiguous" without one.
std::string shown(const UnitMatch& match) {
  std::string out = match.unit ? std::to_string(*match.unit) : "-";
  return match.doubt ? out + ' ' + std::string(code_of(match.doubt->id)) : out;
}

std::string matched(const std::vector<RosterUnit>& units, const ReportRecord& report) {
  return shown(match_units(units, std::vector{report}).at(0));
}

std::string read(std::string_view name) {
  const UnitName unit = UnitNames(builtin_roster_rules()).read(name);
  std::string out;
  for (const std::string& place : unit.places) out += place + '/';
  return out + unit.own;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(match_units_)

BOOST_AUTO_TEST_CASE(names_are_taken_apart) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"沚湖市蒲荇县上河镇人民政府", "沚湖市/蒲荇县/上河镇"},
      {"上河镇", "上河镇"},
      {"中共蒲荇县上河镇委员会", "蒲荇县/上河镇"},
      {"上河镇党委、政府", "上河镇"},
      {"蒲荇县上河镇党政办公室", "蒲荇县/上河镇"},
      {"云栖区柳浦街道办事处", "云栖区/柳浦街道"},
      {"柳浦街道办", "柳浦街道"},
      {"柳浦街道党工委", "柳浦街道"},
      {"柳浦街", "柳浦街道"},
      {"蒲荇县人民政府", "蒲荇县"},
      {"沚湖市蒲荇县", "沚湖市/蒲荇县"},
      {"蒲荇县人社局", "蒲荇县/人力资源社会保障局"},
      {"县人社局", "人力资源社会保障局"},
      {"县人力资源和社会保障局", "人力资源社会保障局"},
      {"沚湖市云栖区市场监管局", "沚湖市/云栖区/市场监督管理局"},
      {"市场监督管理局", "市场监督管理局"},
      {"区市场监督管理局", "市场监督管理局"},
      {"云栖区城市管理局", "云栖区/城市管理局"},
      {"沚湖市城管局", "沚湖市/城市管理局"},
      {"蒲荇县乡村振兴局", "蒲荇县/乡村振兴局"},
      {"蒲荇县人民政府办公室", "蒲荇县/人民政府办公室"},
      {"蒲荇县政府办", "蒲荇县/人民政府办公室"},
      {"蒲荇县发改委", "蒲荇县/发展改革委员会"},
      {"杭洲州市云栖区上河镇", "杭洲州市/云栖区/上河镇"},
      {"红旗镇", "红旗镇"},
      {"红旗街道", "红旗街道"},
      {"岭山回族自治县红旗镇", "岭山县/红旗镇"},
      {"岭山县朔河藏族乡", "岭山县/朔河乡"},
      {"沚湖市河岸新区管理委员会", "沚湖市/河岸新区"},
      {"上河镇（云栖区）", "上河镇"},
      {"本镇", ""},
      {"镇", ""},
      {"", ""},
  };
  for (const auto& [name, expected] : cases) BOOST_TEST(read(name) == expected, name << " gives " << read(name));
}

BOOST_AUTO_TEST_CASE(one_unit_under_all_its_names) {
  const std::vector<RosterUnit> units = {owing("上河镇", "蒲荇县"), owing("蒲荇县柳浦街道办事处"), owing("人社局", "蒲荇县人民政府"),
                                         owing("蒲荇县人民政府", "沚湖市")};
  for (const char* name : {"上河镇", "蒲荇县上河镇", "沚湖市蒲荇县上河镇人民政府", "岭南省沚湖市蒲荇县上河镇党委", "岭南沚湖蒲荇上河镇"}) {
    BOOST_TEST(matched(units, of(name)) == "0", name);
  }
  for (const char* name : {"柳浦街道", "柳浦街道办", "蒲荇县柳浦街道党工委", "沚湖市蒲荇县柳浦街道办事处"}) BOOST_TEST(matched(units, of(name)) == "1", name);
  for (const char* name : {"蒲荇县人力资源和社会保障局", "县人社局", "人社局", "蒲荇县人力资源社会保障局"}) BOOST_TEST(matched(units, of(name)) == "2", name);
  for (const char* name : {"蒲荇县", "沚湖市蒲荇县人民政府", "蒲荇县政府"}) BOOST_TEST(matched(units, of(name)) == "3", name);
}

BOOST_AUTO_TEST_CASE(what_is_not_in_the_roster_belongs_to_none) {
  const std::vector<RosterUnit> units = {owing("上河镇", "蒲荇县"), owing("人社局", "蒲荇县")};
  BOOST_TEST(matched(units, of("下河镇", "上河镇.docx")) == "- match.not-in-roster");
  BOOST_TEST(matched(units, of("上河乡")) == "- match.not-in-roster");
  BOOST_TEST(matched(units, of("河镇")) == "- match.not-in-roster");
  BOOST_TEST(matched(units, of("云栖区上河镇")) == "- match.other-superior");
  BOOST_TEST(matched(units, of("蒲荇区上河镇")) == "- match.other-superior");
  BOOST_TEST(matched(units, of("云栖区人社局")) == "- match.other-superior");
  BOOST_TEST(matched(units, of("蒲荇县民政局")) == "- match.not-in-roster");
  BOOST_TEST(matched({}, of("上河镇")) == "- match.not-in-roster");
}

BOOST_AUTO_TEST_CASE(namesakes_are_told_by_superior_folder_or_not_at_all) {
  const std::vector<RosterUnit> units = {owing("城关镇", "蒲荇县"), owing("云栖区城关镇"), owing("上河镇", "云栖区")};
  BOOST_TEST(matched(units, of("蒲荇县城关镇")) == "0");
  BOOST_TEST(matched(units, of("沚湖市云栖区城关镇人民政府")) == "1");
  BOOST_TEST(matched(units, of("城关镇", "报送/蒲荇县/城关镇.docx")) == "0");
  BOOST_TEST(matched(units, of("城关镇", "报送.zip/云栖/1.docx")) == "1");
  BOOST_TEST(matched(units, of("城关镇", "报送/02云栖区报送材料/1.docx")) == "1");
  BOOST_TEST(matched(units, of("城关镇", "报送/云栖区城关镇.docx")) == "1 match.told-by-file-name");
  BOOST_TEST(matched(units, of("城关镇", "报送/城关镇.docx")) == "- match.ambiguous");
  BOOST_TEST(matched(units, of("岭山县城关镇", "报送/蒲荇县/城关镇.docx")) == "- match.other-superior");
  BOOST_TEST(matched(units, of("上河镇", "报送/蒲荇县/上河镇.docx")) == "2 match.superior-unsure");
}

BOOST_AUTO_TEST_CASE(places_that_may_lie_in_each_other_are_doubtful) {
  const std::vector<RosterUnit> units = {owing("上河镇", "蒲荇县"), owing("下河镇", "沚湖市蒲荇县")};
  BOOST_TEST(matched(units, of("沚湖市上河镇")) == "0 match.superior-unsure");
  BOOST_TEST(matched(units, of("沚湖市下河镇")) == "1");
}

BOOST_AUTO_TEST_CASE(a_superior_without_its_mark) {
  const std::vector<RosterUnit> units = {owing("城关镇", "蒲荇"), owing("城关镇", "云栖")};
  BOOST_TEST(matched(units, of("云栖区城关镇")) == "1");
  BOOST_TEST(matched(units, of("蒲荇县城关镇")) == "0");
}

BOOST_AUTO_TEST_CASE(a_misread_character_is_doubtful_and_only_where_text_was_recognized) {
  const std::vector<RosterUnit> units = {owing("上五河镇", "蒲荇县"), owing("柳浦街道", "蒲荇县"), owing("柳蒲镇", "蒲荇县"), owing("柳铺镇", "蒲荇县")};
  BOOST_TEST(matched(units, of("蒲荇县上王河镇", "a.pdf", true)) == "0 match.misread");
  BOOST_TEST(matched(units, of("蒲荇县上王河镇", "a.pdf", false)) == "- match.not-in-roster");
  BOOST_TEST(matched(units, of("云栖区上王河镇", "a.pdf", true)) == "- match.not-in-roster");
  BOOST_TEST(matched(units, of("蒲杏县上五河镇", "a.pdf", true)) == "0 match.misread");
  BOOST_TEST(matched(units, of("云栖区上五河镇", "a.pdf", true)) == "- match.other-superior");
  BOOST_TEST(matched(units, of("柳埔镇", "a.pdf", true)) == "- match.ambiguous");
}

BOOST_AUTO_TEST_CASE(a_file_name_alone_is_doubtful) {
  const std::vector<RosterUnit> units = {owing("上河镇", "蒲荇县"), owing("人社局", "蒲荇县"), owing("城关镇", "蒲荇县"), owing("城关镇", "云栖区")};
  BOOST_TEST(matched(units, of("", "报送/上河镇2024年报告.docx")) == "0 match.by-file-name");
  BOOST_TEST(matched(units, of("本镇", "报送/上河镇/报告.docx")) == "0 match.by-file-name");
  BOOST_TEST(matched(units, unreadable("报送/上河2024.pdf")) == "0 match.by-file-name");
  BOOST_TEST(matched(units, unreadable("报送/县人力资源和社会保障局.pdf")) == "1 match.by-file-name");
  BOOST_TEST(matched(units, unreadable("报送/人社局.pdf")) == "1 match.by-file-name");
  BOOST_TEST(matched(units, unreadable("报送/城关镇.pdf")) == "- match.nameless-ambiguous");
  BOOST_TEST(matched(units, unreadable("报送/云栖区/城关镇.pdf")) == "3 match.by-file-name");
  BOOST_TEST(matched(units, unreadable("报送/蒲荇县城关镇.pdf")) == "2 match.by-file-name");
  BOOST_TEST(matched(units, unreadable("报送/扫描0001.pdf")) == "- match.nameless");
  const std::string far = "上河镇/" + std::string(limits::kSearchedPathBytes, 'x') + "/1.pdf";
  BOOST_TEST(matched(units, unreadable(far)) == "- match.nameless");
}

BOOST_AUTO_TEST_CASE(reports_of_two_superiors_for_a_unit_without_one) {
  const std::vector<RosterUnit> units = {owing("城关镇"), owing("上河镇")};
  const std::vector<ReportRecord> reports = {of("蒲荇县城关镇"), of("云栖区城关镇"), of("蒲荇县上河镇"), of("沚湖市蒲荇县上河镇")};
  const auto matches = match_units(units, reports);
  BOOST_TEST(shown(matches[0]) == "0 match.rival-superiors");
  BOOST_TEST(shown(matches[1]) == "0 match.rival-superiors");
  BOOST_TEST(shown(matches[2]) == "1");
  BOOST_TEST(shown(matches[3]) == "1");
}

BOOST_AUTO_TEST_CASE(without_a_roster_each_name_is_a_unit) {
  std::vector<ReportRecord> reports = {of("蒲荇县上河镇"), of("上河镇人民政府"), of("云栖区上河镇"), of("下河镇"), of("下河镇人民政府"), of("", "夹/无名.docx")};
  reports.push_back(unreadable("坏.pdf"));
  std::string names;
  for (const RosterUnit& unit : units_of_reports(reports)) names += unit.unit + ' ';
  BOOST_TEST(names == "蒲荇县上河镇 云栖区上河镇 下河镇 无名 ");
}

BOOST_AUTO_TEST_CASE(many_units_and_reports) {
  std::vector<RosterUnit> units;
  std::vector<ReportRecord> reports;
  for (int county = 0; county < 200; ++county) {
    for (int town = 0; town < 50; ++town) {
      const std::string place = "第" + std::to_string(county) + "县";
      units.push_back(owing("城关" + std::to_string(town) + "镇", place));
      reports.push_back(of(place + "城关" + std::to_string(town) + "镇人民政府"));
    }
  }
  const auto matches = match_units(units, reports);
  std::size_t right = 0;
  for (std::size_t index = 0; index < matches.size(); ++index) right += matches[index].unit == index && !matches[index].doubt ? 1U : 0U;
  BOOST_TEST(right == reports.size());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
