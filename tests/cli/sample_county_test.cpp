#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "audit/summary_reader.hpp"
#include "audit/xml_reader.hpp"
#include "checklist/toml_tree.hpp"
#include "cli/run_program.hpp"

namespace fazhi::test {
namespace {

namespace fs = std::filesystem;

const fs::path kCounty = fs::path(FAZHI_SOURCE_DIR) / "reports" / "batch";
const std::string kThisYear = (kCounty / "2024").string() + "/";
const std::string kLastYear = (kCounty / "2023").string() + "/";
constexpr std::string_view kCopied = "quality.copied";

using Words = std::vector<std::string>;

/// A table of sample_county.toml; what it lacks is "", false, 0 or empty.
class Expected {
 public:
  explicit Expected(const TomlNode& table) : table_(table) {}

  std::string text(std::string_view key) const { return found(key) ? found(key)->text : std::string(); }
  bool flag(std::string_view key) const { return found(key) != nullptr && found(key)->boolean; }
  int number(std::string_view key) const { return found(key) ? static_cast<int>(found(key)->integer) : 0; }
  Words texts(std::string_view key) const {
    Words out;
    for (const TomlNode& each : items(key)) out.push_back(each.text);
    return out;
  }
  std::vector<Expected> tables(std::string_view key) const {
    std::vector<Expected> out;
    for (const TomlNode& each : items(key)) out.emplace_back(each);
    return out;
  }

 private:
  const TomlNode* found(std::string_view key) const {
    const auto entry = std::find_if(table_.entries.begin(), table_.entries.end(), [&](const auto& each) { return each.key == key; });
    return entry == table_.entries.end() ? nullptr : &entry->value;
  }
  const std::vector<TomlNode>& items(std::string_view key) const {
    static const std::vector<TomlNode> none;
    return found(key) ? found(key)->items : none;
  }

  const TomlNode& table_;
};

TomlNode expectations() {
  const fs::path path = fs::path(FAZHI_SOURCE_DIR) / "tests" / "batch" / "sample_county.toml";
  std::ifstream in(path);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  auto parsed = parse_toml(SourceFile(path.string(), std::move(text), 0));
  BOOST_REQUIRE(std::holds_alternative<TomlNode>(parsed));
  return std::get<TomlNode>(std::move(parsed));
}

Words sorted(Words words) {
  std::sort(words.begin(), words.end());
  return words;
}

std::string joined(const Words& words) {
  std::string out;
  for (const std::string& each : words) out += (out.empty() ? "" : " ") + each;
  return out;
}

/// `words` without one of each of `others`.
Words without(Words words, const Words& others) {
  for (const std::string& each : others) {
    const auto at = std::find(words.begin(), words.end(), each);
    if (at != words.end()) words.erase(at);
  }
  return words;
}

/// The batch over the sample county, run once for all tests.
class County : public Workplace {
 public:
  County() {
    result = run({"batch", kThisYear, "-o", "out", "--roster", (kCounty / "units.csv").string(), "--previous", kLastYear,
                  "--deadline", "2025-03-01", "--as-of", "2025-04-10"});
    Result<BatchSummary> read = read_summary_xml(Workplace::read("out/summary.xml"), "summary.xml");
    BOOST_REQUIRE(read);
    summary = std::move(*read);
    for (std::size_t at = 0; at < summary.reports.size(); ++at) places.emplace(file_of(at), at);
  }

  std::string file_of(std::size_t report) const { return summary.reports[report].source.substr(kThisYear.size()); }

  const UnitRecord& unit(const std::string& name) const {
    const auto at = std::find_if(summary.units.begin(), summary.units.end(), [&](const auto& each) { return each.unit == name; });
    BOOST_REQUIRE_MESSAGE(at != summary.units.end(), name);
    return *at;
  }

  /// Whether this machine reads the report; what it does not read is told.
  bool reads(const std::string& file) const {
    const auto at = places.find(file);
    if (at == places.end() || !summary.reports[at->second].error) return true;
    BOOST_TEST_MESSAGE("skipped, this machine cannot read it: " << file);
    return false;
  }

  /// Ids of the defects of a report, an entry for each, but for copies.
  Words defects_of(std::size_t report) const {
    Result<AuditRun> run = read_audit_xml(Workplace::read("out/audits/" + summary.reports[report].file_stem + ".xml"), "audit");
    BOOST_REQUIRE(run);
    Words out;
    for (const Finding& each : run->audits.at(0).findings) {
      if (each.kind == FindingKind::defect) out.push_back(each.id);
    }
    return out;
  }

  const SimilarPair* pair(const std::string& file, const std::string& other) const {
    for (const SimilarPair& each : summary.similar) {
      const std::string first = file_of(each.report);
      const std::string second = each.other_source.substr(each.other_source.rfind('/') + 1);
      if ((first == file && second == other) || (first == other && second == file)) return &each;
    }
    return nullptr;
  }

