#include "text/decode.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/names.hpp"
#include "text/convert.hpp"
#include "text/everyday.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

using namespace std::string_view_literals;

constexpr auto kEncodings = std::to_array<std::pair<Encoding, std::string_view>>({
    {Encoding::utf8, "UTF-8"},
    {Encoding::gb18030, "GB18030"},
    {Encoding::utf16le, "UTF-16LE"},
    {Encoding::utf16be, "UTF-16BE"},
    {Encoding::big5, "Big5"},
});

struct ByteOrderMark {
  std::string_view bytes;
  Encoding encoding;
};

constexpr auto kByteOrderMarks = std::to_array<ByteOrderMark>({
    {"\xEF\xBB\xBF"sv, Encoding::utf8},
    {"\x84\x31\x95\x33"sv, Encoding::gb18030},
    {"\xFF\xFE"sv, Encoding::utf16le},
    {"\xFE\xFF"sv, Encoding::utf16be},
});

/// Share of UTF-16 code units that must be ones Chinese text is made of.
constexpr double kUtf16Share = 0.9;
constexpr std::size_t kUtf16SampleUnits = 4096;
constexpr std::size_t kUtf16MinimumUnits = 4;

/// Share of the bytes above 0x7F that must be well-formed UTF-8 for a text to
/// count as damaged UTF-8 and not as another encoding.
constexpr double kDamagedUtf8Share = 0.9;

/// From so many Han characters on, a text with a smaller share of everyday
/// characters was read in a wrong encoding.
constexpr std::size_t kJudgedHan = 20;
constexpr double kEverydayMinimum = 0.05;
/// From this share on the encoding is certain.
constexpr double kEverydayCertain = 0.3;

/// Share of control characters that no text holds; copies from word
/// processors hold some.
constexpr double kControlShare = 0.02;

bool is_control(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return (value < 0x09) | ((value > 0x0D) & (value < 0x20)) | (value == 0x7F);
}

bool has_nul(std::string_view bytes) { return bytes.find('\0') != std::string_view::npos; }

/// Told of all bytes at once, which a compiler makes a few instructions of.
bool has_control(std::string_view utf8) {
  unsigned char found = 0;
  for (const char byte : utf8) found |= static_cast<unsigned char>(is_control(byte));
  return found != 0;
}

bool is_binary(std::string_view utf8) {
  if (!has_control(utf8)) return false;
  if (has_nul(utf8)) return true;
  const auto controls = static_cast<double>(std::count_if(utf8.begin(), utf8.end(), is_control));
  return controls > kControlShare * static_cast<double>(utf8.size());
}

bool is_blank(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const auto [value, size] = utf8::decode(utf8, at);
    if (!utf8::is_white_space(value) && value != 0xFEFF) return false;
    at += size;
  }
  return true;
}

/// CRLF and CR become LF.
void unify_line_breaks(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  std::size_t out = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    text[out++] = text[at] == '\r' ? '\n' : text[at];
  }
  text.resize(out);
}

/// Marks that stand before a text: programs put one before a text that has one.
void drop_byte_order_marks(std::string& utf8) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  std::size_t begin = 0;
  while (utf8.compare(begin, kMark.size(), kMark) == 0) begin += kMark.size();
  utf8.erase(0, begin);
}

Message binary_error(std::string_view name) { return {MessageId::input_binary, {std::string(name)}}; }

Message undecodable_error(std::string_view name, std::size_t byte_offset) {
  return {MessageId::input_undecodable, {std::string(name), std::to_string(byte_offset + 1)}};
}

Result<DecodedText> finish(std::string utf8, Encoding encoding, std::string_view name) {
  // First, so that what is judged is what is read when it comes again.
  drop_byte_order_marks(utf8);
  unify_line_breaks(utf8);
  if (is_blank(utf8)) return Message{MessageId::input_empty, {std::string(name)}};
  if (is_binary(utf8)) return binary_error(name);
  return DecodedText{std::move(utf8), encoding};
}

Result<DecodedText> decode_as(Encoding encoding, std::string_view bytes, std::size_t bom_size, std::string_view name) {
  Conversion conversion = convert(bytes.substr(bom_size), encoding);
  if (conversion.invalid_at) return undecodable_error(name, bom_size + *conversion.invalid_at);
  return finish(std::move(conversion.utf8), encoding, name);
}

bool is_chinese_code_unit(std::uint32_t unit) {
  return (unit >= 0x20 && unit < 0x7F) || (unit >= 0x09 && unit <= 0x0D) || (unit >= 0x4E00 && unit <= 0x9FFF) ||
         (unit >= 0x3000 && unit <= 0x303F) || (unit >= 0x2010 && unit <= 0x203F) || (unit >= 0xFF00 && unit <= 0xFFEF);
}

