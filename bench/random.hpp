#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace fazhi::bench {

/// Numbers that look random and are the same for a seed on every machine
/// (SplitMix64; Steele, Lea, Flood, "Fast Splittable Pseudorandom Number
/// Generators", 2014). The standard library's distributions differ between
/// its makers.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t value = state_;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
    return value ^ (value >> 31);
  }

  /// From 0 to `count` - 1; `count` is not 0.
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
  /// Both ends included.
  int between(int least, int most) { return least + static_cast<int>(below(static_cast<std::size_t>(most - least + 1))); }
  bool chance(int percent) { return between(0, 99) < percent; }

  template <class T>
  const T& pick(std::span<const T> from) {
    return from[below(from.size())];
  }

  template <class Items>
  void shuffle(Items& items) {
    for (std::size_t left = items.size(); left > 1; --left) std::swap(items[left - 1], items[below(left)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace fazhi::bench
