#include <array>
#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "outline/read_sample.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kBody =
    "一、主要工作\n召开专题会议四次，审查合同三十份。\n"
    "二、下一步打算\n加强培训，配齐人员。\n";

struct UnitCase {
  std::string_view head;
  std::string_view unit;
  std::string_view short_name;
  std::string_view level;
  std::string_view title;
};

const std::vector<UnitCase>& unit_cases() {
  static const std::vector<UnitCase> all{
      {"云溪镇2024年法治政府建设年度报告", "云溪镇", "云溪镇", "township", "云溪镇2024年法治政府建设年度报告"},
      {"云溪县青石镇2024年度法治政府建设情况报告", "云溪县青石镇", "青石镇", "township", "云溪县青石镇2024年度法治政府建设情况报告"},
      {"云溪镇人民政府2024年度法治政府建设工作报告", "云溪镇人民政府", "云溪镇", "township",
       "云溪镇人民政府2024年度法治政府建设工作报告"},
      {"云溪镇人民政府关于2024年法治政府建设情况的报告", "云溪镇人民政府", "云溪镇", "township",
       "云溪镇人民政府关于2024年法治政府建设情况的报告"},
      {"2024年度云溪镇法治政府建设情况报告", "云溪镇", "云溪镇", "township", "2024年度云溪镇法治政府建设情况报告"},
      {"关于云溪镇2024年法治政府建设情况的报告", "云溪镇", "云溪镇", "township", "关于云溪镇2024年法治政府建设情况的报告"},
      {"关于2024年云溪镇法治政府建设情况的报告", "云溪镇", "云溪镇", "township", "关于2024年云溪镇法治政府建设情况的报告"},
      {"云溪乡法治政府建设2024年工作总结", "云溪乡", "云溪乡", "township", "云溪乡法治政府建设2024年工作总结"},
      {"云溪镇依法行政工作总结", "云溪镇", "云溪镇", "township", "云溪镇依法行政工作总结"},
      {"望港区旧码头街道2024年法治政府建设年度报告", "望港区旧码头街道", "旧码头街道", "subdistrict",
       "望港区旧码头街道2024年法治政府建设年度报告"},
      {"旧码头街道办事处2024年法治政府建设年度报告", "旧码头街道办事处", "旧码头街道", "subdistrict",
       "旧码头街道办事处2024年法治政府建设年度报告"},
      {"云州市青石镇2024年法治政府建设年度报告", "云州市青石镇", "青石镇", "township", "云州市青石镇2024年法治政府建设年度报告"},
      {"云州区红旗街道2024年法治政府建设年度报告", "云州区红旗街道", "红旗街道", "subdistrict",
       "云州区红旗街道2024年法治政府建设年度报告"},
      {"望港市红旗区旧县街道办事处2024年法治政府建设年度报告", "望港市红旗区旧县街道办事处", "旧县街道", "subdistrict",
       "望港市红旗区旧县街道办事处2024年法治政府建设年度报告"},
      {"云州市市场监督管理局2024年法治政府建设年度报告", "云州市市场监督管理局", "市场监督管理局", "department",
       "云州市市场监督管理局2024年法治政府建设年度报告"},
      {"云溪县2024年法治政府建设年度报告", "云溪县", "云溪县", "county", "云溪县2024年法治政府建设年度报告"},
      {"云溪县人民政府2024年法治政府建设年度报告", "云溪县人民政府", "云溪县", "county",
       "云溪县人民政府2024年法治政府建设年度报告"},
      {"望港区人民政府2024年法治政府建设年度报告", "望港区人民政府", "望港区", "county",
       "望港区人民政府2024年法治政府建设年度报告"},
      {"云溪市2024年法治政府建设年度报告", "云溪市", "云溪市", "prefecture", "云溪市2024年法治政府建设年度报告"},
      {"云溪市人民政府2024年法治政府建设年度报告", "云溪市人民政府", "云溪市", "prefecture",
       "云溪市人民政府2024年法治政府建设年度报告"},
      {"云江省人民政府2024年法治政府建设年度报告", "云江省人民政府", "云江省", "province",
       "云江省人民政府2024年法治政府建设年度报告"},
      {"云溪县水利局2024年法治政府建设年度报告", "云溪县水利局", "水利局", "department",
       "云溪县水利局2024年法治政府建设年度报告"},
      {"云溪县市场监督管理局2024年法治政府建设年度报告", "云溪县市场监督管理局", "市场监督管理局", "department",
       "云溪县市场监督管理局2024年法治政府建设年度报告"},
      {"云溪市城市管理局2024年法治政府建设年度报告", "云溪市城市管理局", "城市管理局", "department",
       "云溪市城市管理局2024年法治政府建设年度报告"},
      {"云溪镇2024年法治政府建设年度报告\n坚持高位推动 法治政府建设责任不断强化", "云溪镇", "云溪镇", "township",
       "云溪镇2024年法治政府建设年度报告"},
      {"旧码头街道党工委、旧码头街道办事处关于2024年法治政府建设情况的报告", "旧码头街道办事处", "旧码头街道", "subdistrict",
       "旧码头街道党工委、旧码头街道办事处关于2024年法治政府建设情况的报告"},
      {"旧码头街道党工委、街道办事处2024年法治政府建设年度报告", "旧码头街道办事处", "旧码头街道", "subdistrict",
       "旧码头街道党工委、街道办事处2024年法治政府建设年度报告"},
      {"云溪镇党委和云溪镇人民政府2024年法治政府建设年度报告", "云溪镇人民政府", "云溪镇", "township",
       "云溪镇党委和云溪镇人民政府2024年法治政府建设年度报告"},
      {"中共和平镇委员会\n和平镇人民政府\n关于2024年法治政府建设情况的报告", "和平镇人民政府", "和平镇", "township",
       "中共和平镇委员会和平镇人民政府关于2024年法治政府建设情况的报告"},
      {"云溪镇党委、镇政府2024年法治政府建设年度报告", "云溪镇政府", "云溪镇", "township", "云溪镇党委、镇政府2024年法治政府建设年度报告"},
      {"云溪镇党委书记、镇长2024年推进法治建设第一责任人职责述职报告", "云溪镇", "云溪镇", "township",
       "云溪镇党委书记、镇长2024年推进法治建设第一责任人职责述职报告"},
      {"云溪镇长2024年述法报告", "云溪镇", "云溪镇", "township", "云溪镇长2024年述法报告"},
      {"云溪县司法局党组书记、局长2024年述法报告", "云溪县司法局", "司法局", "department", "云溪县司法局党组书记、局长2024年述法报告"},
      {"云溪镇镇长2024年述法报告", "云溪镇", "云溪镇", "township", "云溪镇镇长2024年述法报告"},
      {"我局2024年法治政府建设年度报告\n云溪县水利局", "云溪县水利局", "水利局", "department", "我局2024年法治政府建设年度报告"},
      {"中共云溪镇委员会 云溪镇人民政府\n2024年法治政府建设年度报告", "云溪镇人民政府", "云溪镇", "township",
       "中共云溪镇委员会云溪镇人民政府2024年法治政府建设年度报告"},
      {"中共云溪镇委员会\n云溪镇人民政府\n关于2024年法治政府建设情况的报告", "云溪镇人民政府", "云溪镇", "township",
       "中共云溪镇委员会云溪镇人民政府关于2024年法治政府建设情况的报告"},
      {"云溪镇人民政府\n2024年法治政府建设年度报告", "云溪镇人民政府", "云溪镇", "township",
       "云溪镇人民政府2024年法治政府建设年度报告"},
      {"云溪镇2024年法治政府建设\n工作情况报告", "云溪镇", "云溪镇", "township", "云溪镇2024年法治政府建设工作情况报告"},
      {"2024年法治政府建设年度报告\n云溪镇人民政府", "云溪镇人民政府", "云溪镇", "township", "2024年法治政府建设年度报告"},
      {"云溪镇人民政府文件\n云政发〔2025〕3号\n2024年法治政府建设年度报告", "云溪镇人民政府", "云溪镇", "township",
       "2024年法治政府建设年度报告"},
      {"乡镇2024年法治政府建设年度报告", "", "", "", "乡镇2024年法治政府建设年度报告"},
      {"2024年法治政府建设年度报告\n2024年，云溪镇认真开展工作。", "云溪镇", "云溪镇", "township", "2024年法治政府建设年度报告"},
      {"2024年法治政府建设年度报告\n2024年，全镇认真开展工作，我镇城镇建设加快。", "", "", "", "2024年法治政府建设年度报告"},
      {"2024年，法律顾问定期到镇坐班，加快建设法治强镇。云溪镇开展检查12次。", "云溪镇", "云溪镇", "township", ""},
      {"2024年，云溪镇党委、政府认真开展工作。", "云溪镇", "云溪镇", "township", ""},
      {"2024年，在人手不多的条件下街道办案提速，上级要求镇村同步，以镇带村。云溪镇开展检查12次。", "云溪镇", "云溪镇", "township", ""},
      {"赛勒县呼伦苏木2024年法治政府建设年度报告", "赛勒县呼伦苏木", "呼伦苏木", "township",
       "赛勒县呼伦苏木2024年法治政府建设年度报告"},
      {"雲溪鎮2024年法治政府建設年度報告", "云溪镇", "云溪镇", "township", "云溪镇2024年法治政府建设年度报告"},
  };
  return all;
}

