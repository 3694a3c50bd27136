#pragma once

#include "audit/audit.hpp"
#include "evaluate/reading.hpp"

namespace fazhi {

/// The original range of a normal passage within `paragraph`, quotation marks at
/// its ends kept in pairs.
[[nodiscard]] TextRange original_passage(const Report& report, TextRange passage, std::uint32_t paragraph);

/// The heading that stands over `sentence`, as in the file; "" where none does.
[[nodiscard]] std::string heading_over(const Report& report, const Sentence& sentence);

/// Quotes the original text of `passage` (a range of the normal text within one
/// paragraph), with its place as the audit gives it.
[[nodiscard]] Evidence quote_passage(const Report& report, TextRange passage);

/// The passage widened to its sentence, or where that is long to the clauses
/// around it that fit `kLongestQuote`.
[[nodiscard]] TextRange widen_to_read(const Reading& reading, TextRange passage);

/// The longest quote that an element's evidence is widened to, in code points.
inline constexpr std::size_t kLongestQuote = 90;

}  // namespace fazhi
