#include <boost/test/unit_test.hpp>
#include <string>

#include "audit/golden.hpp"
#include "audit/sample_audits.hpp"
#include "audit/xml_reader.hpp"
#include "audit/xml_writer.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kVersion = "1.2.3";

Audit quoting(std::string quote) {
  Audit audit;
  audit.source = "a.txt";
  audit.format = "txt";
  Finding finding;
  finding.id = "a.b";
  finding.title = quote;
  finding.evidence = {{1, 0, 1, Role::other, EvidenceUse::support, "", std::move(quote), std::nullopt}};
  audit.findings = {finding};
  return audit;
}

AuditRun run_of(Audit audit) {
  AuditRun run;
  run.audits.push_back(std::move(audit));
  return run;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string written(const Audit& audit) {
  std::string out;
  append_report_xml(out, audit, Language::zh);
  return out;
}

AuditRun read_back(const std::string& xml) {
  const Result<AuditRun> run = read_audit_xml(xml, "a.xml");
  BOOST_REQUIRE_MESSAGE(run.has_value(), (run.has_value() ? "" : render(run.error(), Language::en)) << "\n" << xml);
  return *run;
}

std::string refusal(const std::string& xml) {
  const Result<AuditRun> run = read_audit_xml(xml, "a.xml");
  return run.has_value() ? "accepted" : render(run.error(), Language::en);
}

std::string changed(std::string_view from, std::string_view to) {
  std::string xml = xml_of(test::rich_run(), kVersion, Language::zh);
  const std::size_t at = xml.find(from);
  BOOST_REQUIRE(at != std::string::npos);
  return xml.replace(at, from.size(), to);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml)

BOOST_AUTO_TEST_CASE(rich_run_in_chinese) {
  test::check_golden("audit/rich.zh.xml", xml_of(test::rich_run(), kVersion, Language::zh));
}

BOOST_AUTO_TEST_CASE(rich_run_in_english) {
  test::check_golden("audit/rich.en.xml", xml_of(test::rich_run(), kVersion, Language::en));
}

BOOST_AUTO_TEST_CASE(streaming_gives_the_same_bytes_when_taken_away_in_pieces) {
  const AuditRun run = test::rich_run();
  std::string piece;
  std::string whole;
  const auto take = [&] {
    whole += piece;
    piece.clear();
  };
  XmlWriter writer(piece);
  writer.begin(kVersion, Language::zh);
  take();
  for (const Audit& audit : run.audits) {
    writer.add(audit);
    take();
  }
  writer.end(run.unused);
  take();
  BOOST_TEST(whole == xml_of(run, kVersion, Language::zh));
}

BOOST_AUTO_TEST_CASE(quotes_keep_white_space_and_line_breaks) {
  for (const std::string quote : {" \n\t ", "　　法治\n", "\r\n", "a  b", " "}) {
    const AuditRun run = read_back(xml_of(run_of(quoting(quote)), kVersion, Language::zh));
    BOOST_TEST(run.audits.at(0).findings.at(0).evidence.at(0).quote == quote);
    BOOST_TEST(run.audits.at(0).findings.at(0).title == quote);
  }
}

BOOST_AUTO_TEST_CASE(four_byte_and_bidirectional_characters_stay) {
  const std::string quote = "𠮷😀\u202e法\u2066治\ufeff\u0085\u2028";
  const AuditRun run = read_back(xml_of(run_of(quoting(quote)), kVersion, Language::zh));
  BOOST_TEST(run.audits.at(0).findings.at(0).evidence.at(0).quote == quote);
}

BOOST_AUTO_TEST_CASE(markup_is_escaped) {
  const std::string xml = written(quoting("]]><b a=\"'\">&amp;"));
  BOOST_TEST(has(xml, ">]]&gt;&lt;b a=\"'\"&gt;&amp;amp;</evidence>"));
  BOOST_TEST(has(xml, "title=\"]]&gt;&lt;b a=&quot;'&quot;&gt;&amp;amp;\""));
}

BOOST_AUTO_TEST_CASE(what_xml_cannot_hold_becomes_a_replacement_character_each) {
  using namespace std::string_literals;
  BOOST_TEST(has(written(quoting("甲\0\x01\x1b乙"s)), ">甲���乙</evidence>"));
  BOOST_TEST(has(written(quoting("甲\ufffe\uffff乙")), ">甲��乙</evidence>"));
  BOOST_TEST(has(written(quoting("甲\xff\xe6\xb3"s)), ">甲���</evidence>"));
  BOOST_TEST(has(written(quoting("\xed\xa0\x80"s)), ">���</evidence>"));
  BOOST_TEST(has(written(quoting("\xf4\x90\x80\x80"s)), ">����</evidence>"));
}

BOOST_AUTO_TEST_CASE(unknowns_are_left_out) {
  const std::string xml = written(quoting("法"));
  for (const std::string_view name : {"unit=", "level=", "year=", "grade=", "passed=", "<score",
                                      "gain=", "use=", "section=", "encoding=", "fingerprint=", "highest="}) {
    BOOST_TEST(!has(xml, name), name << " in " << xml);
  }
  BOOST_TEST(has(xml, "<identity/>"));
}

BOOST_AUTO_TEST_CASE(rich_run_comes_back) {
  const AuditRun run = read_back(xml_of(test::rich_run(), kVersion, Language::zh));
  BOOST_TEST(run.tool_version == kVersion);
  BOOST_REQUIRE_EQUAL(run.audits.size(), 4U);
  BOOST_TEST(run.audits[0].checklist.version == "2025.1");
  BOOST_TEST(run.audits[3].checklist.id == "county");
  BOOST_REQUIRE_EQUAL(run.unused.size(), 1U);
  BOOST_TEST(run.unused[0].id == "department");
  const Audit& audit = run.audits[0];
  BOOST_TEST(audit.identity.year.value() == 2024);
  BOOST_TEST((audit.identity.level == Level::township));
  BOOST_TEST(audit.score.awarded_hundredths == 6250);
  BOOST_TEST(audit.score.highest_hundredths == 6700);
  BOOST_TEST(!audit.score.passed.has_value());
  BOOST_TEST(audit.count(Status::met) == 1U);
  BOOST_TEST(audit.count(Status::waived) == 1U);
  BOOST_TEST(audit.defect_count() == 2U);
  BOOST_TEST(audit.findings[0].measures[2].value == 98.1);
  BOOST_TEST(audit.recognized);
  BOOST_TEST(audit.findings[0].evidence[0].page == 4);
  BOOST_TEST(audit.findings[0].evidence[0].confidence.value_or(0) == 87);
  BOOST_TEST(audit.findings[1].evidence[0].page == 0);
  BOOST_TEST(!audit.findings[1].evidence[0].confidence.has_value());
  BOOST_TEST((audit.findings[1].evidence[0].use == EvidenceUse::refused));
  BOOST_TEST(render(*audit.findings[1].evidence[0].reason, Language::en) == "这是计划，不是本年度已做的事。");
  BOOST_TEST((audit.findings[7].severity == Severity::major));
  BOOST_TEST(code_of(*run.audits[1].error) == "input.undecodable");
  BOOST_TEST(run.audits[2].score.passed.value());
  BOOST_TEST(run.audits[2].score.highest_hundredths == 9005);
}

BOOST_AUTO_TEST_CASE(write_read_write_gives_the_same_bytes) {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    const std::string xml = xml_of(test::random_run(seed), kVersion, Language::zh);
    const AuditRun run = read_back(xml);
    BOOST_REQUIRE_EQUAL(xml_of(run, run.tool_version, Language::en), xml);
  }
}

