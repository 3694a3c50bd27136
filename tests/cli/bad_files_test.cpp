#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "cli/run_program.hpp"

namespace fazhi {
namespace {

namespace fs = std::filesystem;

using test::Run;
using test::Workplace;

/// A file of tests/documents/bad, or the entry of one, with the codes that may be
/// said of it: several where it depends on the programs that are installed.
struct Bad {
  std::string_view source;
  std::vector<std::string_view> codes;
};

const std::vector<Bad>& bad_files() {
  static const std::vector<Bad> kFiles{
      {"截断.docx", {"input.damaged"}},
      {"其实是照片.docx", {"input.image"}},
      {"有密码.docx", {"input.encrypted"}},
      {"有密码.doc", {"input.encrypted"}},
      {"有密码.odt", {"input.encrypted"}},
      {"有密码.pdf", {"input.encrypted", "input.needs-program"}},
      {"有密码.zip/报告.txt", {"archive.encrypted"}},
      {"有密码.7z/报告.txt", {"archive.encrypted"}},
      {"有密码（连文件名）.7z", {"archive.encrypted"}},
      {"有密码.rar/报告.txt", {"archive.encrypted"}},
      {"有密码（连文件名）.rar", {"archive.encrypted"}},
      {"截断.pdf", {"input.damaged", "input.program-failed", "input.needs-program"}},
      {"扫描件.pdf", {"input.scanned", "input.needs-program"}},
      {"报表.xlsx", {"input.spreadsheet"}},
      {"汇报.pptx", {"input.presentation"}},
      {"扫描件.png", {"input.image"}},
      {"照片.jpg", {"input.image"}},
      {"程序.exe", {"input.other-kind"}},
      {"空.docx", {"input.empty"}},
      {"全零.docx", {"input.damaged"}},
      {"全零.txt", {"input.binary"}},
      {"英文.txt", {"input.not-chinese"}},
      {"没有文字.html", {"input.without-text", "input.not-chinese"}},
      {"截断.zip", {"archive.damaged"}},
      {"截断.7z", {"archive.damaged"}},
      {"炸弹.zip", {"archive.unpacks-too-large"}},
      {"损坏.ofd", {"input.damaged"}},
      {"损坏.doc", {"input.damaged", "input.program-failed", "input.needs-program", "input.without-text", "input.not-chinese"}},
      {"损坏.mht", {"input.damaged", "input.without-text", "input.not-chinese"}},
      {"损坏.rtf", {"input.damaged", "input.program-failed", "input.needs-program", "input.without-text", "input.not-chinese"}},
  };
  return kFiles;
}

/// The code that the XML has for `source`, "" where it has no error of it.
std::string code_in(const std::string& xml, const std::string& source) {
  const std::string head = "<error source=\"" + source + "\" code=\"";
  const std::size_t at = xml.find(head);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + head.size();
  return xml.substr(begin, xml.find('"', begin) - begin);
}

void copy_bad_files(const Workplace& place) {
  fs::copy(FAZHI_SOURCE_DIR "/tests/documents/bad", place.path() / "夹");
  place.write("夹/好.txt", test::good_report());
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bad_files_in_a_folder)

BOOST_AUTO_TEST_CASE(one_good_file_is_audited_and_each_bad_one_explained) {
  const Workplace place;
  copy_bad_files(place);
  const Run xml = place.run({"check", "-f", "xml", "夹"});
  BOOST_TEST(xml.exit_code == 3);
  BOOST_TEST(xml.output.find("<report source=\"夹/好.txt\"") != std::string::npos);
  for (const Bad& each : bad_files()) {
    const std::string code = code_in(xml.output, "夹/" + std::string(each.source));
    BOOST_TEST((std::find(each.codes.begin(), each.codes.end(), code) != each.codes.end()), each.source << ": " << code);
  }
  // The bomb gives two files of zeros before it is stopped.
  BOOST_TEST(count(xml.output, "<error ") == bad_files().size() + 2);
  BOOST_TEST(count(xml.output, "<report ") == 1U);
}

BOOST_AUTO_TEST_CASE(every_message_names_the_file_in_both_languages) {
  const Workplace place;
  copy_bad_files(place);
  for (const char* language : {"zh", "en"}) {
    const Run run = place.run({"check", "--lang", language, "夹"});
    BOOST_TEST(run.exit_code == 3);
    for (const Bad& each : bad_files()) {
      BOOST_TEST(run.errors.find("“夹/" + std::string(each.source) + "”") != std::string::npos, language << ": " << each.source);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
