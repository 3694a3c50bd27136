#pragma once

#include <cstdint>
#include <string_view>

#include "text/fold_rules.hpp"

/// The table of character folds that is generated at build time.
namespace fazhi {

/// Where the first character at or behind `begin` stands that does not stay as
/// it is whatever its neighbours are; `end` where there is none. Characters
/// beyond the Basic Multilingual Plane end a run.
[[nodiscard]] std::uint32_t plain_run_end(std::string_view text, std::uint32_t begin, std::uint32_t end);

struct Folded {
  FoldAction action = FoldAction::none;
  char32_t replacement = 0;  ///< the character itself where it stays; only with `none`
};

[[nodiscard]] Folded fold_of(char32_t value);

}  // namespace fazhi
