#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/fixed/page_layout.hpp"
#include "process/private_folder.hpp"

namespace fazhi {

/// A PDF in a private folder, looked at by the programs of poppler.
class PdfTools {
 public:
  /// Writes `bytes` to the folder and counts the pages. Fails with
  /// `input_needs_program`, `input_encrypted` (under a user password),
  /// `input_damaged`, `input_program_slow` past `limits::kPdfSeconds`, or
  /// `input_too_many_pages` past `limits::kPages`. `source` stands in messages.
  [[nodiscard]] static Result<PdfTools> open(std::string_view bytes, std::string_view source);

  [[nodiscard]] int pages() const { return pages_; }
  /// The first complaint of poppler that parts of the file may be lost; "" where
  /// it has none.
  [[nodiscard]] const std::string& complaint() const { return complaint_; }

  /// The words of all pages in points; diagonal text (watermarks) is left out.
  /// Fails as `open` does, or with `input_too_much_text` past
  /// `limits::kPdfOutputBytes`.
  [[nodiscard]] Result<std::vector<LaidPage>> words();

  /// Whether `page` (from 1) looks like an empty sheet.
  [[nodiscard]] bool is_blank(int page) const;

 private:
  PdfTools() = default;

  [[nodiscard]] Result<std::string> run(std::string_view program, std::vector<std::string> arguments);
  [[nodiscard]] Message failure(std::string_view program, std::string_view errors) const;

  std::unique_ptr<PrivateFolder> folder_;
  std::string source_;
  int pages_ = 0;
  std::string complaint_;
};

}  // namespace fazhi
