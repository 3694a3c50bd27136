#include "audit/sample_audits.hpp"

#include <array>
#include <string>
#include <string_view>

namespace fazhi::test {
namespace {

constexpr std::string_view kDigest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

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

Finding met_rate() {
  Finding finding = element("disputes.mediation-rate", Status::met, "调解（化解）率", 450, 450);
  finding.messages = {verbatim("写明了总数、化解数和化解率。")};
  finding.basis = {{"《中华人民共和国人民调解法》", "第五条", "人民调解工作的指导"}, {"《示范指标体系》", "", ""}};
  finding.evidence = {{12, 140, 163, Role::achievements, EvidenceUse::support, "（六）把矛盾解在村口",
                       "全年排查矛盾纠纷213件，化解209件，\n\t化解率98.1%", std::nullopt, 4, 87}};
  finding.measures = {{"disputes.total", 213, "件", true},
                      {"disputes.resolved", 209, "件", false},
                      {"disputes.rate", 98.1, "%", true},
                      {"index", 3, "", true}};
  finding.fingerprint = "disputes.mediation-rate-9f2c";
  return finding;
}

Finding missing_advisor() {
  Finding finding = element("decision.legal-advisor", Status::missing, "法律顾问", 0, 500);
  finding.messages = {verbatim("没有写明法律顾问。"), verbatim("只在计划里提到。")};
  finding.note = "计划不算已做。";
  finding.basis = {{"《法治政府建设实施纲要（2021—2025年）》", "十", "强化依法决策意识"}};
  finding.evidence = {{31, 0, 12, Role::plan, EvidenceUse::refused, "四、下一步工作安排", "拟聘请法律顾问1名",
                       verbatim("这是计划，不是本年度已做的事。")}};
  finding.searched = {{Role::preamble, ""}, {Role::achievements, "二、主要举措和成效"}};
  finding.rectification = "写明法律顾问的聘请情况，以及本年度审查、咨询的件数。";
  return finding;
}

Finding defect(std::string id, Severity severity, std::string title) {
  Finding finding;
  finding.id = std::move(id);
  finding.kind = FindingKind::defect;
  finding.severity = severity;
  finding.title = std::move(title);
  return finding;
}

Finding conflicting_figures() {
  Finding finding = defect("quality.conflicting-figures", Severity::major, "数字前后不一");
  finding.evidence = {
      {20, 3, 9, Role::achievements, EvidenceUse::support, "", "宣传62场", std::nullopt},
      {8, 3, 9, Role::achievements, EvidenceUse::against, "一、“八五”普法", "宣传46场", verbatim("前文为46场。")}};
  return finding;
}

ChecklistReference township() {
  return {"township", "2025.1", "乡镇（街道）法治政府建设年度报告", std::string(kDigest)};
}

Audit rich_audit() {
  Audit audit;
  audit.source = "湟中区/上五庄镇 \"2024\" & <定稿>.txt";
  audit.checklist = township();
  audit.format = "txt";
  audit.encoding = "GB18030";
  audit.sha256 = kDigest;
  audit.recognized = true;
  audit.identity = {"湟中区上五庄镇",    Level::township, 2024, "上五庄镇2024年度法治政府建设情况报告",
                    "上政发〔2025〕3号", "2025-01-10"};
  audit.metadata = {{MetadataKey::published, "2025-01-20"}, {MetadataKey::source, "上五庄镇 <党政办> & \"综治\""}};
  audit.score = {6250, 6700, 10000, "", std::nullopt};
  audit.findings = {met_rate(),
                    missing_advisor(),
                    element("structure.causes", Status::partial, "原因", 225, 450),
                    element("leadership.group", Status::undecided, "领导机构", 0, 400),
                    element("supervision.accepted", Status::not_applicable, "接受监督", 0, 0),
                    element("publicity.law-knower", Status::waived, "法律明白人", 0, 0),
                    defect("quality.approximate-number", Severity::minor, "约数用法"),
                    conflicting_figures()};
  audit.notes = {verbatim("报告没有标题层级，按行文判断各部分。")};
  return audit;
}

Audit passed_audit() {
  Audit audit;
  audit.source = "b.txt";
  audit.checklist = township();
  audit.format = "txt";
  audit.sha256 = kDigest;
  audit.score = {9005, 9005, 10000, "优秀", true};
  return audit;
}

/// Choices of one random run.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }
  bool chance() { return below(2) == 0; }
  std::int32_t points() { return static_cast<std::int32_t>(below(10001)); }
  std::uint32_t count() { return static_cast<std::uint32_t>(below(100000)); }
  std::string text() { return hostile_text(random_, 30); }
  std::string some_text() { return "文" + hostile_text(random_, 10); }
  std::string maybe_text() { return chance() ? some_text() : ""; }
  Message message() { return chance() ? verbatim(text()) : Message{MessageId::input_empty, {text()}}; }
  Role role() { return static_cast<Role>(below(9)); }
  double value() {
    constexpr std::array<double, 8> kValues{0, 98.31, -2.5, 1e22, 4.9e-324, 1.7e308, 118, 0.1};
    return kValues[below(kValues.size())];
  }

