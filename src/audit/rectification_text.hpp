#pragma once

#include <string>

#include "audit/rectification.hpp"

namespace fazhi {

/// 未启动, 整改中 …
[[nodiscard]] std::string word_of(ItemState state, Language language);

/// What is wrong in plain sentences, the title of what it is about before them.
[[nodiscard]] std::string problem_sentences(const RectificationItem& item, Language language);

/// 存在问题: what is wrong, and below it each sentence that it rests on, in
/// 「」 and with the reason why it did not do. Past `limits::kCellPassages` their
/// number is told. The same item gives the same text, by which a list that was
/// filled in is matched where an id is lost.
[[nodiscard]] std::string problem_text(const RectificationItem& item, Language language);

}  // namespace fazhi
