#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <string>

#include "cli/run_program.hpp"

namespace fazhi {
namespace {

using test::Run;
using test::Workplace;

/// PATH changed for as long as the object lives.
class SearchPath {
 public:
  explicit SearchPath(const std::string& path) : before_(std::getenv("PATH")) { ::setenv("PATH", path.c_str(), 1); }
  ~SearchPath() { ::setenv("PATH", before_.c_str(), 1); }
  SearchPath(const SearchPath&) = delete;
  SearchPath& operator=(const SearchPath&) = delete;

 private:
  std::string before_;
};

bool holds(const std::string& text, const std::string& what) { return text.find(what) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_SUITE(doctor)

BOOST_AUTO_TEST_CASE(without_programs_it_says_what_to_install) {
  const Workplace place;
  const SearchPath nothing(place.path().string());
  const Run run = place.run({"doctor"});
  BOOST_TEST(run.exit_code == 1);
  BOOST_TEST(holds(run.output, "✓ Word文档（.docx .docm .dotx）：可以读取"));
  BOOST_TEST(holds(run.output, "✗ 旧版Word、WPS、RTF文档（.doc .wps .rtf）：读不了，缺少LibreOffice"));
  for (const char* package : {"libreoffice-writer-nogui", "poppler-utils", "tesseract-ocr", "tesseract-ocr-chi-sim"}) {
    BOOST_TEST(holds(run.output.substr(run.output.rfind("apt install")), package), package);
  }
}

BOOST_AUTO_TEST_CASE(a_file_that_needs_a_program_names_it) {
  const Workplace place;
  const std::string pdf = std::string(FAZHI_SOURCE_DIR) + "/tests/documents/same/农业农村局.pdf";
  const std::string doc = std::string(FAZHI_SOURCE_DIR) + "/tests/documents/same/农业农村局.doc";
  place.write("a.txt", test::good_report());
  const SearchPath nothing(place.path().string());
  const Run run = place.run({"check", pdf, doc, "a.txt"});
  BOOST_TEST(run.exit_code == 3);
  BOOST_TEST(holds(run.errors, "sudo apt install poppler-utils"));
  BOOST_TEST(holds(run.errors, "sudo apt install libreoffice-writer-nogui"));
  BOOST_TEST(holds(run.output, "未能审查2份"));
}

BOOST_AUTO_TEST_CASE(what_can_be_read_does_not_fail) {
  const Workplace place;
  const Run run = place.run({"doctor", "--lang", "en"});
  BOOST_TEST(run.exit_code == (holds(run.output, "✗") ? 1 : 0));
  BOOST_TEST(holds(run.output, run.exit_code == 0 ? "Every format can be read." : "sudo apt install"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
