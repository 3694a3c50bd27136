#include "present/circular.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "audit/points.hpp"
#include "base/limits.hpp"
#include "present/notice_parts.hpp"
#include "present/printable.hpp"
#include "present/shared_problems.hpp"
#include "present/wording.hpp"

namespace fazhi {
namespace {

using Kind = DocumentText::Kind;
using notices::SharedProblem;

constexpr std::int32_t kAllPoints = 10000;  // in hundredths
constexpr double kRankingRowLines = 1.25;  // a county's units on one page

std::vector<std::string> absent_units(const RectificationList& list) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& unit) {
    std::string name = printable(unit);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  };
  for (const std::string& unit : list.absent) add(unit);
  for (const ListedUnit& unit : list.units) {
    if (!notices::has_report(unit)) add(unit.unit);
  }
  return names;
}

std::vector<std::string> names_of(const RectificationList& list) {
  std::vector<std::string> names;
  for (const ListedUnit& unit : list.units) names.push_back(printable(unit.unit));
  return names;
}

/// average, highest, lowest of what is certain, of 100.
void add_average(std::vector<Fact>& facts, const RectificationList& list) {
  std::int64_t sum = 0, count = 0;
  std::int32_t highest = 0, lowest = 0;
  for (const ListedUnit& unit : list.units) {
    if (unit.score.possible_hundredths <= 0) continue;
    const auto share = static_cast<std::int32_t>((std::int64_t{unit.score.awarded_hundredths} * 10000 +
                                                  unit.score.possible_hundredths / 2) /
                                                 unit.score.possible_hundredths);
    highest = count == 0 ? share : std::max(highest, share);
    lowest = count == 0 ? share : std::min(lowest, share);
    sum += share;
    ++count;
  }
  if (count == 0) return;
  facts.push_back({"average", points_text(static_cast<std::int32_t>((sum + count / 2) / count))});
  facts.push_back({"highest", points_text(highest)});
  facts.push_back({"lowest", points_text(lowest)});
}

/// Reports some of whose elements do not apply, so that they can't have 100 points.
std::size_t reports_of_fewer(const RectificationList& list) {
  return static_cast<std::size_t>(std::count_if(list.units.begin(), list.units.end(), [](const ListedUnit& unit) {
    return unit.score.possible_hundredths > 0 && unit.score.possible_hundredths != kAllPoints;
  }));
}

/// 83; 69/75 where fewer than 100 can be had.
std::string score_cell(const Score& score) {
  if (score.possible_hundredths <= 0) return "—";
  const std::string points = points_range(score.awarded_hundredths, score.highest_hundredths, Language::zh);
  return score.possible_hundredths == kAllPoints ? points : points + "/" + points_text(score.possible_hundredths);
}

/// Of the points that can be had, so that all units compare.
std::string share_cell(const Score& score) {
  if (score.possible_hundredths <= 0) return "—";
  const auto share = [&](std::int32_t points) {
    return static_cast<std::int32_t>((std::int64_t{points} * kAllPoints + score.possible_hundredths / 2) / score.possible_hundredths);
  };
  return points_range(share(score.awarded_hundredths), share(score.highest_hundredths), Language::zh) + "%";
}

/// 优秀3个、良好8个, in the order of the ranking, so best first.
std::string grades_text(const RectificationList& list, const CircularTexts& texts) {
  std::vector<std::pair<int, const ListedUnit*>> ranked;
  for (const ListedUnit& unit : list.units) {
    if (unit.score.possible_hundredths > 0) ranked.emplace_back(unit.rank, &unit);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& one, const auto& other) { return one.first < other.first; });
  std::vector<std::pair<std::string, std::size_t>> grades;
  std::size_t open = 0;
  for (const auto& [rank, unit] : ranked) {
    const std::string grade = printable(unit->score.grade);
    const auto found = std::find_if(grades.begin(), grades.end(), [&](const auto& each) { return each.first == grade; });
    if (grade.empty()) {
      ++open;
    } else if (found == grades.end()) {
      grades.emplace_back(grade, 1);
    } else {
      ++found->second;
    }
  }
  std::vector<std::string> parts;
  for (const auto& [grade, reports] : grades) {
    parts.push_back(fill(texts.grade, {{"grade", grade}, {"reports", std::to_string(reports)}}));
  }
  if (open > 0) parts.push_back(fill(texts.no_grade, {{"reports", std::to_string(open)}}));
  return notices::joined(parts, parts.size());
}

