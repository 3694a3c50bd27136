#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "document/read.hpp"
#include "evaluate/sample.hpp"

/// Findings are known by their fingerprints through all drafts of a report.
namespace fazhi {
namespace {

namespace fs = std::filesystem;

using Lines = std::vector<std::string>;
using Names = std::multiset<std::string>;

constexpr int kEdits = 1000;
constexpr std::uint32_t kSeed = 20250410;

/// A report with a slip in every part of it.
constexpr std::string_view kFullOfSlips =
    "云溪镇2024年法治政府建设年度报告\n"
    "2024年，云溪镇坚持以习近平法治思想为指导，扎实推进法治政府建设。现将有关情况报告如下：\n"
    "一、主要举措和成效\n"
    "（一）加强组织领导。镇党委专题研究法治建设4次，镇长带头学法××次。\n"
    "（三）推进依法决策。依据《中华人民共和国合同法》审查合同118余份，法律顾问列席会议6次。\n"
    "（四）开展普法宣传。全年开展法治宣传52场，发放资料____份，受教育群众2600人次。\n"
    "二、党政主要负责人履行第一责任人职责情况\n"
    "镇党委书记、镇长2021年主持召开法治建设会议4次，亲自部署重点工作3项，（此处补充督办情况）。\n"
    "三、行政执法和矛盾化解情况\n"
    "全镇排查矛盾纠纷118起，化解112起，化解率98%。严格落实行政执法三项制度，办理案件12件。\n"
    "一是落实执法公示。二是落实全过程记录。四是落实法制审核，审核案件130余件。\n"
    "四、存在的不足\n"
    "执法力量薄弱，普法形式有待丰富。原因是人员少、任务重，XX培训不够。\n"
    "五、2025年工作打算\n"
    "一是继续开展普法宣传。二是落实《中华人民共和国物权法》的宣传。\n"
    "三是加强法治队伍建设，开展培训__次。\n";

constexpr auto kSentences = std::to_array<std::string_view>({
    "镇里的同志经常到村里走访。",
    "各站所把责任分到人，每月碰头一次。",
    "群众办事少跑了路，窗口服务得到好评；",
    "村（社区）积极配合，形成了合力。",
    "有关做法在全镇推开。",
});

Lines lines_of(const Document& document) {
  Lines lines;
  for (const Paragraph& each : document.paragraphs) lines.emplace_back(each.range.of(document.text));
  return lines;
}

std::string text_of(const Lines& lines) {
  std::string text;
  for (const std::string& each : lines) text += each + '\n';
  return text;
}

Audit audited(const Lines& lines) {
  static Scratch scratch;
  return test::township().audit(test::document_of(text_of(lines)), scratch);
}

bool is_top_heading(std::string_view line) {
  constexpr std::string_view kNumerals = "一二三四五六七八九十";
  std::size_t at = 0;
  while (at + 3 <= line.size() && kNumerals.find(line.substr(at, 3)) != std::string_view::npos) at += 3;
  return at > 0 && line.substr(at).starts_with("、");
}

/// The part of the report that each line stands in: what begins with a top heading.
std::vector<int> parts_of(const Lines& lines) {
  std::vector<int> parts;
  int part = 0;
  for (const std::string& line : lines) {
    if (is_top_heading(line)) ++part;
    parts.push_back(part);
  }
  return parts;
}

std::vector<std::string> sentences_of(const std::string& line) {
  std::vector<std::string> sentences(1);
  for (std::size_t at = 0; at < line.size(); at += 3) {
    const std::size_t end = std::min(line.find("。", at), line.find("；", at));
    if (end == std::string::npos) {
      sentences.back() += line.substr(at);
      break;
    }
    sentences.back() += line.substr(at, end + 3 - at);
    sentences.emplace_back();
    at = end;
  }
  if (sentences.back().empty() && sentences.size() > 1) sentences.pop_back();
  return sentences;
}

/// One edit of the body of a part; tells which part.
class Editor {
 public:
  explicit Editor(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return random_() % count; }

