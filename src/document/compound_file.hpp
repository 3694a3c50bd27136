#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fazhi {

/// What stands at the root of a compound file ([MS-CFB]).
struct CompoundFile {
  std::vector<std::string> names;  ///< of streams and storages; characters beyond ASCII are “?”; empty where the directory is damaged
  bool is_damaged = false;         ///< entries are lost
  bool is_installer = false;       ///< the root has the class of Windows Installer packages
  bool word_is_enciphered = false; ///< its Word document has fEncrypted set ([MS-DOC] 2.5.2)

  [[nodiscard]] bool has(std::string_view name) const { return std::find(names.begin(), names.end(), name) != names.end(); }
};

/// Reads the directory of a compound file; nothing where `bytes` do not begin
/// like one. Time is linear in its directory, whatever loops its chains hold.
[[nodiscard]] std::optional<CompoundFile> list_compound_file(std::string_view bytes);

}  // namespace fazhi
