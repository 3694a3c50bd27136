#include <array>
#include <cstdio>
#include <cstdlib>

#include "../check_audit.hpp"
#include "../fuzz.hpp"
#include "../targets.hpp"

namespace fazhi::fuzz {
namespace {

/// What structure, dates, numbers and names are made of, whole and cut.
constexpr auto kMortar = std::to_array<std::string_view>({
    "\n",     "\n\n",   "\n一、",  "\n二、",   "\n（一）", "\n（二）", "\n1.",    "\n1、",   "一是",   "二是",   "首先，", "第一，",
    "，",     "。",     "；",     "：",      "、",      "！",      "……",      "（",      "）",     "《",     "》",     "“",
    "”",      "〔",     "〕",     "—",       "-",       "～",      "·",       " ",       "　",     "年",     "年度",   "月",
    "日",     "1月",    "12月",   "5日",     "2024",    "2024年",  "2023年",  "2025年",  "2020-",  "2021—",  "二〇二四年", "去年",
    "今年",   "上年",   "明年",   "下一步，", "下一步", "以来",    "至",      "到",      "自",     "从",     "由",     "较",
    "0",      "1",      "12",     "38",      "1,200",   "1.2",     "98.5",    "%",       "百分之", "九成",   "九",     "十",
    "百",     "千",     "万",     "余",      "多",      "约",      "近",      "以上",    "第",     "数十",   "几",     "两",
    "件",     "起",     "次",     "场",      "人",      "人次",    "个",      "份",      "名",     "村",     "社区",   "项",
    "镇",     "乡",     "街道",   "县",      "市",      "省",      "区",      "我镇",    "全镇",   "镇政府", "镇党委", "党委书记",
    "镇长",   "云溪镇", "云屏县", "石桥镇",  "司法局",  "人民政府", "现将",   "报告如下：", "附件：", "抄送：", "特此报告。", "____",
    "××",    "XX",     "的",     "了",      "不",      "未",      "没有",    "是",      "有",     "和",     "及",     "将",
    "共",     "开展",   "召开",   "成立",    "调解",    "化解",    "办理",    "法治",    "法治政府建设", "普法", "法律顾问", "存在的问题",
    "原因",   "工作打算", "主要举措和成效", "负责人", "组长", "同志", "由于",  "但",      "仍",     "还",     "尚未",   "计划"});

const std::vector<std::string>& phrases() {
  static const std::vector<std::string> all = township().compiled().database().phrases();
  return all;
}

/// Two bytes a word: more than a third of all pairs are mortar, the others phrases of the checklist.
std::string report_of(std::string_view bytes) {
  constexpr unsigned kMortarPairs = 0x6000;
  std::string text = "云溪镇2024年度法治政府建设情况报告\n";
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const unsigned pair = static_cast<unsigned char>(bytes[at]) * 256U + static_cast<unsigned char>(bytes[at + 1]);
    text += pair < kMortarPairs ? kMortar[pair % kMortar.size()] : std::string_view(phrases()[pair % phrases().size()]);
  }
  return text;
}

}  // namespace

/// A report of the words that the checklist and the outline go by, in any order, which
/// bytes alone hardly ever make. FAZHI_FUZZ_TEXT shows it, for a regression of `audit`.
void words(std::string_view bytes) {
  const std::string text = report_of(bytes);
  if (std::getenv("FAZHI_FUZZ_TEXT") != nullptr) std::fprintf(stderr, "%s\n", text.c_str());
  outline(text);
  audit(text);
}

}  // namespace fazhi::fuzz
