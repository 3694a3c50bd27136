#include "present/sample_reports.hpp"

#include <string>
#include <string_view>

namespace fazhi::test {
namespace {

const std::string kOutline = "《法治政府建设实施纲要（2021—2025年）》";

Finding element(std::string id, Status status, std::string title, std::int32_t awarded, std::int32_t possible) {
  Finding finding;
  finding.id = std::move(id);
  finding.status = status;
  finding.title = std::move(title);
  finding.awarded_hundredths = awarded;
  finding.possible_hundredths = possible;
  finding.gain_hundredths = possible - awarded;
  return finding;
}

Finding met(std::string title, std::int32_t points, std::uint32_t paragraph, std::string section) {
  Finding finding = element("met", Status::met, std::move(title), points, points);
  finding.evidence = {
      {paragraph, 0, 9, Role::achievements, EvidenceUse::support, std::move(section), "", std::nullopt}};
  return finding;
}

Finding missing_advisor() {
  Finding finding = element("decision.legal-advisor", Status::missing, "法律顾问", 0, 500);
  finding.messages = {verbatim("报告没有把法律顾问写成本年度已经做到的事。")};
  finding.basis = {{kOutline, "十", "强化依法决策意识"}};
  finding.evidence = {{31, 18, 50, Role::plan, EvidenceUse::refused, "四、2025年工作安排",
                       "拟为镇政府聘请法律顾问1名，推动“一村一法律顾问”全覆盖",
                       verbatim("这是下一年度的打算，不是已做的事。")}};
  finding.searched = {{Role::preamble, ""},
                      {Role::achievements, "一、主要举措和成效"},
                      {Role::first_responsible, "二、党政主要负责人履行推进法治建设第一责任人职责情况"},
                      {Role::shortcomings, "三、存在的不足和原因"}};
  finding.rectification = "写明法律顾问的聘请或村（居）覆盖情况，以及本年度审查、咨询、调解的件数。";
  return finding;
}

Finding partial_agenda() {
  Finding finding = element("leadership.agenda", Status::partial, "研究部署法治建设", 250, 500);
  finding.messages = {verbatim("只写了“列入议事日程”，没有会议次数，也没有具体的一次会议。")};
  finding.basis = {{"《党政主要负责人履行推进法治建设第一责任人职责规定》", "第五条", ""}, {kOutline, "三十二", ""}};
  finding.evidence = {{9, 0, 60, Role::achievements, EvidenceUse::support, "（一）加强组织领导，把责任链条拧紧",
                       "镇党委、政府高度重视法治政府建设工作，把法治建设列入重要议事日程，定期研究，与经济社会发展同部"
                       "署、同推进、同督促、"
                       "同考核、同奖惩，形成了主要领导亲自抓、分管领导具体抓、班子成员“一岗双责”、各站所协同配合、村（"
                       "社区）抓好落实的工作"
                       "格局。",
                       std::nullopt}};
  finding.rectification = "写明本年度听取法治工作汇报或专题研究的次数、时间和议题。";
  return finding;
}

Finding undecided_group() {
  Finding finding = element("leadership.group", Status::undecided, "法治建设领导机构", 0, 400);
  finding.messages = {verbatim("句子过长，未能在限定步数内判定，需要人工核实。")};
  finding.evidence = {
      {10, 0, 12, Role::achievements, EvidenceUse::support, "", "成立全面依法治镇委员会", std::nullopt}};
  return finding;
}

Finding defect(std::string id, Severity severity, std::string title, std::string quote, std::string remedy) {
  Finding finding;
  finding.id = std::move(id);
  finding.kind = FindingKind::defect;
  finding.severity = severity;
  finding.title = std::move(title);
  finding.evidence = {
      {22, 5, 30, Role::achievements, EvidenceUse::support, "（六）把矛盾解在村口", std::move(quote), std::nullopt}};
  finding.rectification = std::move(remedy);
  return finding;
}

Finding wrong_rate() {
  Finding finding = defect("quality.rate-arithmetic", Severity::major, "比率与件数不符",
                           "办理矛盾纠纷141件、调解成功75件，调解率60.5%", "核对件数和比率，改成一致。");
  finding.messages = {verbatim("按141件和75件计算应为53.2%，报告写的是60.5%。")};
  finding.measures = {{"disputes.total", 141, "件", true}, {"disputes.rate", 60.5, "%", false}};
  return finding;
}

Finding conflicting() {
  Finding finding = defect("quality.conflicting-figures", Severity::major, "同一数字前后不一", "开展宣传62场次", "");
  finding.evidence.push_back(
      {8, 3, 9, Role::preamble, EvidenceUse::against, "", "开展法治宣传46场次", verbatim("前文为46场次。")});
  return finding;
}

std::vector<Finding> findings_of_every_kind() {
  Finding rate = met("矛盾纠纷调解（化解）率", 450, 22, "（六）把矛盾解在村口");
  rate.measures = {
      {"disputes.total", 213, "件", true}, {"disputes.resolved", 209, "件", true}, {"disputes.rate", 98.1, "%", true}};
  Finding waived = element("waived", Status::waived, "法律明白人", 0, 0);
  waived.messages = {verbatim("县局2024年12月3日同意该镇不报此项。")};
  return {met("主要举措和成效", 600, 7, "一、主要举措和成效"),
          partial_agenda(),
          missing_advisor(),
          undecided_group(),
          met("习近平法治思想学习宣传", 500, 8, "（一）把理论学习落到案头"),
          rate,
          met("政务公开", 425, 25, ""),
          element("n", Status::not_applicable, "行政规范性文件", 0, 0),
          waived,
          wrong_rate(),
          defect("quality.approximate-number", Severity::minor, "约数用法", "解答法律咨询24余次",
                 "“余”不跟在确切数字后面，改为“24次”或“20余次”。"),
          conflicting()};
}

Audit report(std::string unit, std::int32_t awarded, std::string grade, std::optional<bool> passed, std::size_t missing,
             std::size_t partial, std::size_t defects) {
  Audit audit;
  audit.source = "2024年度报告/" + unit + ".txt";
  audit.format = "txt";
  audit.identity.unit = std::move(unit);
  audit.identity.level = Level::township;
  audit.identity.year = 2024;
  audit.score = {awarded, awarded, 10000, std::move(grade), passed};
  audit.findings.insert(audit.findings.end(), missing, element("m", Status::missing, "法律顾问", 0, 500));
  audit.findings.insert(audit.findings.end(), partial, element("p", Status::partial, "政务公开", 200, 400));
  audit.findings.insert(audit.findings.end(), defects,
                        defect("quality.placeholder", Severity::minor, "模板空白", "举办____场次", "填写数字。"));
  return audit;
}

Audit unreadable(std::string source, Message error) {
  Audit audit;
  audit.source = std::move(source);
  audit.error = std::move(error);
  return audit;
}

}  // namespace

std::vector<Audit> twelve_reports() {
  std::vector<Audit> reports;
  Audit full = report("湟中区上五庄镇", 7425, "", std::nullopt, 0, 0, 0);
  full.score.highest_hundredths = 7825;
  full.findings = findings_of_every_kind();
  full.notes = {verbatim("报告没有标题层级，各部分按行文判断。")};
  reports.push_back(full);
  reports.push_back(report("云岫县青石梁镇", 9650, "优秀", true, 0, 1, 0));
  reports.push_back(report("云岫县沙岭窝乡", 8800, "良好", true, 1, 2, 3));
  reports.push_back(report("云岫县铸钟路街道", 5225, "不合格", false, 8, 5, 12));
  reports.push_back(
      unreadable("2024年度报告/岩蜂垭乡2022年度法治政府建设工作汇报（定稿）最终版.doc",
                 {MessageId::input_binary, {"岩蜂垭乡2022年度法治政府建设工作汇报（定稿）最终版.doc"}}));
  reports.push_back(report("云岫县积石山保安族东乡族撒拉族自治乡", 7000, "合格", true, 4, 3, 1));
  Audit nameless = report("", 6450, "合格", true, 5, 2, 0);
  nameless.source = "2024年度报告/无标题文档(3).txt";
  nameless.identity.year.reset();
  reports.push_back(nameless);
  reports.push_back(report("云岫县苇子淀镇", 10000, "优秀", true, 0, 0, 0));
  reports.push_back(report("云岫县染坊巷街道", 7875, "良好", true, 2, 3, 2));
  Audit unjudged = report("云岫县云雀坪乡", 0, "", std::nullopt, 0, 0, 0);
  unjudged.score = {};
  reports.push_back(unjudged);
  reports.push_back(unreadable("空白.txt", {MessageId::input_empty, {"空白.txt"}}));
  reports.push_back(report("云岫县木排厂街道", 5950, "不合格", false, 6, 6, 4));
  return reports;
}

}  // namespace fazhi::test
