#include "outline/identity.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.hpp"
#include "outline/years.hpp"
#include "text/numerals.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kLongestPlaceName = 8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class IdentityReader {
 public:
  IdentityReader(Report& report, const ParagraphParts& parts, const OutlineRules& rules)
      : report_(report), parts_(parts), rules_(rules), identity_(report.identity) {}

  void run() {
    read_title();
    read_document_number();
    read_signature();
    read_unit();
    read_level();
  }

 private:
  std::string_view paragraph(std::size_t index) const { return report_.text(report_.normal.paragraphs[index]); }

  void read_title() {
    if (parts_.title.empty()) return;
    const TextRange first = report_.normal.paragraphs[parts_.title.front()];
    const TextRange last = report_.normal.paragraphs[parts_.title.back()];
    identity_.title_range = {first.begin, last.end};
    for (const std::uint32_t line : parts_.title) identity_.title += paragraph(line);
  }

  /// 某政发〔2025〕3号, in the head.
  void read_document_number() {
    for (std::size_t index = 0; index < parts_.part.size(); ++index) {
      if (parts_.part[index] != Role::head && parts_.part[index] != Role::furniture) continue;
      const std::string_view line = paragraph(index);
      const std::size_t open = find_open(line);
      if (open == std::string_view::npos || open == 0) continue;
      const std::size_t mark = line.find("号", open);
      if (mark == std::string_view::npos || mark - open > 24) continue;
      std::size_t begin = open;
      while (begin >= 3 && code_point_length(line[begin - 3]) == 3) {
        if (is_mark(line.substr(begin - 3, 3), "：，。、")) break;
        begin -= 3;
      }
      if (open - begin < 6 || open - begin > 36) continue;
      identity_.document_number = std::string(line.substr(begin, mark + 3 - begin));
      return;
    }
  }

  static std::size_t find_open(std::string_view line) {
    for (const std::string_view mark : {std::string_view("〔"), std::string_view("［"), std::string_view("【")}) {
      const std::size_t at = line.find(mark);
      if (at != std::string_view::npos && at + 7 <= line.size() && is_digit(line[at + 3])) return at;
    }
    return std::string_view::npos;
  }

  /// The last date of the tail: 2025年1月10日, 二〇二一年十二月二十日.
  void read_signature() {
    for (std::size_t index = parts_.part.size(); index-- > 0;) {
      if (parts_.part[index] != Role::tail) continue;
      const std::string_view line = paragraph(index);
      if (line.find("印发") != std::string_view::npos) continue;
      const std::string date = iso_date(line);
      if (date.empty()) continue;
      identity_.signature_date = date;
      return;
    }
  }

  static std::string iso_date(std::string_view line) {
    const std::vector<YearMention> years = find_years(line, {0, static_cast<std::uint32_t>(line.size())});
    if (years.empty()) return {};
    const YearMention& year = years.back();
    const std::string_view rest = line.substr(year.range.end);
    const std::size_t month_end = rest.find("月");
    const std::size_t day_end = rest.find("日");
    if (month_end == std::string_view::npos || day_end == std::string_view::npos || day_end < month_end) return {};
    const int month = parse_numeral(rest.substr(3, month_end - 3));
    const int day = parse_numeral(rest.substr(month_end + 3, day_end - month_end - 3));
    if (month < 1 || month > 12 || day < 1 || day > 31) return {};
    const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return std::to_string(year.year) + "-" + two(month) + "-" + two(day);
  }

  void read_unit() {
    if (unit_from(identity_.title)) return;
    for (std::size_t index = 0; index < parts_.part.size(); ++index) {
      if (parts_.part[index] != Role::head) continue;
      std::string_view line = paragraph(index);
      if (line.ends_with("：")) continue;
      if (line.ends_with("文件")) line.remove_suffix(6);
      if (unit_from(line)) return;
    }
    for (std::size_t index = parts_.part.size(); index-- > 0;) {
      if (parts_.part[index] == Role::tail && unit_from(paragraph(index))) return;
    }
    for (const Sentence& sentence : report_.sentences) {
      if (sentence.heading || parts_.part[sentence.paragraph]) continue;
      if (unit_from_running_text(report_.text(sentence.range))) return;
    }
  }

  /// `line` without 关于 and a year at its begin: 2024年度某镇法治政府建设…
  static std::string_view behind_year(std::string_view line) {
    constexpr std::string_view kOn = "关于";
    if (line.starts_with(kOn)) line.remove_prefix(kOn.size());
    const std::vector<YearMention> years = find_years(line, {0, static_cast<std::uint32_t>(line.size())});
    if (years.empty() || years.front().range.begin != 0) return line;
    line.remove_prefix(years.front().range.end);
    for (const std::string_view skip : {std::string_view("年"), std::string_view("度")}) {
      if (line.starts_with(skip)) line.remove_prefix(skip.size());
    }
    return line;
  }

  /// The unit that a title or signature begins with: up to the last unit's
  /// suffix before the year or the subject.
  bool unit_from(std::string_view line) {
    line = behind_year(line);
    std::size_t limit = line.size();
    const std::vector<YearMention> years = find_years(line, {0, static_cast<std::uint32_t>(line.size())});
    if (!years.empty()) limit = years.front().range.begin;
    for (const std::string_view stop : {std::string_view("关于"), std::string_view("法治"), std::string_view("依法")}) {
      limit = std::min(limit, line.find(stop));
    }
    const std::string_view name = line.substr(0, std::min(limit, line.size()));
    std::size_t end = 0;
    for (const auto& each : rules_.identity.unit_suffixes) {
      const std::size_t at = name.rfind(each.suffix);
      if (at != std::string_view::npos && at > 0) end = std::max(end, at + each.suffix.size());
    }
    if (end == 0) return false;
    std::string_view unit = name.substr(0, end);
    // 中共某镇委员会某镇人民政府: the government is the unit that reports.
    const std::size_t committee = unit.find("委员会");
    if (unit.starts_with("中共") && committee != std::string_view::npos && committee + 9 < unit.size()) {
      unit.remove_prefix(committee + 9);
    }
    const auto& not_units = rules_.identity.not_units;
    if (std::find(not_units.begin(), not_units.end(), unit) != not_units.end()) return false;
    set_unit(unit);
    return true;
  }

  bool is_stop_word(std::string_view unit) const {
    return std::any_of(rules_.identity.not_units.begin(), rules_.identity.not_units.end(),
                       [&](const std::string& each) { return unit == each || unit.ends_with(each); });
  }

  /// 2023年，双榆镇党委、政府… or 现将我镇…: the first name of a place of the lowest kind.
  bool unit_from_running_text(std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); at += code_point_length(text[at])) {
      const std::string_view rest = text.substr(at);
      const std::string_view point = rest.substr(0, code_point_length(rest.front()));
      if (is_mark(point, "，。、：；！？年在是") || point.size() < 3) {
        begin = at + point.size();
        continue;
      }
      for (const std::string_view suffix : {std::string_view("街道"), std::string_view("镇"), std::string_view("乡")}) {
        if (!rest.starts_with(suffix) || at <= begin) continue;
        const std::string_view name = text.substr(begin, at + suffix.size() - begin);
        const std::size_t points = count_code_points(name);
        if (points < 3 || points > kLongestPlaceName || is_stop_word(name)) continue;
        if (name.starts_with("我") || name.starts_with("全") || name.starts_with("本")) continue;
        set_unit(name);
        return true;
      }
    }
    return false;
  }

  void set_unit(std::string_view unit) {
    identity_.unit = std::string(unit);
    std::string_view name = unit;
    for (const std::string_view ending : {std::string_view("人民政府"), std::string_view("办事处"), std::string_view("党工委")}) {
      if (name.ends_with(ending) && name.size() > ending.size()) name.remove_suffix(ending.size());
    }
    // The last place: what follows the last 县, 区, 市, 旗, 州 that is not at the very end.
    std::size_t begin = 0;
    for (std::size_t at = 0; at + 3 < name.size(); at += code_point_length(name[at])) {
      const std::string_view point = name.substr(at, code_point_length(name[at]));
      const std::size_t end = at + point.size();
      if (at >= 3 && is_mark(point, "县区市旗州") && count_code_points(name.substr(end)) >= 2) begin = end;
    }
    identity_.short_name = std::string(name.substr(begin));
  }

  void read_level() {
    std::size_t longest = 0;
    for (const auto& each : rules_.identity.unit_suffixes) {
      if (identity_.unit.ends_with(each.suffix) && each.suffix.size() > longest) {
        longest = each.suffix.size();
        identity_.level = each.level;
      }
    }
    if (!identity_.unit.ends_with("人民政府")) return;
    std::string_view name = identity_.unit;
    name.remove_suffix(std::string_view("人民政府").size());
    longest = 0;
    for (const auto& each : rules_.identity.unit_suffixes) {
      if (name.ends_with(each.suffix) && each.suffix.size() > longest) {
        longest = each.suffix.size();
        identity_.level = each.level;
      }
    }
  }

  Report& report_;
  const ParagraphParts& parts_;
  const OutlineRules& rules_;
  ReportIdentity& identity_;
};

