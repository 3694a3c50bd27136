#include "audit/rectification_writer.hpp"

#include "audit/points.hpp"
#include "audit/xml_tags.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} << 10;

/// One list on its way to a sink.
class ListXml {
 public:
  ListXml(const RectificationList& list, Language language, const ByteSink& sink)
      : list_(list), sink_(sink), tags_(out_, language) {}

  std::optional<Message> write(std::string_view version) {
    head(version);
    for (const ChecklistReference& each : list_.checklists) write_checklist(tags_, each);
    for (std::size_t index = 0; index < list_.units.size(); ++index) {
      unit(index);
      hand_on(kPieceBytes);
    }
    for (const std::string& each : list_.absent) tags_.line(1, "absent", each);
    for (const RectificationItem& each : list_.items) {
      item(each);
      hand_on(kPieceBytes);
    }
    for (const Message& each : list_.notes) tags_.line(1, "note", tags_.say(each));
    out_ += "</rectification>\n";
    hand_on(0);
    return error_;
  }

 private:
  void head(std::string_view version);
  void unit(std::size_t index);
  void item(const RectificationItem& item);
  void item_attributes(const RectificationItem& item);
  void quote(const ItemQuote& quote);
  void progress(const ItemProgress& progress);

  void hand_on(std::size_t from_bytes) {
    if (out_.size() < from_bytes) return;
    if (!error_) error_ = sink_(out_);
    out_.clear();
  }

  const RectificationList& list_;
  const ByteSink& sink_;
  std::string out_;
  Tags tags_;
  std::optional<Message> error_;
};

void ListXml::head(std::string_view version) {
  out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  tags_.open(0, "rectification");
  tags_.attribute("xmlns", kRectificationNamespace);
  tags_.attribute("tool", "fazhi");
  tags_.attribute("version", version);
  tags_.attribute("title", list_.title);
  tags_.attribute_if("issuer", list_.issuer);
  tags_.attribute_if("made-on", list_.made_on);
  tags_.attribute_if("due", list_.due);
  if (list_.year) tags_.attribute("year", std::to_string(*list_.year));
  tags_.close_start();
}

void ListXml::unit(std::size_t index) {
  const ListedUnit& unit = list_.units[index];
  tags_.open(1, "unit");
  tags_.attribute("number", std::to_string(index + 1));
  tags_.attribute("name", unit.unit);
  tags_.attribute_if("contact", unit.contact);
  tags_.attribute_if("source", unit.source);
  if (unit.year) tags_.attribute("year", std::to_string(*unit.year));
  tags_.attribute_if("document-number", unit.document_number);
  if (unit.rank > 0) tags_.attribute("rank", std::to_string(unit.rank));
  if (unit.judged > 0) {
    tags_.attribute("met", std::to_string(unit.met));
    tags_.attribute("judged", std::to_string(unit.judged));
  }
  if (unit.late) tags_.attribute("late", "true");
  if (unit.score.possible_hundredths == 0) {
    tags_.close_empty();
    return;
  }
  tags_.close_start();
  write_score(tags_, unit.score);
  tags_.end(1, "unit");
}

void ListXml::item_attributes(const RectificationItem& item) {
  tags_.attribute("id", item.id);
  tags_.attribute("unit", std::to_string(item.unit + 1));
  tags_.attribute_if("finding", item.finding);
  tags_.attribute_if("fingerprint", item.fingerprint);
  tags_.attribute("kind", name_of(item.kind));
  if (item.kind == FindingKind::element) {
    tags_.attribute("status", name_of(item.status));
  } else {
    tags_.attribute("severity", name_of(item.severity));
  }
  tags_.attribute_if("category", item.category);
  tags_.attribute("title", item.title);
  if (item.gain_hundredths != 0) tags_.attribute("gain", points_text(item.gain_hundredths));
  tags_.attribute_if("due", item.due);
}

void ListXml::quote(const ItemQuote& quote) {
  tags_.open(2, "quote");
  if (quote.paragraph > 0) tags_.attribute("paragraph", std::to_string(quote.paragraph));
  tags_.attribute_if("section", quote.section);
  if (quote.page > 0) tags_.attribute("page", std::to_string(quote.page));
  if (quote.use != EvidenceUse::support) tags_.attribute("use", name_of(quote.use));
  tags_.attribute_if("reason", quote.reason);
  tags_.close_text(quote.text, "quote");
}

void ListXml::progress(const ItemProgress& progress) {
  tags_.open(2, "progress");
  tags_.attribute("state", name_of(progress.state));
  ItemProgress untouched;
  untouched.state = progress.state;
  if (progress == untouched) {
    tags_.close_empty();
    return;
  }
  tags_.close_start();
  tags_.line_if(3, "responsible-unit", progress.responsible_unit);
  tags_.line_if(3, "responsible-person", progress.responsible_person);
  tags_.line_if(3, "account", progress.progress);
  tags_.line_if(3, "material", progress.material);
  tags_.line_if(3, "reviewer", progress.reviewer);
  tags_.line_if(3, "review", progress.review);
  tags_.line_if(3, "closed-on", progress.closed_on);
  tags_.line_if(3, "remark", progress.remark);
  tags_.end(2, "progress");
}

void ListXml::item(const RectificationItem& item) {
  tags_.open(1, "item");
  item_attributes(item);
  tags_.close_start();
  for (const std::string& each : item.problem) tags_.line(2, "problem", each);
  for (const ItemQuote& each : item.quotes) quote(each);
  for (const BasisCitation& each : item.basis) write_basis(tags_, 2, each);
  tags_.line_if(2, "demand", item.demand);
  progress(item.progress);
  tags_.end(1, "item");
}

}  // namespace

std::optional<Message> write_rectification_xml(const RectificationList& list, std::string_view version,
                                               Language language, const ByteSink& sink) {
  return ListXml(list, language, sink).write(version);
}

std::string rectification_xml_of(const RectificationList& list, std::string_view version, Language language) {
  std::string out;
  static_cast<void>(write_rectification_xml(list, version, language, [&](std::string_view bytes) {
    out += bytes;
    return std::optional<Message>();
  }));
  return out;
}

}  // namespace fazhi
