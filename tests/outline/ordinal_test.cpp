#include "outline/ordinal.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <span>
#include <string>
#include <string_view>

#include "outline/read_sample.hpp"
#include "outline/segment.hpp"
#include "text/normalize.hpp"

namespace fazhi {
namespace {

std::string_view name(OrdinalStyle style) {
  switch (style) {
    case OrdinalStyle::part:
      return "第一部分";
    case OrdinalStyle::chinese_comma:
      return "一、";
    case OrdinalStyle::chinese_parentheses:
      return "（一）";
    case OrdinalStyle::arabic_point:
      return "1.";
    case OrdinalStyle::arabic_parentheses:
      return "（1）";
    case OrdinalStyle::circled:
      return "①";
    case OrdinalStyle::chinese_is:
      return "一是";
    case OrdinalStyle::sequence:
      return "第一，";
    case OrdinalStyle::adverb:
      return "首先";
  }
  return "?";
}

/// “style=value:text”, "" where there is none.
std::string ordinal_of(std::string_view text) {
  const std::string normal = normalize_phrase(text);
  const auto found = ordinal_at(normal, 0, static_cast<std::uint32_t>(normal.size()));
  if (!found) return {};
  return std::string(name(found->style)) + "=" + std::to_string(found->value) + ":" + std::string(found->range.of(normal));
}

struct Case {
  std::string_view text;
  std::string_view ordinal;
};

constexpr auto kOrdinals = std::to_array<Case>({
    {"一、主要工作", "一、=1:一、"},
    {"十二、其他", "一、=12:十二、"},
    {"二十一、其他", "一、=21:二十一、"},
    {"三.存在的问题", "一、=3:三."},
    {"三．存在的问题", "一、=3:三."},
    {"三，存在的问题", "一、=3:三，"},
    {"（一）加强领导", "（一）=1:（一）"},
    {"(十一)加强领导", "（一）=11:（十一）"},
    {"（二）、加强领导", "（一）=2:（二）、"},
    {"二）加强领导", "（一）=2:二）"},
    {"1.加强领导", "1.=1:1."},
    {"１．加强领导", "1.=1:1."},
    {"2、加强领导", "1.=2:2、"},
    {"12. 加强领导", "1.=12:12."},
    {"22.12345热线办理", "1.=22:22."},
    {"（1）加强领导", "（1）=1:（1）"},
    {"(12)加强领导", "（1）=12:（12）"},
    {"3）加强领导", "（1）=3:3）"},
    {"①加强领导", "①=1:①"},
    {"⑳加强领导", "①=20:⑳"},
    {"一是加强领导", "一是=1:一是"},
    {"二要加强领导", "一是=2:二要"},
    {"十是加强领导", "一是=10:十是"},
    {"第一，加强领导", "第一，=1:第一，"},
    {"第三、加强领导", "第一，=3:第三、"},
    {"第二：加强领导", "第一，=2:第二："},
    {"第一部分 工作回顾", "第一部分=1:第一部分"},
    {"第二部分：下一步打算", "第一部分=2:第二部分："},
    {"首先，加强领导", "首先=1:首先"},
    {"其次加强领导", "首先=2:其次"},
    {"再次，加强领导", "首先=3:再次"},
    {"最后，加强领导", "首先=99:最后"},
});

constexpr auto kNotOrdinals = std::to_array<Case>({
    {"1.2万人次参加", ""},
    {"3.15消费者权益日", ""},
    {"12.4国家宪法日", ""},
    {"2.3户居民", ""},
    {"3.141公里", ""},
    {"6.26禁毒日", ""},
    {"98.5%的纠纷", ""},
    {"2024.1月", ""},
    {"第一书记带头", ""},
    {"第一责任人职责", ""},
    {"第一时间处置", ""},
    {"第三方评估", ""},
    {"第八个五年规划", ""},
    {"十四五规划", ""},
    {"八五普法", ""},
    {"三项制度", ""},
    {"一村一法律顾问", ""},
    {"一年来，我镇", ""},
    {"一方面加强", ""},
    {"四议两公开", ""},
    {"一律依法", ""},
    {"（二〇二四年）", ""},
    {"（2024年）", ""},
    {"（一）", "（一）=1:（一）"},
    {"（以下简称条例）", ""},
    {"100、", ""},
    {"0.5", ""},
    {"2024年，我镇", ""},
    {"", ""},
    {"。", ""},
});

void check(std::span<const Case> cases) {
  for (const Case& each : cases) {
    BOOST_TEST_CONTEXT(each.text) { BOOST_TEST(ordinal_of(each.text) == each.ordinal); }
  }
}

/// The items of one paragraph, one behind the other.
std::string items_of(std::string_view text) {
  const Report report = test::read_sample(std::string("一、主要工作\n") + std::string(text) + "\n");
  std::string out;
  for (const Sentence& sentence : report.sentences) {
    if (sentence.heading) continue;
    out += (out.empty() ? "" : " | ") + std::string(report.text(sentence.range));
  }
  return out;
}

constexpr auto kInText = std::to_array<Case>({
    {"主要做法：一是抓学习，二是抓宣传，三是抓执法。", "主要做法： | 一是抓学习， | 二是抓宣传， | 三是抓执法。"},
    {"统一是非标准，做到万众一是的。", "统一是非标准，做到万众一是的。"},
    {"这十三是数字。", "这十三是数字。"},
    {"化解纠纷，其中一是山林，一律登记。", "化解纠纷，其中一是山林，一律登记。"},
    {"第一，抓学习。第二，抓宣传。", "第一，抓学习。 | 第二，抓宣传。"},
    {"镇党委第一，村支部第二，都很好。", "镇党委第一，村支部第二，都很好。"},
    {"首先抓学习；其次抓宣传；最后抓执法。", "首先抓学习； | 其次抓宣传； | 最后抓执法。"},
    {"大家首先想到的是法。", "大家首先想到的是法。"},
    {"工作如下：①学习；②宣传；③执法。", "工作如下： | ①学习； | ②宣传； | ③执法。"},
    {"工作如下：1.学习。2.宣传1.2万人次。3.执法。", "工作如下： | 1.学习。 | 2.宣传1.2万人次。 | 3.执法。"},
    {"工作如下：（1）学习；（2）宣传。", "工作如下： | （1）学习； | （2）宣传。"},
    {"利用3.15、6.26、12.4开展宣传。", "利用3.15、6.26、12.4开展宣传。"},
    {"按照（一）（二）两项办理。", "按照（一）（二）两项办理。"},
});

}  // namespace

BOOST_AUTO_TEST_SUITE(ordinal)

BOOST_AUTO_TEST_CASE(styles) { check(kOrdinals); }

BOOST_AUTO_TEST_CASE(near_misses) { check(kNotOrdinals); }

BOOST_AUTO_TEST_CASE(items_of_running_text) {
  for (const Case& each : kInText) {
    BOOST_TEST_CONTEXT(each.text) { BOOST_TEST(items_of(each.text) == each.ordinal); }
  }
}

BOOST_AUTO_TEST_CASE(ends_with_the_range) {
  const std::string text = "一、工作";
  BOOST_TEST(!ordinal_at(text, 0, 3).has_value());
  BOOST_TEST(ordinal_at(text, 0, 6).has_value());
  BOOST_TEST(!ordinal_at(text, 6, 12).has_value());
}

BOOST_AUTO_TEST_CASE(what_numbers_headings) {
  BOOST_TEST(numbers_headings(OrdinalStyle::chinese_comma));
  BOOST_TEST(numbers_headings(OrdinalStyle::circled));
  BOOST_TEST(!numbers_headings(OrdinalStyle::chinese_is));
  BOOST_TEST(!numbers_headings(OrdinalStyle::sequence));
  BOOST_TEST(!numbers_headings(OrdinalStyle::adverb));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
