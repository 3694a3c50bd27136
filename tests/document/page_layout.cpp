#include "document/fixed/page_layout.hpp"

#include <boost/test/unit_test.hpp>
#include <boost/test/data/test_case.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "text/utf8.hpp"

namespace fazhi {
namespace {

constexpr double kEm = 10;
constexpr double kPitch = 18;
constexpr double kLeft = 60;
constexpr std::string_view kPageBreak = "\f";

/// A line at a place: `column` in em from the left margin (20 em wide lines end
/// at the right one), `row` in lines from the top.
struct Placed {
  double column;
  double row;
  std::string_view text;
  double em = kEm;
};

struct LayoutCase {
  std::string_view name;
  std::vector<Placed> texts;
  std::vector<std::string> paragraphs;
  std::vector<std::string> furniture;
};

std::ostream& operator<<(std::ostream& out, const LayoutCase& each) { return out << each.name; }

double width_of(std::string_view text, double em) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = utf8::decode(text, at);
    width += value < 0x80 ? em / 2 : em;
    at += size;
  }
  return width;
}

std::vector<LaidPage> pages_of(const std::vector<Placed>& texts) {
  std::vector<LaidPage> pages(1, LaidPage{600, 800, {}});
  for (const Placed& each : texts) {
    if (each.text == kPageBreak) {
      pages.push_back({600, 800, {}});
      continue;
    }
    LaidText text;
    text.left = kLeft + each.column * kEm;
    text.right = text.left + width_of(each.text, each.em);
    text.top = 80 + each.row * kPitch - 0.15 * each.em;
    text.bottom = text.top + 1.3 * each.em;
    text.text = each.text;
    pages.back().texts.push_back(text);
  }
  return pages;
}

/// Lines that make the document's margins and its Han characters plenty.
const std::vector<Placed> kIndentedBody = {
    {2, 20, "全镇上下坚持依法行政依法办事，着力"},
    {0, 21, "把法治要求落到各项工作的全过程各方面上，"},
    {0, 22, "群众的法治意识和干部的办事能力都提高了，"},
    {0, 23, "全年没有发生影响稳定的案件。"},
    {2, 24, "镇村干部进村入户开展普法宣传活动，"},
    {0, 25, "把道理讲在田间地头讲到群众心里去，效果好"},
    {0, 26, "于往年。"},
};
const std::string kBodyFirst =
    "全镇上下坚持依法行政依法办事，着力把法治要求落到各项工作的全过程各方面上，"
    "群众的法治意识和干部的办事能力都提高了，全年没有发生影响稳定的案件。";
const std::string kBodySecond = "镇村干部进村入户开展普法宣传活动，把道理讲在田间地头讲到群众心里去，效果好于往年。";

std::vector<Placed> with_body(std::vector<Placed> texts) {
  texts.insert(texts.end(), kIndentedBody.begin(), kIndentedBody.end());
  return texts;
}

