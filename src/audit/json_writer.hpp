#pragma once

#include <string>
#include <string_view>

#include "audit/audit.hpp"

namespace fazhi {

/// Writes audits as JSON Lines: one object a line, each whole in itself, in
/// the order of the calls, by appending to a string.
///
/// The content is that of the XML and the keys are its names, element and
/// attribute alike:
/// `{"tool","version","checklist":{…},"report":{"source",…,"finding":[…]}}`,
/// with `"error":{"source","code","message"}` in place of checklist and report
/// of an input that failed. What can be repeated is an array; the text of a quote
/// stands under "quote", of a basis under "text". Counts, points, years and
/// values are numbers, `passed` and `exact` truth values. What is unknown or
/// empty is left out, but `finding` never is.
///
/// Order of calls: begin, then add for each audit. `out` outlives the writer.
/// Quotes keep their control characters, escaped; bytes that are not UTF-8 are
/// written as U+FFFD.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  /// `version` is the program's. Appends nothing.
  void begin(std::string_view version, Language language);
  void add(const Audit& audit);

 private:
  std::string& out_;
  std::string head_;
  Language language_ = Language::zh;
};

}  // namespace fazhi
