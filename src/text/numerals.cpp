#include "text/numerals.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "text/calendar.hpp"
#include "text/digit_reader.hpp"
#include "text/han_numeral.hpp"
#include "text/number_terms.hpp"
#include "text/term_match.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kFraction = "分之";
constexpr std::string_view kTenth = "成";

/// What 成 behind a digit makes words with: 三成员.
constexpr std::u32string_view kAfterTenth = U"员功立果绩效套为本品分熟长交就型不";

/// What stands beside digits in formulas, versions and names.
constexpr std::u32string_view kFormulaSigns = U"+×*/=#^";

/// What goes on a number or a date behind its digits, units aside.
constexpr std::u32string_view kAfterDigit = U"余多几来点成分%‰年月日时号季世·、—-至到和～及与廿卅";

/// Each Chinese digit is a Han character of the Basic Multilingual Plane.
constexpr std::uint32_t kHanBytes = 3;

constexpr std::u32string_view kDashes = U"-—";

constexpr std::u32string_view kItemBegins = U"。；：\n";

bool is_list_sign(std::string_view text) {
  return text == "、" || text == "和" || text == "至" || text == "—" || text == "-" || text == "、第";
}

bool is_ascii_letter(char32_t value) { return (value >= U'a' && value <= U'z') || (value >= U'A' && value <= U'Z'); }

class Scanner {
 public:
  Scanner(std::string_view text, TextRange window, const UnitLexicon& units, std::vector<Number>& numbers)
      : text_(text.substr(0, window.end)),
        begin_(window.begin),
        end_(window.end),
        units_(units),
        digits_(text_),
        numbers_(numbers),
        known_(numbers.size()) {}

  void scan() {
    std::uint32_t at = next_numeral(text_, skip_cut_digits(begin_));
    while (at < end_) at = next_numeral(text_, step(at));
  }

 private:
  [[nodiscard]] std::string_view before(std::uint32_t at) const { return text_.substr(0, at); }
  [[nodiscard]] std::string_view behind(std::uint32_t at) const { return text_.substr(at); }
  [[nodiscard]] bool stands(std::string_view word, std::uint32_t at) const { return behind(at).starts_with(word); }
  [[nodiscard]] char32_t last_before(std::uint32_t at) const { return utf8::decode_before(text_, at).value; }
  [[nodiscard]] char32_t first_behind(std::uint32_t at) const { return utf8::decode(text_, at).value; }
  [[nodiscard]] std::string_view text_of(TextRange range) const { return range.of(text_); }

  /// A window that begins inside a number does not hold it.
  [[nodiscard]] std::uint32_t skip_cut_digits(std::uint32_t at) const {
    if (at > 0 && is_digit(text_[at - 1])) {
      while (digits_.digit_at(at)) ++at;
    }
    return at;
  }

  std::uint32_t step(std::uint32_t at) {
    const auto [value, size] = utf8::decode(text_, at);
    if (value < 0x80) return scan_arabic(at);
    return value == U'数' || value == U'几' ? scan_several(at, at + size) : scan_han(at);
  }

  std::uint32_t skip_calendar(std::uint32_t at) {
    const std::uint32_t end = calendar_end(text_, at, end_, date_end_);
    if (end > at) date_end_ = end;
    return end;
  }

  /// 第三, and 三 of 第二、三批.
  bool is_ordinal(TextRange digits) {
    const bool listed =
        ordinal_end_ > 0 && ordinal_end_ < digits.begin && is_list_sign(text_of({ordinal_end_, digits.begin}));
    if (!listed && last_before(digits.begin) != U'第') return false;
    ordinal_end_ = digits.end;
    return true;
  }

  // Arabic digits

  std::uint32_t scan_arabic(std::uint32_t begin) {
    const std::uint32_t digits_end = digits_.plain_end(begin);
    if (is_list_item(begin, digits_end)) return digits_end;
    if (const std::uint32_t end = skip_calendar(begin); end > begin) return end;
    Number number = number_at(begin, {begin, begin});
    digits_.read_arabic(number);
    if (const std::uint32_t end = fraction_end(number.digits.end); end > 0) return end;
    if (stands(kTenth, number.digits.end) && digits_end == begin + 1 && number.notation == Notation::arabic) {
      if (number.digits.end == digits_end) return scan_tenths(begin, text_[begin] - '0', digits_end);
      if (number.decimals > 0) return scan_decimal_tenths(number);
    }
    const std::uint32_t read_end = number.digits.end;
    if (is_ordinal({begin, read_end}) || is_formula(begin, read_end) || is_term_behind(behind(read_end)))
      return read_end;
    if (is_range_end(begin)) number.approximation = Approximation::about;
    complete(number);
    if (number.unit < 0 && !number.is_rate && !counts_by_itself(number, read_end)) return number.range.end;
    return push(number);
  }

