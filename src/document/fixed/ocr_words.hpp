#pragma once

#include <string_view>
#include <vector>

#include "document/fixed/page_layout.hpp"

namespace fazhi {

/// What character recognition read on one page.
struct RecognizedPage {
  LaidPage page = {};
  /// Per cent: the mean of its words' confidences weighted by their characters;
  /// 100 where nothing stands on it.
  int confidence = 100;
  std::size_t characters = 0;
};

/// The pages in `tsv`, the table that `tesseract … tsv` writes (levels page,
/// block, paragraph, line, word). Words of one line that stand close together
/// are one text, put right by `repair_recognized`; boxes are turned upright by
/// the slope of the page's lines. Rows that are cut short or hold no numbers are
/// passed over.
[[nodiscard]] std::vector<RecognizedPage> read_recognized(std::string_view tsv);

/// The mean over all characters of `pages`, per cent.
[[nodiscard]] int mean_confidence(const std::vector<RecognizedPage>& pages);

}  // namespace fazhi
