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
  /// In a copy the process ends where nothing is left.
  [[nodiscard]] void* allocate(std::size_t size_bytes);

 private:
  std::byte* begin_ = nullptr;
  std::size_t size_bytes_ = 0;
  std::size_t used_bytes_ = 0;
};

enum class ForkedEnd {
  returned,
  out_of_memory,  ///< the arena is full
  out_of_time,
  crashed,
  not_started,
};

/// Runs `function(argument)` in a copy of this process (fork without exec) and
/// waits for it. It is killed past `cpu_seconds` of computing, or four times that
/// by the clock, since a busy machine is no fault of the input. What it writes is
/// lost but for what stands in a SharedArena. `function` may call no code that
/// takes locks of its own: other threads do not run in the copy. It has no
/// output of any kind. For parsers in C that may crash or stall on hostile
/// input. Safe to call from several threads.
[[nodiscard]] ForkedEnd call_in_copy(void (*function)(void*), void* argument, int cpu_seconds);

}  // namespace fazhi
