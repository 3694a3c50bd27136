#include "document/fixed/ofd_content.hpp"

#include <cmath>
#include <unordered_map>

#include "base/limits.hpp"
#include "document/xml_part.hpp"

namespace fazhi {
namespace {

/// Two equal texts closer than this part of their size are one, printed twice
/// to look bold.
constexpr double kOverprint = 0.15;

/// Farther from the page's corner (millimetres) nothing can be told of places.
constexpr double kFarthest = 1e9;

bool is_near(const LaidText& laid) {
  return laid.left > -kFarthest && laid.right < kFarthest && laid.top > -kFarthest && laid.bottom < kFarthest &&
         laid.font_size < kFarthest;
}

class Overprints {
 public:
  /// Whether an equal text stood here before; remembers `text`.
  bool holds(const OfdText& text) {
    const LaidText& laid = text.laid;
    const double reach = kOverprint * std::max(laid.font_size, 0.1);
    const auto column = static_cast<long long>(std::floor(laid.left / reach));
    const auto row = static_cast<long long>(std::floor(laid.top / reach));
    for (long long x = column - 1; x <= column + 1; ++x) {
      for (long long y = row - 1; y <= row + 1; ++y) {
        const auto known = places_.find(key_of(laid.text, x, y));
        if (known == places_.end()) continue;
        if (std::abs(known->second.x - laid.left) < reach && std::abs(known->second.y - laid.top) < reach) return true;
      }
    }
    places_.try_emplace(key_of(laid.text, column, row), OfdPoint{laid.left, laid.top});
    return false;
  }

 private:
  static std::string key_of(std::string_view text, long long column, long long row) {
    return std::to_string(column) + ',' + std::to_string(row) + ',' + std::string(text);
  }

  std::unordered_map<std::string, OfdPoint> places_;
};

void drop_overprints(std::vector<OfdText>& texts) {
  Overprints overprints;
  std::erase_if(texts, [&](const OfdText& text) { return overprints.holds(text); });
}

}  // namespace

OfdContentReader::OfdContentReader(OfdParts& parts, std::vector<std::string> resources)
    : parts_(parts), resources_(std::move(resources)) {}

Result<OfdContent> OfdContentReader::read(std::string_view part, const pugi::xml_node& page) {
  OfdContent out;
  for (const pugi::xml_node& child : page.children()) {
    if (local_name(child) != "PageRes") continue;
    std::string resource = parts_.find(part, trimmed_text(child));
    if (!resource.empty()) resources_.push_back(std::move(resource));
  }
  if (Failure failure = read_block(child_named(page, "Content"), {part, {}, 0}, out)) return *failure;
  drop_overprints(out.texts);
  return out;
}

OfdContentReader::Failure OfdContentReader::read_block(const pugi::xml_node& block, const Place& place,
                                                       OfdContent& out) {
  for (const pugi::xml_node& object : block.children()) {
    if (object.type() != pugi::node_element) continue;
    if (Failure failure = read_object(object, place, out)) return failure;
  }
  return std::nullopt;
}

OfdContentReader::Failure OfdContentReader::read_object(const pugi::xml_node& object, const Place& place,
                                                        OfdContent& out) {
  if (Failure failure = count(1)) return failure;
  const std::string_view visible = attribute_named(object, "Visible");
  if (visible == "false" || visible == "0") return std::nullopt;
  const std::string_view name = local_name(object);
  if (name == "Layer" || name == "PageBlock") return read_block(object, place, out);
  if (name == "TextObject") return read_text(object, place, out);
  if (name == "ImageObject") return read_image(object, place, out);
  if (name == "CompositeObject") return read_composite(object, place, out);
  if (name == "PathObject") ++out.paths;
  return std::nullopt;
}

OfdContentReader::Failure OfdContentReader::read_text(const pugi::xml_node& object, const Place& place,
                                                      OfdContent& out) {
  std::optional<OfdTextObject> text = read_ofd_text(object, place.matrix);
  if (!text) return parts_.damaged(place.part, object);
  out.glyphs_without_text += text->glyphs_without_text;
  for (OfdText& each : text->texts) {
    if (!is_near(each.laid)) return parts_.damaged(place.part, object);
    text_bytes_ += each.laid.text.size();
    out.texts.push_back(std::move(each));
  }
  if (text_bytes_ > limits::kTextBytes) {
    constexpr std::size_t kMebibyte = std::size_t{1} << 20;
    return Message{MessageId::input_too_much_text,
                   {parts_.source(), std::to_string(limits::kTextBytes / kMebibyte) + " MB"}};
  }
  return count(text->codes + text->texts.size());
}

OfdContentReader::Failure OfdContentReader::read_image(const pugi::xml_node& object, const Place& place,
                                                       OfdContent& out) {
  const auto boundary = ofd_numbers(attribute_named(object, "Boundary"), 4);
  if (!boundary || boundary->size() < 4) return std::nullopt;
  const OfdMatrix& matrix = place.matrix;
  out.pictures_area += std::abs((*boundary)[2] * (*boundary)[3] * (matrix.a * matrix.d - matrix.b * matrix.c));
  return std::nullopt;
}

OfdContentReader::Failure OfdContentReader::read_composite(const pugi::xml_node& object, const Place& place,
                                                           OfdContent& out) {
  if (place.composites == limits::kOfdComposites) {
    return Message{MessageId::input_nested_too_deep, {parts_.source(), std::to_string(limits::kOfdComposites)}};
  }
  const std::optional<OfdMatrix> inside = ofd_matrix_of(object);
  if (!inside) return parts_.damaged(place.part, object);
  if (Failure failure = open_resources()) return failure;
  const auto unit = units_.find(attribute_named(object, "ResourceID"));
  if (unit == units_.end()) return parts_.damaged(place.part, object);
  return read_block(unit->second.content, {unit->second.part, place.matrix.after(*inside), place.composites + 1}, out);
}

OfdContentReader::Failure OfdContentReader::open_resources() {
  for (const std::string& part : resources_) {
    auto document = std::make_unique<pugi::xml_document>();
    if (Failure failure = parts_.parse(part, part, *document)) return failure;
    for (const pugi::xml_node& list : document->document_element().children()) {
      if (local_name(list) != "CompositeGraphicUnits") continue;
      for (const pugi::xml_node& unit : list.children()) {
        units_.try_emplace(std::string(attribute_named(unit, "ID")), Unit{child_named(unit, "Content"), part});
      }
    }
    opened_.push_back(std::move(document));
  }
  resources_.clear();
  return std::nullopt;
}

OfdContentReader::Failure OfdContentReader::count(std::size_t objects) {
  objects_ += objects;
  if (objects_ <= limits::kOfdObjects) return std::nullopt;
  return Message{MessageId::input_unpacks_too_large,
                 {parts_.source(), '>' + std::to_string(limits::kOfdObjects)}};
}

}  // namespace fazhi
