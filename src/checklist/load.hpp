#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"
#include "checklist/checklist.hpp"

namespace fazhi {

/// Something to say about a place in a checklist's file.
struct Diagnostic {
  enum class Kind { error, warning };
  Kind kind = Kind::error;
  std::string file;
  int line = 0;             ///< from 1; 0: the file as a whole
  int column = 0;           ///< code points, from 1
  int length = 1;           ///< code points to underline
  std::string source_line;  ///< the line, as in the file
  Message message;          ///< its code is the diagnostic's
  std::optional<Message> hint;
};

struct LoadedChecklist {
  std::optional<Checklist> checklist;  ///< set where no diagnostic is an error
  std::vector<Diagnostic> diagnostics;
};

/// Loads the checklist in the file at `path` with all that it includes. An
/// include is looked up beside the including file, then among the built-in files.
[[nodiscard]] LoadedChecklist load_checklist(const std::string& path);

/// Loads the built-in checklist `id` ("township").
[[nodiscard]] LoadedChecklist load_builtin_checklist(std::string_view id);

/// Loads from text, as if it stood in the file `path`.
[[nodiscard]] LoadedChecklist load_checklist_text(std::string_view toml, const std::string& path);

/// Stands before the path of a built-in file where files are named to the user.
inline constexpr std::string_view kBuiltinPrefix = "builtin:";

struct BuiltinFile {
  std::string_view path;  ///< "township.toml", "language/cues.toml"
  std::string_view content;
};
/// All *.toml and *.toml.in under rules/, embedded at build time; the latter are templates.
[[nodiscard]] const std::vector<BuiltinFile>& builtin_files();

/// The ids of the built-in files that have a [checklist], in the order of their paths.
[[nodiscard]] std::vector<std::string> builtin_checklist_ids();

/// The diagnostic as text: file:line:column, message, the line, an underline
/// (wide characters count two columns), hint. Ends with a line break.
[[nodiscard]] std::string render(const Diagnostic& diagnostic, Language language);

}  // namespace fazhi
