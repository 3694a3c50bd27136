#pragma once

#include "audit/rectification.hpp"
#include "base/notice_texts.hpp"
#include "present/official_document.hpp"

namespace fazhi {

/// 通报 to all units of the list: how many sent a report, who did not, average and
/// grades, the problems that two units or more have (the most common ones, by
/// category, each with its units and one sentence of a report), what is asked, and
/// the ranking as attachment. In Chinese, as official documents are; wording in
/// rules/notices.toml.
[[nodiscard]] OfficialDocument circular(const RectificationList& list, const NoticeTexts& texts);

}  // namespace fazhi