struct TailCase {
  std::string_view head;
  std::string_view tail;
  std::string_view number;
  std::string_view date;
};

constexpr std::string_view kTitle = "云溪镇2024年法治政府建设年度报告\n";

constexpr auto kTailCases = std::to_array<TailCase>({
    {"云政发〔2025〕3号\n", "云溪镇人民政府\n2025年1月10日\n", "云政发〔2025〕3号", "2025-01-10"},
    {"云政发［2025］13号\n", "云溪镇人民政府\n2025 年 12 月 31 日\n", "云政发［2025］13号", "2025-12-31"},
    {"发文字号：云政字〔2025〕7号\n", "云溪镇人民政府 2025年1月9日\n", "云政字〔2025〕7号", "2025-01-09"},
    {"云政发〔2025〕3号 签发人：张三\n", "", "云政发〔2025〕3号", ""},
    {"", "云溪镇人民政府\n二〇二五年一月十日\n", "", "2025-01-10"},
    {"", "云溪镇人民政府\n二○二五年十二月二十一日\n", "", "2025-12-21"},
    {"", "云溪镇人民政府\n二零二五年十一月三十日\n", "", "2025-11-30"},
    {"", "云溪镇人民政府\n2025年1月\n", "", ""},
    {"", "云溪镇人民政府\n2025年13月10日\n", "", ""},
    {"", "云溪镇人民政府\n2025年1月10日\n云溪镇党政办公室2025年1月12日印发\n", "", "2025-01-10"},
    {"", "", "", ""},
});

