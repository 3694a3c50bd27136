#include "present/sample_list.hpp"

#include <array>
#include <string>
#include <utility>

namespace fazhi::test {
namespace {

RectificationItem element(std::string category, std::string title, std::string problem, std::string demand, std::int32_t gain) {
  RectificationItem item;
  item.finding = "element-" + title;
  item.status = Status::missing;
  item.category = std::move(category);
  item.title = std::move(title);
  item.problem.push_back(std::move(problem));
  item.demand = std::move(demand);
  item.gain_hundredths = gain;
  item.basis.push_back({"《法治政府建设与责任落实督察工作规定》", "第二十四条", "年度报告的内容"});
  return item;
}

RectificationItem partial(std::string category, std::string title, std::string problem, ItemQuote quote, std::string demand,
                          std::int32_t gain) {
  RectificationItem item = element(std::move(category), std::move(title), std::move(problem), std::move(demand), gain);
  item.status = Status::partial;
  item.quotes.push_back(std::move(quote));
  return item;
}

RectificationItem defect(std::string title, std::string problem, std::vector<ItemQuote> quotes, std::string demand) {
  RectificationItem item;
  item.kind = FindingKind::defect;
  item.severity = Severity::major;
  item.finding = "defect-" + title;
  item.category = "文字和数据";
  item.title = std::move(title);
  item.problem.push_back(std::move(problem));
  item.quotes = std::move(quotes);
  item.demand = std::move(demand);
  return item;
}

std::vector<RectificationItem> kinds() {
  std::vector<RectificationItem> out;
  out.push_back(partial(
      "履职尽责", "主要负责人履行第一责任人职责", "写了主要负责人听取汇报，没有写部署、过问、协调和督办的具体情况。",
      {"镇党委书记认真履行推进法治建设第一责任人职责，多次听取法治政府建设工作汇报，将法治建设纳入全镇年度工作要点统筹谋划、一体推进，"
       "切实做到重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。",
       "二、主要负责人履行推进法治建设第一责任人职责情况", 21, 3, EvidenceUse::refused, "这是口号，没有写做了什么"},
      "补写主要负责人本年度听取汇报的次数和时间、研究解决的问题、督办的事项，注明会议名称或文号。", 600));
  out.push_back(element("存在不足", "存在的不足和原因", "只写了不足，没有分析原因。",
                        "对照写出的每项不足分析主观和客观原因，不用“有待加强”一类的话代替。", 450));
  out.push_back(partial("行政执法", "执法培训", "写了做法，没有写结果。",
                        {"组织全镇执法人员参加县司法局举办的培训班，进一步提升了依法行政能力和水平。", "（三）规范行政执法", 12, 2,
                         EvidenceUse::support, ""},
                        "补写参加培训的人次、学时和考试结果。", 250));
  out.push_back(element("依法决策", "合法性审查", "没有写重大行政决策和行政规范性文件的合法性审查。",
                        "补写本年度合法性审查的件数、提出意见的条数和采纳情况；没有制发行政规范性文件的，也要写明。", 200));
  out.push_back(partial("矛盾化解", "行政复议和行政应诉", "写的是计划，不是本年度已做的事。",
                        {"2025年拟为全镇各村聘请法律顾问，实现村级法律顾问全覆盖。", "四、下一年度工作安排", 33, 4, EvidenceUse::refused,
                         "这是计划，不是本年度已做的事"},
                        "补写本年度被申请行政复议、被提起行政诉讼的件数和结果，没有的写“无”。", 150));
  out.push_back(element("政务公开", "政务公开", "没有写主动公开政府信息的条数和依申请公开的办理情况。",
                        "补写主动公开的条数、平台和依申请公开的件数。", 100));
  out.push_back(defect("数字前后不一", "同一件事的两个数字不一致。",
                       {{"全年排查矛盾纠纷118起，成功化解116起，化解率98.3%。", "（五）化解社会矛盾", 18, 3, EvidenceUse::support, ""},
                        {"一年来共排查各类矛盾纠纷108起。", "一、主要举措和成效", 6, 1, EvidenceUse::against, ""}},
                       "核对台账，改成一致的数字。"));
  out.push_back(defect("引用的法规已废止", "引用了已经废止的文件。",
                       {{"深入贯彻《法治政府建设实施纲要（2015—2020年）》。", "", 3, 1, EvidenceUse::support, ""}},
                       "改引现行有效的《法治政府建设实施纲要（2021—2025年）》。"));
  return out;
}

void fill_in(RectificationItem& item, std::size_t number) {
  ItemProgress& progress = item.progress;
  progress.state = static_cast<ItemState>(number % 5);
  if (progress.state == ItemState::not_started) return;
  progress.responsible_person = "马建国";
  progress.progress = "已在修改稿第二部分补写，附会议记录。";
  if (progress.state == ItemState::under_way) return;
  progress.material = "青石镇党委会议纪要〔2025〕3号";
  if (progress.state == ItemState::to_review) return;
  progress.reviewer = "李文";
  progress.review = "已对照修改稿核实，属实。";
  progress.closed_on = "2025-03-18";
  if (progress.state == ItemState::relapsed) progress.remark = "终稿中又删去，请重新补写。";
}

}  // namespace

RectificationList county_list() {
  RectificationList list;
  list.title = "云溪县2024年度法治政府建设年度报告整改清单";
  list.issuer = "中共云溪县委全面依法治县委员会办公室";
  list.made_on = "2025-03-06";
  list.year = 2024;
  list.due = "2025-03-25";
  list.checklists.push_back({"township", "1.0", "乡镇（街道）法治政府建设年度报告清单", ""});
  const auto names = std::to_array<std::pair<const char*, std::int32_t>>(
      {{"云溪县青石镇", 7250}, {"云溪县白河乡", 6800}, {"云溪县东岭镇人民政府", 6250}, {"云溪县城北街道办事处", 4830}});
  const std::array<std::size_t, 4> counts{8, 8, 8, 6};
  for (std::size_t unit = 0; unit < names.size(); ++unit) {
    ListedUnit listed;
    listed.unit = names[unit].first;
    listed.source = std::string("2024年度报送/") + names[unit].first + ".docx";
    listed.year = 2024;
    listed.score.awarded_hundredths = listed.score.highest_hundredths = names[unit].second;
    listed.score.possible_hundredths = 10'000;
    listed.rank = static_cast<int>(unit) + 1;
    list.units.push_back(listed);
    std::size_t number = 0;
    for (RectificationItem& item : kinds()) {
      if (number++ == counts[unit]) break;
      item.unit = unit;
      item.fingerprint = item.finding;
      item.id = item_id(listed.unit, item.fingerprint);
      item.due = number % 4 == 0 ? "2025-03-14" : list.due;
      if (unit < 2) fill_in(item, number);
      list.items.push_back(std::move(item));
    }
  }
  list.absent = {"云溪县柳林镇", "云溪县司法局"};
  return list;
}

}  // namespace fazhi::test
