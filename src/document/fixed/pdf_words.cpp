#include "document/fixed/pdf_words.hpp"

#include <pugixml.hpp>

#include "text/fold_table.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

constexpr char32_t kFirstRadical = 0x2E80;
constexpr char32_t kLastRadical = 0x2FDF;

/// `text` with its radicals as characters.
std::string with_characters(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = utf8::decode(text, at);
    at += size;
    const bool radical = value >= kFirstRadical && value <= kLastRadical;
    const Folded folded = radical ? fold_of(value) : Folded{FoldAction::none, value};
    utf8::append(out, folded.action == FoldAction::none ? folded.replacement : value);
  }
  return out;
}

/// Makes what XML forbids spaces.
void blank_controls(std::string& xhtml) {
  for (char& byte : xhtml) {
    const auto value = static_cast<unsigned char>(byte);
    if (value < 0x20 && value != '\n' && value != '\t' && value != '\r') byte = ' ';
  }
}

LaidText word_of(const pugi::xml_node& node) {
  LaidText word;
  word.left = node.attribute("xMin").as_double();
  word.top = node.attribute("yMin").as_double();
  word.right = node.attribute("xMax").as_double();
  word.bottom = node.attribute("yMax").as_double();
  const std::string_view text = node.text().get();
  if (!utf8::find_invalid(text)) word.text = with_characters(text);
  return word;
}

}  // namespace

Result<std::vector<LaidPage>> pdf_words(std::string xhtml, std::string_view source) {
  blank_controls(xhtml);
  pugi::xml_document document;
  const pugi::xml_parse_result parsed =
      document.load_buffer_inplace(xhtml.data(), xhtml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single,
                                   pugi::encoding_utf8);
  const pugi::xml_node doc = document.child("html").child("body").child("doc");
  if (!parsed || doc.empty()) {
    return Message{MessageId::input_program_failed, {std::string(source), "pdftotext", "-bbox"}};
  }
  std::vector<LaidPage> pages;
  for (const pugi::xml_node& node : doc.children("page")) {
    LaidPage& page = pages.emplace_back();
    page.width = node.attribute("width").as_double();
    page.height = node.attribute("height").as_double();
    for (const pugi::xml_node& word : node.children("word")) {
      LaidText text = word_of(word);
      if (!text.text.empty()) page.texts.push_back(std::move(text));
    }
  }
  return pages;
}

}  // namespace fazhi
