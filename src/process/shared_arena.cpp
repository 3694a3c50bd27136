#include "process/shared_arena.hpp"

#include <sys/mman.h>
#include <unistd.h>

namespace fazhi {
namespace {

constexpr std::size_t kAlignment = alignof(std::max_align_t);

}  // namespace

SharedArena::SharedArena(std::size_t size_bytes) : size_bytes_(size_bytes) {
  void* const memory =
      ::mmap(nullptr, size_bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory != MAP_FAILED) begin_ = static_cast<std::byte*>(memory);
}

SharedArena::~SharedArena() {
  if (begin_ != nullptr) ::munmap(begin_, size_bytes_);
}

void* SharedArena::allocate(std::size_t size_bytes) {
  const std::size_t left = size_bytes_ - used_bytes_;
  if (size_bytes > left || left - size_bytes < kAlignment) ::_exit(kArenaFull);
  std::byte* const out = begin_ + used_bytes_;
  used_bytes_ += (size_bytes + kAlignment - 1) / kAlignment * kAlignment;
  return out;
}

}  // namespace fazhi