class YearReader {
 public:
  YearReader(Report& report, const ParagraphParts& parts, const OutlineRules& rules, bool roles)
      : report_(report), parts_(parts), rules_(rules), roles_(roles), identity_(report.identity) {}

  void run() {
    identity_.years.clear();
    from_title();
    from_opening();
    from_headings();
    from_signature();
    decide();
  }

 private:
  using Place = YearStatement::Place;

  void state(Place place, int report_year, const YearMention& mention) {
    identity_.years.push_back({place, report_year, mention.year, mention.range});
  }

  void from_title() {
    for (const YearMention& each : find_years(report_.normal.text, identity_.title_range)) {
      state(Place::title, each.year, each);
      return;
    }
  }

  /// Where a sentence of the opening begins with a year (2024年，…; 2024年以来，…), and
  /// 现将…2024年…报告如下.
  void from_opening() {
    bool opened = false;
    for (std::uint32_t index = 0; index < report_.sentences.size(); ++index) {
      const Sentence& sentence = report_.sentences[index];
      if (parts_.part[sentence.paragraph]) continue;
      if (sentence.section != kNone) return;
      const std::vector<YearMention> years = find_years(report_.normal.text, sentence.range);
      if (!opened && !years.empty() && years.front().range.begin == sentence.range.begin &&
          !(years.front().since && contradicts_title(years.front()))) {
        opened = true;
        state(Place::opening, years.front().year, years.front());
      }
      if (announces(index)) {
        const std::size_t announcement = report_.normal.text.find("现", sentence.range.begin);
        for (const YearMention& each : years) {
          if (each.range.begin >= announcement && !each.since) {
            state(Place::announcement, each.year, each);
            break;
          }
        }
        if (identity_.years.empty()) from_review(index, years);
        return;
      }
      if (identity_.years.empty()) from_review(index, years);
    }
  }

