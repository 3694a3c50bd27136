#include "batch/input_walk.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "batch/entry_name.hpp"
#include "batch/litter.hpp"

namespace fazhi {
namespace {

namespace fs = std::filesystem;

const std::string kArchives = FAZHI_SOURCE_DIR "/tests/documents/archives/";
const std::string kBad = FAZHI_SOURCE_DIR "/tests/documents/bad/";

/// A folder that is gone with its object.
class TemporaryFolder {
 public:
  TemporaryFolder() : path_((fs::temp_directory_path() / "fazhi-batch-XXXXXX").string()) {
    BOOST_REQUIRE(mkdtemp(path_.data()) != nullptr);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + '/' + name; }
  void write(const std::string& name, std::string_view bytes) const {
    fs::create_directories(fs::path(*this / name).parent_path());
    std::ofstream(*this / name, std::ios::binary) << bytes;
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

struct Walked {
  std::vector<std::string> sources;  ///< of inputs, "source!code" of errors; without the part that all have in common
  std::vector<std::string> remarks;
  std::size_t known = 0;
};

Walked walk(const std::string& argument, const ArchiveLimits& limits = {}) {
  InputWalk inputs({argument}, limits);
  Walked out;
  const std::string root = argument.substr(0, argument.rfind('/') + 1);
  while (const auto input = inputs.next()) {
    std::string name = input->source.starts_with(root) ? input->source.substr(root.size()) : input->source;
    if (!input->bytes) {
      name += '!' + std::string(code_of(input->bytes.error().id));
      BOOST_TEST(input->bytes.error().arguments.at(0) == input->source);
    }
    out.sources.push_back(name);
  }
  for (const Message& each : inputs.remarks()) out.remarks.emplace_back(code_of(each.id));
  out.known = inputs.known();
  BOOST_TEST(out.known == out.sources.size());
  return out;
}

void check(const std::string& archive, const std::vector<std::string>& expected, const ArchiveLimits& limits = {}) {
  BOOST_TEST_CONTEXT(archive) {
    const Walked walked = walk(archive, limits);
    BOOST_TEST(walked.sources == expected, boost::test_tools::per_element());
  }
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(names)

BOOST_AUTO_TEST_CASE(encodings_of_names) {
  BOOST_TEST(decoded_name("报告.docx") == "报告.docx");
  BOOST_TEST(decoded_name("\xB1\xA8\xB8\xE6.docx") == "报告.docx");
  BOOST_TEST(decoded_name("\xC3\xF6\xA9\xF3\xAA\x6B\xAA\x76.txt") == "關於法治.txt");
  BOOST_TEST(decoded_name("a\xFF.txt") == "a\uFFFD.txt");
}

BOOST_AUTO_TEST_CASE(paths_are_made_harmless) {
  BOOST_TEST(harmless_path("../../etc/passwd") == "etc/passwd");
  BOOST_TEST(harmless_path("/root//./a") == "root/a");
  BOOST_TEST(harmless_path("C:\\a\\..\\b.doc") == "a/b.doc");
  BOOST_TEST(harmless_path("/./C:D:\\a.doc") == "a.doc");
  BOOST_TEST(harmless_path("a\x1b[31m.txt") == "a\uFFFD[31m.txt");
  BOOST_TEST(harmless_path("a\u202Etxt.doc") == "a\uFFFDtxt.doc");
  BOOST_TEST(harmless_path("..") == "");
}

BOOST_AUTO_TEST_CASE(litter) {
  for (const char* each : {"__MACOSX/a.docx", "a/.DS_Store", "._报告.docx", "~$报告.docx", ".~lock.报告.odt#", "Thumbs.db", "a/Desktop.ini",
                           "b.TMP", "网页_files/a.png", "网页.files/frame.htm", ".git/a.txt"}) {
    BOOST_TEST(is_litter(each), each);
  }
  for (const char* each : {"报告.docx", "a/b.pdf", "网页_files/附.docx", "_files/a.png", "a~$b.doc"}) BOOST_TEST(!is_litter(each), each);
  BOOST_TEST(is_technical("a.CSV"));
  BOOST_TEST(!is_technical("a.docx"));
  BOOST_TEST(is_named_volume("a.z01"));
  BOOST_TEST(is_named_volume("a.7z.002"));
  BOOST_TEST(!is_named_volume("a.zip"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(archives)

BOOST_AUTO_TEST_CASE(names_in_archives) {
  const auto towns = [](const std::string& archive) {
    return std::vector<std::string>{archive + "/年度报告/松岭镇.txt", archive + "/年度报告/柳河乡.txt", archive + "/年度报告/石桥镇.txt"};
  };
  check(kArchives + "gbk.zip", towns("gbk.zip"));
  check(kArchives + "gbk-backslash.zip", towns("gbk-backslash.zip"));
  check(kArchives + "big5.zip", {"big5.zip/年度報告/關於法治建設.txt"});
  check(kArchives + "unicode-path.zip", {"unicode-path.zip/年度报告/松岭镇.txt"});
  check(kArchives + "rar4.rar", {"rar4.rar/年度报告/松岭镇.txt"});
  check(kArchives + "松岭镇.txt.gz", {"松岭镇.txt.gz/松岭镇.txt"});
  check(kArchives + "hostile-names.zip", {"hostile-names.zip/etc/passwd.txt", "hostile-names.zip/root/a.txt", "hostile-names.zip/b.txt",
                                          "hostile-names.zip/x\uFFFD[31m\uFFFDtxt.doc.txt"});
  check(kArchives + "duplicate-names.zip", {"duplicate-names.zip/报告.txt", "duplicate-names.zip/报告 (2).txt"});
}

BOOST_AUTO_TEST_CASE(every_format) {
  for (const char* name : {"utf8.zip", "solid.7z", "rar5.rar", "rar5-solid.rar"}) {
    Walked walked = walk(kArchives + name);
    std::sort(walked.sources.begin(), walked.sources.end());
    const std::string root = std::string(name) + "/年度报告/";
    const std::vector<std::string> expected{root + "子夹/河湾乡.txt", root + "松岭镇.txt", root + "柳河乡.txt", root + "石桥镇.txt"};
    BOOST_TEST(walked.sources == expected, boost::test_tools::per_element());
  }
  for (const char* name : {"gbk.tar", "gbk.tar.gz", "gbk.tar.bz2", "gbk.tar.xz", "gbk.tar.zst"}) {
    const Walked walked = walk(kArchives + name);
    BOOST_TEST(walked.sources.size() == 3U);
    BOOST_TEST(walked.sources.at(1) == std::string(name) + "/柳河乡.txt");
    // A symbolic and a hard link, said once.
    BOOST_TEST(walked.remarks == std::vector<std::string>{"input.special"}, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(content_of_entries) {
  for (const char* name : {"gbk.zip", "utf8.zip", "solid.7z", "rar5.rar", "rar5-solid.rar", "rar4.rar", "gbk.tar.xz"}) {
    InputWalk inputs({kArchives + name});
    while (const auto input = inputs.next()) {
      BOOST_REQUIRE(input->bytes.has_value());
      BOOST_TEST(input->bytes->starts_with("云岭县"));
      BOOST_TEST(input->bytes->ends_with("如下。\n"));
    }
  }
}

BOOST_AUTO_TEST_CASE(stored_pdfs_do_not_make_an_archive_one_of_them) {
  check(kArchives + "stored-pdfs.zip", {"stored-pdfs.zip/a.pdf", "stored-pdfs.zip/b.pdf"});
}

BOOST_AUTO_TEST_CASE(archives_in_archives) {
  check(kArchives + "nested.zip", {"nested.zip/甲县.zip/乙镇.zip/报告.txt", "nested.zip/甲县.zip/报告.txt", "nested.zip/报告.txt"});
  ArchiveLimits limits;
  limits.depth = 2;
  check(kArchives + "nested.zip",
        {"nested.zip/甲县.zip/乙镇.zip!archive.nested-too-deep", "nested.zip/甲县.zip/报告.txt", "nested.zip/报告.txt"}, limits);
}

BOOST_AUTO_TEST_CASE(litter_in_archives) {
  check(kArchives + "litter.zip", {"litter.zip/网页_files/附.txt", "litter.zip/报告.txt"});
  check(kArchives + "only-litter.zip", {"only-litter.zip!archive.no-reports"});
  check(kArchives + "empty.zip", {"empty.zip!archive.no-reports"});
}

BOOST_AUTO_TEST_CASE(passwords) {
  check(kBad + "有密码.zip", {"有密码.zip/报告.txt!archive.encrypted"});
  check(kBad + "有密码.7z", {"有密码.7z/报告.txt!archive.encrypted"});
  check(kBad + "有密码（连文件名）.7z", {"有密码（连文件名）.7z!archive.encrypted"});
  check(kBad + "有密码.rar", {"有密码.rar/报告.txt!archive.encrypted"});
  check(kBad + "有密码（连文件名）.rar", {"有密码（连文件名）.rar!archive.encrypted"});
  check(kArchives + "rar4-password.rar", {"rar4-password.rar/松岭镇.txt!archive.encrypted"});
}

BOOST_AUTO_TEST_CASE(damage) {
  check(kArchives + "one-bad-checksum.zip",
        {"one-bad-checksum.zip/甲.txt", "one-bad-checksum.zip/乙.txt!archive.entry-damaged", "one-bad-checksum.zip/丙.txt"});
  check(kArchives + "cut-short.zip", {"cut-short.zip/甲.txt", "cut-short.zip!archive.damaged"});
  check(kBad + "截断.zip", {"截断.zip!archive.damaged"});
  check(kBad + "截断.7z", {"截断.7z!archive.damaged"});
}

BOOST_AUTO_TEST_CASE(nothing_is_lost_in_silence_where_an_archive_is_cut) {
  for (const char* name : {"rar5.rar", "rar4.rar", "solid.7z", "gbk.tar.gz", "gbk.zip"}) {
    const std::string whole = bytes_of(kArchives + name);
    const std::size_t count = walk(kArchives + name).sources.size();
    const TemporaryFolder folder;
    for (std::size_t size = 1; size < whole.size(); size += 7) {
      folder.write(name, std::string_view(whole).substr(0, size));
      InputWalk inputs({folder / name});
      std::size_t good = 0;
      bool failed = false;
      while (const auto input = inputs.next()) {
        good += input->bytes ? 1U : 0U;
        failed = failed || !input->bytes;
      }
      // Too little of it to tell what it is: the reader of text refuses it.
      BOOST_TEST((failed || good == count || size < 10), name << " cut at " << size);
    }
  }
}

BOOST_AUTO_TEST_CASE(volumes) {
  check(kArchives + "rar4-volume.part1.rar", {"rar4-volume.part1.rar!archive.multi-volume"});
  check(kArchives + "rar5-volume.part2.rar", {"rar5-volume.part2.rar!archive.multi-volume"});
}

BOOST_AUTO_TEST_CASE(a_bomb) { check(kBad + "炸弹.zip", {"炸弹.zip/里层.zip/0.txt", "炸弹.zip/里层.zip/1.txt", "炸弹.zip!archive.unpacks-too-large"}); }

BOOST_AUTO_TEST_CASE(limits_crossed) {
  ArchiveLimits limits;
  limits.entries = 2;
  check(kArchives + "gbk.zip",
        {"gbk.zip/年度报告/松岭镇.txt", "gbk.zip/年度报告/柳河乡.txt", "gbk.zip!archive.too-many-entries"}, limits);
  limits = {};
  limits.unpacked_bytes = 400;
  check(kArchives + "gbk.zip",
        {"gbk.zip/年度报告/松岭镇.txt", "gbk.zip/年度报告/柳河乡.txt", "gbk.zip!archive.unpacks-too-large"}, limits);
  limits = {};
  limits.ratio = 1;
  limits.ratio_floor_bytes = 1'000;
  check(kArchives + "rar5-solid.rar", {"rar5-solid.rar/年度报告/松岭镇.txt", "rar5-solid.rar/年度报告/柳河乡.txt",
                                       "rar5-solid.rar/年度报告/子夹/河湾乡.txt", "rar5-solid.rar/年度报告/石桥镇.txt"}, limits);
  limits.ratio_floor_bytes = 600;
  limits.unpacked_bytes = 700;
  check(kArchives + "solid.7z", {"solid.7z/年度报告/子夹/河湾乡.txt", "solid.7z/年度报告/松岭镇.txt", "solid.7z/年度报告/柳河乡.txt",
                                 "solid.7z!archive.unpacks-too-large"}, limits);
}

BOOST_AUTO_TEST_CASE(an_entry_and_a_file_beyond_the_limit) {
  const TemporaryFolder folder;
  folder.write("大.txt", std::string(5'000, 'a'));
  ArchiveLimits limits;
  limits.entry_bytes = 1'000;
  check(folder / "大.txt", {"大.txt!input.too-large"}, limits);
  limits.entry_bytes = 100;
  // Archives that are too large for memory are read from the disk.
  check(kArchives + "nested.zip", {"nested.zip/甲县.zip!input.too-large", "nested.zip/报告.txt!input.too-large"}, limits);
  limits.entry_bytes = 200;
  for (const char* name : {"gbk.zip", "gbk.tar.xz", "rar5-solid.rar", "solid.7z"}) {
    const Walked walked = walk(kArchives + name, limits);
    BOOST_TEST(walked.sources.size() >= 3U);
    for (const std::string& each : walked.sources) BOOST_TEST(each.find('!') == std::string::npos, each);
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(folders)

BOOST_AUTO_TEST_CASE(every_file_but_litter_sorted_by_path) {
  const TemporaryFolder folder;
  for (const char* name : {"c.txt", "a.docx", "b/z.pdf", "b.xlsx", "无扩展名", "d.csv", "e.xml", "f.py", ".g.txt", "~$a.docx", "网页_files/h.css"}) {
    folder.write(std::string("夹/") + name, "x");
  }
  folder.write("夹/w.xml", "<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"x\">");
  fs::create_directories(folder / "夹/空夹");
  check(folder / "夹", {"夹/a.docx", "夹/b.xlsx", "夹/b/z.pdf", "夹/c.txt", "夹/w.xml", "夹/无扩展名"});
}

BOOST_AUTO_TEST_CASE(a_folder_without_files) {
  const TemporaryFolder folder;
  folder.write("夹/a.csv", "x");
  check(folder / "夹", {"夹!input.no-reports"});
}

BOOST_AUTO_TEST_CASE(an_archive_in_a_folder) {
  const TemporaryFolder folder;
  folder.write("夹/b.zip", bytes_of(kArchives + "duplicate-names.zip"));
  folder.write("夹/a.txt", "x");
  folder.write("夹/c.txt", "x");
  check(folder / "夹", {"夹/a.txt", "夹/b.zip/报告.txt", "夹/b.zip/报告 (2).txt", "夹/c.txt"});
}

BOOST_AUTO_TEST_CASE(links) {
  const TemporaryFolder folder;
  folder.write("夹/a.txt", "x");
  fs::create_directory_symlink(folder / "夹", folder / "夹/loop");
  fs::create_symlink(folder / "夹/a.txt", folder / "夹/b.txt");
  fs::create_symlink(folder / "nowhere", folder / "夹/c.txt");
  BOOST_REQUIRE(::mkfifo((folder / "夹/d.txt").c_str(), 0600) == 0);
  BOOST_REQUIRE(::mkfifo((folder / "夹/e.xml").c_str(), 0600) == 0);
  const Walked walked = walk(folder / "夹");
  const std::vector<std::string> expected{"夹/a.txt", "夹/b.txt", "夹/c.txt!input.missing"};
  BOOST_TEST(walked.sources == expected, boost::test_tools::per_element());
  BOOST_TEST(walked.remarks == std::vector<std::string>{"input.special"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_file_that_vanishes) {
  const TemporaryFolder folder;
  folder.write("夹/a.txt", "x");
  folder.write("夹/b.txt", "x");
  InputWalk inputs({folder / "夹"});
  fs::remove(folder / "夹/b.txt");
  BOOST_TEST(inputs.next()->bytes.has_value());
  BOOST_TEST(code_of(inputs.next()->bytes.error().id) == "input.missing");
  BOOST_TEST(!inputs.next().has_value());
}

BOOST_AUTO_TEST_CASE(an_unreadable_folder) {
  const TemporaryFolder folder;
  folder.write("夹/a.txt", "x");
  folder.write("夹/b/c.txt", "x");
  fs::permissions(folder / "夹/b", fs::perms::none);
  const bool is_locked = ::access((folder / "夹/b").c_str(), R_OK) != 0;
  if (is_locked) {
    check(folder / "夹", {"夹/a.txt", "夹/b!input.unreadable"});
  } else {
    BOOST_TEST_MESSAGE("skipped: this user may read every folder");
  }
  fs::permissions(folder / "夹/b", fs::perms::owner_all);
}

BOOST_AUTO_TEST_CASE(names_on_disk_in_gbk) {
  const TemporaryFolder folder;
  folder.write("夹/\xB1\xA8\xB8\xE6.txt", "x");
  check(folder / "夹", {"夹/报告.txt"});
}

BOOST_AUTO_TEST_CASE(technical_files_that_are_named) {
  const TemporaryFolder folder;
  folder.write("a.csv", "甲,乙\n");
  folder.write("w.xml", "<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"x\">");
  check(folder / "a.csv", {"a.csv!input.other-kind"});
  check(folder / "w.xml", {"w.xml"});
  check(folder / "无.txt", {"无.txt!input.missing"});
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
