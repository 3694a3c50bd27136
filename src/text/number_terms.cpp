#include "text/number_terms.hpp"

#include <algorithm>
#include <array>

#include "text/term_match.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

struct Mark {
  std::string_view word;
  Approximation approximation;
  std::u32string_view not_behind;  ///< characters that make another word of it: 签约, 附近
};

/// Longer words before those that they end with.
constexpr auto kMarksBefore = std::to_array<Mark>({
    {"大约", Approximation::about, {}},
    {"大概", Approximation::about, {}},
    {"将近", Approximation::about, {}},
    {"接近", Approximation::about, {}},
    {"不少于", Approximation::at_least, {}},
    {"不低于", Approximation::at_least, {}},
    {"不超过", Approximation::at_most, {}},
    {"不多于", Approximation::at_most, {}},
    {"不高于", Approximation::at_most, {}},
    {"少于", Approximation::at_most, {}},
    {"低于", Approximation::at_most, {}},
    {"多于", Approximation::at_least, {}},
    {"高于", Approximation::at_least, {}},
    {"超过", Approximation::at_least, {}},
    {"突破", Approximation::at_least, U"新的"},
    {"至少", Approximation::at_least, {}},
    {"不下", Approximation::at_least, {}},
    {"不足", Approximation::at_most, U"的之在存些补大"},
    {"不到", Approximation::at_most, U"做看找想达办听见得遇"},
    {"至多", Approximation::at_most, {}},
    {"最多", Approximation::at_most, {}},
    {"约", Approximation::about, U"签公条预节制合契邀特违续履立毁相集简隐租协婚商"},
    {"近", Approximation::about, U"最附临靠就亲贴相新邻远"},
    {"超", Approximation::at_least, U"赶高反"},
    {"逾", Approximation::at_least, {}},
});

constexpr Mark kOver = {"上", Approximation::about, U"网线以晚早会面路街桌纸市镇乡县村户山岸地身向马场船车"};

/// 近 before a length of time means “the last”.
constexpr auto kTimeNouns = word_table({"年", "个月", "月", "周", "天", "日", "届", "期", "季", "个季"});

constexpr auto kMarksBehind = std::to_array<Mark>({
    {"及以上", Approximation::at_least, {}},
    {"以上", Approximation::at_least, {}},
    {"及以下", Approximation::at_most, {}},
    {"以下", Approximation::at_most, {}},
    {"以内", Approximation::at_most, {}},
    {"左右", Approximation::about, {}},
    {"上下", Approximation::about, {}},
});

constexpr auto kNoMarksBehind =
    word_table({"以上率下", "上下联动", "上下级", "上下游", "上下一心", "上下齐心", "左右邻"});

constexpr auto kTermsBehind = word_table({
    "届",     "中全会",     "次全会", "次全体会议", "次代表大会", "次党代会",       "次会议精神", "级",
    "号",     "季度",       "世纪",   "年代",       "位一体",     "项制度",         "项规定",     "项纪律",
    "项机制", "项清单",     "张清单", "张网",       "张表",       "项重点任务清单", "年规划",     "年行动",
    "年计划", "年攻坚",     "年发展", "个意识",     "个自信",     "个维护",         "个确立",     "个坚持",
    "个全面", "个代表",     "个规定", "个必须",     "个务必",     "个文明",         "个责任制",   "个没有",
    "个区分", "个环节制度", "次创业", "步走",       "步法",       "个不放过",       "个能力",     "个结合",
    "个统一", "个走在前",   "个更加", "个革命",     "件套",       "项权力清单",     "工作法",     "工作模式",
});

/// 大 makes a name of the numeral before it: 二十大, 十大案例; these do not.
constexpr auto kGreatButCount = word_table({"大队", "大于"});

/// 一 with what follows it, where that may look like a unit.
constexpr auto kOneTerms = word_table({
    "次性",   "次次",   "次办",   "次告知", "次通",   "次会",   "次都",   "个个",   "件事",   "件件", "项项", "户户",
    "户多",   "人一",   "人多",   "岗双责", "站式",   "窗",     "网",     "门式",   "票否决", "把手", "揽子", "体化",
    "条龙",   "条心",   "条街",   "盘棋",   "股",     "本账",   "张蓝图", "对一",   "下子",   "部分", "名义", "份子",
    "家人",   "家亲",   "期工程", "期项目", "期建设", "场景",   "处处",   "级",     "线",     "类",   "批",   "些",
    "系列",   "次分配", "次线",   "方面",   "站",     "人口",   "家一",   "部手机", "把尺子", "支笔", "只手", "套人马",
    "张嘴",   "根本",   "段时间", "条主线", "个声音", "项基本", "份力",   "天候",   "日三餐", "片",   "口气", "句话",
    "口价",   "码",     "道",     "审",     "楼",     "孩",     "胎",     "期选址", "代",     "号",   "年一", "年来",
    "年到头", "年四季", "月一",   "周一",   "季一",
});

/// Characters that make a word or a determiner with 一 behind them.
constexpr std::u32string_view kBeforeOne = U"每这那同另某任哪又再上下头前后唯单统万逐专进之其合不惟如归划跑壹";

/// Before a single Chinese digit: days of the week, school years, ordinals.
constexpr std::u32string_view kBeforeDigit = U"第初期星";

constexpr auto kTwoTerms = word_table({"次", "期", "审", "类", "线", "维", "手", "楼", "孩", "胎", "元", "轮", "人转"});

constexpr auto kElevenTerms = word_table({"期间", "黄金周", "长假", "假期", "国庆", "前后", "小长假"});

