#pragma once

#include <optional>
#include <vector>

#include "audit/rectification.hpp"
#include "base/notice_texts.hpp"
#include "present/official_document.hpp"

namespace fazhi {

/// 整改清单 of all units as a document of pages that lie on their side: the units
/// one behind the other in one table. See official_document().
[[nodiscard]] OfficialDocument list_document(const RectificationList& list, const NoticeTexts& texts);

/// The lines over a list, then its table: of one unit, numbered from 1; without
/// `unit` of all units, each under a row with its name.
[[nodiscard]] std::vector<DocumentBlock> list_blocks(const RectificationList& list, std::optional<std::size_t> unit,
                                                     const TableTexts& table, const ItemTexts& item);

}  // namespace fazhi
