#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "checklist/checklist.hpp"
#include "match/required_literals.hpp"

namespace fazhi {

/// A loaded checklist with what is known of its expressions: what takes a program
/// that audits one report longer than the report.
struct PackedChecklist {
  Checklist checklist;
  KnownSets known_sets;  ///< of all expressions of its database
};

/// As bytes, for a program that is built together with `unpack` and for no other.
[[nodiscard]] std::string pack(PackedChecklist packed);
/// None where the bytes are not what `pack` gave.
[[nodiscard]] std::optional<PackedChecklist> unpack(std::string_view bytes);

}  // namespace fazhi
