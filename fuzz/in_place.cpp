#include "process/forked_call.hpp"

namespace fazhi {

/// Takes the place of the copy of the process in programs of libFuzzer: a copy for
/// each input takes ten times as long as its parsing, and hides a crash.
ForkedEnd call_in_copy(void (*function)(void*), void* argument, int) {
  function(argument);
  return ForkedEnd::returned;
}

}  // namespace fazhi
