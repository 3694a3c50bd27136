#include "present/site_markup.hpp"

#include <unicode/uchar.h>

#include "audit/escape.hpp"
#include "base/sha256.hpp"
#include "present/code_points.hpp"
#include "present/printable.hpp"

namespace fazhi::site {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_unsafe(char32_t value) {
  if (value == '\n' || value == '\t') return false;
  const auto point = static_cast<UChar32>(value);
  return u_charType(point) == U_CONTROL_CHAR || u_hasBinaryProperty(point, UCHAR_BIDI_CONTROL) || value == 0xFFFD ||
         (value & 0xFFFEU) == 0xFFFEU;
}

std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x7F;
}

unsigned nibble(char digit) {
  return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

/// Base 64 (RFC 4648) of the SHA-256, as a content policy names a script.
std::string policy_hash(std::string_view content) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::string hex = sha256_hex(content);
  std::string out;
  for (std::size_t at = 0; at < hex.size(); at += 3) {
    unsigned bits = 0;
    for (std::size_t digit = at; digit < at + 3; ++digit) bits = bits << 4U | (digit < hex.size() ? nibble(hex[digit]) : 0);
    out += kAlphabet[bits >> 6U];
    out += kAlphabet[bits & 63U];
  }
  out.resize(43);
  return "'sha256-" + out + "='";
}

}  // namespace

void append_text(std::string& out, std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_plain(text[at])) {
      const std::string_view entity = entity_of(text[at]);
      if (entity.empty()) {
        out += text[at];
      } else {
        out += entity;
      }
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !is_plain(text[end])) ++end;
    const std::string_view run = text.substr(at, end - at);
    for (const CodePoint& each : code_points_of(run)) {
      out += is_unsafe(each.value) ? kReplacement : run.substr(each.begin, each.end - each.begin);
    }
    at = end;
  }
}

std::string text(std::string_view text) {
  std::string out;
  append_text(out, text);
  return out;
}

std::string line(std::string_view line) { return text(printable(line)); }

void append_json(std::string& out, std::string_view text) {
  std::string string;
  append_json_string(string, printable(text));
  for (const char c : string) {
    switch (c) {
      case '<':
        out += "\\u003c";
        break;
      case '>':
        out += "\\u003e";
        break;
      case '&':
        out += "\\u0026";
        break;
      default:
        out += c;
    }
  }
}

std::string address_segment(std::string_view segment) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : segment) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || c == '-' || c == '_' || c == '.' || c == '~') {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 15U];
    }
  }
  return out;
}

void begin_page(std::string& out, const PageFrame& frame) {
  out += "<!DOCTYPE html>\n<html lang=\"";
  out += frame.language == Language::zh ? "zh-CN" : "en";
  out += "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ";
  out += policy_hash(frame.style) + "; script-src " + policy_hash(frame.script);
  out += "; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n<title>";
  out += line(frame.title) + "</title>\n<style>" + frame.style + "</style>\n</head>\n<body class=\"";
  (out += frame.body_class) += "\">\n";
}

void end_page(std::string& out, const PageFrame& frame) {
  ((out += "<script>") += frame.script) += "</script>\n</body>\n</html>\n";
}

std::string element(std::string_view name, std::string_view css_class, std::string_view content) {
  std::string out = "<";
  out += name;
  if (!css_class.empty()) ((out += " class=\"") += css_class) += '"';
  ((out += '>') += content) += "</";
  (out += name) += '>';
  return out;
}

std::string percent(std::int64_t part, std::int64_t whole) {
  if (whole <= 0) return "0";
  const std::int64_t tenths = (part * 2000 / whole + 1) / 2;
  std::string out = std::to_string(tenths / 10);
  if (tenths % 10 != 0) (out += '.') += std::to_string(tenths % 10);
  return out;
}

}  // namespace fazhi::site
