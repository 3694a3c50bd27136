#include <algorithm>
#include <iostream>

#include "cli/auditors.hpp"
#include "cli/checklist_command.hpp"
#include "evaluate/judge_elements.hpp"
#include "present/printable.hpp"
#include "present/wording.hpp"

namespace fazhi {
namespace {

std::string points(std::int32_t hundredths, Language language) { return points_range(hundredths, hundredths, language); }

std::string title_of(const std::string& title, const std::string& title_en, Language language) {
  return language == Language::en && !title_en.empty() ? title_en : title;
}

class Shower {
 public:
  Shower(const Checklist& checklist, Language language) : checklist_(checklist), language_(language) {}

  void show() const {
    show_head();
    for (const Element& element : checklist_.elements) show(element);
    for (const Defect& defect : checklist_.defects) show(defect);
    show_tailoring();
  }

 private:
  template <class... Arguments>
  void line(MessageId id, Arguments... arguments) const {
    std::cout << render({id, {printable(arguments)...}}, language_) << '\n';
  }

  bool is_tailored() const { return !checklist_.extends.empty(); }

  void show_head() const {
    line(MessageId::show_head, title_of(checklist_.title, checklist_.title_en, language_), checklist_.id,
         checklist_.version, shown(checklist_.years));
    for (const std::string& each : checklist_.extends) line(MessageId::show_extends, each);
    for (const Grade& grade : checklist_.grades) {
      line(MessageId::show_grade, grade.name, points(grade.at_least_hundredths, language_));
    }
    line(MessageId::show_pass, points(checklist_.pass_hundredths, language_));
    if (!is_tailored()) return;
    for (const Setting& each : checklist_.settings) {
      line(MessageId::show_setting, each.key, each.file, std::to_string(each.line));
    }
  }

  void show(const Element& element) const {
    std::cout << '\n' << element.id << "  " << printable(title_of(element.title, element.title_en, language_)) << '\n';
    line(MessageId::show_weight, points(element.weight_hundredths, language_), std::to_string(element.partial_percent));
    if (!element.years.is_open()) line(MessageId::show_years, shown(element.years));
    if (!element.asks.empty()) line(MessageId::show_asks, element.asks);
    for (const BasisCitation& each : cite(checklist_, element.basis, std::nullopt)) {
      line(MessageId::show_basis, citation_of(each, language_));
    }
    if (!element.remedy.empty()) line(MessageId::show_remedy, element.remedy);
    line(MessageId::show_place, element.file, std::to_string(element.line));
    if (!element.reason.empty()) line(MessageId::show_added, element.reason);
    show_changes(element.changes);
    for (const Waiver& each : checklist_.waivers) {
      if (each.element == element.id) show(each);
    }
  }

  void show(const Defect& defect) const {
    std::cout << '\n' << defect.id << "  " << printable(title_of(defect.title, defect.title_en, language_)) << '\n';
    line(MessageId::show_severity, word_of(defect.severity, language_));
    if (!defect.remedy.empty()) line(MessageId::show_remedy, fill_in_title(defect.remedy, "……"));
    line(MessageId::show_place, defect.file, std::to_string(defect.line));
    show_changes(defect.changes);
  }

  void show_changes(const std::vector<Change>& changes) const {
    for (const Change& each : changes) {
      line(MessageId::show_change, each.key, each.before, each.after, each.file, std::to_string(each.line), each.reason);
    }
  }

  void show(const Waiver& waiver) const {
    std::string units;
    for (const std::string& each : waiver.units) units += (units.empty() ? "" : "、") + each;
    if (units.empty()) units = say(MessageId::show_all_units, language_);
    line(MessageId::show_waiver, units, waiver.approver, waiver.expires_on, waiver.file, std::to_string(waiver.line),
         waiver.reason);
  }

  void show_tailoring() const {
    if (checklist_.retired.empty()) return;
    std::cout << '\n';
    for (const Retired& each : checklist_.retired) {
      line(MessageId::show_retired, each.id, each.title, each.file, std::to_string(each.line), each.reason);
    }
  }

  const Checklist& checklist_;
  Language language_;
};

}  // namespace

ExitCode run_checklist_show(const std::string& name, Language language) {
  const LoadedChecklist loaded = load_named_checklist(named_or_builtin(name).front(), language);
  if (!loaded.checklist) return ExitCode::wrong_call;
  Shower(*loaded.checklist, language).show();
  return ExitCode::passed;
}

ExitCode run_checklist_list(Language language) {
  for (const std::string& id : builtin_checklist_ids()) {
    const LoadedChecklist loaded = load_builtin_checklist(id);
    if (!loaded.checklist) continue;
    const Checklist& checklist = *loaded.checklist;
    std::string levels;
    const std::string comma = language == Language::en ? ", " : "、";
    for (const Level level : checklist.levels) levels += (levels.empty() ? "" : comma) + word_of(level, language);
    std::cout << render({MessageId::list_line,
                         {id, checklist.version, title_of(checklist.title, checklist.title_en, language),
                          std::to_string(checklist.elements.size()), shown(checklist.years), levels}},
                        language)
              << '\n';
  }
  return ExitCode::passed;
}

}  // namespace fazhi
