#pragma once

#include <string>
#include <vector>

#include "evaluate/mutant_reading.hpp"

namespace fazhi {

/// `text` as a mutation that keeps its meaning changes it: one text for each
/// pair of words, else one; none where there is nothing to change. `read` is
/// of `text`.
[[nodiscard]] std::vector<std::string> keep_passage(const MutantWorkshop& workshop, const MutantReading& read,
                                                    std::size_t mutation);

/// The mutations of layout: blanks, lines, headings.
[[nodiscard]] std::string with_spaced_digits(const std::string& text);
[[nodiscard]] std::string with_indents(const std::string& text);
[[nodiscard]] std::string with_blank_lines(const std::string& text);
/// Lines of `columns` at most; "" where they are too few to be told as wrapped.
[[nodiscard]] std::string with_wrapped_lines(const std::string& text, int columns);
[[nodiscard]] std::string with_run_in_headings(const Report& report);
[[nodiscard]] std::string with_heading_numbers(const Report& report, HeadingNumber from, HeadingNumber to);
[[nodiscard]] std::string with_traditional_characters(const std::string& text);
[[nodiscard]] std::string with_wide_characters(const std::string& text);

}  // namespace fazhi
