#include "rectify/sample.hpp"

#include <boost/test/unit_test.hpp>
#include <utility>

#include "base/sha256.hpp"

namespace fazhi::test {

const RectificationRules& rules() {
  static const LoadedRules<RectificationRules> loaded = load_rectification_rules("");
  BOOST_REQUIRE(loaded.rules.has_value());
  return *loaded.rules;
}

Finding element(std::string id, Status status, std::int32_t gain_hundredths, std::int32_t possible_hundredths) {
  Finding finding;
  finding.id = std::move(id);
  finding.status = status;
  finding.title = finding.id;
  finding.gain_hundredths = gain_hundredths;
  finding.possible_hundredths = possible_hundredths;
  finding.awarded_hundredths = possible_hundredths - gain_hundredths;
  finding.rectification = "写明本年度的情况。";
  finding.fingerprint = sha256_hex(finding.id).substr(0, 16);
  return finding;
}

Finding defect(std::string id, Severity severity, std::string quote, std::uint32_t paragraph) {
  Finding finding;
  finding.id = std::move(id);
  finding.kind = FindingKind::defect;
  finding.severity = severity;
  finding.title = finding.id;
  finding.messages = {verbatim("“" + quote + "”不对。")};
  finding.rectification = "改正。";
  finding.fingerprint = sha256_hex(finding.id + quote).substr(0, 16);
  finding.evidence = {evidence(std::move(quote), paragraph)};
  return finding;
}

Evidence evidence(std::string quote, std::uint32_t paragraph, EvidenceUse use, std::string reason) {
  Evidence out;
  out.paragraph = paragraph;
  out.section = "一、主要举措和成效";
  out.use = use;
  out.quote = std::move(quote);
  if (!reason.empty()) out.reason = verbatim(std::move(reason));
  return out;
}

Audit audit_of(std::string unit, std::string source, std::int32_t points) {
  Audit audit;
  audit.source = std::move(source);
  audit.format = "txt";
  audit.sha256 = sha256_hex(audit.source);
  audit.checklist = {"township", "2025.1", "乡镇", sha256_hex("township")};
  audit.identity.unit = std::move(unit);
  audit.identity.year = 2024;
  audit.score = {points * 100, points * 100, 10'000, "", points >= 60};
  return audit;
}

}  // namespace fazhi::test
