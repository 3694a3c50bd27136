#include <boost/test/unit_test.hpp>
#include <string>

#include "audit/golden.hpp"
#include "audit/verification_reader.hpp"
#include "audit/verification_writer.hpp"
#include "audit/xmllint.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kVersion = "1.2.3";

VerifiedSide side_of(Status status, std::int32_t awarded, ItemQuote quote) {
  VerifiedSide side{true, status, awarded, 500, {"报告已写明。"}, {}};
  if (!quote.text.empty()) side.quotes.push_back(std::move(quote));
  return side;
}

VerifiedItem item_of(std::size_t unit, FindingKind kind, ItemChange change) {
  VerifiedItem item;
  item.id = "0123456789ab";
  item.unit = unit;
  item.finding = kind == FindingKind::element ? "decision.legal-advisor" : "quality.placeholder";
  item.fingerprint = "0123456789abcdef";
  item.kind = kind;
  item.title = "法律顾问 <&> \"";
  item.change = change;
  item.demand = "写明法律顾问的聘请情况。";
  return item;
}

/// Everything that a verification can hold, and a unit of each sort.
Verification rich() {
  Verification out;
  out.title = "2024年度整改核验表";
  out.made_on = "2025-03-20";
  out.year = 2024;
  out.checklists.push_back({"township", "1", "清单", std::string(64, 'a')});
  const Score score{6'450, 7'000, 10'000, "合格", true};
  out.units.push_back({"棠沣县石磨铺镇", "初稿.txt", "二稿.txt", score, {9'000, 9'000, 10'000, "优秀", true}, {verbatim("请核对。")}});
  out.units.push_back({"白鹭汀镇", "初稿2.txt", "", score, {}, {}});
  out.units.push_back({"云盘山乡", "", "二稿3.txt", {}, {}, {}});
  VerifiedItem fixed = item_of(0, FindingKind::element, ItemChange::fixed);
  fixed.before = side_of(Status::missing, 0, {"下一步将聘请法律顾问。\n", "四、打算", 21, 3, EvidenceUse::refused, "是打算"});
  fixed.after = side_of(Status::met, 500, {" 法律顾问出具意见９条。", "一、成效", 5, 0, EvidenceUse::support, ""});
  fixed.proposed = ItemState::to_review;
  fixed.warnings.push_back(verbatim("新写的话与整改要求的用语雷同。"));
  out.items.push_back(fixed);
  VerifiedItem open = item_of(0, FindingKind::element, ItemChange::open);
  open.before = side_of(Status::partial, 250, {});
  open.after = side_of(Status::undecided, 0, {});
  open.relapsed = true;
  open.needs_person = true;
  open.proposed = ItemState::relapsed;
  out.items.push_back(open);
  VerifiedItem gone = item_of(1, FindingKind::defect, ItemChange::partly);
  gone.severity = Severity::major;
  gone.demand.clear();
  gone.before = {true, Status::missing, 0, 0, {}, {{"××", "", 4, 0, EvidenceUse::support, ""}}};
  gone.after = {false, Status::missing, 0, 0, {}, {{"现在的话。", "", 4, 0, EvidenceUse::support, ""}}};
  out.items.push_back(gone);
  out.items.push_back(item_of(1, FindingKind::defect, ItemChange::added));
  out.notes.push_back(verbatim("另有说明。"));
  return out;
}

std::string written(const Verification& verification) { return verification_xml_of(verification, kVersion, Language::zh); }

std::string changed(std::string_view from, std::string_view to) {
  std::string xml = written(rich());
  const std::size_t at = xml.find(from);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, from);
  return xml.replace(at, from.size(), to);
}

std::string refusal(std::string_view from, std::string_view to) {
  const Result<Verification> read = read_verification_xml(changed(from, to), "v.xml");
  return read.has_value() ? "accepted" : std::string(code_of(read.error()));
}

bool allowed_after(const test::TemporaryFolder& folder, std::string_view from, std::string_view to) {
  test::write_file(folder.path() / "changed.xml", changed(from, to));
  return test::validate("verification.xsd", (folder.path() / "changed.xml").string()).valid;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(verification_xml)

BOOST_AUTO_TEST_CASE(writing_what_was_read_gives_the_same_bytes) {
  for (const Verification& each : {rich(), Verification{"核验", "2025-01-01", {}, {}, {}, {}, {}}}) {
    const std::string xml = written(each);
    const Result<Verification> read = read_verification_xml(xml, "v.xml");
    BOOST_REQUIRE_MESSAGE(read.has_value(), xml);
    BOOST_TEST(written(*read) == xml);
  }
  const Verification back = *read_verification_xml(written(rich()), "v.xml");
  BOOST_TEST(back.items.at(0).before.quotes.at(0).text == rich().items.at(0).before.quotes.at(0).text);
  BOOST_TEST(back.items.at(1).needs_person);
  BOOST_TEST(!back.items.at(2).after.found);
  BOOST_TEST(back.units.at(1).source_after.empty());
  BOOST_TEST(!back.is_settled());
}

BOOST_AUTO_TEST_CASE(what_is_written_is_valid) {
  const test::TemporaryFolder folder;
  test::write_file(folder.path() / "zh.xml", written(rich()));
  test::write_file(folder.path() / "en.xml", verification_xml_of(rich(), kVersion, Language::en));
  test::write_file(folder.path() / "none.xml", written({"核验", "2025-01-01", {}, {}, {}, {}, {}}));
  const test::Validation result = test::validate("verification.xsd", folder.path().string() + "/*.xml");
  BOOST_TEST(result.valid, result.output);
}

BOOST_AUTO_TEST_CASE(schema_is_strict) {
  const test::TemporaryFolder folder;
  BOOST_TEST(allowed_after(folder, "change=\"fixed\"", "change=\"partly\""));
  BOOST_TEST(!allowed_after(folder, "change=\"fixed\"", "change=\"done\""));
  BOOST_TEST(!allowed_after(folder, "proposed=\"to-review\"", "proposed=\"closed\""));
  BOOST_TEST(!allowed_after(folder, "<item id=\"0123456789ab\" unit=\"1\"", "<item id=\"0123456789ab\" unit=\"9\""));
  BOOST_TEST(!allowed_after(folder, " made-on=\"2025-03-20\"", ""));
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_refused) {
  BOOST_TEST(refusal("change=\"fixed\"", "change=\"partly\"") == "accepted");
  BOOST_TEST(refusal("change=\"fixed\"", "change=\"done\"") == "audit.xml-value");
  BOOST_TEST(refusal("proposed=\"to-review\"", "proposed=\"closed\"") == "audit.xml-value");
  BOOST_TEST(refusal("unit=\"1\" finding", "unit=\"9\" finding") == "audit.xml-value");
  BOOST_TEST(refusal("unit=\"1\" finding", "unit=\"0\" finding") == "audit.xml-value");
  BOOST_TEST(refusal(" fingerprint=\"0123456789abcdef\"", "") == "audit.xml-lacking");
  BOOST_TEST(refusal("<demand>", "<order/><demand>") == "audit.xml-unexpected");
  BOOST_TEST(refusal("urn:fazhi:verification:1", "urn:fazhi:batch:1") == "verification.xml-foreign");
  BOOST_TEST(refusal("</verification>", "") == "audit.xml-malformed");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
