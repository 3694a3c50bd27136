#pragma once

#include <string>
#include <string_view>

namespace fazhi {

/// `text` as a cell of a CSV file that spreadsheet programs open: one apostrophe
/// is set before what begins with = + - @, a tab or a line break, their full-width
/// forms, or with apostrophes and then one of these, so that no program takes it
/// for a formula.
[[nodiscard]] std::string csv_text(std::string_view text);

/// The same for an id, which must not be taken for a number: 12345678e901.
[[nodiscard]] std::string csv_id(std::string_view id);

/// The way back of csv_text(): text_from_csv(csv_text(x)) is x.
[[nodiscard]] std::string_view text_from_csv(std::string_view cell);

}  // namespace fazhi
