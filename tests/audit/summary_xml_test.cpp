#include <boost/test/unit_test.hpp>
#include <string>

#include "audit/golden.hpp"
#include "audit/sample_summaries.hpp"
#include "audit/summary_reader.hpp"
#include "audit/summary_writer.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kVersion = "1.2.3";

std::string written(const BatchSummary& summary) { return summary_xml_of(summary, kVersion, Language::zh); }

BatchSummary read_back(const std::string& xml) {
  Result<BatchSummary> summary = read_summary_xml(xml, "summary.xml");
  BOOST_REQUIRE_MESSAGE(summary.has_value(), (summary.has_value() ? "" : render(summary.error(), Language::en)) << "\n" << xml);
  return std::move(*summary);
}

/// The code of the refusal of the rich summary, once `from` is `to`.
std::string refusal(std::string_view from, std::string_view to) {
  std::string xml = written(test::rich_summary());
  const std::size_t at = xml.find(from);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, from);
  const Result<BatchSummary> summary = read_summary_xml(xml.replace(at, from.size(), to), "summary.xml");
  return summary.has_value() ? "accepted" : std::string(code_of(summary.error()));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(summary_xml)

BOOST_AUTO_TEST_CASE(rich_summary_in_both_languages) {
  test::check_golden("audit/summary.zh.xml", written(test::rich_summary()));
  test::check_golden("audit/summary.en.xml", summary_xml_of(test::rich_summary(), kVersion, Language::en));
}

BOOST_AUTO_TEST_CASE(everything_comes_back) {
  const BatchSummary before = test::rich_summary();
  const BatchSummary after = read_back(written(before));
  BOOST_TEST(after.title == before.title);
  BOOST_TEST(after.has_roster);
  BOOST_TEST(after.year.value_or(0) == 2024);
  BOOST_REQUIRE(after.reports.size() == before.reports.size());
  BOOST_TEST((after.reports[1].statuses == before.reports[1].statuses));
  BOOST_TEST((after.reports[1].defects == before.reports[1].defects));
  BOOST_TEST(after.reports[1].defect_count() == 3U);
  BOOST_TEST(render(after.reports[4].unit_doubt.value(), Language::zh) == "报告没有写明单位。");
  BOOST_TEST(after.reports[5].unit_doubt.has_value());
  BOOST_TEST(!after.reports[1].unit_doubt.has_value());
  BOOST_TEST(after.reports[1].score.highest_hundredths == 6700);
  BOOST_TEST(!after.reports[1].score.passed.has_value());
  BOOST_TEST(!after.reports[4].unit.has_value());
  BOOST_TEST(code_of(*after.reports[5].error) == "input.empty");
  BOOST_REQUIRE(after.units.size() == before.units.size());
  BOOST_TEST((after.units[2].state == Submission::absent));
  BOOST_TEST(after.units[2].days_left.value_or(0) == -5);
  BOOST_TEST(after.units[1].other_reports == before.units[1].other_reports, boost::test_tools::per_element());
  BOOST_TEST(after.units[1].published_in_time.value_or(true) == false);
  BOOST_TEST(after.units[4].report.value_or(0) == 5U);
  BOOST_TEST(after.unowned == before.unowned, boost::test_tools::per_element());
  BOOST_TEST(after.ranking.size() == 2U);
  BOOST_TEST(after.rates[1].not_counted == 3U);
  BOOST_TEST(after.similar[0].passages[0].there == "开展宣传52场");
  BOOST_TEST(!after.similar[1].other.has_value());
}

BOOST_AUTO_TEST_CASE(writing_again_gives_the_same_bytes) {
  const std::string rich = written(test::rich_summary());
  BOOST_TEST(written(read_back(rich)) == rich);
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    const std::string xml = written(test::random_summary(seed));
    const std::string again = written(read_back(xml));
    BOOST_TEST(again == xml, "seed " << seed);
  }
}

BOOST_AUTO_TEST_CASE(pieces_make_the_whole_and_an_error_ends_it) {
  BatchSummary summary = test::rich_summary();
  for (int n = 0; n < 3000; ++n) summary.notes.push_back(verbatim("有一份报告不属于名册中的任何单位，请核对。"));
  std::string joined;
  std::size_t pieces = 0;
  const auto gather = [&](std::string_view bytes) {
    joined += bytes;
    ++pieces;
    return std::optional<Message>();
  };
  BOOST_TEST(!write_summary_xml(summary, kVersion, Language::zh, gather).has_value());
  BOOST_TEST(pieces > 2U);
  BOOST_TEST((joined == written(summary)));
  std::size_t calls = 0;
  const auto refuse = [&](std::string_view) {
    ++calls;
    return std::optional<Message>(Message{MessageId::output_failed, {"summary.xml", "full"}});
  };
  const std::optional<Message> error = write_summary_xml(summary, kVersion, Language::zh, refuse);
  BOOST_REQUIRE(error.has_value());
  BOOST_TEST(code_of(*error) == "output.failed");
  BOOST_TEST(calls == 1U);
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_refused) {
  BOOST_TEST(refusal("urn:fazhi:batch:1", "urn:fazhi:audit:1") == "summary.xml-foreign");
  BOOST_TEST(refusal("</batch>", "") == "audit.xml-malformed");
  BOOST_TEST(refusal(" as-of=\"2025-03-06\"", "") == "audit.xml-lacking");
  BOOST_TEST(refusal(" state=\"late\"", " state=\"tardy\"") == "audit.xml-value");
  BOOST_TEST(refusal("<elements>met partial<", "<elements>met good<") == "audit.xml-value");
  BOOST_TEST(refusal(" count=\"2\"", " count=\"0\"") == "audit.xml-value");
  BOOST_TEST(refusal(" count=\"2\"", " count=\"-2\"") == "audit.xml-value");
  BOOST_TEST(refusal(" count=\"2\"", "") == "audit.xml-lacking");
  BOOST_TEST(refusal(" unit=\"1\"", " unit=\"9\"") == "audit.xml-value");
  BOOST_TEST(refusal(" unit=\"1\"", " unit=\"0\"") == "audit.xml-value");
  BOOST_TEST(refusal(" number=\"2\"", " number=\"3\"") == "audit.xml-value");
  BOOST_TEST(refusal("<rank report=\"青石镇-2024\"", "<rank report=\"无\"") == "audit.xml-value");
  BOOST_TEST(refusal("<rank report=\"青石镇-2024\"", "<rank") == "audit.xml-lacking");
  BOOST_TEST(refusal(" file=\"白河乡-2024\"", " file=\"青石镇-2024\"") == "audit.xml-value");
  BOOST_TEST(refusal(" share=\"62\"", " share=\"162\"") == "audit.xml-value");
  BOOST_TEST(refusal("<unowned ", "<unowned colour=\"red\" ") == "audit.xml-unexpected");
  BOOST_TEST(refusal("<unowned ", "<extra/><unowned ") == "audit.xml-unexpected");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
