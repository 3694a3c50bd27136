#include "similarity/compare.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

#include "base/limits.hpp"
#include "similarity/sample.hpp"
#include "similarity/unit_names.hpp"

namespace fazhi {
namespace {

using test::comparable;
using test::joined;
using test::sentences_of_a_report;
using test::sentences_of_another;

constexpr std::uint32_t kAll = 1000;

const CommonShingles& none() {
  static const CommonShingles common;
  return common;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

/// Every shingle of `text`, as if all reports of a batch had it.
CommonShingles common_to_all(const ComparableText& text) {
  ShingleCounts counts;
  for (int each = 0; each < 3; ++each) counts.add(signature_of(text));
  return counts.common(3);
}

/// `text` again and again, up to what a report may hold.
std::string endless(std::string_view text) {
  std::string out;
  while (out.size() + text.size() <= limits::kTextBytes) out += text;
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(compare_reports)

BOOST_AUTO_TEST_CASE(the_same_text_is_one_passage) {
  const std::string text = joined(sentences_of_a_report());
  const Comparison found = compare(comparable(text), comparable(text), none());
  BOOST_TEST(found.share_first() == kAll);
  BOOST_TEST(found.share_second() == kAll);
  BOOST_REQUIRE(found.passages.size() == 1U);
  BOOST_TEST(found.passages[0].first.of(text).starts_with("年初把渡口安全"));
  BOOST_TEST(found.passages[0].first.of(text).ends_with("旁听笔记"));
  BOOST_TEST(is_copy(found));
}

BOOST_AUTO_TEST_CASE(different_texts_share_nothing) {
  const Comparison found =
      compare(comparable(joined(sentences_of_a_report())), comparable(joined(sentences_of_another())), none());
  BOOST_TEST(found.share() == 0U);
  BOOST_TEST(found.passages.empty());
  BOOST_TEST(!is_copy(found));
}

BOOST_AUTO_TEST_CASE(other_figures_and_names_do_not_hide_a_copy) {
  const std::string body = "蒲荇镇全年调处纠纷118起，蒲荇镇司法所排查隐患二十三处，为蒲荇群众挽回损失1.2万元。";
  std::string copy = replaced(replaced(body, "118", "97"), "二十三", "8");
  copy = replaced(replaced(copy, "蒲荇", "云雀坪"), "1.2万", "三千");
  const Comparison found = compare(comparable(body, names_of_unit("沚湖县蒲荇镇人民政府")),
                                   comparable(copy, names_of_unit("岚水县云雀坪镇人民政府")), none());
  BOOST_TEST(found.share_first() == kAll);
  BOOST_TEST(found.share_second() == kAll);
}

BOOST_AUTO_TEST_CASE(another_order_does_not_hide_a_copy) {
  std::vector<std::string> sentences = sentences_of_a_report();
  const std::string text = joined(sentences);
  std::mt19937 random(7);
  std::shuffle(sentences.begin(), sentences.end(), random);
  const Comparison found = compare(comparable(text), comparable(joined(sentences)), none());
  BOOST_TEST(found.share_first() == kAll);
  BOOST_TEST(found.share_second() == kAll);
  BOOST_TEST(found.passages.size() > 5U);
}

BOOST_AUTO_TEST_CASE(a_copied_half_is_told_with_its_places) {
  const auto& own = sentences_of_a_report();
  const auto& other = sentences_of_another();
  const std::string text = joined(own);
  const std::string mixed = joined({other[0], own[4], own[5], other[1], other[2], own[9], other[3]});
  const Comparison found = compare(comparable(text), comparable(mixed), none());
  BOOST_TEST(found.share_first() > 200U);
  BOOST_TEST(found.share_first() < 300U);
  BOOST_TEST(found.share_second() > 350U);
  BOOST_TEST(found.share_second() < 500U);
  BOOST_TEST(found.copied_first == found.copied_second);
  BOOST_REQUIRE(found.passages.size() == 2U);
  BOOST_TEST(found.passages[0].counted_points > found.passages[1].counted_points);
  const std::string long_passage = own[4] + "\n" + own[5];
  BOOST_TEST(long_passage.starts_with(found.passages[0].first.of(text)));
  BOOST_TEST(long_passage.starts_with(found.passages[0].second.of(mixed)));
  BOOST_TEST(found.passages[0].second.begin == mixed.find(own[4]));
  BOOST_TEST(found.passages[1].first.begin == text.find(own[9]));
  BOOST_TEST(found.passages[1].first.of(text) == found.passages[1].second.of(mixed));
}

BOOST_AUTO_TEST_CASE(an_edited_passage_stays_one) {
  const std::string text = "集镇菜场搬迁前开了三次恳谈会，摊主提出的雨棚高度和卸货时段都写进了方案。";
  const std::string edited = "集镇菜场搬迁前开了三次恳谈会，会后逐条答复，摊主提出的雨棚高度和装卸时段都写进了方案。";
  const Comparison found = compare(comparable(text), comparable(edited), none());
  BOOST_REQUIRE(found.passages.size() == 1U);
  BOOST_TEST(found.passages[0].first.of(text) == text.substr(0, text.find("。")));
  BOOST_TEST(found.passages[0].second.of(edited) == edited.substr(0, edited.find("。")));
  BOOST_TEST(found.copied_first + 2 == found.countable_first);
}

BOOST_AUTO_TEST_CASE(a_few_words_alike_are_no_passage) {
  const Comparison found = compare(comparable("镇里请律师逐条对照水上交通法规讲了一课"),
                                   comparable("牧民们也学着逐条对照水上交通法规提意见"), none());
  BOOST_TEST(found.passages.empty());
  BOOST_TEST(found.copied_first == 0U);
}

BOOST_AUTO_TEST_CASE(set_phrases_do_not_count) {
  const std::vector<std::string> phrases = {"坚持把保障渡口安全作为一切工作的根本出发点和最终落脚点"};
  const std::string first = phrases[0] + "，" + sentences_of_a_report()[0];
  const std::string second = phrases[0] + "，" + sentences_of_another()[0];
  BOOST_TEST(compare(comparable(first), comparable(second), none()).passages.size() == 1U);
  const Comparison found = compare(comparable(first, {}, phrases), comparable(second, {}, phrases), none());
  BOOST_TEST(found.passages.empty());
  BOOST_TEST(found.countable_first == comparable(sentences_of_a_report()[0]).points.size());
}

BOOST_AUTO_TEST_CASE(what_all_have_does_not_count) {
  const std::string shared = sentences_of_a_report()[1];
  const std::string first = shared + "\n" + sentences_of_a_report()[0];
  const std::string second = shared + "\n" + sentences_of_another()[0];
  const Comparison found = compare(comparable(first), comparable(second), common_to_all(comparable(shared)));
  BOOST_TEST(found.passages.empty());
  BOOST_TEST(found.countable_first < comparable(first).points.size());
}

BOOST_AUTO_TEST_CASE(a_long_stretch_counts_though_all_have_it) {
  const std::string text = joined(sentences_of_a_report());
  const Comparison found = compare(comparable(text), comparable(text), common_to_all(comparable(text)));
  BOOST_TEST(found.share_first() == kAll);
  BOOST_TEST(is_copy(found));
}

BOOST_AUTO_TEST_CASE(a_copied_sentence_alone_makes_no_copy) {
  const std::string text = sentences_of_a_report()[0];
  const Comparison found = compare(comparable(text), comparable(text), none());
  BOOST_TEST(found.share() == kAll);
  BOOST_TEST(!is_copy(found));
}

BOOST_AUTO_TEST_CASE(empty_and_tiny_texts) {
  const ComparableText whole = comparable(joined(sentences_of_a_report()));
  for (const std::string_view tiny : {"", "。", "法", "七个字的一句话"}) {
    for (const Comparison& found : {compare(comparable(tiny), whole, none()), compare(whole, comparable(tiny), none()),
                                    compare(comparable(tiny), comparable(tiny), none())}) {
      BOOST_TEST(found.share() == 0U);
      BOOST_TEST(found.passages.empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(the_other_way_round_gives_the_same) {
  const auto& own = sentences_of_a_report();
  const auto& other = sentences_of_another();
  const ComparableText first = comparable(joined({own[0], other[0], own[1], own[2], other[5]}));
  const ComparableText second = comparable(joined({own[2], own[0], other[7], own[1]}));
  const Comparison one = compare(first, second, none());
  const Comparison reverse = compare(second, first, none());
  BOOST_TEST(one.copied_first == reverse.copied_second);
  BOOST_TEST(one.copied_second == reverse.copied_first);
  BOOST_TEST(one.passages.size() == reverse.passages.size());
}

BOOST_AUTO_TEST_CASE(endless_repetition_stays_linear) {
  const std::string repeated = endless(sentences_of_a_report()[3] + "\n");
  const ComparableText first = comparable(repeated);
  const Comparison found = compare(first, first, none());
  BOOST_TEST(found.share_first() == kAll);
  BOOST_TEST(found.passages.size() == 1U);
  const ComparableText shifted = comparable(std::string_view(repeated).substr(30));
  BOOST_TEST(compare(first, shifted, none()).share_first() > 990U);
  const ComparableText mixed = comparable(endless(sentences_of_another()[2] + "\n" + sentences_of_a_report()[3] + "\n"));
  BOOST_TEST(compare(first, mixed, none()).share_first() > 990U);
  BOOST_TEST(signature_of(first).shingles.size() < 100U);
}

BOOST_AUTO_TEST_CASE(one_character_for_ever_stays_linear) {
  const ComparableText first = comparable(endless("法"));
  const Comparison found = compare(first, first, none());
  BOOST_TEST(found.share_first() == kAll);
  const ComparableText broken = comparable(endless("法法法法法法法法法法法法法法法法法法法法法法法治"));
  BOOST_TEST(compare(first, broken, none()).passages.size() < 1'000U);
  BOOST_TEST(compare(broken, first, none()).share_first() > 900U);
  BOOST_TEST(comparable(endless("一")).points.size() == 1U);
  BOOST_TEST(comparable(endless("《")).points.empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
