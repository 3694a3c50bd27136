#include "../check_audit.hpp"
#include "../fuzz.hpp"
#include "../targets.hpp"
#include "audit/xml_writer.hpp"
#include "batch/report_text.hpp"
#include "batch/stored_text.hpp"
#include "document/file_kind.hpp"
#include "document/read.hpp"

namespace fazhi::fuzz {
namespace {

/// Whether it is read without a program of others.
bool is_read_here(FileKind kind) {
  return kind != FileKind::word_binary && kind != FileKind::word_xml && kind != FileKind::rtf && kind != FileKind::pdf;
}

std::string xml_of_report(const Document& document, Scratch& scratch) {
  return xml_of({{township().audit(document, scratch)}, {}}, "1", Language::zh);
}

void check_page(const Audit& audit, const Report& report) {
  const std::string page = report_page(audit, report_text_of(report, township().compiled()), Language::zh);
  require(is_utf8(page), "a page is UTF-8");
  std::size_t scripts = 0;
  for (std::size_t at = page.find("<script"); at != std::string::npos; at = page.find("<script", at + 1)) ++scripts;
  require(scripts <= 1, "no script but the page's own stands in it");
}

void check_stored(const Report& report) {
  const StoredText stored = stored_text_of(report, township().compiled());
  const std::string bytes = bytes_of(stored, "key");
  const auto read = stored_text_from(bytes, "key");
  require(read.has_value() && bytes_of(*read, "key") == bytes, "a stored text comes back");
  require(!stored_text_from(bytes, "other"), "a stored text is for one key");
}

}  // namespace

/// A whole report, from its bytes to everything that is written of it.
void audit(std::string_view bytes) {
  if (!is_read_here(sniff(bytes).kind)) return;
  for (const Result<Document>& each : read_documents(bytes, "x")) {
    if (!each) {
      // What an error quotes of the input is made harmless where it is written.
      Audit unread;
      unread.source = "x";
      unread.error = each.error();
      check_written(unread);
      continue;
    }
    check_document(*each);
    static Scratch used;
    Scratch fresh;
    require(xml_of_report(*each, used) == xml_of_report(*each, fresh), "an audit does not depend on what was read before");
    const Report report = township().read(*each, fresh);
    const Audit audit = township().judge(report);
    check_audit(audit, report.document);
    check_page(audit, report);
    check_stored(report);
  }
}

}  // namespace fazhi::fuzz
