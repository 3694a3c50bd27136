#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/utf8.hpp"
#include "evaluate/defects_counts.hpp"
#include "evaluate/defects_kinds.hpp"
#include "evaluate/defects_text.hpp"
#include "text/numerals.hpp"

namespace fazhi::defects {
namespace {

constexpr auto kPlanWords = word_table({"计划", "打算", "安排", "下一步", "思路", "目标", "工作要点", "考虑", "展望",
                                        "部署", "重点工作", "工作重点", "明年"});

/// A heading with one of these may speak of an earlier year.
constexpr auto kLookingBack =
    word_table({"整改", "反馈", "遗留", "以来", "上年", "考核结果", "回头看", "比较", "对比", "—", "至"});

/// Wording by which a sentence holds an earlier year beside the report year.
constexpr auto kComparing =
    word_table({"较",   "相比",   "比上年", "比去年", "同比",   "同期", "增长", "下降", "上升",
                "减少", "提高到", "提高至", "提高了", "提升了", "今年", "本年", "目前", "现在",
                "至今", "如今",   "以来",   "连续",   "截至",   "随后", "此后", "逐年", "基础上"});

/// Wording of history: what was founded or awarded in its year.
constexpr auto kHistory = word_table(
    {"命名", "获评", "荣获", "授予", "入选", "被评", "被确定", "被列", "设立", "成立", "建成", "投入使用", "启用",
     "出台", "印发", "修订", "施行", "实施", "颁布", "公布",   "启动", "试点", "撤",   "合并", "划转",     "搬迁",
     "通过", "挂牌", "竣工", "换届", "组建", "聘请", "选聘",   "改造", "立项", "创办", "获得", "引进"});

/// Wording of a plan sentence that looks back before it plans.
constexpr auto kPast = word_table({"取得",   "虽然", "虽",   "成绩", "成效", "回顾", "总结", "已经", "完成了",
                                   "基础上", "以来", "存在", "不足", "差距", "问题", "较",   "相比", "对照",
                                   "巩固",   "经验", "结转", "遗留", "对标", "通报", "反馈", "整改"});

constexpr auto kIntent =
    word_table({"将",   "要",   "计划", "打算",   "力争", "争取", "继续", "拟",   "着力", "重点", "确保",
                "推进", "加强", "完善", "进一步", "深化", "强化", "建成", "完成", "落实", "开展", "实现"});

/// What may stand between a clause's begin and a year that dates it.
constexpr auto kDating = word_table({"在", "到", "于", "力争", "争取", "确保", "计划", "预计", "拟于", "拟在", "力争在",
                                     "力争于", "争取在", "确保在", "计划在", "计划于", "至", "自"});

constexpr auto kMonths =
    word_table({"一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"});

constexpr auto kAiming = word_table({"力争", "争取", "确保", "计划", "预计", "拟"});

class YearJudge {
 public:
  explicit YearJudge(const Search& search) : reading_(search.reading), report_(search.report()) {}

  Occurrences run() {
    if (!report_.identity.year) return {};
    year_ = *report_.identity.year;
    for (const YearStatement& each : report_.identity.years) judge_statement(each);
    for (const Section& section : report_.sections) judge_heading(section);
    for (std::uint32_t index = 0; index < report_.sentences.size(); ++index) {
      const Sentence& sentence = report_.sentences[index];
      if (!is_own_text(sentence.role) || sentence.heading || reading_.years(index).empty()) continue;
      if (sentence.role == Role::plan) {
        judge_plan(index);
      } else if (sentence.role != Role::shortcomings) {
        judge_achievement(index);
      }
    }
    return std::move(found_);
  }

 private:
  void judge_statement(const YearStatement& statement) {
    if (statement.report_year == year_ || statement.range.empty()) return;
    switch (statement.place) {
      case YearStatement::Place::title:
      case YearStatement::Place::opening:
      case YearStatement::Place::announcement:
        report(statement.range, statement.named_year, false);
        break;
      case YearStatement::Place::heading:
      case YearStatement::Place::plan:
      case YearStatement::Place::signature:
        break;  // headings and plans are judged by what they say
    }
  }

