#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fazhi::test {

/// The parts of a .docx by their names.
[[nodiscard]] std::map<std::string, std::string> parts_of(const std::string& bytes);

/// The texts of the paragraphs of word/document.xml, those in tables too.
[[nodiscard]] std::vector<std::string> paragraphs_of(const std::string& bytes);

/// A word of a page as pdftotext places it, in points from the page's top left.
struct PlacedWord {
  double left = 0, top = 0, right = 0, bottom = 0;
  std::string text;
};
struct PlacedPage {
  double width = 0, height = 0;
  std::vector<PlacedWord> words;
};

/// The pages of a .docx as LibreOffice lays them out; none, and a message in the
/// test's output, where LibreOffice or poppler is not installed.
[[nodiscard]] std::vector<PlacedPage> laid_out(const std::string& bytes);

}  // namespace fazhi::test
