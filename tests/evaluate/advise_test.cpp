#include "evaluate/advise.hpp"

#include <boost/test/unit_test.hpp>
#include <algorithm>
#include <filesystem>
#include <functional>

#include "document/read.hpp"
#include "evaluate/sample.hpp"

using namespace fazhi;
using fazhi::test::builtin;
using fazhi::test::document_of;

namespace {

/// A report while the advice for it is followed: its paragraphs, each with the file's own text.
using Lines = std::vector<std::string>;

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

Lines lines_of(const Document& document) {
  Lines lines;
  for (const Paragraph& each : document.paragraphs) {
    std::string line(each.range.of(document.text));
    std::replace(line.begin(), line.end(), '\n', ' ');
    lines.push_back(std::move(line));
  }
  return lines;
}

struct Judged {
  Report report;
  Audit audit;
  Advice advice;
};

Judged judge(const Auditor& auditor, const Lines& lines) {
  Scratch scratch;
  Report report = auditor.read(document_of(joined(lines)), scratch);
  Audit audit = auditor.judge(report);
  Advice advice = advise(auditor, report, audit);
  return {std::move(report), std::move(audit), std::move(advice)};
}

bool is_new_section(const AdvicePlace& place) {
  return place.kind == AdvicePlace::Kind::section_behind || place.kind == AdvicePlace::Kind::section_before ||
         place.kind == AdvicePlace::Kind::section_first || place.kind == AdvicePlace::Kind::section_last;
}

/// What of an example stands in the part that the advice names: its sentences
/// alone, or with their heading where a section is asked for.
Lines passage_of(const Auditor& auditor, const Example& example, const AdvicePlace& place) {
  Scratch scratch;
  const Report report = auditor.read(document_of(example.text), scratch);
  const Lines all = lines_of(report.document);
  Lines out;
  for (const Sentence& each : report.sentences) {
    const bool wanted = each.role == place.role || each.role == Role::preamble;
    if (!wanted || (each.heading && !is_new_section(place))) continue;
    const std::string& line = all[each.paragraph];
    if (out.empty() || out.back() != line) out.push_back(line);
  }
  return out;
}

/// `heading` numbered as the report numbers its parts: 三、 or 第三部分.
std::string numbered(std::string heading, const Report& report) {
  for (const std::string_view mark : {"）", "、"}) {
    const std::size_t at = heading.find(mark);
    if (at != std::string::npos && at <= 9) heading.erase(0, at + mark.size());
  }
  for (const Section& section : report.sections) {
    if (section.parent != kNone) continue;
    const auto& ordinal = report.sentences[section.heading_sentence].ordinal;
    return (ordinal ? std::string(report.text(ordinal->range)) : "") + heading;
  }
  return "一、" + heading;
}

bool is_about_year(const AdvicePlace& place) {
  return place.kind == AdvicePlace::Kind::title || place.kind == AdvicePlace::Kind::passage;
}

/// The years that the line names set right; a title without one gets it.
Lines with_right_year(Lines lines, const Judged& before) {
  const std::string year = std::to_string(before.audit.identity.year.value_or(2024));
  const AdvicePlace& place = before.advice.front().place;
  if (place.paragraph == 0) {
    lines.insert(lines.begin(), year + "年度法治政府建设情况报告");
    return lines;
  }
  std::string& line = lines[place.paragraph - 1];
  std::size_t named = 0;
  for (std::size_t at = 0; (at = line.find("20", at)) != std::string::npos; at += year.size(), ++named) {
    line.replace(at, year.size(), year);
  }
  if (named == 0) line.insert(std::min(line.find("法治"), line.size()), year + "年度");
  return lines;
}

Lines followed(const Judged& before, Lines lines, const AdvicePlace& place, Lines added) {
  if (is_new_section(place) && !added.empty()) added.front() = numbered(added.front(), before.report);
  BOOST_REQUIRE_LE(place.paragraph, lines.size());
  lines.insert(lines.begin() + place.paragraph, added.begin(), added.end());
  return lines;
}

const Finding& first_of(const Judged& judged) { return judged.audit.findings[judged.advice.front().finding]; }

/// The report with the first advice followed as it says and no other element worse; nothing where no example does it.
std::optional<Lines> put_right(const Auditor& auditor, const Judged& before, const Lines& lines) {
  const Finding& first = first_of(before);
  const AdvicePlace& place = before.advice.front().place;
  const Element* element = auditor.compiled().checklist().find_element(first.id);
  BOOST_REQUIRE(element != nullptr);
  std::vector<Lines> ways;
  if (is_about_year(place)) ways.push_back(with_right_year(lines, before));
  for (const Example& example : element->examples) {
    if (example.status != Status::met || example.known_gap || is_about_year(place)) continue;
    ways.push_back(followed(before, lines, place, passage_of(auditor, example, place)));
    break;
  }
  for (const Lines& way : ways) {
    const Audit after = judge(auditor, way).audit;
    std::int32_t others = 0;
    bool worse = false;
    for (std::size_t index = 0; index < before.audit.findings.size(); ++index) {
      const Finding& was = before.audit.findings[index];
      if (was.kind != FindingKind::element || was.id == first.id) continue;
      const std::int32_t rise = after.findings[index].awarded_hundredths - was.awarded_hundredths;
      others += rise;
      worse = worse || rise < 0;
      if (rise < 0) BOOST_TEST_MESSAGE(was.id << " falls by " << -rise);
    }
    const std::int32_t rise = after.score.awarded_hundredths - before.audit.score.awarded_hundredths;
    if (!worse && rise - others == first.gain_hundredths) return way;
  }
  return std::nullopt;
}

void check_report(const Auditor& auditor, Lines lines, const std::string& name) {
  Judged now = judge(auditor, lines);
  std::size_t steps = 0;
  while (!now.advice.empty() && first_of(now).kind == FindingKind::element) {
    const Finding first = first_of(now);
    const AdvicePlace place = now.advice.front().place;
    const std::optional<Lines> next = put_right(auditor, now, lines);
    BOOST_TEST_CONTEXT(name << ": " << first.id << " after " << steps << " steps, kind "
                            << static_cast<int>(place.kind) << ", under " << place.heading << ", behind paragraph "
                            << place.paragraph) {
      BOOST_TEST(next.has_value());
    }
    if (!next) return;
    lines = *next;
    now = judge(auditor, lines);
    ++steps;
  }
  BOOST_TEST(now.audit.score.awarded_hundredths == now.audit.score.possible_hundredths, name);
}

void check_first_defect(const Auditor& auditor, Lines lines, const std::string& name) {
  const Judged before = judge(auditor, lines);
  const auto first = std::find_if(before.advice.begin(), before.advice.end(), [&](const AdviceItem& each) {
    return before.audit.findings[each.finding].kind == FindingKind::defect;
  });
  if (first == before.advice.end()) return;
  const Finding& defect = before.audit.findings[first->finding];
  BOOST_REQUIRE(first->place.paragraph > 0);
  std::string& line = lines[first->place.paragraph - 1];
  const std::size_t at = line.find(defect.evidence.front().quote);
  BOOST_TEST_REQUIRE((at != std::string::npos), name << " " << defect.id);
  line.erase(at, defect.evidence.front().quote.size());
  const auto alike = [&defect](const Audit& audit) {
    return std::count_if(audit.findings.begin(), audit.findings.end(),
                         [&](const Finding& each) { return each.fingerprint == defect.fingerprint; });
  };
  BOOST_TEST(alike(judge(auditor, lines).audit) < alike(before.audit), name << " " << defect.id);
}

std::vector<std::filesystem::path> samples(std::string_view folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& each : std::filesystem::recursive_directory_iterator(std::string(FAZHI_SOURCE_DIR "/reports/").append(folder))) {
    const std::string kind = each.path().extension();
    if (kind == ".txt" || kind == ".docx" || kind == ".odt" || kind == ".html" || kind == ".ofd") paths.push_back(each.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

const Auditor& auditor_for(const Lines& lines) {
  Scratch scratch;
  const Report report = builtin("township").read(document_of(joined(lines)), scratch);
  const std::optional<Level> level = report.identity.level;
  if (level == Level::department) return builtin("department");
  const bool small = !level || level == Level::township || level == Level::subdistrict;
  return builtin(small ? "township" : "county");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(advice)

BOOST_AUTO_TEST_CASE(what_is_put_first_gains_the_points_that_it_names_in_every_sample) {
  std::size_t reports = 0;
  for (const std::string_view folder : {"township", "county", "department", "batch"}) {
    for (const auto& path : samples(folder)) {
      const Result<std::string> bytes = read_bytes(path.string());
      BOOST_REQUIRE(bytes);
      const Result<Document> document = read_document(*bytes, path.string());
      if (!document) continue;
      const Lines lines = lines_of(*document);
      const Auditor& auditor = auditor_for(lines);
      check_report(auditor, lines, path.filename());
      check_first_defect(auditor, lines, path.filename());
      ++reports;
    }
  }
  BOOST_TEST(reports >= 75U);
}

BOOST_AUTO_TEST_SUITE_END()
