#include "audit/xml_writer.hpp"

#include <algorithm>

#include "audit/points.hpp"
#include "audit/xml_tags.hpp"

namespace fazhi {
namespace {

void write_metadata(Tags& tags, const Metadata& metadata) {
  tags.open(2, "metadata");
  tags.attribute("name", name_of(metadata.key));
  tags.close_text(metadata.value, "metadata");
}

void write_evidence(Tags& tags, const Evidence& evidence) {
  tags.open(3, "evidence");
  tags.attribute("paragraph", std::to_string(evidence.paragraph));
  tags.attribute("start", std::to_string(evidence.start));
  tags.attribute("end", std::to_string(evidence.end));
  tags.attribute("role", name_of(evidence.role));
  tags.attribute_if("section", evidence.section);
  if (evidence.use != EvidenceUse::support) tags.attribute("use", name_of(evidence.use));
  if (evidence.reason) tags.attribute("reason", tags.say(*evidence.reason));
  if (evidence.page > 0) tags.attribute("page", std::to_string(evidence.page));
  tags.attribute_if("sentence", evidence.sentence);
  if (evidence.confidence) tags.attribute("confidence", std::to_string(*evidence.confidence));
  tags.close_text(evidence.quote, "evidence");
}

void write_searched(Tags& tags, const SearchedSection& searched) {
  tags.open(3, "searched");
  tags.attribute("role", name_of(searched.role));
  tags.attribute_if("heading", searched.heading);
  tags.close_empty();
}

void write_measure(Tags& tags, const Measure& measure) {
  tags.open(3, "measure");
  tags.attribute("name", measure.name);
  tags.attribute("value", value_text(measure.value));
  tags.attribute_if("unit", measure.unit);
  tags.attribute("exact", measure.exact ? "true" : "false");
  tags.close_empty();
}

void write_finding_attributes(Tags& tags, const Finding& finding) {
  tags.attribute("id", finding.id);
  tags.attribute("kind", name_of(finding.kind));
  if (finding.kind == FindingKind::element) {
    tags.attribute("status", name_of(finding.status));
    tags.attribute("awarded", points_text(finding.awarded_hundredths));
    tags.attribute("possible", points_text(finding.possible_hundredths));
  } else {
    tags.attribute("severity", name_of(finding.severity));
  }
  if (finding.gain_hundredths != 0) tags.attribute("gain", points_text(finding.gain_hundredths));
  tags.attribute("title", finding.title);
  tags.attribute_if("fingerprint", finding.fingerprint);
}

bool has_content(const Finding& finding) {
  return !finding.messages.empty() || !finding.note.empty() || !finding.basis.empty() || !finding.evidence.empty() ||
         !finding.searched.empty() || !finding.measures.empty() || !finding.rectification.empty();
}

void write_finding(Tags& tags, const Finding& finding) {
  tags.open(2, "finding");
  write_finding_attributes(tags, finding);
  if (!has_content(finding)) {
    tags.close_empty();
    return;
  }
  tags.close_start();
  for (const Message& message : finding.messages) tags.line(3, "message", tags.say(message));
  tags.line_if(3, "note", finding.note);
  for (const BasisCitation& basis : finding.basis) write_basis(tags, 3, basis);
  for (const Evidence& evidence : finding.evidence) write_evidence(tags, evidence);
  for (const SearchedSection& searched : finding.searched) write_searched(tags, searched);
  for (const Measure& measure : finding.measures) write_measure(tags, measure);
  tags.line_if(3, "rectification", finding.rectification);
  tags.end(2, "finding");
}

void write_error(Tags& tags, const Audit& audit) {
  tags.open(1, "error");
  tags.attribute("source", audit.source);
  tags.attribute("code", code_of(*audit.error));
  tags.close_text(tags.say(*audit.error), "error");
}

void write_report(Tags& tags, const Audit& audit) {
  tags.open(1, "report");
  tags.attribute("source", audit.source);
  tags.attribute("checklist", audit.checklist.id);
  tags.attribute("format", audit.format);
  tags.attribute("sha256", audit.sha256);
  tags.attribute_if("encoding", audit.encoding);
  if (audit.recognized) tags.attribute("recognized", "true");
  tags.close_start();
  write_identity(tags, audit.identity);
  for (const Metadata& each : audit.metadata) write_metadata(tags, each);
  write_score(tags, audit.score);
  for (const Message& note : audit.notes) tags.line(2, "note", tags.say(note));
  for (const Finding& finding : audit.findings) write_finding(tags, finding);
  tags.end(1, "report");
}

}  // namespace

void append_report_xml(std::string& out, const Audit& audit, Language language) {
  Tags tags(out, language);
  if (audit.error) {
    write_error(tags, audit);
  } else {
    write_report(tags, audit);
  }
}

void XmlWriter::begin(std::string_view version, Language language) {
  language_ = language;
  described_.clear();
  out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  Tags tags(out_, language_);
  tags.open(0, "audit");
  tags.attribute("xmlns", kAuditNamespace);
  tags.attribute("tool", "fazhi");
  tags.attribute("version", version);
  tags.close_start();
}

void XmlWriter::describe(const ChecklistReference& checklist) {
  if (std::find(described_.begin(), described_.end(), checklist.id) != described_.end()) return;
  described_.push_back(checklist.id);
  Tags tags(out_, language_);
  write_checklist(tags, checklist);
}

void XmlWriter::add(const Audit& audit) {
  if (!audit.error) describe(audit.checklist);
  append_report_xml(out_, audit, language_);
}

void XmlWriter::end(const std::vector<ChecklistReference>& asked_for) {
  for (const ChecklistReference& each : asked_for) describe(each);
  out_ += "</audit>\n";
}

std::string xml_of(const AuditRun& run, std::string_view version, Language language) {
  std::string out;
  XmlWriter writer(out);
  writer.begin(version, language);
  for (const Audit& audit : run.audits) writer.add(audit);
  writer.end(run.unused);
  return out;
}

}  // namespace fazhi
