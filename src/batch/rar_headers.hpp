#pragma once

#include <string_view>
#include <vector>

namespace fazhi {

/// What stands in the headers of a RAR archive (versions 4 and 5) that libarchive
/// does not tell.
struct RarHeaders {
  bool is_volume = false;             ///< one of several files that make up the archive
  bool headers_enciphered = false;
  bool is_cut = false;                ///< the last block is not there, or not whole
  std::vector<bool> file_enciphered;  ///< of RAR 5, file by file in order, as far as `bytes` go
};

[[nodiscard]] RarHeaders read_rar_headers(std::string_view bytes);

}  // namespace fazhi
