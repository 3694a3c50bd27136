#pragma once

#include <vector>

#include "audit/audit.hpp"
#include "checklist/checklist.hpp"
#include "document/document.hpp"

/// What recognized text may be accused of: a page that was read badly holds
/// more than what was read, and other than what stands there.
namespace fazhi {

/// Confidence of a page, per cent, under which its text is not relied on. Pages
/// set as GB/T 9704 asks and scanned at 75 to 300 dpi, skewed, gray or much
/// blurred came out between 86 and 93 with 1 to 5 % of the characters wrong, and
/// elements were judged on them as on the text (99.4 % of 360); pages too noisy
/// to be read came out under 20 with nothing right. What lies between was hardly
/// met; the bound stands close under what is known to be good.
inline constexpr int kReliableConfidence = 80;

/// Turns `finding`, an element judged `missing` or `partial`, into `undecided`
/// where a page of `document` is under `kReliableConfidence`, and says which:
/// what would meet it may stand there unread. The points of `partial` stay as
/// the least that it can be. Other findings, and those of text that was never a
/// picture, stay as they are.
void reopen_unread(Finding& finding, const Document& document);

/// Takes out of `defects` those that a single misread character can make
/// (a figure, an ordinal, a name; on pages read at 86 % and above every second
/// report had one), and those that rest on a page under `kReliableConfidence` or
/// on one between their passages. Returns how many there were.
[[nodiscard]] std::size_t withhold_doubtful(std::vector<Finding>& defects, const Document& document,
                                            const Checklist& checklist);

}  // namespace fazhi
