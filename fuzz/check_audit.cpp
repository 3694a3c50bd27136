#include "check_audit.hpp"

#include "audit/json_writer.hpp"
#include "audit/xml_reader.hpp"
#include "audit/xml_writer.hpp"
#include "checklist/load.hpp"
#include "fuzz.hpp"
#include "present/terminal_report.hpp"
#include "text/utf8.hpp"

namespace fazhi::fuzz {
namespace {

std::string_view code_points_of(std::string_view text, std::uint32_t start, std::uint32_t end) {
  std::size_t at = 0;
  std::size_t begin = text.size();
  for (std::uint32_t index = 0; at <= text.size(); ++index) {
    if (index == start) begin = at;
    if (index == end) return begin <= at ? text.substr(begin, at - begin) : std::string_view();
    if (at == text.size()) break;
    at += utf8::decode(text, at).size_bytes;
  }
  return {};
}

void check_evidence(const Evidence& evidence, const Document& document) {
  require(evidence.paragraph >= 1 && evidence.paragraph <= document.paragraphs.size(), "evidence is in a paragraph");
  require(evidence.start < evidence.end, "evidence is not empty");
  const std::string_view paragraph = document.paragraphs[evidence.paragraph - 1].range.of(document.text);
  require(code_points_of(paragraph, evidence.start, evidence.end) == evidence.quote, "a quote is what stands there");
}

void check_finding(const Finding& finding, const Document& document) {
  for (const Evidence& each : finding.evidence) check_evidence(each, document);
  require(0 <= finding.awarded_hundredths && finding.awarded_hundredths <= finding.possible_hundredths,
          "points awarded are not above those possible");
  require(0 <= finding.gain_hundredths && finding.gain_hundredths <= finding.possible_hundredths, "a gain is possible");
  require(!finding.id.empty() && !finding.fingerprint.empty(), "a finding has a name");
  for (const Message& each : finding.messages) {
    require(is_utf8(render(each, Language::zh)) && is_utf8(render(each, Language::en)), "messages are UTF-8");
  }
}

void check_xml(const Audit& audit) {
  const std::string written = xml_of({{audit}, {}}, "1", Language::zh);
  const Result<AuditRun> read = read_audit_xml(written, "x.xml");
  require(read.has_value(), "the XML of an audit is read");
  require(xml_of(read.value(), "1", Language::zh) == written, "what was read is written the same");
}

void check_json(const Audit& audit) {
  std::string json;
  JsonWriter writer(json);
  writer.begin("1", Language::en);
  writer.add(audit);
  require(is_utf8(json) && json.find('\n') == json.size() - 1, "the JSON of an audit is one line");
}

void check_terminal(const Audit& audit) {
  TerminalOptions options;
  options.details = true;
  const std::string shown = terminal_report({&audit, 1}, options);
  require(is_utf8(shown), "the view for terminals is UTF-8");
  for (std::size_t at = 0; at < shown.size();) {
    const utf8::CodePoint point = utf8::decode(shown, at);
    require(point.value == '\n' || (point.value >= 0x20 && (point.value < 0x7F || point.value > 0x9F)),
            "nothing that is shown can move the cursor");
    at += point.size_bytes;
  }
}

}  // namespace

const Auditor& township() {
  static const Auditor auditor = [] {
    LoadedChecklist loaded = load_builtin_checklist("township");
    require(loaded.checklist.has_value(), "the built-in checklist can be loaded");
    return Auditor(std::move(*loaded.checklist));
  }();
  return auditor;
}

void check_written(const Audit& audit) {
  check_xml(audit);
  check_json(audit);
  check_terminal(audit);
}

void check_audit(const Audit& audit, const Document& document) {
  for (const Finding& each : audit.findings) check_finding(each, document);
  require(audit.score.awarded_hundredths <= audit.score.highest_hundredths &&
              audit.score.highest_hundredths <= audit.score.possible_hundredths,
          "the score's range fits the whole");
  check_written(audit);
}

}  // namespace fazhi::fuzz