  void judge_heading(const Section& section) {
    const bool plans = section.role == Role::plan || section.second_role == Role::plan ||
                       holds_any(report_.text(section.heading), kPlanWords);
    for (const YearMention& year : find_years(report_.normal.text, section.heading)) {
      if (year.since || holds_any(report_.text(section.heading), kLookingBack)) continue;
      if (plans && year.year <= year_) {
        report(year.range, year.year, true);
      } else if (!plans && year.year != year_ && opens_heading(section, year)) {
        report(year.range, year.year, false);
      }
      return;
    }
  }

  /// Whether the heading begins with the year, ordinal aside.
  bool opens_heading(const Section& section, const YearMention& year) const {
    const auto& ordinal = report_.sentences[section.heading_sentence].ordinal;
    const std::uint32_t begin = ordinal ? std::max(ordinal->range.end, section.heading.begin) : section.heading.begin;
    return year.range.begin == begin;
  }

  /// Whether the year dates its clause: it stands at the clause's head.
  bool dates_clause(std::uint32_t index, const YearMention& year) const {
    const TextRange clause = reading_.clause_at(index, year.range.begin);
    const auto& ordinal = report_.sentences[index].ordinal;
    std::uint32_t begin = clause.begin;
    if (ordinal && ordinal->range.begin == begin) begin = ordinal->range.end;
    return begin <= year.range.begin && strip_front(report_.text({begin, year.range.begin}), kDating).empty();
  }

  void judge_plan(std::uint32_t index) {
    const std::string_view text = report_.text(report_.sentences[index].range);
    if (holds_any(text, kPast)) return;
    for (const YearMention& year : reading_.years(index)) {
      if (year.year > year_ || year.since || !dates_clause(index, year)) continue;
      const std::string_view behind = report_.text({year.range.end, report_.sentences[index].range.end});
      const bool aims =
          holds_any(report_.text({reading_.clause_at(index, year.range.begin).begin, year.range.begin}), kAiming);
      if (aims || is_deadline(behind) || (is_date_of_clause(behind) && holds_any(behind, kIntent))) {
        report(year.range, year.year, true);
      }
      return;
    }
  }

  /// 年底前, 年6月底前, 年内.
  static bool is_deadline(std::string_view behind) {
    static constexpr auto kEnds = word_table({"底前", "底之前", "底", "内", "年底前", "末前", "末"});
    static constexpr auto kMonthEnds = word_table({"底", "前", "之前", "末", "中旬前", "上旬前", "下旬前", "份前"});
    if (!behind.starts_with("年")) return false;
    behind.remove_prefix(std::string_view("年").size());
    if (starts_with_any(behind, kEnds)) return true;
    std::size_t length = 0;
    while (length < behind.size() && ((behind[length] >= '0' && behind[length] <= '9') ||
                                      is_mark(behind.substr(length, 3), "一二三四五六七八九十"))) {
      length += code_point_length(behind[length]);
    }
    if (length == 0 || !behind.substr(length).starts_with("月")) return false;
    return starts_with_any(behind.substr(length + std::string_view("月").size()), kMonthEnds);
  }

  static bool is_date_of_clause(std::string_view behind) {
    static constexpr auto kDates = word_table({"年，", "年度，", "年上半年", "年下半年", "年我", "年全", "年街道",
                                               "年将", "年要", "年是", "年重点", "年计划", "年继续", "年拟"});
    return starts_with_any(behind, kDates);
  }

  /// 2020年，街道共调处纠纷146起 in a report of another year.
  void judge_achievement(std::uint32_t index) {
    const Sentence& sentence = report_.sentences[index];
    const YearMention& year = reading_.years(index).front();
    if (year.year == year_ || year.since || !dates_clause(index, year)) return;
    std::uint32_t begin = sentence.range.begin;
    if (sentence.ordinal) begin = sentence.ordinal->range.end;
    if (report_.text({begin, year.range.begin}).size() > std::string_view("在").size()) return;
    const std::string_view behind = report_.text({year.range.end, sentence.range.end});
    if (holds_any(behind, kComparing) || holds_any(behind, kHistory)) return;
    if (reading_.years(index).size() > 1 || stands_beside_report_year(index)) return;
    const bool deed = is_dated_deed(year, behind);
    if (!deed && (!tells_of_whole_year(behind) || !holds_count(index, behind))) return;
    report(year.range, year.year, false);
  }

