#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fazhi {

/// A sentence with named placeholders, "{unit}", in one or more forms. The first
/// form whose placeholders all have a value is the one that is used, so that a
/// sentence changes where something is not known instead of showing a gap.
using Wording = std::vector<std::string>;

/// A value for a placeholder; "" is not known.
struct Fact {
  std::string_view name;  ///< a literal
  std::string value;
};

/// A placeholder in a form.
struct Placeholder {
  std::string_view name;        ///< a view of the form, without braces
  std::size_t byte_offset = 0;  ///< of the opening brace
};

/// The placeholders of a form in order; none where a brace has no partner, or
/// what stands between two is not of a-z and '_'.
[[nodiscard]] std::optional<std::vector<Placeholder>> placeholders_of(std::string_view form);

/// The first form that `facts` fill, filled; "" where there is none. Of several
/// facts of a name the first that is known holds. What is filled in is not searched
/// for placeholders again.
[[nodiscard]] std::string fill(const Wording& wording, const std::vector<Fact>& facts);

}  // namespace fazhi
