#include "document/fixed/picture_size.hpp"

#include <cstddef>

namespace fazhi {
namespace {

/// Unsigned numbers of a file, most significant byte first or last; 0 behind its end.
class Numbers {
 public:
  Numbers(std::string_view bytes, bool big_endian) : bytes_(bytes), big_endian_(big_endian) {}

  [[nodiscard]] std::uint64_t at(std::size_t offset, std::size_t size) const {
    if (offset > bytes_.size() || bytes_.size() - offset < size) return 0;
    std::uint64_t value = 0;
    for (std::size_t index = 0; index < size; ++index) {
      const std::size_t byte = big_endian_ ? index : size - 1 - index;
      value = value << 8 | static_cast<unsigned char>(bytes_[offset + byte]);
    }
    return value;
  }

 private:
  std::string_view bytes_;
  bool big_endian_;
};

std::optional<std::uint64_t> product(std::uint64_t width, std::uint64_t height) {
  constexpr std::uint64_t kMost = 0xFFFFFFFF;
  if (width == 0 || height == 0 || width > kMost || height > kMost) return std::nullopt;
  return width * height;
}

/// ISO/IEC 15948, 11.2.2: the header is the first chunk.
std::optional<std::uint64_t> png_pixels(std::string_view bytes) {
  const Numbers numbers(bytes, true);
  return product(numbers.at(16, 4), numbers.at(20, 4));
}

/// ITU-T T.81, B.2.2: the frame header is behind a marker C0 … CF other than
/// C4 (tables), C8 (reserved) and CC (tables).
std::optional<std::uint64_t> jpeg_pixels(std::string_view bytes) {
  const Numbers numbers(bytes, true);
  std::size_t at = 2;
  while (at + 4 <= bytes.size()) {
    if (numbers.at(at, 1) != 0xFF) return std::nullopt;
    const std::uint64_t marker = numbers.at(at + 1, 1);
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
      return product(numbers.at(at + 7, 2), numbers.at(at + 5, 2));
    }
    const std::uint64_t length = numbers.at(at + 2, 2);
    if (length < 2) return std::nullopt;
    at += 2 + static_cast<std::size_t>(length);
  }
  return std::nullopt;
}

/// TIFF 6.0, section 2: tags 256 and 257 of the first directory.
std::optional<std::uint64_t> tiff_pixels(std::string_view bytes) {
  const Numbers numbers(bytes, bytes.starts_with("MM"));
  const std::size_t directory = static_cast<std::size_t>(numbers.at(4, 4));
  const std::uint64_t count = numbers.at(directory, 2);
  std::uint64_t width = 0;
  std::uint64_t height = 0;
  for (std::uint64_t index = 0; index < count; ++index) {
    const std::size_t entry = directory + 2 + static_cast<std::size_t>(index) * 12;
    const std::uint64_t tag = numbers.at(entry, 2);
    constexpr std::uint64_t kShort = 3;
    const std::uint64_t value = numbers.at(entry + 8, numbers.at(entry + 2, 2) == kShort ? 2 : 4);
    if (tag == 256) width = value;
    if (tag == 257) height = value;
  }
  return product(width, height);
}

}  // namespace

std::optional<std::uint64_t> picture_pixels(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG")) return png_pixels(bytes);
  if (bytes.starts_with("\xFF\xD8\xFF")) return jpeg_pixels(bytes);
  if (bytes.starts_with("II") || bytes.starts_with("MM")) return tiff_pixels(bytes);
  return std::nullopt;
}

}  // namespace fazhi