struct YearCase {
  std::string_view what;
  std::string_view text;
  int year = 0;  ///< 0: none can be told
  bool in_title = false;
  bool disputed = false;
};

constexpr auto kYearCases = std::to_array<YearCase>({
    {"title and opening agree", "云溪镇2024年法治政府建设年度报告\n2024年，我镇认真工作。\n一、主要工作\n宣传。\n", 2024, true, false},
    {"title alone", "云溪镇2024年法治政府建设年度报告\n一、主要工作\n宣传。\n", 2024, true, false},
    {"a title in Chinese figures", "云溪镇二〇二四年法治政府建设年度报告\n一、主要工作\n宣传。\n", 2024, true, false},
    {"opening alone", "云溪镇法治政府建设工作总结\n2023年，我镇认真工作。\n一、主要工作\n宣传。\n", 2023, false, false},
    {"announcement alone", "云溪镇法治政府建设工作总结\n现将我镇2023年工作报告如下：\n一、主要工作\n宣传。\n", 2023, false, false},
    {"heading alone", "云溪镇法治政府建设工作总结\n一、2023年主要工作\n宣传。\n", 2023, false, false},
    {"the plan's year less one", "云溪镇法治政府建设工作总结\n一、主要工作\n宣传。\n二、2024年工作打算\n培训。\n", 2023, false, false},
    {"the signature alone tells nothing", "云溪镇法治政府建设工作总结\n一、主要工作\n宣传。\n云溪镇人民政府\n2024年1月5日\n", 0, false,
     false},
    {"no year", "云溪镇法治政府建设工作总结\n今年以来，我镇认真工作。\n一、主要工作\n宣传。\n", 0, false, false},
    {"the opening states another year",
     "云溪镇2024年法治政府建设工作总结\n2023年，云溪镇认真工作。\n一、主要工作\n宣传。\n二、2024年工作打算\n普法。\n", 2023, false, true},
    {"an old title, outvoted",
     "云溪镇2023年法治政府建设年度报告\n2024年，我镇认真工作。现将2024年情况报告如下：\n一、主要工作\n宣传。\n"
     "二、2025年工作打算\n普法。\n云溪镇人民政府\n2025年1月10日\n",
     2024, false, true},
    {"an odd announcement is outvoted",
     "云溪镇2024年法治政府建设年度报告\n2024年，我镇认真工作。现将2023年情况报告如下：\n一、主要工作\n宣传。\n", 2024, true, true},
    {"an odd announcement in a paragraph of its own",
     "云溪镇2024年法治政府建设年度报告\n现将云溪镇2023年法治政府建设情况报告如下：\n一、2024年主要工作\n宣传。\n", 2024, true, true},
    {"2021年以来 is no other year", "云溪镇2024年法治政府建设年度报告\n2021年以来，我镇认真工作。\n一、主要工作\n宣传。\n", 2024, true,
     false},
    {"a year inside a title's brackets", "云溪镇法治政府建设工作总结\n按照《2024年要点》，我镇认真工作。\n一、主要工作\n宣传。\n", 0, false,
     false},
    {"a plan's year in a report without headings",
     "云溪镇关于2024年法治政府建设情况的报告\n我镇2024年法治工作有序开展。全年宣传12场。\n工作中还有不足：执法人员少。\n"
     "2025年，我们将加强培训。\n",
     2024, true, false},
    {"a title's year without 年", "云溪镇2024法治政府建设年度报告\n一、主要工作\n宣传。\n", 2024, true, false},
    {"what is looked back upon",
     "云溪镇法治政府建设工作总结\n我镇对2021年法治政府建设工作进行了梳理，现将情况汇报如下：\n一、主要工作\n宣传。\n", 2021, false, false},
    {"what is summed up", "云溪镇法治政府建设工作总结\n我镇认真总结2021年度工作。\n一、主要工作\n宣传。\n", 2021, false, false},
    {"a law's year is not looked back upon",
     "云溪镇法治政府建设工作总结\n我镇总结工作，学习了2021年修订的法律。\n一、主要工作\n宣传。\n", 0, false, false},
    {"the year of the body alone", "云溪镇法治政府建设工作总结\n一、主要工作\n开展宣传。2024年全镇没有案件。\n", 2024, false, false},
    {"two years in the body tell none",
     "云溪镇法治政府建设工作总结\n一、主要工作\n2023年，办案八件。2024年，办案九件。\n", 0, false, false},
    {"a signature late in the year votes for the same year",
     "云溪镇法治政府建设工作总结\n2024年，我镇认真工作。\n一、主要工作\n宣传。\n云溪镇人民政府\n2024年12月20日\n", 2024, false, false},
});

}  // namespace

