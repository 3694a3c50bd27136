#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/fixed/page_layout.hpp"

namespace fazhi {

/// The pages in what `pdftotext -bbox` prints (XHTML, a box for each word).
/// Radicals that fonts give for characters (⼀, ⻓) are made those. Fails with
/// `input_program_failed` where it is no such output.
[[nodiscard]] Result<std::vector<LaidPage>> pdf_words(std::string xhtml, std::string_view source);

}  // namespace fazhi
