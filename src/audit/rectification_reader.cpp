#include "audit/rectification_reader.hpp"

#include <unordered_set>
#include <utility>

#include "audit/points.hpp"
#include "audit/rectification_writer.hpp"
#include "audit/xml_walk.hpp"

namespace fazhi {
namespace {

std::optional<Status> open_status_from(std::string_view name) {
  const auto status = status_from(name);
  const bool is_open = status == Status::partial || status == Status::missing || status == Status::undecided;
  return is_open ? status : std::nullopt;
}

/// Reads one list; units stand before the items that name them.
class ListReader : XmlWalk {
 public:
  using XmlWalk::XmlWalk;

  Result<RectificationList> read();

 private:
  void head(pugi::xml_node node);
  bool part(std::string_view name, pugi::xml_node node);
  ListedUnit unit(pugi::xml_node node);
  RectificationItem item(pugi::xml_node node);
  void item_attributes(pugi::xml_node node, RectificationItem& out);
  ItemQuote quote(pugi::xml_node node);
  ItemProgress progress(pugi::xml_node node);
  std::string plain(pugi::xml_node node);

  RectificationList out_;
  std::unordered_set<std::string> ids_;
};

std::string ListReader::plain(pugi::xml_node node) {
  allow(node, {});
  return text_of(node);
}

void ListReader::head(pugi::xml_node node) {
  allow(node, {"xmlns", "tool", "version", "title", "issuer", "made-on", "due", "year"});
  static_cast<void>(required(node, "version"));
  out_.title = required(node, "title");
  out_.issuer = optional(node, "issuer");
  out_.made_on = optional(node, "made-on");
  out_.due = optional(node, "due");
  out_.year = converted(node, "year", number_from<int>);
}

ListedUnit ListReader::unit(pugi::xml_node node) {
  allow(node, {"number", "name", "contact", "source", "year", "document-number", "rank", "met", "judged", "late"});
  if (needed(node, "number", number_from<std::size_t>) != out_.units.size() + 1) {
    fail(MessageId::audit_xml_value, node, {"number", node.attribute("number").value()});
  }
  ListedUnit out;
  out.unit = required(node, "name");
  out.contact = optional(node, "contact");
  out.source = optional(node, "source");
  out.year = converted(node, "year", number_from<int>);
  out.document_number = optional(node, "document-number");
  out.rank = converted(node, "rank", number_from<int>).value_or(0);
  out.met = converted(node, "met", number_from<std::size_t>).value_or(0);
  out.judged = converted(node, "judged", number_from<std::size_t>).value_or(0);
  out.late = converted(node, "late", truth_from).value_or(false);
  each_child(node, [&](std::string_view name, pugi::xml_node child) {
    if (name != "score") return false;
    out.score = score(child);
    return true;
  });
  return out;
}

void ListReader::item_attributes(pugi::xml_node node, RectificationItem& out) {
  allow(node, {"id", "unit", "finding", "fingerprint", "kind", "status", "severity", "category", "title", "gain", "due"});
  out.id = required(node, "id");
  if (out.id.empty() || !ids_.insert(out.id).second) fail(MessageId::audit_xml_value, node, {"id", out.id});
  const auto number = needed(node, "unit", number_from<std::size_t>);
  if (number == 0 || number > out_.units.size()) {
    fail(MessageId::audit_xml_value, node, {"unit", node.attribute("unit").value()});
  }
  out.unit = number - 1;
  out.finding = optional(node, "finding");
  out.fingerprint = optional(node, "fingerprint");
  out.kind = needed(node, "kind", finding_kind_from);
  if (out.kind == FindingKind::element) {
    out.status = needed(node, "status", open_status_from);
  } else {
    out.severity = needed(node, "severity", severity_from);
  }
  out.category = optional(node, "category");
  out.title = required(node, "title");
  out.gain_hundredths = converted(node, "gain", points_from).value_or(0);
  out.due = optional(node, "due");
}

ItemQuote ListReader::quote(pugi::xml_node node) {
  allow(node, {"paragraph", "section", "page", "use", "reason"});
  ItemQuote out;
  out.paragraph = converted(node, "paragraph", number_from<std::uint32_t>).value_or(0);
  out.section = optional(node, "section");
  out.page = converted(node, "page", page_from).value_or(0);
  out.use = converted(node, "use", evidence_use_from).value_or(EvidenceUse::support);
  out.reason = optional(node, "reason");
  out.text = text_of(node);
  return out;
}

ItemProgress ListReader::progress(pugi::xml_node node) {
  allow(node, {"state"});
  ItemProgress out;
  out.state = needed(node, "state", item_state_from);
  each_child(node, [&](std::string_view name, pugi::xml_node child) {
    constexpr std::pair<std::string_view, std::string ItemProgress::*> kFields[] = {
        {"responsible-unit", &ItemProgress::responsible_unit},
        {"responsible-person", &ItemProgress::responsible_person},
        {"account", &ItemProgress::progress},
        {"material", &ItemProgress::material},
        {"reviewer", &ItemProgress::reviewer},
        {"review", &ItemProgress::review},
        {"closed-on", &ItemProgress::closed_on},
        {"remark", &ItemProgress::remark},
    };
    for (const auto& [field, member] : kFields) {
      if (name != field) continue;
      out.*member = plain(child);
      return true;
    }
    return false;
  });
  return out;
}

RectificationItem ListReader::item(pugi::xml_node node) {
  RectificationItem out;
  item_attributes(node, out);
  if (!node.child("progress")) fail(MessageId::audit_xml_lacking, node, {"progress"});
  each_child(node, [&](std::string_view name, pugi::xml_node child) {
    if (name == "problem") {
      out.problem.push_back(plain(child));
    } else if (name == "quote") {
      out.quotes.push_back(quote(child));
    } else if (name == "basis") {
      out.basis.push_back(basis(child));
    } else if (name == "demand") {
      out.demand = plain(child);
    } else if (name == "progress") {
      out.progress = progress(child);
    } else {
      return false;
    }
    return true;
  });
  return out;
}

bool ListReader::part(std::string_view name, pugi::xml_node node) {
  if (name == "checklist") {
    out_.checklists.push_back(checklist(node));
  } else if (name == "unit") {
    out_.units.push_back(unit(node));
  } else if (name == "absent") {
    out_.absent.push_back(plain(node));
  } else if (name == "item") {
    out_.items.push_back(item(node));
  } else if (name == "note") {
    out_.notes.push_back(verbatim(plain(node)));
  } else {
    return false;
  }
  return true;
}

Result<RectificationList> ListReader::read() {
  pugi::xml_document document;
  if (!parse(document)) return *error();
  const pugi::xml_node root = document.document_element();
  if (root.name() != std::string_view("rectification") || root.attribute("xmlns").value() != kRectificationNamespace) {
    return Message{MessageId::rectification_xml_foreign, {std::string(source())}};
  }
  head(root);
  each_child(root, [this](std::string_view name, pugi::xml_node child) { return part(name, child); });
  if (error()) return *error();
  return std::move(out_);
}

}  // namespace

Result<RectificationList> read_rectification_xml(std::string_view bytes, std::string_view source) {
  return ListReader(bytes, source).read();
}

}  // namespace fazhi
