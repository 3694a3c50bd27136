#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "audit/summary_writer.hpp"
#include "audit/xml_writer.hpp"
#include "rectify/read_audits.hpp"
#include "rectify/sample.hpp"

namespace fazhi {
namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "fazhi-rectify-XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string write(const std::string& name, const std::string& bytes) const {
    const fs::path path = path_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }
  [[nodiscard]] std::string at(const std::string& name) const { return (path_ / name).string(); }

  /// What reading `inputs` gave.
  AuditsRead read(const std::vector<std::string>& inputs) {
    AuditTaker taker;
    taker.audit = [this](const Audit& audit, const std::optional<RosterEntry>& entry) {
      units.push_back(entry ? entry->unit + "/" + entry->contact : audit.error ? "!" + audit.source : audit.identity.unit);
    };
    taker.absent = [this](const std::string& unit) { absent.push_back(unit); };
    taker.note = [this](Message note) { notes.push_back(std::move(note)); };
    return read_audits(inputs, taker);
  }

  std::vector<std::string> units;
  std::vector<std::string> absent;
  std::vector<Message> notes;

 private:
  fs::path path_;
};

using Words = std::vector<std::string>;

std::string xml(std::vector<Audit> audits) {
  AuditRun run;
  run.audits = std::move(audits);
  return xml_of(run, "1.0.0", Language::zh);
}

Audit broken(const std::string& source) {
  Audit audit;
  audit.source = source;
  audit.error = Message{MessageId::input_empty, {source}};
  return audit;
}

ReportRecord record(const Audit& audit, const std::string& stem) {
  ReportRecord out;
  out.source = audit.source;
  out.file_stem = stem;
  out.sha256 = audit.sha256;
  out.checklist = audit.checklist.id;
  out.identity = audit.identity;
  return out;
}

UnitRecord unit(const std::string& name, Submission state, std::optional<std::size_t> report) {
  UnitRecord out;
  out.unit = name;
  out.state = state;
  out.report = report;
  return out;
}

/// A batch of two units that sent a report, one twice, and three that did not.
BatchSummary write_batch(const Folder& folder) {
  const Audit first = test::audit_of("青石镇", "in/初稿.txt");
  const Audit second = test::audit_of("青石镇", "in/定稿.txt");
  const Audit other = test::audit_of("白河乡", "in/白河乡.txt");
  BatchSummary summary;
  summary.title = "汇总";
  summary.as_of = "2025-04-10";
  summary.has_roster = true;
  summary.checklists = {first.checklist};
  summary.reports = {record(first, "初稿"), record(second, "定稿"), record(other, "白河乡")};
  summary.units = {unit("云岫县白河乡", Submission::submitted, 2), unit("云岫县东岭镇", Submission::absent, std::nullopt),
                   unit("云岫县青石镇", Submission::late, 1), unit("云岫县石桥镇", Submission::wrong_year, std::nullopt),
                   unit("云岫县柳林镇", Submission::unreadable, std::nullopt)};
  summary.units[0].contact = "张三";
  summary.units[2].other_reports = {0};
  folder.write("out/audits/初稿.xml", xml({first}));
  folder.write("out/audits/定稿.xml", xml({second}));
  folder.write("out/audits/白河乡.xml", xml({other}));
  folder.write("out/summary.xml", summary_xml_of(summary, "1.0.0", Language::zh));
  return summary;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reading_audits, Folder)

