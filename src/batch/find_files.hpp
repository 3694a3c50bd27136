#pragma once

#include <string>
#include <vector>

#include "base/message.hpp"

namespace fazhi {

/// A file that the user named or that was found in a folder, not yet opened.
struct FoundFile {
  std::string path;             ///< as the system knows it; "-" for standard input
  bool is_named = false;        ///< by the user, not found in a folder
  std::vector<Message> errors;  ///< one where there is nothing to read, such as a folder without files
};

/// The files that `arguments` mean, folders looked through. `remarks` gains what
/// was not followed. Files and folders of `excluded` that are met in a folder are
/// passed over.
[[nodiscard]] std::vector<FoundFile> find_files(const std::vector<std::string>& arguments, std::vector<Message>& remarks,
                                                const std::vector<std::string>& excluded = {});

}  // namespace fazhi
