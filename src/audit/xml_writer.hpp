#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/audit.hpp"

namespace fazhi {

/// The namespace of everything that XmlWriter writes.
inline constexpr std::string_view kAuditNamespace = "urn:fazhi:audit:1";

/// Writes audits as XML (schemas/audit.xsd) by appending to a string: no tree
/// is built, and the caller may take away and clear what has been appended at
/// any time, so that thousands of reports are written as they come.
///
/// Order of calls: begin, add for each audit, end. `out` outlives the writer.
/// The same calls give the same bytes: UTF-8, indented by two spaces. A
/// checklist is described before the first report that was held against it.
///
/// Quotes are written as they are in the file, white space and line breaks
/// included. A character that XML 1.0 cannot hold (a control character, a
/// noncharacter, a byte that is not UTF-8) is written as U+FFFD, and only in
/// the attribute or the quote that holds it. Sentences are written in one
/// language; points as decimals ("4.5"). What is unknown or empty is left out,
/// the whole score too where nothing was judged.
class XmlWriter {
 public:
  explicit XmlWriter(std::string& out) : out_(out) {}

  /// `version` is the program's.
  void begin(std::string_view version, Language language);
  void add(const Audit& audit);
  /// `asked_for` are described now unless they were before.
  void end(const std::vector<ChecklistReference>& asked_for = {});

 private:
  void describe(const ChecklistReference& checklist);

  std::string& out_;
  std::vector<std::string> described_;  ///< ids
  Language language_ = Language::zh;
};

/// Appends what XmlWriter::add would: one report, or the error of an input
/// that failed (its source, code and sentence alone). For threads that write
/// their own reports, to be joined in order between begin and end.
void append_report_xml(std::string& out, const Audit& audit, Language language);

/// A whole run. `version` is the program's.
[[nodiscard]] std::string xml_of(const AuditRun& run, std::string_view version, Language language);

}  // namespace fazhi
