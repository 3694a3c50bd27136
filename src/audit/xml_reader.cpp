#include "audit/xml_reader.hpp"

#include <charconv>
#include <cmath>
#include <initializer_list>
#include <pugixml.hpp>
#include <utility>

#include "audit/points.hpp"
#include "audit/xml_writer.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";

/// Bytes of the input that an error repeats at most.
constexpr std::size_t kShownBytes = 60;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::string shown(std::string_view text) {
  if (text.size() <= kShownBytes) return std::string(text);
  std::size_t end = kShownBytes;
  while (end > 0 && continues(text[end])) --end;
  return std::string(text.substr(0, end)) + "…";
}

template <class Number>
std::optional<Number> number_from(std::string_view text) {
  Number number{};
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<double> value_from(std::string_view text) {
  const auto value = number_from<double>(text);
  return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<bool> truth_from(std::string_view text) {
  if (text == "true" || text == "1") return true;
  if (text == "false" || text == "0") return false;
  return std::nullopt;
}

std::optional<int> page_from(std::string_view text) {
  const auto page = number_from<int>(text);
  return page && *page > 0 ? page : std::nullopt;
}

std::optional<int> per_cent_from(std::string_view text) {
  const auto value = number_from<int>(text);
  return value && *value >= 0 && *value <= 100 ? value : std::nullopt;
}

/// Walks the tree of one document. The first problem is kept and decides; what
/// is read behind it is thrown away with the run.
class AuditReader {
 public:
  AuditReader(std::string_view bytes, std::string_view source) : bytes_(bytes), source_(source) {}

  Result<AuditRun> read();

 private:
  void fail(MessageId id, std::ptrdiff_t byte_offset, std::initializer_list<std::string_view> arguments);
  void fail(MessageId id, pugi::xml_node node, std::initializer_list<std::string_view> arguments);

  void allow(pugi::xml_node node, std::initializer_list<std::string_view> names);
  std::string optional(pugi::xml_node node, const char* name);
  std::string required(pugi::xml_node node, const char* name);
  /// The attribute's value through `from`, which gives an optional.
  template <class From>
  auto converted(pugi::xml_node node, const char* name, From from) -> decltype(from(std::string_view()));
  template <class From>
  auto needed(pugi::xml_node node, const char* name, From from) ->
      typename decltype(from(std::string_view()))::value_type;
  std::string text_of(pugi::xml_node node);
  /// Calls `visit(name, child)` for each child element; it returns whether it knows the name.
  template <class Visit>
  void each_child(pugi::xml_node node, Visit visit);
  void empty(pugi::xml_node node);

  ChecklistReference checklist(pugi::xml_node node);
  /// The checklist of this id, which stands before `report`.
  ChecklistReference described(pugi::xml_node report, const std::string& id);
  Audit error(pugi::xml_node node);
  Audit report(pugi::xml_node node);
  Identity identity(pugi::xml_node node);
  Metadata metadata(pugi::xml_node node);
  Score score(pugi::xml_node node);
  Finding finding(pugi::xml_node node);
  void finding_attributes(pugi::xml_node node, Finding& out);
  BasisCitation basis(pugi::xml_node node);
  Evidence evidence(pugi::xml_node node);
  SearchedSection searched(pugi::xml_node node);
  Measure measure(pugi::xml_node node);

  std::string_view bytes_;
  struct Described {
    ChecklistReference reference;
    bool is_used = false;
  };

  std::string_view source_;
  std::optional<Message> error_;
  std::vector<Described> checklists_;
};

void AuditReader::fail(MessageId id, std::ptrdiff_t byte_offset, std::initializer_list<std::string_view> arguments) {
  if (error_) return;
  const auto offset = byte_offset < 0 ? std::size_t{0} : static_cast<std::size_t>(byte_offset);
  std::size_t line = 1;
  std::size_t column = 1;
  for (const char c : bytes_.substr(0, offset)) {
    if (!continues(c)) ++column;
    if (c == '\n') {
      ++line;
      column = 1;
    }
  }
  error_ = Message{id, {std::string(source_), std::to_string(line), std::to_string(column)}};
  for (const std::string_view argument : arguments) error_->arguments.push_back(shown(argument));
}

void AuditReader::fail(MessageId id, pugi::xml_node node, std::initializer_list<std::string_view> arguments) {
  fail(id, node.offset_debug(), arguments);
}

void AuditReader::allow(pugi::xml_node node, std::initializer_list<std::string_view> names) {
  for (const pugi::xml_attribute attribute : node.attributes()) {
    bool known = false;
    for (const std::string_view name : names) known = known || name == attribute.name();
    if (!known) fail(MessageId::audit_xml_unexpected, node, {attribute.name()});
  }
}

std::string AuditReader::optional(pugi::xml_node node, const char* name) { return node.attribute(name).value(); }

std::string AuditReader::required(pugi::xml_node node, const char* name) {
  if (!node.attribute(name)) fail(MessageId::audit_xml_lacking, node, {name});
  return node.attribute(name).value();
}

template <class From>
auto AuditReader::converted(pugi::xml_node node, const char* name, From from) -> decltype(from(std::string_view())) {
  const pugi::xml_attribute attribute = node.attribute(name);
  if (!attribute) return std::nullopt;
  auto value = from(std::string_view(attribute.value()));
  if (!value) fail(MessageId::audit_xml_value, node, {name, attribute.value()});
  return value;
}

template <class From>
auto AuditReader::needed(pugi::xml_node node, const char* name, From from) ->
    typename decltype(from(std::string_view()))::value_type {
  if (!node.attribute(name)) fail(MessageId::audit_xml_lacking, node, {name});
  return converted(node, name, from).value_or(typename decltype(from(std::string_view()))::value_type{});
}

std::string AuditReader::text_of(pugi::xml_node node) {
  std::string text;
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_element) fail(MessageId::audit_xml_unexpected, child, {child.name()});
    text += child.value();
  }
  return text;
}

