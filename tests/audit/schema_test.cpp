#include <boost/test/unit_test.hpp>
#include <string>

#include "audit/golden.hpp"
#include "audit/sample_audits.hpp"
#include "audit/xml_writer.hpp"
#include "audit/xmllint.hpp"

namespace fazhi {
namespace {

std::string rich() { return xml_of(test::rich_run(), "1.2.3", Language::zh); }

bool allowed_after(const test::TemporaryFolder& folder, std::string_view from, std::string_view to) {
  std::string xml = rich();
  const std::size_t at = xml.find(from);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, from);
  test::write_file(folder.path() / "changed.xml", xml.replace(at, from.size(), to));
  return test::validate("audit.xsd", (folder.path() / "changed.xml").string()).valid;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(schema)

BOOST_AUTO_TEST_CASE(rich_run_is_valid) {
  const test::TemporaryFolder folder;
  test::write_file(folder.path() / "zh.xml", rich());
  test::write_file(folder.path() / "en.xml", xml_of(test::rich_run(), "1.2.3", Language::en));
  const test::Validation result = test::validate("audit.xsd", folder.path().string() + "/*.xml");
  BOOST_TEST(result.valid, result.output);
}

BOOST_AUTO_TEST_CASE(random_runs_are_valid) {
  const test::TemporaryFolder folder;
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    test::write_file(folder.path() / (std::to_string(seed) + ".xml"),
                     xml_of(test::random_run(seed), "1.2.3", seed % 2 == 0 ? Language::zh : Language::en));
  }
  const test::Validation result = test::validate("audit.xsd", folder.path().string() + "/*.xml");
  BOOST_TEST(result.valid, result.output);
}

BOOST_AUTO_TEST_CASE(strict) {
  const test::TemporaryFolder folder;
  BOOST_TEST(allowed_after(folder, "status=\"met\"", "status=\"met\""));
  BOOST_TEST(!allowed_after(folder, "status=\"met\"", "status=\"good\""));
  BOOST_TEST(!allowed_after(folder, "kind=\"element\"", "kind=\"rule\""));
  BOOST_TEST(!allowed_after(folder, "awarded=\"4.5\"", "awarded=\"4.50\""));
  BOOST_TEST(!allowed_after(folder, "awarded=\"4.5\"", "awarded=\"-4.5\""));
  BOOST_TEST(!allowed_after(folder, "level=\"township\"", "level=\"town\""));
  BOOST_TEST(!allowed_after(folder, "paragraph=\"12\"", "paragraph=\"0\""));
  BOOST_TEST(!allowed_after(folder, "role=\"plan\"", "role=\"\""));
  BOOST_TEST(!allowed_after(folder, "exact=\"true\"", "exact=\"1\""));
  BOOST_TEST(!allowed_after(folder, " sha256=\"0123", " sha256=\"0X23"));
  BOOST_TEST(!allowed_after(folder, "urn:fazhi:audit:1", "urn:fazhi:audit:2"));
  BOOST_TEST(!allowed_after(folder, "<identity ", "<extra/><identity "));
  BOOST_TEST(!allowed_after(folder, "<identity ", "<identity colour=\"red\" "));
  BOOST_TEST(!allowed_after(folder, " code=\"input.undecodable\"", ""));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
