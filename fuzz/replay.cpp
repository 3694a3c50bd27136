// test_fuzz [TARGET FILE...]: feeds every target its seeds and what once broke
// it, or one target the files named. A promise that is broken ends it.
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "seeds.hpp"
#include "targets.hpp"

namespace fazhi::fuzz {
namespace {

struct Target {
  std::string_view name;
  void (*run)(std::string_view);
};

#define FAZHI_TARGET(name) Target{#name, name},
constexpr std::array kTargets{FAZHI_FUZZ_TARGETS(FAZHI_TARGET)};
#undef FAZHI_TARGET

void run(const Target& target, const Seed& seed) {
  // Told before, so that the last line names what ended the program.
  std::printf("%.*s: %s, %zu bytes\n", static_cast<int>(target.name.size()), target.name.data(), seed.name.c_str(),
              seed.bytes.size());
  std::fflush(stdout);
  target.run(seed.bytes);
}

int run_files(std::string_view name, int count, char** paths) {
  for (const Target& each : kTargets) {
    if (each.name != name) continue;
    for (int index = 0; index < count; ++index) {
      std::ifstream file(paths[index], std::ios::binary);
      if (!file) {
        std::fprintf(stderr, "no such file: %s\n", paths[index]);
        return 2;
      }
      run(each, {paths[index], {std::istreambuf_iterator<char>(file), {}}});
    }
    return 0;
  }
  std::fprintf(stderr, "no such target: %.*s\n", static_cast<int>(name.size()), name.data());
  return 2;
}

}  // namespace
}  // namespace fazhi::fuzz

int main(int count, char** arguments) {
  using namespace fazhi::fuzz;
  if (count > 1) return run_files(arguments[1], count - 2, arguments + 2);
  for (const Target& target : kTargets) {
    const std::vector<Seed> seeds = seeds_of(target.name);
    if (seeds.empty()) {
      std::fprintf(stderr, "no seeds: %.*s\n", static_cast<int>(target.name.size()), target.name.data());
      return 1;
    }
    run(target, {"nothing", {}});
    for (const Seed& each : seeds) run(target, each);
  }
  return 0;
}
