#pragma once

#include <string>

#include "audit/rectification_text.hpp"
#include "audit/verification.hpp"
#include "present/terminal_text.hpp"

namespace fazhi {

/// A verification in the words that people read.
[[nodiscard]] std::string word_of(ItemChange change, Language language);

/// The change, and behind it that a closed item is back: 未整改（反弹）.
[[nodiscard]] std::string change_words(const VerifiedItem& item, Language language);

/// 缺失, 得0/5分; of a defect its severity.
[[nodiscard]] std::string standing_of(const VerifiedItem& item, const VerifiedSide& side, Language language);

/// Where a quote stands, its words, and the reason for which it did not do.
[[nodiscard]] std::string quote_words(const ItemQuote& quote, Language language);

/// What a side says where it has no quote: that nothing was told, that the
/// passage is gone, that the first draft was right; "" where it has one.
[[nodiscard]] std::string empty_side_words(const VerifiedItem& item, bool is_after, Language language);

/// The sentences that say why the draft came out as it did, in one.
[[nodiscard]] std::string why_of(const VerifiedSide& side, Language language);

/// 已整改3项，部分整改1项 … of one unit's items, or of all.
[[nodiscard]] std::string counts_words(const Verification& verification, std::optional<std::size_t> unit,
                                       Language language);

/// The points of a draft, "" where it has no score.
[[nodiscard]] std::string score_words(const Score& score, Language language);

}  // namespace fazhi
