#include "audit/verification_reader.hpp"

#include <utility>

#include "audit/points.hpp"
#include "audit/verification_writer.hpp"
#include "audit/xml_walk.hpp"

namespace fazhi {
namespace {

class VerificationReader : XmlWalk {
 public:
  using XmlWalk::XmlWalk;

  Result<Verification> read();

 private:
  void head(pugi::xml_node node);
  bool part(std::string_view name, pugi::xml_node node);
  void draft(pugi::xml_node node, std::string& source, Score& score);
  VerifiedUnit unit(pugi::xml_node node);
  VerifiedItem item(pugi::xml_node node);
  void item_attributes(pugi::xml_node node, VerifiedItem& out);
  VerifiedSide side(pugi::xml_node node, FindingKind kind);
  ItemQuote quote(pugi::xml_node node);
  std::string plain(pugi::xml_node node);
  void check_units(pugi::xml_node root);

  Verification out_;
};

std::string VerificationReader::plain(pugi::xml_node node) {
  allow(node, {});
  return text_of(node);
}

void VerificationReader::head(pugi::xml_node node) {
  allow(node, {"xmlns", "tool", "version", "title", "made-on", "year"});
  static_cast<void>(required(node, "version"));
  out_.title = required(node, "title");
  out_.made_on = required(node, "made-on");
  out_.year = converted(node, "year", number_from<int>);
}

void VerificationReader::draft(pugi::xml_node node, std::string& source, Score& score_out) {
  allow(node, {"source"});
  source = required(node, "source");
  if (source.empty()) fail(MessageId::audit_xml_value, node, {"source", ""});
  each_child(node, [&](std::string_view name, pugi::xml_node child) {
    if (name != "score") return false;
    score_out = score(child);
    return true;
  });
}

VerifiedUnit VerificationReader::unit(pugi::xml_node node) {
  allow(node, {"number", "name"});
  if (needed(node, "number", number_from<std::size_t>) != out_.units.size() + 1) {
    fail(MessageId::audit_xml_value, node, {"number", node.attribute("number").value()});
  }
  VerifiedUnit out;
  out.unit = required(node, "name");
  each_child(node, [&](std::string_view name, pugi::xml_node child) {
    if (name == "first") {
      draft(child, out.source_before, out.before);
    } else if (name == "second") {
      draft(child, out.source_after, out.after);
    } else if (name == "note") {
      out.notes.push_back(verbatim(plain(child)));
    } else {
      return false;
    }
    return true;
  });
  return out;
}

ItemQuote VerificationReader::quote(pugi::xml_node node) {
  allow(node, {"use", "paragraph", "page", "section", "reason"});
  ItemQuote out;
  out.use = needed(node, "use", evidence_use_from);
  out.paragraph = needed(node, "paragraph", number_from<std::uint32_t>);
  out.page = converted(node, "page", number_from<int>).value_or(0);
  out.section = optional(node, "section");
  out.reason = optional(node, "reason");
  out.text = text_of(node);
  return out;
}

VerifiedSide VerificationReader::side(pugi::xml_node node, FindingKind kind) {
  allow(node, {"found", "status", "awarded", "possible"});
  VerifiedSide out;
  out.found = needed(node, "found", truth_from);
  if (out.found && kind == FindingKind::element) {
    out.status = needed(node, "status", status_from);
    out.awarded_hundredths = needed(node, "awarded", points_from);
    out.possible_hundredths = needed(node, "possible", points_from);
  } else if (node.attribute("status")) {
    fail(MessageId::audit_xml_unexpected, node, {"status"});
  }
  each_child(node, [&](std::string_view name, pugi::xml_node child) {
    if (name == "message") {
      out.messages.push_back(plain(child));
    } else if (name == "quote") {
      out.quotes.push_back(quote(child));
    } else {
      return false;
    }
    return true;
  });
  return out;
}

void VerificationReader::item_attributes(pugi::xml_node node, VerifiedItem& out) {
  allow(node, {"id", "unit", "finding", "fingerprint", "kind", "severity", "title", "change", "relapsed",
               "needs-person", "proposed"});
  out.id = required(node, "id");
  const std::size_t number = needed(node, "unit", number_from<std::size_t>);
  if (number == 0) fail(MessageId::audit_xml_value, node, {"unit", "0"});
  out.unit = number - 1;
  out.finding = required(node, "finding");
  out.fingerprint = required(node, "fingerprint");
  out.kind = needed(node, "kind", finding_kind_from);
  if (out.kind == FindingKind::defect) out.severity = needed(node, "severity", severity_from);
  out.title = required(node, "title");
  out.change = needed(node, "change", item_change_from);
  out.relapsed = converted(node, "relapsed", truth_from).value_or(false);
  out.needs_person = converted(node, "needs-person", truth_from).value_or(false);
  out.proposed = needed(node, "proposed", item_state_from);
  if (out.proposed == ItemState::closed) fail(MessageId::audit_xml_value, node, {"proposed", name_of(out.proposed)});
}

VerifiedItem VerificationReader::item(pugi::xml_node node) {
  VerifiedItem out;
  item_attributes(node, out);
  each_child(node, [&](std::string_view name, pugi::xml_node child) {
    if (name == "demand") {
      out.demand = plain(child);
    } else if (name == "before") {
      out.before = side(child, out.kind);
    } else if (name == "after") {
      out.after = side(child, out.kind);
    } else if (name == "warning") {
      out.warnings.push_back(verbatim(plain(child)));
    } else {
      return false;
    }
    return true;
  });
  return out;
}

bool VerificationReader::part(std::string_view name, pugi::xml_node node) {
  if (name == "checklist") {
    out_.checklists.push_back(checklist(node));
  } else if (name == "unit") {
    out_.units.push_back(unit(node));
  } else if (name == "item") {
    out_.items.push_back(item(node));
  } else if (name == "note") {
    out_.notes.push_back(verbatim(plain(node)));
  } else {
    return false;
  }
  return true;
}

void VerificationReader::check_units(pugi::xml_node root) {
  for (const VerifiedItem& each : out_.items) {
    if (each.unit < out_.units.size()) continue;
    fail(MessageId::audit_xml_value, root, {"unit", std::to_string(each.unit + 1)});
    return;
  }
}

Result<Verification> VerificationReader::read() {
  pugi::xml_document document;
  if (!parse(document)) return *error();
  const pugi::xml_node root = document.document_element();
  if (root.name() != std::string_view("verification") || root.attribute("xmlns").value() != kVerificationNamespace) {
    return Message{MessageId::verification_xml_foreign, {std::string(source())}};
  }
  head(root);
  each_child(root, [this](std::string_view name, pugi::xml_node child) { return part(name, child); });
  check_units(root);
  if (error()) return *error();
  return std::move(out_);
}

}  // namespace

Result<Verification> read_verification_xml(std::string_view bytes, std::string_view source) {
  return VerificationReader(bytes, source).read();
}

}  // namespace fazhi