double utf16_share(std::string_view bytes, bool little_endian) {
  const std::size_t units = std::min(bytes.size() / 2, kUtf16SampleUnits);
  std::size_t chinese = 0;
  for (std::size_t unit = 0; unit < units; ++unit) {
    const std::uint32_t first = utf8::byte_at(bytes, 2 * unit);
    const std::uint32_t second = utf8::byte_at(bytes, 2 * unit + 1);
    if (is_chinese_code_unit(little_endian ? second << 8 | first : first << 8 | second)) ++chinese;
  }
  return static_cast<double>(chinese) / static_cast<double>(units);
}

/// UTF-16 without BOM, told by its code units.
std::optional<Encoding> guess_utf16(std::string_view bytes) {
  if (bytes.size() / 2 < kUtf16MinimumUnits) return std::nullopt;
  const double little = utf16_share(bytes, true);
  const double big = utf16_share(bytes, false);
  if (std::max(little, big) < kUtf16Share) return std::nullopt;
  return little >= big ? Encoding::utf16le : Encoding::utf16be;
}

/// Whether `bytes`, which are not UTF-8, are so but for some damage.
bool is_damaged_utf8(std::string_view bytes) {
  const auto above_ascii = std::count_if(bytes.begin(), bytes.end(), [](char each) { return (each & 0x80) != 0; });
  const double allowed = (1 - kDamagedUtf8Share) * static_cast<double>(above_ascii);
  std::size_t invalid = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto next = utf8::find_invalid(bytes.substr(at));
    if (!next) break;
    if (static_cast<double>(++invalid) > allowed) return false;
    at += *next;
  }
  return true;
}

/// A text as one encoding reads it.
struct Reading {
  Encoding encoding;
  Conversion conversion;
  EverydayShare share;

  [[nodiscard]] bool is_plausible() const {
    return !conversion.invalid_at && (share.han < kJudgedHan || share.value() >= kEverydayMinimum);
  }
  [[nodiscard]] bool is_certain() const { return is_plausible() && share.value() >= kEverydayCertain; }
};

Reading read_as(Encoding encoding, std::string_view bytes) {
  Reading reading{encoding, convert(bytes, encoding), {}};
  reading.share = everyday_share(reading.conversion.utf8);
  return reading;
}

/// GB18030 or Big5, whichever reads better. `invalid_utf8` is where `bytes` are
/// no UTF-8.
Result<DecodedText> decode_double_byte(std::string_view bytes, std::size_t invalid_utf8, std::string_view name) {
  Reading gb18030 = read_as(Encoding::gb18030, bytes);
  if (gb18030.is_certain()) return finish(std::move(gb18030.conversion.utf8), gb18030.encoding, name);
  Reading big5 = read_as(Encoding::big5, bytes);
  if (!gb18030.is_plausible() && !big5.is_plausible()) {
    return undecodable_error(name, std::max({gb18030.conversion.invalid_at.value_or(0),
                                             big5.conversion.invalid_at.value_or(0), invalid_utf8}));
  }
  const bool is_big5 = big5.is_plausible() && (!gb18030.is_plausible() || big5.share.value() > gb18030.share.value());
  Reading& better = is_big5 ? big5 : gb18030;
  return finish(std::move(better.conversion.utf8), better.encoding, name);
}

}  // namespace

std::string_view name_of(Encoding encoding) { return names::name_in(kEncodings, encoding); }

Result<DecodedText> decode(std::span<const std::byte> input, std::string_view name) {
  const std::string_view bytes(reinterpret_cast<const char*>(input.data()), input.size());
  if (bytes.empty()) return Message{MessageId::input_empty, {std::string(name)}};
  for (const ByteOrderMark& mark : kByteOrderMarks) {
    if (bytes.starts_with(mark.bytes)) return decode_as(mark.encoding, bytes, mark.bytes.size(), name);
  }
  const bool nul = has_nul(bytes);
  const auto invalid_utf8 = utf8::find_invalid(bytes);
  if (!invalid_utf8 && !nul) return finish(std::string(bytes), Encoding::utf8, name);
  if (const auto utf16 = guess_utf16(bytes)) return decode_as(*utf16, bytes, 0, name);
  if (nul) return binary_error(name);
  if (is_damaged_utf8(bytes)) return undecodable_error(name, *invalid_utf8);
  return decode_double_byte(bytes, *invalid_utf8, name);
}

}  // namespace fazhi
