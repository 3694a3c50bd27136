#pragma once

// The only door to oneTBB. The thread sanitizer does not see inside that library, so
// what it hands from thread to thread is told here; tests/tsan.ignore leaves this file
// and the library's headers out, which run before it is told.

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <cstddef>

#ifdef FAZHI_THREAD_SANITIZER
#include <sanitizer/tsan_interface.h>
#endif

namespace fazhi {
namespace detail {

/// A point in time: what was done before pass() is seen by whoever calls wait() after
/// it. Orders nothing by itself: oneTBB does, and the sanitizer is told.
class HandOver {
 public:
#ifdef FAZHI_THREAD_SANITIZER
  static void pass(void* token) { __tsan_release(token); }
  static void wait(void* token) { __tsan_acquire(token); }
#else
  static void pass(void*) {}
  static void wait(void*) {}
#endif
  void pass() { pass(this); }
  void wait() { wait(this); }
};

}  // namespace detail

/// While it lives, no more than `jobs` threads work.
class ThreadLimit {
 public:
  explicit ThreadLimit(std::size_t jobs) : control_(tbb::global_control::max_allowed_parallelism, jobs) {}

 private:
  tbb::global_control control_;
};

/// body(0) … body(count - 1), each once, in any order, on many threads; returns when all
/// are done.
template <class Body>
void for_each_index(std::size_t count, const Body& body) {
  detail::HandOver begun;
  detail::HandOver done;
  begun.pass();
  tbb::parallel_for(std::size_t{0}, count, [&](std::size_t index) {
    begun.wait();
    body(index);
    done.pass();
  }, tbb::simple_partitioner());
  done.wait();
}

/// The same; a thread that waits for the others begins nothing else meanwhile.
template <class Body>
void for_each_index_alone(std::size_t count, const Body& body) {
  tbb::this_task_arena::isolate([&] { for_each_index(count, body); });
}

/// Items from `read`, one call at a time until it gives null, through `work`, many at a
/// time, to `take`, one at a time in the order in which they were read. `most` are on
/// their way at once; `jobs` threads work.
template <class Item, class Read, class Work, class Take>
void run_pipeline(std::size_t jobs, std::size_t most, const Read& read, const Work& work, const Take& take) {
  using detail::HandOver;
  HandOver reading;
  HandOver taking;
  const auto run_read = [&](tbb::flow_control& control) -> Item* {
    reading.wait();
    Item* const item = read();
    reading.pass();
    if (item == nullptr) {
      control.stop();
    } else {
      HandOver::pass(item);
    }
    return item;
  };
  const auto run_work = [&](Item* item) -> Item* {
    HandOver::wait(item);
    work(*item);
    HandOver::pass(item);
    return item;
  };
  const auto run_take = [&](Item* item) {
    taking.wait();
    HandOver::wait(item);
    take(item);
    taking.pass();
  };
  const ThreadLimit limit(jobs);
  tbb::task_arena arena(static_cast<int>(jobs));
  reading.pass();
  taking.pass();
  arena.execute([&] {
    tbb::parallel_pipeline(most, tbb::make_filter<void, Item*>(tbb::filter_mode::serial_in_order, run_read) &
                                     tbb::make_filter<Item*, Item*>(tbb::filter_mode::parallel, run_work) &
                                     tbb::make_filter<Item*, void>(tbb::filter_mode::serial_in_order, run_take));
  });
  reading.wait();
  taking.wait();
}

}  // namespace fazhi
