#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fazhi {

/// Hundredths of a point that a report can have to which all elements apply.
inline constexpr std::int32_t kUsualWhole = 10'000;

/// Points as a share of the possible ones, in ten-thousandths, rounded half up; 0
/// where none are possible. Reports in which elements do not apply are compared by it.
[[nodiscard]] int share_of(std::int32_t hundredths, std::int32_t possible_hundredths);

/// Hundredths of a point as a decimal with at most two digits and no trailing
/// zeros: 450 is "4.5", 100 is "1", 5 is "0.05".
[[nodiscard]] std::string points_text(std::int32_t hundredths);

/// The way back; none where `text` is not such a decimal or does not fit.
/// Trailing zeros are accepted.
[[nodiscard]] std::optional<std::int32_t> points_from(std::string_view text);

/// A measure's value as a decimal, as short as reads back the same ("118",
/// "98.4"); from 10^15 on with an exponent. `value` is finite.
[[nodiscard]] std::string value_text(double value);

}  // namespace fazhi
