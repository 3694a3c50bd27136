#include "audit/verification_writer.hpp"

#include "audit/points.hpp"
#include "audit/xml_tags.hpp"

namespace fazhi {
namespace {

class VerificationXml {
 public:
  VerificationXml(std::string& out, const Verification& verification, Language language)
      : out_(out), verification_(verification), tags_(out, language) {}

  void write(std::string_view version) {
    head(version);
    for (const ChecklistReference& each : verification_.checklists) write_checklist(tags_, each);
    for (const VerifiedUnit& each : verification_.units) unit(each);
    for (const VerifiedItem& each : verification_.items) item(each);
    for (const Message& each : verification_.notes) tags_.line(1, "note", tags_.say(each));
    tags_.end(0, "verification");
  }

 private:
  void number(std::string_view name, long long value) { tags_.attribute(name, std::to_string(value)); }
  void truth_if(std::string_view name, bool value) {
    if (value) tags_.attribute(name, "true");
  }

  void head(std::string_view version) {
    out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    tags_.open(0, "verification");
    tags_.attribute("xmlns", kVerificationNamespace);
    tags_.attribute("tool", "fazhi");
    tags_.attribute("version", version);
    tags_.attribute("title", verification_.title);
    tags_.attribute("made-on", verification_.made_on);
    if (verification_.year) number("year", *verification_.year);
    tags_.close_start();
  }

  void draft(std::string_view name, const std::string& source, const Score& score) {
    if (source.empty()) return;
    tags_.open(2, name);
    tags_.attribute("source", source);
    if (score.possible_hundredths == 0) {
      tags_.close_empty();
      return;
    }
    tags_.close_start();
    write_score(tags_, score);
    tags_.end(2, name);
  }

  void unit(const VerifiedUnit& unit) {
    tags_.open(1, "unit");
    number("number", &unit - verification_.units.data() + 1);
    tags_.attribute("name", unit.unit);
    tags_.close_start();
    draft("first", unit.source_before, unit.before);
    draft("second", unit.source_after, unit.after);
    for (const Message& each : unit.notes) tags_.line(2, "note", tags_.say(each));
    tags_.end(1, "unit");
  }

  void quote(const ItemQuote& quote) {
    tags_.open(3, "quote");
    tags_.attribute("use", name_of(quote.use));
    number("paragraph", quote.paragraph);
    if (quote.page > 0) number("page", quote.page);
    tags_.attribute_if("section", quote.section);
    tags_.attribute_if("reason", quote.reason);
    tags_.close_text(quote.text, "quote");
  }

  void side(std::string_view name, const VerifiedSide& side, FindingKind kind) {
    if (!side.found && side.messages.empty() && side.quotes.empty()) return;
    tags_.open(2, name);
    tags_.attribute("found", side.found ? "true" : "false");
    if (side.found && kind == FindingKind::element) {
      tags_.attribute("status", name_of(side.status));
      tags_.attribute("awarded", points_text(side.awarded_hundredths));
      tags_.attribute("possible", points_text(side.possible_hundredths));
    }
    if (side.messages.empty() && side.quotes.empty()) {
      tags_.close_empty();
      return;
    }
    tags_.close_start();
    for (const std::string& each : side.messages) tags_.line(3, "message", each);
    for (const ItemQuote& each : side.quotes) quote(each);
    tags_.end(2, name);
  }

  void item(const VerifiedItem& item) {
    tags_.open(1, "item");
    tags_.attribute("id", item.id);
    number("unit", static_cast<long long>(item.unit) + 1);
    tags_.attribute("finding", item.finding);
    tags_.attribute("fingerprint", item.fingerprint);
    tags_.attribute("kind", name_of(item.kind));
    if (item.kind == FindingKind::defect) tags_.attribute("severity", name_of(item.severity));
    tags_.attribute("title", item.title);
    tags_.attribute("change", name_of(item.change));
    truth_if("relapsed", item.relapsed);
    truth_if("needs-person", item.needs_person);
    tags_.attribute("proposed", name_of(item.proposed));
    tags_.close_start();
    tags_.line_if(2, "demand", item.demand);
    side("before", item.before, item.kind);
    side("after", item.after, item.kind);
    for (const Message& each : item.warnings) tags_.line(2, "warning", tags_.say(each));
    tags_.end(1, "item");
  }

  std::string& out_;
  const Verification& verification_;
  Tags tags_;
};

}  // namespace

std::string verification_xml_of(const Verification& verification, std::string_view version, Language language) {
  std::string out;
  VerificationXml(out, verification, language).write(version);
  return out;
}

}  // namespace fazhi
