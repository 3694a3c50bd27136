#include "audit/xml_reader.hpp"

#include <cmath>
#include <utility>

#include "audit/points.hpp"
#include "audit/xml_walk.hpp"
#include "audit/xml_writer.hpp"

namespace fazhi {
namespace {

std::optional<double> value_from(std::string_view text) {
  const auto value = number_from<double>(text);
  return value && std::isfinite(*value) ? value : std::nullopt;
}

class AuditReader : XmlWalk {
 public:
  using XmlWalk::XmlWalk;

  Result<AuditRun> read();

 private:
  /// The checklist of this id, which stands before `report`.
  ChecklistReference described(pugi::xml_node report, const std::string& id);
  Audit failed(pugi::xml_node node);
  Audit report(pugi::xml_node node);
  Metadata metadata(pugi::xml_node node);
  Finding finding(pugi::xml_node node);
  void finding_attributes(pugi::xml_node node, Finding& out);
  Evidence evidence(pugi::xml_node node);
  SearchedSection searched(pugi::xml_node node);
  Measure measure(pugi::xml_node node);

  struct Described {
    ChecklistReference reference;
    bool is_used = false;
  };

  std::vector<Described> checklists_;
};

ChecklistReference AuditReader::described(pugi::xml_node report, const std::string& id) {
  for (Described& each : checklists_) {
    if (each.reference.id != id) continue;
    each.is_used = true;
    return each.reference;
  }
  fail(MessageId::audit_xml_value, report, {"checklist", id});
  return {};
}

Audit AuditReader::failed(pugi::xml_node node) {
  allow(node, {"source", "code"});
  Audit out;
  out.source = required(node, "source");
  out.error = verbatim(text_of(node), required(node, "code"));
  return out;
}

Metadata AuditReader::metadata(pugi::xml_node node) {
  allow(node, {"name"});
  return {needed(node, "name", metadata_key_from), text_of(node)};
}

Evidence AuditReader::evidence(pugi::xml_node node) {
  allow(node, {"paragraph", "start", "end", "role", "section", "use", "reason", "page", "sentence", "confidence"});
  Evidence out;
  out.paragraph = needed(node, "paragraph", number_from<std::uint32_t>);
  out.start = needed(node, "start", number_from<std::uint32_t>);
  out.end = needed(node, "end", number_from<std::uint32_t>);
  out.role = needed(node, "role", role_from);
  out.section = optional(node, "section");
  out.use = converted(node, "use", evidence_use_from).value_or(EvidenceUse::support);
  if (node.attribute("reason")) out.reason = verbatim(optional(node, "reason"));
  out.page = converted(node, "page", page_from).value_or(0);
  out.sentence = optional(node, "sentence");
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
  if (!parse(document)) return *error();
  const pugi::xml_node root = document.document_element();
  if (root.name() != std::string_view("audit") || root.attribute("xmlns").value() != kAuditNamespace) {
    return Message{MessageId::audit_xml_foreign, {std::string(source())}};
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
      run.audits.push_back(failed(child));
    } else {
      return false;
    }
    return true;
  });
  if (error()) return *error();
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
