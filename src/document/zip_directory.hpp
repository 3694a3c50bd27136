#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace fazhi {

/// What a ZIP file says of its entries, without unpacking any.
struct ZipDirectory {
  std::size_t begin = 0;                ///< of the ZIP behind other bytes, where its offsets count from there
  std::vector<std::string_view> names;  ///< as stored, in the order of the directory; views of the bytes
  bool is_complete = false;             ///< the central directory is there
  std::string_view mimetype;            ///< content of the stored entry of that name (ODF 1.2, part 3, 3.3); "" where it has none
};

/// Reads the central directory (APPNOTE 4.3.12, ZIP64 included) or, where that
/// is lost, the local headers from the beginning on. Nothing where `bytes` are
/// no ZIP. At most 20000 names.
[[nodiscard]] std::optional<ZipDirectory> list_zip(std::string_view bytes);

}  // namespace fazhi
