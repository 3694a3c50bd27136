#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/rectification.hpp"
#include "base/result.hpp"
#include "checklist/list_columns.hpp"

namespace fazhi {

/// One item of a list that came back. What a row leaves open is "" or none.
struct FilledRow {
  std::size_t row = 0;  ///< from 1, as the spreadsheet program counts
  std::string id;       ///< in lower case; "" where the cell holds none
  std::string unit;
  std::string category;
  std::string problem;
  std::string basis;
  std::string demand;
  std::optional<std::int32_t> gain_hundredths;
  std::string due;                 ///< ISO date, or as it was written
  std::optional<ItemState> state;  ///< none where the cell is empty or its word unknown
  ItemProgress progress;           ///< its state is `state`, or not_started

  /// Whether a person wrote something into the row, or moved its state.
  [[nodiscard]] bool is_filled_in() const;
};

/// A rectification list that a unit filled in and sent back.
struct FilledList {
  std::string source;  ///< as it stands in messages
  std::string sheet;   ///< "" where the file has one sheet without name
  std::string title;   ///< the first line above the header, maybe ""
  std::string issuer;  ///< as a line above the header tells it, maybe ""
  std::string made_on; ///< likewise; ISO date or ""
  std::vector<FilledRow> rows;  ///< in the file's order
  std::vector<Message> notes;   ///< what was read otherwise than it stands there, each with its row
};

/// Reads a list that came back: .xlsx as any spreadsheet program saves it, or
/// text with cells parted by commas, semicolons or tabs, in UTF-8, UTF-16 or
/// GB18030. `source` stands in messages.
///
/// The header is the first row that names the columns of problems or ids and of
/// states, in any visible sheet; columns are told by their names, whatever their
/// order, and others are passed over. Hidden rows count. An apostrophe that the
/// CSV writer set before text that could be a formula is taken off again.
/// States are told by the rules' words.
///
/// Fails with `table_file_too_large`, `table_file_other_kind`,
/// `table_file_open_quote`, `table_file_too_many_rows`, `filled_no_header`,
/// `filled_no_rows`, with what `decode` or a damaged package fails with.
[[nodiscard]] Result<FilledList> read_filled_list(std::string_view bytes, std::string_view source,
                                                  const ListColumnRules& rules = builtin_list_columns());

/// The same rows from a list that is in memory already, such as one read from XML.
[[nodiscard]] FilledList filled_list_of(const RectificationList& list, std::string_view source, Language language = Language::zh);

/// Puts what `filled` holds into the items of `list`, matched by id, or where the
/// id is lost by unit and problem, which is noted. A blank cell leaves what the
/// item has.
///
/// A row whose item is not in `list` any more, and that a person wrote in, becomes
/// an item again behind the unit's others, with what stands in the row and a
/// remark that it was not found again; so nothing that was written is lost. What
/// nobody had filled in is left out and counted. That an item was closed without a
/// reviewer is noted; the state stays. Notes go to `list.notes`, those of
/// `filled` first.
void apply_progress(RectificationList& list, const FilledList& filled);

/// As apply_progress, but `list`, the one that `filled` was made from as it is
/// made anew, becomes `filled` again: items without a row in it are dropped, and
/// every row without an item becomes one, whoever filled in what. Title, issuer
/// and the day of making are those of `filled` where it tells them.
void take_back(RectificationList& list, const FilledList& filled);

}  // namespace fazhi