  /// 对2021年法治政府建设工作进行了梳理, 认真总结2021年度工作: the year that is looked back upon.
  void from_review(std::uint32_t index, const std::vector<YearMention>& years) {
    constexpr std::array<std::string_view, 3> kReviewed{"对", "总结", "回顾"};
    constexpr std::array<std::string_view, 4> kReviewing{"梳理", "总结", "回顾", "盘点"};
    const std::string_view text = report_.text(report_.sentences[index].range);
    const auto holds = [&](std::string_view each) { return text.find(each) != std::string_view::npos; };
    if (std::none_of(kReviewing.begin(), kReviewing.end(), holds) || !holds("工作") || holds("基础上")) return;
    for (const YearMention& each : years) {
      const std::string_view before = report_.text({report_.sentences[index].range.begin, each.range.begin});
      const auto leads = [&](std::string_view word) { return before.ends_with(word); };
      if (each.since || std::none_of(kReviewed.begin(), kReviewed.end(), leads)) continue;
      state(Place::opening, each.year, each);
      return;
    }
  }

  bool contradicts_title(const YearMention& mention) const {
    return std::any_of(identity_.years.begin(), identity_.years.end(), [&](const YearStatement& each) {
      return each.place == Place::title && each.report_year != mention.year;
    });
  }

