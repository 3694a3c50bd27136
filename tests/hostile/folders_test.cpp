#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <thread>

#include "cli/run_program.hpp"
#include "hostile/guarded_run.hpp"
#include "hostile/pack.hpp"
#include "hostile/rows.hpp"

namespace fazhi::test {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, std::string_view bytes) { std::ofstream(path, std::ios::binary) << bytes; }

HostileRow named(std::string what, std::string name, std::vector<std::string_view> outcomes = {kAudited}, int exit_code = 1) {
  return file_row(std::move(what), std::move(name), [] { return report_with(""); }, std::move(outcomes), exit_code);
}

std::vector<HostileRow> names() {
  return {
      named("a name with line breaks", "甲\n<error code=\"x\">\r乙.txt"),
      named("a name with escape sequences", "\x1B]0;x\x07\x1B[2J.txt"),
      named("a name with control characters of the second set", "\xC2\x9B" "2J.txt"),
      named("a name that hides its end", "甲\xE2\x80\xAEtxt.exe.txt"),
      named("a name of 255 bytes", std::string(251, 'a') + ".txt"),
      named("a name of 85 Chinese characters", repeated("法", 83) + ".txt"),
      named("a name that is no UTF-8", "\xFF\xFE\x80.txt"),
      named("a name that is half a character", "\xE6\xB3.txt"),
      named("a name in GB18030", encoded("报告", "GB18030") + ".txt"),
      named("a name that is an option", "--output=x.txt"),
      named("a name that a shell would run", "$(touch x);`touch y`|touch z.txt"),
      named("a name that is a formula", "=1+1.txt"),
      named("a name with a script", "<script>alert(1)<\\script>.txt"),
      named("a name with format specifiers", "%s%n{0}{1}.txt"),
      named("a name of nothing but spaces", "   .txt"),
      named("a name that Windows takes for a device", "con.txt"),
  };
}

/// A file of 200 GB that takes no room.
void write_sparse(const fs::path& path, std::string_view head) {
  write(path, head);
  fs::resize_file(path, std::uintmax_t{200} << 30);
}

void make_socket(const fs::path& path) {
  const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string name = path.string();
  BOOST_REQUIRE(name.size() < sizeof address.sun_path);
  name.copy(address.sun_path, name.size());
  (void)::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  ::close(descriptor);
}

std::vector<HostileRow> things() {
  const std::vector<std::string_view> nothing{kPassedOver};
  return {
      {"a folder that links to itself", [](const fs::path& at) { fs::create_directory_symlink(at, at / "环"); }, nothing, 0},
      {"a link to the root", [](const fs::path& at) { fs::create_directory_symlink("/", at / "根"); }, nothing, 0},
      {"links in a ring", [](const fs::path& at) { fs::create_symlink("乙.txt", at / "甲.txt"); fs::create_symlink("甲.txt", at / "乙.txt"); }, {"input.unreadable", "input.missing"}},
      {"a link that leads nowhere", [](const fs::path& at) { fs::create_symlink("/nonexistent/a.txt", at / "甲.txt"); }, {"input.missing"}},
      {"a link to a file of the system", [](const fs::path& at) { fs::create_symlink("/etc/passwd", at / "甲.txt"); }, {"input.not-chinese"}},
      {"a link to endless zeros", [](const fs::path& at) { fs::create_symlink("/dev/zero", at / "甲.txt"); }, nothing, 0},
      {"a link to the memory of the process", [](const fs::path& at) { fs::create_symlink("/proc/self/mem", at / "甲.txt"); }, {"input.unreadable", "input.empty"}},
      {"a pipe that nobody writes to", [](const fs::path& at) { BOOST_REQUIRE(::mkfifo((at / "甲.txt").c_str(), 0600) == 0); }, nothing, 0},
      {"a pipe by the name of a Word document in XML", [](const fs::path& at) { BOOST_REQUIRE(::mkfifo((at / "甲.xml").c_str(), 0600) == 0); }, nothing, 0},
      {"a socket", [](const fs::path& at) { make_socket(at / "甲.txt"); }, nothing, 0},
      {"a folder by the name of a document", [](const fs::path& at) { fs::create_directory(at / "甲.docx"); }, nothing, 0},
      {"folders three hundred deep", [](const fs::path& at) {
         fs::path deep = at;
         for (int level = 0; level < 300; ++level) deep /= "夹";
         fs::create_directories(deep);
         write(deep / "甲.txt", report_with(""));
       }, {kAudited}, 1},
      {"a file of 200 GB", [](const fs::path& at) { write_sparse(at / "甲.txt", ""); }, {"input.too-large"}},
      {"an archive of 200 GB", [](const fs::path& at) { write_sparse(at / "甲.zip", zip({{"报告.txt", report_with("")}})); },
       {kAudited}, 1},
      {"a tar of 200 GB", [](const fs::path& at) { write_sparse(at / "甲.tar", tar({{"报告.txt", report_with("")}})); }, {kAudited, "archive.damaged"}, 1},
  };
}

