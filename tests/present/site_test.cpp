#include <boost/test/unit_test.hpp>
#include <regex>
#include <string>
#include <vector>

#include "present/site_index.hpp"
#include "present/site_markup.hpp"
#include "present/site_passages.hpp"
#include "present/site_report.hpp"

namespace fazhi {
namespace {

const std::string kAttack = "<script>alert(1)</script>\"'&</script>\x01\u202e\u2066\u2028\u0085\xff]]>";

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

Evidence evidence(std::uint32_t paragraph, std::uint32_t start, std::uint32_t end, std::string quote) {
  Evidence out;
  out.paragraph = paragraph;
  out.start = start;
  out.end = end;
  out.quote = std::move(quote);
  return out;
}

Finding finding(Status status, std::vector<Evidence> passages) {
  Finding out;
  out.id = "element";
  out.status = status;
  out.title = "要素";
  out.possible_hundredths = 500;
  out.evidence = std::move(passages);
  return out;
}

ReportParagraph paragraph(std::string text) {
  ReportParagraph out;
  out.text = std::move(text);
  out.role = Role::achievements;
  return out;
}

/// Every element that is opened is closed in its order; void elements apart.
void check_nesting(const std::string& page) {
  static const std::regex kTag("<(/?)([a-z][a-z0-9]*)([^<>]*)>");
  std::vector<std::string> open;
  const std::string markup = std::regex_replace(page, std::regex("<(script|style)[^>]*>[^<]*</(script|style)>"), "");
  for (auto each = std::sregex_iterator(markup.begin(), markup.end(), kTag); each != std::sregex_iterator(); ++each) {
    const std::string name = (*each)[2];
    const std::string rest = (*each)[3];
    if (name == "meta" || name == "input" || name == "rect" || rest.ends_with('/')) continue;
    if (name == "line") continue;
    if ((*each)[1].length() == 0) {
      open.push_back(name);
      continue;
    }
    BOOST_REQUIRE_MESSAGE(!open.empty(), "</" << name << "> closes nothing");
    BOOST_REQUIRE_EQUAL(open.back(), name);
    open.pop_back();
  }
  BOOST_TEST(open.empty());
}

void check_self_contained(const std::string& page) {
  static const std::regex kAddress("(src|href|action|srcset)=\"([^\"]*)\"");
  for (auto each = std::sregex_iterator(page.begin(), page.end(), kAddress); each != std::sregex_iterator(); ++each) {
    const std::string address = (*each)[2];
    BOOST_TEST((address.starts_with("#") || address.starts_with("reports/") || address.starts_with("../")), address);
  }
  BOOST_TEST(!has(page, " style=\""));
  BOOST_TEST(!has(page, "@import"));
  BOOST_TEST(!has(page, "url("));
  BOOST_TEST(has(page, "default-src 'none'"));
}

void check_harmless(const std::string& page) {
  BOOST_TEST(!has(page, "<script>alert"));
  for (const std::string_view raw : {"\x01", "\u202e", "\u2066", "\u0085", "\xff"}) BOOST_TEST(!has(page, raw));
}

Audit hostile_audit() {
  Audit audit;
  audit.source = kAttack;
  audit.format = kAttack;
  audit.identity = {kAttack, Level::township, 2024, kAttack, kAttack, kAttack};
  audit.metadata = {{MetadataKey::author, kAttack}};
  audit.checklist = {kAttack, kAttack, kAttack, kAttack};
  audit.notes = {verbatim(kAttack)};
  audit.score = {100, 200, 500, kAttack, std::nullopt};
  for (const Status status : {Status::met, Status::missing, Status::waived}) {
    Finding each = finding(status, {evidence(1, 0, 5, kAttack), evidence(9, 0, 1, kAttack)});
    each.title = each.note = each.rectification = kAttack;
    each.messages = {verbatim(kAttack)};
    each.basis = {{kAttack, kAttack, kAttack}};
    each.searched = {{Role::plan, kAttack}};
    each.measures = {{kAttack, 1, kAttack, false}};
    each.evidence[0].section = kAttack;
    each.evidence[0].reason = verbatim(kAttack);
    audit.findings.push_back(each);
  }
  return audit;
}

BatchSummary hostile_batch() {
  BatchSummary batch;
  batch.title = batch.as_of = batch.deadline = kAttack;
  batch.has_roster = true;
  batch.checklists = {{kAttack, kAttack, kAttack, kAttack}};
  ReportRecord report;
  report.source = report.file_stem = report.checklist = kAttack;
  report.identity.unit = report.identity.title = kAttack;
  report.score = {100, 200, 500, kAttack, std::nullopt};
  report.statuses = {Status::missing};
  report.unit = 0;
  ReportRecord broken;
  broken.source = kAttack;
  broken.error = verbatim(kAttack);
  batch.reports = {report, broken};
  UnitRecord unit;
  unit.unit = unit.level = unit.superior = unit.contact = unit.deadline = unit.submitted_on = unit.published_on =
      unit.published_at = kAttack;
  unit.state = Submission::submitted;
  unit.report = 0;
  unit.doubt = verbatim(kAttack);
  batch.units = {unit};
  batch.unowned = {1};
  batch.ranking = {{0, 1, 1, 2}};
  batch.rates = {{kAttack, kAttack, kAttack, 0, 0, 1, 0, 0}};
  batch.similar = {{0, std::nullopt, kAttack, 50, 40, {{kAttack, kAttack, 1, 2}}}};
  batch.notes = {verbatim(kAttack)};
  return batch;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(site)

BOOST_AUTO_TEST_CASE(text_is_escaped) {
  BOOST_TEST(site::text("<a href='x'>\"&") == "&lt;a href=&#39;x&#39;&gt;&quot;&amp;");
  BOOST_TEST(site::text("一\x01二\u202e三\n四") == "一\uFFFD二\uFFFD三\n四");
  std::string json;
  site::append_json(json, "</script><!--\u2028&\"");
  BOOST_TEST(json == "\"\\u003c/script\\u003e\\u003c!-- \\u0026\\\"\"");
  BOOST_TEST(site::address_segment("a b/..镇#?") == "a%20b%2F..%E9%95%87%23%3F");
}

BOOST_AUTO_TEST_CASE(shares_are_rounded_once) {
  BOOST_TEST(site::percent(1, 3) == "33.3");
  BOOST_TEST(site::percent(2, 3) == "66.7");
  BOOST_TEST(site::percent(5, 5) == "100");
  BOOST_TEST(site::percent(0, 0) == "0");
}

BOOST_AUTO_TEST_CASE(hostile_texts_stay_texts) {
  ReportText text;
  text.paragraphs = {paragraph(kAttack + kAttack)};
  text.paragraphs[0].touched = {{0, 8}};
  for (const Language language : {Language::zh, Language::en}) {
    for (const std::string& page : {report_page(hostile_audit(), text, language, "../index.html"), index_page(hostile_batch(), language)}) {
      check_harmless(page);
      check_nesting(page);
      check_self_contained(page);
    }
  }
}

BOOST_AUTO_TEST_CASE(overlapping_evidence_is_cut_flat) {
  ReportText text;
  text.paragraphs = {paragraph("一二三四五六七八"), paragraph("甲乙")};
  text.paragraphs[0].heading_level = 1;
  text.paragraphs[0].heading = {0, 6};
  Audit audit;
  audit.findings = {finding(Status::met, {evidence(1, 0, 4, "一二三四"), evidence(1, 2, 6, "三四五六")}),
                    finding(Status::missing, {evidence(1, 1, 3, "二三"), evidence(1, 2, 6, "三四五六")})};
  std::string out;
  site::append_report_text(out, audit, text, site::passages_of(audit, text), "r1", Language::zh);
  check_nesting(out);
  BOOST_TEST(count(out, "<a class=\"ref") == 4U);
  BOOST_TEST(has(out, "data-e=\"1 2 3 4\">三</mark>"));
  BOOST_TEST(has(out, "<mark class=\"k-missing\" data-e=\"3 4\">五六</mark>"));
  BOOST_TEST(has(out, "<span class=\"untouched\">七八</span>"));
  BOOST_TEST(std::regex_replace(out, std::regex("<span class=\"number\"[^>]*>[0-9]*</span>|<a[^>]*>[0-9]*</a>|<[^>]*>|\n"), "") ==
             "一二三四五六七八甲乙");
}

BOOST_AUTO_TEST_CASE(evidence_of_another_text_is_not_marked) {
  ReportText text;
  text.paragraphs = {paragraph("一二三")};
  Audit audit;
  audit.findings = {finding(Status::met, {evidence(1, 0, 2, "别的"), evidence(1, 1, 9, "二三"), evidence(2, 0, 1, "一"),
                                          evidence(0, 0, 1, "一"), evidence(1, 2, 2, ""), evidence(1, 1, 3, "二三")})};
  const auto passages = site::passages_of(audit, text);
  BOOST_REQUIRE_EQUAL(passages.size(), 1U);
  BOOST_TEST(passages[0].evidence == 5U);
  BOOST_TEST(passages[0].range.begin == 3U);
}

BOOST_AUTO_TEST_CASE(share_counts_the_body_alone) {
  ReportText text;
  text.paragraphs = {paragraph("标题"), paragraph("一二三四五六七八九十"), paragraph("页脚")};
  text.paragraphs[0].is_title = true;
  text.paragraphs[1].touched = {{0, 9}, {9, 12}};
  text.paragraphs[2].role = Role::furniture;
  const site::TouchedShare share = site::touched_share(text);
  BOOST_TEST(share.all == 10U);
  BOOST_TEST(share.touched == 4U);
  BOOST_TEST(has(report_page({}, text, Language::zh), "占正文60%"));
}

BOOST_AUTO_TEST_CASE(pages_are_the_same_every_time) {
  const BatchSummary batch = hostile_batch();
  BOOST_TEST(index_page(batch, Language::zh) == index_page(batch, Language::zh));
  BOOST_TEST(report_page(hostile_audit(), {}, Language::zh) == report_page(hostile_audit(), {}, Language::zh));
}

BOOST_AUTO_TEST_CASE(an_index_in_pieces_is_the_whole_one) {
  BatchSummary batch = hostile_batch();
  for (int each = 0; each < 3'000; ++each) batch.notes.push_back(verbatim("第" + std::to_string(each) + "条说明，说的是同一件事。"));
  std::string together;
  std::size_t pieces = 0;
  const auto gather = [&](std::string_view bytes) {
    together += bytes;
    ++pieces;
    return std::optional<Message>();
  };
  BOOST_TEST(!write_index_page(batch, Language::zh, gather).has_value());
  BOOST_TEST(pieces > 2U);
  BOOST_TEST((together == index_page(batch, Language::zh)));
  const auto fail = [](std::string_view) { return std::optional(Message{MessageId::output_failed, {"x", "y"}}); };
  BOOST_TEST(write_index_page(batch, Language::zh, fail).has_value());
}

BOOST_AUTO_TEST_CASE(book_lists_reports_and_errors) {
  ReportBook book(Language::zh);
  Audit audit;
  audit.source = "一.txt";
  book.add(audit, {});
  Audit broken;
  broken.source = "二.doc";
  broken.error = Message{MessageId::input_empty, {"二.doc"}};
  book.add(broken, {});
  const std::string page = book.page();
  check_nesting(page);
  BOOST_TEST(has(page, "href=\"#r1\""));
  BOOST_TEST(has(page, "href=\"#r2\""));
  BOOST_TEST(has(page, "“二.doc”是空文件"));
}

BOOST_AUTO_TEST_CASE(absent_units_come_first) {
  BatchSummary batch;
  batch.has_roster = true;
  const auto add = [&](std::string name, Submission state, std::optional<int> days) {
    UnitRecord unit;
    unit.unit = std::move(name);
    unit.state = state;
    unit.days_left = days;
    batch.units.push_back(unit);
  };
  add("甲镇", Submission::submitted, std::nullopt);
  add("乙镇", Submission::absent, 3);
  add("丙镇", Submission::absent, -4);
  const std::string page = index_page(batch, Language::zh);
  BOOST_TEST(page.find("丙镇") < page.find("乙镇"));
  BOOST_TEST(page.find("乙镇") < page.find("甲镇"));
  BOOST_TEST(has(page, "已逾期4天"));
  BOOST_TEST(has(page, "还有3天"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
