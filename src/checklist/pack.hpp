#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "checklist/checklist.hpp"

namespace fazhi {

/// A loaded checklist as bytes, for a program that is built together with `unpack` and
/// for no other: reading its files takes a program that audits one report longer than
/// the report.
[[nodiscard]] std::string pack(Checklist checklist);
/// None where the bytes are not what `pack` gave.
[[nodiscard]] std::optional<Checklist> unpack(std::string_view bytes);

}  // namespace fazhi