const std::vector<LayoutCase> kCases = {
    {"an indented line begins a paragraph", kIndentedBody, {kBodyFirst, kBodySecond}, {}},
    {"centred lines of a title stay apart",
     with_body({{7, 0, "松涧县梨坪镇"}, {5, 1, "法治政府建设年度报告"}}),
     {"松涧县梨坪镇", "法治政府建设年度报告", kBodyFirst, kBodySecond},
     {}},
    {"a spaced-out title is one line",
     with_body({{7, 0, "工"}, {9, 0, "作"}, {11, 0, "报"}, {13, 0, "告"}}),
     {"工 作 报 告", kBodyFirst, kBodySecond},
     {}},
    {"figures broken over a line's end are joined, Latin words parted by a space",
     with_body({{2, 2, "年内共排查矛盾纠纷起因各异的一共是11"},
                {0, 3, "8起。"},
                {2, 4, "推广一个名字叫作法治应用Rule of law"},
                {0, 5, "online。"}}),
     {"年内共排查矛盾纠纷起因各异的一共是118起。", "推广一个名字叫作法治应用Rule of law online。", kBodyFirst,
      kBodySecond},
     {}},
    {"a paragraph goes on behind a page's end and its number",
     {{2, 20, "全镇上下坚持依法行政依法办事，着力"},
      {0, 21, "把法治要求落到各项工作的全过程各方面上，"},
      {9, 38, "- 1 -"},
      {0, 0, kPageBreak},
      {0, 0, "群众的法治意识和干部的办事能力都提高了，"},
      {0, 1, "全年没有发生影响稳定的案件。"},
      {2, 2, "镇村干部进村入户开展普法宣传活动，"},
      {0, 3, "把道理讲在田间地头讲到群众心里去，效果好"},
      {0, 4, "于往年。"},
      {9, 38, "- 2 -"}},
     {kBodyFirst, kBodySecond},
     {"- 1 -", "- 2 -"}},
    {"running heads of several pages are furniture",
     {{0, -2, "梨坪镇人民政府"},
      {2, 20, "全镇上下坚持依法行政依法办事，着力"},
      {0, 21, "把法治要求落到各项工作的全过程各方面上，"},
      {0, 0, kPageBreak},
      {0, -2, "梨坪镇人民政府"},
      {0, 0, "群众的法治意识和干部的办事能力都提高了，"},
      {0, 1, "全年没有发生影响稳定的案件。"}},
     {kBodyFirst},
     {"梨坪镇人民政府", "梨坪镇人民政府"}},
    {"a title in the middle and a signature at the side of the next page are no running heads",
     {{6, -2, "梨坪镇人民政府"},
      {2, 20, "全镇上下坚持依法行政依法办事，着力"},
      {0, 21, "把法治要求落到各项工作的全过程各方面上。"},
      {0, 0, kPageBreak},
      {13, -2, "梨坪镇人民政府"},
      {12, -1, "2025年1月10日"}},
     {"梨坪镇人民政府", "全镇上下坚持依法行政依法办事，着力把法治要求落到各项工作的全过程各方面上。", "梨坪镇人民政府", "2025年1月10日"},
     {}},
    {"a text printed twice is taken once",
     with_body({{2, 0, "一、主要举措和成效"}, {2.02, 0, "一、主要举措和成效"}}),
     {"一、主要举措和成效", kBodyFirst, kBodySecond},
     {}},
    {"a raised note number stays in its line",
     with_body({{2, 2, "全年共办理案件"}, {9, 1.95, "①", 5}, {9.5, 2, "九件。"}}),
     {"全年共办理案件①九件。", kBodyFirst, kBodySecond},
     {}},
    {"cells of a table are read row by row, wrapped ones joined",
     with_body({{0, 2, "单位"},
                {8, 2, "件数"},
                {0, 3.5, "梨坪镇综合"},
                {8, 3.5, "十二件"},
                {0, 4.5, "执法大队"},
                {0, 6, "司法所"},
                {8, 6, "九件"}}),
     {"单位", "件数", "梨坪镇综合执法大队", "十二件", "司法所", "九件", kBodyFirst, kBodySecond},
     {}},
    {"texts far apart on one line are paragraphs of their own",
     with_body({{0, 0, "梨政发〔2025〕3号"}, {14, 0, "签发人：李某"}}),
     {"梨政发〔2025〕3号", "签发人：李某", kBodyFirst, kBodySecond},
     {}},
    {"without indents items that stand in running text stay there",
     {{0, 0, "年内主要做了三件事情：一是健全各项制度。"},
      {0, 1, "二是加强培训，把镇村干部的能力提上去。三"},
      {0, 2, "是规范执法，把群众的评价放在重要的位置。"},
      {0, 3, "四是抓好普法，把道理讲到群众的心里去了。"},
      {0, 4, "五是化解纠纷，没有发生影响稳定的案件了。"},
      {0, 5, "总之，一年的工作取得了成效。"}},
     {"年内主要做了三件事情：一是健全各项制度。二是加强培训，把镇村干部的能力提上去。三是规范执法，"
      "把群众的评价放在重要的位置。四是抓好普法，把道理讲到群众的心里去了。五是化解纠纷，没有发生影响稳定的"
      "案件了。总之，一年的工作取得了成效。"},
     {}},
};

/// Two columns of five lines each below a heading, their lines not level.
std::vector<Placed> two_columns() {
  std::vector<Placed> texts = {{8, 0, "梨坪镇二〇二四年度法治政府建设年度报告"}};
  for (int line = 0; line < 6; ++line) {
    texts.push_back({line == 0 ? 2.0 : 0.0, 3.0 + line, line == 0 ? "左边一栏从这里开始写起一直写" : "下去不停不断地讲法治建设的情况吧"});
    texts.push_back({19.0, 3.4 + line, line < 5 ? "右边一栏接着左边一栏往下写法治情" : "况完。"});
  }
  return texts;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(page_layout)

BOOST_DATA_TEST_CASE(placed_texts_become_paragraphs, boost::unit_test::data::make(kCases), layout) {
  DocumentBuilder builder("a.pdf", "pdf");
  add_pages(pages_of(layout.texts), builder);
  const Result<Document> document = std::move(builder).finish(DocumentBuilder::Lines::joined);
  BOOST_REQUIRE(document.has_value());
  std::vector<std::string> body;
  std::vector<std::string> furniture;
  for (const Paragraph& each : document.value().paragraphs) {
    (each.furniture ? furniture : body).emplace_back(each.range.of(document.value().text));
  }
  BOOST_TEST(body == layout.paragraphs, boost::test_tools::per_element());
  BOOST_TEST(furniture == layout.furniture, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(columns_are_read_one_after_the_other) {
  DocumentBuilder builder("a.pdf", "pdf");
  add_pages(pages_of(two_columns()), builder);
  const Result<Document> document = std::move(builder).finish(DocumentBuilder::Lines::joined);
  BOOST_REQUIRE(document.has_value());
  const std::string& text = document.value().text;
  BOOST_REQUIRE(text.find("况完。") != std::string::npos);
  BOOST_TEST(text.find("年度报告") < text.find("左边一栏从这里"));
  BOOST_TEST(text.rfind("下去不停不断") < text.find("右边一栏"));
  BOOST_TEST(document.value().paragraphs.size() == 2U);
}

BOOST_AUTO_TEST_CASE(pages_without_sense_do_no_harm) {
  const double infinite = 1e308 * 10;
  LaidPage page{0, 0, {{0, 0, 0, 0, 0, "梨", 100}, {infinite, 0, infinite, 9, 0, "坪", 100}, {5, 9, 1, 2, -1, " ", 100}}};
  DocumentBuilder builder("a.pdf", "pdf");
  add_pages({{}, page, {}}, builder);
  BOOST_TEST(!std::move(builder).finish(DocumentBuilder::Lines::joined).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
