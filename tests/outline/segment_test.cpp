#include "outline/segment.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "outline/read_sample.hpp"
#include "text/normalize.hpp"

namespace fazhi {
namespace {

struct Case {
  std::string_view text;
  std::string_view parts;  ///< parted by “ | ”
};

std::string sentences_of(std::string_view text) {
  const std::vector<TextRange> whole{{0, static_cast<std::uint32_t>(text.size())}};
  const NormalText normal = normalize(text, whole);
  std::string out;
  for (const Sentence& each : segment(normal)) out += (out.empty() ? "" : " | ") + std::string(each.range.of(normal.text));
  return out;
}

std::string clauses_of(std::string_view text) {
  const std::string normal = normalize_phrase(text);
  std::vector<TextRange> clauses;
  append_clauses(normal, {0, static_cast<std::uint32_t>(normal.size())}, clauses);
  std::string out;
  for (const TextRange& each : clauses) out += (out.empty() ? "" : " | ") + std::string(each.of(normal));
  return out;
}

constexpr auto kSentences = std::to_array<Case>({
    {"抓学习。抓宣传。", "抓学习。 | 抓宣传。"},
    {"抓学习；抓宣传！抓执法？好", "抓学习； | 抓宣传！ | 抓执法？ | 好"},
    {"抓学习，抓宣传：抓执法、抓培训", "抓学习，抓宣传：抓执法、抓培训"},
    {"“要抓学习。”抓宣传。", "要抓学习。 | 抓宣传。"},
    {"学了《民法典》。抓宣传。", "学了《民法典》。 | 抓宣传。"},
    {"（抓学习。）抓宣传。", "（抓学习。） | 抓宣传。"},
    {"抓学习。。抓宣传。", "抓学习。。 | 抓宣传。"},
    {"抓学习！！！", "抓学习！！！"},
    {"化解率98.5%。", "化解率98.5%。"},
    {"没有标点", "没有标点"},
    {"", ""},
});

constexpr auto kClauses = std::to_array<Case>({
    {"抓学习，抓宣传：抓执法；抓培训。", "抓学习， | 抓宣传： | 抓执法； | 抓培训。"},
    {"贯彻《关于加强执法，规范程序的意见》，抓落实。", "贯彻《关于加强执法，规范程序的意见》， | 抓落实。"},
    {"成立专班（组长：书记，成员：站所长），抓落实。", "成立专班（组长：书记，成员：站所长）， | 抓落实。"},
    {"抓学习、抓宣传", "抓学习、抓宣传"},
    {"发放1,200份，受众3,000人", "发放1,200份， | 受众3,000人"},
    {"不成对）的括号，也分开", "不成对）的括号， | 也分开"},
    {"，开头", "， | 开头"},
    {"", ""},
});

/// Items as letters, one for each sentence of the body: sentences of one item share a letter.
std::string items_of(std::string_view text) {
  const Report report = test::read_sample(text);
  std::map<std::uint32_t, char> letters;
  std::string out;
  for (const Sentence& each : report.sentences) {
    if (each.heading) continue;
    const auto letter = static_cast<char>('a' + static_cast<int>(letters.size()));
    out += letters.try_emplace(each.item, letter).first->second;
  }
  return out;
}

constexpr auto kItems = std::to_array<Case>({
    {"一、主要工作\n一是抓学习。办班两期。二是抓宣传。办展三场。", "aabb"},
    {"一、主要工作\n抓学习。抓宣传。", "ab"},
    {"一、主要工作\n总的看：一是抓学习；二是抓宣传。\n抓执法。", "abcd"},
    {"一、主要工作\n一是抓学习。办班。\n办展。二是抓宣传。", "aabc"},
    {"一、主要工作\n（一）加强领导。\n抓学习。抓宣传。", "ab"},
});

}  // namespace

BOOST_AUTO_TEST_SUITE(segments)

BOOST_AUTO_TEST_CASE(sentences) {
  for (const Case& each : kSentences) {
    BOOST_TEST_CONTEXT(each.text) { BOOST_TEST(sentences_of(each.text) == each.parts); }
  }
}

BOOST_AUTO_TEST_CASE(clauses) {
  for (const Case& each : kClauses) {
    BOOST_TEST_CONTEXT(each.text) { BOOST_TEST(clauses_of(each.text) == each.parts); }
  }
}

BOOST_AUTO_TEST_CASE(items) {
  for (const Case& each : kItems) {
    BOOST_TEST_CONTEXT(each.text) { BOOST_TEST(items_of(each.text) == each.parts); }
  }
}

BOOST_AUTO_TEST_CASE(sentences_fill_their_paragraphs) {
  const Report report = test::read_sample(
      "云溪镇2024年法治政府建设年度报告\n一、主要工作\n（一）抓学习。办班两期；办展三场。\n二、问题\n一是慢。二是少。\n");
  std::vector<TextRange> filled(report.normal.paragraphs.size());
  for (const Sentence& each : report.sentences) {
    TextRange& paragraph = filled[each.paragraph];
    if (paragraph.empty()) paragraph = {each.range.begin, each.range.begin};
    BOOST_TEST(paragraph.end == each.range.begin);
    paragraph.end = each.range.end;
  }
  for (std::size_t index = 0; index < filled.size(); ++index) BOOST_TEST((filled[index] == report.normal.paragraphs[index]));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
