#include "document/markup_kind.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.hpp"

namespace fazhi {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kPrefixBytes = std::size_t{64} << 10;
/// Header lines of a page saved as MIME take less.
constexpr std::size_t kMimeHeaderBytes = std::size_t{8} << 10;
constexpr std::string_view kBlanks = " \t\r\n\f\v"sv;
/// What sites put before their first element without showing it: byte order marks, one for
/// each file that a page is made of, and blanks of UTF-8 and GBK.
constexpr auto kUnseen = std::to_array<std::string_view>({"\xEF\xBB\xBF", "\xE3\x80\x80", "\xC2\xA0", "\xA1\xA1"});

/// Elements that HTML, or a fragment of it, begins with.
constexpr auto kHtmlElements = std::to_array<std::string_view>({
    "html", "head", "body", "title", "meta", "link", "base", "style", "script", "noscript", "div", "p", "table", "tbody", "tr", "td",
    "center", "span", "font", "h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "main", "header", "nav", "form", "a", "img",
    "br", "hr", "ul", "ol", "b", "strong", "iframe", "frameset"});

/// `bytes` from the first that a page shows.
std::string_view without_unseen(std::string_view bytes) {
  for (;;) {
    bytes.remove_prefix(std::min(bytes.find_first_not_of(kBlanks), bytes.size()));
    const auto unseen = std::find_if(kUnseen.begin(), kUnseen.end(), [&](std::string_view each) { return bytes.starts_with(each); });
    if (unseen == kUnseen.end()) return bytes;
    bytes.remove_prefix(unseen->size());
  }
}

/// Whether what `bytes` begin with may be a “<”, the name of a header line or the
/// byte order mark of UTF-16; texts in Chinese are told by that mostly.
bool may_be_markup(std::string_view bytes) {
  const std::string_view seen = without_unseen(bytes);
  return seen.empty() || static_cast<unsigned char>(seen.front()) < 0x80 || bytes.starts_with("\xFF\xFE"sv) ||
         bytes.starts_with("\xFE\xFF"sv);
}

/// Every second byte of UTF-16, “?” for characters beyond ASCII.
std::string narrowed(std::string_view bytes, std::size_t low) {
  std::string out;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) out += bytes[at + 1 - low] == '\0' ? bytes[at + low] : '?';
  return out;
}

/// The beginning of `bytes` in lower case and without what a page does not show
/// before it; of UTF-16 what is ASCII in it.
std::string beginning_of(std::string_view bytes) {
  bytes = bytes.substr(0, kPrefixBytes);
  std::string out;
  if (bytes.starts_with("\xFF\xFE"sv)) {
    out = narrowed(bytes.substr(2), 0);
  } else if (bytes.starts_with("\xFE\xFF"sv)) {
    out = narrowed(bytes.substr(2), 1);
  } else if (bytes.starts_with("<\0"sv)) {
    out = narrowed(bytes, 0);
  } else if (bytes.starts_with("\0<"sv)) {
    out = narrowed(bytes, 1);
  } else {
    out = without_unseen(bytes);
  }
  return ascii::lower(out);
}

/// What stands before the first element.
struct Prologue {
  std::string_view rest;  ///< from the first element on, its “<” not included; "" where there is none
  bool is_xml = false;
  bool is_html = false;   ///< by its document type
};

Prologue read_prologue(std::string_view text) {
  Prologue prologue;
  for (;;) {
    text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
    std::string_view end = ">";
    if (text.starts_with("<!--")) {
      end = "-->";
    } else if (text.starts_with("<?")) {
      end = "?>";
      prologue.is_xml = prologue.is_xml || text.starts_with("<?xml");
    } else if (text.starts_with("<!doctype")) {
      prologue.is_html = text.starts_with("<!doctype html") || prologue.is_html;
    } else {
      break;
    }
    const std::size_t at = text.find(end);
    if (at == std::string_view::npos) return prologue;
    text.remove_prefix(at + end.size());
  }
  if (text.starts_with('<')) prologue.rest = text.substr(1);
  return prologue;
}