BOOST_AUTO_TEST_CASE(a_file_with_several_reports) {
  const std::string path = write("a.xml", xml({test::audit_of("青石镇", "a.txt"), broken("b.txt"), test::audit_of("白河乡", "c.txt")}));
  const AuditsRead result = read({path});
  BOOST_TEST(result.errors.empty());
  BOOST_TEST(result.audits == 2U);
  BOOST_TEST(units == (Words{"青石镇", "!b.txt", "白河乡"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_batch_gives_the_counting_reports_in_the_rosters_order) {
  write_batch(*this);
  for (const std::string& input : {at("out"), at("out/summary.xml")}) {
    units.clear();
    absent.clear();
    notes.clear();
    const AuditsRead result = read({input});
    BOOST_TEST(result.errors.empty());
    BOOST_TEST(units == (Words{"云岫县白河乡/张三", "云岫县青石镇/"}), boost::test_tools::per_element());
    BOOST_TEST(absent == (Words{"云岫县东岭镇", "云岫县石桥镇", "云岫县柳林镇"}), boost::test_tools::per_element());
    BOOST_REQUIRE(notes.size() == 2U);
    BOOST_TEST((notes[0].id == MessageId::list_wrong_year));
    BOOST_TEST((notes[1].id == MessageId::list_unreadable));
  }
}

BOOST_AUTO_TEST_CASE(what_nobody_owes_is_a_note) {
  BatchSummary summary = write_batch(*this);
  summary.unowned = {0};
  write("out/summary.xml", summary_xml_of(summary, "1.0.0", Language::zh));
  static_cast<void>(read({at("out")}));
  BOOST_TEST((notes.back().id == MessageId::list_unowned));
  BOOST_TEST(notes.back().arguments[1] == "初稿.txt");
}

BOOST_AUTO_TEST_CASE(a_batch_that_does_not_fit_together) {
  BatchSummary summary = write_batch(*this);
  write("out/audits/定稿.xml", xml({test::audit_of("青石镇", "in/别的.txt")}));
  AuditsRead result = read({at("out")});
  BOOST_REQUIRE(result.errors.size() == 1U);
  BOOST_TEST((result.errors[0].id == MessageId::rectify_other_run));
  BOOST_TEST(result.audits == 1U);
  fs::remove(at("out/audits/定稿.xml"));
  result = read({at("out")});
  BOOST_REQUIRE(result.errors.size() == 1U);
  BOOST_TEST((result.errors[0].id == MessageId::input_missing));
}

BOOST_AUTO_TEST_CASE(no_file_outside_of_the_batch_is_read) {
  BatchSummary summary = write_batch(*this);
  write("secret.xml", xml({test::audit_of("青石镇", "in/定稿.txt")}));
  summary.reports[1].file_stem = "../../secret";
  write("out/summary.xml", summary_xml_of(summary, "1.0.0", Language::zh));
  const AuditsRead result = read({at("out")});
  BOOST_REQUIRE(result.errors.size() == 1U);
  BOOST_TEST((result.errors[0].id == MessageId::rectify_other_run));
  BOOST_TEST(units.size() == 1U);
}

BOOST_AUTO_TEST_CASE(any_folder_with_audits) {
  write("in/b.xml", xml({test::audit_of("白河乡", "b.txt")}));
  write("in/a.xml", xml({test::audit_of("青石镇", "a.txt")}));
  write("in/more/c.xml", xml({test::audit_of("石桥镇", "c.txt")}));
  write("in/list.xml", "<rectification xmlns=\"urn:fazhi:rectification:1\"/>");
  write("in/readme.txt", "报告");
  const AuditsRead result = read({at("in")});
  BOOST_TEST(result.errors.empty());
  BOOST_TEST(units == (Words{"青石镇", "白河乡", "石桥镇"}), boost::test_tools::per_element());
  BOOST_REQUIRE(notes.size() == 1U);
  BOOST_TEST((notes[0].id == MessageId::list_other_xml));
}

BOOST_AUTO_TEST_CASE(what_is_no_audit_is_named_and_the_others_go_on) {
  const std::string report = write("报告.txt", "青石镇2024年法治政府建设年度报告");
  const std::string cut = write("cut.xml", xml({test::audit_of("青石镇", "a.txt")}).substr(0, 200));
  const std::string list = write("list.xml", "<rectification xmlns=\"urn:fazhi:rectification:1\"/>");
  fs::create_directories(at("empty"));
  const std::string good = write("good.xml", xml({test::audit_of("白河乡", "b.txt")}));
  const AuditsRead result = read({report, cut, list, at("empty"), at("nowhere"), good});
  std::vector<MessageId> ids;
  for (const Message& each : result.errors) ids.push_back(each.id);
  const std::vector<MessageId> wanted{MessageId::rectify_no_audit, MessageId::audit_xml_malformed, MessageId::audit_xml_foreign,
                                      MessageId::rectify_folder_without_audits, MessageId::input_missing};
  BOOST_TEST((ids == wanted));
  BOOST_TEST(units == Words{"白河乡"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
