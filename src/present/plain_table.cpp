#include "present/plain_table.hpp"

#include <algorithm>
#include <numeric>

#include "present/terminal_text.hpp"

namespace fazhi {
namespace {

constexpr int kGapColumns = 2;

std::string line_of(const std::vector<std::string>& cells, const std::vector<int>& widths,
                    const TerminalOptions& options) {
  std::string line = padded(cells.front(), widths.front(), options);
  for (std::size_t column = 1; column < cells.size(); ++column) {
    const int spaces = kGapColumns + std::max(0, widths[column] - width_of(cells[column], options));
    line.append(static_cast<std::size_t>(spaces), ' ').append(cells[column]);
  }
  return line + '\n';
}

}  // namespace

std::string plain_table(const std::vector<std::string>& header, std::span<const std::vector<std::string>> rows,
                        const TerminalOptions& options) {
  std::vector<int> widths;
  for (std::size_t column = 0; column < header.size(); ++column) {
    int width = width_of(header[column], options);
    for (const std::vector<std::string>& row : rows) width = std::max(width, width_of(row[column], options));
    widths.push_back(width);
  }
  std::string out = line_of(header, widths, options);
  const int gaps = kGapColumns * (static_cast<int>(header.size()) - 1);
  out.append(static_cast<std::size_t>(std::accumulate(widths.begin(), widths.end(), gaps)), '-') += '\n';
  for (const std::vector<std::string>& row : rows) out += line_of(row, widths, options);
  return out;
}

}  // namespace fazhi
