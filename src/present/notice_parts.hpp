#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "audit/rectification.hpp"
#include "base/notice_texts.hpp"
#include "present/official_document.hpp"

/// What notice, circular and list have in common.
namespace fazhi::notices {

/// Items of one category, in the list's order.
struct ItemGroup {
  std::string category;
  std::vector<const RectificationItem*> items;
};
[[nodiscard]] std::vector<ItemGroup> by_category(const std::vector<const RectificationItem*>& items);

[[nodiscard]] std::vector<const RectificationItem*> items_of(const RectificationList& list, std::size_t unit);

/// Whether the unit's report came.
[[nodiscard]] bool has_report(const ListedUnit& unit);

/// What is known of the whole list: year, issuer, made_on, due, checklist.
[[nodiscard]] std::vector<Fact> list_facts(const RectificationList& list);

/// score, highest, possible, grade: nothing where nothing was judged.
void add_score(std::vector<Fact>& facts, const Score& score);

/// A count as a fact; not known where it is 0.
[[nodiscard]] std::string count_text(std::size_t count);

/// A passage between “”: one line, cut to limits::kNoticeQuoteCharacters, its own
/// quotation marks turned into those of the next level (GB/T 15834—2011, 4.8.3.3).
[[nodiscard]] std::string quote_text(std::string_view passage);

/// Where a passage stands.
[[nodiscard]] std::string place_text(const ItemQuote& quote, const ItemTexts& texts);

/// The first passages of an item with their places, each a sentence.
[[nodiscard]] std::vector<std::string> quote_sentences(const RectificationItem& item, const ItemTexts& texts);

/// Places of the passages that quote_sentences() leaves out, as one sentence; "" for none.
[[nodiscard]] std::string further_places(const RectificationItem& item, const ItemTexts& texts);

/// The citations of an item's basis joined; "" for none.
[[nodiscard]] std::string basis_text(const RectificationItem& item);

/// What is wrong, in one paragraph.
[[nodiscard]] std::string problem_text(const RectificationItem& item);

/// `text` with a full stop where it ends without one.
[[nodiscard]] std::string ended(std::string text);

/// Names joined by 、, at most `most`.
[[nodiscard]] std::string joined(const std::vector<std::string>& names, std::size_t most);

/// The units' names as they may be told in passing: without the place that all of
/// them begin with, and without `endings`, where they stay different.
[[nodiscard]] std::vector<std::string> short_names(const std::vector<std::string>& names,
                                                   const std::vector<std::string>& endings);

/// 整改要求: each demand under a number of its own.
void append_demands(std::vector<DocumentBlock>& blocks, const std::vector<DemandTexts>& demands,
                    const std::vector<Fact>& facts);

/// A numbered heading of the first level: “一、审查情况”.
[[nodiscard]] DocumentText section_heading(std::size_t number, std::string_view text);
/// Of the second: “（一）组织领导（3个）”.
[[nodiscard]] DocumentText category_heading(std::size_t number, std::string_view text);

}  // namespace fazhi::notices
