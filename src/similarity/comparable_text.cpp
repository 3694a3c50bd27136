#include "similarity/comparable_text.hpp"

#include <algorithm>
#include <numeric>

#include "text/utf8.hpp"

namespace fazhi {
namespace {

/// Points that stand for something: private use, which a normal form has none of.
constexpr char32_t kFigure = 0xE000;
constexpr char32_t kOwnName = 0xE001;
constexpr char32_t kDocumentTitle = 0xE002;

constexpr std::u32string_view kHanNumerals = U"〇零一二三四五六七八九十百千万亿两廿";
constexpr std::string_view kTitleBegin = "《";
constexpr std::string_view kTitleEnd = "》";

/// The longest title of a document has some sixty characters. An opening 《 with
/// no 》 so near is taken for a mark alone.
constexpr std::size_t kTitleBytes = 300;

bool is_figure(char32_t value) {
  return (value >= U'0' && value <= U'9') || kHanNumerals.find(value) != std::u32string_view::npos;
}

bool is_latin(char32_t value) { return (value >= U'a' && value <= U'z') || (value >= U'A' && value <= U'Z'); }

char32_t lower_case(char32_t value) { return value >= U'A' && value <= U'Z' ? value - U'A' + U'a' : value; }

class PointMaker {
 public:
  PointMaker(std::string_view text, std::span<const std::string> own_names, ComparableText& out)
      : text_(text), own_names_(own_names), out_(out) {}

  void take(TextRange part) {
    part_begin_ = out_.points.size();
    for (std::uint32_t at = part.begin; at < part.end;) at = take_at(at, part.end);
  }

 private:
  /// Takes what stands at `at`; where the next begins.
  std::uint32_t take_at(std::uint32_t at, std::uint32_t end) {
    const std::string_view rest = text_.substr(at, end - at);
    if (const std::size_t size = own_name_size(rest); size > 0) return take_placeholder(kOwnName, at, size);
    if (rest.starts_with(kTitleBegin)) {
      const std::size_t close = rest.substr(0, kTitleBytes).find(kTitleEnd);
      if (close != std::string_view::npos) return take_placeholder(kDocumentTitle, at, close + kTitleEnd.size());
    }
    const utf8::CodePoint point = utf8::decode(text_, at);
    if (is_figure(point.value)) return take_placeholder(kFigure, at, point.size_bytes);
    const std::uint32_t next = at + point.size_bytes;
    if (utf8::is_han(point.value) || is_latin(point.value)) {
      out_.points.push_back(lower_case(point.value));
      out_.ranges.push_back({at, next});
    }
    return next;
  }

  std::size_t own_name_size(std::string_view rest) const {
    for (const std::string& name : own_names_) {
      if (!name.empty() && rest.starts_with(name)) return name.size();
    }
    return 0;
  }

  /// Alike placeholders of one part that follow each other are one.
  std::uint32_t take_placeholder(char32_t placeholder, std::uint32_t at, std::size_t size_bytes) {
    const std::uint32_t end = at + static_cast<std::uint32_t>(size_bytes);
    if (out_.points.size() > part_begin_ && out_.points.back() == placeholder) {
      out_.ranges.back().end = end;
    } else {
      out_.points.push_back(placeholder);
      out_.ranges.push_back({at, end});
    }
    return end;
  }

  std::string_view text_;
  std::span<const std::string> own_names_;
  ComparableText& out_;
  std::size_t part_begin_ = 0;
};

/// The finaliser of MurmurHash3: every bit of `value` turns every bit of the result.
std::uint32_t mixed(std::uint64_t value) {
  value ^= value >> 33;
  value *= 0xFF51AFD7ED558CCDu;
  value ^= value >> 33;
  value *= 0xC4CEB9FE1A85EC53u;
  return static_cast<std::uint32_t>(value >> 32);
}

/// Hashes of all shingles, rolled from one to the next (Karp and Rabin 1987).
std::vector<std::uint32_t> hash_shingles(std::span<const char32_t> points) {
  std::vector<std::uint32_t> hashes;
  if (points.size() < kShinglePoints) return hashes;
  constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15u;
  std::uint64_t leaving = 1;
  for (std::size_t at = 0; at < kShinglePoints; ++at) leaving *= kBase;
  hashes.reserve(points.size() - kShinglePoints + 1);
  std::uint64_t hash = 0;
  for (std::size_t at = 0; at < points.size(); ++at) {
    hash = hash * kBase + points[at];
    if (at >= kShinglePoints) hash -= leaving * points[at - kShinglePoints];
    if (at + 1 >= kShinglePoints) hashes.push_back(mixed(hash));
  }
  return hashes;
}

std::vector<std::uint32_t> order_by_hash(std::span<const std::uint32_t> hashes) {
  std::vector<std::uint64_t> keys(hashes.size());
  for (std::size_t at = 0; at < hashes.size(); ++at) keys[at] = std::uint64_t{hashes[at]} << 32 | at;
  std::sort(keys.begin(), keys.end());
  std::vector<std::uint32_t> order(keys.size());
  std::transform(keys.begin(), keys.end(), order.begin(), [](std::uint64_t key) { return static_cast<std::uint32_t>(key); });
  return order;
}

}  // namespace

SetPhrases::SetPhrases(std::span<const std::string> phrases) {
  for (const std::string& phrase : phrases) {
    ComparableText points;
    PointMaker(phrase, {}, points).take({0, static_cast<std::uint32_t>(phrase.size())});
    if (points.points.size() > 1) phrases_.emplace_back(points.points.begin(), points.points.end());
  }
  std::sort(phrases_.begin(), phrases_.end());
}

std::vector<std::uint8_t> SetPhrases::mark(std::span<const char32_t> points) const {
  std::vector<std::uint8_t> marks(points.size(), 0);
  const std::u32string_view all(points.data(), points.size());
  std::size_t marked_end = 0;
  for (std::size_t at = 0; at < all.size(); ++at) {
    auto phrase = std::lower_bound(phrases_.begin(), phrases_.end(), all.substr(at, 1));
    for (; phrase != phrases_.end() && phrase->front() == all[at]; ++phrase) {
      if (!all.substr(at).starts_with(*phrase)) continue;
      const std::size_t end = at + phrase->size();
      for (std::size_t each = std::max(at, marked_end); each < end; ++each) marks[each] = 1;
      marked_end = std::max(marked_end, end);
    }
  }
  return marks;
}

ComparableText comparable_text(std::string_view text, std::span<const TextRange> parts,
                               std::span<const std::string> own_names, const SetPhrases& set_phrases) {
  ComparableText out;
  PointMaker maker(text, own_names, out);
  for (const TextRange part : parts) maker.take(part);
  out.set_phrase = set_phrases.mark(out.points);
  out.shingles = hash_shingles(out.points);
  out.by_hash = order_by_hash(out.shingles);
  return out;
}

}  // namespace fazhi
