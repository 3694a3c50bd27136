#pragma once

namespace fazhi {

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