  /// 1. 2、 （3） and the like.
  [[nodiscard]] bool is_list_item(std::uint32_t begin, std::uint32_t end) const {
    if (end - begin > 2) return false;
    const char32_t previous = last_before(begin);
    const bool first = begin == 0 || is_one_of(previous, kItemBegins);
    if (stands("）", end)) return first || previous == U'（';
    if (stands("、", end)) return first;
    if (!stands(".", end)) return false;
    return !digits_.digit_at(end + 1) || (first && digits_.plain_end(end + 1) == end + 5 && stands("年", end + 5));
  }

  /// Whether signs of a formula or letters stand beside the digits.
  [[nodiscard]] bool is_formula(std::uint32_t begin, std::uint32_t end) const {
    const char32_t previous = last_before(begin);
    const char32_t next = first_behind(end);
    if (is_one_of(previous, kFormulaSigns) || is_one_of(next, kFormulaSigns)) return true;
    if (previous == U'.' || previous == U':' || is_ascii_letter(previous)) return true;
    if (is_one_of(previous, kDashes) && is_one_of(next, kDashes)) return true;
    return is_ascii_letter(next) && unit_at(end).index < 0;
  }

  [[nodiscard]] bool is_range_end(std::uint32_t begin) const {
    for (const std::string_view sign : {"—", "～", "-", "至"}) {
      if (!before(begin).ends_with(sign)) continue;
      const char32_t previous = last_before(begin - static_cast<std::uint32_t>(sign.size()));
      return (previous >= U'0' && previous <= U'9') || previous == U'%';
    }
    return false;
  }

  [[nodiscard]] bool counts_by_itself(const Number& number, std::uint32_t read_end) const {
    const std::string_view digits = text_of({number.digits.begin, digits_.plain_end(number.digits.begin)});
    const bool digits_only = digits.size() == number.digits.size();
    const bool year_like = digits_only && digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    const bool begins_paragraph = number.digits.begin == 0 || last_before(number.digits.begin) == U'\n';
    const bool is_heading = begins_paragraph && number.decimals > 0;
    return !year_like && !is_heading && !(digits_only && is_number_name(digits, behind(read_end)));
  }

  // Chinese numerals

  std::uint32_t scan_han(std::uint32_t begin) {
    if (is_lone_digit_of_a_word(begin)) return begin + kHanBytes;
    if (const std::uint32_t end = skip_calendar(begin); end > begin) return end;
    const HanNumeral numeral = read_han_numeral(text_, begin, end_);
    const TextRange digits{begin, numeral.end};
    if (stands(kFraction, numeral.end)) return scan_fraction(begin, numeral);
    if (text_of(digits).ends_with("百") && stands("分百", numeral.end)) return scan_full_hundred(digits);
    if (!numeral.valid) return numeral.end;
    if (numeral.characters == 1 && !numeral.has_magnitude && numeral.value > 0 && stands(kTenth, numeral.end)) {
      return scan_tenths(begin, static_cast<int>(numeral.value), numeral.end);
    }
    return scan_han_count(digits, numeral);
  }

  /// Most numerals of running text are part of words such as 一律 and 统一: one
  /// digit, and nothing behind it that follows a number. Told here cheaply.
  [[nodiscard]] bool is_lone_digit_of_a_word(std::uint32_t at) const {
    const std::uint32_t behind_digit = at + kHanBytes;
    if (han_digit(first_behind(at)) < 0 || last_before(at) == U'第') return false;
    const char32_t next = first_behind(behind_digit);
    if (next == 0 || is_one_of(next, kAfterDigit) || han_digit(next) >= 0 || han_magnitude(next) > 0) return false;
    return unit_at(behind_digit).index < 0;
  }

  std::uint32_t scan_han_count(TextRange digits, const HanNumeral& numeral) {
    Number number = number_at(digits.begin, digits);
    number.value = numeral.value;
    number.notation = Notation::chinese;
    if (numeral.approximate) number.approximation = Approximation::about;
    digits_.read_han_decimals(number, numeral);
    const bool decimal = number.digits.end > digits.end;
    const std::string_view left = before(digits.begin);
    const std::string_view right = behind(number.digits.end);
    if (is_ordinal(digits) || is_term_behind(right) || is_item_number(digits)) return digits.end;
    if (is_han_term(numeral, text_of(digits), left, right)) return digits.end;
    complete(number);
    if (number.unit < 0 && !number.is_rate && (decimal || !counts_without_unit(numeral))) return digits.end;
    if (!counts_with_unit(number, numeral)) return digits.end;
    return push(number);
  }

  /// （十二） and 十二、 at the beginning.
  [[nodiscard]] bool is_item_number(TextRange digits) const {
    const char32_t previous = last_before(digits.begin);
    if (previous == U'（' && stands("）", digits.end)) return true;
    return stands("、", digits.end) && (digits.begin == 0 || is_one_of(previous, kItemBegins));
  }

