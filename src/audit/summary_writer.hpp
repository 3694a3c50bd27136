#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "audit/batch_summary.hpp"

namespace fazhi {

/// The namespace of what write_summary_xml writes.
inline constexpr std::string_view kBatchNamespace = "urn:fazhi:batch:1";

/// Takes the next bytes of a file; what it fails with ends the writing.
using ByteSink = std::function<std::optional<Message>(std::string_view bytes)>;

/// Writes a summary as XML (schemas/batch.xsd), in pieces of some 64 KB. The
/// same summary gives the same bytes; characters, points and what is left out
/// are as XmlWriter has them. Reports are named by `file_stem` and units by
/// their place in the roster, from 1.
///
/// Precondition: file stems are unique and not empty, indices are in range.
/// `version` is the program's.
[[nodiscard]] std::optional<Message> write_summary_xml(const BatchSummary& summary, std::string_view version,
                                                       Language language, const ByteSink& sink);

/// The same in one piece.
[[nodiscard]] std::string summary_xml_of(const BatchSummary& summary, std::string_view version, Language language);

}  // namespace fazhi
