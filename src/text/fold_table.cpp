#include "text/fold_table.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace fazhi {
namespace {

struct SupplementaryFold {
  char32_t from;
  char32_t to;
};

#include "fold_table.inc"

constexpr char32_t kBmpEnd = 0x10000;
constexpr char32_t kTagsBegin = 0xE0000;  ///< tags and variation selectors, then private use

bool is_plain(std::uint32_t page, std::uint32_t bit) { return (kPlainMasks[page] >> bit & 1U) != 0; }

Folded fold_of_supplementary(char32_t value) {
  if (value >= kTagsBegin) return {FoldAction::drop, 0};
  const auto found = std::lower_bound(kSupplementaryFolds.begin(), kSupplementaryFolds.end(), value,
                                      [](const SupplementaryFold& fold, char32_t each) { return fold.from < each; });
  const bool folds = found != kSupplementaryFolds.end() && found->from == value;
  return {FoldAction::none, folds ? found->to : value};
}

}  // namespace

std::uint32_t plain_run_end(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = begin;
  while (at < end) {
    const std::uint32_t lead = utf8::byte_at(text, at);
    if (lead >= 0xE0 && lead < 0xF0) {
      const std::uint32_t page = (lead & 0x0FU) << 6 | (utf8::byte_at(text, at + 1) & 0x3FU);
      if (!is_plain(page, utf8::byte_at(text, at + 2) & 0x3FU)) break;
      at += 3;
    } else if (lead < 0x80) {
      if (!is_plain(lead >> 6, lead & 0x3FU)) break;
      at += 1;
    } else if (lead < 0xE0) {
      if (!is_plain(lead & 0x1FU, utf8::byte_at(text, at + 1) & 0x3FU)) break;
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

Folded fold_of(char32_t value) {
  if (value >= kBmpEnd) return fold_of_supplementary(value);
  const std::uint16_t entry = kFoldPages[kFoldPageOf[value >> 6]][value & 0x3F];
  if (entry == 0) return {FoldAction::none, value};
  if (entry < static_cast<std::uint16_t>(FoldAction::count)) return {static_cast<FoldAction>(entry), 0};
  return {FoldAction::none, entry};
}

}  // namespace fazhi
