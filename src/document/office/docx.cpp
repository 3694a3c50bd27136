#include "document/office/docx.hpp"

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "document/document_builder.hpp"
#include "document/file_kind.hpp"
#include "document/office/docx_body.hpp"
#include "document/office/docx_parts.hpp"
#include "document/package.hpp"
#include "document/read.hpp"
#include "document/xml_part.hpp"

namespace fazhi {
namespace {

using docx::BodyReader;
using docx::Relationships;
using docx::Tally;

std::optional<Message> parse_part(Package& package, std::string_view part, pugi::xml_document& out) {
  const Result<std::string> bytes = package.read(part);
  return bytes ? parse_xml(package, part, *bytes, out) : std::optional(bytes.error());
}

class DocxReader {
 public:
  DocxReader(Package& package, std::string_view source) : package_(package), source_(source), builder_(source, "docx") {}

  Result<Document> read() {
    Result<std::string> main = docx::find_main_part(package_);
    if (!main) return main.error();
    Result<Relationships> relationships = Relationships::of(package_, *main);
    if (!relationships) return relationships.error();
    relationships_ = std::move(*relationships);
    if (auto error = read_definitions()) return *error;
    if (auto error = read_stories(*main)) return *error;
    if (auto error = read_properties()) return *error;
    add_notes();
    Result<Document> document = std::move(builder_).finish();
    const bool without_text = !document && (document.error().id == MessageId::input_without_text ||
                                            document.error().id == MessageId::input_not_chinese);
    if (without_text && tally_.pictures > 0) {
      return Message{MessageId::input_pictures_only, {source_, std::to_string(tally_.pictures)}};
    }
    return document;
  }

 private:
  std::optional<Message> read_definitions() {
    if (const std::string_view part = relationships_.by_type("styles"); package_.has(part)) {
      pugi::xml_document document;
      if (auto error = parse_part(package_, part, document)) return error;
      styles_ = docx::Styles(document.document_element());
    }
    if (const std::string_view part = relationships_.by_type("numbering"); package_.has(part)) {
      pugi::xml_document document;
      if (auto error = parse_part(package_, part, document)) return error;
      numbering_ = docx::Numbering(document.document_element(), styles_);
    }
    return std::nullopt;
  }

  std::optional<Message> read_stories(const std::string& main) {
    BodyReader reader(builder_, styles_, numbering_, [this](std::string_view id) { return take_in(id); });
    pugi::xml_document document;
    if (auto error = parse_part(package_, main, document)) return error;
    const pugi::xml_node body = child_named(document.document_element(), "body");
    if (!body) return package_.damaged(main);
    reader.read(body, BodyReader::Story::body);
    tally_ = reader.tally();
    document.reset();
    std::vector<std::string> parts;
    for (const std::string_view type : {"footnotes", "endnotes"}) parts.emplace_back(relationships_.by_type(type));
    const std::vector<std::string> ids = reader.headers_and_footers();
    for (const std::string& id : ids) parts.emplace_back(relationships_.by_id(id));
    std::set<std::string_view> done;
    for (const std::string& part : parts) {
      if (!package_.has(part) || !done.insert(part).second) continue;
      if (auto error = read_apart(reader, part)) return error;
    }
    return std::nullopt;
  }

  /// Pages and plain text; a Word document inside a Word document is not read.
  bool take_in(std::string_view id) {
    const std::string_view part = relationships_.by_id(id);
    if (!package_.has(part)) return false;
    const Result<std::string> bytes = package_.read(part);
    if (!bytes) return false;
    const FileKind kind = sniff(*bytes).kind;
    if (kind != FileKind::html && kind != FileKind::mht && kind != FileKind::text) return false;
    const Result<Document> document = read_document(*bytes, source_);
    if (!document) return false;
    for (const Paragraph& each : document->paragraphs) {
      builder_.add(each.range.of(document->text), {.heading_level = each.heading_level,
                                                   .centered = each.centered,
                                                   .in_table = each.in_table,
                                                   .furniture = each.furniture});
    }
    return true;
  }

  /// A damaged header costs the report nothing.
  std::optional<Message> read_apart(BodyReader& reader, const std::string& part) {
    pugi::xml_document document;
    std::optional<Message> error = parse_part(package_, part, document);
    if (error) return error->id == MessageId::input_damaged ? std::nullopt : error;
    reader.read(document.document_element(), BodyReader::Story::apart);
    return std::nullopt;
  }

  std::optional<Message> read_properties() {
    const Result<Relationships> own = Relationships::of(package_, "");
    const std::string part(own ? own->by_type("core-properties") : std::string_view());
    pugi::xml_document document;
    if (!package_.has(part)) return std::nullopt;
    if (auto error = parse_part(package_, part, document)) {
      return error->id == MessageId::input_damaged ? std::nullopt : error;
    }
    const pugi::xml_node root = document.document_element();
    builder_.set(MetadataKey::title, child_named(root, "title").child_value());
    builder_.set(MetadataKey::author, child_named(root, "creator").child_value());
    return std::nullopt;
  }

  void add_notes() {
    const auto note = [this](MessageId id, std::size_t count) {
      if (count > 0) builder_.note({id, {source_, std::to_string(count)}});
    };
    note(MessageId::document_revisions_accepted, tally_.revisions);
    note(MessageId::document_hidden_left_out, tally_.hidden);
    note(MessageId::document_comments_left_out, tally_.comments);
    note(MessageId::document_files_left_out, tally_.foreign_parts);
  }

  Package& package_;
  std::string source_;
  DocumentBuilder builder_;
  Relationships relationships_;
  docx::Styles styles_;
  docx::Numbering numbering_;
  Tally tally_;
};

}  // namespace

Result<Document> read_docx(std::string_view bytes, std::string_view source) {
  Result<Package> package = Package::open(bytes, source, "Word文档");
  if (!package) return package.error();
  return DocxReader(*package, source).read();
}

}  // namespace fazhi
