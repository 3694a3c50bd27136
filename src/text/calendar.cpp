#include "text/calendar.hpp"

#include <algorithm>
#include <array>

#include "text/han_numeral.hpp"
#include "text/term_match.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

/// Most members of a list such as 3、7、11月.
constexpr std::size_t kListMembers = 12;
/// How far behind 3.15 or 12.4 the name of the day is looked for.
constexpr std::uint32_t kDayNameBytes = 60;

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2099;

constexpr auto kDayNames = word_table({"日", "消费者", "宣传", "国家", "国际", "世界", "宪法", "禁毒", "维权", "全民",
                                       "反诈", "防灾", "消防", "节点", "妇女"});
constexpr auto kDayNouns =
    std::to_array<std::string_view>({"宣传日", "宣传月", "宣传周", "纪念日", "主题日", "教育日"});
constexpr auto kClauseEnds = std::to_array<std::string_view>({"，", "。", "；", "、"});

/// What makes the number before it an ordinal of the calendar.
constexpr auto kOrdinalNouns = word_table({"季度", "世纪", "年代", "号"});

constexpr auto kTwoDigitYears = word_table({"年度", "年底", "年初", "年末", "年上半年", "年下半年"});

constexpr auto kDayParts = std::to_array<std::string_view>({"午", "晨", "晚", "早", "夜", "日", "点"});

/// A number as dates are made of.
struct DatePart {
  std::uint32_t end = 0;
  int value = 0;
  int digits = 0;  ///< 0 where there is no number
  bool arabic = false;

  [[nodiscard]] bool exists() const { return digits > 0; }
  [[nodiscard]] bool is_year() const { return digits == 4 && value >= kFirstYear && value <= kLastYear; }
  [[nodiscard]] bool is_month() const { return digits <= 2 && value >= 1 && value <= 12; }
  [[nodiscard]] bool is_day() const { return digits <= 2 && value >= 1 && value <= 31; }
};

bool is_digit(char each) { return each >= '0' && each <= '9'; }

class CalendarReader {
 public:
  CalendarReader(std::string_view text, std::uint32_t begin, std::uint32_t end, std::uint32_t date_end)
      : text_(text.substr(0, end)), begin_(begin), date_end_(date_end) {}

  [[nodiscard]] std::uint32_t read() const {
    const DatePart first = part_at(begin_);
    if (!first.exists()) return begin_;
    for (const auto rule : {&CalendarReader::dotted_end, &CalendarReader::clock_end, &CalendarReader::named_day_end,
                            &CalendarReader::list_end, &CalendarReader::single_end}) {
      const std::uint32_t end = (this->*rule)(first);
      if (end > begin_) return end;
    }
    return begin_;
  }

 private:
  [[nodiscard]] std::string_view from(std::uint32_t at) const {
    return text_.substr(std::min<std::size_t>(at, text_.size()));
  }
  [[nodiscard]] bool stands(std::string_view word, std::uint32_t at) const { return from(at).starts_with(word); }
  [[nodiscard]] bool digit_at(std::uint32_t at) const { return at < text_.size() && is_digit(text_[at]); }

  [[nodiscard]] DatePart part_at(std::uint32_t at) const {
    DatePart part;
    part.end = at;
    while (digit_at(part.end) && part.digits <= 4) {
      part.value = 10 * part.value + (text_[part.end++] - '0');
      ++part.digits;
    }
    part.arabic = part.digits > 0;
    if (part.arabic) return digit_at(part.end) ? DatePart{at, 0, 0, false} : part;
    const HanNumeral numeral = read_han_numeral(text_, at, static_cast<std::uint32_t>(text_.size()));
    if (!numeral.valid || numeral.leads_with_magnitude || numeral.value > kLastYear) return part;
    part.end = numeral.end;
    part.value = static_cast<int>(numeral.value);
    part.digits = numeral.has_magnitude ? 2 : numeral.characters;
    return part;
  }

  /// Separator of the members of a list or range at `at`: where it ends, or `at`.
  [[nodiscard]] std::uint32_t separator_end(std::uint32_t at) const {
    for (const std::string_view separator : {"、", "—", "至", "到", "和", "～", "-", "及", "与"}) {
      if (stands(separator, at)) return at + static_cast<std::uint32_t>(separator.size());
    }
    return at;
  }

  /// 2024-01-22, 2024.1.18, 2024/1; versions such as 1.2.3 as well.
  [[nodiscard]] std::uint32_t dotted_end(const DatePart& first) const {
    if (!first.arabic) return begin_;
    std::uint32_t end = first.end;
    int parts = 1;
    char separator = '\0';
    while (end + 1 < text_.size() && digit_at(end + 1)) {
      const char each = text_[end];
      if ((each != '-' && each != '.' && each != '/') || (separator != '\0' && each != separator)) break;
      separator = each;
      end = digits_end(end + 1);
      ++parts;
    }
    const bool is_date = parts >= 3 || (parts == 2 && first.is_year() && separator != '.');
    return is_date ? end : begin_;
  }

  [[nodiscard]] std::uint32_t digits_end(std::uint32_t at) const {
    while (digit_at(at)) ++at;
    return at;
  }

