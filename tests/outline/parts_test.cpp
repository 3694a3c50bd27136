#include <array>
#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

#include "outline/read_sample.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kBody =
    "2024年，我镇认真开展工作，全镇干部群众依法办事的自觉性进一步增强，法治环境明显改善。现将有关情况报告如下：\n"
    "一、主要工作\n召开专题会议四次，审查合同三十份。\n"
    "二、下一步打算\n加强培训。\n";

/// Role of each paragraph by its first letter: f furniture, h head, t tail, - the report's own.
std::string parts_of(std::string_view text) {
  const Report report = test::read_sample(text);
  std::string out(report.normal.paragraphs.size(), 'f');
  for (const Sentence& each : report.sentences) {
    char& part = out[each.paragraph];
    const bool own = each.role != Role::furniture && each.role != Role::head && each.role != Role::tail;
    part = own ? '-' : name_of(each.role).front();
  }
  return out;
}

struct Case {
  std::string_view what;
  std::string_view before;
  std::string_view after;
  std::string_view parts;
};

constexpr auto kCases = std::to_array<Case>({
    {"a title alone", "云溪镇2024年法治政府建设年度报告\n", "", "h-----"},
    {"no title", "", "", "-----"},
    {"a web page",
     "首页>政务公开>法治政府\n"
     "您的位置：首页>正文\n"
     "云溪镇2024年法治政府建设年度报告\n"
     "发布时间：2025-01-10 来源：云溪镇\n"
     "浏览次数：12\n"
     "字号：大 中 小\n",
     "【打印本页】\n"
     "上一篇：关于防汛的通知\n"
     "下一篇：云溪镇概况\n"
     "版权所有 云溪县人民政府\n",
     "ffhhff-----ffff"},
    {"what stands behind the end of a page", "云溪镇2024年法治政府建设年度报告\n", "相关阅读\n云溪镇简介\n云溪镇2023年法治政府建设年度报告\n", "h-----fff"},
    {"words of a page's end under the title",
     "云溪镇2024年法治政府建设年度报告\n来源：党政办\n日期：2025-01-14\n阅读：208\n作者单位不详\n分享到：\n", "", "hhhf-f-----"},
    {"page numbers", "云溪镇2024年法治政府建设年度报告\n- 1 -\n", "第2页 共2页\n", "hf-----f"},
    {"page numbers with dashes", "云溪镇2024年法治政府建设年度报告\n— 1 —\n", "", "hf-----"},
    {"an official document",
     "云溪镇人民政府文件\n"
     "云政发〔2025〕3号\n"
     "签发人：张三\n"
     "云溪镇人民政府\n"
     "关于2024年法治政府建设情况的报告\n"
     "云溪县人民政府：\n",
     "特此报告。\n"
     "云溪镇人民政府\n"
     "2025年1月10日\n"
     "（此件公开发布）\n"
     "抄送：县司法局。\n"
     "云溪镇党政办公室 2025年1月10日印发\n",
     "hhhhhh-----tttttt"},
    {"a date under the title", "云溪镇2024年法治政府建设年度报告\n（2025年1月10日）\n", "", "hh-----"},
    {"the unit under the title", "2024年度法治政府建设情况报告\n云溪镇人民政府\n2025年1月10日\n", "", "hhh-----"},
    {"a signature on one line", "云溪镇2024年法治政府建设年度报告\n", "云溪镇人民政府 2025年1月10日\n", "h-----t"},
    {"a signature in Chinese figures", "云溪镇2024年法治政府建设年度报告\n", "云溪镇人民政府\n二〇二五年一月十日\n", "h-----tt"},
    {"a page without text", "云溪镇2024年法治政府建设年度报告\n", "（此页无正文）\n", "h-----t"},
    {"a document number alone", "〔2025〕3号\n云溪镇2024年法治政府建设年度报告\n", "", "hh-----"},
    {"the last item is no tail", "云溪镇2024年法治政府建设年度报告\n", "（一）建设云溪镇\n", "h------"},
    {"a last sentence is no tail", "云溪镇2024年法治政府建设年度报告\n", "我们要建设好云溪镇。\n", "h------"},
});

}  // namespace

BOOST_AUTO_TEST_SUITE(parts)

BOOST_AUTO_TEST_CASE(head_body_tail) {
  for (const Case& each : kCases) {
    BOOST_TEST_CONTEXT(each.what) {
      BOOST_TEST(parts_of(std::string(each.before) + std::string(kBody) + std::string(each.after)) == each.parts);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
