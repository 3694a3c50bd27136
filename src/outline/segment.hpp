#pragma once

#include <string_view>
#include <vector>

#include "outline/report.hpp"

namespace fazhi {

/// Cuts every paragraph of `normal` into sentences. Items, roles and sections
/// are left open.
[[nodiscard]] std::vector<Sentence> segment(const NormalText& normal);

/// Numbers the items of enumerations; a heading's ordinal makes no item.
void number_items(std::vector<Sentence>& sentences, const std::vector<Section>& sections);

/// The clauses of a sentence: what stands between ，：； and its ends, closing
/// marks included. Cuts inside （） and 《》 do not count. They stand behind what `out` holds.
void append_clauses(std::string_view normal_text, TextRange sentence, std::vector<TextRange>& out);

}  // namespace fazhi
