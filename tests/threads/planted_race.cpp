// planted_race pipeline|loop: races that the thread sanitizer must tell although oneTBB,
// which runs them, is not built with it. Were they not told, nothing else would be.

#include <cstddef>
#include <iostream>
#include <optional>
#include <string_view>
#include <thread>

#include "batch/flow.hpp"
#include "batch/parallel.hpp"

namespace {

constexpr std::size_t kItems = 1'000;

/// Lets another thread come in between.
void count_unguarded(std::size_t& count) {
  for (int turn = 0; turn < 50; ++turn) std::this_thread::yield();
  ++count;
}

std::size_t race_in_pipeline() {
  std::size_t count = 0;
  std::size_t next = 0;
  fazhi::Flow<std::size_t> flow;
  flow.jobs = 4;
  flow.next = [&]() -> std::optional<std::size_t> { return next < kItems ? std::optional(next++) : std::nullopt; };
  flow.bytes_of = [](const std::size_t&) { return std::size_t{1}; };
  flow.work = [&](std::size_t&, fazhi::Scratch&) { count_unguarded(count); };
  flow.take = [](std::size_t&) {};
  flow.run();
  return count;
}

std::size_t race_in_loop() {
  std::size_t count = 0;
  fazhi::for_each_index(kItems, [&](std::size_t) { count_unguarded(count); });
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  const bool in_loop = argc > 1 && std::string_view(argv[1]) == "loop";
  std::cout << (in_loop ? race_in_loop() : race_in_pipeline()) << " of " << kItems << '\n';
}
