#include "text/utf8.hpp"

#include <cstring>

namespace fazhi::utf8 {
namespace {

constexpr std::uint64_t kHighBits = 0x8080'8080'8080'8080U;

bool eight_are_ascii(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return (word & kHighBits) == 0;
}

/// Length of the well-formed sequence that begins with a lead byte above
/// 0x7F, 0 where there is none.
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  const std::uint32_t lead = byte_at(bytes, at);
  const std::size_t left = bytes.size() - at;
  const auto second_within = [&](std::uint32_t low, std::uint32_t high) {
    const std::uint32_t second = byte_at(bytes, at + 1);
    return second >= low && second <= high;
  };
  if (lead < 0xC2 || lead > 0xF4) return 0;
  if (lead < 0xE0) return left >= 2 && is_continuation(bytes[at + 1]) ? 2 : 0;
  if (lead < 0xF0) {
    if (left < 3 || !is_continuation(bytes[at + 2])) return 0;
    return second_within(lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) ? 3 : 0;
  }
  if (left < 4 || !is_continuation(bytes[at + 2]) || !is_continuation(bytes[at + 3])) return 0;
  return second_within(lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF) ? 4 : 0;
}

/// Where a run of Han characters of the basic block and the like ends, whose
/// lead bytes leave nothing to look at but that two continuation bytes follow.
std::size_t common_run_end(std::string_view bytes, std::size_t at) {
  while (at + 3 <= bytes.size() && byte_at(bytes, at) > 0xE0 && byte_at(bytes, at) < 0xED &&
         is_continuation(bytes[at + 1]) && is_continuation(bytes[at + 2])) {
    at += 3;
  }
  return at;
}

}  // namespace

std::optional<std::size_t> find_invalid(std::string_view bytes) {
  std::size_t at = 0;
  while ((at = common_run_end(bytes, at)) < bytes.size()) {
    if (byte_at(bytes, at) < 0x80) {
      at += at + 8 <= bytes.size() && eight_are_ascii(bytes.data() + at) ? 8U : 1U;
      continue;
    }
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::string without_invalid(std::string_view bytes) {
  std::string out;
  while (const std::optional<std::size_t> invalid = find_invalid(bytes)) {
    out += bytes.substr(0, *invalid);
    bytes.remove_prefix(*invalid + 1);
  }
  out += bytes;
  return out;
}

std::string quotable(std::string_view bytes, std::size_t most_bytes) {
  // A code point that is cut in two is left out as invalid.
  std::string out = without_invalid(bytes.substr(0, most_bytes));
  if (bytes.size() > most_bytes) out += "…";
  return out;
}

}  // namespace fazhi::utf8
