#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "document/web/page_blocks.hpp"
#include "document/web/page_tree.hpp"

namespace fazhi {

/// What a page says of itself, each key once: in `<meta>` by the names that the
/// State Council's guide for government sites sets (国办发〔2017〕47号: ArticleTitle,
/// PubDate, ContentSource, Author), else by the labels that it shows (发布时间：,
/// 来源：, 索引号：, 发文字号：). Days of publication in ISO form.
[[nodiscard]] std::vector<Metadata> metadata_of(const PageTree& tree, const std::vector<PageBlock>& blocks);

/// The first day in `text` in ISO form: 2025-01-20, 2025年1月20日, 2025/1/20,
/// 20250120; "" where none stands at its begin.
[[nodiscard]] std::string leading_day(std::string_view text);

}  // namespace fazhi
