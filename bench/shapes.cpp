#include "bench/shapes.hpp"

#include <array>
#include <string_view>

#include "bench/corpus.hpp"

namespace fazhi::bench {
namespace {

/// Without so much Chinese in it a text is refused unread.
constexpr std::string_view kOpening =
    "云岫县青石梁镇人民政府2024年度法治政府建设情况报告\n2024年，青石梁镇坚持以习近平法治思想为指导，推进法治政府建设。\n";

std::string repeated(std::string_view piece, std::size_t size_bytes) {
  std::string out(kOpening);
  out.reserve(size_bytes + piece.size());
  while (out.size() < size_bytes) out += piece;
  return out;
}

std::string without(std::string text, std::initializer_list<std::string_view> marks) {
  for (const std::string_view mark : marks) {
    std::string kept;
    std::size_t from = 0;
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, from)) {
      kept.append(text, from, at - from);
      from = at + mark.size();
    }
    text = kept.append(text, from);
  }
  return text;
}

std::string reports(std::size_t size_bytes) {
  std::string out;
  for (std::size_t index = 0; out.size() < size_bytes; ++index) out += make_report(index, {}).text;
  return out;
}

std::string endless_line(std::size_t size_bytes) { return without(reports(size_bytes), {"\n"}); }

std::string no_marks(std::size_t size_bytes) {
  return without(reports(size_bytes), {"\n", "。", "；", "，", "、", "：", "（", "）", "！", "？"});
}

std::string ordinals(std::size_t size_bytes) {
  constexpr std::array<std::string_view, 8> kStyles = {"第一章 总体\n",    "第一节 落实\n", "一、推进情况\n", "（一）学习\n",
                                                       "1.带头学法\n", "（1）会前\n",  "①讲法\n",      "一是建立制度\n"};
  std::string cycle;
  for (const std::string_view each : kStyles) cycle += each;
  return repeated(cycle, size_bytes);
}

std::string digits(std::size_t size_bytes) { return repeated("7", size_bytes); }
std::string quotation_marks(std::size_t size_bytes) { return repeated("“", size_bytes); }
std::string figures(std::size_t size_bytes) {
  return repeated("排查矛盾纠纷128起，化解121起，化解率94.5%，拟于明年开展宣传12场次，未按照《中华人民共和国行政处罚法》办结3件，", size_bytes);
}

}  // namespace

const std::vector<Shape>& shapes() {
  static const std::vector<Shape> all = {{"reports", reports},   {"endless_line", endless_line},
                                         {"no_marks", no_marks}, {"ordinals", ordinals},
                                         {"digits", digits},     {"quotation_marks", quotation_marks},
                                         {"figures", figures}};
  return all;
}

}  // namespace fazhi::bench
