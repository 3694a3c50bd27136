#pragma once

#include "match/database.hpp"
#include "outline/outline_rules.hpp"
#include "outline/report.hpp"

namespace fazhi {

/// Reads a document as a report: normal form, sentences, one scan for all the
/// patterns of `database`, then sections, roles and identity. Always succeeds;
/// a text without any structure gives sentences in one role.
[[nodiscard]] Report outline(Document document, const OutlineRules& rules, const Database& database, Scratch& scratch);

}  // namespace fazhi
