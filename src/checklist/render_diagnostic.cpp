#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "checklist/load.hpp"

namespace fazhi {
namespace {

struct CodePointRange {
  char32_t first;
  char32_t last;
};

/// Blocks whose characters take two columns of a terminal (Unicode 15,
/// East_Asian_Width W and F, in whole blocks).
constexpr CodePointRange kWideBlocks[] = {
    {0x1100, 0x115F}, {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

char32_t decode(std::string_view point) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(point[i])); };
  switch (point.size()) {
    case 2:
      return ((byte(0) & 0x1F) << 6) | (byte(1) & 0x3F);
    case 3:
      return ((byte(0) & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F);
    case 4:
      return ((byte(0) & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F);
  }
  return byte(0);
}

std::size_t columns_of(std::string_view point) {
  const char32_t value = decode(point);
  return std::any_of(std::begin(kWideBlocks), std::end(kWideBlocks),
                     [&](CodePointRange block) { return block.first <= value && value <= block.last; })
             ? 2
             : 1;
}

/// A terminal obeys control characters; a space stands for each.
std::string printable(std::string shown) {
  for (char& c : shown) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) c = ' ';
  }
  return shown;
}

std::string underline(const Diagnostic& diagnostic) {
  const std::string_view line = diagnostic.source_line;
  std::size_t before = 0;
  std::size_t under = 0;
  int column = 1;
  for (std::size_t at = 0; at < line.size(); ++column) {
    const std::size_t size = std::min<std::size_t>(code_point_length(line[at]), line.size() - at);
    if (column < diagnostic.column) before += columns_of(line.substr(at, size));
    if (column >= diagnostic.column && column < diagnostic.column + diagnostic.length) {
      under += columns_of(line.substr(at, size));
    }
    at += size;
  }
  return std::string(before, ' ') + std::string(std::max<std::size_t>(under, 1), '^');
}

std::string position(const Diagnostic& diagnostic) {
  std::string text = diagnostic.file;
  if (diagnostic.line > 0) text += ":" + std::to_string(diagnostic.line);
  if (diagnostic.line > 0 && diagnostic.column > 0) text += ":" + std::to_string(diagnostic.column);
  return text;
}

}  // namespace

std::string render(const Diagnostic& diagnostic, Language language) {
  const MessageId label = diagnostic.kind == Diagnostic::Kind::error ? MessageId::checklist_label_error
                                                                     : MessageId::checklist_label_warning;
  std::string text = position(diagnostic) + ": " + render(Message{label, {}}, language) + "[" +
                     std::string(code_of(diagnostic.message.id)) +
                     "]: " + printable(render(diagnostic.message, language)) + "\n";
  const std::string number = std::to_string(diagnostic.line);
  const std::string margin(number.size(), ' ');
  if (diagnostic.line > 0 && !diagnostic.source_line.empty()) {
    text += " " + number + " | " + printable(diagnostic.source_line) + "\n";
    text += " " + margin + " | " + underline(diagnostic) + "\n";
  }
  if (diagnostic.hint) {
    text += " " + margin + " = " + render(Message{MessageId::checklist_label_hint, {}}, language) + ": " +
            printable(render(*diagnostic.hint, language)) + "\n";
  }
  return text;
}

}  // namespace fazhi