  [[nodiscard]] static bool counts_without_unit(const HanNumeral& numeral) {
    return numeral.characters >= 2 && numeral.has_magnitude && !numeral.leads_with_magnitude;
  }

  /// Whether a numeral that has a unit behind it counts.
  [[nodiscard]] bool counts_with_unit(const Number& number, const HanNumeral& numeral) const {
    if (numeral.leads_with_magnitude && numeral.characters == 1) return number.approximation != Approximation::exact;
    if (number.unit < 0 || text_of(number.digits) != "一") return true;
    return counts_one(before(number.digits.begin), behind(number.digits.end), number.unit_range.size());
  }

  /// 数十次, 几百人: `begin` is 数, `digits_begin` what stands behind it.
  std::uint32_t scan_several(std::uint32_t begin, std::uint32_t digits_begin) {
    const HanNumeral numeral = read_han_numeral(text_, digits_begin, end_);
    const bool magnitude = numeral.valid && han_magnitude(first_behind(digits_begin)) > 0;
    if (!magnitude || stands(kFraction, numeral.end) || !is_several_behind(before(begin))) return digits_begin;
    Number number = number_at(begin, {digits_begin, numeral.end});
    number.value = numeral.value;
    number.notation = Notation::chinese;
    number.approximation = Approximation::about;
    complete(number);
    return push(number);
  }

  // Rates

  /// 百分之九十八点五, 千分之三; 三分之二 is passed over. `begin` is where the
  /// denominator begins.
  std::uint32_t scan_fraction(std::uint32_t begin, const HanNumeral& denominator) {
    const std::uint32_t numerator = denominator.end + static_cast<std::uint32_t>(kFraction.size());
    const std::string_view parts = text_of({begin, denominator.end});
    const double divisor = parts.ends_with("百") ? 1 : parts.ends_with("千") ? 10 : parts.ends_with("万") ? 100 : 0;
    Number number = number_at(denominator.end - 3, {numerator, numerator});
    read_numerator(number);
    if (number.digits.end == numerator) return numerator;
    if (divisor == 0) return number.digits.end;
    // What the denominator's run holds before 百 belongs to something else.
    number.digits.begin = number.range.begin;
    number.value /= divisor;
    number.decimals += divisor == 1 ? 0 : divisor == 10 ? 1 : 2;
    number.is_rate = true;
    complete(number);
    return push(number);
  }

  void read_numerator(Number& number) const {
    if (digits_.digit_at(number.digits.begin)) {
      digits_.read_arabic(number);
      number.notation = Notation::mixed;
      return;
    }
    const HanNumeral numeral = read_han_numeral(text_, number.digits.begin, end_);
    if (!numeral.valid) return;
    number.notation = Notation::chinese;
    number.digits.end = numeral.end;
    number.value = numeral.value;
    if (numeral.approximate) number.approximation = Approximation::about;
    digits_.read_han_decimals(number, numeral);
  }

  /// Behind Arabic digits: 5分之3 is passed over. 0 where there is none.
  [[nodiscard]] std::uint32_t fraction_end(std::uint32_t at) const {
    if (!stands(kFraction, at)) return 0;
    return digits_.plain_end(at + static_cast<std::uint32_t>(kFraction.size()));
  }

  /// 百分百
  std::uint32_t scan_full_hundred(TextRange digits) {
    Number number = number_at(digits.end - 3, {digits.end - 3, digits.end + 6});
    number.value = 100;
    number.is_rate = true;
    number.notation = Notation::chinese;
    complete(number);
    return push(number);
  }

  /// 9.6成.
  std::uint32_t scan_decimal_tenths(Number number) {
    number.digits.end += static_cast<std::uint32_t>(kTenth.size());
    if (is_one_of(first_behind(number.digits.end), kAfterTenth) || last_before(number.digits.begin) == U'第') {
      return number.digits.end;
    }
    number.value *= 10;
    --number.decimals;
    number.is_rate = true;
    number.notation = Notation::mixed;
    complete(number);
    return push(number);
  }

  /// 九成, 九成六, 九成半: `tenths` is the digit at `begin`, 成 stands at `at`.
  std::uint32_t scan_tenths(std::uint32_t begin, int tenths, std::uint32_t at) {
    const std::uint32_t tenth_end = at + static_cast<std::uint32_t>(kTenth.size());
    const auto [next, size] = utf8::decode(text_, tenth_end);
    if (is_one_of(next, kAfterTenth) || last_before(begin) == U'第') return tenth_end;
    Number number = number_at(begin, {begin, tenth_end});
    number.value = 10 * tenths;
    number.decimals = -1;
    number.is_rate = true;
    number.notation = digits_.digit_at(begin) ? Notation::mixed : Notation::chinese;
    const int ones = next == U'半' ? 5 : han_digit(next);
    if (ones > 0 && next != U'两') {
      number.value += ones;
      number.decimals = 0;
      number.digits.end += size;
    }
    complete(number);
    return push(number);
  }

