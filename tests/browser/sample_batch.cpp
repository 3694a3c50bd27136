#include "browser/sample_batch.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "audit/audit.hpp"

namespace fazhi::test {
namespace {

constexpr std::array kNames{"青石梁", "云雀坪", "二道沟", "沙岭窝", "旧盐场", "葛家堰", "苇子淀", "岩蜂垭", "木排厂", "坝竹",
                            "呼勒台", "茶枯坪", "铸钟路", "染坊巷", "老君渡", "石门坎", "柳条边", "三棵榆", "白塔铺", "河湾子"};
constexpr std::array kElements{
    "主要举措和成效", "存在的不足和原因", "下一年度工作安排", "第一责任人履职", "习近平法治思想学习宣传", "研究部署法治建设",
    "法治建设领导机构", "权责清单", "“放管服”改革", "优化法治化营商环境", "行政规范性文件", "重大行政决策程序",
    "法律顾问", "行政执法规范化", "综合行政执法改革", "执法人员培训", "矛盾纠纷调解（化解）率", "人民调解组织",
    "行政复议和应诉", "政务公开", "公共法律服务", "“八五”普法", "法律明白人", "法治队伍建设"};

/// A generator of its own, so that every platform makes the same batch.
class Chance {
 public:
  std::uint32_t below(std::uint32_t bound) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>(state_ >> 33U) % bound;
  }

