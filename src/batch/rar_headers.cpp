#include "batch/rar_headers.hpp"

#include <cstdint>
#include <optional>

#include "document/little_endian.hpp"

namespace fazhi {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kVersion4 = "Rar!\x1A\x07\0"sv;
constexpr std::string_view kVersion5 = "Rar!\x1A\x07\x01\0"sv;
constexpr std::size_t kMostFiles = 200'000;

/// Reads the numbers of variable length of RAR 5, seven bits a byte, lowest first.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] std::optional<std::uint64_t> number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
      if (at_ >= bytes_.size()) return std::nullopt;
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if ((byte & 0x80) == 0) return value;
    }
    return std::nullopt;
  }
  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

/// Whether the extra area of a file header holds a record of encryption.
bool is_enciphered(std::string_view extra) {
  while (!extra.empty()) {
    Cursor cursor(extra);
    const auto size = cursor.number();
    const std::size_t begin = cursor.at();
    const auto type = cursor.number();
    if (!size || !type) return false;
    if (*type == 1) return true;
    if (*size == 0 || *size > extra.size() - begin) return false;
    extra.remove_prefix(begin + static_cast<std::size_t>(*size));
  }
  return false;
}

enum Block : std::uint64_t { kMain = 1, kFile = 2, kEncryption = 4, kEnd = 5 };

/// A header block; `archive_flags` of the main block alone.
struct Header {
  std::uint64_t type = 0;
  std::uint64_t archive_flags = 0;
  std::string_view extra;
  std::uint64_t whole_bytes = 0;  ///< with the data behind it
};

std::optional<Header> read_header(std::string_view bytes) {
  constexpr std::size_t kChecksumBytes = 4;
  if (bytes.size() <= kChecksumBytes) return std::nullopt;
  Cursor outer(bytes.substr(kChecksumBytes));
  const auto size = outer.number();
  const std::size_t begin = kChecksumBytes + outer.at();
  if (!size || *size > bytes.size() - begin) return std::nullopt;
  const std::string_view body = bytes.substr(begin, static_cast<std::size_t>(*size));
  Cursor cursor(body);
  const auto type = cursor.number();
  const auto flags = cursor.number();
  if (!type || !flags) return std::nullopt;
  const auto extra_size = (*flags & 1) != 0 ? cursor.number() : 0;
  const auto data_size = (*flags & 2) != 0 ? cursor.number() : 0;
  if (!extra_size || !data_size || *extra_size > body.size()) return std::nullopt;
  Header header;
  header.type = *type;
  header.extra = body.substr(body.size() - static_cast<std::size_t>(*extra_size));
  header.whole_bytes = begin + *size + *data_size;
  if (header.type == kMain) header.archive_flags = cursor.number().value_or(0);
  return header;
}

RarHeaders read_version5(std::string_view bytes) {
  RarHeaders headers;
  bytes.remove_prefix(kVersion5.size());
  while (headers.file_enciphered.size() < kMostFiles) {
    const auto header = read_header(bytes);
    headers.is_cut = !header || header->whole_bytes > bytes.size();
    if (!header || header->type == kEnd) break;
    if (header->type == kMain) headers.is_volume = (header->archive_flags & 1) != 0;
    if (header->type == kFile) headers.file_enciphered.push_back(is_enciphered(header->extra));
    if (header->type == kEncryption) headers.headers_enciphered = true;
    if (headers.headers_enciphered || headers.is_cut) break;
    bytes.remove_prefix(static_cast<std::size_t>(header->whole_bytes));
  }
  return headers;
}

/// Whether the chain of blocks of RAR 4, which need not end in an end block, leads
/// beyond the end of `bytes`.
bool is_version4_cut(std::string_view bytes) {
  constexpr std::size_t kBlockBytes = 7;
  constexpr std::uint32_t kHasData = 0x8000;
  constexpr std::uint32_t kEndType = 0x7B;
  std::size_t at = kVersion4.size();
  while (at < bytes.size()) {
    const auto type = static_cast<std::uint32_t>(little_endian(bytes, at + 2, 1));
    const std::size_t size = u16_at(bytes, at + 5);
    if (size < kBlockBytes) return true;
    if (type == kEndType) break;
    at += size + ((u16_at(bytes, at + 3) & kHasData) != 0 ? u32_at(bytes, at + kBlockBytes) : 0);
  }
  return at > bytes.size();
}

}  // namespace

RarHeaders read_rar_headers(std::string_view bytes) {
  if (bytes.starts_with(kVersion5)) return read_version5(bytes);
  RarHeaders headers;
  if (!bytes.starts_with(kVersion4)) return headers;
  const std::uint32_t flags = u16_at(bytes, kVersion4.size() + 3);
  headers.is_volume = (flags & 0x0001) != 0;
  headers.headers_enciphered = (flags & 0x0080) != 0;
  headers.is_cut = !headers.headers_enciphered && is_version4_cut(bytes);
  return headers;
}

}  // namespace fazhi
