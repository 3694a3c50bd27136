#include "present/sample_summary.hpp"

#include <array>
#include <string>
#include <utility>

namespace fazhi::test {
namespace {

constexpr auto kElements = std::to_array<std::pair<const char*, const char*>>({
    {"structure.achievements", "主要举措和成效"},
    {"structure.shortcomings", "存在的不足和原因"},
    {"structure.plan", "下一年度工作安排"},
    {"leadership.first-responsible", "党政主要负责人履行推进法治建设第一责任人职责"},
    {"study.thought", "习近平法治思想学习宣传"},
    {"decision.legal-advisor", "法律顾问"},
    {"disputes.mediation-rate", "矛盾纠纷调解（化解）率"},
    {"publicity.law", "“八五”普法"},
    {"enforcement.training", "行政执法人员培训"},
    {"supervision.accepted", "接受人大监督和社会监督"},
    {"openness", "政务公开"},
    {"publicity.law-knower", "法律明白人"},
});

/// Statuses as letters: m met, p partial, x missing, u undecided, n not applicable.
std::vector<Status> statuses_of(std::string_view letters) {
  std::vector<Status> out;
  for (const char letter : letters) {
    out.push_back(letter == 'm'   ? Status::met
                  : letter == 'p' ? Status::partial
                  : letter == 'x' ? Status::missing
                  : letter == 'u' ? Status::undecided
                                  : Status::not_applicable);
  }
  return out;
}

ReportRecord report(std::string source, std::string unit, int year, Score score, std::string_view letters,
                    std::optional<std::size_t> owner) {
  ReportRecord record;
  record.source = "2024年度报送/" + source;
  record.file_stem = unit + "-" + source;
  record.sha256 = std::string(64, 'a');
  record.checklist = "township";
  record.identity.unit = unit;
  record.identity.year = year;
  record.score = std::move(score);
  record.statuses = statuses_of(letters);
  record.defects = {{"quality.enumeration", "序号错误", 1}};
  if (letters.find('x') != std::string_view::npos) record.defects.push_back({"quality.rate-arithmetic", "比率与所列数字不符", 2});
  record.unit = owner;
  return record;
}

UnitRecord unit(std::string name, std::string contact, std::string submitted_on, Submission state) {
  UnitRecord record;
  record.unit = std::move(name);
  record.level = record.unit.ends_with("街道") ? "街道" : "乡镇";
  record.contact = std::move(contact);
  record.deadline = "2025-03-01";
  record.submitted_on = std::move(submitted_on);
  record.state = state;
  return record;
}

std::vector<UnitRecord> units() {
  std::vector<UnitRecord> out{unit("云溪县青石镇", "马青 0900-1110001", "2025-02-20", Submission::submitted),
                              unit("云溪县白河乡", "李河 0900-1110002", "2025-02-26", Submission::submitted),
                              unit("云溪县东岭镇", "王岭 0900-1110003", "2025-02-27", Submission::submitted),
                              unit("云溪县城北街道", "赵北 0900-1110004", "2025-03-04", Submission::late),
                              unit("云溪县石桥镇", "孙桥 0900-1110005", "2025-02-25", Submission::wrong_year),
                              unit("云溪县柳林镇", "周柳 0900-1110006", "2025-03-01", Submission::unreadable),
                              unit("云溪县高山民族乡", "吴高 0900-1110007", "", Submission::absent),
                              unit("云溪县新开发区管理委员会", "郑新 0900-1110008", "", Submission::absent)};
  for (const std::size_t index : {0U, 1U, 2U, 3U, 4U, 5U}) out[index].report = index;
  out[0].published_in_time = true;
  out[0].published_on = "2025-03-05";
  out[1].published_in_time = false;
  out[3].duplicate = true;
  out[3].other_reports = {6};
  out[2].doubt = verbatim("报告自称“东岭乡”，名册上是“东岭镇”，请核对是否同一单位。");
  out[6].days_left = -5;
  out[7].deadline = "2025-03-09";
  out[7].days_left = 3;
  return out;
}

std::vector<ReportRecord> reports() {
  std::vector<ReportRecord> out{
      report("青石镇.docx", "云溪县青石镇", 2024, {9005, 9005, 10000, "优秀", true}, "mmmmmmmmmmpn", 0),
      report("白河乡.doc", "白河乡", 2024, {9005, 9005, 10000, "优秀", true}, "mmpmmmmmmmmn", 1),
      report("东岭镇（定稿）.pdf", "东岭乡", 2024, {6250, 7300, 10000, "", std::nullopt}, "mmmuumpmpmxn", 2),
      report("城北街道二稿.txt", "云溪县城北街道", 2024, {4830, 4830, 10000, "不合格", false}, "pxpmmxxmpxmn", 3),
      report("石桥镇2023.docx", "云溪县石桥镇", 2023, {8000, 8000, 10000, "良好", true}, "mmmmmmmmpmpn", 4),
      report("柳林镇.wps", "", 2024, {}, "", 5),
      report("城北街道.txt", "云溪县城北街道", 2024, {4100, 4100, 10000, "不合格", false}, "pxpmxxxmpxmn", 3),
      report("关于转发文件的通知.docx", "邻县某某镇", 2024, {5600, 5600, 10000, "不合格", false}, "mmxmmxxmpxmn", std::nullopt)};
  out[5].error = Message{MessageId::input_encrypted, {out[5].source}};
  return out;
}

std::vector<ElementRate> rates(const std::vector<ReportRecord>& reports) {
  std::vector<ElementRate> out;
  for (std::size_t index = 0; index < kElements.size(); ++index) {
    ElementRate rate;
    rate.checklist = "township";
    rate.id = kElements[index].first;
    rate.title = kElements[index].second;
    for (std::size_t report = 0; report < 4; ++report) rate.add(reports[report].statuses[index]);
    out.push_back(rate);
  }
  return out;
}

std::vector<SimilarPair> pairs() {
  return {{3,
           1,
           "2024年度报送/白河乡.doc",
           72,
           38,
           {{"组织开展“宪法宣传周”活动12场次，发放宣传资料3200余份，接受群众法律咨询410人次，营造了浓厚的法治氛围。",
             "组织开展“宪法宣传周”活动9场次，发放宣传资料2800余份，接受群众法律咨询360人次，营造了浓厚的法治氛围。", 14, 11},
            {"坚持和发展新时代“枫桥经验”，依托村级调解室把矛盾化解在炕头院落，全年排查矛盾纠纷118起。",
             "坚持和发展新时代“枫桥经验”，依托村级调解室把矛盾化解在炕头院落，全年排查矛盾纠纷96起。", 17, 15}}},
          {0, std::nullopt, "2023年度报送/青石镇.docx", 31, 29, {{"把理论学习落到案头。", "把理论学习落到案头。", 6, 6}}}};
}

Finding element(std::size_t index, Status status) {
  Finding finding;
  finding.id = kElements[index].first;
  finding.title = kElements[index].second;
  finding.status = status;
  finding.possible_hundredths = 500;
  finding.awarded_hundredths = status == Status::met ? 500 : status == Status::partial ? 250 : 0;
  finding.gain_hundredths = finding.possible_hundredths - finding.awarded_hundredths;
  finding.basis = {{"《法治政府建设与责任落实督察工作规定》", "第二十四条", "年度报告的内容"}};
  return finding;
}

void explain(Finding& finding) {
  switch (finding.status) {
    case Status::missing:
      finding.messages = {verbatim("报告的举措和成效部分没有写这一项；下一年度安排中提到，但计划不算已做。")};
      finding.evidence = {{31, 0, 12, Role::plan, EvidenceUse::refused, "四、下一年度工作安排",
                           "2025年拟为全镇各村聘请法律顾问，实现村级法律顾问全覆盖", verbatim("这是计划，不是本年度已做的事。")}};
      finding.rectification = "写明法律顾问的聘请或者村（居）覆盖情况，以及本年度审查、咨询、调解的件数。";
      break;
    case Status::partial:
      finding.messages = {verbatim("写了做法，没有写结果。")};
      finding.evidence = {{12, 0, 20, Role::achievements, EvidenceUse::support, "（三）规范行政执法",
                           "组织全镇执法人员参加县司法局举办的培训班，进一步提升了依法行政能力和水平", std::nullopt}};
      finding.rectification = "补写培训的场次、人数和考试合格情况。";
      break;
    case Status::undecided:
      finding.messages = {verbatim("句子过长，未能在限定步数内判定，需要人工核实。")};
      finding.rectification = "请人工核实。";
      break;
    case Status::met:
    case Status::not_applicable:
    case Status::waived:
      break;
  }
}

Finding defect(std::string title, Severity severity, std::string message, std::string quote) {
  Finding finding;
  finding.id = "quality.defect";
  finding.kind = FindingKind::defect;
  finding.title = std::move(title);
  finding.severity = severity;
  finding.messages = {verbatim(std::move(message))};
  finding.evidence = {{22, 5, 30, Role::achievements, EvidenceUse::support, "（六）把矛盾解在村口", std::move(quote),
                       std::nullopt, 5}};
  finding.rectification = "核对件数和比率，改成一致。";
  return finding;
}

}  // namespace

BatchSummary county_summary() {
  BatchSummary summary;
  summary.title = "云溪县2024年度法治政府建设年度报告审查汇总";
  summary.as_of = "2025-03-06";
  summary.deadline = "2025-03-01";
  summary.year = 2024;
  summary.has_roster = true;
  summary.checklists = {{"township", "2025.1", "乡镇（街道）法治政府建设年度报告", std::string(64, 'c')}};
  summary.reports = reports();
  summary.units = units();
  summary.unowned = {7};
  summary.ranking = {{0, 1, 1, 1}, {1, 1, 1, 1}, {2, 3, 3, 3}, {3, 4, 4, 4}};
  summary.ranking[2].best_rank = 2;
  summary.rates = rates(summary.reports);
  summary.similar = pairs();
  summary.notes = {verbatim("“2024年度报送/柳林镇.wps”设有密码，没有审查。"),
                   verbatim("名册中有2个单位没有联系电话以外的联系方式，催报前请核对；其中1个单位的截止日期与其他单位不同，"
                            "以名册所列日期为准，未报送的天数按各自的截止日期计算。")};
  return summary;
}

Result<Audit> audit_of(const ReportRecord& record) {
  Audit audit;
  audit.source = record.source;
  audit.identity = record.identity;
  audit.score = record.score;
  for (std::size_t index = 0; index < record.statuses.size(); ++index) {
    Finding finding = element(index, record.statuses[index]);
    explain(finding);
    audit.findings.push_back(std::move(finding));
  }
  if (record.defects.size() > 1) {
    audit.findings.push_back(defect("比率与件数不符", Severity::major, "按141件和75件计算应为53.2%，报告写的是60.5%。",
                                    "办理矛盾纠纷141件、调解成功75件，调解率60.5%"));
    audit.findings.push_back(defect("约数用法", Severity::minor, "“24”是确数，后面不能再加“余”。", "解答法律咨询24余次"));
  }
  return audit;
}

}  // namespace fazhi::test
