#include <boost/test/unit_test.hpp>
#include <string>

#include "audit/golden.hpp"
#include "audit/sample_summaries.hpp"
#include "audit/summary_writer.hpp"
#include "audit/xmllint.hpp"

namespace fazhi {
namespace {

std::string rich() { return summary_xml_of(test::rich_summary(), "1.2.3", Language::zh); }

bool allowed_after(const test::TemporaryFolder& folder, std::string_view from, std::string_view to) {
  std::string xml = rich();
  const std::size_t at = xml.find(from);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, from);
  test::write_file(folder.path() / "changed.xml", xml.replace(at, from.size(), to));
  return test::validate("batch.xsd", (folder.path() / "changed.xml").string()).valid;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(summary_schema)

BOOST_AUTO_TEST_CASE(summaries_are_valid) {
  const test::TemporaryFolder folder;
  test::write_file(folder.path() / "zh.xml", rich());
  test::write_file(folder.path() / "en.xml", summary_xml_of(test::rich_summary(), "1.2.3", Language::en));
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    test::write_file(folder.path() / (std::to_string(seed) + ".xml"),
                     summary_xml_of(test::random_summary(seed), "1.2.3", seed % 2 == 0 ? Language::zh : Language::en));
  }
  const test::Validation result = test::validate("batch.xsd", folder.path().string() + "/*.xml");
  BOOST_TEST(result.valid, result.output);
}

BOOST_AUTO_TEST_CASE(strict) {
  const test::TemporaryFolder folder;
  BOOST_TEST(allowed_after(folder, "state=\"late\"", "state=\"late\""));
  BOOST_TEST(!allowed_after(folder, "state=\"late\"", "state=\"tardy\""));
  BOOST_TEST(!allowed_after(folder, "<elements>met partial<", "<elements>met good<"));
  BOOST_TEST(!allowed_after(folder, " count=\"2\"", " count=\"0\""));
  BOOST_TEST(!allowed_after(folder, "<defect id=\"quality.enumeration\"", "<defect"));
  BOOST_TEST(!allowed_after(folder, " unit=\"1\"", " unit=\"9\""));
  BOOST_TEST(!allowed_after(folder, "<rank report=\"青石镇-2024\"", "<rank report=\"无\""));
  BOOST_TEST(!allowed_after(folder, " file=\"白河乡-2024\"", " file=\"青石镇-2024\""));
  BOOST_TEST(!allowed_after(folder, "<other report=\"白河乡二稿-2024\"", "<other report=\"无\""));
  BOOST_TEST(!allowed_after(folder, " other=\"青石镇-2024\"", " other=\"无\""));
  BOOST_TEST(!allowed_after(folder, "<element checklist=\"township\"", "<element checklist=\"county\""));
  BOOST_TEST(!allowed_after(folder, " share=\"62\"", " share=\"162\""));
  BOOST_TEST(!allowed_after(folder, " as-of=\"2025-03-06\"", ""));
  BOOST_TEST(!allowed_after(folder, "urn:fazhi:batch:1", "urn:fazhi:batch:2"));
  BOOST_TEST(!allowed_after(folder, "<unowned ", "<extra/><unowned "));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
