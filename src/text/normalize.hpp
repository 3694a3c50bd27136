#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/range.hpp"

namespace fazhi {

/// Leads from byte offsets in a normal form back to the text that it was made
/// from. Between two recorded points the texts run alike byte for byte.
class OffsetMap {
 public:
  /// Records that what stands from `normal` on in the normal form was made from
  /// what stands from `original` on. Calls come in ascending order of both. Two
  /// calls with one `normal` tell of a deletion there: where the text before it
  /// ended, and where it goes on.
  void add(std::uint32_t normal, std::uint32_t original);

  /// The original offset of the code point that stands at `normal`.
  [[nodiscard]] std::uint32_t original_begin(std::uint32_t normal) const;

  /// The original end of the code point that ends at `normal`.
  [[nodiscard]] std::uint32_t original_end(std::uint32_t normal) const;

  /// The original range of a normal range: from the first code point of the
  /// range to the end of its last one; what was dropped within is inside, what
  /// was dropped before or behind is not.
  [[nodiscard]] TextRange original_range(TextRange normal) const;

 private:
  struct Point {
    std::uint32_t normal;
    std::uint32_t original;
  };
  std::vector<Point> points_;
};

/// A text in the form that matching sees.
struct NormalText {
  std::string text;                   ///< paragraphs, each followed by one '\n'
  std::vector<TextRange> paragraphs;  ///< in `text`, without the '\n'; one for each given, maybe empty
  OffsetMap map;                      ///< from `text` to the original
};

/// Brings `paragraphs` of `original` (valid UTF-8) into normal form:
/// - full-width digits, Latin letters and ％ ． ＋ － ／ ＆ ＃ ＊ ＠ ＝ to ASCII; half-width ( ) ~ and
///   , ; : ! ? to full-width, the latter not between two ASCII letters or digits; 〔〕［］【】 stay;
///   ﹙﹚ and other small or vertical forms to the ordinary ones; the several middle dots (• ・ ‧) to ·;
///   dashes of every kind to —, hyphens and the minus sign to -; wave dashes to ～;
/// - quotation marks of every kind (“” ‘’ " ' 「」 『』 ＂ ＇ 〝〞 « » and so on) are dropped, but an
///   apostrophe between two Latin letters stays;
/// - traditional characters to simplified ones, one for one, unless GB 2312 holds them (後, 於, 乾);
/// - compatibility ideographs and radicals (⼀ ⻓) to the plain ones;
/// - white space (of every kind, line breaks within a paragraph included) is dropped, except one
///   space between two ASCII letters or digits;
/// - dropped: zero-width and bidi characters, soft hyphens, variation selectors, BOM, control characters,
///   private-use characters, U+FFFC, `[bookmark: …]`, `{PAGE}`-like field codes, `_GoBack`-like traces;
///   page numbers on a line of their own between two lines of a paragraph (- 3 -, — 3 —, 第3页 共8页, ·3·).
/// Text that is already normal is copied in runs, not character by character. The normal form of a
/// normal form is itself unless dropping made a field code ({PA-GE}). Ranges lie in `original`, in 4 GB.
[[nodiscard]] NormalText normalize(std::string_view original, std::span<const TextRange> paragraphs);

/// The normal form of a single phrase, as a checklist's literals need it.
[[nodiscard]] std::string normalize_phrase(std::string_view phrase);

/// The parts of normalisation that are safe inside a regular expression:
/// quotation marks outside character classes are dropped, with a quantifier of
/// theirs; characters beyond ASCII are folded unless they would turn into
/// syntax (％ to %, but ． stays). ASCII stays as it is.
[[nodiscard]] std::string normalize_pattern(std::string_view pattern);

}  // namespace fazhi
