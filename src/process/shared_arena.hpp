#pragma once

#include <cstddef>

namespace fazhi {

/// Memory that a copy of this process fills and this process reads when the
/// copy has ended: pointers into it mean the same on both sides. Pages cost
/// only once they are written.
class SharedArena {
 public:
  explicit SharedArena(std::size_t size_bytes);
  SharedArena(const SharedArena&) = delete;
  SharedArena& operator=(const SharedArena&) = delete;
  ~SharedArena();

  [[nodiscard]] bool is_open() const { return begin_ != nullptr; }
  /// `size_bytes` bytes, aligned for every type; never freed before the arena.
  /// Where nothing is left the process ends with `kArenaFull`: it is for copies.
  [[nodiscard]] void* allocate(std::size_t size_bytes);

 private:
  std::byte* begin_ = nullptr;
  std::size_t size_bytes_ = 0;
  std::size_t used_bytes_ = 0;
};

/// Exit code of a copy that found its arena full.
inline constexpr int kArenaFull = 77;

}  // namespace fazhi
