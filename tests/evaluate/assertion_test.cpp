#include <array>
#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

#include "evaluate/finds.hpp"
#include "evaluate/reading.hpp"
#include "evaluate/sample.hpp"

namespace fazhi {
namespace {

struct Case {
  std::string_view text;
  std::string_view phrase;  ///< the first one in the text is meant
  Sense sense;
};

/// Calls `ask(reading, sentence, range)` for the first `phrase` behind the begin of `text`.
template <class Ask>
void at_phrase(Role role, std::string_view text, std::string_view phrase, Ask&& ask) {
  Scratch scratch;
  const Report report = test::township().read(test::document_of(test::report_with(role, text)), scratch);
  const Reading reading(report, test::township().compiled());
  const std::string normal = normalize_phrase(text);
  const std::size_t begin = report.normal.text.find(normal.substr(0, normal.find("。")));
  BOOST_TEST_REQUIRE(begin != std::string::npos);
  const std::size_t at = report.normal.text.find(phrase, begin);
  BOOST_TEST_REQUIRE(at != std::string::npos);
  const TextRange range{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + phrase.size())};
  ask(reading, reading.sentence_at(range.begin), range);
}

template <std::size_t count>
void check(Role role, const std::array<Case, count>& cases) {
  for (const Case& each : cases) {
    BOOST_TEST_CONTEXT(each.text << " / " << each.phrase) {
      at_phrase(role, each.text, each.phrase, [&](const Reading& reading, std::uint32_t sentence, TextRange range) {
        BOOST_TEST(name_of(reading.assert_at(sentence, range).sense) == name_of(each.sense));
      });
    }
  }
}

constexpr auto kDone = std::to_array<Case>({
    {"聘请法律顾问2名。", "法律顾问", Sense::done},
    {"镇党委把习近平法治思想列入中心组学习内容。", "习近平法治思想", Sense::done},
    {"全年召开法治建设专题会议四次。", "专题会议", Sense::done},
    {"法律顾问全年出具意见9条。", "法律顾问", Sense::done},
    {"严格执行行政执法公示制度。", "行政执法公示", Sense::done},
    {"聘请了法律顾问，审查合同30份。", "法律顾问", Sense::done},
    {"不断完善法律顾问制度。", "法律顾问", Sense::done},
    {"不仅聘请了法律顾问，还建了台账。", "法律顾问", Sense::done},
    {"不折不扣落实行政执法公示制度。", "行政执法公示", Sense::done},
    {"普法不走过场。", "普法", Sense::done},
    {"不定期组织学法。", "学法", Sense::done},
    {"调解不出村。", "调解", Sense::done},
    {"普法活动不少于12场。", "普法活动", Sense::done},
    {"制定年度普法计划。", "普法", Sense::done},
    {"开展计划生育政策法治宣传。", "法治宣传", Sense::done},
    {"拟定普法方案。", "普法方案", Sense::done},
    {"草拟、审查合同12份，由法律顾问把关。", "法律顾问", Sense::done},
    {"培养将近30名法律明白人。", "法律明白人", Sense::done},
    {"举办模拟法庭3场。", "模拟法庭", Sense::done},
    {"补短板强弱项，健全调解机制。", "调解机制", Sense::done},
    {"提供无偿法律援助。", "法律援助", Sense::done},
    {"加强未成年人法治教育。", "法治教育", Sense::done},
});

constexpr auto kGoodNews = std::to_array<Case>({
    {"全年未发生行政复议案件。", "行政复议", Sense::done},
    {"没有发生一起行政诉讼案件。", "行政诉讼", Sense::done},
    {"未收到群众对执法人员的投诉。", "执法人员", Sense::done},
    {"全年无一起败诉案件。", "败诉", Sense::done},
    {"实现零投诉、零上访，调解员天天在岗。", "调解员", Sense::done},
    {"办理执法案件12件，没有一件被复议纠正。", "执法案件", Sense::done},
    {"规范性文件备案无遗漏。", "规范性文件", Sense::done},
    {"普法宣传无死角。", "普法宣传", Sense::done},
    {"调解协议当事人无争议。", "调解协议", Sense::done},
    {"从未出现执法过错。", "执法过错", Sense::done},
});

constexpr auto kDoubleNegation = std::to_array<Case>({
    {"未经合法性审查的合同一律不签。", "合法性审查", Sense::done},
    {"未经集体讨论的事项不上会。", "集体讨论", Sense::done},
    {"凡未经法律顾问审核的合同一律不得签订。", "法律顾问", Sense::done},
    {"没有通过合法性审查的文件一律不印发。", "合法性审查", Sense::done},
    {"没有一项决策未经合法性审查。", "合法性审查", Sense::done},
    {"没有一个村没有法律顾问。", "法律顾问", Sense::done},
    {"没有一起案件不公示。", "公示", Sense::done},
    {"没有哪一项决策未作合法性审查。", "合法性审查", Sense::done},
    {"未发现一起未公示的执法案件。", "执法案件", Sense::done},
    {"解决了村里没有法律顾问的问题。", "法律顾问", Sense::done},
    {"改变了没有调解室的局面。", "调解室", Sense::done},
    {"未审查的合同一律不签，法律顾问审查12份。", "合同", Sense::done},
    {"未列入目录的决策事项不上会。", "决策事项", Sense::done},
    {"印发宣传单一千份。", "宣传单", Sense::done},
});

constexpr auto kDisposal = std::to_array<Case>({
    {"将法治建设纳入年度绩效考核。", "法治建设", Sense::done},
    {"将学法列入中心组学习计划。", "学法", Sense::done},
    {"将普法工作与乡村振兴相结合。", "普法", Sense::done},
    {"将推进法治建设情况列为述职内容。", "法治建设", Sense::done},
    {"将加强法律顾问工作写入镇党委工作要点。", "法律顾问", Sense::done},
    {"把法律顾问意见作为决策依据。", "法律顾问", Sense::done},
    {"将法律服务送到田间地头。", "法律服务", Sense::done},
    {"将开展法治宣传与文艺演出一并安排。", "法治宣传", Sense::done},
});

constexpr auto kSolved = std::to_array<Case>({
    {"针对执法不规范的问题，开展执法培训3期。", "执法培训", Sense::done},
    {"整治执法不严等现象，规范执法程序。", "执法程序", Sense::done},
    {"破解了调解力量薄弱难题，组建调解队伍。", "调解队伍", Sense::done},
    {"补齐法律服务短板，建成公共法律服务站。", "公共法律服务站", Sense::done},
    {"告别了法律顾问短缺的局面。", "法律顾问", Sense::done},
    {"克服执法力量薄弱的困难，办理案件12件。", "执法力量", Sense::done},
});

constexpr auto kIntended = std::to_array<Case>({
    {"拟聘请法律顾问2名。", "法律顾问", Sense::intended},
    {"计划在各村聘请法律顾问。", "法律顾问", Sense::intended},
    {"计划明年成立调解委员会。", "调解委员会", Sense::intended},
    {"正在筹建公共法律服务站。", "公共法律服务站", Sense::intended},
    {"打算聘请法律顾问。", "法律顾问", Sense::intended},
    {"力争实现法律顾问全覆盖。", "法律顾问", Sense::intended},
    {"将进一步完善法律顾问制度。", "法律顾问", Sense::intended},
    {"我镇将继续推行行政执法公示制度。", "行政执法公示", Sense::intended},
    {"准备聘请法律顾问。", "法律顾问", Sense::intended},
    {"预计年底建成法治广场。", "法治广场", Sense::intended},
    {"争取尽早配备公职律师。", "公职律师", Sense::intended},
    {"下一步，聘请法律顾问，办好法治讲堂。", "法治讲堂", Sense::intended},
    {"明年，将开展普法活动20场。", "普法活动", Sense::intended},
    {"确保矛盾纠纷化解率达到98%。", "化解率", Sense::intended},
    {"调解目标是化解率达到98%。", "化解率", Sense::intended},
    {"要求各村必须配备法律顾问。", "法律顾问", Sense::intended},
    {"正在谋划法治公园。", "法治公园", Sense::intended},
    {"尽快配齐执法人员。", "执法人员", Sense::intended},
    {"今后，法律顾问要列席会议。", "法律顾问", Sense::intended},
    {"2025年，聘请法律顾问2名。", "法律顾问", Sense::intended},
    {"将聘请法律顾问2名。", "法律顾问", Sense::intended},
    {"依法治镇委员会拟于明年由书记任主任。", "依法治镇委员会", Sense::intended},
    {"按照谁执法谁普法的要求，九个站所打算明年认领任务。", "谁执法谁普法", Sense::intended},
});

constexpr auto kLacking = std::to_array<Case>({
    {"法律顾问作用发挥不够。", "法律顾问", Sense::lacking},
    {"行政执法公示不及时。", "行政执法公示", Sense::lacking},
    {"普法形式单一。", "普法", Sense::lacking},
    {"调解力量薄弱。", "调解", Sense::lacking},
    {"执法全过程记录有待加强。", "执法全过程记录", Sense::lacking},
    {"缺乏专业执法人员。", "执法人员", Sense::lacking},
    {"法律顾问制度尚未真正落地。", "法律顾问", Sense::lacking},
    {"行政执法三项制度未完全落实。", "三项制度", Sense::lacking},
    {"亟需加强法治宣传。", "法治宣传", Sense::lacking},
    {"合法性审查流于形式。", "合法性审查", Sense::lacking},
    {"法律明白人数量不多。", "法律明白人", Sense::lacking},
    {"政务公开更新慢。", "政务公开", Sense::lacking},
    {"法律顾问尚未出具意见。", "法律顾问", Sense::lacking},
    {"重大合同没有经法律顾问审核。", "法律顾问", Sense::lacking},
    {"未主动接受镇人大监督。", "人大监督", Sense::lacking},
    {"镇党委没有把习近平法治思想列入学习内容。", "习近平法治思想", Sense::lacking},
    {"至今没有对执法活动实行全过程记录。", "全过程记录", Sense::lacking},
    {"尚未通过政府网站、公开栏、微信群等渠道公开财政信息。", "财政信息", Sense::lacking},
    {"按照谁执法谁普法的要求，九个站所尚未认领任务。", "谁执法谁普法", Sense::lacking},
});

constexpr auto kAbsent = std::to_array<Case>({
    {"尚未聘请法律顾问。", "法律顾问", Sense::absent},
    {"至今没有建立调解委员会。", "调解委员会", Sense::absent},
    {"未成立法治建设领导小组。", "法治建设领导小组", Sense::absent},
    {"没有法律顾问。", "法律顾问", Sense::absent},
    {"没有专职法律顾问。", "法律顾问", Sense::absent},
    {"还没有公职律师。", "公职律师", Sense::absent},
    {"法律顾问工作仍是空白。", "法律顾问", Sense::absent},
    {"未制定普法规划。", "普法规划", Sense::absent},
    {"法律顾问至今未聘请。", "法律顾问", Sense::absent},
    {"规范性文件还没有做清理。", "规范性文件", Sense::absent},
});

constexpr auto kSome = std::to_array<Case>({
    {"部分村尚未聘请法律顾问。", "法律顾问", Sense::lacking},
    {"个别村没有建立调解委员会。", "调解委员会", Sense::lacking},
    {"有的村还没有公职律师。", "公职律师", Sense::lacking},
    {"少数站所未制定普法计划。", "普法", Sense::lacking},
    {"部分村聘请了法律顾问。", "法律顾问", Sense::done},
});

constexpr auto kOthers = std::to_array<Case>({
    {"县司法局聘请法律顾问12名。", "法律顾问", Sense::elsewhere},
    {"①县司法局聘请法律顾问12名。", "法律顾问", Sense::elsewhere},
    {"县司法局制定领导干部学法计划。", "学法", Sense::elsewhere},
    {"县公共法律服务中心接待法律咨询900人次。", "法律咨询", Sense::elsewhere},
    {"县公共法律服务中心律师到镇提供法律咨询9次。", "法律咨询", Sense::done},
    {"依法治县委员会由县委书记任主任。", "主任", Sense::elsewhere},
    {"县委要求各镇聘请法律顾问，我镇聘请2名。", "法律顾问", Sense::done},
    {"邻近的石桥镇书记、镇长共同牵头成立普法小组。", "普法小组", Sense::elsewhere},
    {"全县共排查矛盾纠纷1200起。", "矛盾纠纷", Sense::elsewhere},
    {"据统计，全县开展普法活动300场。", "普法活动", Sense::elsewhere},
    {"邻近的石桥镇聘请法律顾问3名。", "法律顾问", Sense::elsewhere},
    {"县人民法院开展巡回审判6场。", "巡回审判", Sense::elsewhere},
    {"县政府出台法律顾问管理办法。", "法律顾问", Sense::elsewhere},
    {"县里聘请法律顾问5名，我镇聘请公职律师1名。", "法律顾问", Sense::elsewhere},
    {"县里聘请法律顾问5名，我镇聘请公职律师1名。", "公职律师", Sense::done},
    {"全县聘请法律顾问40名，我镇配备公职律师2名。", "公职律师", Sense::done},
    {"建议上级统一配备法律顾问。", "法律顾问", Sense::elsewhere},
    {"在县司法局指导下，建立法律顾问制度。", "法律顾问", Sense::done},
    {"按照县委部署，聘请法律顾问。", "法律顾问", Sense::done},
    {"省级民主法治示范村达到3个，法律明白人覆盖各村。", "法律明白人", Sense::done},
    {"县级文明村建成2个，法律明白人覆盖各村。", "法律明白人", Sense::done},
    {"市级督导组开展执法检查3次。", "执法检查", Sense::elsewhere},
    {"联合县司法局开展法治宣传12场。", "法治宣传", Sense::done},
    {"与相邻的石桥镇联合调解纠纷3起。", "纠纷", Sense::done},
});

constexpr auto kYears = std::to_array<Case>({
    {"去年聘请法律顾问2名。", "法律顾问", Sense::earlier},
    {"上年度开展普法活动10场。", "普法活动", Sense::earlier},
    {"2022年，我镇聘请法律顾问2名。", "法律顾问", Sense::earlier},
    {"在2023年，镇里成立调解委员会。", "调解委员会", Sense::earlier},
    {"2022年聘请法律顾问2名，2024年聘请公职律师1名。", "法律顾问", Sense::earlier},
    {"2022年聘请法律顾问2名，2024年聘请公职律师1名。", "公职律师", Sense::done},
    {"去年开展普法活动10场，今年开展法治讲座12场。", "法治讲座", Sense::done},
    {"2021年以来，我镇推行法律顾问制度。", "法律顾问", Sense::done},
    {"2024年，聘请法律顾问2名。", "法律顾问", Sense::done},
    {"2023年的普法任务已经完成，法律顾问到岗。", "法律顾问", Sense::done},
    {"较去年增加3场，普法活动有声有色。", "普法活动", Sense::done},
    {"与上年同期相比，矛盾纠纷下降12%。", "矛盾纠纷", Sense::done},
    {"对2022年签订的合同，请法律顾问重新审查。", "法律顾问", Sense::done},
    {"二〇二二年，我镇聘请法律顾问2名。", "法律顾问", Sense::earlier},
});

constexpr auto kSlogan = std::to_array<Case>({
    {"以习近平法治思想为指导，开展普法。", "习近平法治思想", Sense::slogan},
    {"在习近平法治思想指引下，开展工作。", "习近平法治思想", Sense::slogan},
    {"深入贯彻党的二十大精神，开展工作。", "党的二十大", Sense::slogan},
});

constexpr auto kClauses = std::to_array<Case>({
    {"尚未聘请专职人员，法律顾问全年出具意见9条。", "法律顾问", Sense::done},
    {"法律顾问出具意见9条，但执法力量薄弱。", "法律顾问", Sense::done},
    {"法律顾问出具意见9条，但执法力量薄弱。", "执法力量", Sense::lacking},
    {"拟聘请专职人员，法律顾问已经到位。", "法律顾问", Sense::done},
    {"聘请法律顾问；尚未配备公职律师。", "法律顾问", Sense::done},
    {"聘请法律顾问；尚未配备公职律师。", "公职律师", Sense::absent},
});

constexpr auto kPreamble = std::to_array<Case>({
    {"2024年，我镇坚持依法行政。", "依法行政", Sense::slogan},
    {"全年召开法治专题会议4次。", "专题会议", Sense::done},
    {"镇党委把习近平法治思想纳入中心组学习。", "习近平法治思想", Sense::done},
    {"组织专题学习习近平法治思想。", "习近平法治思想", Sense::done},
    {"全镇上下深入学习习近平法治思想。", "习近平法治思想", Sense::slogan},
    {"我镇坚持以习近平法治思想为指导。", "习近平法治思想", Sense::slogan},
    {"2024年，聘请法律顾问3名，各项工作有序开展。", "法律顾问", Sense::done},
});

constexpr auto kShortcomings = std::to_array<Case>({
    {"法律顾问用得少。", "法律顾问", Sense::lacking},
    {"法律顾问作用发挥不够。", "法律顾问", Sense::lacking},
    {"我镇至今没有聘请法律顾问。", "法律顾问", Sense::absent},
    {"部分村没有聘请法律顾问。", "法律顾问", Sense::lacking},
    {"针对这一问题，我镇已聘请法律顾问2名。", "法律顾问", Sense::lacking},
    {"今后，将聘请法律顾问。", "法律顾问", Sense::intended},
    {"拟聘请法律顾问。", "法律顾问", Sense::intended},
    {"县里没有配备法律顾问。", "法律顾问", Sense::elsewhere},
});

constexpr auto kPlan = std::to_array<Case>({
    {"聘请法律顾问2名。", "法律顾问", Sense::intended},
    {"严格执行行政执法公示制度。", "行政执法公示", Sense::intended},
    {"解决法律顾问不到位的问题。", "法律顾问", Sense::intended},
    {"县司法局聘请法律顾问。", "法律顾问", Sense::elsewhere},
});

constexpr auto kLeaders = std::to_array<Case>({
    {"书记带头讲法治课2次。", "法治课", Sense::done},
    {"书记将法治课列入干部培训内容。", "法治课", Sense::done},
    {"书记尚未开展法治督察。", "法治督察", Sense::absent},
});

struct ListCase {
  std::string_view text;
  std::string_view phrase;
  bool listed;
};

constexpr auto kLists = std::to_array<ListCase>({
    {"整合法官、民警、法律顾问、乡贤等力量。", "法律顾问", true},
    {"法律顾问、乡贤参与调解。", "法律顾问", true},
    {"邀请乡贤、法律顾问参与调解。", "法律顾问", true},
    {"组建调解队（法官、法律顾问）。", "法律顾问", true},
    {"法律顾问全年出具意见9条。", "法律顾问", false},
    {"聘请法律顾问，审查合同、协议30份。", "法律顾问", false},
    {"民警和法律顾问参与调解。", "法律顾问", false},
    {"审查合同、协议，法律顾问出具意见。", "法律顾问", false},
    {"法官、民警在村里坐班；法律顾问随叫随到。", "法律顾问", false},
    {"一村一法律顾问。", "法律顾问", false},
});

}  // namespace

