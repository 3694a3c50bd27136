#include "rectify/item_key.hpp"

#include <utility>

#include "document/sheet/cell_words.hpp"

namespace fazhi {

std::string normal_id(std::string_view cell) {
  std::string out;
  for (const char c : folded_word(closed_up(cell))) {
    if (c != '\'') out += c;
  }
  return out;
}

std::string problem_key(std::string_view unit, std::string_view problem) {
  return closed_up(folded_word(unit)) + '\n' + closed_up(folded_word(problem));
}

std::string basis_lines(const RectificationItem& item) {
  std::string out;
  for (const BasisCitation& each : item.basis) {
    out.append(out.empty() ? "" : "\n").append(each.document).append(each.article).append(each.text);
  }
  return out;
}

std::string sheet_words(const FilledList& list) {
  return list.sheet.empty() ? std::string() : "〔" + list.sheet + "〕";
}

Message row_message(MessageId id, const FilledList& list, std::size_t row, std::vector<std::string> more) {
  Message message{id, {list.source, sheet_words(list), std::to_string(row)}};
  for (std::string& each : more) message.arguments.push_back(std::move(each));
  return message;
}

}  // namespace fazhi