std::string_view element_name(std::string_view text) {
  const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789:-_.");
  if (end == std::string_view::npos || (text[end] != '>' && text[end] != '/' && kBlanks.find(text[end]) == std::string_view::npos)) {
    return {};
  }
  return text.substr(0, end);
}

bool holds(std::string_view text, std::string_view what) { return text.find(what) != std::string_view::npos; }

/// Documents in one XML file, by their first element.
std::optional<SniffedKind> xml_kind(std::string_view element, std::string_view text) {
  const std::size_t colon = element.find(':');
  const std::string_view local = colon == std::string_view::npos ? element : element.substr(colon + 1);
  if (local == "worddocument") return SniffedKind{FileKind::word_xml, "Word 2003 XML"};
  if (local == "package" && colon != std::string_view::npos) {
    if (holds(text, "word.document") || holds(text, "\"/word/")) return SniffedKind{FileKind::word_xml, "Word XML"};
    if (holds(text, "\"/xl/")) return SniffedKind{FileKind::spreadsheet, "Excel XML"};
    return SniffedKind{FileKind::presentation, "PowerPoint XML"};
  }
  if (element == "office:document") {
    if (holds(text, "opendocument.spreadsheet")) return SniffedKind{FileKind::spreadsheet, "FODS"};
    if (holds(text, "opendocument.presentation")) return SniffedKind{FileKind::presentation, "FODP"};
    return SniffedKind{FileKind::word_xml, "FODT"};
  }
  if (local == "workbook" && holds(text, "urn:schemas-microsoft-com:office:spreadsheet")) {
    return SniffedKind{FileKind::spreadsheet, "Excel XML"};
  }
  if (local == "uof") return SniffedKind{FileKind::other, "UOF"};
  if (local == "svg") return SniffedKind{FileKind::image, "SVG"};
  return std::nullopt;
}

std::optional<SniffedKind> element_kind(std::string_view text) {
  const Prologue prologue = read_prologue(text);
  const std::string_view element = element_name(prologue.rest);
  if (const auto kind = xml_kind(element, text)) return kind;
  const bool html = prologue.is_html || std::find(kHtmlElements.begin(), kHtmlElements.end(), element) != kHtmlElements.end();
  if (html && (!prologue.is_xml || prologue.is_html || element == "html")) return SniffedKind{FileKind::html, "HTML"};
  if (prologue.is_xml) return SniffedKind{FileKind::other, "XML"};
  return std::nullopt;
}

bool is_header_line(std::string_view line) {
  if (line.starts_with(' ') || line.starts_with('\t')) return true;
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && colon > 0 &&
         line.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == colon;
}

/// The header lines that `text` begins with; "" where it does not, or where
/// they have no end.
std::string_view mime_header(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(kBlanks), text.size());
  text = text.substr(begin, kMimeHeaderBytes);
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) return text.substr(0, at);
    if (!is_header_line(line)) return {};
    at = end + 1;
  }
  return text;
}

std::optional<SniffedKind> mime_kind(std::string_view text) {
  const std::string_view header = mime_header(text);
  if (!holds(header, "mime-version:") && !holds(header, "content-type:")) return std::nullopt;
  const bool is_page = holds(header, "multipart/related") || holds(header, "text/html") || holds(header, "snapshot-content-location:");
  const bool is_letter = holds(header, "\nreceived:") || header.starts_with("received:") || holds(header, "\nto:") || header.starts_with("to:");
  if (is_page && !is_letter) return SniffedKind{FileKind::mht, "MHT"};
  return SniffedKind{FileKind::other, "EML"};
}

}  // namespace

std::optional<SniffedKind> sniff_markup(std::string_view bytes) {
  if (!may_be_markup(bytes)) return std::nullopt;
  const std::string text = beginning_of(bytes);
  if (const auto kind = element_kind(text)) return kind;
  return mime_kind(text);
}

}  // namespace fazhi