BOOST_AUTO_TEST_SUITE(identity)

BOOST_AUTO_TEST_CASE(units_levels_titles) {
  for (const UnitCase& each : unit_cases()) {
    BOOST_TEST_CONTEXT(each.head) {
      const ReportIdentity identity = test::read_sample(std::string(each.head) + "\n" + std::string(kBody)).identity;
      BOOST_TEST(identity.unit == each.unit);
      BOOST_TEST(identity.short_name == each.short_name);
      BOOST_TEST((identity.level ? name_of(*identity.level) : "") == each.level);
      BOOST_TEST(identity.title == each.title);
    }
  }
}

BOOST_AUTO_TEST_CASE(numbers_and_dates) {
  for (const TailCase& each : kTailCases) {
    BOOST_TEST_CONTEXT(each.head << each.tail) {
      const ReportIdentity identity =
          test::read_sample(std::string(each.head) + std::string(kTitle) + std::string(kBody) + std::string(each.tail)).identity;
      BOOST_TEST(identity.document_number == each.number);
      BOOST_TEST(identity.signature_date == each.date);
    }
  }
}

BOOST_AUTO_TEST_CASE(years) {
  for (const YearCase& each : kYearCases) {
    BOOST_TEST_CONTEXT(each.what) {
      const ReportIdentity identity = test::read_sample(each.text).identity;
      BOOST_TEST(identity.year.value_or(0) == each.year);
      BOOST_TEST(identity.year_in_title == each.in_title);
      BOOST_TEST(identity.year_disputed == each.disputed);
    }
  }
}

