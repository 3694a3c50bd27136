#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

namespace fazhi {

/// `name` as the name of a file without its extension that every system can
/// hold: no path separator, no control or invisible character, none that Windows
/// reserves, no device name of it, no dot or space at either end; 100 bytes at
/// most, cut between characters. `name` is valid UTF-8. Never "".
[[nodiscard]] std::string file_stem(std::string_view name);

/// Gives each file a stem of its own: “云溪镇”, then “云溪镇-2”. Stems that differ
/// in case alone are one, as they are on Windows.
class StemBook {
 public:
  /// Nobody gets this one any more.
  void reserve(std::string_view stem);
  /// `base` as `file_stem` gives it, or the first free one with a number.
  [[nodiscard]] std::string take(const std::string& base);

 private:
  std::unordered_set<std::size_t> taken_;  ///< hashes, of small letters: two of one hash have different stems all the same
};

/// Whether `stem` is `base`, or `base` with a number.
[[nodiscard]] bool is_stem_of(std::string_view stem, std::string_view base);

}  // namespace fazhi
