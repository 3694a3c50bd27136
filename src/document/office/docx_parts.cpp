#include "document/office/docx_parts.hpp"

#include <algorithm>
#include <numeric>

#include "document/xml_part.hpp"

namespace fazhi::docx {
namespace {

constexpr std::string_view kContentTypes = "[Content_Types].xml";
constexpr std::string_view kUsualMainPart = "word/document.xml";

std::string relationships_part(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(part.substr(0, name)) + "_rels/" + std::string(part.substr(name)) + ".rels";
}

std::string_view last_step(std::string_view address) {
  const std::size_t slash = address.rfind('/');
  return slash == std::string_view::npos ? address : address.substr(slash + 1);
}

/// Documents and templates, with macros or without.
bool is_main_type(std::string_view type) {
  const bool word = type.find("wordprocessingml.") != std::string_view::npos ||
                    type.find("ms-word.") != std::string_view::npos;
  return word && type.ends_with(".main+xml");
}

/// "" where the content types name none.
std::string main_part_by_type(Package& package) {
  if (!package.has(kContentTypes)) return {};
  const Result<std::string> bytes = package.read(kContentTypes);
  pugi::xml_document types;
  if (!bytes || parse_xml(package, kContentTypes, *bytes, types)) return {};
  for (const pugi::xml_node& each : types.document_element().children()) {
    if (local_name(each) == "Override" && is_main_type(attribute_named(each, "ContentType"))) {
      return resolve_part("", attribute_named(each, "PartName"));
    }
  }
  return {};
}

}  // namespace

Result<Relationships> Relationships::of(Package& package, std::string_view part) {
  Relationships out;
  const std::string name = relationships_part(part);
  if (!package.has(name)) return out;
  const Result<std::string> bytes = package.read(name);
  if (!bytes) return bytes.error();
  pugi::xml_document document;
  if (const auto error = parse_xml(package, name, *bytes, document)) return *error;
  std::vector<Relationship> found;
  for (const pugi::xml_node& each : document.document_element().children()) {
    if (local_name(each) != "Relationship") continue;
    const bool external = attribute_named(each, "TargetMode") == "External";
    found.push_back({std::string(attribute_named(each, "Id")), std::string(last_step(attribute_named(each, "Type"))),
                     external ? std::string() : resolve_part(part, attribute_named(each, "Target"))});
  }
  std::vector<std::size_t> order(found.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return found[a].id < found[b].id; });
  out.in_order_.resize(found.size());
  for (std::size_t place = 0; place < order.size(); ++place) {
    out.in_order_[order[place]] = place;
    out.sorted_by_id_.push_back(std::move(found[order[place]]));
  }
  return out;
}

std::string_view Relationships::by_id(std::string_view id) const {
  const auto at = std::lower_bound(sorted_by_id_.begin(), sorted_by_id_.end(), id,
                                   [](const Relationship& each, std::string_view wanted) { return each.id < wanted; });
  return at != sorted_by_id_.end() && at->id == id ? std::string_view(at->part) : std::string_view();
}

std::string_view Relationships::by_type(std::string_view type) const {
  for (const std::size_t place : in_order_) {
    const Relationship& each = sorted_by_id_[place];
    if (each.type == type && !each.part.empty()) return each.part;
  }
  return {};
}

Result<std::string> find_main_part(Package& package) {
  const Result<Relationships> own = Relationships::of(package, "");
  std::string part;
  if (own) part = own->by_type("officeDocument");
  if (part.empty() || !package.has(part)) {
    std::string typed = main_part_by_type(package);
    if (!typed.empty()) part = std::move(typed);
  }
  if (part.empty()) part = kUsualMainPart;
  if (!package.has(part)) return package.damaged(part);
  return part;
}

}  // namespace fazhi::docx
