#include "document/read.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/limits.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kReport =
    "湟中区上五庄镇2024年度法治政府建设情况报告\r\n\r\n　　年内共排查矛盾纠纷118起，化解116起，化解率98%。\r\n";

/// A file that is gone with its object.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view bytes)
      : path_(std::filesystem::temp_directory_path() /
              ("fazhi-read-" + std::to_string(::getpid()) + '-' + std::to_string(++count_) + ".txt")) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { std::filesystem::remove(path_); }

  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  static inline int count_ = 0;
  std::filesystem::path path_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(reading)

BOOST_AUTO_TEST_CASE(a_document_tells_of_its_file) {
  const auto document = read_document(kReport, "上五庄.txt");
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(document->source == "上五庄.txt");
  BOOST_TEST(document->format == "txt");
  BOOST_TEST(document->size_bytes == kReport.size());
  BOOST_TEST(document->sha256.size() == 64U);
  BOOST_TEST((document->encoding == Encoding::utf8));
  BOOST_TEST(document->text.find('\r') == std::string::npos);
  BOOST_TEST_REQUIRE(document->paragraphs.size() == 2U);
  BOOST_TEST(document->paragraphs[1].range.of(document->text) == "年内共排查矛盾纠纷118起，化解116起，化解率98%。");
  BOOST_TEST(document->paragraphs[1].line == 3);
  BOOST_TEST(document->paragraphs[1].page == 0);
  BOOST_TEST(document->notes.empty());
}

BOOST_AUTO_TEST_CASE(what_is_hardly_chinese_is_refused) {
  const auto english = read_document("This is no report. 法治政府建设\n", "a.txt");
  BOOST_REQUIRE(!english.has_value());
  BOOST_TEST(code_of(english.error().id) == "input.not-chinese");
  std::string han;
  for (std::size_t each = 1; each < limits::kMinimumHanCharacters; ++each) han += "法";
  BOOST_TEST(!read_document(han, "a.txt").has_value());
  BOOST_TEST(read_document(han + "法", "a.txt").has_value());
}

BOOST_AUTO_TEST_CASE(errors_of_the_decoder_come_through) {
  const auto binary = read_document(std::string_view("\1\2\3\0\4", 5), "a.txt");
  BOOST_REQUIRE(!binary.has_value());
  BOOST_TEST(code_of(binary.error().id) == "input.binary");
}

BOOST_AUTO_TEST_CASE(bytes_of_a_file) {
  const TemporaryFile file(kReport);
  const auto bytes = read_bytes(file.path());
  BOOST_REQUIRE(bytes.has_value());
  BOOST_TEST(*bytes == kReport);
}

BOOST_AUTO_TEST_CASE(files_that_cannot_be_read) {
  const auto code = [](const std::string& path) { return code_of(read_bytes(path).error().id); };
  BOOST_TEST(code("/nonexistent/报告.txt") == "input.missing");
  BOOST_TEST(code(std::filesystem::temp_directory_path().string()) == "input.unreadable");
  const TemporaryFile empty("");
  BOOST_TEST(code(empty.path()) == "input.empty");
  BOOST_TEST(code(empty.path() + "/no-folder") == "input.missing");
}

BOOST_AUTO_TEST_CASE(pipes_are_not_waited_for_where_files_are_asked_for) {
  const TemporaryFile place("");
  const std::string pipe = place.path() + ".pipe";
  BOOST_REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const auto bytes = read_bytes(pipe, Readable::files);
  BOOST_REQUIRE(!bytes.has_value());
  BOOST_TEST(code_of(bytes.error().id) == "input.unreadable");
  BOOST_TEST(bytes.error().arguments[0] == pipe);
  BOOST_TEST(code_of(read_bytes("/dev/zero", Readable::files).error().id) == "input.unreadable");
  std::filesystem::remove(pipe);
}

BOOST_AUTO_TEST_CASE(files_beyond_the_limit) {
  const TemporaryFile at_limit(std::string(limits::kInputBytes, 'a'));
  BOOST_TEST(read_bytes(at_limit.path()).has_value());
  const TemporaryFile beyond(std::string(limits::kInputBytes + 1, 'a'));
  const auto bytes = read_bytes(beyond.path());
  BOOST_REQUIRE(!bytes.has_value());
  BOOST_TEST(code_of(bytes.error().id) == "input.too-large");
  BOOST_TEST(bytes.error().arguments[1] == "128.1 MB");
  BOOST_TEST(bytes.error().arguments[2] == "128 MB");
  // It has no size to be tested before it is read.
  const auto endless = read_bytes("/dev/zero");
  BOOST_REQUIRE(!endless.has_value());
  BOOST_TEST(code_of(endless.error().id) == "input.too-large");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