/// Problems by category, the categories in the order of their most common problem.
struct Problems {
  std::vector<std::pair<std::string, std::vector<SharedProblem>>> groups;
  std::size_t count = 0;
  std::size_t others = 0;  ///< not told
};

Problems problems_of(const RectificationList& list) {
  std::vector<SharedProblem> problems = notices::shared_problems(list);
  Problems out;
  out.count = std::min(problems.size(), limits::kCircularProblems);
  out.others = problems.size() - out.count;
  problems.resize(out.count);
  for (SharedProblem& problem : problems) {
    const std::string& category = problem.first->category;
    auto group = std::find_if(out.groups.begin(), out.groups.end(), [&](const auto& each) { return each.first == category; });
    if (group == out.groups.end()) group = out.groups.insert(out.groups.end(), {category, {}});
    group->second.push_back(std::move(problem));
  }
  return out;
}

std::vector<Fact> facts_of(const RectificationList& list, const Problems& problems, const CircularTexts& texts) {
  std::vector<Fact> facts = notices::list_facts(list);
  facts.push_back({"categories", std::to_string(problems.groups.size())});
  facts.push_back({"count", std::to_string(problems.count)});
  const std::vector<std::string> absent = absent_units(list);
  std::vector<std::string> late;
  std::size_t sent = 0;
  for (const ListedUnit& unit : list.units) {
    if (!notices::has_report(unit)) continue;
    ++sent;
    if (unit.late) late.push_back(printable(unit.unit));
  }
  facts.push_back({"units", std::to_string(sent + absent.size())});
  facts.push_back({"sent", std::to_string(sent)});
  facts.push_back({"late", notices::count_text(late.size())});
  facts.push_back({"late_units", notices::joined(late, limits::kCircularNames)});
  facts.push_back({"absent", notices::count_text(absent.size())});
  facts.push_back({"absent_units", notices::joined(absent, limits::kCircularNames)});
  add_average(facts, list);
  facts.push_back({"grades", grades_text(list, texts)});
  facts.push_back({"fewer", notices::count_text(reports_of_fewer(list))});
  facts.push_back({"us", fill(texts.us, facts)});
  facts.push_back({"subject", fill(texts.subject, facts)});
  return facts;
}

class ProblemWriter {
 public:
  ProblemWriter(std::vector<DocumentBlock>& blocks, const RectificationList& list, const NoticeTexts& texts)
      : blocks_(blocks),
        names_(notices::short_names(names_of(list), texts.circular.short_of)),
        item_(texts.item),
        texts_(texts.circular) {}

  void write(const SharedProblem& problem, std::size_t number, const std::vector<Fact>& facts) {
    blocks_.emplace_back(DocumentText{Kind::heading3, std::to_string(number) + "." + printable(problem.first->title)});
    std::string text;
    const auto tell = [&](const Wording& wording, const std::vector<std::size_t>& units) {
      if (units.empty()) return;
      std::vector<std::string> names;
      for (const std::size_t unit : units) names.push_back(names_[unit]);
      std::vector<Fact> known = {{"units", std::to_string(units.size())},
                                 {"names", notices::joined(names, limits::kCircularNames)}};
      known.insert(known.end(), facts.begin(), facts.end());
      text += fill(wording, known);
    };
    tell(texts_.missing, problem.missing);
    tell(texts_.partial, problem.partial);
    tell(texts_.undecided, problem.undecided);
    tell(texts_.defect, problem.defect);
    blocks_.emplace_back(DocumentText{Kind::paragraph, std::move(text)});
    if (problem.example != nullptr) example(*problem.example);
  }

 private:
  void example(const RectificationItem& item) {
    const ItemQuote& quote = item.quotes.front();
    std::string text = fill(texts_.example, {{"unit", names_[item.unit]},
                                             {"place", notices::place_text(quote, item_)},
                                             {"quote", notices::quote_text(quote.text)},
                                             {"reason", printable(quote.reason)}});
    blocks_.emplace_back(DocumentText{Kind::quote, notices::ended(std::move(text))});
  }

  std::vector<DocumentBlock>& blocks_;
  std::vector<std::string> names_;
  const ItemTexts& item_;
  const CircularTexts& texts_;
};