BOOST_AUTO_TEST_CASE(a_report_names_a_checklist_that_stands_before_it) {
  const std::string xml = xml_of(test::rich_run(), kVersion, Language::zh);
  BOOST_TEST(xml.find("<checklist id=\"township\"") < xml.find("checklist=\"township\""));
  BOOST_TEST(xml.find("<checklist id=\"county\"") > xml.find("checklist=\"township\""));
  BOOST_TEST(xml.find("<checklist id=\"county\"") < xml.find("checklist=\"county\""));
  BOOST_TEST(xml.find("<checklist id=\"department\"") > xml.rfind("</report>"));
  BOOST_TEST(has(refusal(changed("checklist=\"county\"", "checklist=\"village\"")), "“village”"));
}

BOOST_AUTO_TEST_CASE(refusals_name_the_place) {
  BOOST_TEST(refusal("").starts_with("a.xml:1:1:"));
  BOOST_TEST(refusal("<audit xmlns=\"urn:fazhi:audit:1\" version=\"1\">\n<checklist").starts_with("a.xml:2:"));
  BOOST_TEST(refusal("<html/>").starts_with("“a.xml” is no audit"));
  BOOST_TEST(refusal("<audit version=\"1\"/>").starts_with("“a.xml” is no audit"));
  BOOST_TEST(refusal(changed("status=\"missing\"", "status=\"gone\"")).starts_with("a.xml:21:6: “gone”"));
  BOOST_TEST(refusal(changed(" status=\"missing\"", "")).starts_with("a.xml:21:6: “status” is lacking"));
  BOOST_TEST(refusal(changed("awarded=\"4.5\"", "awarded=\"4.505\"")).starts_with("a.xml:10:6: “4.505”"));
  BOOST_TEST(refusal(changed("value=\"213\"", "value=\"nan\"")).starts_with("a.xml:16:8: “nan”"));
  BOOST_TEST(refusal(changed("paragraph=\"12\"", "paragraph=\"-1\"")).find("“-1”") != std::string::npos);
  BOOST_TEST(refusal(changed("<note>", "<remark/><note>")).find("“remark” is not known") != std::string::npos);
  BOOST_TEST(refusal(changed("<message>", "stray<message>")).find("“stray") != std::string::npos);
  BOOST_TEST(refusal(changed("<message>", "<message a=\"1\">")).find("“a” is not known") != std::string::npos);
  BOOST_TEST(refusal(changed("severity=\"minor\"", "severity=\"minor\" status=\"met\"")).find("“status”") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(cut_anywhere_a_document_is_refused) {
  const std::string xml = xml_of(test::rich_run(), kVersion, Language::zh);
  for (std::size_t size = 0; size + 1 < xml.size(); size += 7) {
    BOOST_TEST(refusal(xml.substr(0, size)) != "accepted");
  }
}

BOOST_AUTO_TEST_CASE(entities_are_not_expanded) {
  const std::string xml = changed("<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                                  "<!DOCTYPE audit [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>");
  const std::size_t at = xml.find("计划不算已做。");
  std::string with_entity = xml;
  with_entity.replace(at, std::string_view("计划不算已做。").size(), "&x;");
  BOOST_TEST(read_back(with_entity).audits.at(0).findings.at(1).note == "&x;");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
