#include "document/fixed/pdf.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "document/fixed/ocr.hpp"
#include "document/fixed/page_layout.hpp"
#include "document/fixed/pdf_tools.hpp"
#include "text/everyday.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

/// A page with fewer Han characters holds no text beside its pictures.
constexpr std::size_t kFewestHan = 10;
/// Text whose font has no map to Unicode: so large a share, in per cent, of
/// what is not ASCII stands for nothing, or so small a share of at least so
/// many Han characters is in daily use.
constexpr std::size_t kMeaninglessPercent = 10;
constexpr std::size_t kJudgedHan = 40;
constexpr double kEverydayShare = 0.1;
/// Pages of which it is looked whether they are empty sheets; beyond, they are
/// taken for pictures.
constexpr std::size_t kPagesLookedAt = 20;
/// Page numbers that a note lists.
constexpr std::size_t kPagesListed = 10;

enum class PageText { readable, none, undecodable };

bool is_meaningless(char32_t value) {
  return value == 0xFFFD || (value >= 0xE000 && value <= 0xF8FF) || (value >= 0x80 && value < 0xA0) ||
         value >= 0xF0000;
}

PageText page_text(const LaidPage& page) {
  std::string text;
  for (const LaidText& each : page.texts) text += each.text;
  std::size_t han = 0;
  std::size_t meaningless = 0;
  std::size_t all = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = utf8::decode(text, at);
    at += size;
    if (value < 0x80) continue;
    ++all;
    if (utf8::is_han(value)) ++han;
    if (is_meaningless(value)) ++meaningless;
  }
  if (all >= kJudgedHan && meaningless * 100 >= all * kMeaninglessPercent) return PageText::undecodable;
  if (han >= kJudgedHan && everyday_share(text).value() < kEverydayShare) return PageText::undecodable;
  return han >= kFewestHan ? PageText::readable : PageText::none;
}

/// Which pages hold no text that can be read.
struct TextlessPages {
  std::vector<int> numbers;  ///< from 1; empty sheets are not among them
  bool undecodable = false;  ///< of some the fonts can't be decoded
  bool all = true;           ///< no page can be read
};

TextlessPages set_textless_apart(std::vector<LaidPage>& pages, const PdfTools& tools) {
  TextlessPages out;
  std::vector<int> pictures;
  for (std::size_t index = 0; index < pages.size(); ++index) {
    const int number = static_cast<int>(index) + 1;
    switch (page_text(pages[index])) {
      case PageText::readable:
        out.all = false;
        break;
      case PageText::none:
        pictures.push_back(number);
        break;
      case PageText::undecodable:
        out.undecodable = true;
        out.numbers.push_back(number);
        pages[index].texts.clear();
        break;
    }
  }
  for (std::size_t at = 0; at < pictures.size(); ++at) {
    if (out.all || at >= kPagesLookedAt || !tools.is_blank(pictures[at])) out.numbers.push_back(pictures[at]);
  }
  std::sort(out.numbers.begin(), out.numbers.end());
  return out;
}

std::string listed(const std::vector<int>& numbers) {
  std::string out;
  for (std::size_t at = 0; at < std::min(numbers.size(), kPagesListed); ++at) {
    if (at > 0) out += "、";
    out += std::to_string(numbers[at]);
  }
  return numbers.size() > kPagesListed ? out + "…" : out;
}

/// What becomes of a file without a layer of text.
Result<Document> refuse_pictures(std::string_view source, bool undecodable) {
  const MessageId id = undecodable ? MessageId::input_fonts_undecodable : MessageId::input_scanned;
  return Message{id, {std::string(source)}};
}

}  // namespace

Result<Document> read_pdf(std::string_view bytes, std::string_view source, const ReadOptions& options) {
  Result<PdfTools> tools = PdfTools::open(bytes, source);
  if (!tools) return tools.error();
  Result<std::vector<LaidPage>> pages = tools->words();
  if (!pages) return pages.error();
  const TextlessPages textless = set_textless_apart(*pages, *tools);
  if (options.ocr && textless.all) return recognize_pdf(bytes, source);
  if (options.ocr && !textless.numbers.empty()) {
    return recognize_pages(bytes, source, std::move(*pages), textless.numbers);
  }
  if (textless.all) return refuse_pictures(source, textless.undecodable);
  DocumentBuilder builder(source, "pdf");
  add_pages(*pages, builder);
  if (!textless.numbers.empty()) {
    builder.note({MessageId::document_pages_without_text, {std::string(source), listed(textless.numbers)}});
  }
  if (!tools->complaint().empty()) {
    builder.note({MessageId::document_repaired, {std::string(source), tools->complaint()}});
  }
  return std::move(builder).finish();
}

}  // namespace fazhi
