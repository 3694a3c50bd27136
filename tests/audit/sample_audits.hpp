#pragma once

#include <cstdint>
#include <random>

#include "audit/audit.hpp"

namespace fazhi::test {

/// A run that has everything an audit can hold: all statuses, both severities,
/// all uses of evidence, an input that failed, a report with nothing judged.
[[nodiscard]] AuditRun rich_run();

/// Text of up to `most` code points with markup, quotes, control characters,
/// noncharacters, four-byte characters, bidirectional marks and broken UTF-8.
[[nodiscard]] std::string hostile_text(std::mt19937& random, std::size_t most);

/// A run that the schema allows, everything in it chosen at random.
[[nodiscard]] AuditRun random_run(std::uint32_t seed);

}  // namespace fazhi::test
