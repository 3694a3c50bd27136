#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fazhi::test {

/// A rectification list as .csv, to be filled in as a spreadsheet program would.
class ListFile {
 public:
  explicit ListFile(std::string_view csv);

  [[nodiscard]] std::size_t items() const { return rows_.size() - 1; }
  /// A cell of the item, from 0, in the column that is headed so.
  [[nodiscard]] std::string& cell(std::size_t item, std::string_view heading);
  void drop(std::size_t item) { rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(item) + 1); }
  /// The first item whose cell holds the words; fails the test where none does.
  [[nodiscard]] std::size_t find(std::string_view heading, std::string_view words);
  [[nodiscard]] std::string csv() const;

 private:
  std::vector<std::vector<std::string>> rows_;  ///< the header first
};

}  // namespace fazhi::test