 private:
  std::mt19937 random_;
};

Evidence random_evidence(Dice& dice) {
  return {dice.count() + 1,
          dice.count(),
          dice.count(),
          dice.role(),
          static_cast<EvidenceUse>(dice.below(3)),
          dice.maybe_text(),
          dice.text(),
          dice.chance() ? std::optional<Message>(dice.message()) : std::nullopt,
          static_cast<int>(dice.below(1000)),
          dice.chance() ? std::optional<int>(static_cast<int>(dice.below(101))) : std::nullopt,
          dice.maybe_text()};
}

Finding random_finding(Dice& dice) {
  Finding finding;
  finding.id = "element." + std::to_string(dice.count());
  finding.kind = dice.chance() ? FindingKind::element : FindingKind::defect;
  finding.status = static_cast<Status>(dice.below(6));
  finding.severity = dice.chance() ? Severity::minor : Severity::major;
  finding.title = dice.text();
  finding.awarded_hundredths = dice.points();
  finding.possible_hundredths = dice.points();
  finding.gain_hundredths = dice.chance() ? dice.points() : 0;
  finding.note = dice.maybe_text();
  finding.rectification = dice.maybe_text();
  finding.fingerprint = dice.maybe_text();
  for (std::size_t n = dice.below(3); n > 0; --n) finding.messages.push_back(dice.message());
  for (std::size_t n = dice.below(3); n > 0; --n) {
    finding.basis.push_back({dice.some_text(), dice.maybe_text(), dice.maybe_text()});
  }
  for (std::size_t n = dice.below(3); n > 0; --n) finding.evidence.push_back(random_evidence(dice));
  for (std::size_t n = dice.below(3); n > 0; --n) finding.searched.push_back({dice.role(), dice.maybe_text()});
  for (std::size_t n = dice.below(3); n > 0; --n) {
    finding.measures.push_back({"disputes.total", dice.value(), dice.maybe_text(), dice.chance()});
  }
  return finding;
}

Audit random_audit(Dice& dice, const std::vector<ChecklistReference>& checklists) {
  Audit audit;
  audit.source = dice.text();
  if (dice.below(5) == 0) {
    audit.error = Message{MessageId::input_undecodable, {dice.text(), "7"}};
    return audit;
  }
  audit.checklist = checklists[dice.below(static_cast<std::uint32_t>(checklists.size()))];
  audit.format = "txt";
  audit.encoding = dice.maybe_text();
  audit.recognized = dice.chance();
  audit.sha256 = kDigest;
  audit.identity = {dice.maybe_text(), std::nullopt, std::nullopt, dice.maybe_text(), dice.maybe_text(), ""};
  if (dice.chance()) audit.identity.level = static_cast<Level>(dice.below(6));
  if (dice.chance()) audit.identity.year = 1 + static_cast<int>(dice.below(9999));
  if (dice.chance()) audit.identity.signature_date = "2025-02-30";
  if (dice.chance()) audit.identity.other_reports = 2;
  for (std::size_t key = 0; key < 6; ++key) {
    if (dice.below(4) == 0) audit.metadata.push_back({static_cast<MetadataKey>(key), dice.some_text()});
  }
  if (dice.chance()) {
    audit.score = {dice.points(), dice.points(), 1 + dice.points(), dice.maybe_text(), std::nullopt};
    if (dice.chance()) audit.score.passed = dice.chance();
  }
  for (std::size_t n = dice.below(3); n > 0; --n) audit.notes.push_back(dice.message());
  for (std::size_t n = dice.below(6); n > 0; --n) audit.findings.push_back(random_finding(dice));
  return audit;
}

}  // namespace

