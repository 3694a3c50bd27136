#include "document/list_marker.hpp"

#include "text/utf8.hpp"

namespace fazhi {
namespace {

/// Most characters of an ordinal's number: 二十一, 123.
constexpr int kNumeralCharacters = 3;

constexpr std::u32string_view kHanDigits = U"一二三四五六七八九十";

bool is_one_of(char32_t value, std::u32string_view set) { return set.find(value) != std::u32string_view::npos; }

bool is_digit(char32_t value) { return (value >= U'0' && value <= U'9') || (value >= U'０' && value <= U'９'); }

/// Reads a line from its beginning.
class Reader {
 public:
  explicit Reader(std::string_view line) : line_(line) {}

  [[nodiscard]] std::uint32_t position() const { return at_; }

  bool take(std::u32string_view set) {
    const auto [value, size] = utf8::decode(line_, at_);
    if (size == 0 || !is_one_of(value, set)) return false;
    at_ += size;
    return true;
  }

  bool take_han_numeral() {
    int count = 0;
    while (count < kNumeralCharacters && take(kHanDigits)) ++count;
    return count > 0;
  }

  bool take_arabic_numeral() {
    int count = 0;
    for (;; ++count) {
      const auto [value, size] = utf8::decode(line_, at_);
      if (size == 0 || !is_digit(value)) break;
      at_ += size;
    }
    return count > 0 && count < kNumeralCharacters;
  }

  [[nodiscard]] bool at_digit() const { return is_digit(utf8::decode(line_, at_).value); }

 private:
  std::string_view line_;
  std::uint32_t at_ = 0;
};

MarkerAtBegin bracketed_marker(Reader reader) {
  reader.take(U"（(〔");
  const bool han = reader.take_han_numeral();
  if (!han && !reader.take_arabic_numeral()) return {};
  if (!reader.take(U"）)〕")) return {};
  return {han ? ListMarker::chapter : ListMarker::arabic, reader.position()};
}

MarkerAtBegin ordinal_marker(Reader reader) {
  reader.take(U"第");
  if (!reader.take_han_numeral() && !reader.take_arabic_numeral()) return {};
  if (!reader.take(U"，、,章节条：")) return {};
  return {ListMarker::chapter, reader.position()};
}

MarkerAtBegin han_marker(Reader reader) {
  reader.take_han_numeral();
  if (reader.take(U"、．.")) return {ListMarker::chapter, reader.position()};
  if (reader.take(U"是要")) return {ListMarker::running, reader.position()};
  return {};
}

MarkerAtBegin arabic_marker(Reader reader) {
  if (!reader.take_arabic_numeral()) return {};
  const bool point = reader.take(U".．");
  if (point ? reader.at_digit() : !reader.take(U"、）)")) return {};
  return {ListMarker::arabic, reader.position()};
}

}  // namespace

MarkerAtBegin list_marker_of(std::string_view line) {
  const Reader reader(line);
  const char32_t first = utf8::decode(line, 0).value;
  if (is_one_of(first, U"（(〔")) return bracketed_marker(reader);
  if (first == U'第') return ordinal_marker(reader);
  if (is_one_of(first, kHanDigits)) return han_marker(reader);
  if (is_digit(first)) return arabic_marker(reader);
  if (first >= U'①' && first <= U'⑳') return {ListMarker::arabic, 3};
  return {};
}

}  // namespace fazhi