/// A folder with the good report and many others.
std::vector<fs::path> write_many(const Workplace& place, int count) {
  place.write("夹/好.txt", good_report());
  std::vector<fs::path> out;
  for (int number = 0; number < count; ++number) out.emplace_back(place.write("夹/某" + std::to_string(number) + ".txt", report_with("")));
  return out;
}

void test_good_was_audited(const GuardedResult& run) {
  BOOST_TEST(!run.was_stopped);
  BOOST_TEST((run.exit_code == 0 || run.exit_code == 1 || run.exit_code == 3), run.exit_code << " " << run.signal << run.errors);
  BOOST_TEST(run.output.find("<report source=\"夹/好.txt\"") != std::string::npos);
  BOOST_TEST(run.output.ends_with("</audit>\n"));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(folders)

BOOST_AUTO_TEST_CASE(with_names_that_deceive) { run_rows(names()); }
BOOST_AUTO_TEST_CASE(with_things_that_are_no_files) { run_rows(things()); }

BOOST_AUTO_TEST_CASE(with_a_device) {
  const Workplace place;
  place.write("夹/好.txt", good_report());
  const std::string device = (place.path() / "夹/甲.txt").string();
  if (::mknod(device.c_str(), S_IFCHR | 0666, makedev(1, 5)) != 0) {
    BOOST_TEST_MESSAGE("no device can be made here: skipped");
    return;
  }
  const GuardedResult run = guarded_run(place.path(), {"check", "-f", "xml", "夹"});
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(run.errors.find("1处链接、管道或设备") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(with_a_file_that_may_not_be_read) {
  const Workplace place;
  fs::permissions(place.path(), fs::perms::all);
  place.write("夹/好.txt", good_report());
  place.write("夹/密.txt", good_report());
  place.write("夹/内/密.txt", good_report());
  fs::permissions(place.path() / "夹/密.txt", fs::perms::none);
  fs::permissions(place.path() / "夹/内", fs::perms::none);
  const GuardedResult run = guarded_run(place.path(), {"check", "-f", "xml", "夹"}, {.as_nobody = true});
  BOOST_TEST(run.exit_code == 3);
  BOOST_TEST(run.output.find("source=\"夹/密.txt\" code=\"input.unreadable\"") != std::string::npos);
  BOOST_TEST(run.output.find("source=\"夹/内\" code=\"input.unreadable\"") != std::string::npos);
  BOOST_TEST(run.output.find("<report source=\"夹/好.txt\"") != std::string::npos);
  fs::permissions(place.path() / "夹/内", fs::perms::owner_all);
}

BOOST_AUTO_TEST_CASE(whose_files_change_while_they_are_read) {
  const Workplace place;
  const std::vector<fs::path> files = write_many(place, 100);
  std::atomic<bool> done = false;
  std::thread changer([&] {
    for (std::size_t turn = 0; !done; ++turn) write(files[turn % files.size()], turn % 3 == 0 ? "" : report_with(repeated("乱", turn % 9'000)));
  });
  const GuardedResult run = guarded_run(place.path(), {"check", "-f", "xml", "夹"});
  done = true;
  changer.join();
  test_good_was_audited(run);
}

BOOST_AUTO_TEST_CASE(whose_files_vanish_or_become_pipes_while_they_are_read) {
  const Workplace place;
  const std::vector<fs::path> files = write_many(place, 300);
  Running run(place.path(), {"check", "-f", "xml", "夹"}, {.wall_seconds = 60});
  for (std::size_t at = files.size(); at-- > 0;) {
    fs::remove(files[at]);
    if (at % 2 == 0) BOOST_REQUIRE(::mkfifo(files[at].c_str(), 0600) == 0);
  }
  test_good_was_audited(run.wait());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi::test
