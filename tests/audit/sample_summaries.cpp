#include "audit/sample_summaries.hpp"

#include <random>
#include <string>

#include "audit/sample_audits.hpp"

namespace fazhi::test {
namespace {

constexpr std::string_view kDigest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

ReportRecord report(std::string unit, int year, Score score, std::vector<Status> statuses, std::size_t owner) {
  ReportRecord record;
  record.source = "报送/" + unit + ".txt";
  record.file_stem = unit + "-" + std::to_string(year);
  record.sha256 = kDigest;
  record.checklist = "township";
  record.identity = {unit, Level::township, year, unit + "法治政府建设年度报告", "", ""};
  record.score = std::move(score);
  record.statuses = std::move(statuses);
  record.defects = {{"quality.enumeration", "序号错误", 2}, {"quality.stale-term", "提法过时", 1}};
  record.unit = owner;
  return record;
}

UnitRecord unit(std::string name, Submission state, std::optional<std::size_t> counting) {
  UnitRecord record;
  record.unit = std::move(name);
  record.state = state;
  record.report = counting;
  return record;
}

std::vector<ReportRecord> rich_reports() {
  std::vector<ReportRecord> reports{
      report("青石镇", 2024, {9005, 9005, 10000, "优秀", true}, {Status::met, Status::partial}, 0),
      report("白河乡", 2024, {6250, 6700, 10000, "", std::nullopt}, {Status::undecided, Status::missing}, 1),
      report("白河乡二稿", 2024, {5000, 5000, 10000, "不合格", false}, {Status::missing, Status::waived}, 1),
      report("石桥镇", 2023, {8000, 8000, 10000, "良好", true}, {Status::met, Status::not_applicable}, 3),
      report("外县某镇", 2024, {}, {}, 0)};
  reports[4].unit.reset();
  reports[4].identity = {};
  reports[4].unit_doubt = verbatim("报告没有写明单位。");
  ReportRecord broken;
  broken.source = "报送/柳林镇 \"定稿\" & <1>.doc";
  broken.file_stem = "柳林镇";
  broken.unit = 4;
  broken.unit_doubt = verbatim("按文件名“柳林镇”归入，请核对。");
  broken.error = Message{MessageId::input_empty, {broken.source}};
  reports.push_back(broken);
  return reports;
}

std::vector<UnitRecord> rich_units() {
  std::vector<UnitRecord> units{unit("青石镇", Submission::submitted, 0), unit("白河乡", Submission::late, 1),
                                unit("东岭镇", Submission::absent, std::nullopt),
                                unit("石桥镇", Submission::wrong_year, 3), unit("柳林镇", Submission::unreadable, 5)};
  units[0].level = "乡镇";
  units[0].superior = "云溪县";
  units[0].contact = "张三 0971-1234567";
  units[0].deadline = "2025-03-01";
  units[0].submitted_on = "2025-02-20";
  units[0].published_on = "2025-03-30";
  units[0].published_at = "https://example.invalid/a?b=1&c=2";
  units[0].published_in_time = true;
  units[1].duplicate = true;
  units[1].other_reports = {2};
  units[1].published_in_time = false;
  units[1].doubt = verbatim("报告自称“白河镇”。");
  units[2].days_left = -5;
  return units;
}

/// Choices of one random summary.
class SummaryDice {
 public:
  explicit SummaryDice(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }
  bool chance() { return below(2) == 0; }
  int number() { return static_cast<int>(below(1000)) + 1; }
  std::int32_t points() { return static_cast<std::int32_t>(below(10001)); }
  std::string text() { return hostile_text(random_, 20); }
  std::string maybe_text() { return chance() ? "文" + text() : ""; }
  std::string maybe_date() { return chance() ? "2025-03-01" : ""; }
  std::optional<std::size_t> maybe_below(std::size_t count) {
    return count > 0 && chance() ? std::optional(below(count)) : std::nullopt;
  }

