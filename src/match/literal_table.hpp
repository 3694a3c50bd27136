#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "match/code_point.hpp"

namespace fazhi::detail {

/// Finds every occurrence of many literals in one pass: bitmaps of hashed pairs
/// and triples of code points reject almost every place, a bucket of literals
/// that begin with the pair or triple is compared at the rest.
class LiteralTable {
 public:
  /// The literal's number, the same for the same literal. `literal` is not empty.
  std::uint32_t add(const std::string& literal);
  /// After the last `add` and before the first `find`.
  void freeze();

  [[nodiscard]] std::size_t size() const { return literals_.size(); }
  [[nodiscard]] const std::string& literal(std::uint32_t number) const { return literals_[number]; }

  /// Calls `hit(number, byte_offset)` for each occurrence, in ascending order of place.
  template <class Hit>
  void find(std::string_view text, Hit&& hit) const {
    std::size_t at = 0;
    std::size_t next = 0;
    std::uint32_t point = point_at(text, next);
    std::size_t behind = next;
    std::uint32_t next_point = point_at(text, behind);
    while (at < text.size()) {
      std::size_t end = behind;
      const std::uint32_t third_point = point_at(text, end);
      if (single_bit(point)) report(singles_.at(bucket_of(point)), text, at, hit);
      const std::uint32_t mixed = mix(point, next_point);
      const std::uint32_t pair = hash_of(mixed);
      if (has_bit(pair_bits_, pair)) report(pairs_.at(pair & kBucketMask), text, at, hit);
      const std::uint32_t triple = hash_of(mix(mixed, third_point));
      if (has_bit(triple_bits_, triple)) report(triples_.at(triple & kBucketMask), text, at, hit);
      at = next;
      next = behind;
      behind = end;
      point = next_point;
      next_point = third_point;
    }
  }

 private:
  static constexpr std::uint32_t kEnd = 0;
  static constexpr std::uint32_t kHashBits = 17;
  static constexpr std::uint32_t kBucketMask = (1u << 14) - 1;

  /// The code point at `at`, which moves behind it; kEnd where the text has ended.
  static std::uint32_t point_at(std::string_view text, std::size_t& at) {
    return at < text.size() ? next_code_point(text, at) : kEnd;
  }
  static std::uint32_t mix(std::uint32_t a, std::uint32_t b) { return (a * 0x9E3779B1u) ^ (b * 0x85EBCA77u); }
  static std::uint32_t hash_of(std::uint32_t mixed) { return mixed * 0xC2B2AE3Du >> (32 - kHashBits); }
  static bool has_bit(const std::vector<std::uint64_t>& bits, std::uint32_t hash) {
    return (bits[hash >> 6] >> (hash & 63) & 1) != 0;
  }
  static std::uint32_t bucket_of(std::uint32_t point) { return point & kBucketMask; }
  bool single_bit(std::uint32_t point) const {
    const std::uint32_t low = point & 0xFFFF;
    return (single_bits_[low >> 6] >> (low & 63) & 1) != 0;
  }

  /// The first bytes of a text, eight and eight, as far as it goes.
  using Head = std::array<std::uint64_t, 2>;
  static constexpr std::size_t kHeadBytes = sizeof(Head);

  /// A literal as it is compared: its first bytes at once, which most have no more than.
  struct Entry {
    Head head{};  ///< as many bytes as `mask` lets through
    Head mask{};
    std::uint32_t number = 0;
    std::uint32_t size = 0;  ///< bytes

    [[nodiscard]] bool begins(const Head& text) const {
      return (text[0] & mask[0]) == head[0] && (text[1] & mask[1]) == head[1];
    }
  };

  /// Entries in buckets, all in one array.
  struct Buckets {
    std::vector<Entry> entries;
    std::vector<std::uint32_t> begins;  ///< one a bucket and one behind

    [[nodiscard]] std::span<const Entry> at(std::uint32_t bucket) const {
      return {entries.data() + begins[bucket], entries.data() + begins[bucket + 1]};
    }
  };

  [[nodiscard]] Entry entry_of(std::uint32_t number) const;
  /// `numbered`: bucket and number of each literal.
  [[nodiscard]] Buckets buckets_of(std::vector<std::pair<std::uint32_t, std::uint32_t>> numbered) const;

  static Head head_at(std::string_view text, std::size_t at) {
    Head head{};
    if (text.size() - at >= kHeadBytes) {
      std::memcpy(head.data(), text.data() + at, kHeadBytes);
    } else {
      std::memcpy(head.data(), text.data() + at, text.size() - at);
    }
    return head;
  }

  template <class Hit>
  void report(std::span<const Entry> bucket, std::string_view text, std::size_t at, Hit& hit) const {
    const Head head = head_at(text, at);
    for (const Entry& each : bucket) {
      if (!each.begins(head) || each.size > text.size() - at) continue;
      if (each.size > kHeadBytes && std::memcmp(text.data() + at + kHeadBytes, literals_[each.number].data() + kHeadBytes,
                                                each.size - kHeadBytes) != 0) {
        continue;
      }
      hit(each.number, static_cast<std::uint32_t>(at));
    }
  }

  std::vector<std::string> literals_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  ///< until frozen
  std::vector<std::uint64_t> pair_bits_;
  std::vector<std::uint64_t> triple_bits_;
  std::vector<std::uint64_t> single_bits_;
  Buckets triples_;  ///< literals of three code points and more
  Buckets pairs_;    ///< literals of two code points
  Buckets singles_;  ///< literals of one code point
};

}  // namespace fazhi::detail
