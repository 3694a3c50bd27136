#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <sstream>
#include <string>

#include "audit/golden.hpp"
#include "present/display_width.hpp"
#include "present/sample_reports.hpp"
#include "present/terminal_report.hpp"
#include "present/terminal_table.hpp"
#include "present/wording.hpp"

namespace fazhi {
namespace {

TerminalOptions at(int width_columns, Language language = Language::zh) {
  TerminalOptions options;
  options.width_columns = width_columns;
  options.language = language;
  return options;
}

TerminalOptions detailed(int width_columns, Language language = Language::zh) {
  TerminalOptions options = at(width_columns, language);
  options.details = true;
  return options;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string without_colors(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b') {
      i = text.find('m', i);
    } else {
      out += text[i];
    }
  }
  return out;
}

Audit hostile_audit() {
  const std::string attack = "\x1b]0;owned\x07\x1b[2J\u009b1m\u202e\r\nlaw\x7f\xff";
  Audit audit;
  audit.source = attack;
  audit.identity.unit = attack;
  audit.score = {100, 200, 500, attack, std::nullopt};
  audit.notes = {verbatim(attack)};
  for (const Status status : {Status::met, Status::missing, Status::waived}) {
    Finding finding;
    finding.status = status;
    finding.title = attack;
    finding.possible_hundredths = 500;
    finding.messages = {verbatim(attack)};
    finding.note = attack;
    finding.rectification = attack;
    finding.basis = {{attack, attack, attack}};
    finding.searched = {{Role::plan, attack}};
    finding.measures = {{attack, 1, attack, false}};
    for (const EvidenceUse use : {EvidenceUse::support, EvidenceUse::refused, EvidenceUse::against}) {
      finding.evidence.push_back({1, 0, 1, Role::plan, use, attack, attack, verbatim(attack)});
    }
    audit.findings.push_back(finding);
  }
  audit.findings.push_back(audit.findings[1]);
  audit.findings.back().kind = FindingKind::defect;
  return audit;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(terminal)

BOOST_AUTO_TEST_CASE(tables) {
  const auto reports = test::twelve_reports();
  test::check_golden("present/table.80.zh.txt", terminal_report(reports, at(80)));
  test::check_golden("present/table.120.zh.txt", terminal_report(reports, at(120)));
  test::check_golden("present/table.80.en.txt", terminal_report(reports, at(80, Language::en)));
}

BOOST_AUTO_TEST_CASE(details) {
  const auto reports = test::twelve_reports();
  const std::span<const Audit> first(reports.data(), 1);
  test::check_golden("present/details.80.zh.txt", terminal_report(first, detailed(80)));
  test::check_golden("present/details.120.zh.txt", terminal_report(first, detailed(120)));
  test::check_golden("present/details.80.en.txt", terminal_report(first, detailed(80, Language::en)));
}

BOOST_AUTO_TEST_CASE(no_line_is_wider_than_the_terminal) {
  const auto reports = test::twelve_reports();
  for (const Language language : {Language::zh, Language::en}) {
    for (int columns = 74; columns <= 140; ++columns) {
      for (const std::string& line : lines_of(terminal_report(reports, detailed(columns, language)))) {
        const int width = display_width(line, true);
        BOOST_TEST(width <= std::max(columns, language == Language::en ? 80 : 0), columns << ": " << line);
        BOOST_TEST((line.empty() || line.back() != ' '), "trailing space: " << line);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(rows_stand_in_the_order_given_and_columns_agree) {
  const auto reports = test::twelve_reports();
  const std::vector<std::string> lines = lines_of(terminal_table(reports, at(80)));
  const int width = display_width(lines.at(0), true);
  std::size_t next = 0;
  for (const std::string& line : lines) {
    if (line.starts_with("  ")) continue;
    BOOST_TEST(display_width(line, true) == width, line);
    const bool is_next = next < reports.size() && !reports[next].identity.unit.empty() &&
                         line.starts_with(reports[next].identity.unit.substr(0, 18));
    const bool is_file = next < reports.size() && reports[next].identity.unit.empty() && has(line, ".");
    if (is_next || is_file) ++next;
  }
  BOOST_TEST(next == reports.size());
}

BOOST_AUTO_TEST_CASE(notes_stand_once) {
  const auto reports = test::twelve_reports();
  const std::string note = "报告没有标题层级";
  for (const bool details : {false, true}) {
    TerminalOptions options = at(80);
    options.details = details;
    const std::string view = terminal_report(reports, options);
    const std::size_t first = view.find(note);
    BOOST_REQUIRE(first != std::string::npos);
    BOOST_TEST(view.find(note, first + 1) == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(nothing_reaches_the_terminal_raw) {
  std::vector<Audit> audits{hostile_audit(), hostile_audit()};
  audits[1].error = verbatim("\x1b[2J\r\n坏\u202e文件");
  for (const Language language : {Language::zh, Language::en}) {
    const std::string view = terminal_report(audits, detailed(80, language));
    for (const char c : view) {
      const auto byte = static_cast<unsigned char>(c);
      BOOST_REQUIRE((byte >= 0x20 || c == '\n'));
      BOOST_REQUIRE(byte != 0x7F);
    }
    for (const std::string_view banned : {"\u009b", "\u202e", "\xff"}) BOOST_TEST(!has(view, banned));
    BOOST_TEST(has(view, "\ufffd"));
  }
}

BOOST_AUTO_TEST_CASE(colour_only_when_asked_and_it_adds_nothing_else) {
  const auto reports = test::twelve_reports();
  TerminalOptions options = detailed(80);
  const std::string plain = terminal_report(reports, options);
  options.color = true;
  const std::string colored = terminal_report(reports, options);
  BOOST_TEST(!has(plain, "\x1b"));
  BOOST_TEST(has(colored, "\x1b[31m✗ 缺失\x1b[0m"));
  BOOST_TEST(without_colors(colored) == plain);
}

BOOST_AUTO_TEST_CASE(every_status_has_a_word_and_a_symbol) {
  const auto reports = test::twelve_reports();
  const std::string view = terminal_details(reports[0], at(100));
  for (const std::string_view part : {"✗ 缺失", "~ 部分", "? 待定", "! 严重", "! 轻微", "✓ ", "- 不适用", "= 豁免"}) {
    BOOST_TEST(has(view, part), part);
  }
  BOOST_TEST(view.find("✗ 缺失") < view.find("~ 部分"));
  BOOST_TEST(view.find("~ 部分") < view.find("? 待定"));
  BOOST_TEST(view.find("? 待定") < view.find("! 严重"));
  BOOST_TEST(view.find("! 轻微") < view.find("✓ "));
}

BOOST_AUTO_TEST_CASE(a_finding_shows_three_passages_and_counts_the_rest) {
  Audit audit;
  Finding finding;
  finding.evidence.assign(5, {4, 0, 2, Role::plan, EvidenceUse::support, "", "法治", std::nullopt});
  audit.findings = {finding};
  const std::string view = terminal_details(audit, at(80));
  BOOST_TEST(has(view, "另有2处"));
}

BOOST_AUTO_TEST_CASE(a_recognized_passage_shows_its_page_and_confidence) {
  Audit audit;
  Finding finding;
  finding.evidence = {{4, 0, 2, Role::plan, EvidenceUse::support, "", "法治", std::nullopt, 3, 87}};
  audit.findings = {finding};
  BOOST_TEST(has(terminal_details(audit, at(80)), "第3页第4段〔文字识别，可信度87%〕"));
}

BOOST_AUTO_TEST_CASE(long_quotes_are_cut) {
  Audit audit;
  Finding finding;
  std::string quote;
  for (int i = 0; i < 10000; ++i) quote += "法";
  finding.evidence = {{4, 0, 10000, Role::plan, EvidenceUse::support, "", quote, std::nullopt}};
  audit.findings = {finding};
  const std::string view = terminal_details(audit, at(80));
  BOOST_TEST(has(view, "法…」"));
  BOOST_TEST(std::count(view.begin(), view.end(), '\n') < 20);
}

BOOST_AUTO_TEST_CASE(summaries) {
  const auto reports = test::twelve_reports();
  BOOST_TEST(terminal_summary(reports, Language::zh) == "审查12份：合格6份，不合格2份，待定2份，未能审查2份。\n");
  BOOST_TEST(terminal_summary({}, Language::zh) == "审查0份：合格0份，不合格0份，未能审查0份。\n");
  BOOST_TEST(terminal_summary(reports, Language::en) == "Reports: 12. Pass: 6; fail: 2; open: 2; not judged: 2.\n");
  BOOST_TEST(terminal_report({}, at(80)) == "审查0份：合格0份，不合格0份，未能审查0份。\n");
}

BOOST_AUTO_TEST_CASE(words) {
  BOOST_TEST(citation_of({"《甲》", "十", ""}, Language::zh) == "《甲》第十条");
  BOOST_TEST(citation_of({"《甲》", "第二十四条", "公开"}, Language::zh) == "《甲》第二十四条（公开）");
  BOOST_TEST(citation_of({"《甲》", "年度报告一章", ""}, Language::zh) == "《甲》年度报告一章");
  BOOST_TEST(citation_of({"《甲》", "", ""}, Language::en) == "《甲》");
  BOOST_TEST(citation_of({"《甲》", "24", ""}, Language::en) == "《甲》 article 24");
  BOOST_TEST(figure_of({"disputes.total", 70, "起", false}, Language::zh) == "总数约70起");
  BOOST_TEST(figure_of({"villages", 12, "个", true}, Language::zh) == "villages 12个");
  BOOST_TEST(points_range(450, 450, Language::zh) == "4.5");
  BOOST_TEST(points_range(0, 450, Language::zh) == "0～4.5");
  for (int status = 0; status < 6; ++status) {
    BOOST_TEST(!word_of(static_cast<Status>(status), Language::zh).empty());
    BOOST_TEST(!word_of(static_cast<Status>(status), Language::en).empty());
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
