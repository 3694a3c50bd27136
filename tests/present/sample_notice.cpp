#include "sample_notice.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fazhi::test {
namespace {

struct Asked {
  std::string_view id;
  std::string_view category;
  std::string_view title;
  std::string_view demand;
  std::string_view article;
  int points;
};

constexpr std::string_view kOutline = "《法治政府建设实施纲要（2021—2025年）》";

constexpr auto kAsked = std::to_array<Asked>({
    {"first-responsible", "组织领导", "党政主要负责人履行第一责任人职责情况", "单设一节或一目，写明党政主要负责人本年度亲自研究、部署、推动法治建设的情况。", "三十二", 6},
    {"leading-body", "组织领导", "法治建设领导机构", "写明法治建设领导小组（依法治镇委员会等）的名称和组长。", "三十二", 5},
    {"meetings", "组织领导", "研究部署法治建设", "写明本年度党委、政府研究部署法治建设的会议名称、时间或次数。", "三十二", 5},
    {"study", "组织领导", "学习贯彻习近平法治思想", "写明本年度学习贯彻习近平法治思想的具体做法，例如纳入中心组学习、专题学习的次数。", "一", 5},
    {"training", "组织领导", "领导干部学法", "写明本年度领导干部学法、法治培训的次数或固定频率。", "三十四", 5},
    {"assessment", "组织领导", "法治建设纳入考核", "写明法治建设纳入本单位对站所、村（社区）考核的做法和结果。", "三十三", 4},
    {"causes", "报告结构", "不足的原因", "在不足之后写明原因，说清是什么造成的。", "三十三", 3},
    {"plan", "报告结构", "下一年度主要安排", "单设一部分，写明下一年度推进法治政府建设的主要安排。", "三十三", 5},
    {"decision", "依法决策", "重大行政决策程序", "写明本年度重大行政决策目录、公众参与、合法性审查和集体讨论的情况。", "十一", 5},
    {"adviser", "依法决策", "法律顾问", "写明法律顾问参与决策、审查合同和文件的次数或件数。", "十一", 5},
    {"normative", "依法决策", "行政规范性文件管理", "写明本年度规范性文件的制定、审查、备案和清理情况。", "九", 4},
    {"three-systems", "行政执法", "行政执法“三项制度”", "写明行政执法公示、执法全过程记录、重大执法决定法制审核的落实情况。", "十四", 5},
    {"supervision", "行政执法", "行政执法监督", "写明本年度案卷评查、专项监督的次数和发现问题的整改情况。", "二十五", 4},
    {"disclosure", "监督公开", "政务公开", "写明本年度主动公开信息的条数和依申请公开的办理情况。", "二十六", 4},
    {"oversight", "监督公开", "接受监督", "写明办理人大代表建议、政协委员提案的件数。", "二十三", 2},
    {"mediation", "矛盾化解", "矛盾纠纷排查化解机制", "写明排查化解的机制和频率。", "二十", 4},
    {"mediation-rate", "矛盾化解", "调解（化解）率", "写明受理、化解的件数和化解率，三个数要相符。", "二十", 2},
    {"legal-aid", "矛盾化解", "公共法律服务、法律援助", "写明公共法律服务站（室）和法律援助的数量。", "二十二", 2},
    {"eighth-plan", "法治宣传", "“八五”普法", "写明本年度落实“八五”普法规划的工作和成效。", "三十", 5},
    {"who-enforces", "法治宣传", "“谁执法谁普法”责任制", "写明“谁执法谁普法”责任制怎样落实，例如责任清单、分工和完成情况。", "三十", 4},
});

constexpr auto kTowns = std::to_array<std::string_view>(
    {"青石梁镇", "云雀坪乡", "沙岭窝镇", "葛家堰镇", "苇子淀镇", "岩蜂垭乡", "木排厂街道", "坝竹镇", "呼勒台乡", "茶枯坪镇", "铸钟路街道", "染坊巷街道",
     "二道崴子乡", "旧盐场街道", "石羊铺镇", "枫香渡镇", "老鹰岩乡", "白鹭洲街道", "油坊桥镇", "九曲塘镇", "西凉亭乡", "柏树坳镇", "水磨湾镇", "红砂坡乡"});

std::string unit_name(std::size_t town) {
  const std::string name(kTowns[town]);
  return "云岫县" + name + (name.ends_with("街道") ? "办事处" : "人民政府");
}

RectificationItem item_of(const Asked& asked, std::size_t unit, bool is_partial) {
  RectificationItem item;
  item.unit = unit;
  item.finding = asked.id;
  item.fingerprint = std::string(asked.id);
  item.id = item_id(unit_name(unit), item.fingerprint);
  item.status = is_partial ? Status::partial : Status::missing;
  item.category = asked.category;
  item.title = asked.title;
  item.basis = {{std::string(kOutline), std::string(asked.article), ""}};
  item.demand = asked.demand;
  item.gain_hundredths = is_partial ? asked.points * 50 : asked.points * 100;
  item.due = "2025-04-30";
  if (is_partial) {
    item.problem = {"只作为打算或要求提到，没有写成本年度已做的事。"};
    item.quotes.push_back({"下一步将进一步健全“谁执法谁普法”等制度——把责任压实到站所、村（社区），推动" + std::string(asked.title) + "走深走实……", "二、主要工作", 12, 2, EvidenceUse::support, ""});
  } else {
    item.problem = {"全文没有找到有关内容。"};
  }
  return item;
}

RectificationItem defect_of(std::string_view id, std::string_view title, std::string_view problem, std::string_view demand,
                            std::vector<ItemQuote> quotes, std::size_t unit) {
  RectificationItem item;
  item.unit = unit;
  item.finding = id;
  item.fingerprint = std::string(id) + quotes.front().text;
  item.id = item_id(unit_name(unit), item.fingerprint);
  item.kind = FindingKind::defect;
  item.category = "文字规范";
  item.title = title;
  item.problem = {std::string(problem)};
  item.quotes = std::move(quotes);
  item.demand = demand;
  item.due = "2025-04-30";
  return item;
}

RectificationItem stale(std::size_t unit) {
  return defect_of("stale-term", "提法过时", "“法制宣传”是已经停用的提法。", "把“法制”改为“法治”。",
                   {{"（八）开展法制宣传。", "（八）开展法制宣传。", 16, 0, EvidenceUse::support, ""},
                    {"法制宣传进村入户32场次。", "（八）开展法制宣传。", 16, 0, EvidenceUse::support, ""},
                    {"法制宣传的方式较为单一。", "三、存在的不足", 22, 0, EvidenceUse::support, ""},
                    {"加大法制宣传力度。", "四、2025年工作安排", 25, 0, EvidenceUse::support, ""}},
                   unit);
}

void add_short(std::vector<RectificationItem>& items) {
  items.push_back(item_of(kAsked[0], 0, false));
  items.push_back(item_of(kAsked[19], 0, true));
  items.push_back(stale(0));
}

void add_long(std::vector<RectificationItem>& items) {
  for (std::size_t index = 0; index < kAsked.size(); ++index) items.push_back(item_of(kAsked[index], 1, index % 3 == 1));
  items[3 + 2].quotes.push_back({"县政府全年召开常务会议26次，其中涉及法治政府建设议题6次，听取了全县法治政府建设工作情况汇报，研究解决行政执法人员编制、办案场所、执法装备等方面的困难和问题，并对下一步工作作出安排部署，要求各乡镇各部门抓好贯彻落实，年底前向县委全面依法治县委员会办公室报送落实情况。",
                                 "（一）加强党对法治政府建设的领导。", 9, 0, EvidenceUse::refused, "说的是别的单位"});
  items.push_back(defect_of("year", "年份有误", "2024年度的报告，下一步安排的时间却写成2024年。", "核对年份，与报告年度和安排的年度一致起来。",
                            {{"四、2024年工作安排", "四、2024年工作安排", 23, 0, EvidenceUse::support, ""}}, 1));
  items.push_back(stale(1));
  items.push_back(defect_of("ordinal", "序号错误", "序号“2.”重复，应为“3.”。", "检查这一组序号，改正重复、跳号或写法不一致的地方。",
                            {{"2.法治宣传的方式较为单一，以发传单、挂横幅为主", "三、存在的不足", 22, 0, EvidenceUse::support, ""},
                             {"2.执法监督力量薄弱，司法所从事执法监督的人员只有1名。", "三、存在的不足", 21, 0, EvidenceUse::against, "前一个序号"}}, 1));
  items.push_back(defect_of("inexact", "确数后加“余”“多”", "“37”是确数，后面不能再加“余”。", "改为确切的数字，或改为整数后加“余”。",
                            {{"开展监督检查37余次。", "（七）加强监督制约。", 15, 0, EvidenceUse::support, ""}}, 1));
  items.push_back(defect_of("rate", "比率不符", "受理213件、化解209件，化解率应为98.1%，报告写成99%。", "核对件数和比率。",
                            {{"共受理矛盾纠纷213件，化解209件，化解率99%。", "（六）把矛盾解在村口", 20, 0, EvidenceUse::support, ""}}, 1));
}

ListedUnit listed(std::size_t town) {
  ListedUnit unit;
  unit.unit = unit_name(town);
  unit.source = std::string(kTowns[town]) + ".docx";
  unit.year = 2024;
  unit.judged = 24;
  unit.late = town == 6;
  return unit;
}

std::string_view grade_of(std::int32_t points) {
  if (points >= 9000) return "优秀";
  if (points >= 7500) return "良好";
  return points >= 6000 ? "合格" : "不合格";
}

void add_scores(RectificationList& list) {
  for (const RectificationItem& item : list.items) {
    Score& score = list.units[item.unit].score;
    score.awarded_hundredths -= item.gain_hundredths;
    list.units[item.unit].judged = 24;
  }
  for (std::size_t unit = 0; unit < list.units.size(); ++unit) {
    Score& score = list.units[unit].score;
    score.possible_hundredths = 10000;
    score.awarded_hundredths += 10000;
    score.highest_hundredths = score.awarded_hundredths;
    score.grade = grade_of(score.awarded_hundredths);
    score.passed = score.awarded_hundredths >= 6000;
    std::size_t open = 0;
    for (const RectificationItem& item : list.items) open += item.unit == unit && item.kind == FindingKind::element ? 1U : 0U;
    list.units[unit].met = 24 - open;
  }
  for (ListedUnit& unit : list.units) {
    unit.rank = 1;
    for (const ListedUnit& other : list.units) {
      if (other.score.awarded_hundredths > unit.score.awarded_hundredths) ++unit.rank;
    }
  }
}

}  // namespace

RectificationList notice_list() {
  RectificationList list;
  list.title = "2024年度法治政府建设年度报告整改清单";
  list.issuer = "云岫县委全面依法治县委员会办公室";
  list.made_on = "2025-04-10";
  list.due = "2025-04-30";
  list.year = 2024;
  list.checklists = {{"township", "2025.1", "乡镇（街道）法治政府建设年度报告审查清单", ""}};
  for (std::size_t town = 0; town < 22; ++town) list.units.push_back(listed(town));
  list.units[0].contact = "沈岚";
  list.absent = {unit_name(22), unit_name(23)};
  add_short(list.items);
  add_long(list.items);
  for (std::size_t unit = 3; unit < list.units.size(); ++unit) {
    for (std::size_t index = unit % 4; index < kAsked.size(); index += 2 + unit % 3) {
      list.items.push_back(item_of(kAsked[index], unit, (unit + index) % 3 == 0));
    }
    if (unit % 3 == 0) list.items.push_back(stale(unit));
  }
  add_scores(list);
  list.units[5].score.highest_hundredths += 400;
  list.units[5].score.grade.clear();
  list.units[5].score.passed.reset();
  return list;
}

}  // namespace fazhi::test