BOOST_AUTO_TEST_CASE(running_text_supplies_the_unit) {
  struct Case {
    std::string_view text;
    std::string_view unit;
  };
  constexpr auto kCases = std::to_array<Case>({
      {"2024年，云溪镇在县委领导下认真工作。", "云溪镇"},
      {"2024年，洛河街在区委领导下认真工作。", "洛河街"},
      {"根据镇党政班子变动，及时调整云溪镇领导小组。", "云溪镇"},
      {"制定《云溪镇法治建设方案》。", "云溪镇"},
      {"2024年，黄村镇在县委领导下认真工作。", "黄村镇"},
      {"2024年，各乡镇认真工作，小城镇变了样，我镇也一样。", ""},
      {"有效推动云溪镇法治政府建设。", "云溪镇"},
      {"公开镇长热线，由法律顾问把关的镇区合同不少。", ""},
      {"组织镇村干部学法，为街道的法治建设出力。", ""},
      {"坚持为群众办事，老街改造完工。", ""},
  });
  for (const Case& each : kCases) {
    BOOST_TEST_CONTEXT(each.text) {
      const Report report = test::read_sample("法治政府建设工作总结\n" + std::string(each.text) + "\n" + std::string(kBody));
      BOOST_TEST(report.identity.unit == each.unit);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_signature_supplies_the_unit) {
  const Report report = test::read_sample("2024年法治政府建设年度报告\n" + std::string(kBody) + "云溪镇人民政府\n2025年1月10日\n");
  BOOST_TEST(report.identity.unit == "云溪镇人民政府");
}

BOOST_AUTO_TEST_CASE(reports_of_others_behind_the_first) {
  const auto body = [](int paragraphs) {
    std::string text;
    for (int index = 0; index < paragraphs; ++index) {
      text += "全年召开专题会议四次，听取工作汇报两次，把法治建设的各项任务落到具体的人和具体的时间，组织干部集中学习十二次，审查合同三十份，"
              "没有一份出过差错，群众来访件件有回音。\n";
    }
    return text;
  };
  struct Case {
    std::string_view what;
    std::string text;
    std::vector<std::string> titles;
  };
  const std::string own = "云溪镇2024年法治政府建设年度报告\n";
  const std::string others = "石桥镇2024年法治政府建设年度报告\n";
  const std::string end = "云溪镇人民政府\n2025年1月10日\n";
  const std::vector<Case> cases{
      {"two reports", own + body(4) + end + others + body(4), {"石桥镇2024年法治政府建设年度报告"}},
      {"the unit above the title", own + body(4) + end + "石桥镇人民政府\n2024年法治政府建设年度报告\n" + body(4),
       {"石桥镇人民政府2024年法治政府建设年度报告"}},
      {"three reports", own + body(3) + others + body(3) + "洛河街道办事处2024年度法治政府建设工作总结\n" + body(3),
       {"石桥镇2024年法治政府建设年度报告", "洛河街道办事处2024年度法治政府建设工作总结"}},
      {"links at the end of a page", own + body(6) + end + others + "洛河街道2024年法治政府建设年度报告\n", {}},
      {"links with a few words behind", own + body(6) + end + others + body(2), {}},
      {"the unit's own title again", own + body(4) + "云溪县云溪镇人民政府2024年法治政府建设年度报告\n" + body(4), {}},
      {"a heading", own + body(4) + "二、石桥镇法治政府建设工作情况\n" + body(4), {}},
      {"a heading without a unit", own + body(4) + "法治政府建设工作情况\n" + body(4), {}},
      {"a heading with a unit and no year", own + body(4) + "各乡镇法治政府建设工作情况\n" + body(4), {}},
      {"a sentence", own + body(4) + "学习石桥镇2024年法治政府建设年度报告。\n" + body(4), {}},
      {"a cover", own + "一、工作情况\n二、存在的不足\n" + others + body(4), {}},
      {"reports behind a cover", own + "一、工作情况\n" + others + body(4) + "洛河街道2024年法治政府建设年度报告\n" + body(4),
       {"洛河街道2024年法治政府建设年度报告"}},
      {"reports behind a short one", own + body(2) + others + body(1) + "洛河街道2024年法治政府建设年度报告\n" + body(4),
       {"洛河街道2024年法治政府建设年度报告"}},
      {"a heading with a year below text", own + body(4) + "一年来，在县委、县政府的坚强领导下，我镇\n2025年法治政府建设工作计划\n" + body(4), {}},
      {"a heading with a year below a long text", own + body(4) + "2025年法治政府建设工作计划\n" + body(4), {}},
      {"plans of any unit", own + body(4) + "全县2025年法治政府建设工作计划\n" + body(4) + "我局2025年依法行政工作思路\n" + body(4), {}},
      {"the same town under another city", "云溪县云溪镇2024年法治政府建设年度报告\n" + body(4) + "海州市云溪镇2024年法治政府建设年度报告\n" + body(4), {}},
      {"a town behind its county", "云溪县2024年法治政府建设年度报告\n" + body(4) + "云溪县石桥镇2024年法治政府建设年度报告\n" + body(4),
       {"云溪县石桥镇2024年法治政府建设年度报告"}},
      {"offices of two counties", "云溪县司法局2024年法治政府建设年度报告\n" + body(4) + "石桥县司法局2024年法治政府建设年度报告\n" + body(4),
       {"石桥县司法局2024年法治政府建设年度报告"}},
      {"a heading within the other report", own + body(4) + others + body(1) + "法治政府建设工作开展情况\n" + body(4),
       {"石桥镇2024年法治政府建设年度报告"}},
  };
  for (const Case& each : cases) {
    BOOST_TEST_CONTEXT(each.what) {
      BOOST_TEST(test::read_sample(each.text).identity.others_titles == each.titles, boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
