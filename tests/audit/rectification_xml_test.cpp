#include <boost/test/unit_test.hpp>
#include <string>

#include "audit/golden.hpp"
#include "audit/rectification_reader.hpp"
#include "audit/rectification_writer.hpp"
#include "audit/sample_lists.hpp"
#include "audit/xmllint.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kVersion = "1.2.3";

std::string written(const RectificationList& list) { return rectification_xml_of(list, kVersion, Language::zh); }

RectificationList read_back(const std::string& xml) {
  Result<RectificationList> list = read_rectification_xml(xml, "list.xml");
  BOOST_REQUIRE_MESSAGE(list.has_value(), (list.has_value() ? "" : render(list.error(), Language::en)) << "\n" << xml);
  return std::move(*list);
}

std::string changed(std::string_view from, std::string_view to) {
  std::string xml = written(test::rich_list());
  const std::size_t at = xml.find(from);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, from);
  return xml.replace(at, from.size(), to);
}

/// The code of the refusal of the rich list, once `from` is `to`.
std::string refusal(std::string_view from, std::string_view to) {
  const Result<RectificationList> list = read_rectification_xml(changed(from, to), "list.xml");
  return list.has_value() ? "accepted" : std::string(code_of(list.error()));
}

bool is_valid_after(const test::TemporaryFolder& folder, std::string_view from, std::string_view to) {
  test::write_file(folder.path() / "changed.xml", changed(from, to));
  return test::validate("rectification.xsd", (folder.path() / "changed.xml").string()).valid;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rectification_xml)

BOOST_AUTO_TEST_CASE(rich_list) { test::check_golden("audit/rectification.zh.xml", written(test::rich_list())); }

BOOST_AUTO_TEST_CASE(everything_comes_back) {
  const RectificationList before = test::rich_list();
  const RectificationList after = read_back(written(before));
  BOOST_TEST(after.title == before.title);
  BOOST_TEST(after.issuer == before.issuer);
  BOOST_TEST(after.made_on == "2025-04-10");
  BOOST_TEST(after.due == "2025-04-24");
  BOOST_TEST(after.year.value_or(0) == 2024);
  BOOST_TEST((after.checklists == before.checklists));
  BOOST_REQUIRE(after.units.size() == 3U);
  BOOST_TEST(after.units[0].contact == before.units[0].contact);
  BOOST_TEST(after.units[0].score.highest_hundredths == 6700);
  BOOST_TEST(after.units[0].rank == 2);
  BOOST_TEST(after.units[1].source == before.units[1].source);
  BOOST_TEST(after.units[2].score.possible_hundredths == 0);
  BOOST_TEST(after.absent == before.absent, boost::test_tools::per_element());
  BOOST_REQUIRE(after.items.size() == 2U);
  const RectificationItem& item = after.items[0];
  BOOST_TEST(item.id == before.items[0].id);
  BOOST_TEST((item.status == Status::missing));
  BOOST_TEST(item.problem == before.items[0].problem, boost::test_tools::per_element());
  BOOST_TEST((item.quotes[0].use == EvidenceUse::refused));
  BOOST_TEST(item.quotes[0].reason == "说的是没有");
  BOOST_TEST(item.quotes[0].page == 3);
  BOOST_TEST(item.quotes[1].text == before.items[0].quotes[1].text);
  BOOST_TEST(item.basis[0].article == "三十二");
  BOOST_TEST(item.gain_hundredths == 450);
  BOOST_TEST((item.progress == before.items[0].progress));
  BOOST_TEST(after.items[1].unit == 1U);
  BOOST_TEST((after.items[1].kind == FindingKind::defect));
  BOOST_TEST((after.items[1].severity == Severity::major));
}

BOOST_AUTO_TEST_CASE(writing_again_gives_the_same_bytes) {
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    const RectificationList list = test::random_list(seed);
    const std::string xml = written(list);
    BOOST_TEST(written(list) == xml, "seed " << seed);
    BOOST_TEST(written(read_back(xml)) == xml, "seed " << seed);
  }
}

BOOST_AUTO_TEST_CASE(lists_are_valid) {
  const test::TemporaryFolder folder;
  test::write_file(folder.path() / "zh.xml", written(test::rich_list()));
  test::write_file(folder.path() / "empty.xml", written({}));
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    test::write_file(folder.path() / (std::to_string(seed) + ".xml"), written(test::random_list(seed)));
  }
  const test::Validation result = test::validate("rectification.xsd", folder.path().string() + "/*.xml");
  BOOST_TEST(result.valid, result.output);
}

BOOST_AUTO_TEST_CASE(the_schema_is_strict) {
  const test::TemporaryFolder folder;
  BOOST_TEST(is_valid_after(folder, "state=\"to-review\"", "state=\"closed\""));
  BOOST_TEST(!is_valid_after(folder, "state=\"to-review\"", "state=\"done\""));
  BOOST_TEST(!is_valid_after(folder, "status=\"missing\"", "status=\"met\""));
  BOOST_TEST(!is_valid_after(folder, "<item id=\"", "<item unit=\"1\" id=\""));
  BOOST_TEST(!is_valid_after(folder, " unit=\"2\" finding", " unit=\"9\" finding"));
  BOOST_TEST(!is_valid_after(folder, "urn:fazhi:rectification:1", "urn:fazhi:rectification:2"));
  BOOST_TEST(!is_valid_after(folder, "<absent>", "<extra/><absent>"));
  BOOST_TEST(!is_valid_after(folder, " due=\"2025-04-24\"", " due=\"soon\""));
}

BOOST_AUTO_TEST_CASE(wrong_lists_are_refused) {
  BOOST_TEST(refusal("urn:fazhi:rectification:1", "urn:fazhi:audit:1") == "rectification.xml-foreign");
  BOOST_TEST(refusal("</rectification>", "") == "audit.xml-malformed");
  BOOST_TEST(refusal("status=\"missing\"", "status=\"\xC0\xAF\"") == "audit.xml-malformed");
  BOOST_TEST(refusal("status=\"missing\"", "status=\"&#xD800;\"") == "audit.xml-malformed");
  BOOST_TEST(refusal("status=\"missing\"", "status=\"met\"") == "audit.xml-value");
  BOOST_TEST(refusal(" unit=\"2\" finding", " unit=\"9\" finding") == "audit.xml-value");
  BOOST_TEST(refusal(" unit=\"2\" finding", " unit=\"0\" finding") == "audit.xml-value");
  BOOST_TEST(refusal("number=\"2\"", "number=\"3\"") == "audit.xml-value");
  BOOST_TEST(refusal("state=\"to-review\"", "state=\"done\"") == "audit.xml-value");
  BOOST_TEST(refusal("<problem>", "<trouble/><problem>") == "audit.xml-unexpected");
  BOOST_TEST(refusal(" title=\"模板", " headline=\"模板") == "audit.xml-unexpected");
  BOOST_TEST(refusal("<progress state=\"not-started\"/>", "") == "audit.xml-lacking");
  RectificationList twice = test::rich_list();
  twice.items[1].id = twice.items[0].id;
  const Result<RectificationList> list = read_rectification_xml(written(twice), "list.xml");
  BOOST_TEST(!list.has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
