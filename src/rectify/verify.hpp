#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/verification.hpp"
#include "checklist/checklist.hpp"

namespace fazhi {

/// One draft of a unit's report.
struct Draft {
  std::string unit;  ///< whose it is where a roster told; "": as its audit says
  Audit audit;       ///< without an error
  std::vector<ItemQuote> sentences = {};  ///< of the report where its text is at hand: what stands where a defect was
};

/// So large a share of the shorter of two sentences, the new one and one of the
/// remedy or of an example, is one run: a clerk who tells what was done shares
/// names and set phrases with them, in runs of a third of a sentence at most,
/// and one who pastes shares nearly all.
inline constexpr int kCopiedPercent = 60;
/// Shorter runs say nothing: an element's own name has as many points.
inline constexpr std::size_t kCopiedPoints = 12;
/// A sentence that two units have alike tells something only from this length
/// on; the genre's set phrases are shorter.
inline constexpr std::size_t kSamePoints = 20;

struct VerifyRules {
  std::string made_on;  ///< ISO date
  Language language = Language::zh;  ///< of the sentences that are taken over
  /// The list that the items come from; null where there is none. What a person
  /// closed in it and is not fixed has relapsed. Where there is one, its units and
  /// items and what is added are verified, and nothing else; notes tell the rest.
  const RectificationList* list = nullptr;
  /// The checklist of an id, for its examples; may give null.
  std::function<const Checklist*(std::string_view id)> find_checklist;
};

/// Holds second drafts against the first.
///
/// Drafts belong together by unit, as match_units tells units: 上五庄镇 is
/// 湟中区上五庄镇. Where either side has one alone they are a pair, with a note
/// where their names differ. Of several drafts of one unit on a side the last
/// counts. A unit without a second draft has all of its items open.
///
/// An element is one item: met now is fixed; a better status or more points is
/// partly; else open; met or not counted before and short now is added. What is
/// not counted now, or waived, is no item. An element that either draft leaves
/// undecided is never fixed and needs a person.
///
/// A defect is one item for all its places of the same wording: gone is fixed,
/// fewer places are partly. Another wording of the same defect in the same
/// section or paragraph is the same item, still open (100余人 that became
/// 120余人); any other new one is added. That a report is copied shows in a batch
/// alone: it is never fixed by a second draft that was judged by itself, and
/// needs a person.
[[nodiscard]] Verification verify(const std::vector<Draft>& before, const std::vector<Draft>& after,
                                  const VerifyRules& rules);

/// Writes what a verification found into the list: fixed items are to be
/// reviewed, those that are partly put right are under way, closed ones that
/// are back have relapsed, and what was told as put right but is open is under
/// way again. What is added becomes an item, as items_of describes it where
/// `describe` gives one. A closed item that is fixed stays closed; nothing is
/// closed here, and what people wrote stays as it is.
using DescribeItem = std::function<std::optional<RectificationItem>(const VerifiedItem& added)>;
void apply_verification(RectificationList& list, const Verification& verification, const DescribeItem& describe = {});

}  // namespace fazhi
