#include "audit/sample_lists.hpp"

#include <random>
#include <string>

#include "audit/sample_audits.hpp"

namespace fazhi::test {
namespace {

constexpr std::string_view kDigest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

RectificationItem element_item() {
  RectificationItem item;
  item.finding = "leadership.agenda";
  item.fingerprint = "12c86a3f2f26c9e8";
  item.id = item_id("云岫县青石镇", item.fingerprint);
  item.status = Status::missing;
  item.category = "组织领导";
  item.title = "研究部署法治建设";
  item.problem = {"报告没有写明“研究部署法治建设”：报告自己说明没有做这件事。", "第12段“没有召开过专题会议”说的是没有。"};
  item.quotes = {{"对法治工作重视不够，没有召开过专题会议；", "二、困难和问题", 12, 3, EvidenceUse::refused, "说的是没有"},
                 {"年初研究 <法治> & \"部署\"。", "", 4, 0, EvidenceUse::support, ""}};
  item.basis = {{"《法治政府建设实施纲要（2021—2025年）》", "三十二", "加强党对法治政府建设的领导"}, {"《某条例》", "", ""}};
  item.demand = "写明本年度研究部署法治建设的会议名称、时间或次数。";
  item.gain_hundredths = 450;
  item.due = "2025-04-24";
  item.progress = {ItemState::to_review, "党政办", "韦一鸣", "已补写\n第二行", "会议纪要", "陆小川", "属实", "2025年4月20日", "无"};
  return item;
}

RectificationItem defect_item() {
  RectificationItem item;
  item.unit = 1;
  item.finding = "quality.placeholder";
  item.fingerprint = "90694580d441b006";
  item.id = item_id("白河乡", item.fingerprint);
  item.kind = FindingKind::defect;
  item.severity = Severity::major;
  item.title = "模板空白没有填写";
  item.quotes = {{"××", "（一）学法", 5, 0, EvidenceUse::support, ""}, {"××", "（五）普法", 13, 0, EvidenceUse::against, "另一处"}};
  return item;
}

/// Choices of one random list.
class ListDice {
 public:
  explicit ListDice(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }
  bool chance() { return below(2) == 0; }
  std::int32_t points() { return static_cast<std::int32_t>(below(10001)); }
  std::string text() { return hostile_text(random_, 20); }
  std::string maybe_text() { return chance() ? "文" + text() : ""; }
  std::string maybe_date() { return chance() ? "2025-03-01" : ""; }

 private:
  std::mt19937 random_;
};

RectificationItem random_item(ListDice& dice, std::size_t number, std::size_t units) {
  RectificationItem item;
  item.id = "i" + std::to_string(number);
  item.unit = dice.below(units);
  item.finding = "a.b";
  item.fingerprint = dice.maybe_text();
  item.kind = dice.chance() ? FindingKind::element : FindingKind::defect;
  constexpr Status kOpen[] = {Status::partial, Status::missing, Status::undecided};
  item.status = kOpen[dice.below(3)];
  item.severity = dice.chance() ? Severity::major : Severity::minor;
  item.category = dice.maybe_text();
  item.title = dice.text();
  for (std::size_t n = dice.below(3); n > 0; --n) item.problem.push_back(dice.text());
  for (std::size_t n = dice.below(4); n > 0; --n) {
    item.quotes.push_back({dice.text(), dice.maybe_text(), static_cast<std::uint32_t>(dice.below(90)),
                           static_cast<int>(dice.below(4)), static_cast<EvidenceUse>(dice.below(3)), dice.maybe_text()});
  }
  for (std::size_t n = dice.below(3); n > 0; --n) item.basis.push_back({"文" + dice.text(), dice.maybe_text(), dice.maybe_text()});
  item.demand = dice.maybe_text();
  item.gain_hundredths = dice.points();
  item.due = dice.maybe_date();
  item.progress = {static_cast<ItemState>(dice.below(5)), dice.maybe_text(), dice.maybe_text(), dice.maybe_text(), dice.maybe_text(),
                   dice.maybe_text(), dice.maybe_text(), dice.maybe_text(), dice.maybe_text()};
  return item;
}

}  // namespace

RectificationList rich_list() {
  RectificationList list;
  list.title = "2024年度法治政府建设年度报告整改清单";
  list.issuer = "云岫县司法局";
  list.made_on = "2025-04-10";
  list.due = "2025-04-24";
  list.year = 2024;
  list.checklists = {{"township", "2025.1", "乡镇（街道）法治政府建设年度报告", std::string(kDigest)}};
  list.units = {{"云岫县青石镇", "张三 0971-1234567", "报送/青石镇.docx", 2024, "青政发〔2025〕3号", {6250, 6700, 10000, "", std::nullopt}, 2},
                {"白河乡", "", "报送/白河乡 \"定稿\" & <1>.txt", std::nullopt, "", {9000, 9000, 10000, "优秀", true}, 1},
                {"柳林镇", "", "", std::nullopt, "", {}, 0}};
  list.absent = {"东岭镇", "石桥镇"};
  list.items = {element_item(), defect_item()};
  list.notes = {verbatim("有1份报告不属于名册里的单位。")};
  return list;
}

RectificationList random_list(std::uint32_t seed) {
  ListDice dice(seed);
  RectificationList list;
  list.title = dice.text();
  list.issuer = dice.maybe_text();
  list.made_on = dice.maybe_date();
  list.due = dice.maybe_date();
  if (dice.chance()) list.year = static_cast<int>(dice.below(9999)) + 1;
  list.checklists = {{"township", "2025.1", dice.text(), std::string(kDigest)}};
  const std::size_t units = dice.below(4);
  for (std::size_t n = 0; n < units; ++n) {
    ListedUnit unit{dice.text(), dice.maybe_text(), dice.maybe_text(), std::nullopt, dice.maybe_text(), {}, 0};
    if (dice.chance()) unit.year = 2024;
    if (dice.chance()) unit.score = {dice.points(), dice.points(), 1 + dice.points(), dice.maybe_text(), dice.chance()};
    if (dice.chance()) unit.rank = static_cast<int>(dice.below(9)) + 1;
    list.units.push_back(unit);
  }
  for (std::size_t n = dice.below(3); n > 0; --n) list.absent.push_back(dice.text());
  for (std::size_t n = units > 0 ? dice.below(6) : 0; n > 0; --n) list.items.push_back(random_item(dice, n, units));
  for (std::size_t n = dice.below(3); n > 0; --n) list.notes.push_back(verbatim(dice.text()));
  return list;
}

}  // namespace fazhi::test
