#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "checklist/notice_rules.hpp"
#include "document_file.hpp"
#include "present/circular.hpp"
#include "present/list_document.hpp"
#include "present/notice.hpp"
#include "sample_notice.hpp"

namespace fazhi {
namespace {

using test::PlacedPage;
using test::PlacedWord;

constexpr double kMillimetre = 72 / 25.4;

std::string bytes_of(const OfficialDocument& document) {
  const Result<std::string> bytes = official_document(document);
  BOOST_REQUIRE(bytes);
  return *bytes;
}

std::size_t characters_of(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char each) { return (each & 0xC0) != 0x80; }));
}

/// Characters of each line of the text area of an upright page, from its top.
std::map<long, std::size_t> lines_of(const PlacedPage& page) {
  std::map<long, std::size_t> lines;
  for (const PlacedWord& word : page.words) {
    if (word.bottom < page.height - 33 * kMillimetre) lines[std::lround(word.top)] += characters_of(word.text);
  }
  return lines;
}

/// The page number with its dashes: what stands under the text.
PlacedWord number_of(const PlacedPage& page) {
  PlacedWord all{page.width, 0, 0, 0, ""};
  const double margin = (page.width < page.height ? 35 : 26) * kMillimetre;
  for (const PlacedWord& word : page.words) {
    if (word.top < page.height - margin) continue;
    all.top = word.top;
    all.bottom = word.bottom;
    all.left = std::min(all.left, word.left);
    all.right = std::max(all.right, word.right);
    all.text += word.text;
  }
  return all;
}

/// A notice whose opening goes over pages, laid out once.
const std::vector<PlacedPage>& long_notice() {
  static const std::vector<PlacedPage> pages = [] {
    OfficialDocument document = unit_notice(test::notice_list(), 1, builtin_notice_texts());
    std::string text;
    for (int count = 0; count < 22 * 28 * 4; ++count) text += "法";
    document.blocks.insert(document.blocks.begin(), DocumentText{DocumentText::Kind::paragraph, text});
    return test::laid_out(bytes_of(document));
  }();
  return pages;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(layout)

BOOST_AUTO_TEST_CASE(a_full_page_has_22_lines_of_28_characters) {
  const std::vector<PlacedPage>& pages = long_notice();
  if (pages.empty()) return;
  BOOST_REQUIRE(pages.size() > 4U);
  for (const std::size_t page : {1U, 2U}) {
    const auto lines = lines_of(pages[page]);
    BOOST_TEST(lines.size() == 22U);
    for (const auto& [top, characters] : lines) BOOST_TEST(characters == 28U, "line at " << top << " of page " << page + 1);
    const auto& words = pages[page].words;
    const auto left = std::min_element(words.begin(), words.end(), [](const auto& one, const auto& other) { return one.left < other.left; });
    BOOST_TEST(std::abs(left->left - 28 * kMillimetre) < 1.5);
    BOOST_TEST(lines.begin()->first > std::lround(36 * kMillimetre));
  }
}

BOOST_AUTO_TEST_CASE(page_numbers_stand_at_the_outer_side) {
  const std::vector<PlacedPage>& pages = long_notice();
  for (std::size_t index = 0; index < pages.size(); ++index) {
    const PlacedWord number = number_of(pages[index]);
    BOOST_TEST(number.text == "—" + std::to_string(index + 1) + "—");
    const bool is_right = number.left > pages[index].width / 2;
    BOOST_TEST(is_right == (index % 2 == 0));
    if (pages[index].width > pages[index].height) continue;
    const double dash = (number.top + number.bottom) / 2 - (pages[index].height - 35 * kMillimetre);
    BOOST_TEST(std::abs(dash - 7 * kMillimetre) < 3, "under the text by " << dash);
  }
}

BOOST_AUTO_TEST_CASE(the_signature_stands_over_the_date_and_not_alone) {
  const std::vector<PlacedPage> pages = test::laid_out(bytes_of(unit_notice(test::notice_list(), 1, builtin_notice_texts())));
  if (pages.empty()) return;
  const auto last = std::find_if(pages.begin(), pages.end(), [](const PlacedPage& page) { return page.width > page.height; });
  BOOST_REQUIRE((last != pages.begin() && last != pages.end()));
  BOOST_TEST(lines_of(*(last - 1)).size() > 4U);
  const auto& words = (last - 1)->words;
  const auto issuer = std::find_if(words.begin(), words.end(), [](const PlacedWord& word) { return word.text == "云岫县委全面依法治县委员会办公室"; });
  BOOST_REQUIRE((issuer != words.end()));
  double left = 600, right = 0;  // of the line under it
  for (const PlacedWord& word : words) {
    if (word.top < issuer->top + 20 || word.top > issuer->top + 40) continue;
    left = std::min(left, word.left);
    right = std::max(right, word.right);
  }
  BOOST_TEST(std::abs((left + right) - (issuer->left + issuer->right)) < 8);
}

BOOST_AUTO_TEST_CASE(all_documents_open_and_hold_their_text) {
  const RectificationList list = test::notice_list();
  const NoticeTexts& texts = builtin_notice_texts();
  for (const OfficialDocument& document : {circular(list, texts), list_document(list, texts), unit_notice(list, 2, texts)}) {
    const std::vector<PlacedPage> pages = test::laid_out(bytes_of(document));
    if (pages.empty()) return;
    std::string text;
    for (const PlacedPage& page : pages) {
      for (const PlacedWord& word : page.words) text += word.text;
    }
    BOOST_TEST(text.find(document.title.substr(0, document.title.find('|'))) != std::string::npos);
    BOOST_TEST(text.find("2025年4月10日") != std::string::npos);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
