#include "document/web/page_charset.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/ascii.hpp"
#include "base/limits.hpp"
#include "text/convert.hpp"

namespace fazhi {
namespace {

struct Label {
  std::string_view text;
  Encoding encoding;
};

constexpr auto kLabels = std::to_array<Label>({
    {"utf-8", Encoding::utf8},
    {"utf8", Encoding::utf8},
    {"unicode-1-1-utf-8", Encoding::utf8},
    {"gb18030", Encoding::gb18030},
    {"gbk", Encoding::gb18030},
    {"x-gbk", Encoding::gb18030},
    {"gb2312", Encoding::gb18030},
    {"gb_2312", Encoding::gb18030},
    {"gb_2312-80", Encoding::gb18030},
    {"csgb2312", Encoding::gb18030},
    {"csiso58gb231280", Encoding::gb18030},
    {"iso-ir-58", Encoding::gb18030},
    {"chinese", Encoding::gb18030},
    {"cp936", Encoding::gb18030},
    {"big5", Encoding::big5},
    {"big5-hkscs", Encoding::big5},
    {"cn-big5", Encoding::big5},
    {"csbig5", Encoding::big5},
    {"x-x-big5", Encoding::big5},
    {"utf-16", Encoding::utf16le},
    {"utf-16le", Encoding::utf16le},
    {"unicode", Encoding::utf16le},
    {"utf-16be", Encoding::utf16be},
});

/// The standard looks at 1024 bytes; pages with a long head of scripts and
/// titles declare later, and browsers then read them anew.
constexpr std::size_t kDeclarationBytes = 8192;
constexpr std::string_view kCharset = "charset";

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
  const auto at = std::search(text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size())), text.end(),
                              word.begin(), word.end(), [](char a, char b) { return ascii::lower(a) == b; });
  return at == text.end() ? std::string_view::npos : static_cast<std::size_t>(at - text.begin());
}

/// `bytes` in `encoding`, the bytes that do not fit left out.
std::optional<DecodedPage> convert_loosely(std::string_view bytes, Encoding encoding) {
  DecodedPage page;
  page.text.encoding = encoding;
  while (!bytes.empty()) {
    Conversion whole = convert(bytes, encoding);
    if (!whole.invalid_at) {
      page.text.utf8 += whole.utf8;
      break;
    }
    if (++page.dropped_bytes > limits::kPageBadBytes) return std::nullopt;
    page.text.utf8 += convert(bytes.substr(0, *whole.invalid_at), encoding).utf8;
    bytes.remove_prefix(std::min(bytes.size(), *whole.invalid_at + 1));
  }
  return page;
}

bool is_wide(Encoding encoding) { return encoding == Encoding::utf16le || encoding == Encoding::utf16be; }

}  // namespace

std::optional<Encoding> encoding_of_label(std::string_view label) {
  while (!label.empty() && is_space(label.front())) label.remove_prefix(1);
  while (!label.empty() && is_space(label.back())) label.remove_suffix(1);
  for (const Label& each : kLabels) {
    if (each.text.size() == label.size() && find_word(label, each.text, 0) == 0) return each.encoding;
  }
  return std::nullopt;
}

std::string_view declared_charset(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kDeclarationBytes);
  for (std::size_t meta = find_word(head, "<meta", 0); meta != std::string_view::npos;
       meta = find_word(head, "<meta", meta + 1)) {
    const std::string_view tag = head.substr(meta, std::min(head.find('>', meta), head.size()) - meta);
    std::size_t at = find_word(tag, kCharset, 0);
    if (at == std::string_view::npos) continue;
    at += kCharset.size();
    while (at < tag.size() && (is_space(tag[at]) || tag[at] == '=' || tag[at] == '"' || tag[at] == '\'')) ++at;
    const std::size_t end = std::min(tag.find_first_of("\"'; \t\r\n/>", at), tag.size());
    if (end > at) return tag.substr(at, end - at);
  }
  return {};
}

Result<DecodedPage> decode_page(std::string_view bytes, std::string_view label, std::string_view name) {
  Result<DecodedText> strict = decode(std::as_bytes(std::span(bytes.data(), bytes.size())), name);
  if (strict) return DecodedPage{std::move(*strict), 0};
  if (strict.error().id != MessageId::input_undecodable) return strict.error();
  std::optional<Encoding> encoding = encoding_of_label(label);
  if (!encoding) encoding = encoding_of_label(declared_charset(bytes));
  // A declaration that can be read as ASCII is not one of UTF-16.
  if (encoding && is_wide(*encoding)) encoding = Encoding::utf8;
  if (!encoding) return strict.error();
  std::optional<DecodedPage> page = convert_loosely(bytes, *encoding);
  if (!page || page->text.utf8.find('\0') != std::string::npos) return strict.error();
  return std::move(*page);
}

}  // namespace fazhi
