#pragma once

#include <string>
#include <string_view>

namespace fazhi {

/// A passage of a report as it stands between “ and ” in a sentence: its own
/// marks become ‘ and ’, line breaks and spaces at the line's ends go, as do the
/// comma, semicolon or full stop at its end, and beyond 60 characters it ends in
/// “……”.
[[nodiscard]] std::string inside_quotes(std::string_view passage);

/// `sentence` with the files that stand in （） named without their folders.
[[nodiscard]] std::string without_folders(std::string_view sentence);

/// The name of a file without its folders.
[[nodiscard]] std::string_view file_name_of(std::string_view path);

}  // namespace fazhi
