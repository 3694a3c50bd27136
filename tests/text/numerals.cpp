#include "text/numerals.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <random>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "text/normalize.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

const UnitLexicon& units() {
  static const UnitLexicon lexicon({"起", "件", "件次", "次",       "场", "场次", "份",   "人",   "人次", "名",
                                    "个", "条", "户",   "项",       "处", "本",   "册",   "期",   "元",   "公里",
                                    "篇", "村", "家",   "天",       "日", "年",   "个月", "小时", "分钟", "平方公里",
                                    "台", "部", "支",   "宗",       "批", "轮",   "站",   "岗",   "档",   "km",
                                    "倍", "位", "分",   "个百分点", "亩", "面",   "网",   "里"});
  return lexicon;
}

std::vector<Number> find_numbers(std::string_view normal, TextRange window, const UnitLexicon& lexicon) {
  std::vector<Number> numbers;
  append_numbers(normal, window, lexicon, numbers);
  return numbers;
}

std::string_view name_of(Approximation approximation) {
  switch (approximation) {
    case Approximation::exact:
      return "";
    case Approximation::odd:
      return " odd";
    case Approximation::about:
      return " about";
    case Approximation::at_least:
      return " at-least";
    case Approximation::at_most:
      return " at-most";
  }
  return "?";
}

/// Each number as “range=value[%][unit][ approximation]”.
std::string described(const std::string& normal, const std::vector<Number>& numbers) {
  std::ostringstream out;
  for (const Number& number : numbers) {
    if (out.tellp() > 0) out << "; ";
    out << number.range.of(normal) << '=' << number.value << (number.is_rate ? "%" : "");
    if (number.unit >= 0) out << units().name(number.unit);
    out << name_of(number.approximation);
  }
  return out.str();
}

std::string numbers_in(std::string_view text) {
  const std::string normal = normalize_phrase(text);
  return described(normal, find_numbers(normal, {0, static_cast<std::uint32_t>(normal.size())}, units()));
}

struct Case {
  std::string_view text;
  std::string_view numbers;
};