 private:
  std::mt19937 random_;
};

ReportRecord random_report(SummaryDice& dice, std::size_t index, std::size_t units) {
  ReportRecord out;
  out.source = dice.text();
  out.file_stem = "报告 " + std::to_string(index);
  out.unit = dice.maybe_below(units);
  if (dice.chance()) out.unit_doubt = verbatim(dice.text());
  if (dice.below(5) == 0) {
    out.error = Message{MessageId::input_undecodable, {dice.text(), "7"}};
    return out;
  }
  out.checklist = "township";
  out.sha256 = kDigest;
  out.identity = {dice.maybe_text(), std::nullopt, std::nullopt, dice.maybe_text(), dice.maybe_text(), ""};
  if (dice.chance()) out.identity.year = dice.number();
  if (dice.chance()) out.score = {dice.points(), dice.points(), 1 + dice.points(), dice.maybe_text(), dice.chance()};
  for (std::size_t n = dice.below(6); n > 0; --n) out.statuses.push_back(static_cast<Status>(dice.below(6)));
  for (std::size_t n = dice.below(6); n > 0; --n) {
    out.defects.push_back({"a.d" + std::to_string(n), dice.text(), static_cast<std::uint32_t>(dice.number())});
  }
  return out;
}

UnitRecord random_unit(SummaryDice& dice, std::size_t reports) {
  UnitRecord out;
  out.unit = dice.text();
  out.level = dice.maybe_text();
  out.superior = dice.maybe_text();
  out.contact = dice.maybe_text();
  out.deadline = dice.maybe_date();
  out.submitted_on = dice.maybe_date();
  out.published_on = dice.maybe_date();
  out.published_at = dice.maybe_text();
  out.state = static_cast<Submission>(dice.below(5));
  out.duplicate = dice.chance();
  if (dice.chance()) out.days_left = dice.number() - 500;
  if (dice.chance()) out.published_in_time = dice.chance();
  out.report = dice.maybe_below(reports);
  for (std::size_t n = reports > 0 ? dice.below(3) : 0; n > 0; --n) out.other_reports.push_back(dice.below(reports));
  if (dice.chance()) out.doubt = verbatim(dice.text());
  return out;
}

SimilarPair random_pair(SummaryDice& dice, std::size_t reports) {
  SimilarPair out;
  out.report = dice.below(reports);
  out.other = dice.maybe_below(reports);
  out.other_source = dice.text();
  out.share_percent = static_cast<int>(dice.below(101));
  out.other_share_percent = static_cast<int>(dice.below(101));
  for (std::size_t n = dice.below(3); n > 0; --n) {
    out.passages.push_back({dice.text(), dice.text(), static_cast<std::uint32_t>(dice.number()),
                            static_cast<std::uint32_t>(dice.number())});
  }
  return out;
}

}  // namespace

BatchSummary rich_summary() {
  BatchSummary summary;
  summary.title = "2024年度法治政府建设年度报告审查汇总";
  summary.as_of = "2025-03-06";
  summary.deadline = "2025-03-01";
  summary.year = 2024;
  summary.has_roster = true;
  summary.checklists = {{"township", "2025.1", "乡镇（街道）法治政府建设年度报告", std::string(kDigest)}};
  summary.reports = rich_reports();
  summary.units = rich_units();
  summary.unowned = {4};
  summary.ranking = {{0, 1, 1, 1}, {1, 2, 2, 2}};
  summary.rates = {{"township", "disputes.mediation-rate", "调解（化解）率", 1, 0, 0, 1, 0},
                   {"township", "decision.legal-advisor", "法律顾问", 0, 1, 1, 0, 3}};
  summary.similar = {{1, 0, "报送/青石镇.txt", 62, 48, {{"开展宣传46场", "开展宣传52场", 7, 9}}},
                     {0, std::nullopt, "2023/青石镇.txt", 35, 30, {}}};
  summary.notes = {verbatim("有1份报告不属于名册中的任何单位。")};
  return summary;
}

BatchSummary random_summary(std::uint32_t seed) {
  SummaryDice dice(seed);
  BatchSummary summary;
  summary.title = dice.text();
  summary.as_of = "2025-03-06";
  summary.deadline = dice.maybe_date();
  if (dice.chance()) summary.year = dice.number();
  summary.has_roster = dice.chance();
  summary.checklists = {{"township", "2025.1", dice.text(), std::string(kDigest)}};
  const std::size_t reports = dice.below(5);
  const std::size_t units = dice.below(5);
  for (std::size_t n = 0; n < reports; ++n) summary.reports.push_back(random_report(dice, n, units));
  for (std::size_t n = 0; n < units; ++n) summary.units.push_back(random_unit(dice, reports));
  for (std::size_t n = 0; n < reports; ++n) {
    if (dice.chance()) summary.unowned.push_back(n);
    if (dice.chance()) summary.ranking.push_back({n, dice.number(), dice.number(), dice.number()});
    if (dice.chance()) summary.similar.push_back(random_pair(dice, reports));
  }
  for (std::size_t n = dice.below(4); n > 0; --n) {
    summary.rates.push_back(
        {"township", "a.b", dice.text(), dice.below(9), dice.below(9), dice.below(9), dice.below(9), dice.below(9)});
  }
  for (std::size_t n = dice.below(3); n > 0; --n) summary.notes.push_back(verbatim(dice.text()));
  return summary;
}

}  // namespace fazhi::test
