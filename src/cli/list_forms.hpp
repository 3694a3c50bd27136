#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/rectification.hpp"
#include "base/notice_texts.hpp"

namespace fazhi {

/// What the forms of a list need beside it.
struct ListFormOptions {
  Language language = Language::zh;
  std::string today;  ///< ISO date, by which it is told what is overdue
  const NoticeTexts& texts;
};

/// A kind of file that a rectification list can be written as.
struct ListForm {
  std::string_view suffix;  ///< ".xml", in small letters
  /// Writes the file `path`, which appears whole or not at all.
  std::optional<Message> (*write)(const RectificationList& list, const std::string& path, const ListFormOptions& options);
};

[[nodiscard]] const std::vector<ListForm>& list_forms();

/// The form that the suffix of `path` asks for, in letters of either size; null
/// where there is none.
[[nodiscard]] const ListForm* list_form_of(const std::string& path);

/// All suffixes: “.xlsx .docx .html .csv .xml”.
[[nodiscard]] std::string list_suffixes();

/// Whether the name ends so, in letters of either size.
[[nodiscard]] bool has_suffix(const std::string& path, std::string_view suffix);

/// Writes `document` as .docx to `path`, whole or not at all.
struct OfficialDocument;
[[nodiscard]] std::optional<Message> write_document(const OfficialDocument& document, const std::string& path);

}  // namespace fazhi
