#include "evaluate/defects_counts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/utf8.hpp"
#include "evaluate/defects_text.hpp"

namespace fazhi::defects {
namespace {

constexpr auto kTakingIn =
    word_table({"排查", "摸排",   "受理", "登记", "接到", "收到", "接收", "接访", "接处", "接诉", "接报", "接待",
                "承接", "承办",   "办理", "交办", "转办", "派单", "转来", "梳理", "立案", "收案", "受案", "发现",
                "查出", "检查出", "查摆", "查找", "收集", "征集", "反馈", "反映", "共有", "总数", "申请", "发生"});

/// Between the name of a rate and its value.
constexpr auto kLinks = std::to_array<std::string_view>(
    {"均达到", "均达",       "均为",   "均保持在", "均在",     "都达到", "都达",   "都为",   "都是",   "达到了",
     "达到",   "达",         "仍为",   "为",       "是",       "高达",   "已达",   "已达到", "仅为",   "仅",
     "只有",   "始终保持在", "保持在", "稳定在",   "持续保持", "保持",   "提升至", "提升到", "提高到", "提高至",
     "上升至", "上升到",     "升至",   "实现",     "：",       "约为",   "有"});

/// What may stand beside a count without naming an object.
constexpr auto kFillers = word_table(
    {"其中",   "已经", "现已", "已",   "均已", "均",   "全部", "共计", "累计", "合计", "总计", "共",   "了",
     "出",     "成功", "妥善", "依法", "有效", "及时", "就地", "现场", "当场", "按期", "按时", "各类", "各种",
     "各项",   "此类", "这些", "得到", "到位", "率先", "最终", "最后", "全年", "年内", "今年", "目前", "截至目前",
     "一年来", "的",   "并",   "现",   "（",   "）",   "，",   "、",   "为",   "达",   "占",   "即",   "办",
     "完成",   "处理", "处置", "调解", "调处", "督促", "责令", "协调", "推动", "完毕"});

}  // namespace

bool is_told_as_fact(const Reading& reading, std::uint32_t sentence, const Number& number) {
  switch (reading.assert_at(sentence, number.range).sense) {
    case Sense::done:
    case Sense::lacking:
    case Sense::slogan:
    case Sense::absent:
      return true;
    case Sense::intended:
    case Sense::elsewhere:
    case Sense::earlier:
      return false;
  }
  return false;
}

std::vector<Count> read_counts(const Reading& reading, std::uint32_t sentence) {
  const Report& report = reading.report();
  const std::span<const Number> numbers = reading.numbers(sentence);
  std::vector<Count> out;
  out.reserve(numbers.size());
  for (std::size_t index = 0; index < numbers.size(); ++index) {
    const Number& number = numbers[index];
    if (number.is_rate || number.unit < 0) continue;
    const TextRange clause = reading.clause_at(sentence, number.digits.begin);
    std::uint32_t begin = clause.begin;
    std::uint32_t end = clause.end;
    if (index > 0) begin = std::max(begin, numbers[index - 1].range.end);
    if (index + 1 < numbers.size()) end = std::min(end, numbers[index + 1].range.begin);
    begin = std::min(begin, number.range.begin);
    end = std::max(end, number.range.end);
    if (!is_told_as_fact(reading, sentence, number)) continue;
    out.push_back(
        {&number, clause, report.text({begin, number.range.begin}), report.text({number.range.end, end}), begin});
  }
  return out;
}

std::vector<NamedRate> read_rates(const Reading& reading, std::uint32_t sentence) {
  constexpr std::string_view kRate = "率";
  const Report& report = reading.report();
  const std::span<const Number> numbers = reading.numbers(sentence);
  std::vector<NamedRate> out;
  for (std::size_t index = 0; index < numbers.size(); ++index) {
    const Number& number = numbers[index];
    if (!number.is_rate) continue;
    std::uint32_t begin = reading.clause_at(sentence, number.digits.begin).begin;
    if (index > 0) begin = std::max(begin, numbers[index - 1].range.end);
    if (begin >= number.range.begin) continue;
    const std::string_view lead = strip_back(report.text({begin, number.range.begin}), kLinks);
    if (!lead.ends_with(kRate)) continue;
    std::uint32_t name = begin;
    for (std::size_t at = 0; at < lead.size(); at += code_point_length(lead[at])) {
      const std::string_view point = lead.substr(at, code_point_length(lead[at]));
      if (is_mark(point, "、，：；（）和及与")) name = static_cast<std::uint32_t>(begin + at + point.size());
    }
    const TextRange range{name, static_cast<std::uint32_t>(begin + lead.size())};
    if (range.size() > kRate.size()) out.push_back({&number, range});
  }
  return out;
}

bool takes_in(std::string_view text) {
  if (holds_any(text, kTakingIn)) return true;
  // 调处纠纷103起 is the whole, 调处成功98起 a part of it.
  constexpr std::string_view kHandling = "调处";
  static constexpr auto kOutcomes = word_table({"成功", "化解", "办结", "完", "好", "妥", "到位", "了结"});
  const std::size_t at = text.rfind(kHandling);
  return at != std::string_view::npos && !starts_with_any(text.substr(at + kHandling.size()), kOutcomes);
}

bool shares_object(std::string_view object, std::string_view whole) {
  constexpr std::size_t kNoun = 2;
  const std::string_view named = strip_back(strip_front(object, kFillers), kFillers);
  if (named.empty()) return true;
  return count_code_points(named) >= kNoun && whole.find(last_points(named, kNoun)) != std::string_view::npos;
}

bool is_same_object(const Count& part, std::string_view verb, std::string_view whole) {
  const std::size_t at = part.lead.rfind(verb);
  if (at == std::string_view::npos) return shares_object(part.lead, whole);
  return shares_object(part.lead.substr(at + verb.size()), whole) && shares_object(part.lead.substr(0, at), whole);
}

std::string plain(double value) {
  const int decimals = std::abs(value - std::round(value)) < 1e-6 ? 0 : 2;
  return percent(value, decimals).substr(0, percent(value, decimals).size() - 1);
}

std::string percent(double value, int decimals) {
  std::array<char, 64> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.*f%%", decimals, value);
  return std::string(buffer.data(), std::min(static_cast<std::size_t>(std::max(length, 0)), buffer.size() - 1));
}

}  // namespace fazhi::defects
