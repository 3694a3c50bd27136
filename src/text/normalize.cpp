#include "text/normalize.hpp"

#include <algorithm>

#include "text/field_code.hpp"
#include "text/fold_table.hpp"
#include "text/page_number.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

constexpr std::uint32_t kUnset = ~std::uint32_t{0};

constexpr bool is_ascii_letter(char32_t value) {
  return (value >= U'a' && value <= U'z') || (value >= U'A' && value <= U'Z');
}

constexpr bool is_ascii_alphanumeric(char32_t value) {
  return is_ascii_letter(value) || (value >= U'0' && value <= U'9');
}

constexpr char32_t full_width_of(char32_t punctuation) { return punctuation + (U'！' - U'!'); }

/// Appends the normal form of one paragraph after the other.
class Normalizer {
 public:
  Normalizer(std::string_view original, NormalText& out) : original_(original), out_(out) {}

  void add_paragraph(TextRange range) {
    end_ = range.end;
    paragraph_begin_ = normal_size();
    original_end_ = range.begin;
    space_at_ = kUnset;
    out_.map.add(paragraph_begin_, range.begin);
    for (std::uint32_t at = range.begin; at < end_;) {
      const std::uint32_t run_end = plain_run_end(original_, at, end_);
      if (run_end > at) copy_run(at, run_end);
      at = run_end < end_ ? fold_at(run_end) : run_end;
    }
    out_.paragraphs.push_back({paragraph_begin_, normal_size()});
    out_.map.add(normal_size(), original_end_);
    out_.text += '\n';
    out_.map.add(normal_size(), original_end_);
  }

 private:
  [[nodiscard]] std::uint32_t normal_size() const { return static_cast<std::uint32_t>(out_.text.size()); }

  /// The last character written in this paragraph where it is ASCII, else 0.
  [[nodiscard]] char32_t last_ascii() const {
    if (normal_size() == paragraph_begin_) return 0;
    const char32_t last = utf8::byte_at(out_.text, out_.text.size() - 1);
    return last < 0x80 ? last : 0;
  }

  /// What the next character that is not dropped becomes; 0 where that depends
  /// on its neighbours or there is none.
  [[nodiscard]] char32_t next_folded(std::uint32_t at) const {
    while (at < end_) {
      const auto [value, size] = utf8::decode(original_, at);
      const Folded fold = fold_of(value);
      if (fold.action == FoldAction::none) return fold.replacement;
      if (fold.action != FoldAction::drop) return 0;
      at += size;
    }
    return 0;
  }

  /// Called before what stands at `at` is written as `first`: white space that
  /// stood before it is told here, and what was dropped enters the map.
  void begin_writing(char32_t first, std::uint32_t at) {
    if (space_at_ != kUnset && is_ascii_alphanumeric(last_ascii()) && is_ascii_alphanumeric(first)) {
      const std::uint32_t space_at = space_at_;
      space_at_ = kUnset;
      write(U' ', space_at, utf8::decode(original_, space_at).size_bytes);
    }
    space_at_ = kUnset;
    if (at == original_end_) return;
    out_.map.add(normal_size(), original_end_);
    out_.map.add(normal_size(), at);
  }

  void copy_run(std::uint32_t begin, std::uint32_t end) {
    begin_writing(utf8::byte_at(original_, begin), begin);
    out_.text.append(original_, begin, end - begin);
    original_end_ = end;
  }

  void write(char32_t value, std::uint32_t at, std::uint32_t size) {
    begin_writing(value, at);
    const std::uint32_t normal_begin = normal_size();
    utf8::append(out_.text, value);
    original_end_ = at + size;
    if (normal_size() - normal_begin != size) out_.map.add(normal_size(), original_end_);
  }

  /// Folds the character at `at`; where to go on.
  std::uint32_t fold_at(std::uint32_t at) {
    const auto [value, size] = utf8::decode(original_, at);
    const Folded fold = fold_of(value);
    switch (fold.action) {
      case FoldAction::none:
        write(fold.replacement, at, size);
        break;
      case FoldAction::drop:
      case FoldAction::quotation_mark:
      case FoldAction::count:
        break;
      case FoldAction::apostrophe:
        if (joins_letters(at, size)) write(U'\'', at, size);
        break;
      case FoldAction::white_space:
        note_space(at);
        break;
      case FoldAction::line_break:
        note_space(at);
        return line_break_end(at);
      case FoldAction::punctuation:
        write(joins_alphanumerics(at) ? value : full_width_of(value), at, size);
        break;
      case FoldAction::field_bracket:
      case FoldAction::field_brace:
      case FoldAction::trace:
        return fold_field(value, at);
    }
    return at + size;
  }

  void note_space(std::uint32_t at) {
    if (space_at_ == kUnset) space_at_ = at;
  }

  [[nodiscard]] bool joins_letters(std::uint32_t at, std::uint32_t size) const {
    return space_at_ == kUnset && is_ascii_letter(last_ascii()) && is_ascii_letter(next_folded(at + size));
  }

  [[nodiscard]] bool joins_alphanumerics(std::uint32_t at) const {
    return space_at_ == kUnset && is_ascii_alphanumeric(last_ascii()) && is_ascii_alphanumeric(next_folded(at + 1));
  }

  std::uint32_t fold_field(char32_t value, std::uint32_t at) {
    const std::string_view paragraph = original_.substr(0, end_);
    const std::uint32_t field = field_code_size(paragraph, at);
    if (field > 0) return at + field;
    write(value, at, 1);
    return at + 1;
  }

  /// Past the line break at `at`, and past the line behind it where that is a
  /// page number between two halves of the paragraph.
  [[nodiscard]] std::uint32_t line_break_end(std::uint32_t at) const {
    const std::string_view ahead = original_.substr(at + 1, std::min<std::size_t>(end_ - at - 1, kPageNumberLineBytes));
    const std::size_t line_size = ahead.find('\n');
    const bool page_number = line_size != std::string_view::npos && is_page_number_line(ahead.substr(0, line_size));
    return at + 1 + (page_number ? static_cast<std::uint32_t>(line_size) : 0);
  }

  std::string_view original_;
  NormalText& out_;
  std::uint32_t end_ = 0;              ///< of the paragraph, in the original
  std::uint32_t paragraph_begin_ = 0;  ///< in the normal form
  std::uint32_t original_end_ = 0;     ///< of what was written last
  std::uint32_t space_at_ = kUnset;    ///< the first white space since then
};

}  // namespace

NormalText normalize(std::string_view original, std::span<const TextRange> paragraphs) {
  NormalText out;
  out.text.reserve(original.size() + paragraphs.size());
  out.paragraphs.reserve(paragraphs.size());
  Normalizer normalizer(original, out);
  for (const TextRange paragraph : paragraphs) normalizer.add_paragraph(paragraph);
  return out;
}

std::string normalize_phrase(std::string_view phrase) {
  const TextRange whole{0, static_cast<std::uint32_t>(phrase.size())};
  std::string text = normalize(phrase, std::span(&whole, 1)).text;
  text.pop_back();
  return text;
}

}  // namespace fazhi