  bool announces(std::uint32_t index) const {
    return std::any_of(rules_.turns.begin(), rules_.turns.end(), [&](const OutlineRules::TurnRule& turn) {
      return turn.announces() &&
             matches_in(report_, turn.patterns, index, report_.sentences[index].range);
    });
  }

  void from_headings() {
    bool heading = false;
    bool plan = false;
    for (const Section& section : report_.sections) {
      for (const YearMention& each : find_years(report_.normal.text, section.heading)) {
        if (each.since) continue;
        const bool is_plan = roles_ && section.role == Role::plan;
        if (is_plan && !plan) {
          plan = true;
          state(Place::plan, each.year - 1, each);
        } else if (!is_plan && roles_ && !heading) {
          heading = true;
          state(Place::heading, each.year, each);
        }
        break;
      }
    }
    if (plan || !roles_) return;
    for (const Sentence& sentence : report_.sentences) {
      if (sentence.role != Role::plan || sentence.heading) continue;
      const std::vector<YearMention> years = find_years(report_.normal.text, sentence.range);
      if (!years.empty() && years.front().range.begin == sentence.range.begin && !years.front().since) {
        state(Place::plan, years.front().year - 1, years.front());
      }
      return;
    }
  }

  /// Signed in the first nine months a report is of the year before.
  void from_signature() {
    const std::string& date = identity_.signature_date;
    if (date.size() < 7) return;
    const int year = std::stoi(date.substr(0, 4));
    const int month = std::stoi(date.substr(5, 2));
    identity_.years.push_back({Place::signature, month <= 9 ? year - 1 : year, year, {}});
  }

  void decide() {
    std::map<int, int> votes;
    for (const YearStatement& each : identity_.years) votes[each.report_year] += each.place == Place::title ? 3 : 2;
    for (const YearStatement& each : identity_.years) {
      // Of two years with as many votes the one stated first wins.
      votes[each.report_year] += &each == &identity_.years.front() ? 1 : 0;
    }
    identity_.year.reset();
    const bool told = std::any_of(identity_.years.begin(), identity_.years.end(),
                                  [](const YearStatement& each) { return each.place != Place::signature; });
    int best = 0;
    for (const auto& [year, count] : votes) {
      if (count > best && told) {
        best = count;
        identity_.year = year;
      }
    }
    identity_.year_in_title = false;
    identity_.year_disputed = false;
    for (const YearStatement& each : identity_.years) {
      const bool agrees = each.report_year == identity_.year;
      if (each.place == Place::title) identity_.year_in_title = agrees;
      if ((each.place == Place::opening || each.place == Place::announcement || each.place == Place::title) && !agrees) {
        identity_.year_disputed = true;
      }
    }
  }

  Report& report_;
  const ParagraphParts& parts_;
  const OutlineRules& rules_;
  bool roles_;
  ReportIdentity& identity_;
};

}  // namespace

void read_identity(Report& report, const ParagraphParts& parts, const OutlineRules& rules) {
  IdentityReader(report, parts, rules).run();
}

void read_years(Report& report, const ParagraphParts& parts, const OutlineRules& rules, bool roles) {
  YearReader(report, parts, rules, roles).run();
}

}  // namespace fazhi
