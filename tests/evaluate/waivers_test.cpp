#include "evaluate/waivers.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "checklist/load.hpp"
#include "evaluate/sample.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kRules = R"(format = 1
extends = "township"
[checklist]
id = "qinghe"
version = "1"
title = "清河县乡镇清单"
[[waive]]
id = "enforcement.three-systems"
units = ["清河县石桥镇"]
reason = "执法权尚未下放"
approver = "县依法治县办"
expires_on = "2025-06-30"
[[waive]]
id = "decision.legal-advisor"
reason = "由县统一聘请"
approver = "县司法局"
expires_on = "2025-12-31"
)";

Checklist rules() {
  LoadedChecklist loaded = load_checklist_text(kRules, "县.toml");
  BOOST_REQUIRE(loaded.checklist.has_value());
  return *std::move(loaded.checklist);
}

std::string report_of(const std::string& unit, const std::string& more = {}) {
  return unit + "2024年法治政府建设年度报告\n2024年，我镇开展工作。\n一、主要举措和成效\n开展法治宣传20场。\n" + more;
}

const std::string kAdvised = "我镇聘请法律顾问1名，全年审查合同20份。\n";

Audit judged(const std::string& as_of, const std::string& text) {
  const Auditor auditor(rules(), as_of);
  return test::audit_of(auditor, text);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(waivers)

BOOST_AUTO_TEST_CASE(a_waived_element_is_not_counted) {
  const Audit audit = judged("2025-06-30", report_of("石桥镇"));
  const Finding& waived = test::finding_of(audit, "enforcement.three-systems");
  BOOST_TEST((waived.status == Status::waived));
  BOOST_TEST(waived.possible_hundredths == 0);
  BOOST_TEST(waived.gain_hundredths == 0);
  BOOST_TEST(waived.rectification.empty());
  BOOST_REQUIRE(!waived.messages.empty());
  BOOST_TEST(render(waived.messages.front(), Language::zh).find("县依法治县办") != std::string::npos);
  BOOST_TEST(audit.score.possible_hundredths == 9000);
}

BOOST_AUTO_TEST_CASE(it_ends_after_its_last_day) {
  const Audit audit = judged("2025-07-01", report_of("石桥镇"));
  BOOST_TEST((test::finding_of(audit, "enforcement.three-systems").status == Status::missing));
  BOOST_REQUIRE_EQUAL(audit.notes.size(), 1U);
  BOOST_TEST(code_of(audit.notes[0]) == "note.waiver-ended");
}

BOOST_AUTO_TEST_CASE(it_is_for_its_units_alone) {
  const auto status = [](const std::string& unit) {
    return test::finding_of(judged("2025-01-01", report_of(unit)), "enforcement.three-systems").status;
  };
  BOOST_TEST((status("清河县石桥镇人民政府") == Status::waived));
  BOOST_TEST((status("石桥镇") == Status::waived));
  BOOST_TEST((status("平川县石桥镇") == Status::missing));
  BOOST_TEST((status("清河县大石桥镇") == Status::missing));
  BOOST_TEST((status("桥镇") == Status::missing));
  BOOST_TEST((status("东州市清河县石桥镇") == Status::waived));
  BOOST_TEST((status("清河县柳林镇") == Status::missing));
}

BOOST_AUTO_TEST_CASE(what_is_met_needs_no_waiver) {
  const Audit audit = judged("2025-01-01", report_of("柳林镇", kAdvised));
  const Finding& met = test::finding_of(audit, "decision.legal-advisor");
  BOOST_TEST((met.status == Status::met));
  BOOST_TEST(met.awarded_hundredths == 500);
}

BOOST_AUTO_TEST_CASE(the_ledger_names_the_unused_and_the_ended) {
  const Checklist checklist = rules();
  WaiverLedger ledger(checklist, "2025-07-01");
  ledger.record(judged("2025-07-01", report_of("石桥镇", kAdvised)));
  const std::vector<Message> first = ledger.remarks();
  BOOST_REQUIRE_EQUAL(first.size(), 2U);
  BOOST_TEST(code_of(first[0]) == "waiver.ended");
  BOOST_TEST(code_of(first[1]) == "waiver.unused");
  BOOST_TEST(render(first[1], Language::en).find("县.toml:13") != std::string::npos, render(first[1], Language::en));
  ledger.record(judged("2025-07-01", report_of("石桥镇")));
  BOOST_TEST(ledger.remarks().size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
