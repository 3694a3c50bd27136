#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "document/fixed/page_layout.hpp"

namespace fazhi {

/// Reads the pages of a PDF that are pictures, by `pdftoppm` (poppler) and
/// `tesseract` with its Chinese data, page by page in child processes.
/// Every paragraph's `confidence` is its page's; `Document::page_confidences`
/// has those of all pages. Fails with `input_needs_program` where a program or
/// the Chinese data is not installed, `input_too_many_scanned_pages` past
/// `limits::kRecognizedPages`, `input_program_failed`, `input_program_slow`,
/// `input_unrecognized` where no Chinese text was found, or as
/// `DocumentBuilder::finish`.
[[nodiscard]] Result<Document> recognize_pdf(std::string_view bytes, std::string_view source);

/// The same for some pages, `numbers` from 1, of a PDF whose other pages have
/// text: `pages` are all of it. The others' confidence is 100.
[[nodiscard]] Result<Document> recognize_pages(std::string_view bytes, std::string_view source,
                                               std::vector<LaidPage> pages, const std::vector<int>& numbers);

/// The same for a picture of a page (JPEG, PNG, TIFF, which may hold several
/// pages). `kind` is its name, such as "JPEG", and the document's format.
/// Fails with `input_picture_too_large` past `limits::kPicturePixels`.
[[nodiscard]] Result<Document> recognize_image(std::string_view bytes, std::string_view source, std::string_view kind);

}  // namespace fazhi