  /// -1 where the report has no line that may be changed.
  int edit(Lines& lines) {
    const std::vector<int> parts = parts_of(lines);
    std::vector<std::size_t> bodies;
    for (std::size_t at = 0; at < lines.size(); ++at) {
      if (parts[at] > 0 && !is_top_heading(lines[at]) && lines[at].find("。") != std::string::npos) bodies.push_back(at);
    }
    if (bodies.empty()) return -1;
    const std::size_t line = bodies[below(bodies.size())];
    change(lines, line);
    return parts[line];
  }

 private:
  std::string sentence() { return std::string(kSentences[below(kSentences.size())]); }

  void change(Lines& lines, std::size_t at) {
    const auto line = lines.begin() + static_cast<std::ptrdiff_t>(at);
    switch (below(6)) {
      case 0:
        lines.insert(line, sentence());
        return;
      case 1:
        lines.erase(line);
        return;
      case 2:
        *line += sentence();
        return;
      default:
        change_sentence(*line);
    }
  }

  void change_sentence(std::string& line) {
    std::vector<std::string> sentences = sentences_of(line);
    std::string& chosen = sentences[below(sentences.size())];
    const std::size_t comma = chosen.find("，");
    const std::size_t way = below(3);
    if (way == 0) {
      chosen = sentence();
    } else if (way == 1) {
      chosen.clear();
    } else if (comma != std::string::npos) {
      chosen.erase(0, comma + 3);
    }
    line.clear();
    for (const std::string& each : sentences) line += each;
    if (line.empty()) line = sentence();
  }

  std::mt19937 random_;
};

/// Fingerprints of the defects of which nothing stands in `part`, and of all elements.
Names names_outside(const Audit& audit, const Lines& lines, int part) {
  const std::vector<int> parts = parts_of(lines);
  Names names;
  for (const Finding& finding : audit.findings) {
    const bool touched = std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& each) {
      return parts.at(each.paragraph - 1) == part;
    });
    if (finding.kind == FindingKind::element || !touched) names.insert(finding.id + ' ' + finding.fingerprint);
  }
  return names;
}

std::set<std::string> defect_names(const Audit& audit) {
  std::set<std::string> names;
  for (const Finding& finding : audit.findings) {
    if (finding.kind == FindingKind::defect) names.insert(finding.id + ' ' + finding.fingerprint);
  }
  return names;
}

std::set<std::string> open_elements(const Audit& audit) {
  std::set<std::string> names;
  for (const Finding& finding : audit.findings) {
    const bool is_open = finding.status == Status::missing || finding.status == Status::partial;
    if (finding.kind == FindingKind::element && is_open) names.insert(finding.id + ' ' + finding.fingerprint);
  }
  return names;
}

/// What of `before` is not in `after`.
template <class Set>
std::string lost(const Set& before, const Set& after) {
  std::vector<std::string> gone;
  std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(gone));
  std::string text;
  for (const std::string& each : gone) text += each + "; ";
  return text;
}

std::vector<Lines> samples() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(FAZHI_SOURCE_DIR "/reports/township")) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Lines> all{lines_of(test::document_of(kFullOfSlips))};
  for (const fs::path& path : paths) {
    const Result<std::string> bytes = read_bytes(path.string());
    BOOST_REQUIRE(bytes.has_value());
    const Result<Document> document = read_document(*bytes, path.string());
    BOOST_REQUIRE(document.has_value());
    // One line that holds the whole report has nothing elsewhere to edit.
    Lines lines = lines_of(*document);
    if (Editor(kSeed).edit(lines) >= 0) all.push_back(lines_of(*document));
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fingerprints)

