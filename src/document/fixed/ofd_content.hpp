#pragma once

#include <map>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "document/fixed/ofd_parts.hpp"
#include "document/fixed/ofd_text.hpp"

namespace fazhi {

/// What the layers of a page, or of a template, show.
struct OfdContent {
  std::vector<OfdText> texts;           ///< in the file's order; what is printed twice over itself stands once
  std::size_t glyphs_without_text = 0;  ///< glyphs that are drawn and have no characters
  double pictures_area = 0;             ///< of all ImageObjects, in square millimetres
  std::size_t paths = 0;                ///< PathObjects
};

/// Reads the content of the pages and templates of one document. All that it
/// reads counts towards `limits::kOfdObjects` and `limits::kTextBytes`.
class OfdContentReader {
 public:
  /// `resources` are the names of the parts in which CompositeGraphicUnits may
  /// stand; they are opened where one is asked for. `parts` must outlive this.
  OfdContentReader(OfdParts& parts, std::vector<std::string> resources);

  /// Reads the layers of `page`, the root element of `part`. Fails with
  /// `input_damaged`, `input_nested_too_deep` past `limits::kOfdComposites`
  /// units inside each other, `input_too_much_text`, or
  /// `input_unpacks_too_large` past `limits::kOfdObjects`.
  [[nodiscard]] Result<OfdContent> read(std::string_view part, const pugi::xml_node& page);

 private:
  using Failure = std::optional<Message>;
  struct Place {
    std::string_view part;
    OfdMatrix matrix;          ///< to the page
    std::size_t composites = 0;
  };

  [[nodiscard]] Failure read_block(const pugi::xml_node& block, const Place& place, OfdContent& out);
  [[nodiscard]] Failure read_object(const pugi::xml_node& object, const Place& place, OfdContent& out);
  [[nodiscard]] Failure read_text(const pugi::xml_node& object, const Place& place, OfdContent& out);
  [[nodiscard]] Failure read_image(const pugi::xml_node& object, const Place& place, OfdContent& out);
  [[nodiscard]] Failure read_composite(const pugi::xml_node& object, const Place& place, OfdContent& out);
  [[nodiscard]] Failure open_resources();
  [[nodiscard]] Failure count(std::size_t objects);

  struct Unit {
    pugi::xml_node content;
    std::string part;
  };

  OfdParts& parts_;
  std::vector<std::string> resources_;  ///< not opened yet
  std::vector<std::unique_ptr<pugi::xml_document>> opened_;
  std::map<std::string, Unit, std::less<>> units_;  ///< by ID
  std::size_t objects_ = 0;
  std::size_t text_bytes_ = 0;
};

}  // namespace fazhi
