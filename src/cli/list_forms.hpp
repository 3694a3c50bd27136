#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/rectification.hpp"
#include "base/result.hpp"

namespace fazhi {

/// A kind of file that a rectification list can be written as.
struct ListForm {
  std::string_view suffix;  ///< ".xml", in small letters
  /// The file's bytes.
  Result<std::string> (*write)(const RectificationList& list, Language language);
};

[[nodiscard]] const std::vector<ListForm>& list_forms();

/// The form that the suffix of `path` asks for, in letters of either size; null
/// where there is none.
[[nodiscard]] const ListForm* list_form_of(const std::string& path);

/// All suffixes: “.xml”, or “.xlsx .xml”.
[[nodiscard]] std::string list_suffixes();

}  // namespace fazhi
