#include <sys/wait.h>

#include <array>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <string>

#include "audit/golden.hpp"
#include "audit/sample_audits.hpp"
#include "audit/xml_writer.hpp"

namespace fazhi {
namespace {

struct Validation {
  bool valid = false;
  std::string output;
};

/// Runs xmllint on all of `pattern` at once.
Validation validate(const std::string& pattern) {
  const std::string command = "xmllint --noout --schema '" FAZHI_SOURCE_DIR "/schemas/audit.xsd' " + pattern + " 2>&1";
  Validation result;
  std::FILE* const pipe = popen(command.c_str(), "r");
  BOOST_REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer{};
  while (std::fgets(buffer.data(), static_cast<int>(buffer.size()), pipe) != nullptr) {
    const std::string line = buffer.data();
    if (!line.ends_with(" validates\n")) result.output += line;
  }
  const int status = pclose(pipe);
  BOOST_REQUIRE_MESSAGE(WIFEXITED(status) && WEXITSTATUS(status) != 127, "xmllint is needed for this test");
  result.valid = WEXITSTATUS(status) == 0;
  return result;
}

std::string rich() { return xml_of(test::rich_run(), "1.2.3", Language::zh); }

bool allowed_after(const test::TemporaryFolder& folder, std::string_view from, std::string_view to) {
  std::string xml = rich();
  const std::size_t at = xml.find(from);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, from);
  test::write_file(folder.path() / "changed.xml", xml.replace(at, from.size(), to));
  return validate((folder.path() / "changed.xml").string()).valid;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(schema)

BOOST_AUTO_TEST_CASE(rich_run_is_valid) {
  const test::TemporaryFolder folder;
  test::write_file(folder.path() / "zh.xml", rich());
  test::write_file(folder.path() / "en.xml", xml_of(test::rich_run(), "1.2.3", Language::en));
  const Validation result = validate(folder.path().string() + "/*.xml");
  BOOST_TEST(result.valid, result.output);
}

BOOST_AUTO_TEST_CASE(random_runs_are_valid) {
  const test::TemporaryFolder folder;
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    test::write_file(folder.path() / (std::to_string(seed) + ".xml"),
                     xml_of(test::random_run(seed), "1.2.3", seed % 2 == 0 ? Language::zh : Language::en));
  }
  const Validation result = validate(folder.path().string() + "/*.xml");
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
