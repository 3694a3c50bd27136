#include "batch/run_batch.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "checklist/load.hpp"
#include "scratch_folder.hpp"

namespace fazhi {
namespace {

namespace fs = std::filesystem;
using test::bytes_of;

const Auditor& township() {
  static const Auditor auditor(*load_builtin_checklist("township").checklist);
  return auditor;
}

/// Holds every report against the checklist for townships.
class TownshipJudge : public ReportJudge {
 public:
  Result<Reading> read(Document document, Scratch& scratch) override {
    return Reading{&township(), township().read(std::move(document), scratch)};
  }
  Audit judge(const Reading& reading) override { return reading.auditor->judge(reading.report); }
  void recall(const Audit&) override {}
  const Auditor& first() const override { return township(); }
  const Auditor* find_by_id(std::string_view id) override { return id == township().reference().id ? &township() : nullptr; }
  std::string options_key() const override { return {}; }
};

/// The reports of townships of the project, one of them copied by another unit.
class Inbox {
 public:
  Inbox() {
    fs::copy(FAZHI_SOURCE_DIR "/reports/township", in());
    add_copy_of("白石梁镇");
  }

  /// The report of 青石梁镇 under another name.
  void add_copy_of(const std::string& unit) const {
    const std::string copied = "青石梁镇";
    std::string text = bytes_of(in() / "云岫县青石梁镇2024年度法治政府建设年度报告.txt");
    BOOST_REQUIRE(text.find(copied) != std::string::npos);
    for (std::size_t at = text.find(copied); at != std::string::npos; at = text.find(copied)) text.replace(at, copied.size(), unit);
    std::ofstream(in() / (unit + ".txt"), std::ios::binary) << text;
  }

  /// One file with the reports of two units.
  void add_two_in_one() const {
    const std::string both = bytes_of(in() / "云岫县青石梁镇2024年度法治政府建设年度报告.txt") + '\n' +
                             bytes_of(in() / "泊安县苇子淀镇2022年法治政府建设年度报告.txt");
    std::ofstream(in() / "两份.txt", std::ios::binary) << both;
  }

  Result<BatchResult> run(const BatchWatch& watch = {}) const {
    BatchOptions options;
    options.inputs = {in().string()};
    options.output = out().string();
    options.as_of = "2026-03-01";
    TownshipJudge judge;
    return run_batch(options, judge, watch);
  }

  fs::path in() const { return folder_ / "in"; }
  fs::path out() const { return folder_ / "out"; }

 private:
  test::ScratchFolder folder_;
};

void remove_files(const fs::path& folder) {
  for (const auto& each : fs::directory_iterator(folder)) fs::remove(each.path());
}

void cut_files(const fs::path& folder) {
  for (const auto& each : fs::directory_iterator(folder)) fs::resize_file(each.path(), each.file_size() / 2);
}

BOOST_AUTO_TEST_SUITE(batch_run)

BOOST_AUTO_TEST_CASE(a_folder_that_somebody_changes_meanwhile) {
  struct Case {
    BatchPhase phase;  ///< in which it changes
    const char* folder;
    void (*change)(const fs::path& folder);
  };
  constexpr Case kCases[] = {
      {BatchPhase::comparing, ".fazhi/texts", remove_files}, {BatchPhase::comparing, ".fazhi/texts", cut_files},
      {BatchPhase::comparing, "audits", remove_files},       {BatchPhase::pages, ".fazhi/texts", cut_files},
      {BatchPhase::pages, "audits", cut_files},              {BatchPhase::workbook, "audits", remove_files},
  };
  for (const Case& each : kCases) {
    BOOST_TEST_CONTEXT(static_cast<int>(each.phase) << ' ' << each.folder) {
      const Inbox inbox;
      BOOST_REQUIRE(inbox.run().has_value());
      const std::string before = bytes_of(inbox.out() / "summary.xml");
      BOOST_REQUIRE(!before.empty());
      inbox.add_copy_of("黑石梁镇");

      BatchWatch watch;
      bool is_changed = false;
      watch.on_step = [&](BatchPhase phase, std::size_t, std::size_t) {
        if (phase == each.phase && !is_changed) each.change(inbox.out() / each.folder);
        is_changed = is_changed || phase == each.phase;
      };
      const Result<BatchResult> disturbed = inbox.run(watch);
      BOOST_REQUIRE(is_changed);
      BOOST_REQUIRE(!disturbed.has_value());
      BOOST_TEST((disturbed.error().id == MessageId::batch_folder_changed));
      BOOST_TEST(disturbed.error().arguments.at(0).starts_with((inbox.out() / each.folder).string()));
      BOOST_TEST(bytes_of(inbox.out() / "summary.xml") == before);

      const Result<BatchResult> again = inbox.run();
      BOOST_REQUIRE(again.has_value());
      BOOST_TEST(again->copied == 3U);
      BOOST_TEST(bytes_of(inbox.out() / "summary.xml") != before);
    }
  }
}

BOOST_AUTO_TEST_CASE(files_with_several_reports_are_told) {
  const Inbox inbox;
  const auto told = [](const BatchResult& result) {
    std::string names;
    for (const Message& each : result.summary.notes) {
      if (each.id == MessageId::batch_several_reports) names += each.arguments.at(0) + ' ' + each.arguments.at(1);
    }
    return names;
  };
  const Result<BatchResult> without = inbox.run();
  BOOST_REQUIRE(without.has_value());
  BOOST_TEST(told(*without) == "");
  inbox.add_two_in_one();
  for (const char* run : {"audited", "kept from the run before"}) {
    const Result<BatchResult> with = inbox.run();
    BOOST_REQUIRE(with.has_value());
    BOOST_TEST(told(*with) == "1 " + (inbox.in() / "两份.txt").string(), run);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace fazhi
