#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/list_file.hpp"
#include "cli/run_program.hpp"

namespace fazhi::test {
namespace {

bool says(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

/// Audits of a report without a fault, as good_report() is once its last lines are
/// whole, and of a poor one of another unit.
struct TwoUnits : Workplace {
  TwoUnits() {
    std::string other = poor_report();
    for (std::size_t at = 0; (at = other.find("云溪镇", at)) != std::string::npos;) other.replace(at, 9, "石桥镇");
    write("in/好.txt", good_report());
    write("in/差.txt", other);
    BOOST_REQUIRE(run({"check", "-f", "xml", "-o", "audits.xml", "in"}).exit_code == 1);
  }

  Run rectify(std::vector<std::string> more, const std::string& language = "zh") const {
    std::vector<std::string> all = {"--lang", language, "rectify", "audits.xml", "--issued", "2025-04-10", "--due", "2025-04-24"};
    all.insert(all.end(), more.begin(), more.end());
    return run(all);
  }

  bool has(const std::string& name) const { return std::filesystem::exists(path() / name); }

  std::vector<std::string> files_in(const std::string& folder) const {
    std::vector<std::string> out;
    for (const std::string& each : files()) {
      if (each.starts_with(folder + "/")) out.push_back(each.substr(folder.size() + 1));
    }
    return out;
  }

  /// The list as .csv with three things filled in.
  std::string filled_csv(const std::string& name) const {
    BOOST_REQUIRE(rectify({"-o", "out.csv"}).exit_code == 0);
    ListFile list(read("out.csv"));
    BOOST_REQUIRE(list.items() > 4U);
    list.cell(1, "责任人") = "阮小舟";
    list.cell(1, "状态") = "整改中";
    list.cell(2, "备注") = "已电话沟通，\n材料\"另送\"";
    list.cell(2, "状态") = "已整改待核";
    list.cell(3, "复核人") = "明若谷";
    list.cell(3, "状态") = "已销号";
    list.cell(3, "销号日期") = "2025-04-21";
    return write(name, list.csv());
  }

  /// What was filled in stands in the list at `name`, a .csv file, and nothing else does.
  void check_filled(const std::string& name) const {
    ListFile list(read(name));
    for (std::size_t item = 0; item < list.items(); ++item) {
      BOOST_TEST(list.cell(item, "责任人") == (item == 1 ? "阮小舟" : ""));
      BOOST_TEST(list.cell(item, "备注") == (item == 2 ? "已电话沟通，\n材料\"另送\"" : ""));
      BOOST_TEST(list.cell(item, "复核人") == (item == 3 ? "明若谷" : ""));
      BOOST_TEST(list.cell(item, "销号日期") == (item == 3 ? "2025-04-21" : ""));
      const std::vector<std::string> states = {"未启动", "整改中", "已整改待核", "已销号"};
      BOOST_TEST(list.cell(item, "状态") == states[item > 3 ? 0 : item]);
    }
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(rectify_files, TwoUnits)

BOOST_AUTO_TEST_CASE(each_unit_gets_its_notice_and_its_list) {
  const Run made = rectify({"--per-unit", "通知", "--circular", "通报.docx", "--issuer", "岚水县司法局"});
  BOOST_TEST(made.exit_code == 0, made.errors);
  BOOST_TEST(says(made.output, "通报.docx"));
  BOOST_TEST(says(made.output, "通知"));
  const std::vector<std::string> files = files_in("通知");
  const auto count = [&](std::string_view ending) {
    return std::count_if(files.begin(), files.end(), [&](const std::string& each) { return each.ends_with(ending); });
  };
  BOOST_TEST(count("整改通知.docx") == 1);
  BOOST_TEST(count("审查情况通知.docx") == 1);
  BOOST_TEST(says(files.front() + files.back(), "石桥镇"));
  for (const std::string& each : files) BOOST_TEST(read("通知/" + each).starts_with("PK"), each);
  BOOST_TEST(read("通报.docx").starts_with("PK"));
  BOOST_REQUIRE(rectify({"--per-unit", "again", "--circular", "again.docx", "--issuer", "岚水县司法局"}).exit_code == 0);
  BOOST_TEST((read("again.docx") == read("通报.docx")));
  BOOST_TEST((files_in("again") == files));
  for (const std::string& each : files) BOOST_TEST((read("again/" + each) == read("通知/" + each)), each);
}

BOOST_AUTO_TEST_CASE(what_was_filled_in_goes_through_every_form_that_is_read) {
  filled_csv("交回.csv");
  const Run first = rectify({"-o", "二.xlsx", "--update", "交回.csv"});
  BOOST_TEST(first.exit_code == 0, first.errors);
  BOOST_TEST(first.errors.empty(), first.errors);
  BOOST_REQUIRE(rectify({"-o", "三.xml", "--update", "二.xlsx"}).exit_code == 0);
  BOOST_REQUIRE(rectify({"-o", "四.csv", "--update", "三.xml"}).exit_code == 0);
  check_filled("四.csv");
  BOOST_REQUIRE(rectify({"-o", "五.html", "--update", "四.csv"}).exit_code == 0);
  BOOST_TEST(says(read("五.html"), "阮小舟"));
}

BOOST_AUTO_TEST_CASE(each_unit_gets_what_was_filled_in_for_it) {
  filled_csv("交回.csv");
  BOOST_REQUIRE(rectify({"--per-unit", "通知", "--issuer", "岚水县司法局", "--update", "交回.csv"}).exit_code == 0);
  std::vector<std::string> arguments = {"-o", "全.csv"};
  for (const std::string& each : files_in("通知")) {
    if (each.ends_with(".xlsx")) arguments.insert(arguments.end(), {"--update", "通知/" + each});
  }
  BOOST_REQUIRE(rectify(arguments).exit_code == 0);
  check_filled("全.csv");
}

BOOST_AUTO_TEST_CASE(a_list_that_cannot_be_read_leaves_all_as_it_was) {
  BOOST_REQUIRE(rectify({"-o", "清单.xlsx"}).exit_code == 0);
  const std::string before = read("清单.xlsx");
  write("图.csv", std::string("\x89PNG\r\n\x1a\n\0\0\0", 11));
  write("别的.csv", "姓名,电话\n张三,1\n");
  for (const std::string update : {"没有.xlsx", "图.csv", "别的.csv", "audits.xml"}) {
    const Run run = rectify({"-o", "清单.xlsx", "--per-unit", "通知", "--issuer", "岚水县司法局", "--update", update});
    BOOST_TEST(run.exit_code == 3, update);
    BOOST_TEST(says(run.errors, update), run.errors);
    BOOST_TEST(says(run.errors, "没有写出任何文件"), run.errors);
    BOOST_TEST(!has("通知"));
    BOOST_TEST((read("清单.xlsx") == before), update);
  }
  const Run english = rectify({"-o", "清单.xlsx", "--update", "没有.xlsx"}, "en");
  BOOST_TEST(says(english.errors, "no file was written"), english.errors);
}

BOOST_AUTO_TEST_CASE(places_that_cannot_be_written_to) {
  write("占用", "");
  std::filesystem::create_directories(path() / "夹.xlsx");
  const std::vector<std::string> office = {"--issuer", "岚水县司法局"};
  for (const std::vector<std::string>& place : std::vector<std::vector<std::string>>{
           {"-o", "没有/清单.xlsx"}, {"-o", "没有/清单.csv"}, {"-o", "没有/清单.docx"}, {"-o", "夹.xlsx"},
           {"--circular", "没有/通报.docx"}, {"--per-unit", "占用"}, {"--per-unit", "占用/通知"}}) {
    for (const std::string language : {"zh", "en"}) {
      std::vector<std::string> arguments = office;
      arguments.insert(arguments.end(), place.begin(), place.end());
      const Run run = rectify(arguments, language);
      BOOST_TEST(run.exit_code == 2, place[1]);
      BOOST_TEST(says(run.errors, place[1]), run.errors);
      BOOST_TEST(says(run.errors, language == "zh" ? "无法写入" : "write"), run.errors);
    }
  }
  BOOST_TEST(read("占用").empty());
  for (const std::string& each : files()) BOOST_TEST(!says(each, ".XXXXXX"), each);
  BOOST_TEST(files().size() == 4U);
}

BOOST_AUTO_TEST_CASE(a_wrong_ending_or_a_missing_office_is_told_before_anything_is_written) {
  for (const std::vector<std::string>& wrong : std::vector<std::vector<std::string>>{
           {"--circular", "通报.pdf", "--issuer", "岚水县司法局"}, {"-o", "清单.doc"}, {"--per-unit", "通知"}, {"--circular", "通报.docx"}}) {
    std::vector<std::string> arguments = wrong;
    if (wrong.front() != "-o") arguments.insert(arguments.end(), {"-o", "清单.xlsx"});
    const Run run = rectify(arguments);
    BOOST_TEST(run.exit_code == 2, wrong[1]);
    BOOST_TEST((says(run.errors, wrong[1]) || says(run.errors, "--issuer")), run.errors);
    BOOST_TEST(!has("清单.xlsx"));
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi::test
