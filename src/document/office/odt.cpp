#include "document/office/odt.hpp"

#include <pugixml.hpp>
#include <set>
#include <string>
#include <utility>

#include "document/document_builder.hpp"
#include "document/office/odt_body.hpp"
#include "document/package.hpp"
#include "document/xml_part.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kKind = "ODT文档";
/// White space between spans is text.
constexpr unsigned kOptions = pugi::parse_default | pugi::parse_ws_pcdata;
constexpr std::string_view kManifest = "META-INF/manifest.xml";

struct Parts {
  pugi::xml_document content;
  pugi::xml_document styles;
  pugi::xml_document meta;
};

/// Whether an entry of the manifest is encrypted (ISO/IEC 26300-3, 4.3).
Result<bool> is_encrypted(Package& package) {
  if (!package.has(kManifest)) return false;
  const Result<std::string> bytes = package.read(kManifest);
  if (!bytes) return bytes.error();
  pugi::xml_document manifest;
  if (auto error = parse_xml(package, kManifest, *bytes, manifest)) return *std::move(error);
  for (const pugi::xml_node& entry : manifest.document_element().children()) {
    if (child_named(entry, "encryption-data")) return true;
  }
  return false;
}

std::optional<Message> parse_part(Package& package, std::string_view part, pugi::xml_document& out) {
  const Result<std::string> bytes = package.read(part);
  if (!bytes) return bytes.error();
  return parse_xml(package, part, *bytes, out, kOptions);
}

std::optional<Message> parse(std::string_view bytes, std::string_view source, Parts& parts) {
  Result<Package> package = Package::open(bytes, source, kKind);
  if (!package) return package.error();
  const Result<bool> encrypted = is_encrypted(*package);
  if (!encrypted) return encrypted.error();
  if (*encrypted) return Message{MessageId::input_encrypted, {std::string(source)}};
  if (auto error = parse_part(*package, "content.xml", parts.content)) return error;
  if (package->has("styles.xml")) {
    if (auto error = parse_part(*package, "styles.xml", parts.styles)) return error;
  }
  // What it says of itself is not worth refusing it.
  if (package->has("meta.xml")) (void)parse_part(*package, "meta.xml", parts.meta);
  return std::nullopt;
}

/// Heads and feet of the pages, each text once, by the styles of their own part.
class MasterPages {
 public:
  MasterPages(const OdtStyles& styles, OdtLists& lists, DocumentBuilder& builder) : body_(styles, lists, builder) {}

  void read(const pugi::xml_node& masters) {
    for (const pugi::xml_node& page : masters.children()) {
      for (const pugi::xml_node& part : page.children()) {
        const std::string_view local = local_name(part);
        if (!local.starts_with("header") && !local.starts_with("footer")) continue;
        if (attribute_named(part, "display") == "false") continue;
        if (seen_.insert(text_of(part)).second) body_.read(part, true);
      }
    }
  }

 private:
  static std::string text_of(const pugi::xml_node& part) {
    struct Collector : pugi::xml_tree_walker {
      std::string text;
      bool for_each(pugi::xml_node& node) override {
        text += node.value();
        return true;
      }
    } collector;
    pugi::xml_node(part).traverse(collector);
    return collector.text;
  }

  OdtBody body_;
  std::set<std::string> seen_;
};

void set_metadata(const pugi::xml_node& root, DocumentBuilder& builder) {
  const pugi::xml_node meta = child_named(root, "meta");
  builder.set(MetadataKey::title, child_named(meta, "title").child_value());
  builder.set(MetadataKey::author, child_named(meta, "initial-creator").child_value());
  builder.set(MetadataKey::author, child_named(meta, "creator").child_value());
}

void add_notes(const OdtLeftOut& left_out, std::string_view source, DocumentBuilder& builder) {
  const auto note = [&](MessageId id, std::size_t count) {
    if (count > 0) builder.note({id, {std::string(source), std::to_string(count)}});
  };
  note(MessageId::document_revisions_accepted, left_out.changes);
  note(MessageId::document_hidden_left_out, left_out.hidden);
  note(MessageId::document_comments_left_out, left_out.comments);
  note(MessageId::document_footnotes_left_out, left_out.notes);
}

}  // namespace

Result<Document> read_odt(std::string_view bytes, std::string_view source) {
  Parts parts;
  if (auto error = parse(bytes, source, parts)) return *std::move(error);
  const pugi::xml_node content = parts.content.document_element();
  const pugi::xml_node style_part = parts.styles.document_element();
  const pugi::xml_node text = child_named(child_named(content, "body"), "text");
  if (!text) return Message{MessageId::input_damaged, {std::string(source), std::string(kKind), "office:text"}};

  const pugi::xml_node common = child_named(style_part, "styles");
  const pugi::xml_node of_pages = child_named(style_part, "automatic-styles");
  const pugi::xml_node of_text = child_named(content, "automatic-styles");
  OdtStyles styles;
  OdtStyles page_styles;
  styles.add(common);
  page_styles.add(common);
  styles.add(of_text);
  page_styles.add(of_pages);
  OdtLists lists;
  lists.add_styles(common);
  lists.add_styles(of_text);

  DocumentBuilder builder(source, "odt");
  OdtBody body(styles, lists, builder);
  body.read(text, false);
  MasterPages(page_styles, lists, builder).read(child_named(style_part, "master-styles"));
  set_metadata(parts.meta.document_element(), builder);
  add_notes(body.left_out(), source, builder);
  return std::move(builder).finish(DocumentBuilder::Lines::of_text);
}

}  // namespace fazhi
