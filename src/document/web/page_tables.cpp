#include "document/web/page_tables.hpp"

#include <algorithm>
#include <cstddef>

namespace fazhi {
namespace {

/// A cell with more text (bytes of UTF-8) holds paragraphs.
constexpr std::size_t kCellBytes = 900;

struct OpenTable {
  std::size_t index = 0;
  std::size_t cells_in_row = 0;
  std::size_t most_cells = 0;
  std::size_t longest_cell_bytes = 0;
  bool has_table = false;

  [[nodiscard]] bool holds_data() const { return !has_table && most_cells > 1 && longest_cell_bytes <= kCellBytes; }
};

/// Bytes of text before each node, and before the end.
std::vector<std::size_t> text_before(const PageTree& tree) {
  std::vector<std::size_t> before{0};
  before.reserve(tree.size() + 1);
  for (const PageNode& node : tree) {
    const auto visible = std::count_if(node.text.begin(), node.text.end(), [](char c) { return c != ' ' && (c < '\t' || c > '\r'); });
    before.push_back(before.back() + static_cast<std::size_t>(visible));
  }
  return before;
}

}  // namespace

std::vector<bool> data_tables_of(const PageTree& tree) {
  std::vector<bool> data(tree.size(), false);
  const std::vector<std::size_t> before = text_before(tree);
  std::vector<OpenTable> open;
  const auto close_until = [&](std::size_t index) {
    while (!open.empty() && tree[open.back().index].end <= index) {
      data[open.back().index] = open.back().holds_data();
      open.pop_back();
    }
  };
  for (std::size_t index = 0; index < tree.size(); ++index) {
    close_until(index);
    const PageNode& node = tree[index];
    if (node.name == "table") {
      if (!open.empty()) open.back().has_table = true;
      open.push_back({index});
    } else if (!open.empty() && node.name == "tr") {
      open.back().cells_in_row = 0;
    } else if (!open.empty() && (node.name == "td" || node.name == "th")) {
      OpenTable& table = open.back();
      table.most_cells = std::max(table.most_cells, ++table.cells_in_row);
      table.longest_cell_bytes = std::max(table.longest_cell_bytes, before[node.end] - before[index]);
    }
  }
  close_until(tree.size());
  return data;
}

}  // namespace fazhi
