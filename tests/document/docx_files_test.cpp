#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "document/docx_fixture.hpp"
#include "document/read.hpp"

namespace fazhi {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(FAZHI_SOURCE_DIR) / "tests/documents/docx";

std::vector<std::string> lines_of_file(const fs::path& path) {
  std::ifstream in(path);
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

Document read(const fs::path& path) {
  const Result<std::string> bytes = read_bytes(path.string());
  BOOST_REQUIRE(bytes.has_value());
  Result<Document> document = read_document(*bytes, path.filename().string());
  BOOST_REQUIRE(document.has_value());
  return std::move(*document);
}

std::vector<std::string> notes_of(const Document& document) {
  std::vector<std::string> out;
  for (const Message& each : document.notes) out.push_back(std::string(code_of(each.id)) + ' ' + each.arguments.at(1));
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(docx_files)

/// Each file has its paragraphs beside it, furniture behind "~".
BOOST_AUTO_TEST_CASE(files_of_word_processors) {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() != ".docx") continue;
    ++count;
    BOOST_TEST_CONTEXT(entry.path().filename().string()) {
      const Document document = read(entry.path());
      BOOST_TEST(document.format == "docx");
      const std::vector<std::string> expected = lines_of_file(fs::path(entry.path()).replace_extension(".txt"));
      BOOST_TEST(docx_fixture::texts_of(document) == expected, boost::test_tools::per_element());
    }
  }
  BOOST_TEST(count >= 2U);
}

BOOST_AUTO_TEST_CASE(headings_of_a_file_with_outline_numbers) {
  const Document document = read(kFolder / "numbered-headings.docx");
  std::vector<int> levels;
  for (const Paragraph& each : document.paragraphs) {
    if (each.heading_level > 0) levels.push_back(each.heading_level);
  }
  BOOST_TEST(levels == (std::vector<int>{1, 2, 2, 3, 3, 2, 1, 1, 2}), boost::test_tools::per_element());
  BOOST_TEST(document.paragraphs.front().centered);
}

BOOST_AUTO_TEST_CASE(what_was_left_out_of_a_file_is_told) {
  const std::vector<std::string> expected{"document.revisions-accepted 2", "document.hidden-left-out 1", "document.comments-left-out 1"};
  BOOST_TEST(notes_of(read(kFolder / "revised-report.docx")) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
