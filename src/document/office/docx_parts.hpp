#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/package.hpp"

namespace fazhi::docx {

/// A reference from one part to another (ECMA-376 part 2, clause 9.3).
struct Relationship {
  std::string id;
  std::string type;  ///< the last step of its address, which transitional and strict files share: "styles"
  std::string part;  ///< resolved; "" where it leads out of the package
};

class Relationships {
 public:
  /// Those of `part`; "" means the package's own. A part without any has none.
  /// Fails as `Package::read` and `parse_xml` do.
  [[nodiscard]] static Result<Relationships> of(Package& package, std::string_view part);

  /// The part that `id` means, "" where there is none.
  [[nodiscard]] std::string_view by_id(std::string_view id) const;
  /// The first part of a type, "" where there is none.
  [[nodiscard]] std::string_view by_type(std::string_view type) const;

 private:
  std::vector<Relationship> sorted_by_id_;
  std::vector<std::size_t> in_order_;
};

/// The part that holds the document: by the package's relationships, else by
/// its content types, else under its usual name. Fails with `input_damaged`
/// where there is none.
[[nodiscard]] Result<std::string> find_main_part(Package& package);

}  // namespace fazhi::docx
