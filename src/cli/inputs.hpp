#pragma once

#include <string>
#include <vector>

#include "base/message.hpp"

namespace fazhi {

/// Something to audit, or why it can't be.
struct Input {
  std::string path;             ///< "-" for standard input
  std::vector<Message> error;   ///< one where it can't be read, else none
};

/// Files as named, folders searched through (reports in them, sorted by path;
/// hidden files and files that no office sends as a report are passed over).
/// A document of a kind that cannot be read yet, a missing path and a folder
/// without reports become inputs with an error.
[[nodiscard]] std::vector<Input> collect_inputs(const std::vector<std::string>& arguments);

}  // namespace fazhi
