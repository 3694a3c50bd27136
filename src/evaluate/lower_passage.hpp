#pragma once

#include <optional>
#include <string>

#include "base/status.hpp"
#include "evaluate/mutant_reading.hpp"

namespace fazhi {

/// A changed passage and the status that it gets.
struct Mutant {
  std::string text;  ///< in normal form
  Status status = Status::missing;
};

/// Applies a lowering mutation to every clause by which `text` meets the
/// element, and again to those that come to light when these are gone; a clause
/// that the mutation does not suit is deleted. Nothing where it suits none, or
/// where `text` does not meet the element.
[[nodiscard]] std::optional<Mutant> lower_passage(const MutantWorkshop& workshop, std::size_t element,
                                                  const std::string& text, int year, std::size_t mutation);

}  // namespace fazhi