  Run result;
  BatchSummary summary;
  std::unordered_map<std::string, std::size_t> places;
};

struct SampleCounty {
  static const County& batch() {
    static const County county;
    return county;
  }
  const County& county = batch();
  const TomlNode tree = expectations();
  const Expected expected{tree};
};

std::string published(const UnitRecord& unit) {
  if (unit.published_on.empty()) return "";
  return unit.published_in_time.value_or(false) ? "in-time" : "after";
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(sample_county, SampleCounty)

BOOST_AUTO_TEST_CASE(every_unit_stands_as_expected) {
  BOOST_TEST(county.summary.units.size() == expected.tables("unit").size());
  BOOST_TEST(county.summary.year.value_or(0) == expected.number("year"));
  for (const Expected& each : expected.tables("unit")) {
    const std::string name = each.text("name");
    const UnitRecord& unit = county.unit(name);
    const Words others = sorted(each.texts("other_files"));
    BOOST_TEST(published(unit) == each.text("published"), name);
    if (!county.reads(each.text("file"))) continue;
    BOOST_TEST(name_of(unit.state) == each.text("state"), name);
    BOOST_TEST((unit.report ? county.file_of(*unit.report) : "") == each.text("file"), name);
    BOOST_TEST(unit.duplicate == each.flag("duplicate"), name);
    Words other_files;
    for (const std::size_t other : unit.other_reports) other_files.push_back(county.file_of(other));
    BOOST_TEST(joined(sorted(other_files)) == joined(others), name);
    const bool is_absent = unit.state == Submission::absent;
    BOOST_TEST(unit.days_left.value_or(0) == (is_absent ? -40 : 0), name);
  }
}

BOOST_AUTO_TEST_CASE(what_no_unit_owes_is_told) {
  Words files;
  for (const std::size_t each : county.summary.unowned) files.push_back(county.file_of(each));
  BOOST_TEST(joined(sorted(files)) == joined(sorted(expected.texts("unowned"))));
}

BOOST_AUTO_TEST_CASE(planted_defects_are_found_and_no_others) {
  for (const Expected& each : expected.tables("unit")) {
    const UnitRecord& unit = county.unit(each.text("name"));
    if (!unit.report || !county.reads(each.text("file"))) continue;
    Words found = county.defects_of(*unit.report);
    std::erase(found, kCopied);
    const Words sought = without(each.texts("planted"), each.texts("not_found_yet"));
    BOOST_TEST(joined(sorted(found)) == joined(sorted(sought)),
               unit.unit << "; what is found by now has no place in not_found_yet");
  }
}

BOOST_AUTO_TEST_CASE(copies_are_found_and_no_others) {
  std::map<std::string, bool> is_copied;
  std::size_t pairs = 0;
  for (const Expected& each : expected.tables("copied")) {
    const bool is_last_year = !each.text("previous").empty();
    const std::string other = is_last_year ? each.text("previous") : each.text("other");
    if (!county.reads(each.text("file")) || !county.reads(other)) return;
    const SimilarPair* pair = county.pair(each.text("file"), other);
    BOOST_REQUIRE_MESSAGE(pair != nullptr, each.text("file"));
    ++pairs;
    BOOST_TEST(pair->other.has_value() == !is_last_year);
    const int share = county.file_of(pair->report) == each.text("file") ? pair->share_percent : pair->other_share_percent;
    BOOST_TEST(share >= each.number("share_at_least"), each.text("file"));
    BOOST_TEST(!pair->passages.empty());
    is_copied[each.text("file")] = true;
    // Which of two reports of a year is the copy, their texts don't tell.
    if (!is_last_year) is_copied[other] = true;
  }
  for (const Expected& each : expected.tables("versions")) {
    if (county.pair(each.text("file"), each.text("other")) != nullptr) ++pairs;
  }
  BOOST_TEST(county.summary.similar.size() == pairs);
  for (std::size_t report = 0; report < county.summary.reports.size(); ++report) {
    if (county.summary.reports[report].error) continue;
    const Words defects = county.defects_of(report);
    const bool is_marked = std::find(defects.begin(), defects.end(), kCopied) != defects.end();
    BOOST_TEST(is_marked == is_copied.contains(county.file_of(report)), county.file_of(report));
  }
}

BOOST_AUTO_TEST_CASE(last_years_reports_are_those_of_the_units) {
  Words named;
  for (const Expected& each : expected.tables("unit")) {
    if (const std::string file = each.text("previous"); !file.empty()) named.push_back(file);
  }
  Words there;
  for (const fs::directory_entry& each : fs::directory_iterator(kLastYear)) there.push_back(each.path().filename().string());
  BOOST_TEST(joined(sorted(named)) == joined(sorted(there)));
  for (const SimilarPair& each : county.summary.similar) {
    if (each.other) continue;
    const std::optional<std::size_t>& unit = county.summary.reports[each.report].unit;
    BOOST_REQUIRE(unit.has_value());
    const auto units = expected.tables("unit");
    const auto owner = std::find_if(units.begin(), units.end(), [&](const Expected& one) {
      return one.text("name") == county.summary.units[*unit].unit;
    });
    BOOST_REQUIRE((owner != units.end()));
    BOOST_TEST(kLastYear + owner->text("previous") == each.other_source);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi::test
