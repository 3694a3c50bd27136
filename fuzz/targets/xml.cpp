#include "../fuzz.hpp"
#include "../targets.hpp"
#include "audit/rectification_reader.hpp"
#include "audit/rectification_writer.hpp"
#include "audit/summary_reader.hpp"
#include "audit/summary_writer.hpp"
#include "audit/verification_reader.hpp"
#include "audit/verification_writer.hpp"
#include "audit/xml_reader.hpp"
#include "audit/xml_writer.hpp"
#include "checklist/rectification_rules.hpp"
#include "rectify/make_list.hpp"
#include "rectify/verify.hpp"

namespace fazhi::fuzz {
namespace {

constexpr std::string_view kVersion = "1";

/// Reads what `bytes` are, by `read`, and holds that `write` gives what is read again.
template <class Read, class Write>
void check_round(std::string_view bytes, Read read, Write write) {
  const auto first = read(bytes, "x.xml");
  if (!first) {
    require(is_utf8(render(first.error(), Language::zh)), "an error is UTF-8");
    return;
  }
  const std::string written = write(*first, kVersion, Language::zh);
  require(is_utf8(written), "XML is UTF-8");
  const auto again = read(written, "x.xml");
  require(again.has_value(), "what was written is read");
  require(write(*again, kVersion, Language::zh) == written, "what was read is written the same");
}

void check_list(std::string_view bytes) {
  const Result<AuditRun> run = read_audit_xml(bytes, "x.xml");
  if (!run) return;
  static const RectificationRules rules = *load_rectification_rules("").rules;
  ListMaker maker(rules, {.issuer = {}, .made_on = "2025-03-01", .due = {}});
  std::vector<Draft> drafts;
  for (const Audit& each : run->audits) {
    maker.add(each);
    if (!each.error) drafts.push_back({each.identity.unit, each});
  }
  const RectificationList list = maker.finish();
  check_round(rectification_xml_of(list, kVersion, Language::zh), read_rectification_xml, rectification_xml_of);
  VerifyRules verify_rules;
  verify_rules.made_on = "2025-04-01";
  verify_rules.list = &list;
  const Verification verification = verify(drafts, drafts, verify_rules);
  check_round(verification_xml_of(verification, kVersion, Language::zh), read_verification_xml, verification_xml_of);
}

}  // namespace

/// All that is read back from XML: audits, summaries, lists, verifications; and
/// what lists and verifications make of audits.
void xml(std::string_view bytes) {
  check_round(bytes, read_audit_xml, xml_of);
  check_round(bytes, read_summary_xml, summary_xml_of);
  check_round(bytes, read_rectification_xml, rectification_xml_of);
  check_round(bytes, read_verification_xml, verification_xml_of);
  check_list(bytes);
}

}  // namespace fazhi::fuzz
