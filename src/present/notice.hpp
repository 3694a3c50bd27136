#pragma once

#include <cstddef>

#include "audit/rectification.hpp"
#include "base/notice_texts.hpp"
#include "present/official_document.hpp"

namespace fazhi {

/// 整改通知 to the unit `unit` of the list (an index into its units), to be signed
/// and sent as it is: score, problems by category with the sentences they rest on,
/// what is asked and by when, and the unit's list as attachment. A unit without
/// items is told that there is nothing to put right, and gets no list. What is not
/// known is left out with its sentence, or the sentence changes (see
/// rules/notices.toml). In Chinese, as official documents are.
[[nodiscard]] OfficialDocument unit_notice(const RectificationList& list, std::size_t unit, const NoticeTexts& texts);

}  // namespace fazhi