  // What stands around the digits

  struct UnitAt {
    std::int32_t index = -1;
    std::uint32_t size_bytes = 0;
  };

  [[nodiscard]] UnitAt unit_at(std::uint32_t at) const {
    UnitAt unit;
    unit.index = units_.match(behind(at), unit.size_bytes);
    return unit;
  }

  /// Marks of approximation, percent sign and unit, from the digits outwards.
  void complete(Number& number) const {
    std::uint32_t at = take_remainder(number);
    at = take_percent(number, at);
    number.unit_range = {at, at};
    if (!number.is_rate) take_unit(number, at);
    at = number.unit_range.end;
    const ApproximationMark after = mark_behind(behind(at));
    take_mark_before(number);
    if (number.approximation == Approximation::exact) number.approximation = after.approximation;
    number.range.end = at + after.size_bytes;
  }

  /// 余, 多, 几, 来 behind the digits, maybe before 万; where they end.
  std::uint32_t take_remainder(Number& number) const {
    const std::uint32_t at = number.digits.end;
    const bool comes_near = stands("来", at) && unit_at(at + 3).index >= 0;
    if (!stands("余", at) && !stands("多", at) && !stands("几", at) && !comes_near) return at;
    number.approximation = comes_near ? Approximation::about : Approximation::odd;
    const double magnitude = han_magnitude(first_behind(at + 3));
    if (magnitude == 0 || number.is_rate) return at + 3;
    number.digits.end = at + 3;
    digits_.take_magnitudes(number);
    return number.digits.end;
  }

  std::uint32_t take_percent(Number& number, std::uint32_t at) const {
    const bool per_mille = stands("‰", at);
    if (!per_mille && !stands("%", at)) return at;
    if (per_mille) {
      number.value /= 10;
      ++number.decimals;
    }
    number.is_rate = true;
    const std::uint32_t end = at + (per_mille ? 3U : 1U);
    if (number.digits.end == at) number.digits.end = end;
    return end;
  }

  void take_unit(Number& number, std::uint32_t at) const {
    const UnitAt unit = unit_at(at);
    number.unit = unit.index;
    number.unit_range = {at, at + unit.size_bytes};
  }

  void take_mark_before(Number& number) const {
    const std::uint32_t begin = number.range.begin;
    const bool leads = han_magnitude(first_behind(begin)) >= 100;
    const std::uint32_t floor = numbers_.size() == known_ ? begin_ : std::max(begin_, numbers_.back().range.end);
    const ApproximationMark mark = mark_before(text_.substr(floor, begin - floor), behind(number.digits.end), leads);
    number.range.begin = begin - mark.size_bytes;
    if (number.approximation == Approximation::exact) number.approximation = mark.approximation;
  }

  static Number number_at(std::uint32_t begin, TextRange digits) {
    Number number;
    number.range.begin = begin;
    number.digits = digits;
    return number;
  }

  std::uint32_t push(const Number& number) {
    numbers_.push_back(number);
    return std::max(number.range.end, number.digits.end);
  }

  std::string_view text_;
  std::uint32_t begin_;
  std::uint32_t end_;
  const UnitLexicon& units_;
  DigitReader digits_;
  std::vector<Number>& numbers_;
  std::size_t known_;              ///< of `numbers_`, those of other windows
  std::uint32_t date_end_ = 0;     ///< of the last date
  std::uint32_t ordinal_end_ = 0;  ///< of the last ordinal
};

std::int32_t parse_arabic(std::string_view text) {
  std::int64_t value = 0;
  for (const char each : text) {
    if (!is_digit(each)) return -1;
    value = 10 * value + (each - '0');
    if (value > std::numeric_limits<std::int32_t>::max()) return -1;
  }
  return static_cast<std::int32_t>(value);
}

}  // namespace

void append_numbers(std::string_view normal, TextRange window, const UnitLexicon& units, std::vector<Number>& numbers) {
  Scanner(normal, window, units, numbers).scan();
}

std::int32_t parse_numeral(std::string_view text) {
  if (text.empty()) return -1;
  if (is_digit(text.front())) return parse_arabic(text);
  const HanNumeral numeral = read_han_numeral(text, 0, static_cast<std::uint32_t>(text.size()));
  if (!numeral.valid || numeral.end != text.size() || numeral.approximate) return -1;
  if (numeral.value > std::numeric_limits<std::int32_t>::max()) return -1;
  return static_cast<std::int32_t>(numeral.value);
}

}  // namespace fazhi
