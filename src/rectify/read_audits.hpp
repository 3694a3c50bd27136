#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "audit/audit.hpp"
#include "rectify/make_list.hpp"

namespace fazhi {

/// Where what is read of audits goes.
struct AuditTaker {
  /// An audit, with its unit where a batch names it.
  std::function<void(const Audit& audit, const std::optional<RosterEntry>& entry)> audit;
  /// A unit of a batch of which no report counts.
  std::function<void(const std::string& unit)> absent = [](const std::string&) {};
  /// What a person has to know of what was read.
  std::function<void(Message note)> note = [](const Message&) {};
};

/// What came of reading.
struct AuditsRead {
  std::size_t audits = 0;
  std::vector<Message> errors;  ///< of inputs that could not be read; the others were
};

/// Reads the audits that `inputs` name, one file in memory at a time:
/// - a file that `fazhi check -f xml` wrote, with one report or several;
/// - a folder that `fazhi batch` wrote, or its summary.xml: of each unit the report
///   that counts, in the roster's order, under the roster's name and contact. Units
///   without one are `absent`. Reports that no unit owes, what makes a unit
///   doubtful, and what came in vain are notes;
/// - any other folder: the audits in it and below it, by path. XML of another kind
///   is passed over, with a note.
///
/// Fails of an input with what `read_bytes` and `read_audit_xml` say;
/// `rectify.no-audit` for a file that is no XML, `rectify.folder-without-audits`,
/// `rectify.other-run` where an audit is not that of the batch's report.
[[nodiscard]] AuditsRead read_audits(const std::vector<std::string>& inputs, const AuditTaker& taker);

}  // namespace fazhi