void check(std::span<const Case> cases) {
  for (const Case& each : cases) {
    BOOST_TEST_CONTEXT(each.text) { BOOST_TEST(numbers_in(each.text) == each.numbers); }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(numerals)

BOOST_AUTO_TEST_CASE(arabic_numbers) {
  constexpr auto kCases = std::to_array<Case>({
      {"排查矛盾纠纷118起", "118起=118起"},
      {"化解116起，化解率98%", "116起=116起; 98%=98%"},
      {"排查70余起", "70余起=70起 odd"},
      {"参与群众2.3万余人次", "2.3万余人次=23000人次 odd"},
      {"9千多人参加", "9千多人=9000人 odd"},
      {"发放资料1，200份", "1，200份=1200份"},
      {"发放资料1,200份", "1,200份=1200份"},
      {"发放资料1, 200份", "1，200份=1200份"},
      {"发放资料１２，３４５份", "12，345份=12345份"},
      {"发放1 200份", "1=1; 200份=200份"},
      {"开展 37 余场", "37余场=37场 odd"},
      {"参与群众\n2600 余人次", "2600余人次=2600人次 odd"},
      {"约1.2万余份", "约1.2万余份=12000份 odd"},
      {"大约300人", "大约300人=300人 about"},
      {"近2万人次", "近2万人次=20000人次 about"},
      {"将近50件", "将近50件=50件 about"},
      {"超过100场", "超过100场=100场 at-least"},
      {"超20场", "超20场=20场 at-least"},
      {"逾3000人次", "逾3000人次=3000人次 at-least"},
      {"突破5000件", "突破5000件=5000件 at-least"},
      {"不少于4次", "不少于4次=4次 at-least"},
      {"不低于3场", "不低于3场=3场 at-least"},
      {"至少2次", "至少2次=2次 at-least"},
      {"不超过7天", "不超过7天=7天 at-most"},
      {"不足10户", "不足10户=10户 at-most"},
      {"不到5件", "不到5件=5件 at-most"},
      {"30人以上", "30人以上=30人 at-least"},
      {"30人左右", "30人左右=30人 about"},
      {"15日以内", "15日以内=15日 at-most"},
      {"5000元以下", "5000元以下=5000元 at-most"},
      {"签约20户", "20户=20户"},
      {"预约30人次", "30人次=30人次"},
      {"节约5000元", "5000元=5000元"},
      {"附近3户", "3户=3户"},
      {"近3年", "3年=3年"},
      {"追回欠薪19.6万元", "19.6万元=196000元"},
      {"投入2000多万元", "2000多万元=2e+07元 odd"},
      {"3百余人", "3百余人=300人 odd"},
      {"20来个村", "20来个=20个 about"},
      {"面积2.7平方公里", "2.7平方公里=2.7平方公里"},
      {"网格员150余人，队伍22支80余人", "150余人=150人 odd; 22支=22支; 80余人=80人 odd"},
      {"占0.5%", "0.5%=0.5%"},
      {"3个100%", "3个=3个; 100%=100%"},
      {"培训10-20人", "10=10; 20人=20人 about"},
      {"覆盖35km", "35km=35km"},
      {"4个季度", "4个=4个"},
      {"3个月内", "3个月=3个月"},
      {"印发后15日内报备", "15日=15日"},
      {"年内审查12、5件次", "12=12; 5件次=5件次"},
      {"立案查处(14件)", "14件=14件"},
      {"投入1.5亿元", "1.5亿元=1.5e+08元"},
      {"提高0.3个百分点", "0.3个百分点=0.3个百分点"},
      {"增长2.5倍", "2.5倍=2.5倍"},
      {"37件（次）", "37件=37件"},
  });
  check(kCases);
}

BOOST_AUTO_TEST_CASE(arabic_digits_that_count_nothing) {
  constexpr auto kCases = std::to_array<Case>({
      {"2024年", ""},
      {"2024年度法治政府建设", ""},
      {"2021—2025年", ""},
      {"2021-2025年", ""},
      {"2021至2025年", ""},
      {"2022、2023年", ""},
      {"《纲要（2021—2025年）》", ""},
      {"（2021—2025）", ""},
      {"24年度", ""},
      {"3月召开", ""},
      {"3月、7月、11月各研讨", ""},
      {"3、7、11月", ""},
      {"1—6月", ""},
      {"6月15日", ""},
      {"2月23日召开会议", ""},
      {"6月1日至5日", ""},
      {"6月1日、15日", ""},
      {"每月10日前", ""},
      {"2024-01-22 16:08", ""},
      {"2024.1.18", ""},
      {"2024/1/18", ""},
      {"上午9时30分", ""},
      {"上午9点", ""},
      {"12·4国家宪法日", ""},
      {"“12·4”宪法宣传", ""},
      {"12.4国家宪法日", ""},
      {"3.15消费者权益日", ""},
      {"6.26禁毒日", ""},
      {"利用3.15、6.26、12.4等节点", ""},
      {"“4·15”“12·4”“3·15”等节点", ""},
      {"“9.16”平安西藏宣传日", ""},
      {"1.1 以理论清醒", ""},
      {"- 4 -", ""},
      {"“721”工作法", ""},
      {"12345平台", ""},
      {"“12345”热线", ""},
      {"12348公共法律服务热线", ""},
      {"110接警", ""},
      {"119消防宣传", ""},
      {"电话09712233445", ""},
      {"青政发〔2025〕3号", ""},
      {"第3季度", ""},
      {"第12条", ""},
      {"3季度", ""},
      {"1-3季度", ""},
      {"1.“谁执法谁普法”责任制", ""},
      {"2、提升办案质量", ""},
      {"（3）建强队伍", ""},
      {"：3.村级调解员", ""},
      {"20大精神", ""},
      {"4级联动", ""},
      {"3项制度", ""},
      {"“1+14+N”体系", ""},
      {"7×24小时", ""},
      {"5G网络", ""},
      {"A4纸", ""},
      {"5G+3D", ""},
      {"21世纪", ""},
      {"3号楼", ""},
      {"开展活动____场次", ""},
      {"开展活动××次", ""},
      {"办理**件", ""},
      {"20××年", ""},
      {"5分之3", ""},
      {"1.2024年工作", ""},
  });
  check(kCases);
}

BOOST_AUTO_TEST_CASE(chinese_numbers) {
  constexpr auto kCases = std::to_array<Case>({
      {"调处纠纷四十七起", "四十七起=47起"},
      {"一百四十二件", "一百四十二件=142件"},
      {"一百一十八起", "一百一十八起=118起"},
      {"两千八百余份", "两千八百余份=2800份 odd"},
      {"一万两千余份", "一万两千余份=12000份 odd"},
      {"一千八百余人次", "一千八百余人次=1800人次 odd"},
      {"三万六千户", "三万六千户=36000户"},
      {"一万二千三百四十五份", "一万二千三百四十五份=12345份"},
      {"一百零五件", "一百零五件=105件"},
      {"一万零三份", "一万零三份=10003份"},
      {"两百五十人", "两百五十人=250人"},
      {"两百五", "两百五=250"},
      {"一万二份", "一万二份=12000份"},
      {"一二〇件", "一二〇件=120件"},
      {"廿三件", "廿三件=23件"},
      {"十余场", "十余场=10场 odd"},
      {"十几场", "十几场=10场 odd"},
      {"二十多名", "二十多名=20名 odd"},
      {"九十余份", "九十余份=90份 odd"},
      {"近百场", "近百场=100场 about"},
      {"上百场", "上百场=100场 about"},
      {"上万人次", "上万人次=10000人次 about"},
      {"近千人", "近千人=1000人 about"},
      {"百余场", "百余场=100场 odd"},
      {"千余份", "千余份=1000份 odd"},
      {"数十次", "数十次=10次 about"},
      {"数百人次", "数百人次=100人次 about"},
      {"几十户", "几十户=10户 about"},
      {"数十万份", "数十万份=100000份 about"},
      {"人数百余人", "百余人=100人 odd"},
      {"三次研究", "三次=3次"},
      {"两名律师", "两名=2名"},
      {"二名律师", "二名=2名"},
      {"十名干部", "十名=10名"},
      {"五百余人次", "五百余人次=500人次 odd"},
      {"两三次", "两三次=2次 about"},
      {"三四十人", "三四十人=30人 about"},
      {"十七八个", "十七八个=17个 about"},
      {"三五户", "三五户=3户 about"},
      {"约三十人", "约三十人=30人 about"},
      {"二十三场次，听众一千八百余人次", "二十三场次=23场次; 一千八百余人次=1800人次 odd"},
      {"一点二万元", "一点二万元=12000元"},
      {"三点五公里", "三点五公里=3.5公里"},
      {"三个百分点", "三个百分点=3个百分点"},
      {"二十三亿元", "二十三亿元=2.3e+09元"},
      {"一百二十", "一百二十=120"},
      {"开展一次培训", "一次=1次"},
      {"聘请一名律师", "一名=1名"},
      {"没有发生一起暴力抗法事件", "一起=1起"},
      {"没有一起被行政复议撤销", "一起=1起"},
      {"百万元", "百万元=1e+06元"},
      {"十五日内", "十五日=15日"},
      {"每周三次", "三次=3次"},
      {"五十人以上", "五十人以上=50人 at-least"},
  });
  check(kCases);
}

BOOST_AUTO_TEST_CASE(chinese_numerals_that_count_nothing) {
  constexpr auto kCases = std::to_array<Case>({
      {"一是加强领导", ""},   {"一律先审查", ""},       {"统一部署", ""},       {"统一次序", ""},
      {"一村一法律顾问", ""}, {"一户一档", ""},         {"一村一档", ""},       {"一社区一名律师", ""},
      {"第一责任人", ""},     {"第一次会议", ""},       {"每一件案件", ""},     {"这一项工作", ""},
      {"一起抓", ""},         {"同安排一起推进", ""},   {"一次性告知", ""},     {"最多跑一次", ""},
      {"一次告知", ""},       {"一件事一次办", ""},     {"一岗双责", ""},       {"十四五规划", ""},
      {"“十五五”规划", ""},   {"“八五”普法", ""},       {"七五普法", ""},       {"党的二十大精神", ""},
      {"二十届三中全会", ""}, {"十九届六中全会", ""},   {"十大案例", ""},       {"“三项制度”", ""},
      {"3项制度", ""},        {"八项规定", ""},         {"“两个确立”", ""},     {"两个维护", ""},
      {"四个意识", ""},       {"十一个坚持", ""},       {"四议两公开", ""},     {"三重一大", ""},
      {"三会一课", ""},       {"一二三产业", ""},       {"第三季度", ""},       {"三季度", ""},
      {"一、二季度", ""},     {"二〇二一年", ""},       {"二○二四年度", ""},    {"二〇二一年十二月二十日", ""},
      {"九月启动", ""},       {"三级联动", ""},         {"第二、三批", ""},     {"第八个五年法治宣传教育规划", ""},
      {"三年行动", ""},       {"十一期间", ""},         {"十分重要", ""},       {"三分之二", ""},
      {"千家万户", ""},       {"万无一失", ""},         {"千方百计", ""},       {"百家争鸣", ""},
      {"成百上千人", ""},     {"三位一体", ""},         {"每周一、三、五", ""}, {"周三下午", ""},
      {"零投诉", ""},         {"一、工作开展情况", ""}, {"十一、其他", ""},     {"（十二）其他", ""},
      {"第十二条", ""},       {"二次供水", ""},         {"二人转", ""},         {"一年来", ""},
      {"二期工程", ""},       {"一批案件", ""},         {"建成员会", ""},       {"三成员单位", ""},
      {"双十一", ""},         {"上午九时三十分", ""},
  });
  check(kCases);
}

BOOST_AUTO_TEST_CASE(rates) {
  constexpr auto kCases = std::to_array<Case>({
      {"98.3％", "98.3%=98.3%"},
      {"98.5%以上", "98.5%以上=98.5% at-least"},
      {"百分之九十八点五", "百分之九十八点五=98.5%"},
      {"百分之九十八", "百分之九十八=98%"},
      {"达百分之百", "百分之百=100%"},
      {"达到百分百", "百分百=100%"},
      {"百分之98", "百分之98=98%"},
      {"百分之三十以上", "百分之三十以上=30% at-least"},
      {"百分之九十多", "百分之九十多=90% odd"},
      {"千分之三", "千分之三=0.3%"},
      {"万分之五", "万分之五=0.05%"},
      {"3‰", "3‰=0.3%"},
      {"九成六", "九成六=96%"},
      {"九成以上", "九成以上=90% at-least"},
      {"超过九成", "超过九成=90% at-least"},
      {"近八成", "近八成=80% about"},
      {"九成半", "九成半=95%"},
      {"六成多", "六成多=60% odd"},
      {"9成以上", "9成以上=90% at-least"},
      {"1.2成", "1.2成=12%"},
      {"9.6成以上", "9.6成以上=96% at-least"},
      {"平均下降四成", "四成=40%"},
      {"100%办结", "100%=100%"},
      {"办结率百分之九十九。", "百分之九十九=99%"},
  });
  check(kCases);
}

BOOST_AUTO_TEST_CASE(parts_of_a_number) {
  const std::string normal =
      normalize_phrase("发放资料约1.2万余份左右，化解率98.30%，知晓率九成，百分之九十八点五，千分之三");
  const auto numbers = find_numbers(normal, {0, static_cast<std::uint32_t>(normal.size())}, units());
  BOOST_TEST_REQUIRE(numbers.size() == 5U);
  BOOST_TEST(numbers[0].range.of(normal) == "约1.2万余份左右");
  BOOST_TEST(numbers[0].digits.of(normal) == "1.2万");
  BOOST_TEST(numbers[0].unit_range.of(normal) == "份");
  BOOST_TEST(numbers[0].decimals == 1);
  BOOST_CHECK(numbers[0].notation == Notation::mixed);
  BOOST_TEST(numbers[1].digits.of(normal) == "98.30%");
  BOOST_TEST(numbers[1].decimals == 2);
  BOOST_TEST(numbers[1].unit_range.empty());
  BOOST_CHECK(numbers[1].notation == Notation::arabic);
  BOOST_TEST(numbers[2].decimals == -1);
  BOOST_TEST(numbers[3].digits.of(normal) == "百分之九十八点五");
  BOOST_TEST(numbers[3].decimals == 1);
  BOOST_CHECK(numbers[3].notation == Notation::chinese);
  BOOST_TEST(numbers[4].decimals == 1);
}

BOOST_AUTO_TEST_CASE(only_the_window_is_read) {
  const std::string normal = normalize_phrase("排查118起，化解116起。");
  const auto comma = static_cast<std::uint32_t>(normal.find("，"));
  BOOST_TEST(described(normal, find_numbers(normal, {0, comma}, units())) == "118起=118起");
  BOOST_TEST(described(normal, find_numbers(normal, {comma, static_cast<std::uint32_t>(normal.size())}, units())) ==
             "116起=116起");
  const auto inside = static_cast<std::uint32_t>(normal.find("18起"));
  BOOST_TEST(described(normal, find_numbers(normal, {inside, comma}, units())).empty());
  const std::string prefix = normalize_phrase("约20人");
  BOOST_TEST(described(prefix, find_numbers(prefix, {3, static_cast<std::uint32_t>(prefix.size())}, units())) ==
             "20人=20人");
}

BOOST_AUTO_TEST_CASE(numbers_do_not_overlap) {
  const std::string normal = normalize_phrase(
      "全年共排查矛盾纠纷三百余起20多件，近百场次超过50人以上约30份左右百分之九十八以上九成六以上数十次上百人12，345件1"
      ".2万余份");
  std::uint32_t end = 0;
  for (const Number& number : find_numbers(normal, {0, static_cast<std::uint32_t>(normal.size())}, units())) {
    BOOST_TEST(number.range.begin >= end);
    BOOST_TEST(number.range.contains(number.digits));
    BOOST_TEST(number.range.contains(number.unit_range));
    end = number.range.end;
  }
  BOOST_TEST(end == normal.size());
}

BOOST_AUTO_TEST_CASE(any_text_gives_numbers_in_order) {
  constexpr std::u32string_view kSigns =
      U"0123456789一二三两五九十百千万亿〇零廿余多几来数近约上超第年月日号时点分之成半%‰.,，、·:-"
      U"—至（）。件次起人个起大届项\n";
  std::mt19937 random(118);
  std::uniform_int_distribution<std::size_t> index(0, kSigns.size() - 1);
  for (int round = 0; round < 30000; ++round) {
    std::string text;
    for (int left = round % 18; left > 0; --left) utf8::append(text, kSigns[index(random)]);
    const auto size = static_cast<std::uint32_t>(text.size());
    std::uint32_t end = 0;
    for (const Number& number : find_numbers(text, {0, size}, units())) {
      BOOST_TEST_CONTEXT(text) {
        BOOST_REQUIRE(number.range.begin >= end && number.range.end <= size);
        BOOST_REQUIRE(!number.digits.empty());
        BOOST_REQUIRE(number.range.contains(number.digits));
        BOOST_REQUIRE(number.range.contains(number.unit_range));
        BOOST_REQUIRE(!utf8::is_continuation(text[number.range.begin]));
        BOOST_REQUIRE(number.value >= 0);
      }
      end = number.range.end;
    }
  }
}

BOOST_AUTO_TEST_CASE(repetitive_text_without_end_is_read) {
  for (const std::string_view part :
       {"1", "一", "1、", "一百", "1，111", "百分之", "数十", "1.", "3月", "第一、", "2021—", "一个", "约", "1:"}) {
    std::string text;
    while (text.size() < (std::size_t{1} << 18)) text += part;
    BOOST_TEST_CONTEXT(part) {
      BOOST_TEST(find_numbers(text, {0, static_cast<std::uint32_t>(text.size())}, units()).size() <= text.size());
    }
  }
}

BOOST_AUTO_TEST_CASE(whole_numerals) {
  struct Whole {
    std::string_view text;
    std::int32_t value;
  };
  constexpr auto kCases = std::to_array<Whole>({
      {"一", 1},          {"十", 10},        {"十二", 12}, {"二十", 20},    {"二十一", 21},      {"廿三", 23},
      {"卅", 30},         {"一百零二", 102}, {"两", 2},    {"两千", 2000},  {"12", 12},          {"2024", 2024},
      {"二〇二四", 2024}, {"二○二一", 2021}, {"〇", 0},    {"三万", 30000}, {"百", 100},         {"", -1},
      {"甲", -1},         {"一甲", -1},      {"12a", -1},  {"十十", -1},    {"99999999999", -1},
  });
  for (const Whole& each : kCases) {
    BOOST_TEST_CONTEXT(each.text) { BOOST_TEST(parse_numeral(each.text) == each.value); }
  }
}

BOOST_AUTO_TEST_CASE(lexicon_prefers_the_longest_unit) {
  std::uint32_t length = 0;
  BOOST_TEST(units().name(units().match("件次数", length)) == "件次");
  BOOST_TEST(length == 6U);
  BOOST_TEST(units().name(units().match("km", length)) == "km");
  BOOST_TEST(units().name(units().match("km以内", length)) == "km");
  BOOST_TEST(units().match("甲", length) == -1);
  BOOST_TEST(length == 0U);
  BOOST_TEST(units().match("", length) == -1);
  BOOST_TEST(UnitLexicon().match("件", length) == -1);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
