#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/message.hpp"

namespace fazhi::site {

/// Appends `text` as content of an HTML element or of an attribute between
/// quotes of either kind. Line breaks and tabs stay; other control characters,
/// bidirectional controls (which could turn the text around them about) and
/// bytes that are not UTF-8 become U+FFFD, one for each.
void append_text(std::string& out, std::string_view text);
[[nodiscard]] std::string text(std::string_view text);

/// The same for what is one line: a name, a title, a rendered sentence.
[[nodiscard]] std::string line(std::string_view line);

/// Appends `text` as a JSON string that may stand in a <script> element: no
/// <, > or &, no U+2028 or U+2029, no bidirectional control.
void append_json(std::string& out, std::string_view text);

/// `segment` as one segment of a relative address (RFC 3986, 2.1).
[[nodiscard]] std::string address_segment(std::string_view segment);

/// What a page begins and ends with. The page's policy lets nothing be loaded,
/// sent or run but the style sheet and the script that stand in it.
struct PageFrame {
  std::string title;
  std::string_view body_class;
  std::string style;
  std::string_view script;
  Language language = Language::zh;
};
void begin_page(std::string& out, const PageFrame& frame);
void end_page(std::string& out, const PageFrame& frame);

/// <element class="…">…</element> around `content`, which is markup.
[[nodiscard]] std::string element(std::string_view name, std::string_view css_class, std::string_view content);

/// A share in per cent with one digit at most: "62.5", "100"; "0" of nothing.
[[nodiscard]] std::string percent(std::int64_t part, std::int64_t whole);

}  // namespace fazhi::site
