#include "document/web/mime.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/ascii.hpp"
#include "base/limits.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

/// Longer boundaries than this are none (RFC 2046, 5.1.1).
constexpr std::size_t kShownBoundary = 72;
constexpr std::string_view kKind = "MHT";

using Headers = std::vector<std::pair<std::string, std::string>>;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlank);
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::string_view header(const Headers& headers, std::string_view name) {
  const auto found = std::find_if(headers.begin(), headers.end(), [&](const auto& each) { return each.first == name; });
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

/// Takes the header off the begin of `text`, long lines unfolded (RFC 5322, 2.2.3).
Headers take_headers(std::string_view& text) {
  Headers headers;
  while (!text.empty()) {
    const std::size_t newline = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, newline);
    text.remove_prefix(std::min(newline + 1, text.size()));
    const std::string_view content = trimmed(line);
    if (content.empty()) {
      if (headers.empty()) continue;
      break;
    }
    if ((line.front() == ' ' || line.front() == '\t') && !headers.empty()) {
      headers.back().second += ' ';
      headers.back().second += content;
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    headers.emplace_back(ascii::lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
  }
  return headers;
}

/// The parameter `name` of a header's value: `…; charset="gb2312"`.
std::string parameter(std::string_view value, std::string_view name) {
  for (std::size_t at = value.find(';'); at != std::string_view::npos;) {
    std::string_view rest = value.substr(at + 1);
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos) break;
    const bool named = ascii::lower(trimmed(rest.substr(0, equals))) == name;
    rest = trimmed(rest.substr(equals + 1));
    const bool quoted = rest.starts_with('"');
    if (quoted) rest.remove_prefix(1);
    const std::size_t end = std::min(quoted ? rest.find('"') : rest.find(';'), rest.size());
    if (named) return std::string(trimmed(rest.substr(0, end)));
    const auto used = static_cast<std::size_t>(rest.data() + end - value.data());
    at = value.find(';', used);
  }
  return {};
}

std::string without_brackets(std::string_view id) {
  id = trimmed(id);
  if (id.starts_with('<') && id.ends_with('>')) id = id.substr(1, id.size() - 2);
  return std::string(id);
}

/// Where the line of the delimiter begins at or behind `from`.
std::size_t find_delimiter(std::string_view text, std::string_view delimiter, std::size_t from) {
  for (std::size_t at = text.find(delimiter, from); at != std::string_view::npos; at = text.find(delimiter, at + 1)) {
    if (at == 0 || text[at - 1] == '\n') return at;
  }
  return std::string_view::npos;
}

class MimeReader {
 public:
  explicit MimeReader(std::string_view source) : source_(source) {}

  Result<MimeMessage> read(std::string_view bytes) {
    std::string_view body = bytes;
    const Headers headers = take_headers(body);
    if (header(headers, "content-type").empty()) return damaged("Content-Type");
    message_.start = without_brackets(parameter(header(headers, "content-type"), "start"));
    if (const std::optional<Message> error = add(headers, body, true, 0)) return *error;
    return std::move(message_);
  }

 private:
  Message damaged(std::string_view place) const {
    return {MessageId::input_damaged, {std::string(source_), std::string(kKind), std::string(place)}};
  }

  std::optional<Message> add(const Headers& headers, std::string_view body, bool complete, std::size_t depth) {
    const std::string_view type = header(headers, "content-type");
    const std::string media_type = ascii::lower(trimmed(type.substr(0, std::min(type.find(';'), type.size()))));
    if (media_type.starts_with("multipart/")) return add_parts(parameter(type, "boundary"), body, depth);
    if (message_.parts.size() == limits::kMimeParts) {
      const std::string limit = std::to_string(limits::kMimeParts);
      return Message{MessageId::input_too_many_parts, {std::string(source_), limit + "+", limit}};
    }
    message_.parts.push_back({media_type.empty() ? "text/plain" : media_type, parameter(type, "charset"),
                              ascii::lower(header(headers, "content-transfer-encoding")),
                              without_brackets(header(headers, "content-id")),
                              std::string(header(headers, "content-location")), body, complete});
    return std::nullopt;
  }

  /// Recursion is as deep as `limits::kMimeDepth`.
  std::optional<Message> add_parts(const std::string& boundary, std::string_view body, std::size_t depth) {
    if (depth == limits::kMimeDepth) {
      return Message{MessageId::input_nested_too_deep, {std::string(source_), std::to_string(limits::kMimeDepth)}};
    }
    if (boundary.empty()) return damaged("boundary");
    const std::string delimiter = "--" + boundary;
    std::size_t at = find_delimiter(body, delimiter, 0);
    if (at == std::string_view::npos) return damaged(utf8::quotable(delimiter, kShownBoundary));
    while (true) {
      std::string_view rest = body.substr(at + delimiter.size());
      if (rest.starts_with("--")) return std::nullopt;
      const std::size_t begin = std::min(body.find('\n', at), body.size());
      const std::size_t next = find_delimiter(body, delimiter, begin);
      std::string_view part = body.substr(std::min(begin + 1, body.size()), std::min(next, body.size()) - std::min(begin + 1, body.size()));
      const Headers headers = take_headers(part);
      if (std::optional<Message> error = add(headers, part, next != std::string_view::npos, depth + 1)) return error;
      if (next == std::string_view::npos) return std::nullopt;
      at = next;
    }
  }

  std::string_view source_;
  MimeMessage message_;
};

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

std::string decode_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      out += text[at];
      continue;
    }
    // A soft line break, maybe with blanks that were added on the way.
    const std::size_t behind = std::min(text.find_first_not_of(" \t\r", at + 1), text.size());
    if (behind == text.size() || text[behind] == '\n') {
      at = behind;
      continue;
    }
    const int high = at + 2 < text.size() ? hex_digit(text[at + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[at + 2]) : -1;
    if (low < 0) {
      out += '=';
      continue;
    }
    out += static_cast<char>(static_cast<unsigned char>(high * 16 + low));
    at += 2;
  }
  return out;
}

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

std::string decode_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') break;
    const int digit = base64_digit(c);
    if (digit < 0) continue;
    bits = (bits << 6 | static_cast<std::uint32_t>(digit)) & 0xFFFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(static_cast<unsigned char>(bits >> count & 0xFF));
  }
  return out;
}

}  // namespace

Result<MimeMessage> parse_mime(std::string_view bytes, std::string_view source) { return MimeReader(source).read(bytes); }

std::string decoded_body(const MimePart& part) {
  if (part.encoding == "quoted-printable") return decode_quoted_printable(part.body);
  if (part.encoding == "base64") return decode_base64(part.body);
  return std::string(part.body);
}

}  // namespace fazhi