AuditRun rich_run() {
  AuditRun run;
  const ChecklistReference county{"county", "2025.1", "县级政府法治政府建设年度报告", std::string(kDigest)};
  Audit failed;
  failed.source = "坏文件.txt";
  failed.error = Message{MessageId::input_undecodable, {"坏文件.txt", "17"}};
  run.audits = {rich_audit(), failed, passed_audit()};
  Audit unjudged = passed_audit();
  unjudged.source = "-";
  unjudged.checklist = county;
  unjudged.score = {};
  run.audits.push_back(unjudged);
  run.unused = {{"department", "2025.1", "部门法治政府建设年度报告", std::string(kDigest)}};
  return run;
}

std::string hostile_text(std::mt19937& random, std::size_t most) {
  using namespace std::string_view_literals;
  static constexpr auto kPieces = std::to_array<std::string_view>({"]]>"sv,
                                                                   "<![CDATA["sv,
                                                                   "&amp;"sv,
                                                                   "<!--"sv,
                                                                   "\""sv,
                                                                   "'"sv,
                                                                   "\\"sv,
                                                                   "\x01"sv,
                                                                   "\0"sv,
                                                                   "\x1b[31m"sv,
                                                                   "\x7f"sv,
                                                                   "\r\n"sv,
                                                                   "\r"sv,
                                                                   "\n"sv,
                                                                   "\t"sv,
                                                                   "  "sv,
                                                                   "\u3000"sv,
                                                                   "𠮷"sv,
                                                                   "😀"sv,
                                                                   "\u202e"sv,
                                                                   "\u2066"sv,
                                                                   "\ufeff"sv,
                                                                   "\uffff"sv,
                                                                   "\ufffe"sv,
                                                                   "\u0085"sv,
                                                                   "\u2028"sv,
                                                                   "\xed\xa0\x80"sv,
                                                                   "\xc0\xaf"sv,
                                                                   "\xf4\x90\x80\x80"sv,
                                                                   "\xe6\xb3"sv,
                                                                   "\xff"sv,
                                                                   "法治"sv,
                                                                   "，"sv,
                                                                   "98.1%"sv,
                                                                   "{0}"sv,
                                                                   "&#0;"sv,
                                                                   "<?x?>"sv,
                                                                   "]]"sv,
                                                                   ">"sv,
                                                                   "=cmd()"sv});
  std::string text;
  for (std::size_t n = random() % (most + 1); n > 0; --n) text += kPieces[random() % kPieces.size()];
  return text;
}

AuditRun random_run(std::uint32_t seed) {
  Dice dice(seed);
  AuditRun run;
  const std::vector<ChecklistReference> checklists = {{"township", dice.some_text(), dice.text(), std::string(kDigest)},
                                                      {"county", dice.some_text(), dice.text(), std::string(kDigest)}};
  for (std::size_t n = dice.below(4); n > 0; --n) run.audits.push_back(random_audit(dice, checklists));
  if (dice.chance()) run.unused = {{"department", dice.some_text(), dice.text(), std::string(kDigest)}};
  return run;
}

}  // namespace fazhi::test
