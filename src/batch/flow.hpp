#pragma once

#include <tbb/enumerable_thread_specific.h>

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>

#include "base/limits.hpp"
#include "batch/parallel.hpp"
#include "match/database.hpp"

namespace fazhi {

/// Items read one after the other, worked on by `jobs` threads, and taken in the
/// order in which they were read.
template <class Item>
struct Flow {
  std::size_t jobs = 1;
  std::size_t bytes_in_flight = limits::kBatchBytesInFlight;  ///< less only in tests
  std::function<std::optional<Item>()> next;          ///< one call at a time
  std::function<std::size_t(const Item&)> bytes_of;   ///< what an item weighs before it is worked on
  std::function<void(Item&, Scratch&)> work;          ///< many at a time
  std::function<void(Item&)> take;                    ///< one at a time, in order

  /// Items in memory for each thread: some wait for their turn to be taken.
  static constexpr std::size_t kItemsInFlight = 4;

  void run() {
    tbb::enumerable_thread_specific<Scratch> scratches;
    std::atomic<std::size_t> bytes_now = 0;
    const auto do_work = [&](Cargo& cargo) {
      work(cargo.item, scratches.local());
      cargo.is_worked = true;
    };
    // A pointer goes through the pipeline; the item's way ends in `take`.
    const auto read = [&]() -> Cargo* {
      std::optional<Item> item = next();
      if (!item) return nullptr;
      auto cargo = std::make_unique<Cargo>(Cargo{std::move(*item), 0, false});
      cargo->bytes = bytes_of(cargo->item);
      // The thread that reads does what would be too much at once: waiting for the
      // others could wait for ever, since nothing promises that there are any.
      if (bytes_now + cargo->bytes > bytes_in_flight) {
        do_work(*cargo);
      } else {
        bytes_now += cargo->bytes;
      }
      return cargo.release();
    };
    const auto run_work = [&](Cargo& cargo) {
      if (cargo.is_worked) return;
      do_work(cargo);
      bytes_now -= cargo.bytes;
    };
    const auto run_take = [&](Cargo* handle) {
      const std::unique_ptr<Cargo> cargo(handle);
      take(cargo->item);
    };
    run_pipeline<Cargo>(jobs, jobs * kItemsInFlight, read, run_work, run_take);
  }

 private:
  struct Cargo {
    Item item;
    std::size_t bytes = 0;
    bool is_worked = false;
  };
};

}  // namespace fazhi
