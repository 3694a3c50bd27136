#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "present/terminal_advice.hpp"
#include "present/verification_page.hpp"
#include "present/verification_text.hpp"
#include "present/verification_workbook.hpp"
#include "present/workbook_file.hpp"

namespace fazhi {
namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// A unit with an item of every change; its words are meant to do harm.
Verification hostile() {
  Verification out;
  out.title = "整改核验表";
  out.made_on = "2025-03-20";
  const Score score{6'400, 6'400, 10'000, "合格", true};
  out.units.push_back({"=HYPERLINK(\"x\")<b>镇", "初稿.txt", "二稿.txt", score, score, {}});
  for (const ItemChange change : {ItemChange::fixed, ItemChange::partly, ItemChange::open, ItemChange::added}) {
    VerifiedItem item;
    item.id = "0123456789ab";
    item.title = "=1+1 法律顾问";
    item.change = change;
    item.relapsed = change == ItemChange::open;
    item.proposed = change == ItemChange::fixed ? ItemState::to_review : ItemState::not_started;
    item.demand = "写明聘请情况。";
    item.before = {true, Status::missing, 0, 500, {"没有找到。"}, {}};
    item.after = {true, Status::met, 500, 500, {}, {{"<script>alert(1)</script>\x1b[31m=cmd", "一、成效", 5, 0, EvidenceUse::support, ""}}};
    item.warnings.push_back(verbatim("雷同。"));
    out.items.push_back(item);
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(verification_views)

BOOST_AUTO_TEST_CASE(page_is_closed_to_what_reports_hold) {
  const std::string page = verification_page(hostile(), Language::zh);
  BOOST_TEST(!has(page, "<script>alert"));
  BOOST_TEST(!has(page, "<b>镇"));
  BOOST_TEST(!has(page, "\x1b"));
  BOOST_TEST(has(page, "Content-Security-Policy"));
  BOOST_TEST(!has(page, "http:"));
  BOOST_TEST(!has(page, "https:"));
  for (const std::string_view change : {"fixed", "partly", "open", "added"}) {
    BOOST_TEST(has(page, "<article class=\"item "));
    BOOST_TEST(has(page, "data-change=\"" + std::string(change) + "\""));
  }
  BOOST_TEST(has(page, "未整改（反弹）"));
}

BOOST_AUTO_TEST_CASE(text_wraps_and_is_safe) {
  TerminalOptions options;
  options.width_columns = 60;
  const std::string text = verification_text(hostile(), options);
  BOOST_TEST(!has(text, "\x1b"));
  BOOST_TEST(has(text, "✗ 未整改（反弹）"));
  options.width_columns = 120;
  BOOST_TEST(has(verification_text(hostile(), options), "已整改1项，部分整改1项，未整改1项，新增1项，反弹1项，疑似照抄4项"));
  options.color = true;
  BOOST_TEST(has(verification_text(hostile(), options), "\x1b[32m"));
}

BOOST_AUTO_TEST_CASE(workbook_has_text_for_formulas_and_a_drop_down) {
  std::string pattern = (std::filesystem::temp_directory_path() / "fazhi-test-XXXXXX").string();
  BOOST_REQUIRE(mkdtemp(pattern.data()) != nullptr);
  const std::filesystem::path folder = pattern;
  for (const std::string name : {"a.xlsx", "b.xlsx"}) {
    const auto error = write_verification_workbook(hostile(), (folder / name).string(), Language::zh);
    BOOST_TEST(!error.has_value());
  }
  const auto bytes = [&](const std::string& name) {
    std::ifstream in(folder / name, std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  };
  BOOST_TEST((bytes("a.xlsx") == bytes("b.xlsx")));
  const test::WorkbookFile file = test::read_workbook((folder / "a.xlsx").string());
  BOOST_REQUIRE_EQUAL(file.sheets.size(), 2U);
  BOOST_TEST(file.formulas == 0U);
  BOOST_TEST(file.cells[0].at("D2") == "已整改");
  BOOST_TEST(file.cells[0].at("D4") == "未整改（反弹）");
  BOOST_TEST(has(file.sheet_xml[0], "dataValidation"));
  BOOST_TEST(has(file.sheet_xml[0], "已销号"));
  BOOST_TEST(write_verification_workbook(hostile(), (folder / "没有" / "a.xlsx").string(), Language::zh).has_value());
  std::filesystem::remove_all(folder);
}

BOOST_AUTO_TEST_CASE(advice_tells_place_demand_and_reason) {
  Audit audit;
  audit.source = "甲.txt";
  audit.identity.unit = "上河镇";
  audit.score = {9'000, 9'000, 10'000, "优秀", true};
  Finding finding;
  finding.title = "“八五”普法";
  finding.status = Status::partial;
  finding.gain_hundredths = 250;
  finding.rectification = "写明做了什么。";
  finding.messages.push_back({MessageId::element_intended, {}});
  finding.evidence.push_back({9, 0, 5, Role::plan, EvidenceUse::support, "四、打算", "继续落实\x1b“八五”普法。", {}});
  audit.findings.push_back(finding);
  Advice advice{{0, {AdvicePlace::Kind::under_heading, Role::achievements, "（四）“谁”普法", "“普”法", 7}}};
  const std::string text = terminal_advice(audit, advice, {});
  for (const std::string_view part : {"1. 加2.5分", "“（四）‘谁’普法”之下（第7段之后），与“‘普’法”写在一处", "要求：写明做了什么。",
                                      "原因：只作为打算或要求提到", "“四、打算”下第9段", "逐项补正后可得92.5分"}) {
    BOOST_TEST(has(text, part), part << "\n" << text);
  }
  BOOST_TEST(!has(text, "\x1b"));
  for (const auto kind : {AdvicePlace::Kind::in_part, AdvicePlace::Kind::section_behind, AdvicePlace::Kind::section_before,
                          AdvicePlace::Kind::section_first, AdvicePlace::Kind::section_last, AdvicePlace::Kind::title}) {
    advice[0].place = {kind, Role::plan, "三、不足", "", 7};
    for (const Language language : {Language::zh, Language::en}) {
      TerminalOptions options;
      options.language = language;
      const bool told = has(terminal_advice(audit, advice, options), language == Language::zh ? "写在：" : "Where:");
      BOOST_TEST(told);
    }
  }
  audit.findings.clear();
  BOOST_TEST(has(terminal_advice(audit, {}, {}), "没有需要补正的内容"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
