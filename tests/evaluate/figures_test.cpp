#include "evaluate/figures.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <sstream>
#include <string>
#include <string_view>

#include "evaluate/sample.hpp"

namespace fazhi {
namespace {

std::string shown(const std::optional<Figure>& figure) {
  if (!figure) return "-";
  std::ostringstream out;
  out << figure->value << figure->unit << (figure->exact ? "" : "~");
  return out.str();
}

/// “total resolved rate” of disputes, ~ behind what is not exact, - where it is not told.
std::string figures_in(Role role, std::string_view text) {
  Scratch scratch;
  const Report report = test::township().read(test::document_of(test::report_with(role, text)), scratch);
  const Reading reading(report, test::township().compiled());
  const FigureSet set = read_figures(reading).front();
  return shown(set.total) + " " + shown(set.resolved) + " " + shown(set.rate);
}

struct Case {
  std::string_view text;
  std::string_view figures;
};

constexpr auto kTold = std::to_array<Case>({
    {"共排查矛盾纠纷118起，化解116起，化解率98%。", "118起 116起 98%"},
    {"排查矛盾纠纷118起，成功化解116起。", "118起 116起 -"},
    {"排查矛盾纠纷118起、化解116起。", "118起 116起 -"},
    {"排查矛盾纠纷118起（其中化解116起）。", "118起 116起 -"},
    {"排查出矛盾纠纷118起，已化解116起，正在化解2起。", "118起 116起 -"},
    {"排查矛盾纠纷118起，其中化解116起。", "118起 116起 -"},
    {"矛盾纠纷排查118起，化解116起，化解率达98.31%。", "118起 116起 98.31%"},
    {"118起矛盾纠纷全部录入平台，化解116起。", "118起 116起 -"},
    {"化解率98%，共排查矛盾纠纷118起，化解116起。", "118起 116起 98%"},
    {"排查一百一十八起矛盾纠纷，化解一百一十六起。", "118起 116起 -"},
    {"排查矛盾纠纷1,180起，化解1,160起。", "1180起 1160起 -"},
    {"排查矛盾纠纷1180余起，化解1160余起。", "1180起~ 1160起~ -"},
    {"排查矛盾纠纷约120起、化解约100起。", "120起~ 100起~ -"},
    {"全年調處矛盾糾紛５２件。", "52件 - -"},
    // In the next sentence
    {"排查矛盾纠纷118起。化解116起。", "118起 116起 -"},
    {"排查矛盾纠纷118起。化解116起，化解率98%。", "118起 116起 98%"},
    {"排查矛盾纠纷118起，化解116起。化解率98%。", "118起 116起 98%"},
    {"建立台账，排查矛盾纠纷118起；化解116起。", "118起 116起 -"},
    // Other words for the same
    {"受理矛盾纠纷64起，调解成功64起，成功率100%。", "64起 64起 100%"},
    {"共受理各类民间纠纷52件，其中成功调解50件。", "52件 50件 -"},
    {"人民调解委员会受理案件30件，调解成功29件，成功率96.7%。", "30件 29件 96.7%"},
    {"共调解纠纷30件，达成协议28件。", "30件 28件 -"},
    {"共发生矛盾纠纷22起，成功调处22起，成功率达100%。", "22起 22起 100%"},
    {"登记纠纷41宗，办结40宗。", "41宗 40宗 -"},
    {"调解矛盾纠纷43件，调解成功率100%。", "43件 - 100%"},
    {"调解民间纠纷40余件，调解成功率为97.5%。", "40件~ - 97.5%"},
    {"调解各类纠纷56起，其中婚姻家庭12起、邻里20起，调解成功率98%。", "56起 - 98%"},
    {"排查矛盾纠纷118起，化解率98%，满意率99%。", "118起 - 98%"},
    // The rate of what was named before
    {"受理矛盾纠纷612件；受理信访事项143件，化解率97.2%。", "612件 - -"},
    {"受理来信来访211批次，就地化解率96%。", "- - -"},
    {"信访积案化解率达90%。", "- - -"},
    {"排查矛盾隐患132条，化解率98.5%。", "- - 98.5%"},
    {"排查安全隐患132起，整改率98.5%。", "- - -"},
    {"办理信访事项143件，矛盾纠纷化解率98%。", "- - 98%"},
    // Other ways to write a rate
    {"九成以上的纠纷在村里得到化解。", "- - 90%~"},
    {"九成的群众对调解满意。", "- - -"},
    {"调解纠纷96件，92件握手言和，算下来是百分之九十五点八。", "96件 92件 95.8%"},
    {"纠纷化解成功率达98.5个百分点。", "- - 98.5%"},
    {"纠纷化解率提高3个百分点。", "- - -"},
    {"碰到纠纷118起，说拢111起。", "118起 111起 -"},
    {"协调解决难点问题7件。", "- - -"},
    {"化解矛盾纠纷35件，协助法庭化解疑难复杂案件2件。", "35件 - -"},
    // One figure alone
    {"全年调处各类矛盾纠纷70余起。", "70起~ - -"},
    {"调解化解纠纷22起。", "22起 - -"},
    {"排查化解矛盾纠纷118起。", "118起 - -"},
    {"排查矛盾纠纷30起，全部化解。", "30起 - -"},
    {"化解矛盾纠纷116起，化解率98.3%。", "116起 - 98.3%"},
    {"矛盾纠纷化解率达98%。", "- - 98%"},
    {"矛盾纠纷化解率达百分之九十八点五。", "- - 98.5%"},
    {"矛盾纠纷化解率九成六。", "- - 96%"},
    {"矛盾纠纷化解率达98%以上。", "- - 98%~"},
    {"调解率100%，满意率98%。", "- - 100%"},
    // Ours beside what is not
    {"受理信访32件，化解矛盾纠纷20起。", "20起 - -"},
    {"去年排查矛盾纠纷100起，今年排查矛盾纠纷118起，化解116起。", "118起 116起 -"},
    {"全县化解率97%，我镇矛盾纠纷化解率98%。", "- - 98%"},
    {"接待群众来访30人次，排查矛盾纠纷12起，化解12起。", "12起 12起 -"},
    {"通过信访渠道化解矛盾纠纷80起。", "80起 - -"},
    {"开展法治宣传12场，排查矛盾纠纷118起，化解116起。", "118起 116起 -"},
    {"较2023年增长3%，排查矛盾纠纷118起，化解116起。", "118起 116起 -"},
    {"排查矛盾纠纷118起，化解116起，化解率98%，涉及金额12万元。", "118起 116起 98%"},
});

constexpr auto kNotTold = std::to_array<Case>({
    {"办理信访事项32件，办结率100%。", "- - -"},
    {"受理12345工单120件，办结118件，办结率98%。", "- - -"},
    {"受理热线诉求50件，解决率96%。", "- - -"},
    {"去年排查矛盾纠纷118起，化解116起。", "- - -"},
    {"2023年，排查矛盾纠纷80起，化解80起。", "- - -"},
    {"全县共排查矛盾纠纷1200起，化解率98%。", "- - -"},
    {"邻近的石桥镇排查矛盾纠纷50起，化解50起。", "- - -"},
    {"县司法局受理矛盾纠纷50起。", "- - -"},
    {"确保矛盾纠纷化解率达到98%以上。", "- - -"},
    {"力争矛盾纠纷化解率达98%。", "- - -"},
    {"下一步，将矛盾纠纷化解率提高到98%。", "- - -"},
    {"排查安全隐患76处，整改76处，整改率100%。", "- - -"},
    {"受理行政复议案件3件，办结3件。", "- - -"},
    {"办理法律援助案件12件，办结率100%。", "- - -"},
    {"开展矛盾纠纷排查12次。", "- - -"},
    {"选聘人民调解员30名。", "- - -"},
    {"矛盾纠纷化解率明显提高。", "- - -"},
    {"设立矛盾纠纷调解室12个。", "- - -"},
    {"办理行政处罚案件12件，结案率100%。", "- - -"},
    {"排查矛盾纠纷____起，化解××起。", "- - -"},
    {"一村一调解室，矛盾纠纷不出村。", "- - -"},
});

}  // namespace

BOOST_AUTO_TEST_SUITE(figures)

BOOST_AUTO_TEST_CASE(told) {
  for (const Case& each : kTold) {
    BOOST_TEST_CONTEXT(each.text) { BOOST_TEST(figures_in(Role::achievements, each.text) == each.figures); }
  }
}

BOOST_AUTO_TEST_CASE(near_misses) {
  for (const Case& each : kNotTold) {
    BOOST_TEST_CONTEXT(each.text) { BOOST_TEST(figures_in(Role::achievements, each.text) == each.figures); }
  }
}

BOOST_AUTO_TEST_CASE(by_section) {
  const std::string_view text = "排查矛盾纠纷118起，化解116起。";
  BOOST_TEST(figures_in(Role::preamble, text) == "118起 116起 -");
  BOOST_TEST(figures_in(Role::first_responsible, text) == "118起 116起 -");
  BOOST_TEST(figures_in(Role::other, text) == "118起 116起 -");
  BOOST_TEST(figures_in(Role::shortcomings, text) == "- - -");
  BOOST_TEST(figures_in(Role::plan, text) == "- - -");
}

BOOST_AUTO_TEST_CASE(the_fullest_place_is_taken) {
  BOOST_TEST(figures_in(Role::achievements, "调处纠纷70余起。\n年底统计，排查矛盾纠纷118起，化解116起，化解率98%。") ==
             "118起 116起 98%");
}

BOOST_AUTO_TEST_CASE(range_is_of_number_and_unit) {
  Scratch scratch;
  const Report report =
      test::township().read(test::document_of(test::report_with(Role::achievements, "排查矛盾纠纷118起，化解116起。")), scratch);
  const Reading reading(report, test::township().compiled());
  const FigureSet set = read_figures(reading).front();
  BOOST_TEST_REQUIRE(set.total.has_value());
  BOOST_TEST(report.text(set.total->range) == "118起");
  BOOST_TEST(report.text(report.sentences[set.total->sentence].range) == "排查矛盾纠纷118起，化解116起。");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