  /// 2023年，… and 2023年调处…, but not 2023年的… or 2023年3月….
  static bool tells_of_whole_year(std::string_view behind) {
    static constexpr auto kOther = word_table({"的", "底", "初", "末", "前", "后", "间", "以", "起", "来", "至", "是",
                                               "为", "、", "和", "）", "—", "-", "～"});
    static constexpr auto kMarks = word_table({"年度", "年"});
    const auto mark = std::find_if(kMarks.words.begin(), kMarks.words.end(), [&](std::string_view word) { return behind.starts_with(word); });
    if (mark == kMarks.words.end()) return false;
    const std::string_view rest = behind.substr(mark->size());
    if (rest.empty()) return false;
    return !starts_with_any(rest, kOther) && (rest.front() < '0' || rest.front() > '9') &&
           !starts_with_any(rest, kMonths);
  }

  /// 2021年5月，我镇开展… in a report of 2023. The last months of the year before
  /// belong to some units' report year.
  bool is_dated_deed(const YearMention& year, std::string_view behind) const {
    constexpr int kLastMonthForSure = 10;
    static constexpr auto kDeeds = word_table({"开展", "举办", "召开", "组织"});
    static constexpr auto kActors = word_table({"我镇", "我乡", "我街道", "全镇", "全乡", "镇党委", "乡党委", "街道",
                                                "镇政府", "乡政府", "镇里", "乡里", "先后", "集中"});
    if (year.year > year_ || !behind.starts_with("年")) return false;
    behind.remove_prefix(std::string_view("年").size());
    const std::size_t month_end = behind.find("月");
    if (month_end > std::string_view("十二").size()) return false;
    const int month = parse_numeral(behind.substr(0, month_end));
    if (month < 1 || (year.year == year_ - 1 && month > kLastMonthForSure)) return false;
    behind.remove_prefix(month_end + std::string_view("月").size());
    constexpr std::string_view kComma = "，";
    if (!behind.starts_with(kComma)) return false;
    behind.remove_prefix(kComma.size());
    return starts_with_any(strip_front(behind, kActors), kDeeds);
  }

  bool holds_count(std::uint32_t index, std::string_view behind) const {
    static constexpr auto kSums = word_table({"共", "累计", "全年"});
    const std::span<const Number> numbers = reading_.numbers(index);
    return holds_any(behind, kSums) || std::any_of(numbers.begin(), numbers.end(),
                                                   [](const Number& each) { return each.unit >= 0 && !each.is_rate; });
  }

  /// A sentence beside it that speaks of the report year makes it a comparison.
  bool stands_beside_report_year(std::uint32_t index) const {
    static constexpr auto kThisYear = word_table({"今年", "本年", "相比"});
    const auto speaks = [&](std::uint32_t other) {
      if (report_.sentences[other].paragraph != report_.sentences[index].paragraph) return false;
      const std::span<const YearMention> years = reading_.years(other);
      return holds_any(report_.text(report_.sentences[other].range), kThisYear) ||
             std::any_of(years.begin(), years.end(), [&](const YearMention& each) { return each.year == year_; });
    };
    return (index > 0 && speaks(index - 1)) || (index + 1 < report_.sentences.size() && speaks(index + 1));
  }

  void report(TextRange year, int named_year, bool plan) {
    const MessageId id = plan ? MessageId::defect_year_plan : MessageId::defect_year;
    found_.push_back(
        {quote_of(year), {id, {std::to_string(year_), std::to_string(named_year)}}, std::nullopt, std::nullopt});
  }

  /// The year with its clause; 2022年， takes the clause behind along.
  TextRange quote_of(TextRange year) const {
    constexpr std::size_t kFarthest = 14;
    constexpr std::size_t kShortest = 8;
    const std::uint32_t index = reading_.sentence_at(year.begin);
    const TextRange sentence = report_.sentences[index].range;
    TextRange quote = reading_.clause_at(index, year.begin);
    if (count_code_points(report_.text({quote.begin, year.begin})) > kFarthest) quote.begin = year.begin;
    if (count_code_points(report_.text(quote)) < kShortest && quote.end < sentence.end) {
      quote.end = reading_.clause_at(index, quote.end).end;
    }
    return clip(report_, quote);
  }

  const Reading& reading_;
  const Report& report_;
  int year_ = 0;
  Occurrences found_;
};

}  // namespace

Occurrences find_year_mismatch(const Search& search) { return YearJudge(search).run(); }

}  // namespace fazhi::defects
