#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "audit/xml_reader.hpp"
#include "cli/run_program.hpp"

namespace fazhi {
namespace {

using test::Run;
using test::Workplace;

namespace fs = std::filesystem;

const fs::path kSame = fs::path(FAZHI_SOURCE_DIR) / "tests" / "documents" / "same";

/// Scans lose characters: so large a share of the statuses must be the text's.
constexpr double kScanShare = 0.95;

/// What has to be the same in every format.
struct Outcome {
  std::string unit;
  std::string year;
  std::map<std::string, std::string> statuses;
  std::multiset<std::string> defects;
  std::map<std::string, double> measures;
  std::int32_t awarded_hundredths = 0;
};

std::string line_of(const Outcome& outcome) {
  std::string out = outcome.unit + '|' + outcome.year + '|' + std::to_string(outcome.awarded_hundredths);
  for (const auto& [id, status] : outcome.statuses) out += '|' + id + '=' + status;
  for (const std::string& id : outcome.defects) out += '|' + id;
  for (const auto& [name, value] : outcome.measures) out += '|' + name + '=' + std::to_string(value);
  return out;
}

Outcome outcome_of(const fs::path& file, const std::vector<std::string>& options) {
  const Workplace place;
  std::vector<std::string> arguments{"check", "-f", "xml"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  arguments.push_back(file.string());
  const Run run = place.run(arguments);
  const Result<AuditRun> audits = read_audit_xml(run.output, file.string());
  BOOST_TEST_REQUIRE(audits.has_value(), file.filename().string() + ": " + run.errors);
  BOOST_TEST_REQUIRE(audits->audits.size() == 1U);
  const Audit& audit = audits->audits.front();
  BOOST_TEST_REQUIRE(!audit.error.has_value(), run.errors);
  Outcome outcome;
  outcome.unit = audit.identity.unit;
  if (audit.identity.year) outcome.year = std::to_string(*audit.identity.year);
  outcome.awarded_hundredths = audit.score.awarded_hundredths;
  for (const Finding& finding : audit.findings) {
    if (finding.kind == FindingKind::defect) {
      outcome.defects.insert(finding.id);
    } else {
      outcome.statuses[finding.id] = std::string(name_of(finding.status));
    }
    for (const Measure& measure : finding.measures) outcome.measures[finding.id + '/' + measure.name] = measure.value;
  }
  return outcome;
}

bool can_read(const std::string& extension) {
  const Workplace place;
  const Run run = place.run({"doctor", "--lang", "en"});
  const std::size_t at = run.output.find(extension);
  return at == std::string::npos || run.output.substr(at, run.output.find('\n', at) - at).ends_with("can be read");
}

/// The files of tests/documents/same that are the report `stem` in another format.
std::vector<fs::path> others_of(const std::string& stem) {
  std::vector<fs::path> out;
  for (const fs::directory_entry& entry : fs::directory_iterator(kSame)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(stem + '.') && name != stem + ".txt") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(formats)

BOOST_AUTO_TEST_CASE(a_report_has_the_same_findings_in_every_format) {
  std::set<std::string> formats;
  for (const fs::directory_entry& entry : fs::directory_iterator(kSame)) {
    if (entry.path().extension() != ".txt") continue;
    const std::string expected = line_of(outcome_of(entry.path(), {}));
    for (const fs::path& other : others_of(entry.path().stem().string())) {
      const std::string extension = other.extension().string();
      if (other.stem().extension() == ".scan") continue;
      if (!can_read(extension)) {
        BOOST_TEST_MESSAGE("skipped, this machine cannot read it: " << other.filename());
        continue;
      }
      formats.insert(extension);
      BOOST_TEST(line_of(outcome_of(other, {})) == expected, other.filename().string());
    }
  }
  for (const char* extension : {".docx", ".odt", ".ofd", ".html", ".mht", ".pdf"}) {
    BOOST_TEST(formats.contains(extension), extension);
  }
}

BOOST_AUTO_TEST_CASE(a_scan_has_nearly_the_same_findings) {
  if (!can_read("--ocr")) {
    BOOST_TEST_MESSAGE("skipped: this machine has no character recognition");
    return;
  }
  std::size_t scans = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(kSame)) {
    const fs::path stem = entry.path().stem();
    if (stem.extension() != ".scan") continue;
    ++scans;
    const Outcome expected = outcome_of(kSame / (stem.stem().string() + ".txt"), {});
    const Outcome got = outcome_of(entry.path(), {"--ocr"});
    std::size_t same = 0;
    for (const auto& [id, status] : expected.statuses) {
      const auto found = got.statuses.find(id);
      same += found != got.statuses.end() && found->second == status ? 1U : 0U;
    }
    BOOST_TEST(static_cast<double>(same) >= kScanShare * static_cast<double>(expected.statuses.size()),
               entry.path().filename().string() + ": " + std::to_string(same));
  }
  BOOST_TEST(scans > 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
