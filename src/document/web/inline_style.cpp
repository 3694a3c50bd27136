#include "document/web/inline_style.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace fazhi {
namespace {

std::string trimmed_lower(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\f";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  std::string out = ascii::lower(text.substr(begin, text.find_last_not_of(kBlank) - begin + 1));
  // "none !important"
  out.resize(std::min(out.find('!'), out.size()));
  out.resize(out.find_last_not_of(kBlank) + 1);
  return out;
}

void set_display(InlineStyle& style, std::string_view value) {
  if (value == "none") {
    style.display = InlineStyle::Display::none;
  } else if (value == "inline") {
    style.display = InlineStyle::Display::inline_text;
  } else if (value == "block" || value == "list-item") {
    style.display = InlineStyle::Display::block;
  }
}

void apply(InlineStyle& style, std::string_view name, std::string_view value) {
  if (name == "display") {
    set_display(style, value);
  } else if (name == "visibility") {
    style.invisible = value == "hidden" || value == "collapse";
  } else if (name == "mso-hide") {
    style.invisible = value == "all";
  } else if (name == "text-align") {
    style.centered = value == "center";
  } else if (name == "white-space") {
    style.preformatted = value.starts_with("pre");
  } else if (name == "mso-list") {
    style.word_marker = value == "ignore";
  } else if (name == "list-style-type" || name == "list-style") {
    style.list_type = value;
  }
}

}  // namespace

InlineStyle inline_style_of(std::string_view style) {
  InlineStyle out;
  while (!style.empty()) {
    const std::size_t end = std::min(style.find(';'), style.size());
    const std::string_view declaration = style.substr(0, end);
    style.remove_prefix(std::min(end + 1, style.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    apply(out, trimmed_lower(declaration.substr(0, colon)), trimmed_lower(declaration.substr(colon + 1)));
  }
  return out;
}

}  // namespace fazhi