 private:
  std::uint64_t state_ = 20250301;
};

std::string unit_name(std::size_t index) {
  const std::size_t round = index / kNames.size();
  const std::string prefix = round == 0 ? "云岫县" : "云岫县第" + std::to_string(round + 1) + "片区";
  return prefix + kNames[index % kNames.size()] + (index % 5 == 4 ? "街道" : index % 3 == 2 ? "乡" : "镇");
}

Status status_by(std::uint32_t chance, std::uint32_t skill) {
  if (chance < skill) return Status::met;
  if (chance < skill + 12) return Status::partial;
  if (chance == 98) return Status::undecided;
  return chance == 99 ? Status::not_applicable : Status::missing;
}

ReportRecord report_of(std::size_t index, Chance& chance) {
  ReportRecord report;
  report.file_stem = unit_name(index) + "2024年报告";
  report.source = "上报材料/" + report.file_stem + ".docx";
  report.checklist = "township";
  report.identity.unit = unit_name(index);
  report.identity.level = Level::township;
  report.identity.year = 2024;
  report.identity.title = unit_name(index) + "2024年度法治政府建设年度报告";
  const std::uint32_t skill = 35 + chance.below(60);
  constexpr std::int32_t kWeight = 400;
  Score& score = report.score;
  for (std::size_t element = 0; element < kElements.size(); ++element) {
    const Status status = status_by(chance.below(100), skill);
    report.statuses.push_back(status);
    if (status == Status::not_applicable) continue;
    score.possible_hundredths += kWeight;
    if (status == Status::met) score.awarded_hundredths += kWeight;
    if (status == Status::partial) score.awarded_hundredths += kWeight / 2;
    if (status == Status::undecided) score.highest_hundredths += kWeight;
  }
  score.highest_hundredths += score.awarded_hundredths;
  const auto share = score.awarded_hundredths * 100 / score.possible_hundredths;
  const auto most = score.highest_hundredths * 100 / score.possible_hundredths;
  if ((share >= 60) == (most >= 60)) score.passed = share >= 60;
  if (score.passed) score.grade = share >= 90 ? "优秀" : share >= 75 ? "良好" : share >= 60 ? "合格" : "不合格";
  if (const std::uint32_t count = chance.below(4)) report.defects.push_back({"quality.enumeration", "序号错误", count});
  return report;
}

UnitRecord unit_of(std::size_t index) {
  UnitRecord unit;
  unit.unit = unit_name(index);
  unit.level = index % 5 == 4 ? "街道" : "乡镇";
  unit.superior = "云岫县";
  unit.contact = "联系人" + std::to_string(index + 1);
  unit.deadline = "2025-03-01";
  return unit;
}

void set_state(UnitRecord& unit, std::size_t index) {
  unit.state = Submission::submitted;
  unit.submitted_on = "2025-02-" + std::to_string(10 + index % 18);
  if (index % 13 == 5) unit.state = Submission::late;
  if (index % 13 == 5) unit.submitted_on = "2025-03-03";
  if (index % 17 == 6) unit.state = Submission::absent;
  if (index % 29 == 11) unit.state = Submission::wrong_year;
  if (index % 31 == 13) unit.state = Submission::unreadable;
  if (unit.state == Submission::absent) {
    unit.submitted_on.clear();
    unit.days_left = index % 2 == 0 ? -4 : 3;
  }
  if (unit.state != Submission::absent && index % 3 != 0) {
    unit.published_in_time = index % 4 != 1;
    unit.published_on = index % 4 != 1 ? "2025-03-20" : "2025-04-18";
    unit.published_at = "https://www.example.gov.cn/zwgk/fzzf/2025/" + std::to_string(index) + ".html";
  }
}

void add_unit(BatchSummary& batch, std::size_t index, Chance& chance) {
  UnitRecord unit = unit_of(index);
  set_state(unit, index);
  if (unit.state != Submission::absent) {
    ReportRecord report = report_of(index, chance);
    report.unit = index;
    unit.report = batch.reports.size();
    if (unit.state == Submission::unreadable) report.error = Message{MessageId::input_encrypted, {report.source}};
    if (unit.state == Submission::wrong_year) report.identity.year = 2023;
    batch.reports.push_back(report);
  }
  if (index % 19 == 3 && unit.report) {
    unit.duplicate = true;
    ReportRecord second = batch.reports[*unit.report];
    second.file_stem += "（定稿）";
    second.source = "上报材料/" + second.file_stem + ".docx";
    unit.other_reports.push_back(batch.reports.size());
    batch.reports.push_back(second);
  }
  batch.units.push_back(std::move(unit));
}

/// Ranks by awarded points; the real ranking belongs to the layer above.
void rank_units(BatchSummary& batch) {
  const auto points = [&](const RankedUnit& each) {
    const Score& score = batch.reports[each.report].score;
    return score.awarded_hundredths * 10'000L / score.possible_hundredths;
  };
  for (const UnitRecord& unit : batch.units) {
    const bool counts = unit.state == Submission::submitted || unit.state == Submission::late;
    if (counts && unit.report) batch.ranking.push_back({*unit.report, 0, 0, 0});
  }
  std::stable_sort(batch.ranking.begin(), batch.ranking.end(),
                   [&](const RankedUnit& a, const RankedUnit& b) { return points(a) > points(b); });
  for (std::size_t index = 0; index < batch.ranking.size(); ++index) {
    RankedUnit& each = batch.ranking[index];
    const bool shared = index > 0 && points(each) == points(batch.ranking[index - 1]);
    each.rank = shared ? batch.ranking[index - 1].rank : static_cast<int>(index) + 1;
    const Score& score = batch.reports[each.report].score;
    each.best_rank = score.highest_hundredths > score.awarded_hundredths ? std::max(1, each.rank - 2) : each.rank;
    each.worst_rank = each.rank;
  }
}

void rate_elements(BatchSummary& batch) {
  for (std::size_t element = 0; element < kElements.size(); ++element) {
    ElementRate rate;
    rate.checklist = "township";
    rate.id = "element." + std::to_string(element);
    rate.title = kElements[element];
    for (const RankedUnit& each : batch.ranking) {
      rate.add(batch.reports[each.report].statuses[element]);
    }
    batch.rates.push_back(rate);
  }
}

void add_similar(BatchSummary& batch) {
  if (batch.ranking.size() < 4) return;
  const std::string here = "全年组织“法律进乡村”宣讲21场，发放资料3200份，受教育群众4600人次，镇村干部带头入户讲解婚姻家庭、土地流转等与群众利益密切相关的法律知识。";
  const std::string there = "全年组织“法律进乡村”宣讲18场，发放资料2600份，受教育群众3900人次，镇村干部带头入户讲解婚姻家庭、土地流转等与群众利益密切相关的法律知识。";
  SimilarPair pair{batch.ranking[1].report, batch.ranking[3].report, batch.reports[batch.ranking[3].report].source, 63, 58, {}};
  pair.passages = {{here, there, 9, 11}, {"坚持把矛盾纠纷化解在村口、院坝，村村建起“说事小院”。", "坚持把矛盾纠纷化解在村口、院坝，村村建起“说事小院”。", 14, 15}};
  batch.similar.push_back(pair);
  batch.similar.push_back({batch.ranking[2].report, std::nullopt, "上年报告/云岫县二道沟乡2023年报告.docx", 41, 44, {{here, here, 7, 7}}});
}

}  // namespace

BatchSummary sample_batch(std::size_t units) {
  BatchSummary batch;
  batch.title = "云岫县2024年度法治政府建设年度报告审查汇总";
  batch.as_of = "2025-03-05";
  batch.deadline = "2025-03-01";
  batch.year = 2024;
  batch.has_roster = true;
  batch.checklists = {{"township", "2025.1", "乡镇（街道）法治政府建设年度报告清单", ""}};
  Chance chance;
  for (std::size_t index = 0; index < units; ++index) add_unit(batch, index, chance);
  if (batch.units.size() > 2) batch.units[2].doubt = verbatim("报告自称“二道沟”，没有写县名，请核对是否为本县单位。");
  ReportRecord stray = report_of(units, chance);
  stray.identity.unit = "临泷县望江镇";
  stray.identity.title = "临泷县望江镇2024年法治政府建设年度报告";
  batch.unowned.push_back(batch.reports.size());
  batch.reports.push_back(stray);
  rank_units(batch);
  rate_elements(batch);
  add_similar(batch);
  batch.notes = {verbatim("压缩包“上报材料.zip”中的2个临时文件没有读取。")};
  return batch;
}

}  // namespace fazhi::test