BOOST_AUTO_TEST_SUITE(assertion)

BOOST_AUTO_TEST_CASE(facts) { check(Role::achievements, kDone); }
BOOST_AUTO_TEST_CASE(good_news) { check(Role::achievements, kGoodNews); }
BOOST_AUTO_TEST_CASE(double_negation) { check(Role::achievements, kDoubleNegation); }
BOOST_AUTO_TEST_CASE(disposal_construction) { check(Role::achievements, kDisposal); }
BOOST_AUTO_TEST_CASE(problems_solved) { check(Role::achievements, kSolved); }
BOOST_AUTO_TEST_CASE(intention) { check(Role::achievements, kIntended); }
BOOST_AUTO_TEST_CASE(weakness) { check(Role::achievements, kLacking); }
BOOST_AUTO_TEST_CASE(absence) { check(Role::achievements, kAbsent); }
BOOST_AUTO_TEST_CASE(some_of_many) { check(Role::achievements, kSome); }
BOOST_AUTO_TEST_CASE(other_units) { check(Role::achievements, kOthers); }
BOOST_AUTO_TEST_CASE(years) { check(Role::achievements, kYears); }
BOOST_AUTO_TEST_CASE(slogan) { check(Role::achievements, kSlogan); }
BOOST_AUTO_TEST_CASE(clause_by_clause) { check(Role::achievements, kClauses); }
BOOST_AUTO_TEST_CASE(preamble) { check(Role::preamble, kPreamble); }
BOOST_AUTO_TEST_CASE(shortcomings) { check(Role::shortcomings, kShortcomings); }
BOOST_AUTO_TEST_CASE(plan) { check(Role::plan, kPlan); }
BOOST_AUTO_TEST_CASE(leaders) { check(Role::first_responsible, kLeaders); }

BOOST_AUTO_TEST_CASE(cue_is_told) {
  at_phrase(Role::achievements, "尚未聘请法律顾问。", "法律顾问", [](const Reading& reading, std::uint32_t sentence, TextRange range) {
    const Assertion assertion = reading.assert_at(sentence, range);
    BOOST_TEST_REQUIRE(assertion.cue >= 0);
    const Cue& cue = reading.compiled().checklist().language.cues[static_cast<std::size_t>(assertion.cue)];
    BOOST_TEST(cue.id == "absent.not-yet");
    BOOST_TEST(reading.report().text(assertion.cue_range) == "尚未聘请");
  });
}

BOOST_AUTO_TEST_CASE(members_of_lists) {
  for (const ListCase& each : kLists) {
    BOOST_TEST_CONTEXT(each.text) {
      at_phrase(Role::achievements, each.text, each.phrase, [&](const Reading& reading, std::uint32_t sentence, TextRange range) {
        BOOST_TEST(is_listed(reading, sentence, range) == each.listed);
      });
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