void append_problems(std::vector<DocumentBlock>& blocks, const RectificationList& list, const Problems& problems,
                     const NoticeTexts& texts, const std::vector<Fact>& facts) {
  const CircularTexts& own = texts.circular;
  if (problems.groups.empty()) {
    blocks.emplace_back(DocumentText{Kind::paragraph, fill(own.none, facts)});
    return;
  }
  blocks.emplace_back(DocumentText{Kind::paragraph, fill(own.problems, facts)});
  ProblemWriter writer(blocks, list, texts);
  std::size_t number = 0;
  for (const auto& [category, shared] : problems.groups) {
    std::vector<Fact> known = facts;
    known.push_back({"category", printable(category)});
    known.push_back({"items", std::to_string(shared.size())});
    blocks.emplace_back(notices::category_heading(++number, fill(own.category, known)));
    std::size_t of_category = 0;
    for (const SharedProblem& problem : shared) writer.write(problem, ++of_category, facts);
  }
  if (problems.others == 0) return;
  std::vector<Fact> known = facts;
  known.push_back({"others", std::to_string(problems.others)});
  blocks.emplace_back(DocumentText{Kind::paragraph, fill(own.others, known)});
}

DocumentTable ranking(const RectificationList& list, const TableTexts& texts) {
  DocumentTable table;
  const bool has_shares = reports_of_fewer(list) > 0;
  table.columns = {{texts.rank, 12, true},  {texts.unit, 58},           {texts.score, 25, true},
                   {texts.grade, 18, true}, {texts.problems, 17, true}, {texts.remark, 26, true}};
  if (has_shares) {
    table.columns = {{texts.rank, 11, true},  {texts.unit, 53},           {texts.score, 20, true}, {texts.share, 20, true},
                     {texts.grade, 17, true}, {texts.problems, 15, true}, {texts.remark, 20, true}};
  }
  table.row_lines = kRankingRowLines;
  std::vector<std::size_t> order;
  for (std::size_t unit = 0; unit < list.units.size(); ++unit) {
    if (notices::has_report(list.units[unit])) order.push_back(unit);
  }
  const auto place = [&](std::size_t unit) { return static_cast<unsigned>(list.units[unit].rank) - 1U; };  // 0: last
  std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) { return place(one) < place(other); });
  for (const std::size_t index : order) {
    const ListedUnit& unit = list.units[index];
    table.rows.push_back({{unit.rank > 0 ? std::to_string(unit.rank) : "—", unit.unit, score_cell(unit.score),
                           unit.score.grade.empty() ? "—" : unit.score.grade,
                           std::to_string(notices::items_of(list, index).size()), unit.late ? texts.late : ""}});
    auto& cells = table.rows.back().cells;
    if (has_shares) cells.insert(cells.begin() + 3, share_cell(unit.score));
  }
  for (const std::string& unit : absent_units(list)) {
    table.rows.push_back({{"—", unit, "—", "—", "—", texts.absent}});
    auto& cells = table.rows.back().cells;
    if (has_shares) cells.insert(cells.begin() + 3, "—");
  }
  return table;
}

}  // namespace

OfficialDocument circular(const RectificationList& list, const NoticeTexts& texts) {
  const CircularTexts& own = texts.circular;
  const Problems problems = problems_of(list);
  const std::vector<Fact> facts = facts_of(list, problems, own);
  OfficialDocument out;
  out.title = fill(own.title, facts);
  out.addressee = fill(own.addressee, facts);
  out.issuer = list.issuer;
  out.date = list.made_on;
  auto& blocks = out.blocks;
  blocks.emplace_back(DocumentText{Kind::paragraph, fill(own.opening, facts)});
  blocks.emplace_back(notices::section_heading(1, own.overview_heading));
  blocks.emplace_back(DocumentText{Kind::paragraph, fill(own.sent, facts) + fill(own.late, facts) + fill(own.absent, facts)});
  const std::string scores = fill(own.average, facts) + fill(own.grades, facts);
  if (!scores.empty()) blocks.emplace_back(DocumentText{Kind::paragraph, scores});
  blocks.emplace_back(notices::section_heading(2, own.problems_heading));
  append_problems(blocks, list, problems, texts, facts);
  blocks.emplace_back(notices::section_heading(3, own.demands_heading));
  notices::append_demands(blocks, own.demands, facts);
  if (std::string closing = fill(own.closing, facts); !closing.empty()) {
    blocks.emplace_back(DocumentText{Kind::paragraph, std::move(closing)});
  }
  out.attachments.push_back({fill(own.ranking_title, facts), {ranking(list, texts.table)}, false});
  return out;
}

}  // namespace fazhi
