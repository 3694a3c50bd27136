#include "text/han_numeral.hpp"

#include <array>
#include <span>

#include "text/utf8.hpp"

namespace fazhi {
namespace {

/// A longer run is no numeral.
constexpr std::size_t kLongestRun = 20;

constexpr double kMyriad = 1e4;
constexpr double kHundredMillion = 1e8;

struct Sign {
  int digit;         ///< -1 for a magnitude
  double magnitude;  ///< 0 for a digit
};

using Signs = std::span<const Sign>;

/// Whether `second` behind `first` means “first or second”: 三四, 三五.
bool is_either_or(int first, int second) { return first > 0 && (second == first + 1 || (first == 3 && second == 5)); }

/// Digits in a row, as in years and in 一二〇.
void evaluate_positional(Signs signs, HanNumeral& numeral) {
  numeral.valid = true;
  if (signs.size() == 2 && is_either_or(signs[0].digit, signs[1].digit)) {
    numeral.approximate = true;
    numeral.value = signs[0].digit;
    return;
  }
  for (const Sign& sign : signs) numeral.value = 10 * numeral.value + sign.digit;
}

/// Digits with 十, 百, 千, 万, 亿.
class MagnitudeReader {
 public:
  /// Whether the signs are in an order that a numeral has.
  bool read(Signs signs) {
    for (std::size_t at = 0; at < signs.size(); ++at) {
      const Sign& sign = signs[at];
      const bool taken = sign.magnitude > 0 ? take_magnitude(sign.magnitude, at == 0) : take_digit(sign.digit);
      if (!taken) return false;
    }
    finish();
    return true;
  }

  [[nodiscard]] double value() const { return total_ + section_; }
  [[nodiscard]] bool approximate() const { return approximate_; }

 private:
  static constexpr int kNone = -1;

  bool take_digit(int digit) {
    if (digit == 0) {
      if (digit_ != kNone) return false;
      after_zero_ = true;
      return true;
    }
    if (digit_ == kNone) {
      digit_ = digit;
      return true;
    }
    if (approximate_ || !is_either_or(digit_, digit)) return false;
    approximate_ = true;
    return true;
  }

  bool take_magnitude(double magnitude, bool first) {
    if (magnitude >= kMyriad) return take_myriad(magnitude, first);
    if (magnitude >= last_in_section_) return false;
    if (digit_ == kNone && !first && (magnitude != 10 || (section_ > 0 && !after_zero_))) return false;
    section_ += (digit_ == kNone ? 1 : digit_) * magnitude;
    last_in_section_ = magnitude;
    last_ = magnitude;
    digit_ = kNone;
    after_zero_ = false;
    return true;
  }

  bool take_myriad(double magnitude, bool first) {
    const double section = section_ + (digit_ == kNone ? 0 : digit_);
    const bool multiplies_total = section == 0 && total_ > 0 && magnitude == kHundredMillion;
    if (section == 0 && !first && !multiplies_total) return false;
    if (total_ > 0 && magnitude == kMyriad && total_ < kHundredMillion) return false;
    if (magnitude == kHundredMillion) {
      total_ = (total_ + (first ? 1 : section)) * magnitude;
    } else {
      total_ += (first ? 1 : section) * magnitude;
    }
    section_ = 0;
    digit_ = kNone;
    after_zero_ = false;
    last_in_section_ = kMyriad;
    last_ = magnitude;
    return true;
  }

  /// A last digit behind 百, 千 or 万 counts the next lower magnitude: 两百五.
  void finish() {
    if (digit_ == kNone) return;
    const bool lower = last_ >= 100 && !after_zero_ && !approximate_;
    section_ += lower ? digit_ * last_ / 10 : digit_;
  }

  double total_ = 0;
  double section_ = 0;
  double last_in_section_ = kMyriad;
  double last_ = 0;
  int digit_ = kNone;
  bool after_zero_ = false;
  bool approximate_ = false;
};

}  // namespace

int han_digit(char32_t value) {
  switch (value) {
    case U'〇':
    case U'○':
    case U'零':
      return 0;
    case U'一':
      return 1;
    case U'二':
    case U'两':
      return 2;
    case U'三':
      return 3;
    case U'四':
      return 4;
    case U'五':
      return 5;
    case U'六':
      return 6;
    case U'七':
      return 7;
    case U'八':
      return 8;
    case U'九':
      return 9;
    default:
      return -1;
  }
}

double han_magnitude(char32_t value) {
  switch (value) {
    case U'十':
      return 10;
    case U'百':
      return 100;
    case U'千':
      return 1000;
    case U'万':
      return kMyriad;
    case U'亿':
      return kHundredMillion;
    default:
      return 0;
  }
}

HanNumeral read_han_numeral(std::string_view text, std::uint32_t at, std::uint32_t end) {
  std::array<Sign, kLongestRun> signs{};
  std::size_t count = 0;
  HanNumeral numeral;
  while (at < end) {
    const auto [value, size] = utf8::decode(text, at);
    // 廿 and 卅 are read as 二十 and 三十.
    const int tens = value == U'廿' ? 2 : value == U'卅' ? 3 : 0;
    const Sign sign{tens > 0 ? tens : han_digit(value), han_magnitude(value)};
    if (sign.digit < 0 && sign.magnitude == 0) break;
    if (count + 2 <= kLongestRun) {
      signs[count++] = sign;
      if (tens > 0) signs[count++] = {-1, 10};
    }
    numeral.has_magnitude = numeral.has_magnitude || sign.magnitude > 0 || tens > 0;
    numeral.has_zero = numeral.has_zero || sign.digit == 0;
    ++numeral.characters;
    at += size;
  }
  numeral.end = at;
  if (count == 0 || numeral.characters > static_cast<int>(kLongestRun) - 2) return numeral;
  const Signs run(signs.data(), count);
  numeral.leads_with_magnitude = run.front().magnitude >= 100;
  if (!numeral.has_magnitude) {
    evaluate_positional(run, numeral);
    return numeral;
  }
  MagnitudeReader reader;
  numeral.valid = reader.read(run);
  numeral.value = reader.value();
  numeral.approximate = reader.approximate();
  return numeral;
}

}  // namespace fazhi
