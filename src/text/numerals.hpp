#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/range.hpp"

namespace fazhi {

/// How exact a number is told to be. The value is taken as stated either way.
enum class Approximation {
  exact,
  odd,       ///< 余, 多 behind it (70余起, 3千多)
  about,     ///< 约, 大约, 近, 将近, 左右, 上下, 来, 上 before 百, 数 and 几 before tens
  at_least,  ///< 以上, 超过, 逾, 突破, 不少于, 至少
  at_most,   ///< 以下, 不足, 不超过, 不到, 至多, 以内
};

enum class Notation {
  arabic,
  chinese,
  mixed,  ///< Arabic digits with 十, 百, 千, 万, 亿, 成 or 百分之
};

/// A number in a normal text.
struct Number {
  TextRange range;  ///< digits with marks of approximation and unit: 约1.2万余份左右
  TextRange
      digits;  ///< the digits alone, with 万, 千, %, 百分之, 成 but without 余, 多, 约: 1.2万; a 余 before 万 is inside
  TextRange unit_range;  ///< the unit, empty where there is none
  double value = 0;      ///< 12000; of a rate, per cent: 98.5
  bool is_rate = false;  ///< told as a percentage (98%, 百分之九十八点五, 九成六, 九成以上, 千分之三 → 0.3)
  int decimals =
      0;  ///< digits shown behind the point of `value` as written (98.3% → 1; 九成六 → 0, 九成 → -1: known to tens)
  Approximation approximation = Approximation::exact;
  Notation notation = Notation::arabic;
  std::int32_t unit = -1;  ///< index into the units given, -1 for none
};

/// The units of count that a text is read with, longest match first.
class UnitLexicon {
 public:
  UnitLexicon() = default;
  /// `units` in normal form, such as 起, 件次, 人次. Indices of `Number::unit` are into this list.
  explicit UnitLexicon(std::vector<std::string> units);

  /// The longest unit that `text` begins with: its index, or -1. `length_bytes` gets its length.
  [[nodiscard]] std::int32_t match(std::string_view text, std::uint32_t& length_bytes) const;
  [[nodiscard]] const std::string& name(std::int32_t index) const { return units_[static_cast<std::size_t>(index)]; }
  [[nodiscard]] std::size_t size() const { return units_.size(); }

 private:
  std::vector<std::string> units_;
  std::vector<std::int32_t> by_length_;            ///< indices, by key, longest unit first
  std::array<std::uint32_t, 257> begin_of_key_{};  ///< in `by_length_`
};

/// Puts all numbers of `normal` (a normal form) between `window.begin` and
/// `window.end` behind what `numbers` holds, in order, none overlapping. What stands before the window is
/// looked at for context only; a number that the window cuts at its beginning
/// is left out.
/// - Arabic digits with thousands separators (1,200 and 1，200; but 1 200 is two numbers), a decimal point,
///   and 十, 百, 千, 万, 亿 behind them (1.2万, 3千). The second end of a range (10—20人) is `about`.
/// - Chinese numerals (一百一十八, 两千, 廿三, 一点二万) count when a unit follows, or when they have two or more
///   characters with 十, 百, 千, 万, 亿 among them and no word of a fixed term follows. 一 in 一是, 一律, 统一,
///   一村一法律顾问, 第一, 十四五, 八五, 二十大, 二十届, 三中全会, 三项制度, 两个确立, 四个意识, 四议两公开, 三重一大
///   and the like is no number. What stands behind 第 is an ordinal, not a number.
/// - Years, dates, quarters and clock times are no numbers: 2024年, 2021—2025年, 3、7月, 15日 of a date, 12·4, 16:08,
///   3.15 and 6.26 beside 日, 宣传, 消费者. Lengths of time are: 3年, 15日内, 4个月.
/// - Numbers of list items (1. 2、 （3）), document numbers (〔2024〕5号), service numbers (12345平台, 110接警),
/// formulas
///   (7×24, 1+14+N) and digits among letters (5G, A4) are none.
/// - 数十, 数百, 几十, 上百, 近百 are `about` (10, 100, 10, 100, 100), and so are 三四十 (30) and 二十来个.
/// - ____场次, ××次, **件 hold no number.
void append_numbers(std::string_view normal, TextRange window, const UnitLexicon& units, std::vector<Number>& numbers);

/// The value of a Chinese or Arabic ordinal or numeral that is the whole of
/// `text` (一, 十二, 12, 二〇二四, 两); -1 where it is none. For headings and years.
[[nodiscard]] std::int32_t parse_numeral(std::string_view text);

}  // namespace fazhi
