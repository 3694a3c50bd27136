#include <signal.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

#include "cli/run_program.hpp"
#include "hostile/guarded_run.hpp"
#include "hostile/rows.hpp"

namespace fazhi::test {
namespace {

namespace fs = std::filesystem;

/// A program by the name of LibreOffice's that never ends, first of all in PATH.
class EndlessOffice {
 public:
  explicit EndlessOffice(const Workplace& place) : before_(std::getenv("PATH")) {
    const fs::path program = place.write("bin/soffice", "#!/bin/sh\necho > begun\nsleep 600\n");
    fs::permissions(program, fs::perms::owner_all);
    ::setenv("PATH", ((place.path() / "bin").string() + ':' + before_).c_str(), 1);
  }
  EndlessOffice(const EndlessOffice&) = delete;
  EndlessOffice& operator=(const EndlessOffice&) = delete;
  ~EndlessOffice() { ::setenv("PATH", before_.c_str(), 1); }

 private:
  std::string before_;
};

std::vector<fs::path> private_folders(const fs::path& parent) {
  std::vector<fs::path> out;
  for (const auto& each : fs::directory_iterator(parent)) {
    if (each.path().filename().string().starts_with("fazhi-")) out.push_back(each.path());
  }
  return out;
}

bool has_begun(const fs::path& parent) {
  for (int tries = 0; tries < 2'000; ++tries) {
    const std::vector<fs::path> folders = private_folders(parent);
    if (!folders.empty() && fs::exists(folders.front() / "begun")) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

void test_stopped_by(int signal, const std::vector<std::string>& arguments) {
  const Workplace place;
  const EndlessOffice office(place);
  place.write("夹/好.txt", good_report());
  place.write("夹/旧.rtf", "{\\rtf1 x}");
  place.write("结果.xml", "earlier");
  Running run(place.path(), arguments, {.wall_seconds = 60});
  BOOST_REQUIRE(has_begun(place.path()));
  ::kill(run.process(), signal);
  const GuardedResult result = run.wait();
  BOOST_TEST(!result.was_stopped);
  BOOST_TEST(result.exit_code == 130);
  BOOST_TEST(result.errors.find("soffice") == std::string::npos);
  BOOST_TEST(private_folders(place.path()).empty());
  BOOST_TEST(place.read("结果.xml") == "earlier");
  for (const std::string& name : place.files()) BOOST_TEST(!name.starts_with("结果.xml."), name);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(signals)

BOOST_AUTO_TEST_CASE(leave_no_private_folder_and_no_half_result) {
  const std::vector<std::string> check{"check", "-f", "xml", "-o", "结果.xml", "夹"};
  for (const int each : {SIGINT, SIGTERM, SIGHUP}) test_stopped_by(each, check);
  test_stopped_by(SIGINT, {"explain", "夹/旧.rtf"});
  test_stopped_by(SIGINT, {"verify", "夹/旧.rtf", "夹/好.txt"});
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi::test
