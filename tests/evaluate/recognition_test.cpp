#include "evaluate/recognition.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

#include "evaluate/sample.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kElement = R"(
[[element.outcome]]
status = "met"
when = "sought is done"
[[element.outcome]]
status = "partial"
when = "sought is intended"
[element.find.sought]
any = ["法律顾问"]
)";

/// A report as if recognized, all of its text on the first of two pages.
Document recognized(std::string_view passage, int first, int second) {
  Document document = test::document_of(test::report_with(Role::achievements, passage));
  document.recognized = true;
  document.page_confidences = {first, second};
  for (Paragraph& each : document.paragraphs) {
    each.page = 1;
    each.confidence = first;
  }
  return document;
}

Audit audit_of(const Auditor& auditor, Document document) {
  Scratch scratch;
  return auditor.audit(std::move(document), scratch);
}

Finding judged(std::string_view passage, int first, int second) {
  return test::finding_of(audit_of(test::auditor_of_element(kElement), recognized(passage, first, second)), "sample");
}

bool has_code(const std::vector<Message>& messages, std::string_view code) {
  return std::any_of(messages.begin(), messages.end(), [&](const Message& each) { return code_of(each.id) == code; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(recognition)

BOOST_AUTO_TEST_CASE(a_badly_read_page_is_never_missing) {
  for (const auto& [first, second] : {std::pair{95, kReliableConfidence - 1}, std::pair{0, 95}}) {
    const Finding found = judged("修路。", first, second);
    BOOST_TEST(name_of(found.status) == "undecided");
    BOOST_TEST(found.awarded_hundredths == 0);
    BOOST_TEST(has_code(found.messages, "element.doubtful-page"));
    BOOST_TEST(has_code(found.messages, "element.unread"));
  }
}

BOOST_AUTO_TEST_CASE(well_read_pages_are_relied_on) {
  BOOST_TEST(name_of(judged("修路。", kReliableConfidence, 100).status) == "missing");
  BOOST_TEST(name_of(judged("聘请法律顾问。", 95, 10).status) == "met");
}

BOOST_AUTO_TEST_CASE(the_page_and_its_confidence_are_named) {
  const Finding found = judged("修路。", 95, 61);
  const auto named = std::find_if(found.messages.begin(), found.messages.end(), [](const Message& each) {
    return each.id == MessageId::element_doubtful_page;
  });
  BOOST_REQUIRE(named != found.messages.end());
  BOOST_TEST(named->arguments == (std::vector<std::string>{"2", "61"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(many_doubtful_pages_are_counted) {
  Document document = recognized("修路。", 50, 50);
  document.page_confidences.assign(9, 50);
  const Audit audit = audit_of(test::auditor_of_element(kElement), std::move(document));
  const Finding& found = test::finding_of(audit, "sample");
  BOOST_TEST(has_code(found.messages, "element.doubtful-more"));
  BOOST_TEST(found.messages.size() <= 6U);
}

BOOST_AUTO_TEST_CASE(what_was_partly_met_keeps_its_points_as_the_least) {
  Finding finding;
  finding.status = Status::partial;
  finding.awarded_hundredths = 225;
  finding.possible_hundredths = 450;
  reopen_unread(finding, recognized("修路。", 95, 40));
  BOOST_TEST(name_of(finding.status) == "undecided");
  BOOST_TEST(finding.awarded_hundredths == 225);
  const Auditor auditor = test::auditor_of_element(kElement);
  const Score score = score_of({finding}, auditor.compiled().checklist());
  BOOST_TEST(score.awarded_hundredths == 225);
  BOOST_TEST(score.highest_hundredths == 450);
}

BOOST_AUTO_TEST_CASE(evidence_tells_its_page_and_confidence) {
  const Audit audit = audit_of(test::auditor_of_element(kElement), recognized("聘请法律顾问。", 91, 100));
  BOOST_TEST(audit.recognized);
  const Finding& found = test::finding_of(audit, "sample");
  BOOST_TEST_REQUIRE(!found.evidence.empty());
  BOOST_TEST(found.evidence[0].page == 1);
  BOOST_TEST(found.evidence[0].confidence.value_or(0) == 91);
}

BOOST_AUTO_TEST_CASE(defects_that_a_misread_character_can_make_are_withheld_and_counted) {
  constexpr std::string_view kWrong = "年内共排查矛盾纠纷118起，化解116起，化解率68%。";
  for (const int confidence : {95, 50}) {
    const Audit audit = audit_of(test::township(), recognized(kWrong, confidence, 100));
    BOOST_TEST(audit.defect_count() == 0U);
    BOOST_TEST(has_code(audit.notes, "note.defects-withheld"));
  }
}

BOOST_AUTO_TEST_CASE(other_defects_are_withheld_on_badly_read_pages) {
  constexpr std::string_view kWrong = "年内共排查矛盾纠纷118余起。";
  BOOST_TEST(audit_of(test::township(), recognized(kWrong, 95, 100)).defect_count() == 1U);
  const Audit doubtful = audit_of(test::township(), recognized(kWrong, 50, 100));
  BOOST_TEST(doubtful.defect_count() == 0U);
  BOOST_TEST(has_code(doubtful.notes, "note.defects-withheld"));
}

BOOST_AUTO_TEST_CASE(a_defect_across_a_badly_read_page_is_withheld) {
  const Document document = recognized("修路。", 95, 40);
  Finding defect;
  defect.kind = FindingKind::defect;
  defect.evidence.resize(2);
  defect.evidence[0].page = 1;
  defect.evidence[1].page = 3;
  std::vector<Finding> defects{defect};
  const Auditor auditor = test::auditor_of_element(kElement);
  BOOST_TEST(withhold_doubtful(defects, document, auditor.compiled().checklist()) == 1U);
  BOOST_TEST(defects.empty());
}

BOOST_AUTO_TEST_CASE(text_that_was_no_picture_is_not_touched) {
  Document document = recognized("修路。", 10, 10);
  document.recognized = false;
  document.page_confidences.clear();
  const Audit audit = audit_of(test::auditor_of_element(kElement), std::move(document));
  BOOST_TEST(name_of(test::finding_of(audit, "sample").status) == "missing");
  BOOST_TEST(!audit.recognized);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
