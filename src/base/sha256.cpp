#include "base/sha256.hpp"

#include <nettle/sha2.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace fazhi {

std::string sha256_hex(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out(2 * digest.size(), '\0');
  for (std::size_t index = 0; index < digest.size(); ++index) {
    out[2 * index] = kDigits[digest[index] >> 4];
    out[2 * index + 1] = kDigits[digest[index] & 15];
  }
  return out;
}

}  // namespace fazhi