  /// 16:08, 9时30分, 上午9时, 9点半.
  [[nodiscard]] std::uint32_t clock_end(const DatePart& hour) const {
    if (hour.digits > 2 || hour.value > 24) return begin_;
    for (const std::string_view colon : {":", "："}) {
      if (!stands(colon, hour.end)) continue;
      const DatePart minute = part_at(hour.end + static_cast<std::uint32_t>(colon.size()));
      if (minute.arabic && minute.digits == 2 && hour.arabic) return minute.end;
    }
    const bool of_day = ends_with_any(text_.substr(0, begin_), kDayParts);
    for (const std::string_view noun : {"时", "点"}) {
      if (!stands(noun, hour.end)) continue;
      const auto end = hour.end + static_cast<std::uint32_t>(noun.size());
      const DatePart minute = part_at(end);
      if (minute.exists() && minute.digits <= 2 && stands("分", minute.end) && !stands("分之", minute.end))
        return minute.end;
      if (of_day || stands("半", end) || stands("整", end) || stands("钟", end)) return end;
    }
    return begin_;
  }

  /// 12·4, 3.15消费者, 6.26、12.4等宣传日.
  [[nodiscard]] std::uint32_t named_day_end(const DatePart& month) const {
    if (!month.is_month()) return begin_;
    if (stands("·", month.end)) return day_end(month.end + 2);
    if (!month.arabic || !stands(".", month.end)) return begin_;
    const DatePart day = part_at(month.end + 1);
    return day.exists() && day.is_day() && names_day(day.end) ? day.end : begin_;
  }

  /// The day at `at`, of one or two digits: without their quotation marks
  /// “4·15”“12·4” run together. `begin_` where there is none.
  [[nodiscard]] std::uint32_t day_end(std::uint32_t at) const {
    if (!digit_at(at)) {
      const DatePart day = part_at(at);
      return day.exists() && day.is_day() ? day.end : begin_;
    }
    const int tens = text_[at] - '0';
    const bool two = digit_at(at + 1) && 10 * tens + (text_[at + 1] - '0') <= 31;
    return at + (two ? 2 : 1);
  }

  /// Whether the name of a day follows at `at`, maybe behind further days.
  [[nodiscard]] bool names_day(std::uint32_t at) const {
    for (std::size_t member = 0; member < kListMembers; ++member) {
      const std::uint32_t next = separator_end(at);
      const std::uint32_t end = digits_end(next);
      if (next == at || end == next || end >= text_.size() || text_[end] != '.') break;
      at = digits_end(end + 1);
    }
    const std::string_view behind = from(at).substr(0, kDayNameBytes);
    if (starts_with_any(behind.starts_with("等") ? behind.substr(3) : behind, kDayNames)) return true;
    return std::any_of(kDayNouns.begin(), kDayNouns.end(), [&](std::string_view noun) {
      const std::string_view clause = behind.substr(0, behind.find(noun));
      return clause.size() < behind.size() &&
             std::none_of(kClauseEnds.begin(), kClauseEnds.end(),
                          [&](std::string_view end) { return clause.find(end) != std::string_view::npos; });
    });
  }

  /// 2021、2022年, 2021—2025年, 3、7、11月, 1—6月, 一、二季度, 15、20日.
  [[nodiscard]] std::uint32_t list_end(const DatePart& first) const {
    bool years = first.is_year();
    bool months = first.is_month();
    bool days = first.is_day();
    DatePart last = first;
    for (std::size_t member = 1; member < kListMembers; ++member) {
      const std::uint32_t next = separator_end(last.end);
      const DatePart part = next > last.end ? part_at(next) : DatePart{};
      if (!part.exists()) break;
      years = years && part.is_year();
      months = months && part.is_month();
      days = days && part.is_day();
      last = part;
    }
    if (last.end == first.end) return begin_;
    if (years && (stands("年", last.end) || !digit_at(last.end))) return last.end + (stands("年", last.end) ? 3U : 0U);
    if (months && is_month_noun(last.end)) return days_end(last.end + 3);
    if (days && stands("日", last.end) && follows_month()) return last.end + 3;
    return starts_with_any(from(last.end), kOrdinalNouns) ? last.end : begin_;
  }

  [[nodiscard]] std::uint32_t single_end(const DatePart& part) const {
    if (part.is_year() && stands("年", part.end)) return part.end + 3;
    if (part.digits == 2 && part.value >= 10 && starts_with_any(from(part.end), kTwoDigitYears)) return part.end + 3;
    if (part.is_month() && is_month_noun(part.end)) return days_end(part.end + 3);
    if (part.is_day() && stands("日", part.end) && follows_month()) return part.end + 3;
    return starts_with_any(from(part.end), kOrdinalNouns) ? part.end : begin_;
  }

  [[nodiscard]] bool is_month_noun(std::uint32_t at) const { return stands("月", at); }

  /// The day behind a month that ends at `at`.
  [[nodiscard]] std::uint32_t days_end(std::uint32_t at) const {
    const DatePart day = part_at(at);
    return day.exists() && day.is_day() && (stands("日", day.end) || stands("号", day.end)) ? day.end + 3 : at;
  }

  /// Whether what begins here goes on from a date: 6月1日至, 每月.
  [[nodiscard]] bool follows_month() const {
    if (text_.substr(0, begin_).ends_with("月")) return true;
    return date_end_ > 0 && date_end_ <= begin_ && separator_end(date_end_) == begin_;
  }

  std::string_view text_;
  std::uint32_t begin_;
  std::uint32_t date_end_;
};

}  // namespace

std::uint32_t calendar_end(std::string_view normal, std::uint32_t at, std::uint32_t end, std::uint32_t date_end) {
  return CalendarReader(normal, at, end, date_end).read();
}

}  // namespace fazhi
