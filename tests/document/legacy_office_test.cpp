#include "document/office/legacy_office.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "base/limits.hpp"
#include "document/office/odt.hpp"
#include "document/read.hpp"
#include "process/child.hpp"
#include "process/private_folder.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kName = "numbered-lists-table-text-box-tracked-changes.";

std::string bytes_of(std::string_view format) {
  std::ifstream file(std::string(FAZHI_SOURCE_DIR "/tests/documents/") + std::string(format) + '/' +
                         std::string(kName) + std::string(format),
                     std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string own_text(const Document& document) {
  std::string out;
  for (const Paragraph& each : document.paragraphs) {
    if (!each.furniture) out += std::string(each.range.of(document.text)) + '\n';
  }
  return out;
}

bool office_is_missing() {
  if (find_program("soffice")) return false;
  BOOST_TEST_MESSAGE("skipped: LibreOffice is not installed");
  return true;
}

/// A PATH in which `soffice` is this shell script, and nothing else but the shell's own tools.
class StandIn {
 public:
  explicit StandIn(std::string_view script) : before_(std::getenv("PATH")) {
    const std::filesystem::path program = std::filesystem::path(folder_.path()) / "soffice";
    if (!script.empty()) {
      std::ofstream(program) << "#!/bin/sh\n" << script << '\n';
      std::filesystem::permissions(program, std::filesystem::perms::owner_all);
    }
    ::setenv("PATH", folder_.path().c_str(), 1);
  }
  StandIn(const StandIn&) = delete;
  StandIn& operator=(const StandIn&) = delete;
  ~StandIn() { ::setenv("PATH", before_.c_str(), 1); }

 private:
  PrivateFolder folder_;
  std::string before_;
};

std::string code_of_reading(std::string_view bytes, std::string_view source = "报告.doc") {
  const Result<Document> document = read_legacy_office(bytes, source, "DOC");
  return document ? std::string("read") : std::string(code_of(document.error().id));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(legacy_office)

BOOST_AUTO_TEST_CASE(the_text_is_that_of_the_same_report_as_odt) {
  if (office_is_missing()) return;
  const Result<Document> odt = read_odt(bytes_of("odt"), "报告.odt");
  BOOST_TEST_REQUIRE(odt.has_value());
  for (const std::string_view format : {"doc", "rtf"}) {
    BOOST_TEST_CONTEXT(format) {
      const Result<Document> document = read_document(bytes_of(format), "报告." + std::string(format));
      BOOST_TEST_REQUIRE(document.has_value());
      BOOST_TEST(own_text(*document) == own_text(*odt));
      BOOST_TEST(document->format == format);
    }
  }
}

BOOST_AUTO_TEST_CASE(wps_is_told_by_the_name_and_rtf_by_its_bytes) {
  if (office_is_missing()) return;
  const Result<Document> wps = read_document(bytes_of("doc"), "报告.WPS");
  BOOST_TEST_REQUIRE(wps.has_value());
  BOOST_TEST(wps->format == "wps");
  const Result<Document> rtf = read_document(bytes_of("rtf"), "报告.doc");
  BOOST_TEST_REQUIRE(rtf.has_value());
  BOOST_TEST(rtf->format == "rtf");
}

BOOST_AUTO_TEST_CASE(damaged_files_are_refused) {
  if (office_is_missing()) return;
  const std::string doc = bytes_of("doc");
  BOOST_TEST(code_of_reading(std::string_view(doc).substr(0, 600)) == "input.program-failed");
}

BOOST_AUTO_TEST_CASE(what_goes_wrong_with_the_program_is_told) {
  {
    const StandIn none("");
    const Result<Document> document = read_legacy_office("{\\rtf1}", "报告.rtf", "RTF");
    BOOST_TEST_REQUIRE(!document.has_value());
    BOOST_TEST((document.error() == Message{MessageId::input_needs_program,
                                            {"报告.rtf", "RTF", "LibreOffice", "libreoffice-writer-nogui"}}));
  }
  {
    const StandIn silent("exit 0");
    BOOST_TEST(code_of_reading("x") == "input.program-failed");
  }
  {
    const StandIn failing("echo first >&2; echo 'no good' >&2; exit 1");
    const Result<Document> document = read_legacy_office("x", "报告.doc", "DOC");
    BOOST_TEST_REQUIRE(!document.has_value());
    BOOST_TEST((document.error() == Message{MessageId::input_program_failed, {"报告.doc", "LibreOffice", "no good"}}));
  }
  {
    const StandIn killed("kill -KILL $$");
    BOOST_TEST(code_of_reading("x") == "input.program-failed");
  }
}

BOOST_AUTO_TEST_CASE(the_profile_forbids_macros_and_links) {
  // The stand-in may write nowhere but in its own folder, and tells what it looked for as its error.
  for (const std::string_view each :
       {R"("MacroSecurityLevel" oor:op="fuse"><value>3<)", R"("DisableMacrosExecution" oor:op="fuse"><value>true<)",
        R"("Link" oor:op="fuse"><value>2<)", R"("BlockUntrustedRefererLinks" oor:op="fuse"><value>true<)"}) {
    const StandIn seeker("while read -r line; do case \"$line\" in *'" + std::string(each) +
                         "'*) echo is there >&2; exit 1;; esac; done < profile/user/registrymodifications.xcu\n"
                         "echo is not there >&2; exit 1");
    const Result<Document> document = read_legacy_office("x", "报告.doc", "DOC");
    BOOST_TEST_REQUIRE(!document.has_value());
    BOOST_TEST((document.error() == Message{MessageId::input_program_failed, {"报告.doc", "LibreOffice", "is there"}}), each);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