BOOST_AUTO_TEST_CASE(edits_elsewhere_leave_them_as_they_were) {
  const std::vector<Lines> reports = samples();
  std::vector<Audit> audits;
  for (const Lines& each : reports) audits.push_back(audited(each));
  BOOST_REQUIRE(defect_names(audits.front()).size() >= 10U);
  std::size_t defects = 0;
  for (int number = 0; number < kEdits; ++number) {
    // Every second edit is of the report that is full of slips.
    const std::size_t report = number % 2 == 0 ? 0 : static_cast<std::size_t>(number) / 2 % reports.size();
    Lines edited = reports[report];
    Editor editor(kSeed + static_cast<std::uint32_t>(number));
    const int part = editor.edit(edited);
    BOOST_REQUIRE_MESSAGE(part >= 0, "report " << report << " has nothing to edit");
    const Names before = names_outside(audits[report], reports[report], part);
    const Names after = names_outside(audited(edited), edited, part);
    defects += before.size() - (audits[report].findings.size() - audits[report].defect_count());
    const std::string gone = lost(before, after);
    BOOST_TEST(gone.empty(), "edit " << number << " of report " << report << " in part " << part << " lost " << gone);
  }
  BOOST_TEST(defects >= 4000U);
  BOOST_TEST_MESSAGE("defects followed through " << kEdits << " edits: " << defects);
}

BOOST_AUTO_TEST_CASE(a_slip_that_comes_back_has_its_old_name) {
  constexpr auto kSlips = std::to_array<std::string_view>({
      "全年开展宣传××场。",
      "发放资料____份。",
      "审查合同118余份。",
      "（此处补充培训情况）",
      "依据《中华人民共和国合同法》审查合同。",
      "排查矛盾纠纷118起，化解112起，化解率98%。",
      "一是落实公示。二是落实记录。四是落实审核。",
  });
  const std::vector<Lines> reports = samples();
  std::size_t planted = 0;
  for (std::size_t report = 1; report < reports.size(); ++report) {
    const std::set<std::string> clean = defect_names(audited(reports[report]));
    for (std::size_t slip = 0; slip < kSlips.size(); ++slip) {
      Editor editor(kSeed + static_cast<std::uint32_t>(report * kSlips.size() + slip));
      const auto with_slip = [&](Lines lines) {
        const std::vector<int> parts = parts_of(lines);
        const auto first = std::find(parts.begin(), parts.end(), 1) - parts.begin();
        lines.insert(lines.begin() + std::min<std::ptrdiff_t>(first + 1, static_cast<std::ptrdiff_t>(lines.size())), std::string(kSlips[slip]));
        return lines;
      };
      const std::set<std::string> found = defect_names(audited(with_slip(reports[report])));
      std::vector<std::string> own;
      std::set_difference(found.begin(), found.end(), clean.begin(), clean.end(), std::back_inserter(own));
      Lines later = reports[report];
      static_cast<void>(editor.edit(later));
      const std::set<std::string> relapsed = defect_names(audited(with_slip(later)));
      for (const std::string& each : own) {
        ++planted;
        BOOST_TEST(relapsed.contains(each), "report " << report << ": " << each << " did not come back from " << kSlips[slip]);
      }
    }
  }
  BOOST_TEST(planted >= 50U);
  BOOST_TEST_MESSAGE("slips planted again: " << planted);
}

BOOST_AUTO_TEST_CASE(an_element_that_is_lost_again_has_its_old_name) {
  const std::vector<Lines> reports = samples();
  std::size_t relapses = 0;
  for (std::size_t report = 1; report < reports.size(); ++report) {
    const Audit whole = audited(reports[report]);
    for (const Finding& finding : whole.findings) {
      if (finding.kind != FindingKind::element || finding.status != Status::met || finding.evidence.empty()) continue;
      const std::size_t line = finding.evidence.front().paragraph - 1;
      Lines first = reports[report];
      first.erase(first.begin() + static_cast<std::ptrdiff_t>(line));
      const std::string name = finding.id + ' ' + finding.fingerprint;
      if (!open_elements(audited(first)).contains(name)) continue;
      Lines second = first;
      second.push_back(std::string(kSentences[report % kSentences.size()]));
      BOOST_TEST(open_elements(audited(second)).contains(name), "report " << report << ": " << name);
      ++relapses;
    }
  }
  BOOST_TEST(relapses >= 50U);
  BOOST_TEST_MESSAGE("elements lost again: " << relapses);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
