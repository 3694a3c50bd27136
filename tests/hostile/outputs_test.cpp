#include <sys/mount.h>
#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <map>

#include "cli/run_program.hpp"
#include "hostile/guarded_run.hpp"
#include "hostile/rows.hpp"

namespace fazhi::test {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kBatch{"batch", "夹", "-o", "汇总", "--as-of", "2025-03-01"};

/// All that a batch left in its folder for people, by name.
std::map<std::string, std::string> outputs(const Workplace& place) {
  std::map<std::string, std::string> out;
  for (const std::string& name : place.files()) {
    if (name.starts_with("汇总/") && name.find("/.fazhi/") == std::string::npos) out.emplace(name, place.read(name));
  }
  return out;
}

/// A batch of the good report, and twenty others that came since.
void prepare(const Workplace& place) {
  fs::permissions(place.path(), fs::perms::all);
  place.write("夹/好.txt", good_report());
  BOOST_REQUIRE(place.run(kBatch).exit_code == 0);
  for (int number = 0; number < 20; ++number) {
    place.write("夹/" + std::to_string(number) + ".txt", report_with(repeated("组织干部学法十二次，内容各不相同。", 300)));
  }
}

void test_refused(const GuardedResult& run, std::string_view words) {
  BOOST_TEST(!run.was_stopped);
  BOOST_TEST(run.exit_code == 2);
  BOOST_TEST(run.errors.find(words) != std::string::npos, run.errors);
}

/// What was written before is as it was, and nothing else has half of its content.
void test_whole(const Workplace& place, const std::map<std::string, std::string>& before) {
  const auto after = outputs(place);
  for (const auto& [name, bytes] : before) BOOST_TEST((after.contains(name) && after.at(name) == bytes), name << " is whole");
  for (const auto& [name, bytes] : after) {
    if (name.ends_with(".xml")) BOOST_TEST(bytes.ends_with("</audit>\n") != bytes.ends_with("</batch>\n"), name);
    if (name.ends_with(".html")) BOOST_TEST(bytes.ends_with("</html>\n"), name);
  }
}

/// A tmpfs of so many kilobytes; gone at the end.
class SmallDisk {
 public:
  SmallDisk(fs::path path, int kilobytes) : path_(std::move(path)) {
    fs::create_directories(path_);
    const std::string size = "size=" + std::to_string(kilobytes) + "k";
    is_there_ = ::mount("tmpfs", path_.c_str(), "tmpfs", 0, size.c_str()) == 0;
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    if (is_there_) ::umount2(path_.c_str(), MNT_DETACH);
  }
  [[nodiscard]] bool is_there() const { return is_there_; }
  void grow(int kilobytes) const {
    const std::string size = "size=" + std::to_string(kilobytes) + "k";
    BOOST_REQUIRE(::mount("tmpfs", path_.c_str(), "tmpfs", MS_REMOUNT, size.c_str()) == 0);
  }

 private:
  fs::path path_;
  bool is_there_ = false;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(outputs_that_cannot_be_written)

BOOST_AUTO_TEST_CASE(a_batch_with_files_that_may_not_grow) {
  const Workplace place;
  prepare(place);
  const auto before = outputs(place);
  // Between the size of an audit and that of the summary's workbook.
  for (const std::size_t bytes : {std::size_t{1} << 10, std::size_t{20} << 10, std::size_t{40} << 10}) {
    test_refused(guarded_run(place.path(), kBatch, {.file_bytes = bytes}), "无法写入");
    test_whole(place, before);
  }
  BOOST_TEST(guarded_run(place.path(), kBatch).exit_code == 1);
}

BOOST_AUTO_TEST_CASE(a_batch_on_a_full_disk) {
  const Workplace place;
  const SmallDisk disk(place.path() / "汇总", 200);
  if (!disk.is_there()) {
    BOOST_TEST_MESSAGE("no file system can be mounted here: skipped");
    return;
  }
  prepare(place);
  const auto before = outputs(place);
  BOOST_REQUIRE(!before.empty());
  test_refused(guarded_run(place.path(), kBatch), "No space left");
  test_whole(place, before);
  // With more room the next run goes on.
  disk.grow(10'000);
  BOOST_TEST(guarded_run(place.path(), kBatch).exit_code == 1);
  BOOST_TEST(outputs(place).at("汇总/audits/云溪镇.xml") == before.at("汇总/audits/云溪镇.xml"));
}

BOOST_AUTO_TEST_CASE(a_file_of_results_that_may_not_grow) {
  const Workplace place;
  prepare(place);
  for (const char* format : {"xml", "jsonl", "html", "text"}) {
    place.write("结果", "earlier");
    test_refused(guarded_run(place.path(), {"check", "-d", "-f", format, "-o", "结果", "夹"}, {.file_bytes = 2000}), "无法写入");
    BOOST_TEST(place.read("结果") == "earlier");
  }
  for (const std::string& name : place.files()) BOOST_TEST(!name.starts_with("结果."), name);
}

BOOST_AUTO_TEST_CASE(a_device_that_is_full) {
  const Workplace place;
  place.write("夹/好.txt", good_report());
  test_refused(guarded_run(place.path(), {"check", "-o", "/dev/full", "夹"}), "No space left");
}

BOOST_AUTO_TEST_CASE(a_folder_where_the_file_should_be) {
  const Workplace place;
  place.write("夹/好.txt", good_report());
  place.write("结果/甲", "earlier");
  test_refused(guarded_run(place.path(), {"check", "-o", "结果", "夹"}), "结果");
  BOOST_TEST(place.read("结果/甲") == "earlier");
}

BOOST_AUTO_TEST_CASE(a_file_where_the_folder_should_be) {
  const Workplace place;
  place.write("夹/好.txt", good_report());
  place.write("汇总", "earlier");
  test_refused(guarded_run(place.path(), kBatch), "汇总");
  BOOST_TEST(place.read("汇总") == "earlier");
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there) {
  const Workplace place;
  place.write("夹/好.txt", good_report());
  test_refused(guarded_run(place.path(), {"check", "-o", "无/结果", "夹"}), "无/结果");
}

BOOST_AUTO_TEST_CASE(a_folder_without_permission) {
  const Workplace place;
  prepare(place);
  const auto before = outputs(place);
  // Root's files: whom the test runs the program as may only read them.
  if (::geteuid() != 0) {
    for (const auto& each : fs::recursive_directory_iterator(place.path() / "汇总")) {
      if (each.is_directory()) fs::permissions(each.path(), fs::perms::owner_read | fs::perms::owner_exec);
    }
    fs::permissions(place.path() / "汇总", fs::perms::owner_read | fs::perms::owner_exec);
  }
  test_refused(guarded_run(place.path(), kBatch, {.as_nobody = true}), "Permission denied");
  test_whole(place, before);
  test_refused(guarded_run(place.path(), {"check", "-f", "xml", "-o", "汇总/audits/云溪镇.xml", "夹"}, {.as_nobody = true}), "Permission denied");
  BOOST_TEST((outputs(place) == before));
  if (::geteuid() == 0) return;
  for (const char* each : {"汇总", "汇总/.fazhi", "汇总/audits", "汇总/reports", "汇总/.fazhi/new", "汇总/.fazhi/texts"}) {
    fs::permissions(place.path() / each, fs::perms::owner_all);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi::test
