#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "cli/run_program.hpp"

namespace fazhi::test {
namespace {

namespace fs = std::filesystem;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
  return text;
}

/// A folder of reports of units of their own.
void write_reports(const Workplace& place, const std::string& folder, int count) {
  for (int number = 0; number < count; ++number) {
    const std::string unit = "岚水县第" + std::to_string(number) + "庄镇";
    place.write(folder + "/" + std::to_string(number) + ".txt",
                replaced(number % 2 == 0 ? good_report() : poor_report(), "云溪镇", unit));
  }
}

/// Content by name of all that a batch wrote for the user.
std::map<std::string, std::string> outputs(const Workplace& place, const std::string& folder) {
  std::map<std::string, std::string> out;
  for (const std::string& name : place.files()) {
    if (name.starts_with(folder + "/") && name.find("/.fazhi/") == std::string::npos) {
      out.emplace(name.substr(folder.size() + 1), place.read(name));
    }
  }
  return out;
}

void check_same(const Workplace& place, const std::string& first, const std::string& second) {
  const auto one = outputs(place, first);
  const auto other = outputs(place, second);
  BOOST_TEST(one.size() == other.size());
  for (const auto& [name, bytes] : one) {
    BOOST_REQUIRE_MESSAGE(other.contains(name), name << " is in " << first << " alone");
    BOOST_TEST((other.at(name) == bytes), name << " differs");
  }
}

std::vector<std::string> batch(const std::string& output, std::vector<std::string> more = {}) {
  std::vector<std::string> out{"batch", "in", "-o", output, "--as-of", "2025-03-01"};
  out.insert(out.end(), more.begin(), more.end());
  return out;
}

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

BOOST_FIXTURE_TEST_SUITE(batch_command, Workplace)

BOOST_AUTO_TEST_CASE(threads_and_a_second_run_do_not_change_a_byte) {
  write_reports(*this, "in", 12);
  const Run one = run(batch("one", {"-j1"}));
  const Run four = run(batch("four", {"-j4"}));
  BOOST_TEST(one.exit_code == 1);
  BOOST_TEST(four.exit_code == 1);
  BOOST_TEST(outputs(*this, "one").contains("audits/岚水县第0庄镇.xml"));
  BOOST_TEST(outputs(*this, "one").contains("summary.xml"));
  check_same(*this, "one", "four");
  BOOST_TEST(says(one.output, "新审查12份"));
  const auto before = outputs(*this, "four");
  const Run again = run(batch("four", {"-j3"}));
  BOOST_TEST(says(again.output, "新审查0份，沿用以前结果12份"));
  BOOST_TEST((outputs(*this, "four") == before));
}

BOOST_AUTO_TEST_CASE(only_what_changed_is_judged_again) {
  write_reports(*this, "in", 4);
  (void)run(batch("out"));
  write("in/2.txt", replaced(poor_report(), "云溪镇", "岚水县第2庄镇"));
  const Run changed = run(batch("out"));
  BOOST_TEST(says(changed.output, "新审查1份，沿用以前结果3份"));
  (void)run(batch("fresh"));
  check_same(*this, "out", "fresh");
  BOOST_TEST(says(run(batch("out", {"--lang", "en"})).output, "4 judged, 0 unchanged"));
}

BOOST_AUTO_TEST_CASE(a_damaged_audit_is_made_anew) {
  write_reports(*this, "in", 3);
  (void)run(batch("out"));
  const auto before = outputs(*this, "out");
  write("out/audits/岚水县第1庄镇.xml", "<audit");
  BOOST_TEST(says(run(batch("out")).output, "新审查1份"));
  BOOST_TEST((outputs(*this, "out") == before));
}

BOOST_AUTO_TEST_CASE(reports_that_are_gone_leave_nothing) {
  write_reports(*this, "in", 3);
  (void)run(batch("out"));
  fs::remove(path() / "in/0.txt");
  (void)run(batch("out"));
  BOOST_TEST(!fs::exists(path() / "out/audits/岚水县第0庄镇.xml"));
  BOOST_TEST(!fs::exists(path() / "out/reports/岚水县第0庄镇.html"));
  (void)run(batch("fresh"));
  check_same(*this, "out", "fresh");
}

BOOST_AUTO_TEST_CASE(bad_inputs_stand_beside_good_ones) {
  write_reports(*this, "in", 2);
  write("in/broken.docx", "PK\x03\x04 no archive");
  write("in/empty.txt", "");
  const Run result = run(batch("out"));
  BOOST_TEST(result.exit_code == 3);
  BOOST_TEST(says(result.output, "新审查2份，沿用以前结果0份，无法读取2份"));
  BOOST_TEST(says(result.errors, "broken.docx"));
  BOOST_TEST(outputs(*this, "out").contains("audits/broken.xml"));
  BOOST_TEST(says(outputs(*this, "out").at("audits/empty.xml"), "code=\"input.empty\""));
}

BOOST_AUTO_TEST_CASE(an_output_folder_among_the_inputs_is_no_input) {
  write_reports(*this, "in", 2);
  (void)run(batch("in/out"));
  BOOST_TEST(says(run(batch("in/out")).output, "报告2份"));
}

BOOST_AUTO_TEST_CASE(a_wrong_call_touches_nothing) {
  write_reports(*this, "in", 2);
  write("foreign/letter.txt", "mine");
  BOOST_TEST(run(batch("foreign")).exit_code == 2);
  BOOST_TEST(outputs(*this, "foreign").size() == 1U);
  (void)run(batch("out"));
  const auto before = outputs(*this, "out");
  write("wrong.toml", "nothing = here");
  BOOST_TEST(run(batch("out", {"-c", "wrong.toml"})).exit_code == 2);
  BOOST_TEST((outputs(*this, "out") == before));
}

BOOST_AUTO_TEST_CASE(copies_are_a_defect_until_they_are_gone) {
  write_reports(*this, "in", 4);
  // Two reports that are the same but for the name: of 4 units 2 have each text.
  (void)run(batch("out"));
  const std::string name = "audits/岚水县第0庄镇.xml";
  BOOST_TEST(says(outputs(*this, "out").at(name), "id=\"quality.copied\""));
  const Run again = run(batch("out"));
  BOOST_TEST(says(again.output, "新审查0份"));
  fs::remove(path() / "in/2.txt");
  (void)run(batch("out"));
  BOOST_TEST(!says(outputs(*this, "out").at(name), "id=\"quality.copied\""));
}

BOOST_AUTO_TEST_CASE(copies_of_last_year_are_told) {
  write("in/a.txt", good_report());
  write("last/a.txt", replaced(good_report(), "2024", "2023"));
  write("last/broken.docx", "PK\x03\x04 no archive");
  const Run result = run(batch("out", {"--previous", "last"}));
  BOOST_TEST(says(outputs(*this, "out").at("audits/云溪镇.xml"), "id=\"quality.copied\"") );
  BOOST_TEST(says(result.errors, "last/broken.docx"));
  BOOST_TEST(says(result.output, "报告1份"));
}

/// Starts a batch and kills it when it has kept some reports.
void kill_in_the_middle(const Workplace& place, const std::string& output, int signal, std::size_t least) {
  std::vector<std::string> arguments{FAZHI_PROGRAM, "batch", "in", "-o", output, "--as-of", "2025-03-01", "-j2"};
  std::vector<char*> pointers;
  for (std::string& each : arguments) pointers.push_back(each.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addchdir_np(&actions, place.path().c_str());
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  BOOST_REQUIRE(posix_spawn(&child, FAZHI_PROGRAM, &actions, nullptr, pointers.data(), environ) == 0);
  posix_spawn_file_actions_destroy(&actions);
  const fs::path audits = place.path() / output / "audits";
  int status = 0;
  bool is_killed = false;
  while (::waitpid(child, &status, is_killed ? 0 : WNOHANG) == 0) {
    std::error_code error;
    const auto count = std::distance(fs::directory_iterator(audits, error), fs::directory_iterator());
    if (error || static_cast<std::size_t>(count) < least) {
      ::usleep(200);
      continue;
    }
    ::kill(child, signal);
    is_killed = true;
  }
}

BOOST_AUTO_TEST_CASE(a_killed_run_is_taken_up) {
  write_reports(*this, "in", 300);
  (void)run(batch("whole"));
  kill_in_the_middle(*this, "out", SIGKILL, 20);
  for (const auto& [name, bytes] : outputs(*this, "out")) {
    if (name.ends_with(".xml")) BOOST_TEST(bytes.ends_with("</audit>\n"), name << " is not whole");
  }
  const Run rest = run(batch("out"));
  BOOST_TEST(rest.exit_code == 1);
  BOOST_TEST(!says(rest.output, "沿用以前结果0份"));
  check_same(*this, "whole", "out");
}

BOOST_AUTO_TEST_CASE(an_interrupted_run_is_taken_up) {
  write_reports(*this, "in", 300);
  (void)run(batch("whole"));
  kill_in_the_middle(*this, "out", SIGINT, 20);
  (void)run(batch("out"));
  check_same(*this, "whole", "out");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace fazhi::test
