#include "document/fixed/ocr.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "base/limits.hpp"
#include "document/fixed/ocr_repair.hpp"
#include "document/fixed/ocr_words.hpp"
#include "document/fixed/picture_size.hpp"
#include "document/read.hpp"
#include "process/child.hpp"

namespace fazhi {
namespace {

using std::string_view_literals::operator""sv;

struct Repair {
  std::string_view read;
  std::string_view right;
};

constexpr Repair kRepairs[] = {
    {"全镇排查纠纷118起,化解116起,", "全镇排查纠纷118起，化解116起，"},
    {"主要做法:一是", "主要做法：一是"},
    {"投入1,250万元", "投入1,250万元"},
    {"上午9:30开会", "上午9:30开会"},
    {"《条例》;", "《条例》；"},
    {"调解员(含兼职)40名", "调解员（含兼职）40名"},
    {"（含兼职)40名", "（含兼职）40名"},
    {"(2024)12号", "(2024)12号"},
    {"〈一) 加强学习", "（一） 加强学习"},
    {"<二〉加强学习", "（二）加强学习"},
    {"[十二】普法", "（十二）普法"},
    {"(-)加强学习", "（一）加强学习"},
    {"一.主要举措", "一、主要举措"},
    {"十二，其他", "十二、其他"},
    {"1.加强学习", "1.加强学习"},
    {"-、主要举措", "一、主要举措"},
    {"—是抓学习；_是抓普法。", "一是抓学习；一是抓普法。"},
    {"村—社区—网格", "村—社区—网格"},
    {"学习<宪法>〈民法典〉", "学习《宪法》《民法典》"},
    {"《宪法〉和", "《宪法》和"},
    {"《关于印发〈方案〉的通知》", "《关于印发〈方案〉的通知》"},
    {"办结率>95%，比率<3%", "办结率>95%，比率<3%"},
    {"二0二四年", "二〇二四年"},
    {"二O二O年", "二〇二〇年"},
    {"2O24年", "2024年"},
    {"20l4年", "2014年"},
    {"2023年]月6日", "2023年1月6日"},
    {"12月|6日", "12月16日"},
    {"本年|累计", "本年|累计"},
    {"10件", "10件"},
    {"一2一", "— 2 —"},
    {"- 13 -", "— 13 —"},
    {"2024-12", "2024-12"},
    {"一12", "一12"},
    {"", ""},
    {"plain text (a, b): 1", "plain text (a, b): 1"},
};

/// Rows of a page of 1000 × 1400, its words in one line each.
class Table {
 public:
  Table() { rows_ = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"; }
  Table& page() { return row(1, 0, 0, 1000, 1400, -1, ""); }
  Table& line() { return row(4, 0, 0, 0, 0, -1, ""); }
  Table& word(int left, int top, int width, double confidence, std::string_view text) {
    return row(5, left, top, width, 40, confidence, text);
  }
  Table& raw(std::string_view text) {
    rows_ += text;
    return *this;
  }
  [[nodiscard]] std::vector<RecognizedPage> read() const { return read_recognized(rows_); }

 private:
  Table& row(int level, int left, int top, int width, int height, double confidence, std::string_view text) {
    rows_ += std::to_string(level) + "\t1\t1\t1\t1\t1\t" + std::to_string(left) + '\t' + std::to_string(top) + '\t' +
             std::to_string(width) + '\t' + std::to_string(height) + '\t' + std::to_string(confidence) + '\t' +
             std::string(text) + '\n';
    return *this;
  }

  std::string rows_;
};

std::string file_of(std::string_view name) {
  std::ifstream file(std::string(FAZHI_SOURCE_DIR) + "/tests/documents/" + std::string(name), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool has_programs() {
  const bool all = find_program("tesseract") && find_program("pdftoppm") && find_program("pdfinfo");
  if (!all) BOOST_TEST_MESSAGE("skipped: tesseract or poppler-utils is not installed");
  return all;
}

bool lacks_data(const Result<Document>& document) {
  const bool lacks = !document && document.error().id == MessageId::input_needs_program;
  if (lacks) BOOST_TEST_MESSAGE("skipped: tesseract lacks its Chinese data");
  return lacks;
}

/// A PDF of empty pages.
std::string pdf_of(std::size_t pages) {
  std::string kids;
  std::string objects = "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n";
  for (std::size_t page = 0; page < pages; ++page) {
    const std::string number = std::to_string(page + 3);
    kids += number + " 0 R ";
    objects += number + " 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj\n";
  }
  objects += "2 0 obj <</Type/Pages/Count " + std::to_string(pages) + "/Kids[" + kids + "]>> endobj\n";
  return objects + "trailer <</Root 1 0 R/Size " + std::to_string(pages + 3) + ">>\n%%EOF\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(recognition)

BOOST_AUTO_TEST_CASE(misreadings_that_are_certain_are_put_right) {
  for (const Repair& each : kRepairs) BOOST_TEST(repair_recognized(each.read) == each.right);
}

BOOST_AUTO_TEST_CASE(words_of_a_line_are_one_text) {
  const auto pages = Table().page().line().word(100, 50, 80, 90, "法治").word(190, 50, 40, 90, "政").word(240, 52, 30, 60, "府").read();
  BOOST_TEST_REQUIRE(pages.size() == 1U);
  BOOST_TEST(pages[0].page.width == 1000);
  BOOST_TEST(pages[0].page.height == 1400);
  BOOST_TEST_REQUIRE(pages[0].page.texts.size() == 1U);
  BOOST_TEST(pages[0].page.texts[0].text == "法治政府");
  BOOST_TEST(pages[0].page.texts[0].left == 100);
  BOOST_TEST(pages[0].page.texts[0].right == 270);
}

BOOST_AUTO_TEST_CASE(a_wide_gap_parts_texts) {
  const auto pages = Table().page().line().word(100, 50, 80, 90, "法治").word(700, 50, 80, 90, "政府").read();
  BOOST_TEST(pages[0].page.texts.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_page_s_confidence_is_weighted_by_characters) {
  const auto pages = Table().page().line().word(100, 50, 80, 90, "法治政").word(190, 50, 40, 50, "府").read();
  BOOST_TEST(pages[0].confidence == 80);
  BOOST_TEST(pages[0].characters == 4U);
  BOOST_TEST(pages[0].page.texts[0].confidence == 80);
  BOOST_TEST(mean_confidence(pages) == 80);
}

BOOST_AUTO_TEST_CASE(letters_keep_their_space_and_numbers_stay_whole) {
  const auto pages = Table().page().line().word(100, 50, 80, 90, "1").word(190, 50, 40, 90, "27").word(240, 50, 40, 90, "件").read();
  BOOST_TEST(pages[0].page.texts[0].text == "127件");
  const auto apart = Table().page().line().word(100, 50, 80, 90, "12345").word(230, 50, 40, 90, "67").word(280, 50, 40, 90, "ab").word(330, 50, 40, 90, "cd").read();
  BOOST_TEST(apart[0].page.texts[0].text == "12345 67 ab cd");
}

BOOST_AUTO_TEST_CASE(lines_end_at_the_margin_that_most_share) {
  Table table;
  table.page();
  constexpr std::string_view kWords[] = {"法", "治", "，", "政", "一"};
  constexpr int kEnds[] = {900, 898, 870, 880, 700};
  for (int line = 0; line < 5; ++line) {
    table.line().word(100 + line, 100 + line * 80, 40, 90, "建").word(kEnds[line] - 40, 100 + line * 80, 40, 90, kWords[line]);
  }
  const auto texts = table.read()[0].page.texts;
  std::vector<double> ends;
  for (const LaidText& each : texts) {
    if (each.left > 150) ends.push_back(each.right);
  }
  BOOST_TEST(ends == (std::vector<double>{900, 900, 900, 900, 700}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_skewed_page_is_made_upright) {
  Table table;
  table.page();
  for (const int top : {100, 300, 500}) {
    table.line();
    for (int word = 0; word < 8; ++word) table.word(100 + word * 100, top + word * 2, 40, 90, "法");
  }
  const auto pages = table.read();
  BOOST_TEST_REQUIRE(pages[0].page.texts.size() == 3U);
  // The line that began at 100 and sank by 2 in 100 would go through 97.6 at the page's left side.
  BOOST_TEST(std::abs(pages[0].page.texts[0].top - 97.6) < 0.5);
  BOOST_TEST(std::abs(pages[0].page.texts[0].bottom - 137.6) < 0.5);
}

BOOST_AUTO_TEST_CASE(broken_rows_are_passed_over) {
  const auto pages = Table().raw("5\t1\n").page().raw("x\ty\n\n5\t1\t1\t1\t1\t1\ta\tb\tc\td\te\t法\n").line().word(0, 0, 40, 150, "治").raw("5\t1\t1").read();
  BOOST_TEST_REQUIRE(pages.size() == 1U);
  BOOST_TEST(pages[0].characters == 1U);
  BOOST_TEST(pages[0].confidence == 100);
  BOOST_TEST(read_recognized("").empty());
}

BOOST_AUTO_TEST_CASE(the_size_of_a_picture_stands_in_its_head) {
  BOOST_TEST(picture_pixels("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01\0\0\0\0\x02"sv).value_or(0) == 512U);
  BOOST_TEST(picture_pixels("\xFF\xD8\xFF\xE0\0\x04\0\0\xFF\xC0\0\x0B\x08\0\x03\0\x05"sv).value_or(0) == 15U);
  BOOST_TEST(picture_pixels("II*\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\x07\0\0\0\x01\x01\x03\0\x01\0\0\0\x02\0\0\0"sv).value_or(0) == 14U);
  BOOST_TEST(!picture_pixels("\x89PNG"sv).has_value());
  BOOST_TEST(!picture_pixels("\xFF\xD8\xFF\xE0\0"sv).has_value());
  BOOST_TEST(!picture_pixels("II*\0\xFF\xFF\xFF\xFF"sv).has_value());
}

BOOST_AUTO_TEST_CASE(a_picture_past_the_limit_is_refused) {
  const auto refused = read_document("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x40\0\0\0\x40\0"sv, "a.png", {.ocr = true});
  BOOST_REQUIRE(!refused.has_value());
  BOOST_TEST(code_of(refused.error().id) == "input.picture-too-large");
}

BOOST_AUTO_TEST_CASE(without_the_option_a_picture_stays_one) {
  const auto refused = read_document("\xFF\xD8\xFF\xE0\0\x04\0\0"sv, "a.jpg");
  BOOST_REQUIRE(!refused.has_value());
  BOOST_TEST(code_of(refused.error().id) == "input.image");
  BOOST_TEST(render(refused.error(), Language::zh).find("--ocr") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_scan_is_read) {
  if (!has_programs()) return;
  const auto document = read_document(file_of("scan/report-page.pdf"), "a.pdf", {.ocr = true});
  if (lacks_data(document)) return;
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(document->recognized);
  BOOST_TEST(document->format == "pdf");
  BOOST_TEST_REQUIRE(document->page_confidences.size() == 1U);
  BOOST_TEST(document->page_confidences[0] > 70);
  BOOST_TEST(document->paragraphs[0].confidence == document->page_confidences[0]);
  BOOST_TEST(document->paragraphs[0].page == 1);
  BOOST_TEST(document->text.find("主要举措和成效") != std::string::npos);
  BOOST_TEST(document->text.find("（一）") != std::string::npos);
  BOOST_TEST_REQUIRE(document->notes.size() == 1U);
  BOOST_TEST(code_of(document->notes[0].id) == "document.recognized");
}

BOOST_AUTO_TEST_CASE(a_scan_is_refused_without_the_option) {
  if (!has_programs()) return;
  const auto refused = read_document(file_of("scan/report-page.pdf"), "a.pdf");
  BOOST_REQUIRE(!refused.has_value());
  BOOST_TEST(code_of(refused.error().id) == "input.scanned");
}

BOOST_AUTO_TEST_CASE(a_scan_of_too_many_pages_is_refused) {
  if (!has_programs()) return;
  const auto refused = recognize_pdf(pdf_of(limits::kRecognizedPages + 1), "a.pdf");
  BOOST_REQUIRE(!refused.has_value());
  BOOST_TEST(code_of(refused.error().id) == "input.too-many-scanned-pages");
}

BOOST_AUTO_TEST_CASE(what_is_no_pdf_is_an_error) {
  if (!has_programs()) return;
  const auto refused = recognize_pdf("%PDF-1.4\nnothing", "a.pdf");
  BOOST_REQUIRE(!refused.has_value());
  BOOST_TEST(code_of(refused.error().id) == "input.recognition-failed");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
