#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "document/read.hpp"
#include "document/web/html.hpp"
#include "document/web/inline_style.hpp"
#include "document/web/list_numbers.hpp"
#include "document/web/page_charset.hpp"
#include "document/web/page_metadata.hpp"
#include "document/web/page_tree.hpp"

namespace fazhi {
namespace {

using Texts = std::vector<std::string>;

constexpr std::string_view kLong =
    "一年来，全镇共排查矛盾纠纷一百一十八起，化解一百一十六起，群众满意度稳步提高，各项工作有序开展。";

Result<Document> read(std::string_view page) { return read_html(page, "a.html"); }

Document document_of(std::string_view page) {
  Result<Document> document = read(page);
  BOOST_REQUIRE_MESSAGE(document.has_value(), (document ? std::string() : render(document.error(), Language::en)));
  return std::move(*document);
}

Texts texts_of(const Document& document, bool furniture) {
  Texts out;
  for (const Paragraph& each : document.paragraphs) {
    if (each.furniture == furniture) out.emplace_back(each.range.of(document.text));
  }
  return out;
}

std::string joined(const Texts& texts) {
  std::string out;
  for (const std::string& each : texts) out += each + '|';
  return out;
}

/// The page's own text; `body` is put in front of a paragraph that is long enough.
Texts own_texts(std::string_view body) {
  Texts out = texts_of(document_of("<body>" + std::string(body) + "<p>" + std::string(kLong) + "</p>"), false);
  if (!out.empty() && out.back() == kLong) out.pop_back();
  return out;
}

const Paragraph& paragraph_of(const Document& document, std::string_view text) {
  for (const Paragraph& each : document.paragraphs) {
    if (each.range.of(document.text) == text) return each;
  }
  BOOST_FAIL("no paragraph: " + std::string(text));
  return document.paragraphs.front();
}

std::string value_of(const Document& document, MetadataKey key) {
  for (const Metadata& each : document.metadata) {
    if (each.key == key) return each.value;
  }
  return {};
}

std::string code_of(const Result<Document>& document) {
  return document ? std::string("none") : std::string(fazhi::code_of(document.error().id));
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  for (; count > 0; --count) out += text;
  return out;
}

std::string sample(const std::string& name) {
  std::ifstream in(std::filesystem::path(FAZHI_SOURCE_DIR) / "tests/documents/html" / name, std::ios::binary);
  BOOST_REQUIRE(in.is_open());
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(html)

BOOST_AUTO_TEST_CASE(blocks_are_those_of_a_browser) {
  struct Case {
    std::string_view page;
    Texts texts;
  };
  const std::vector<Case> cases{
      {"<p>甲镇\n  概况</p><p>乙村</p>", {"甲镇概况", "乙村"}},
      {"<div>甲<br>乙<br/><br>丙</div>", {"甲", "乙", "丙"}},
      {"<div>甲<div>乙</div>丙</div>", {"甲", "乙", "丙"}},
      {"<p>共<b>118</b>起，<a name=x>化解</a><i>116</i>起</p>", {"共118起，化解116起"}},
      {"<p>law\nand order</p>", {"law and order"}},
      {"<p>&nbsp;&nbsp;&nbsp;&nbsp;甲&amp;乙&#x4E59;&hellip;</p>", {"甲&乙乙…"}},
      {"<pre>甲\n乙</pre>", {"甲", "乙"}},
      {"<p>甲<!-- 注释 --><script>丙</script><style>丁</style><noscript>戊</noscript>乙</p>", {"甲乙"}},
      {"<p>甲</p><template><p>模板</p></template><textarea>框</textarea><select><option>项</select><button>按</button>", {"甲"}},
      {"<p>甲</p><p style='DISPLAY: none !important'>乙</p><div hidden><p>丙</p></div><p style='visibility:hidden'>丁</p>", {"甲"}},
      {"<p>甲<span style='display:none'>暗</span>乙</p>", {"甲乙"}},
      {"<p><ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt>zì</rt></ruby></p>", {"汉字"}},
      {"<p>甲<span style='display:block'>乙</span></p>", {"甲", "乙"}},
      {"<ul><li>甲<li>乙</ul>", {"甲", "乙"}},
      {"<ol><li>甲<li>乙</ol>", {"1. 甲", "2. 乙"}},
      {"<ol start=3><li>甲<li value=7>乙<li>丙</ol>", {"3. 甲", "7. 乙", "8. 丙"}},
      {"<ol type=a><li><p>甲</p><p>续</p><li>乙</ol>", {"a. 甲", "续", "b. 乙"}},
      {"<ol style='list-style-type:cjk-ideographic'><li>甲<li>乙</ol>", {"一、甲", "二、乙"}},
      {"<ol style='list-style:none'><li>甲</ol>", {"甲"}},
      {"<ol><li>一是甲<li>（二）乙</ol>", {"一是甲", "（二）乙"}},
      {"<ol><li>甲<ul><li>子</ul><li>乙</ol>", {"1. 甲", "子", "2. 乙"}},
      {"<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>", {"甲", "乙", "丙", "丁"}},
      {"<p>甲<o:p></o:p></p><p><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>乙</p>",
       {"甲", "1.乙"}},
      {"<p><span style='mso-list:Ignore'>l<span>&nbsp;&nbsp; </span></span>甲</p>", {"甲"}},
      {"<!--[if gte mso 9]><xml><w:View>隐</w:View></xml><![endif]--><p>甲</p>", {"甲"}},
      {"<p><font size=3>甲<p><font size=3>乙", {"甲", "乙"}},
  };
  for (const Case& each : cases) BOOST_TEST(joined(own_texts(each.page)) == joined(each.texts), each.page);
}

BOOST_AUTO_TEST_CASE(what_style_says_of_a_paragraph) {
  const Document document = document_of(
      "<body><h2>一、主要举措</h2><p style='text-align:center'>居中</p><center>旧法居中</center><p align=center>属性居中</p>"
      "<table><tr><td>指标</td><td>数量</td></tr><tr><td>排查</td><td>118</td></tr></table>"
      "<table><tr><td><p>" + std::string(kLong) + "</p></td></tr></table><h3>" + std::string(kLong) + std::string(kLong) + "</h3>");
  BOOST_TEST(paragraph_of(document, "一、主要举措").heading_level == 2);
  BOOST_TEST(paragraph_of(document, "居中").centered);
  BOOST_TEST(paragraph_of(document, "旧法居中").centered);
  BOOST_TEST(paragraph_of(document, "属性居中").centered);
  BOOST_TEST(paragraph_of(document, "排查").in_table);
  BOOST_TEST(paragraph_of(document, "118").in_table);
  BOOST_TEST(!paragraph_of(document, kLong).in_table);
  BOOST_TEST(paragraph_of(document, std::string(kLong) + std::string(kLong)).heading_level == 0);
}

BOOST_AUTO_TEST_CASE(numbers_of_lists) {
  BOOST_TEST(list_number(27, "a") == "aa. ");
  BOOST_TEST(list_number(4, "upper-roman") == "IV. ");
  BOOST_TEST(list_number(12, "simp-chinese-informal") == "十二、");
  BOOST_TEST(list_number(0, "a") == "0. ");
  BOOST_TEST(list_number(-3, "") == "-3. ");
  BOOST_TEST(list_number(1, "disc").empty());
}

BOOST_AUTO_TEST_CASE(styles) {
  const InlineStyle style = inline_style_of("color:red; Text-Align : CENTER !important;mso-list:Ignore;;x;display:list-item");
  BOOST_TEST(style.centered.value());
  BOOST_TEST(style.word_marker);
  BOOST_TEST((style.display == InlineStyle::Display::block));
  BOOST_TEST(inline_style_of("mso-hide:all").invisible);
  BOOST_TEST((inline_style_of("display:none").display == InlineStyle::Display::none));
}

BOOST_AUTO_TEST_CASE(what_a_site_puts_around_is_set_apart) {
  const Document document = document_of(
      "<head><title>云屏镇2024年法治政府建设年度报告_云屏县人民政府</title></head><body><nav><a href=/>首页</a><a href=/a>机构职能</a></nav>"
      "<ul><li><a href=/1>公开指南</a><li><a href=/2>公开制度</a><li><a href=/3>公开年报</a></ul>"
      "<div>当前位置：<a href=/>首页</a> &gt; <a href=/z>政务公开</a></div><h1>云屏镇2024年法治政府建设年度报告</h1>"
      "<div>发布时间：2025-01-20 来源：司法所 字体：<a href='javascript:;'>大</a></div><p>" + std::string(kLong) + "</p><p>云屏镇人民政府</p><p>2025年1月9日</p>"
      "<p>上一篇：<a href=/4>云屏镇林长制工作安排的通知</a></p><footer><p>某ICP备12345678号</p></footer>");
  const Texts own{"云屏镇2024年法治政府建设年度报告", "发布时间：2025-01-20 来源：司法所 字体：大", std::string(kLong), "云屏镇人民政府", "2025年1月9日"};
  BOOST_TEST(joined(texts_of(document, false)) == joined(own));
  const Texts others = texts_of(document, true);
  BOOST_TEST(others.size() == 7U);
  BOOST_TEST(document.paragraphs.front().centered);
  BOOST_TEST(document.paragraphs.front().heading_level == 0);
}

BOOST_AUTO_TEST_CASE(a_title_outside_of_the_article_is_kept) {
  const std::string body = "<body><p>各位代表：</p><p>" + std::string(kLong) + "</p>";
  const std::vector<std::pair<std::string_view, std::string_view>> heads{
      {"<title>云屏镇2024年法治政府建设年度报告-云屏县人民政府</title>", "云屏镇2024年法治政府建设年度报告"},
      {"<title>云屏县</title><meta name=ArticleTitle content='云屏镇2024年度依法行政工作总结'>", "云屏镇2024年度依法行政工作总结"},
  };
  for (const auto& [head, title] : heads) {
    const Document document = document_of(std::string(head) + body);
    BOOST_TEST(document.paragraphs.front().range.of(document.text) == title);
    BOOST_TEST(document.paragraphs.front().centered);
    BOOST_TEST(value_of(document, MetadataKey::title) == title);
  }
}

BOOST_AUTO_TEST_CASE(a_title_in_two_lines_is_told_once) {
  const Document document = document_of("<title>云屏镇2024年法治政府建设年度报告</title><body><p>云屏镇2024年</p><p>法治政府建设年度报告</p><p>" +
                                        std::string(kLong) + "</p>");
  BOOST_TEST(joined(texts_of(document, false)) == joined({"云屏镇2024年", "法治政府建设年度报告", std::string(kLong)}));
}

BOOST_AUTO_TEST_CASE(in_doubt_text_is_the_reports) {
  const std::string links = "<ul><li><a href=/1>公开指南一</a><li><a href=/2>公开制度二</a><li><a href=/3>公开年报三</a></ul>";
  const std::string text = "<p>" + std::string(kLong) + "</p>";
  struct Case {
    std::string_view name;
    std::string page;
    Texts kept;
  };
  const std::vector<Case> cases{
      {"two articles", "<div>" + text + "<p>第一篇到此为止，请看下文。</p></div>" + links + "<div><p>第二篇同样长，" + std::string(kLong) + "</p></div>",
       {"第一篇到此为止，请看下文。", "第二篇同样长，" + std::string(kLong)}},
      {"short items", "<ul><li>成立领导小组<li>召开会议四次<li>开展宣传六十二场<li>调解纠纷一百一十八起<li>办理信访件三十六件</ul>" + links,
       {"成立领导小组", "办理信访件三十六件"}},
      {"a table alone", "<table><tr><td>项目</td><td>完成情况</td></tr><tr><td>矛盾纠纷排查化解工作情况</td><td>一百一十八起</td></tr><tr><td>法治宣传教育活动开展情况</td><td>六十二场</td></tr></table>" + links,
       {"矛盾纠纷排查化解工作情况", "六十二场"}},
      {"a short last part behind links", "<div class=c>" + repeated(text, 8) + links + "<p>下一步，将加强执法队伍建设。</p></div>", {"下一步，将加强执法队伍建设。"}},
      {"named like a part of the site", "<div class='navmain footer'>" + text + "</div>", {std::string(kLong)}},
      {"the text is what is hidden", "<p>加载中</p><div style='display:none'>" + repeated(text, 3) + "</div>", {std::string(kLong)}},
      {"a link in a sentence of its own", text + "<p><a href=/x>《云屏镇法治宣传办法》</a></p>" + text, {"《云屏镇法治宣传办法》"}},
  };
  for (const Case& each : cases) {
    const Texts own = texts_of(document_of("<body>" + each.page), false);
    for (const std::string& text_kept : each.kept) {
      BOOST_TEST((std::find(own.begin(), own.end(), text_kept) != own.end()), each.name << ": " << text_kept);
    }
  }
}

BOOST_AUTO_TEST_CASE(hidden_paragraphs_are_told) {
  const auto hidden_of = [](const std::string& inside) {
    const Document document = document_of("<body>" + repeated("<p>" + std::string(kLong) + "</p>", 3) + "<div style='display:none'>" + inside + "</div>");
    for (const Message& note : document.notes) {
      if (note.id == MessageId::document_hidden_left_out) return note.arguments.at(1);
    }
    return std::string();
  };
  BOOST_TEST(hidden_of("<p>全年调解纠纷一百一十八起，办结信访件三十六件。</p><p>组织法治宣传六十二场，参加的群众五千余人。</p>") == "2");
  // What a site keeps for other moments, and what stands on the page already.
  BOOST_TEST(hidden_of("<p>扫一扫在手机打开当前页</p><p>加载中</p>").empty());
  BOOST_TEST(hidden_of("<p>" + std::string(kLong) + "</p>").empty());
}

BOOST_AUTO_TEST_CASE(comments_are_not_the_reports) {
  const Document document = document_of("<body><div>" + repeated("<p>" + std::string(kLong) + "</p>", 12) +
                                        "</div><div class=comment-list><p>网友留言：写得很好，希望继续努力。</p></div>");
  BOOST_TEST(paragraph_of(document, "网友留言：写得很好，希望继续努力。").furniture);
}

BOOST_AUTO_TEST_CASE(nothing_visible_is_lost) {
  const Document document = document_of(sample("site.html"));
  BOOST_TEST(texts_of(document, false).size() + texts_of(document, true).size() == document.paragraphs.size());
  for (const std::string_view text : {"当前位置", "ICP备", "上一篇", "政务服务"}) BOOST_TEST((document.text.find(text) != std::string::npos), text);
}

BOOST_AUTO_TEST_CASE(pages_of_every_make_read_like_their_text) {
  const auto without_white_space = [](std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (c != ' ' && (c < '\t' || c > '\r')) out += c;
    }
    return out;
  };
  const std::string text = without_white_space(sample("report.txt"));
  for (const char* const name : {"site.html", "directory-table.html", "gbk-declared-gb2312.html", "one-block.html", "no-break-indents.html",
                                 "sections-and-comments.html", "unclosed-tags.html", "rows.html", "wps-export.html", "word-export.doc"}) {
    std::string own;
    for (const std::string& each : texts_of(document_of(sample(name)), false)) own += without_white_space(each);
    BOOST_TEST((own.find(text) == 0), name);
    // At most the foot of the site.
    BOOST_TEST(own.size() < text.size() + 300, name);
  }
}

BOOST_AUTO_TEST_CASE(metadata_in_the_head) {
  const Document document = document_of(
      "<meta name=PubDate content='2025-01-20 10:22'><meta name=ContentSource content=司法局><META NAME=Author CONTENT=张三><body>"
      "<p>发布时间：2024-02-02</p><p>" + std::string(kLong));
  BOOST_TEST(value_of(document, MetadataKey::published) == "2025-01-20");
  BOOST_TEST(value_of(document, MetadataKey::source) == "司法局");
  BOOST_TEST(value_of(document, MetadataKey::author) == "张三");
}

BOOST_AUTO_TEST_CASE(metadata_that_is_shown) {
  struct Case {
    std::string_view page;
    MetadataKey key;
    std::string_view value;
  };
  const std::vector<Case> cases{
      {"<p>发布时间：2025-01-20 10:22:01 来源：县司法局 浏览次数：118</p>", MetadataKey::published, "2025-01-20"},
      {"<p>发布时间：2025-01-20 10:22:01 来源：县司法局 浏览次数：118</p>", MetadataKey::source, "县司法局"},
      {"<p>信息来源：县府办&nbsp;&nbsp;发布日期：2025/1/2</p>", MetadataKey::published, "2025-01-02"},
      {"<p>[ 索引号：AB/2025-01 ]</p>", MetadataKey::index_number, "AB/2025-01 ]"},
      {"<table><tr><td>索 引 号：</td><td>000014349/2025-00012</td><td>文　　号：</td><td>云政〔2025〕3号</td></tr></table>", MetadataKey::index_number, "000014349/2025-00012"},
      {"<table><tr><td>索 引 号：</td><td>000014349/2025-00012</td><td>文　　号：</td><td>云政〔2025〕3号</td></tr></table>", MetadataKey::document_number, "云政〔2025〕3号"},
      {"<table><tr><td>发文字号：</td><td></td><td>生成日期：</td><td>2025年1月9日</td></tr></table>", MetadataKey::document_number, ""},
      {"<table><tr><td>发文字号：</td><td></td><td>生成日期：</td><td>2025年1月9日</td></tr></table>", MetadataKey::published, "2025-01-09"},
      {"<p>发布时间：近日</p>", MetadataKey::published, ""},
      {"<p>来源：无</p>", MetadataKey::source, ""},
      {"<p>矛盾纠纷的来源：邻里</p>", MetadataKey::source, ""},
  };
  for (const Case& each : cases) {
    const Document document = document_of("<body>" + std::string(each.page) + "<p>" + std::string(kLong));
    BOOST_TEST(value_of(document, each.key) == each.value, each.page);
  }
}

BOOST_AUTO_TEST_CASE(days) {
  for (const std::string_view text : {"2025-1-9", "2025年1月9日", "2025/01/09 08:00", "20250109", " 2025.1.9"}) BOOST_TEST(leading_day(text) == "2025-01-09", text);
  for (const std::string_view text : {"", "2025", "2025-13-01", "2025-02-30", "今天", "2025年1月"}) BOOST_TEST(leading_day(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(declarations_of_encodings) {
  BOOST_TEST(declared_charset("<html><META charset=GBK>") == "GBK");
  BOOST_TEST(declared_charset("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\" />") == "gb2312");
  BOOST_TEST(declared_charset("<meta name=a><meta CHARSET = 'utf-8'>") == "utf-8");
  BOOST_TEST(declared_charset("<p>charset=gbk").empty());
  BOOST_TEST((encoding_of_label(" GB2312 ") == Encoding::gb18030));
  BOOST_TEST((encoding_of_label("Big5") == Encoding::big5));
  BOOST_TEST(!encoding_of_label("shift_jis").has_value());
}

BOOST_AUTO_TEST_CASE(encodings) {
  struct Case {
    const char* file;
    Encoding encoding;
  };
  for (const Case& each : {Case{"gbk-declared-gb2312.html", Encoding::gb18030}, Case{"gbk-declared-utf-8.html", Encoding::gb18030},
                           Case{"utf-8-declared-gbk.html", Encoding::utf8}, Case{"utf-16.html", Encoding::utf16le}, Case{"big5.html", Encoding::big5}}) {
    const Document document = document_of(sample(each.file));
    BOOST_TEST((document.encoding == each.encoding), each.file);
    BOOST_TEST((document.text.find("118") != std::string::npos), each.file);
    BOOST_TEST(document.notes.empty(), each.file);
  }
}

BOOST_AUTO_TEST_CASE(bytes_that_do_not_fit_are_left_out_with_a_note) {
  const std::string page = "<meta charset=utf-8><title>云屏\xE9\x95</title><body><p>" + std::string(kLong);
  const Document document = document_of(page);
  BOOST_REQUIRE_EQUAL(document.notes.size(), 1U);
  BOOST_TEST((document.notes.front().id == MessageId::document_bytes_dropped));
  BOOST_TEST(code_of(read("<meta charset=utf-8><p>" + std::string(kLong) + repeated("\xE9镇", limits::kPageBadBytes + 1))) == "input.undecodable");
}

BOOST_AUTO_TEST_CASE(limits_are_errors) {
  BOOST_TEST(code_of(read(repeated("<div>", limits::kMarkupDepth + 2) + std::string(kLong))) == "input.nested-too-deep");
  BOOST_TEST(document_of(repeated("<div>", limits::kMarkupDepth - 10) + std::string(kLong)).paragraphs.size() == 1U);
  BOOST_TEST(code_of(read(std::string(kLong) + std::string(limits::kPageBytes, ' '))) == "input.too-large");
  BOOST_TEST(code_of(read("<p>" + repeated(kLong, limits::kTextBytes / kLong.size() + 1))) == "input.too-much-text");
}

BOOST_AUTO_TEST_CASE(a_page_made_to_burst_the_parser_costs_itself_alone) {
  // Each of these elements is opened anew in every paragraph.
  std::string page = "<body>" + std::string(kLong);
  for (int n = 0; n < 3000; ++n) page += "<font size=" + std::to_string(n) + ">";
  page += repeated("<p>文", 3000);
  const std::string code = code_of(read(page));
  BOOST_TEST((code == "input.unpacks-too-large" || code == "input.program-slow" || code == "input.nested-too-deep"), code);
  BOOST_TEST(document_of("<p>" + std::string(kLong)).paragraphs.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_cover_of_something_else) {
  const auto frame = read("<body><p>云屏镇</p><iframe src='/files/2024.html'></iframe>");
  BOOST_TEST(code_of(frame) == "input.text-elsewhere");
  BOOST_TEST(frame.error().arguments.at(1) == "/files/2024.html");
  const auto attachment = read("<body><p>云屏镇2024年法治政府建设年度报告</p><p>附件：<a href='./P02.PDF?x=1'>报告</a>");
  BOOST_TEST(code_of(attachment) == "input.text-elsewhere");
  BOOST_TEST(code_of(read("<body><p>云屏镇</p>")) == "input.not-chinese");
  BOOST_TEST(code_of(read(repeated("<p>" + std::string(kLong), 5) + "<a href=a.pdf>附件</a>")) == "none");
}

BOOST_AUTO_TEST_CASE(a_page_by_the_name_of_a_document) {
  const auto document = read_document(sample("word-export.doc"), "报告.doc");
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(document->format == "html");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
