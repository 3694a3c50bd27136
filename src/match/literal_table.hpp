#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/range.hpp"
#include "match/arrays.hpp"
#include "match/code_point.hpp"

namespace fazhi::detail {

/// The first bytes of a text, eight and eight, as far as it goes.
using LiteralHead = std::array<std::uint64_t, 2>;

/// A literal as it is compared: its first bytes at once, which most have no more than.
struct LiteralEntry {
  LiteralHead head{};  ///< as many bytes as `mask` lets through
  LiteralHead mask{};
  std::uint32_t number = 0;
  std::uint32_t size = 0;  ///< bytes

  [[nodiscard]] bool begins(const LiteralHead& text) const {
    return (text[0] & mask[0]) == head[0] && (text[1] & mask[1]) == head[1];
  }
};

/// Literals in buckets, all in one array.
template <template <class> class Array>
struct LiteralBuckets {
  Array<LiteralEntry> entries;
  Array<std::uint32_t> begins;  ///< one a bucket and one behind

  [[nodiscard]] View<LiteralEntry> at(std::uint32_t bucket) const {
    return {entries.data() + begins[bucket], entries.data() + begins[bucket + 1]};
  }
};

template <template <class> class Array>
struct LiteralArrays {
  Array<char> text;         ///< the literals, one behind the other
  Array<TextRange> ranges;  ///< of each literal in it, by number
  Array<std::uint64_t> pair_bits;
  Array<std::uint64_t> triple_bits;
  Array<std::uint64_t> single_bits;
  LiteralBuckets<Array> triples;  ///< literals of three code points and more
  LiteralBuckets<Array> pairs;    ///< literals of two code points
  LiteralBuckets<Array> singles;  ///< literals of one code point
};

/// Calls `visit` with each array of `a` and the same of `b`.
template <class A, class B, class Visit>
void for_each_literal_array(A& a, B& b, Visit&& visit) {
  visit(a.text, b.text);
  visit(a.ranges, b.ranges);
  visit(a.pair_bits, b.pair_bits);
  visit(a.triple_bits, b.triple_bits);
  visit(a.single_bits, b.single_bits);
  visit(a.triples.entries, b.triples.entries);
  visit(a.triples.begins, b.triples.begins);
  visit(a.pairs.entries, b.pairs.entries);
  visit(a.pairs.begins, b.pairs.begins);
  visit(a.singles.entries, b.singles.entries);
  visit(a.singles.begins, b.singles.begins);
}

[[nodiscard]] inline LiteralArrays<View> view_of(const LiteralArrays<Owned>& arrays) {
  LiteralArrays<View> out;
  for_each_literal_array(arrays, out, [](const auto& owned, auto& view) { view = owned; });
  return out;
}

/// Finds every occurrence of many literals in one pass: bitmaps of hashed pairs
/// and triples of code points reject almost every place, a bucket of literals
/// that begin with the pair or triple is compared at the rest.
class LiteralTable {
 public:
  /// `arrays`: of LiteralTableBuilder; they outlive the table.
  explicit LiteralTable(const LiteralArrays<View>& arrays) : arrays_(arrays) {}

  [[nodiscard]] std::size_t size() const { return arrays_.ranges.size(); }
  [[nodiscard]] std::string_view literal(std::uint32_t number) const {
    return arrays_.ranges[number].of({arrays_.text.data(), arrays_.text.size()});
  }

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
      if (single_bit(point)) report(arrays_.singles.at(bucket_of(point)), text, at, hit);
      const std::uint32_t mixed = mix(point, next_point);
      const std::uint32_t pair = hash_of(mixed);
      if (has_bit(arrays_.pair_bits, pair)) report(arrays_.pairs.at(pair & kBucketMask), text, at, hit);
      const std::uint32_t triple = hash_of(mix(mixed, third_point));
      if (has_bit(arrays_.triple_bits, triple)) report(arrays_.triples.at(triple & kBucketMask), text, at, hit);
      at = next;
      next = behind;
      behind = end;
      point = next_point;
      next_point = third_point;
    }
  }

 private:
  friend class LiteralTableBuilder;
  static constexpr std::uint32_t kEnd = 0;
  static constexpr std::uint32_t kHashBits = 19;
  static constexpr std::uint32_t kBucketMask = (1u << 14) - 1;

  /// The code point at `at`, which moves behind it; kEnd where the text has ended.
  static std::uint32_t point_at(std::string_view text, std::size_t& at) {
    return at < text.size() ? next_code_point(text, at) : kEnd;
  }
  static std::uint32_t mix(std::uint32_t a, std::uint32_t b) { return (a * 0x9E3779B1u) ^ (b * 0x85EBCA77u); }
  static std::uint32_t hash_of(std::uint32_t mixed) { return mixed * 0xC2B2AE3Du >> (32 - kHashBits); }
  static bool has_bit(View<std::uint64_t> bits, std::uint32_t hash) {
    return (bits[hash >> 6] >> (hash & 63) & 1) != 0;
  }
  static std::uint32_t bucket_of(std::uint32_t point) { return point & kBucketMask; }
  bool single_bit(std::uint32_t point) const {
    const std::uint32_t low = point & 0xFFFF;
    return (arrays_.single_bits[low >> 6] >> (low & 63) & 1) != 0;
  }

  static constexpr std::size_t kHeadBytes = sizeof(LiteralHead);

  static LiteralHead head_at(std::string_view text, std::size_t at) {
    LiteralHead head{};
    if (text.size() - at >= kHeadBytes) {
      std::memcpy(head.data(), text.data() + at, kHeadBytes);
    } else {
      std::memcpy(head.data(), text.data() + at, text.size() - at);
    }
    return head;
  }

  template <class Hit>
  void report(View<LiteralEntry> bucket, std::string_view text, std::size_t at, Hit& hit) const {
    const LiteralHead head = head_at(text, at);
    for (const LiteralEntry& each : bucket) {
      if (!each.begins(head) || each.size > text.size() - at) continue;
      if (each.size > kHeadBytes && std::memcmp(text.data() + at + kHeadBytes, literal(each.number).data() + kHeadBytes,
                                                each.size - kHeadBytes) != 0) {
        continue;
      }
      hit(each.number, static_cast<std::uint32_t>(at));
    }
  }

  LiteralArrays<View> arrays_;
};

/// Collects the literals of a table.
class LiteralTableBuilder {
 public:
  /// The literal's number, the same for the same literal. `literal` is not empty.
  std::uint32_t add(const std::string& literal);
  [[nodiscard]] std::size_t size() const { return literals_.size(); }
  [[nodiscard]] const std::string& literal(std::uint32_t number) const { return literals_[number]; }
  [[nodiscard]] LiteralArrays<Owned> build() const;

 private:
  std::vector<std::string> literals_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace fazhi::detail