/// What tells that 一起 counts an event and does not mean “together”.
constexpr auto kBeforeOneEvent =
    std::to_array<std::string_view>({"发生", "出现", "查处", "立案", "办理", "调处", "调解", "化解", "受理", "处置",
                                     "处理", "查办", "审理", "办结", "有",   "无",   "引发", "成功", "解决", "败诉"});
constexpr auto kBehindOneEvent =
    word_table({"案",   "纠纷", "事故", "事件", "信访", "矛盾", "因",   "涉",   "被",   "群体", "上访", "越级",
                "重大", "较大", "诉讼", "复议", "行政", "民事", "刑事", "违法", "截留", "安全", "交通"});

constexpr std::u32string_view kCounted = U"人件次总户指多少份分基岁参函系个半代级名篇位额天度量岗";

constexpr auto kServiceNouns =
    word_table({"平台", "热线",   "专线", "电话", "政务", "便民", "市民", "公共", "法律", "投诉", "举报",
                "工单", "接处警", "接警", "报警", "指挥", "消防", "警",   "急救", "服务", "诉求"});

constexpr std::size_t kHotlineDigits = 5;
constexpr std::size_t kEmergencyDigits = 3;
/// Longer ones that count nothing are telephone numbers.
constexpr std::size_t kLongestCount = 6;

char32_t last_of(std::string_view text) { return utf8::decode_before(text, text.size()).value; }

ApproximationMark match_before(const Mark& mark, std::string_view before) {
  if (before.empty() || before.back() != mark.word.back() || !before.ends_with(mark.word)) return {};
  if (is_one_of(last_of(before.substr(0, before.size() - mark.word.size())), mark.not_behind)) return {};
  return {mark.approximation, static_cast<std::uint32_t>(mark.word.size())};
}

/// 十四五, 十五五: the number of a five-year plan.
bool is_plan_name(std::string_view characters) {
  return characters.size() == 9 && characters.starts_with("十") && characters.ends_with("五") &&
         han_digit(utf8::decode(characters, 3).value) > 0;
}

/// 一户一档: the unit between two 一.
bool is_one_by_one(std::string_view behind, std::uint32_t unit_bytes) {
  return behind.substr(unit_bytes).starts_with("一");
}

bool follows_one(std::string_view before) {
  // The one before: 一村 or 一社区.
  for (const std::size_t characters : {1U, 2U}) {
    std::size_t at = before.size();
    for (std::size_t step = 0; step < characters && at > 0; ++step) at = utf8::previous(before, at);
    if (at > 0 && last_of(before.substr(0, at)) == U'一') return true;
  }
  return false;
}

bool is_single_term(const HanNumeral& numeral, std::string_view characters, std::string_view before,
                    std::string_view behind) {
  const char32_t previous = last_of(before);
  if (is_one_of(previous, kBeforeDigit)) return true;
  if (previous == U'周' && !before.ends_with("每周")) return true;
  if (numeral.has_zero) return true;
  if (characters == "二") return starts_with_any(behind, kTwoTerms);
  if (characters == "十") return behind.starts_with("分") && !behind.starts_with("分钟");
  // 第八个五年
  return characters == "五" && previous == U'个' && behind.starts_with("年");
}

}  // namespace

ApproximationMark mark_before(std::string_view before, std::string_view behind_numeral, bool leads_with_magnitude) {
  for (const Mark& mark : kMarksBefore) {
    const ApproximationMark found = match_before(mark, before);
    if (found.size_bytes == 0) continue;
    const bool last_years = mark.word == "近" && starts_with_any(behind_numeral, kTimeNouns);
    return last_years ? ApproximationMark{} : found;
  }
  // 成百上千 is no number.
  return leads_with_magnitude && !before.ends_with("成百上") ? match_before(kOver, before) : ApproximationMark{};
}

ApproximationMark mark_behind(std::string_view behind) {
  if (starts_with_any(behind, kNoMarksBehind)) return {};
  for (const Mark& mark : kMarksBehind) {
    if (behind.starts_with(mark.word)) return {mark.approximation, static_cast<std::uint32_t>(mark.word.size())};
  }
  return {};
}

bool is_term_behind(std::string_view behind) {
  if (starts_with_any(behind, kTermsBehind)) return true;
  return behind.starts_with("大") && !starts_with_any(behind, kGreatButCount);
}

bool is_han_term(const HanNumeral& numeral, std::string_view characters, std::string_view before,
                 std::string_view behind) {
  const char32_t previous = last_of(before);
  if (previous == U'第' || previous == U'双' || is_plan_name(characters)) return true;
  if (characters == "十一" && starts_with_any(behind, kElevenTerms)) return true;
  if (numeral.characters == 1) return is_single_term(numeral, characters, before, behind);
  // 八五普法, 一二三产业; but 一二〇件, 三四次.
  return !numeral.has_magnitude && !numeral.has_zero && !numeral.approximate;
}

bool counts_one(std::string_view before, std::string_view behind, std::uint32_t unit_bytes) {
  if (is_one_of(last_of(before), kBeforeOne) || starts_with_any(behind, kOneTerms)) return false;
  if (is_one_by_one(behind, unit_bytes) || follows_one(before)) return false;
  if (!behind.starts_with("起")) return true;
  return ends_with_any(before, kBeforeOneEvent) || starts_with_any(behind.substr(unit_bytes), kBehindOneEvent);
}

bool is_several_behind(std::string_view before) { return !is_one_of(last_of(before), kCounted); }

bool is_number_name(std::string_view digits, std::string_view behind) {
  if (digits.size() > kLongestCount) return true;
  if (digits.size() > 1 && digits.front() == '0') return true;
  if (digits.size() == kHotlineDigits && digits.starts_with("12")) return true;
  return (digits.size() == kEmergencyDigits || digits.size() >= kHotlineDigits) &&
         starts_with_any(behind, kServiceNouns);
}

}  // namespace fazhi