template <class Visit>
void AuditReader::each_child(pugi::xml_node node, Visit visit) {
  for (const pugi::xml_node child : node.children()) {
    if (error_) return;
    if (child.type() == pugi::node_element) {
      if (!visit(std::string_view(child.name()), child)) fail(MessageId::audit_xml_unexpected, child, {child.name()});
      continue;
    }
    const std::string_view text = child.value();
    const std::size_t first = text.find_first_not_of(kWhiteSpace);
    if (first != std::string_view::npos) fail(MessageId::audit_xml_unexpected, child, {text.substr(first)});
  }
}

void AuditReader::empty(pugi::xml_node node) {
  each_child(node, [](std::string_view, pugi::xml_node) { return false; });
}

ChecklistReference AuditReader::checklist(pugi::xml_node node) {
  allow(node, {"id", "version", "title", "sha256"});
  empty(node);
  return {required(node, "id"), required(node, "version"), required(node, "title"), required(node, "sha256")};
}

ChecklistReference AuditReader::described(pugi::xml_node report, const std::string& id) {
  for (Described& each : checklists_) {
    if (each.reference.id != id) continue;
    each.is_used = true;
    return each.reference;
  }
  fail(MessageId::audit_xml_value, report, {"checklist", id});
  return {};
}

Audit AuditReader::error(pugi::xml_node node) {
  allow(node, {"source", "code"});
  Audit out;
  out.source = required(node, "source");
  out.error = verbatim(text_of(node), required(node, "code"));
  return out;
}

Identity AuditReader::identity(pugi::xml_node node) {
  allow(node, {"unit", "level", "year", "title", "document-number", "signature-date"});
  empty(node);
  Identity out;
  out.unit = optional(node, "unit");
  out.level = converted(node, "level", level_from);
  out.year = converted(node, "year", number_from<int>);
  out.title = optional(node, "title");
  out.document_number = optional(node, "document-number");
  out.signature_date = optional(node, "signature-date");
  return out;
}

Metadata AuditReader::metadata(pugi::xml_node node) {
  allow(node, {"name"});
  return {needed(node, "name", metadata_key_from), text_of(node)};
}

Score AuditReader::score(pugi::xml_node node) {
  allow(node, {"awarded", "highest", "possible", "grade", "passed"});
  empty(node);
  Score out;
  out.awarded_hundredths = needed(node, "awarded", points_from);
  out.highest_hundredths = converted(node, "highest", points_from).value_or(out.awarded_hundredths);
  out.possible_hundredths = needed(node, "possible", points_from);
  out.grade = optional(node, "grade");
  out.passed = converted(node, "passed", truth_from);
  return out;
}

BasisCitation AuditReader::basis(pugi::xml_node node) {
  allow(node, {"document", "article"});
  return {required(node, "document"), optional(node, "article"), text_of(node)};
}

Evidence AuditReader::evidence(pugi::xml_node node) {
  allow(node, {"paragraph", "start", "end", "role", "section", "use", "reason", "page", "confidence"});
  Evidence out;
  out.paragraph = needed(node, "paragraph", number_from<std::uint32_t>);
  out.start = needed(node, "start", number_from<std::uint32_t>);
  out.end = needed(node, "end", number_from<std::uint32_t>);
  out.role = needed(node, "role", role_from);
  out.section = optional(node, "section");
  out.use = converted(node, "use", evidence_use_from).value_or(EvidenceUse::support);
  if (node.attribute("reason")) out.reason = verbatim(optional(node, "reason"));
  out.page = converted(node, "page", page_from).value_or(0);
  out.confidence = converted(node, "confidence", per_cent_from);
  out.quote = text_of(node);
  return out;
}

