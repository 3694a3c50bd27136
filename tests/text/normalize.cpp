#include "text/normalize.hpp"

#include <map>
#include <iconv.h>

#include <array>
#include <boost/test/unit_test.hpp>
#include <random>
#include <span>
#include <string>

#include "text/utf8.hpp"

namespace fazhi {
namespace {

struct Case {
  std::string_view given;
  std::string_view expected;
};

void check(std::span<const Case> cases) {
  for (const Case& each : cases) {
    BOOST_TEST_CONTEXT(each.given) {
      BOOST_TEST(normalize_phrase(each.given) == each.expected);
      BOOST_TEST(normalize_phrase(each.expected) == each.expected);
    }
  }
}

NormalText normalize_whole(std::string_view text) {
  const TextRange whole{0, static_cast<std::uint32_t>(text.size())};
  return normalize(text, std::span(&whole, 1));
}

/// The original of what stands first as `passage` in the normal form.
std::string original_of(std::string_view text, std::string_view passage) {
  const NormalText normal = normalize_whole(text);
  const std::size_t at = normal.text.find(passage);
  BOOST_REQUIRE(at != std::string::npos);
  const TextRange range{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + passage.size())};
  return std::string(normal.map.original_range(range).of(text));
}

/// Byte offsets between the code points of `text`, both ends with them.
std::vector<std::uint32_t> boundaries_of(std::string_view text) {
  std::vector<std::uint32_t> boundaries{0};
  for (std::uint32_t at = 0; at < text.size(); boundaries.push_back(at)) at += utf8::decode(text, at).size_bytes;
  return boundaries;
}

std::string random_text(std::mt19937& random, std::u32string_view alphabet) {
  std::uniform_int_distribution<std::size_t> length(0, 24);
  std::uniform_int_distribution<std::size_t> index(0, alphabet.size() - 1);
  std::string text;
  for (std::size_t left = length(random); left > 0; --left) utf8::append(text, alphabet[index(random)]);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(normal_form)

BOOST_AUTO_TEST_CASE(ordinary_text_stays) {
  constexpr auto kTexts = std::to_array<std::string_view>({
      "",
      "法治政府建设",
      "年内共排查矛盾纠纷118起，化解116起，化解率98.3%。",
      "《纲要（2021—2025年）》",
      "〔2024〕5号［附］【注】",
      "a—b",
      "COVID-19",
      "http／",
      "乾县",
      "显著",
      "瞭望",
      "借藉",
      "𠮷",
      "①②③",
      "12·4",
  });
  for (const std::string_view text : kTexts) {
    const std::string normal = normalize_phrase(text);
    BOOST_TEST(normalize_phrase(normal) == normal);
  }
  BOOST_TEST(normalize_phrase(kTexts[2]) == kTexts[2]);
  BOOST_TEST(normalize_phrase("𠮷法") == "𠮷法");
}

BOOST_AUTO_TEST_CASE(width_of_letters_and_signs) {
  constexpr auto kCases = std::to_array<Case>({
      {"１２７件次", "127件次"},
      {"ＡＢＣｘｙｚ", "ABCxyz"},
      {"９８％", "98%"},
      {"３．５", "3.5"},
      {"１．抓部署", "1.抓部署"},
      {"“板报＋喇叭”", "板报+喇叭"},
      {"２４／７", "24/7"},
      {"Ａ－Ｂ", "A-B"},
      {"排查,化解", "排查，化解"},
      {"一是;二是", "一是；二是"},
      {"如下:", "如下："},
      {"好!吗?", "好！吗？"},
      {"1,200份", "1,200份"},
      {"1, 200份", "1，200份"},
      {"16:08", "16:08"},
      {"时间:16:08", "时间：16:08"},
      {"１,２", "1,2"},
      {"1\u200b,\u200b2", "1,2"},
      {"(2024)年", "（2024）年"},
      {"a(b)c", "a（b）c"},
      {"﹙甲﹚", "（甲）"},
      {"甲﹐乙﹔丙﹕", "甲，乙；丙："},
      {"好｡､", "好。、"},
      {"3•15", "3·15"},
      {"3・15", "3·15"},
      {"3‧15", "3·15"},
      {"2021–2025", "2021—2025"},
      {"2021―2025", "2021—2025"},
      {"甲‐乙", "甲-乙"},
      {"5~10人", "5～10人"},
      {"5〜10人", "5～10人"},
  });
  check(kCases);
}

BOOST_AUTO_TEST_CASE(quotation_marks_are_dropped) {
  constexpr auto kCases = std::to_array<Case>({
      {"“八五”普法", "八五普法"},
      {"\"三重一大\"", "三重一大"},
      {"「八五」", "八五"},
      {"『法』", "法"},
      {"‘法律明白人’", "法律明白人"},
      {"'三八'节", "三八节"},
      {"＂甲＂＇乙＇", "甲乙"},
      {"〝丙〞〟", "丙"},
      {"«丁»", "丁"},
      {"„戊‟", "戊"},
      {"﹁己﹂", "己"},
      {"｢庚｣", "庚"},
      {"don't", "don't"},
      {"don’t", "don't"},
      {"a' b", "a b"},
      {"《法》", "《法》"},
  });
  check(kCases);
}

BOOST_AUTO_TEST_CASE(traditional_characters) {
  constexpr auto kCases = std::to_array<Case>({
      {"法治政府建設年度報告", "法治政府建设年度报告"},
      {"鄉鎮黨委書記", "乡镇党委书记"},
      {"排查70餘起", "排查70余起"},
      {"眾衆為爲產説說", "众众为为产说说"},
      {"臺灣", "台湾"},
      {"山峯", "山峰"},
      {"乾县显著瞭望覆盖", "乾县显著瞭望覆盖"},
  });
  check(kCases);
}

BOOST_AUTO_TEST_CASE(compatibility_characters) {
  constexpr auto kCases = std::to_array<Case>({
      {"⼀⼆", "一二"},
      {"⻓⻔⺠⻅⻋", "长门民见车"},
      {"⾔⾞⾧", "言车长"},
      {"\uF9D1", "六"},
      {"\U0002F800", "丽"},
  });
  check(kCases);
}

BOOST_AUTO_TEST_CASE(white_space) {
  constexpr auto kCases = std::to_array<Case>({
      {"执 法", "执法"},
      {"开展 37 余场", "开展37余场"},
      {"　　一、", "一、"},
      {"a  b", "a b"},
      {"1 200", "1 200"},
      {"1\u3000 2", "1 2"},
      {"甲\n乙", "甲乙"},
      {"甲\t乙", "甲乙"},
      {"a\nb", "a b"},
      {"12 %", "12%"},
      {"a “b”", "a b"},
      {" a ", "a"},
      {"甲\u00a0\u2003乙", "甲乙"},
      {"3 . 5", "3.5"},
      {"", ""},
      {" \n　", ""},
  });
  check(kCases);
}

BOOST_AUTO_TEST_CASE(what_is_not_text_is_dropped) {
  constexpr auto kCases = std::to_array<Case>({
      {"法\u200b治\u200d政\ufeff府", "法治政府"},
      {"\u202a法\u202c治\u2066", "法治"},
      {"法\u00ad治", "法治"},
      {"葛\ufe00\U000E0100", "葛"},
      {"法\x01\x07治\x7f", "法治"},
      {"法\ue000治\uf8ff", "法治"},
      {"图\ufffc", "图"},
      {"[bookmark: _GoBack]（二）强化", "（二）强化"},
      {"[1]注", "[1]注"},
      {"{PAGE}页", "页"},
      {"{ PAGE \\* MERGEFORMAT }", ""},
      {"{N}", "{N}"},
      {"甲_GoBack乙", "甲乙"},
      {"_Toc12345一、", "一、"},
      {"____场次", "____场次"},
      {"_Toc", "_Toc"},
      {"[bookmark: x", "[bookmark：x"},
  });
  check(kCases);
}

BOOST_AUTO_TEST_CASE(page_numbers_inside_a_paragraph) {
  constexpr auto kCases = std::to_array<Case>({
      {"凡涉及\n- 1 -\n\n事项", "凡涉及事项"},
      {"凡涉及\n\n— 12 —\n事项", "凡涉及事项"},
      {"凡涉及\n第 3 页 共 8 页\n事项", "凡涉及事项"},
      {"凡涉及\n·3·\n事项", "凡涉及事项"},
      {"凡涉及\n3\n事项", "凡涉及事项"},
      {"凡涉及\n－３－\n事项", "凡涉及事项"},
      {"凡涉及\n3件\n事项", "凡涉及3件事项"},
      {"凡涉及\n2024\n事项", "凡涉及2024事项"},
      {"共计\n37", "共计37"},
      {"- 3 -", "-3-"},
  });
  check(kCases);
}

BOOST_AUTO_TEST_CASE(evidence_is_quoted_from_the_original) {
  BOOST_TEST(original_of("化解“八五”普法", "八五普法") == "八五”普法");
  BOOST_TEST(original_of("“八五”普法", "八五") == "八五");
  BOOST_TEST(original_of("累计开展 37余场，", "37余场") == "37余场");
  BOOST_TEST(original_of("审查１２７件次", "127件次") == "１２７件次");
  BOOST_TEST(original_of("率９８％。", "98%") == "９８％");
  BOOST_TEST(original_of("甲,乙", "，") == ",");
  BOOST_TEST(original_of("甲,乙", "甲，") == "甲,");
  BOOST_TEST(original_of("甲(乙)丙", "（乙）") == "(乙)");
  BOOST_TEST(original_of("甲(乙)丙", "丙") == "丙");
  BOOST_TEST(original_of("行政执 法全", "执法") == "执 法");
  BOOST_TEST(original_of("涉及\n- 1 -\n\n“三重一大”", "涉及三重一大") == "涉及\n- 1 -\n\n“三重一大");
  BOOST_TEST(original_of("a  b", "a b") == "a  b");
  BOOST_TEST(original_of("a　 b", " ") == "　");
  BOOST_TEST(original_of("[bookmark: _GoBack]（二）", "（二）") == "（二）");
}

BOOST_AUTO_TEST_CASE(paragraphs_are_kept_apart) {
  const std::string text = "“一、甲”\n\n　乙,丙 \n戊";
  const auto from = [&](std::string_view part) {
    const auto at = static_cast<std::uint32_t>(text.find(part));
    return TextRange{at, at + static_cast<std::uint32_t>(part.size())};
  };
  const std::array ranges{from("“一、甲”"), from("乙,丙"), TextRange{from("戊").begin, from("戊").begin}, from("戊")};
  const NormalText normal = normalize(text, ranges);
  BOOST_TEST(normal.text == "一、甲\n乙，丙\n\n戊\n");
  BOOST_TEST_REQUIRE(normal.paragraphs.size() == 4U);
  BOOST_TEST(normal.paragraphs[1].of(normal.text) == "乙，丙");
  BOOST_TEST(normal.paragraphs[2].empty());
  BOOST_TEST(normal.map.original_range(normal.paragraphs[0]).of(text) == "一、甲");
  BOOST_TEST(normal.map.original_range(normal.paragraphs[1]).of(text) == "乙,丙");
  BOOST_TEST(normal.map.original_range(normal.paragraphs[3]).of(text) == "戊");
}

BOOST_AUTO_TEST_CASE(every_range_leads_to_text_with_that_normal_form) {
  // Only characters whose fold does not depend on their neighbours.
  constexpr std::u32string_view kAlphabet =
      U"法治年，。、（）“”「」() ～~　\u3000設報餘⼀⻓\u200b\uFEFF–—Ａ１％．𠮷\U0002F800+\u202A·•\uE000";
  std::mt19937 random(20240118);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random, kAlphabet);
    const NormalText normal = normalize_whole(text);
    const std::string_view body = std::string_view(normal.text).substr(0, normal.text.size() - 1);
    const auto boundaries = boundaries_of(body);
    for (std::size_t first = 0; first < boundaries.size(); ++first) {
      for (std::size_t last = first; last < boundaries.size(); ++last) {
        const TextRange range{boundaries[first], boundaries[last]};
        const TextRange original = normal.map.original_range(range);
        BOOST_REQUIRE(original.begin <= original.end && original.end <= text.size());
        // A space at either end of a range has no neighbours to be kept between.
        if (range.of(body).starts_with(' ') || range.of(body).ends_with(' ')) continue;
        BOOST_REQUIRE_EQUAL(normalize_phrase(original.of(text)), range.of(body));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_normal_form_of_a_normal_form_is_itself) {
  constexpr std::u32string_view kAlphabet = U"ab1２,;:!?()'’\"“ \n\t\u3000\u200b-—3法[]{}_PAGE.%設\uFEFF";
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random_text(random, kAlphabet);
    const std::string normal = normalize_phrase(text);
    BOOST_REQUIRE_EQUAL(normalize_phrase(normal), normal);
  }
}

BOOST_AUTO_TEST_CASE(original_ranges_ascend) {
  constexpr std::u32string_view kAlphabet = U"ab1２,:()'“ \n\u3000-3法[_設";
  std::mt19937 random(11);
  for (int round = 0; round < 5000; ++round) {
    const std::string text = random_text(random, kAlphabet);
    const NormalText normal = normalize_whole(text);
    std::uint32_t end = 0;
    const auto boundaries = boundaries_of(std::string_view(normal.text).substr(0, normal.text.size() - 1));
    for (std::size_t at = 0; at + 1 < boundaries.size(); ++at) {
      const TextRange original = normal.map.original_range({boundaries[at], boundaries[at + 1]});
      BOOST_REQUIRE(original.begin >= end);
      BOOST_REQUIRE(original.end > original.begin);
      BOOST_REQUIRE_EQUAL(original.size(), utf8::decode(text, original.begin).size_bytes);
      end = original.end;
    }
  }
}

BOOST_AUTO_TEST_CASE(repetitive_text_without_end_is_normalised) {
  for (const std::string_view part :
       {"法", "1,", "\u200b,", " ", "\n", "\n3", "{", "{PAGE ", "[bookmark:", "_Toc", "“", "a'"}) {
    std::string text;
    while (text.size() < (std::size_t{1} << 18)) text += part;
    BOOST_TEST_CONTEXT(part) { BOOST_TEST(normalize_phrase(text).size() <= 3 * text.size()); }
  }
}

BOOST_AUTO_TEST_CASE(characters_of_gb2312_are_never_changed_but_four_that_only_traditional_text_uses) {
  const std::map<std::string, std::string> traditional{{"後", "后"}, {"於", "于"}, {"徵", "征"}, {"夥", "伙"}};
  const iconv_t converter = iconv_open("UTF-8", "GB2312");
  int count = 0;
  for (int row = 0xB0; row <= 0xF7; ++row) {
    for (int cell = 0xA1; cell <= 0xFE; ++cell) {
      std::string bytes{static_cast<char>(row), static_cast<char>(cell)};
      std::string character(8, '\0');
      char* in = bytes.data();
      char* out = character.data();
      std::size_t in_left = bytes.size();
      std::size_t out_left = character.size();
      if (iconv(converter, &in, &in_left, &out, &out_left) != 0) continue;
      character.resize(character.size() - out_left);
      const auto changed = traditional.find(character);
      BOOST_REQUIRE_EQUAL(normalize_phrase(character), changed == traditional.end() ? character : changed->second);
      ++count;
    }
  }
  iconv_close(converter);
  BOOST_TEST(count == 6763);
  for (const std::string_view kept : {"瞭", "祇"}) BOOST_TEST(normalize_phrase(kept) == kept);
}

BOOST_AUTO_TEST_CASE(patterns_keep_their_syntax) {
  constexpr auto kCases = std::to_array<Case>({
      {R"(化解率\d+(?:\.\d+)?％)", R"(化解率\d+(?:\.\d+)?%)"},
      {"“八五”普法", "八五普法"},
      {"“?八五”?普法", "八五普法"},
      {"“{0,1}八五", "八五"},
      {"“??八五", "八五"},
      {"[“”]?八五", "[“”]?八五"},
      {"[^”]{0,5}", "[^”]{0,5}"},
      {"(?:建設|报告)", "(?:建设|报告)"},
      {"１２", "12"},
      {"３．５", "3．5"},
      {"a,b{1,3}", "a,b{1,3}"},
      {R"(\[注\])", R"(\[注\])"},
      {R"(\"甲)", "甲"},
      {"甲 乙", "甲 乙"},
      {"(?!不)", "(?!不)"},
      {"＋", "＋"},
      {"甲\\", "甲\\"},
      {"", ""},
  });
  for (const Case& each : kCases) {
    BOOST_TEST_CONTEXT(each.given) { BOOST_TEST(normalize_pattern(each.given) == each.expected); }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
