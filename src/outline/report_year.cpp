#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "outline/identity.hpp"
#include "outline/lone_year.hpp"
#include "outline/years.hpp"

namespace fazhi {
namespace {

class YearReader {
 public:
  YearReader(Report& report, const ParagraphParts& parts, const OutlineRules& rules, bool roles)
      : report_(report), parts_(parts), rules_(rules), roles_(roles), identity_(report.identity) {}

  void run() {
    identity_.years.clear();
    from_title();
    from_opening();
    from_headings();
    if (identity_.years.empty() && roles_) from_body();
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
    for (const std::uint32_t line : parts_.title) {
      const TextRange range = report_.normal.paragraphs[line];
      std::optional<YearMention> year = lone_year(report_.text(range));
      if (!year) continue;
      year->range = {range.begin + year->range.begin, range.begin + year->range.end};
      state(Place::title, year->year, *year);
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
      // Without headings all text stands before the first: 2025年，我们将… is no opening.
      if (roles_ && (sentence.role == Role::plan || sentence.role == Role::shortcomings)) return;
      const std::vector<YearMention> years = find_years(report_.normal.text, sentence.range);
      if (!opened && !years.empty() && years.front().range.begin == sentence.range.begin &&
          !(years.front().since && contradicts_title(years.front()))) {
        opened = true;
        state(Place::opening, years.front().year, years.front());
      }
      if (announces_report(report_, rules_, index)) {
        const std::size_t announcement = report_.normal.text.find("现", sentence.range.begin);
        for (const YearMention& each : years) {
          if (each.range.begin >= announcement && !each.since && !of_plan(each, sentence.range)) {
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

  /// 现将本年度工作情况和2024年工作安排报告如下: the year of what is intended, named last.
  bool of_plan(const YearMention& year, TextRange sentence) const {
    constexpr std::array<std::string_view, 7> kIntended{"安排", "打算", "计划", "思路", "谋划", "设想", "要点"};
    const std::string_view before = report_.text({sentence.begin, year.range.begin});
    constexpr std::array<std::string_view, 6> kJoints{"和", "及", "与", "、", "暨", "，"};
    const auto joins = [&](std::string_view joint) { return before.ends_with(joint); };
    if (std::none_of(kJoints.begin(), kJoints.end(), joins)) return false;
    const std::string_view behind = report_.text({year.range.end, sentence.end});
    const std::string_view named = behind.substr(0, behind.find("情况"));
    return std::any_of(kIntended.begin(), kIntended.end(),
                       [&](std::string_view word) { return named.find(word) != std::string_view::npos; });
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

  /// Where nothing else tells the year: the one year that sentences of the
  /// achievements are dated with.
  void from_body() {
    constexpr std::array<std::string_view, 5> kDating{"年，", "年全", "年共", "年我", "年度，"};
    std::optional<YearMention> only;
    for (const Sentence& sentence : report_.sentences) {
      if (sentence.heading || (sentence.role != Role::achievements && sentence.role != Role::first_responsible)) continue;
      for (const YearMention& each : find_years(report_.normal.text, sentence.range)) {
        const std::string_view behind = report_.text({each.range.end, sentence.range.end});
        const auto dates = [&](std::string_view mark) { return behind.starts_with(mark); };
        if (each.range.begin != sentence.range.begin || std::none_of(kDating.begin(), kDating.end(), dates)) continue;
        if (only && only->year != each.year) return;
        only = each;
      }
    }
    if (only) state(Place::heading, only->year, *only);
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

void read_years(Report& report, const ParagraphParts& parts, const OutlineRules& rules, bool roles) {
  YearReader(report, parts, rules, roles).run();
}

}  // namespace fazhi
