#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fazhi::bench {

struct CorpusOptions {
  std::uint64_t seed = 1;
  std::size_t size_bytes = 9'000;  ///< of each report in UTF-8, about; a report has 3 KB at least
  std::optional<int> year = std::nullopt;  ///< report year of all; without one, each has its own
};

struct MadeReport {
  std::string file_name;  ///< 00007_云岫县青石梁镇2024年.txt
  std::string text;       ///< UTF-8
};

/// Report `index` of a corpus: a township's annual report of made-up facts.
/// The same options and index give the same bytes on every machine.
[[nodiscard]] MadeReport make_report(std::size_t index, const CorpusOptions& options);

/// The first `count` reports, no two alike.
[[nodiscard]] std::vector<MadeReport> make_corpus(std::size_t count, const CorpusOptions& options);

}  // namespace fazhi::bench
