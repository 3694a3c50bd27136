#include "document/fixed/ofd.hpp"

#include <string>

#include "base/limits.hpp"
#include "document/document_builder.hpp"
#include "document/fixed/ofd_document.hpp"
#include "document/fixed/ofd_parts.hpp"
#include "document/xml_part.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kEntry = "OFD.xml";

/// A part, and how the file names it.
struct Root {
  std::string part;
  std::string wanted;
};

/// Where the Document.xml of `body` stands: that of its current version, where
/// it has versions.
Result<Root> root_of(OfdParts& parts, std::string_view entry, const pugi::xml_node& body) {
  for (const pugi::xml_node& version : child_named(body, "Versions").children()) {
    if (!is_true(attribute_named(version, "Current"))) continue;
    const std::string_view location = attribute_named(version, "BaseLoc");
    const std::string part = parts.find(entry, location);
    pugi::xml_document document;
    if (std::optional<Message> failure = parts.parse(part, location, document)) return *failure;
    const std::string root = trimmed_text(child_named(document.document_element(), "DocRoot"));
    return Root{parts.find(part, root), root};
  }
  const std::string root = trimmed_text(child_named(body, "DocRoot"));
  return Root{parts.find(entry, root), root};
}

Result<Document> read_body(OfdParts& parts, std::string_view entry, const pugi::xml_node& body,
                           const std::string& source) {
  const Result<Root> root = root_of(parts, entry, body);
  if (!root) return root.error();
  DocumentBuilder builder(source, "ofd");
  const pugi::xml_node info = child_named(body, "DocInfo");
  builder.set(MetadataKey::title, trimmed_text(child_named(info, "Title")));
  builder.set(MetadataKey::author, trimmed_text(child_named(info, "Author")));
  if (std::optional<Message> failure = read_ofd_document(parts, root->part, root->wanted, source, builder)) {
    return *failure;
  }
  return std::move(builder).finish();
}

std::vector<Result<Document>> one(Message failure) {
  std::vector<Result<Document>> out;
  out.emplace_back(std::move(failure));
  return out;
}

}  // namespace

std::vector<Result<Document>> read_ofd(std::string_view bytes, std::string_view source) {
  Result<Package> package = Package::open(bytes, source, "OFD");
  if (!package) return one(package.error());
  OfdParts parts(std::move(*package));
  // Where something is encrypted, what stands in its place may be other text.
  if (!parts.find({}, "/Encryptions.xml").empty()) return one({MessageId::input_encrypted, {std::string(source)}});
  const std::string entry = parts.find({}, kEntry);
  pugi::xml_document document;
  if (std::optional<Message> failure = parts.parse(entry, kEntry, document)) return one(*failure);
  std::vector<pugi::xml_node> bodies;
  for (const pugi::xml_node& each : document.document_element().children()) {
    if (local_name(each) == "DocBody") bodies.push_back(each);
  }
  if (bodies.empty()) return one(parts.damaged(entry));
  if (bodies.size() > limits::kOfdDocuments) {
    return one({MessageId::input_too_many_parts,
                {std::string(source), std::to_string(bodies.size()), std::to_string(limits::kOfdDocuments)}});
  }
  std::vector<Result<Document>> out;
  for (const pugi::xml_node& body : bodies) {
    const std::string number = out.empty() ? "" : '#' + std::to_string(out.size() + 1);
    out.push_back(read_body(parts, entry, body, std::string(source) + number));
  }
  return out;
}

}  // namespace fazhi
