#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/notice_texts.hpp"
#include "checklist/load_rules.hpp"

namespace fazhi {

using LoadedNoticeTexts = LoadedRules<NoticeTexts>;

/// Loads the wording of notices from text, as if it stood in the file `path`; see
/// rules/notices.toml. A placeholder that can never have a value where it stands,
/// and a last form that may lack a value, are errors at their places.
[[nodiscard]] LoadedNoticeTexts load_notice_texts(std::string_view toml, const std::string& path);

/// The same from the file at `path`; `checklist.unreadable` where it can't be read.
[[nodiscard]] LoadedNoticeTexts load_notice_texts_file(const std::string& path);

/// The built-in wording, loaded once. Thread-safe.
[[nodiscard]] const NoticeTexts& builtin_notice_texts();

}  // namespace fazhi
