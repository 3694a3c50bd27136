#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fazhi::test {

/// An entry of a ZIP archive; what is set says something else than what is true.
struct ZipEntry {
  std::string name;
  std::string bytes;
  bool deflated = true;
  std::optional<std::uint32_t> claimed_size = std::nullopt;  ///< in both headers
  std::optional<std::uint32_t> claimed_crc = std::nullopt;
  std::uint16_t flags = 0x800;                               ///< names are UTF-8
  std::optional<std::uint16_t> method = std::nullopt;
  std::uint32_t attributes = 0;                              ///< those of Unix, shifted by 16
  std::optional<std::string> name_in_directory = std::nullopt;
};

[[nodiscard]] std::string zip(const std::vector<ZipEntry>& entries);
/// Many entries of the directory that all lead to one packed stream of zeros.
[[nodiscard]] std::string overlapping_zip(std::size_t entries, std::size_t unpacked_bytes);

struct TarEntry {
  std::string name;
  std::string bytes = {};
  char type = '0';          ///< 0 file, 1 hard link, 2 symbolic link, 3 device, 5 folder, 6 pipe
  std::string target = {};  ///< of a link
  std::string size = {};    ///< the field as it stands; "" for the true one
};

[[nodiscard]] std::string tar(const std::vector<TarEntry>& entries);
[[nodiscard]] std::string gzip(std::string_view bytes);

/// Packed by libarchive: "7zip" without a filter, "raw" with "bzip2", "xz" or "zstd".
[[nodiscard]] std::string packed(std::string_view format, std::string_view filter, const std::string& name,
                                 std::string_view bytes);

/// Deflated as ZIP and PDF have it: without or with the head of zlib.
[[nodiscard]] std::string deflated(std::string_view bytes, bool with_head);

}  // namespace fazhi::test
