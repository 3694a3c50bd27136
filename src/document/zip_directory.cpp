#include "document/zip_directory.hpp"

#include <algorithm>

#include "document/little_endian.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kLocal = "PK\x03\x04";
constexpr std::string_view kCentral = "PK\x01\x02";
constexpr std::string_view kEnd = "PK\x05\x06";
constexpr std::string_view kEnd64 = "PK\x06\x06";
constexpr std::string_view kLocator64 = "PK\x06\x07";
constexpr std::size_t kLocalBytes = 30;
constexpr std::size_t kCentralBytes = 46;
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kEnd64Bytes = 56;
constexpr std::size_t kLocator64Bytes = 20;
constexpr std::size_t kLongestComment = 65'535;
/// Records that look like the directory's end and are none: in a comment or in
/// an entry at the very end.
constexpr int kEndsTried = 16;
constexpr std::size_t kMostNames = 20'000;
constexpr std::uint32_t kSizesFollow = 1U << 3;

bool stands_at(std::string_view bytes, std::size_t at, std::string_view what) {
  return at <= bytes.size() && bytes.substr(at).starts_with(what);
}

/// Where the central directory stands.
struct Place {
  std::size_t directory = 0;
  std::size_t begin = 0;  ///< what the offsets count from
};

std::optional<Place> place_of(std::string_view bytes, std::size_t directory_end, std::uint64_t size, std::uint64_t offset) {
  if (size > directory_end) return std::nullopt;
  const auto directory = directory_end - static_cast<std::size_t>(size);
  if (offset > directory || (size != 0 && !stands_at(bytes, directory, kCentral))) return std::nullopt;
  return Place{directory, directory - static_cast<std::size_t>(offset)};
}

std::optional<Place> place_by_end(std::string_view bytes, std::size_t end) {
  if (bytes.size() - end < kEndBytes) return std::nullopt;
  if (const auto place = place_of(bytes, end, u32_at(bytes, end + 12), u32_at(bytes, end + 16))) return place;
  if (end < kLocator64Bytes + kEnd64Bytes || !stands_at(bytes, end - kLocator64Bytes, kLocator64)) return std::nullopt;
  const std::size_t end64 = end - kLocator64Bytes - kEnd64Bytes;
  if (!stands_at(bytes, end64, kEnd64)) return std::nullopt;
  return place_of(bytes, end64, little_endian(bytes, end64 + 40, 8), little_endian(bytes, end64 + 48, 8));
}

std::optional<Place> find_directory(std::string_view bytes) {
  if (bytes.size() < kEndBytes) return std::nullopt;
  const std::size_t first = bytes.size() - std::min(bytes.size(), kEndBytes + kLongestComment);
  const std::string_view tail = bytes.substr(first);
  // Of what is no ZIP `find` makes sure far sooner than `rfind`.
  std::size_t at = tail.find(kEnd) == std::string_view::npos ? std::string_view::npos : tail.rfind(kEnd);
  for (int tried = 0; at != std::string_view::npos && tried < kEndsTried; ++tried) {
    if (const auto place = place_by_end(bytes, first + at)) return place;
    if (at == 0) break;
    at = tail.rfind(kEnd, at - 1);
  }
  return std::nullopt;
}

/// The data of the entry whose local header stands at `at`, where it is stored as it is.
std::string_view stored_data(std::string_view bytes, std::uint64_t at, std::uint32_t size) {
  if (at > bytes.size() || !stands_at(bytes, static_cast<std::size_t>(at), kLocal)) return {};
  const auto local = static_cast<std::size_t>(at);
  const std::size_t data = local + kLocalBytes + u16_at(bytes, local + 26) + u16_at(bytes, local + 28);
  return u16_at(bytes, local + 8) != 0 || data > bytes.size() ? std::string_view() : bytes.substr(data, size);
}

ZipDirectory read_central(std::string_view bytes, Place place) {
  ZipDirectory directory;
  directory.begin = place.begin;
  directory.is_complete = true;
  std::size_t at = place.directory;
  while (stands_at(bytes, at, kCentral) && bytes.size() - at >= kCentralBytes && directory.names.size() < kMostNames) {
    const std::string_view name = bytes.substr(at + kCentralBytes, u16_at(bytes, at + 28));
    directory.names.push_back(name);
    if (name == "mimetype") {
      directory.mimetype = stored_data(bytes, place.begin + u32_at(bytes, at + 42), u32_at(bytes, at + 24));
    }
    at += kCentralBytes + name.size() + u16_at(bytes, at + 30) + u16_at(bytes, at + 32);
  }
  return directory;
}

ZipDirectory read_local_headers(std::string_view bytes) {
  ZipDirectory directory;
  std::size_t at = 0;
  while (stands_at(bytes, at, kLocal) && bytes.size() - at >= kLocalBytes && directory.names.size() < kMostNames) {
    const std::uint32_t size = u32_at(bytes, at + 18);
    const std::string_view name = bytes.substr(at + kLocalBytes, u16_at(bytes, at + 26));
    directory.names.push_back(name);
    if (name == "mimetype") directory.mimetype = stored_data(bytes, at, size);
    const std::size_t data = at + kLocalBytes + name.size() + u16_at(bytes, at + 28);
    const bool unknown_size = size == 0 && (u16_at(bytes, at + 6) & kSizesFollow) != 0;
    at = unknown_size ? bytes.find(kLocal, data) : data + size;
    if (at == std::string_view::npos) break;
  }
  return directory;
}

}  // namespace

std::optional<ZipDirectory> list_zip(std::string_view bytes) {
  if (const auto place = find_directory(bytes)) return read_central(bytes, *place);
  if (bytes.starts_with(kLocal) || bytes.starts_with(kEnd)) return read_local_headers(bytes);
  return std::nullopt;
}

}  // namespace fazhi
