#include "audit/json_writer.hpp"

#include "audit/escape.hpp"
#include "audit/points.hpp"

namespace fazhi {
namespace {

/// Objects and arrays by appending; a comma goes before whatever does not
/// stand first in its object or array.
class Json {
 public:
  Json(std::string& out, Language language) : out_(out), language_(language) {}

  void separate() {
    if (out_.back() != '{' && out_.back() != '[') out_ += ',';
  }
  void key(std::string_view name) {
    separate();
    append_json_string(out_, name);
    out_ += ':';
  }
  void text(std::string_view name, std::string_view value) {
    key(name);
    append_json_string(out_, value);
  }
  void text_if(std::string_view name, std::string_view value) {
    if (!value.empty()) text(name, value);
  }
  /// `value` is a JSON number or truth value already.
  void bare(std::string_view name, std::string_view value) {
    key(name);
    out_ += value;
  }
  void truth(std::string_view name, bool value) { bare(name, value ? "true" : "false"); }
  void open(std::string_view name, char bracket) {
    key(name);
    out_ += bracket;
  }
  void open_item() {
    separate();
    out_ += '{';
  }
  void close(char bracket) { out_ += bracket; }
  template <class Items, class Write>
  void list_if(std::string_view name, const Items& items, Write write) {
    if (items.empty()) return;
    open(name, '[');
    for (const auto& item : items) write(*this, item);
    close(']');
  }
  [[nodiscard]] std::string say(const Message& message) const { return render(message, language_); }
  void sentence(const Message& message) {
    separate();
    append_json_string(out_, say(message));
  }

 private:
  std::string& out_;
  Language language_;
};

void write_sentence(Json& json, const Message& message) { json.sentence(message); }

void write_identity(Json& json, const Identity& identity) {
  json.open("identity", '{');
  json.text_if("unit", identity.unit);
  if (identity.level) json.text("level", name_of(*identity.level));
  if (identity.year) json.bare("year", std::to_string(*identity.year));
  json.text_if("title", identity.title);
  json.text_if("document-number", identity.document_number);
  json.text_if("signature-date", identity.signature_date);
  if (identity.other_reports > 0) json.bare("other-reports", std::to_string(identity.other_reports));
  json.close('}');
}

void write_metadata(Json& json, const std::vector<Metadata>& metadata) {
  if (metadata.empty()) return;
  json.open("metadata", '{');
  for (const Metadata& each : metadata) json.text(name_of(each.key), each.value);
  json.close('}');
}

void write_score(Json& json, const Score& score) {
  if (score.possible_hundredths == 0) return;
  json.open("score", '{');
  json.bare("awarded", points_text(score.awarded_hundredths));
  if (score.highest_hundredths != score.awarded_hundredths) {
    json.bare("highest", points_text(score.highest_hundredths));
  }
  json.bare("possible", points_text(score.possible_hundredths));
  json.text_if("grade", score.grade);
  if (score.passed) json.truth("passed", *score.passed);
  json.close('}');
}

void write_basis(Json& json, const BasisCitation& basis) {
  json.open_item();
  json.text("document", basis.document);
  json.text_if("article", basis.article);
  json.text_if("text", basis.text);
  json.close('}');
}

void write_evidence(Json& json, const Evidence& evidence) {
  json.open_item();
  json.bare("paragraph", std::to_string(evidence.paragraph));
  json.bare("start", std::to_string(evidence.start));
  json.bare("end", std::to_string(evidence.end));
  json.text("role", name_of(evidence.role));
  json.text_if("section", evidence.section);
  if (evidence.use != EvidenceUse::support) json.text("use", name_of(evidence.use));
  if (evidence.reason) json.text("reason", json.say(*evidence.reason));
  if (evidence.page > 0) json.bare("page", std::to_string(evidence.page));
  if (evidence.confidence) json.bare("confidence", std::to_string(*evidence.confidence));
  json.text("quote", evidence.quote);
  json.text_if("sentence", evidence.sentence);
  json.close('}');
}

void write_searched(Json& json, const SearchedSection& searched) {
  json.open_item();
  json.text("role", name_of(searched.role));
  json.text_if("heading", searched.heading);
  json.close('}');
}

void write_measure(Json& json, const Measure& measure) {
  json.open_item();
  json.text("name", measure.name);
  json.bare("value", value_text(measure.value));
  json.text_if("unit", measure.unit);
  json.truth("exact", measure.exact);
  json.close('}');
}

void write_finding(Json& json, const Finding& finding) {
  json.open_item();
  json.text("id", finding.id);
  json.text("kind", name_of(finding.kind));
  if (finding.kind == FindingKind::element) {
    json.text("status", name_of(finding.status));
    json.bare("awarded", points_text(finding.awarded_hundredths));
    json.bare("possible", points_text(finding.possible_hundredths));
  } else {
    json.text("severity", name_of(finding.severity));
  }
  if (finding.gain_hundredths != 0) json.bare("gain", points_text(finding.gain_hundredths));
  json.text("title", finding.title);
  json.text_if("fingerprint", finding.fingerprint);
  json.list_if("message", finding.messages, write_sentence);
  json.text_if("note", finding.note);
  json.list_if("basis", finding.basis, write_basis);
  json.list_if("evidence", finding.evidence, write_evidence);
  json.list_if("searched", finding.searched, write_searched);
  json.list_if("measure", finding.measures, write_measure);
  json.text_if("rectification", finding.rectification);
  json.close('}');
}

void write_error(Json& json, const Audit& audit) {
  json.open("error", '{');
  json.text("source", audit.source);
  json.text("code", code_of(*audit.error));
  json.text("message", json.say(*audit.error));
  json.close('}');
}

void write_checklist(Json& json, const ChecklistReference& checklist) {
  json.open("checklist", '{');
  json.text("id", checklist.id);
  json.text("version", checklist.version);
  json.text("title", checklist.title);
  json.text("sha256", checklist.sha256);
  json.close('}');
}

void write_report(Json& json, const Audit& audit) {
  json.open("report", '{');
  json.text("source", audit.source);
  json.text("format", audit.format);
  json.text("sha256", audit.sha256);
  json.text_if("encoding", audit.encoding);
  if (audit.recognized) json.truth("recognized", true);
  write_identity(json, audit.identity);
  write_metadata(json, audit.metadata);
  write_score(json, audit.score);
  json.list_if("note", audit.notes, write_sentence);
  json.open("finding", '[');
  for (const Finding& finding : audit.findings) write_finding(json, finding);
  json.close(']');
  json.close('}');
}

}  // namespace

void JsonWriter::begin(std::string_view version, Language language) {
  language_ = language;
  head_ = "{";
  Json json(head_, language_);
  json.text("tool", "fazhi");
  json.text("version", version);
}

void JsonWriter::add(const Audit& audit) {
  out_ += head_;
  Json json(out_, language_);
  if (audit.error) {
    write_error(json, audit);
  } else {
    write_checklist(json, audit.checklist);
    write_report(json, audit);
  }
  out_ += "}\n";
}

}  // namespace fazhi