SearchedSection AuditReader::searched(pugi::xml_node node) {
  allow(node, {"role", "heading"});
  empty(node);
  return {needed(node, "role", role_from), optional(node, "heading")};
}

Measure AuditReader::measure(pugi::xml_node node) {
  allow(node, {"name", "value", "unit", "exact"});
  empty(node);
  return {required(node, "name"), needed(node, "value", value_from), optional(node, "unit"),
          needed(node, "exact", truth_from)};
}

void AuditReader::finding_attributes(pugi::xml_node node, Finding& out) {
  out.id = required(node, "id");
  out.kind = needed(node, "kind", finding_kind_from);
  if (out.kind == FindingKind::element) {
    allow(node, {"id", "kind", "status", "awarded", "possible", "gain", "title", "fingerprint"});
    out.status = needed(node, "status", status_from);
    out.awarded_hundredths = needed(node, "awarded", points_from);
    out.possible_hundredths = needed(node, "possible", points_from);
  } else {
    allow(node, {"id", "kind", "severity", "gain", "title", "fingerprint"});
    out.severity = needed(node, "severity", severity_from);
  }
  out.gain_hundredths = converted(node, "gain", points_from).value_or(0);
  out.title = required(node, "title");
  out.fingerprint = optional(node, "fingerprint");
}

Finding AuditReader::finding(pugi::xml_node node) {
  Finding out;
  finding_attributes(node, out);
  each_child(node, [&](std::string_view name, pugi::xml_node child) {
    if (name == "message") {
      allow(child, {});
      out.messages.push_back(verbatim(text_of(child)));
    } else if (name == "note") {
      allow(child, {});
      out.note = text_of(child);
    } else if (name == "basis") {
      out.basis.push_back(basis(child));
    } else if (name == "evidence") {
      out.evidence.push_back(evidence(child));
    } else if (name == "searched") {
      out.searched.push_back(searched(child));
    } else if (name == "measure") {
      out.measures.push_back(measure(child));
    } else if (name == "rectification") {
      allow(child, {});
      out.rectification = text_of(child);
    } else {
      return false;
    }
    return true;
  });
  return out;
}

Audit AuditReader::report(pugi::xml_node node) {
  allow(node, {"source", "checklist", "format", "sha256", "encoding", "recognized"});
  Audit out;
  out.source = required(node, "source");
  out.checklist = described(node, required(node, "checklist"));
  out.format = required(node, "format");
  out.sha256 = required(node, "sha256");
  out.encoding = optional(node, "encoding");
  out.recognized = converted(node, "recognized", truth_from).value_or(false);
  if (!node.child("identity")) fail(MessageId::audit_xml_lacking, node, {"identity"});
  each_child(node, [&](std::string_view name, pugi::xml_node child) {
    if (name == "identity") {
      out.identity = identity(child);
    } else if (name == "metadata") {
      out.metadata.push_back(metadata(child));
    } else if (name == "score") {
      out.score = score(child);
    } else if (name == "note") {
      allow(child, {});
      out.notes.push_back(verbatim(text_of(child)));
    } else if (name == "finding") {
      out.findings.push_back(finding(child));
    } else {
      return false;
    }
    return true;
  });
  return out;
}

Result<AuditRun> AuditReader::read() {
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(
      bytes_.data(), bytes_.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
  if (!parsed) {
    fail(MessageId::audit_xml_malformed, parsed.offset, {});
    return *error_;
  }
  const pugi::xml_node root = document.document_element();
  if (root.name() != std::string_view("audit") || root.attribute("xmlns").value() != kAuditNamespace) {
    return Message{MessageId::audit_xml_foreign, {std::string(source_)}};
  }
  allow(root, {"xmlns", "tool", "version"});
  AuditRun run;
  run.tool_version = required(root, "version");
  each_child(root, [&](std::string_view name, pugi::xml_node child) {
    if (name == "checklist") {
      checklists_.push_back({checklist(child)});
    } else if (name == "report") {
      run.audits.push_back(report(child));
    } else if (name == "error") {
      run.audits.push_back(error(child));
    } else {
      return false;
    }
    return true;
  });
  if (error_) return *error_;
  for (Described& each : checklists_) {
    if (!each.is_used) run.unused.push_back(std::move(each.reference));
  }
  return run;
}

}  // namespace

Result<AuditRun> read_audit_xml(std::string_view bytes, std::string_view source) {
  return AuditReader(bytes, source).read();
}

}  // namespace fazhi
