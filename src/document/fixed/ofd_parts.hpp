#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/package.hpp"

namespace fazhi {

/// The XML parts of an OFD package, found under the names that writers really
/// give them: backslashes, a leading slash and another case do no harm.
class OfdParts {
 public:
  explicit OfdParts(Package package);

  /// The stored name of the part that `location` (ST_Loc) means inside the part
  /// `base`: absolute with a leading slash, else relative to the folder of
  /// `base`, or where nothing is there, to the package's root. "" where there is
  /// no such part.
  [[nodiscard]] std::string find(std::string_view base, std::string_view location) const;

  /// Parses `part` into `out`; text is valid UTF-8 then, whatever the part's
  /// encoding. Fails as `Package::read` and `parse_xml`, and with
  /// `input_damaged` where `part` is "", naming `wanted`.
  [[nodiscard]] std::optional<Message> parse(std::string_view part, std::string_view wanted, pugi::xml_document& out);

  [[nodiscard]] Message damaged(std::string_view place) const { return package_.damaged(place); }
  /// `input_damaged` at `node` of `part`.
  [[nodiscard]] Message damaged(std::string_view part, const pugi::xml_node& node) const;
  [[nodiscard]] const std::string& source() const { return package_.source(); }

 private:
  Package package_;
  std::unordered_map<std::string, std::string> stored_;  ///< by canonical name
};

/// The text of an element of text: its character data, without white space at
/// either end.
[[nodiscard]] std::string trimmed_text(const pugi::xml_node& node);

/// Whether an xs:boolean is true.
[[nodiscard]] bool is_true(std::string_view value);

}  // namespace fazhi
