#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fazhi {

/// Where something stands in a file.
struct Place {
  int line = 0;    ///< from 1; 0: the file as a whole
  int column = 0;  ///< code points, from 1
  int length = 1;  ///< code points; what spans lines counts to the end of its first line
};

/// The text of a rule file with its name, and the way from values back to it.
class SourceFile {
 public:
  /// `order` is the file's turn in reading; diagnostics are sorted by it.
  SourceFile(std::string path, std::string content, std::size_t order);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const std::string& content() const { return content_; }
  [[nodiscard]] std::size_t order() const { return order_; }

  /// Line `number` (from 1) without its line break; "" beyond the end.
  [[nodiscard]] std::string_view line(int number) const;

  /// The place of `length` bytes at `offset` in the value of the TOML string
  /// literal that begins at `literal`; escapes are followed.
  [[nodiscard]] Place inside_string(Place literal, std::size_t offset, std::size_t length) const;

  /// The place of the code point that begins at `byte_offset` of the content.
  [[nodiscard]] Place place_at(std::size_t byte_offset) const;

 private:
  [[nodiscard]] std::size_t byte_offset(Place place) const;

  std::string path_;
  std::string content_;
  std::size_t order_;
  std::vector<std::size_t> line_begins_;
};

}  // namespace fazhi
