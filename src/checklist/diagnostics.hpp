#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"
#include "checklist/load.hpp"
#include "checklist/source_file.hpp"

namespace fazhi {

/// Gathers everything that there is to say about a checklist's files.
class Diagnostics {
 public:
  void error(const SourceFile& file, Place place, Message message, std::optional<Message> hint = std::nullopt);
  void warning(const SourceFile& file, Place place, Message message, std::optional<Message> hint = std::nullopt);

  [[nodiscard]] bool has_errors() const { return has_errors_; }

  /// All of them by file and place, at most limits::kDiagnostics and one that
  /// tells how many more there are.
  [[nodiscard]] std::vector<Diagnostic> take();

 private:
  void add(Diagnostic::Kind kind, const SourceFile& file, Place place, Message message, std::optional<Message> hint);

  struct Entry {
    std::size_t file_order;
    Diagnostic diagnostic;
  };
  std::vector<Entry> entries_;
  bool has_errors_ = false;
};

/// The known name that `name` was probably meant to be: the one with the
/// smallest edit distance (optimal string alignment, in code points), at most a
/// third of the name's length and at least 1; the first of several.
[[nodiscard]] std::optional<std::string_view> nearest_name(std::string_view name,
                                                           const std::vector<std::string_view>& known);

/// “did you mean …”, or nothing where no known name is near.
[[nodiscard]] std::optional<Message> hint_nearest(std::string_view name, const std::vector<std::string_view>& known);

/// The names one behind the other: "met, partial, missing"; "—" where there are none.
[[nodiscard]] std::string listed(const std::vector<std::string_view>& names);

/// What ids were given where; an id may be given once in its family.
class IdRegistry {
 public:
  /// Reports checklist.duplicate-id at `place`, naming the first place, where the id is taken.
  void claim(std::string_view family, std::string_view id, const SourceFile& file, Place place,
             Diagnostics& diagnostics);

 private:
  std::map<std::string, std::string> places_;
};

}  // namespace fazhi
