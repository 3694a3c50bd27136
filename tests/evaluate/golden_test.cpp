#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "audit/golden.hpp"
#include "audit/xml_writer.hpp"
#include "document/read.hpp"
#include "evaluate/sample.hpp"

namespace fazhi {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = FAZHI_SOURCE_DIR;

/// Paths from the source folder, so that golden files are the same on every
/// machine. The folder that a sample lies in has its checklist's name; the sample
/// county of reports/batch has its own test.
std::vector<std::string> report_paths() {
  std::vector<std::string> paths;
  for (const auto* folder : {"county", "department", "township"}) {
    for (const auto& entry : fs::directory_iterator(kSource / "reports" / folder)) {
      if (entry.path().extension() == ".txt") paths.push_back(fs::relative(entry.path(), kSource).generic_string());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// The golden file of a sample, from tests/golden.
std::string golden_of(const std::string& path) { return fs::path(path).replace_extension(".xml").generic_string(); }

Audit audit_of_file(const std::string& path, Scratch& scratch) {
  const Result<std::string> bytes = read_bytes((kSource / path).string());
  BOOST_REQUIRE(bytes.has_value());
  Result<Document> document = read_document(bytes.value(), path);
  BOOST_REQUIRE(document.has_value());
  return test::builtin(fs::path(path).parent_path().filename().string()).audit(std::move(document.value()), scratch);
}

/// Without the checksum of the checklist, which any change of a comment changes.
std::string xml_of_file(const std::string& path, Scratch& scratch) {
  AuditRun run;
  run.audits.push_back(audit_of_file(path, scratch));
  run.audits.front().checklist.sha256 = std::string(64, '0');
  return xml_of(run, "0", Language::zh);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(golden_reports)

BOOST_AUTO_TEST_CASE(audits_are_as_before) {
  Scratch scratch;
  const std::vector<std::string> paths = report_paths();
  BOOST_TEST(paths.size() >= 14U);
  for (const std::string& path : paths) {
    test::check_golden(golden_of(path), xml_of_file(path, scratch));
  }
}

BOOST_AUTO_TEST_CASE(golden_files_are_of_reports_that_are_there) {
  std::vector<std::string> known;
  for (const std::string& path : report_paths()) known.push_back(golden_of(path));
  const fs::path golden = kSource / "tests" / "golden";
  for (const auto& entry : fs::recursive_directory_iterator(golden / "reports")) {
    if (!entry.is_regular_file()) continue;
    const std::string name = fs::relative(entry.path(), golden).generic_string();
    BOOST_TEST((std::find(known.begin(), known.end(), name) != known.end()), name);
  }
}

BOOST_AUTO_TEST_CASE(written_twice_gives_the_same_bytes) {
  Scratch reused;
  for (const std::string& path : report_paths()) {
    Scratch fresh;
    BOOST_TEST((xml_of_file(path, reused) == xml_of_file(path, fresh)), path);
  }
}

BOOST_AUTO_TEST_CASE(audits_hold_to_the_schema) {
  const test::TemporaryFolder folder;
  Scratch scratch;
  int number = 0;
  for (const std::string& path : report_paths()) {
    test::write_file(folder.path() / (std::to_string(++number) + ".xml"), xml_of_file(path, scratch));
  }
  const std::string command =
      "xmllint --noout --schema '" FAZHI_SOURCE_DIR "/schemas/audit.xsd' " + folder.path().string() + "/*.xml 2>&1";
  std::FILE* const pipe = popen(command.c_str(), "r");
  BOOST_REQUIRE(pipe != nullptr);
  std::string problems;
  std::array<char, 4096> line{};
  while (std::fgets(line.data(), static_cast<int>(line.size()), pipe) != nullptr) {
    if (!std::string_view(line.data()).ends_with(" validates\n")) problems += line.data();
  }
  const int status = pclose(pipe);
  BOOST_TEST(WIFEXITED(status));
  BOOST_TEST(WEXITSTATUS(status) == 0, problems);
}

/// Each quote stands in the file where the evidence says.
BOOST_AUTO_TEST_CASE(quotes_stand_where_they_say) {
  Scratch scratch;
  std::size_t quotes = 0;
  for (const std::string& path : report_paths()) {
    const Result<Document> document = read_document(read_bytes((kSource / path).string()).value(), path);
    const Audit audit = audit_of_file(path, scratch);
    for (const Finding& finding : audit.findings) {
      for (const Evidence& each : finding.evidence) {
        BOOST_TEST_CONTEXT(path << ' ' << finding.id << ' ' << each.quote) {
          BOOST_TEST_REQUIRE(each.paragraph >= 1U);
          BOOST_TEST_REQUIRE(each.paragraph <= document->paragraphs.size());
          const std::string_view paragraph = document->paragraphs[each.paragraph - 1].range.of(document->text);
          BOOST_TEST(paragraph.find(each.quote) != std::string_view::npos);
          ++quotes;
        }
      }
    }
  }
  BOOST_TEST(quotes > 300U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
