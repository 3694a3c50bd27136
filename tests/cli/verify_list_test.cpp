#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "audit/rectification_reader.hpp"
#include "audit/verification_reader.hpp"
#include "audit/xmllint.hpp"
#include "cli/list_file.hpp"
#include "cli/run_program.hpp"

namespace fazhi::test {
namespace {

bool says(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

std::string sample(const std::string& name) { return std::string(FAZHI_SOURCE_DIR "/reports/") + name; }

const std::string kFirst = sample("batch/2024/石磨铺镇2024年法治总结.docx");
const std::string kOther = sample("batch/2024/附件2-板栗园乡法治报告.docx");
const std::string kSecond = sample("second-draft/石磨铺镇2024年法治政府建设工作总结（修改稿）.txt");
const std::string kSecondOther = sample("second-draft/板栗园乡2024年度报告（修改）.txt");
const std::string kPersons = "责任人";

/// First drafts of two units with their list.
struct Listed : Workplace {
  Listed() {
    std::filesystem::create_directories(path() / "first");
    std::filesystem::copy_file(kFirst, path() / "first/一.docx");
    std::filesystem::copy_file(kOther, path() / "first/二.docx");
    BOOST_REQUIRE(run({"check", "-f", "xml", "-o", "audits.xml", "first"}).exit_code == 0);
    for (const std::string name : {"list.csv", "list.xml"}) {
      BOOST_REQUIRE(run({"rectify", "audits.xml", "-o", name, "--issued", "2025-04-10", "--due", "2025-04-24", "--issuer", "棠沣县司法局"}).exit_code == 0);
    }
  }

  Run verify(std::vector<std::string> more) const {
    std::vector<std::string> all = {"verify", "audits.xml", kSecond, kSecondOther, "--as-of", "2025-05-08"};
    all.insert(all.end(), more.begin(), more.end());
    return run(all);
  }

  RectificationList list(const std::string& name) const {
    Result<RectificationList> list = read_rectification_xml(read(name), name);
    BOOST_REQUIRE_MESSAGE(list.has_value(), name);
    return std::move(*list);
  }

  Verification verification(const std::string& name) const {
    Result<Verification> found = read_verification_xml(read(name), name);
    BOOST_REQUIRE_MESSAGE(found.has_value(), name);
    return std::move(*found);
  }

  bool has(const std::string& name) const { return std::filesystem::exists(path() / name); }
};

const RectificationItem* item_of(const RectificationList& list, const std::string& id) {
  for (const RectificationItem& each : list.items) {
    if (each.id == id) return &each;
  }
  return nullptr;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(verify_list, Listed)

BOOST_AUTO_TEST_CASE(states_count_and_what_people_wrote_stays) {
  ListFile sent(read("list.csv"));
  for (std::size_t item = 0; item < sent.items(); ++item) {
    sent.cell(item, kPersons) = "甲" + std::to_string(item);
    sent.cell(item, "状态") = "已销号";
    sent.cell(item, "复核人") = "明若谷";
    sent.cell(item, "备注") = "备" + std::to_string(item);
  }
  write("交回.csv", sent.csv());
  const Run run = verify({"--list", "交回.csv", "-o", "v.xml", "--update-list", "更新.xml"});
  BOOST_TEST(run.exit_code == 1, run.errors);
  BOOST_TEST(says(run.output, "更新.xml"));
  const Verification found = verification("v.xml");
  const RectificationList updated = list("更新.xml");
  std::size_t relapsed = 0;
  for (const VerifiedItem& each : found.items) {
    BOOST_TEST((each.proposed != ItemState::closed));
    if (each.change == ItemChange::added) continue;
    const RectificationItem* item = item_of(updated, each.id);
    BOOST_REQUIRE_MESSAGE(item != nullptr, each.title);
    const bool is_back = each.change != ItemChange::fixed && !each.needs_person;
    BOOST_TEST(each.relapsed == is_back, each.title);
    BOOST_TEST((item->progress.state == (is_back ? ItemState::relapsed : ItemState::closed)), each.title);
    relapsed += is_back ? 1 : 0;
  }
  BOOST_TEST(relapsed >= 5U);
  BOOST_TEST(updated.items.size() == sent.items() + found.count(ItemChange::added));
  for (std::size_t item = 0; item < sent.items(); ++item) {
    const RectificationItem* kept = item_of(updated, sent.cell(item, "编号"));
    BOOST_REQUIRE(kept != nullptr);
    BOOST_TEST(kept->progress.responsible_person == sent.cell(item, kPersons));
    BOOST_TEST(kept->progress.reviewer == "明若谷");
    BOOST_TEST(kept->progress.remark == sent.cell(item, "备注"));
    BOOST_TEST(kept->due == "2025-04-24");
  }
}

BOOST_AUTO_TEST_CASE(nothing_is_closed_whatever_is_fixed) {
  for (const std::string name : {"list.csv", "list.xml"}) {
    BOOST_REQUIRE(verify({"--list", name, "--update-list", "更新.xml"}).exit_code == 1);
    const RectificationList updated = list("更新.xml");
    std::size_t to_review = 0;
    for (const RectificationItem& each : updated.items) {
      BOOST_TEST((each.progress.state != ItemState::closed));
      to_review += each.progress.state == ItemState::to_review ? 1 : 0;
    }
    BOOST_TEST(to_review >= 10U, name);
  }
}

BOOST_AUTO_TEST_CASE(every_form_of_the_list_says_the_same) {
  BOOST_REQUIRE(run({"rectify", "audits.xml", "-o", "list.xlsx", "--issued", "2025-04-10", "--due", "2025-04-24", "--issuer", "棠沣县司法局"}).exit_code == 0);
  std::vector<std::string> lists;
  for (const std::string name : {"list.xml", "list.csv", "list.xlsx"}) {
    const Run run = verify({"--list", name, "-o", "v.xml", "--update-list", "更新.csv"});
    BOOST_TEST(run.errors.empty(), run.errors);
    lists.push_back(read("v.xml") + read("更新.csv"));
  }
  BOOST_TEST((lists[1] == lists[0]));
  BOOST_TEST((lists[2] == lists[0]));
  BOOST_REQUIRE(verify({"--list", "list.xlsx", "--update-list", "更新.xml"}).exit_code == 1);
  BOOST_TEST(list("更新.xml").issuer == "棠沣县司法局");
  BOOST_TEST(list("更新.xml").made_on == "2025-04-10");
  BOOST_TEST(list("更新.xml").due == "2025-04-24");
  BOOST_TEST(list("更新.xml").title == list("list.xml").title);
}

BOOST_AUTO_TEST_CASE(the_list_says_what_is_verified) {
  ListFile sent(read("list.csv"));
  const std::string gone = sent.cell(0, "编号");
  const std::string unit = sent.cell(0, "单位");
  sent.drop(0);
  std::size_t items = 0;
  for (std::size_t item = sent.items(); item-- > 0;) {
    if (sent.cell(item, "单位") == unit) {
      ++items;
    } else {
      sent.drop(item);
    }
  }
  write("交回.csv", sent.csv());
  const Run run = verify({"--list", "交回.csv", "-o", "v.xml", "--update-list", "更新.xml"});
  const Verification found = verification("v.xml");
  BOOST_TEST(found.units.size() == 1U);
  BOOST_TEST(found.items.size() == items + found.count(ItemChange::added));
  for (const VerifiedItem& each : found.items) BOOST_TEST(each.id != gone);
  BOOST_REQUIRE(!found.notes.empty());
  BOOST_TEST(says(render(found.notes.front(), Language::zh), "没有核验"));
  BOOST_TEST(list("更新.xml").units.size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_is_added_is_described_as_a_list_describes_it) {
  const std::string fixed = sample("second-draft/石磨铺镇2024年法治政府建设工作总结（修改稿）.txt");
  BOOST_REQUIRE(run({"check", "-f", "xml", "-o", "good.xml", fixed}).exit_code == 0);
  ListFile sent(read("list.csv"));
  write("交回.csv", sent.csv());
  const Run run = Workplace::run({"verify", "good.xml", kFirst, "--list", "交回.csv", "--update-list", "更新.xml"});
  BOOST_TEST(run.exit_code == 1, run.errors);
  for (const RectificationItem& each : list("更新.xml").items) {
    BOOST_TEST(!each.category.empty(), each.id);
    BOOST_TEST(!each.demand.empty(), each.id);
    BOOST_TEST(!each.problem.empty(), each.id);
  }
}

BOOST_AUTO_TEST_CASE(rows_that_no_draft_has_are_kept_and_told) {
  ListFile sent(read("list.csv"));
  sent.cell(1, "存在问题") = "会上另外指出：附件没有盖章。";
  sent.cell(1, "编号") = "0123456789ab";
  write("交回.csv", sent.csv());
  const Run run = verify({"--list", "交回.csv", "--update-list", "更新.csv"});
  BOOST_TEST(says(run.output, "1项在初稿里没有查到"), run.output);
  ListFile updated(read("更新.csv"));
  const std::size_t kept = updated.find("存在问题", "附件没有盖章");
  BOOST_TEST(updated.cell(kept, "编号") == "0123456789ab");
  BOOST_TEST(updated.cell(kept, "备注").empty());
}

BOOST_AUTO_TEST_CASE(what_is_written_is_valid_and_twice_the_same) {
  for (const std::string form : {".xml", ".xlsx", ".csv", ".docx", ".html"}) {
    for (const std::string name : {"一", "二"}) {
      const Run run = verify({"--list", "list.csv", "-o", name + "核验.xml", "--update-list", name + form});
      BOOST_TEST(run.exit_code == 1, run.errors);
    }
    BOOST_TEST((read("一" + form) == read("二" + form)), form);
  }
  BOOST_TEST((read("一核验.xml") == read("二核验.xml")));
  const auto check = [&](const std::string& schema, const std::string& name) {
    const Validation found = validate(schema, "'" + (path() / name).string() + "'");
    BOOST_TEST(found.valid, found.output);
  };
  check("rectification.xsd", "list.xml");
  check("rectification.xsd", "一.xml");
  check("verification.xsd", "一核验.xml");
}

BOOST_AUTO_TEST_CASE(wrong_calls_write_nothing) {
  const std::string before = read("list.csv");
  const auto refused = [&](std::vector<std::string> more, int code, std::string_view words) {
    const Run run = verify(more);
    BOOST_TEST(run.exit_code == code, words);
    BOOST_TEST(says(run.errors, words), run.errors);
    BOOST_TEST(!has("v.xml"));
    BOOST_TEST((read("list.csv") == before));
  };
  refused({"--update-list", "更新.xml", "-o", "v.xml"}, 2, "--list");
  refused({"--list", "list.csv", "--update-list", "更新.pdf", "-o", "v.xml"}, 2, "更新.pdf");
  refused({"--list", "list.csv", "--update-list", "list.csv", "-o", "v.xml"}, 2, "list.csv");
  refused({"--list", "list.csv", "--update-list", "./list.csv", "-o", "v.xml"}, 2, "list.csv");
  refused({"--list", "list.xml", "-o", "list.xml"}, 2, "list.xml");
  refused({"--list", "没有.xlsx", "-o", "v.xml"}, 3, "没有.xlsx");
  refused({"--list", "audits.xml", "-o", "v.xml"}, 3, "没有写出任何文件");
  write("别家.csv", "编号,单位,存在问题,状态\n,青峰县白水乡人民政府,没有盖章,未启动\n");
  refused({"--list", "别家.csv", "-o", "v.xml"}, 3, "没有核验");
  const Run place = verify({"--list", "list.csv", "--update-list", "没有/更新.xlsx"});
  BOOST_TEST(place.exit_code == 2);
  BOOST_TEST(says(place.errors, "没有/更新.xlsx"), place.errors);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi::test
