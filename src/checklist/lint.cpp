#include "checklist/lint.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "checklist/load_parts.hpp"

#include "checklist/remedy_form.hpp"

namespace fazhi {
namespace {

/// Years without a bound are looked at from here to there.
constexpr int kFirstYear = 1949;
constexpr int kLastYear = 2100;

class Linter {
 public:
  explicit Linter(const Checklist& checklist) : checklist_(&checklist) {}

  std::vector<Diagnostic> run() {
    for (const Element& element : checklist_->elements) {
      lint_outcomes(element);
      lint_remedy(element);
      lint_contradictions(element.examples, element.id, element.file);
      lint_gaps(element.examples, element.id, element.file, element.line);
      lint_basis(element);
      lint_finds(element);
    }
    lint_pass();
    lint_articles();
    lint_same_elements();
    for (const Defect& defect : checklist_->defects) lint_defect(defect);
    lint_cues();
    lint_section_titles();
    return std::move(found_);
  }

 private:
  void warn(const std::string& file, int line, Message message) {
    Diagnostic diagnostic;
    diagnostic.kind = Diagnostic::Kind::warning;
    diagnostic.file = file;
    diagnostic.line = line;
    diagnostic.message = std::move(message);
    found_.push_back(std::move(diagnostic));
  }

  /// Where the key of a rule was set last: where it stands, or where it was adjusted.
  struct Set {
    std::string file;
    int line = 0;
  };
  template <class Rule>
  static Set last_set(const Rule& rule, std::string_view key) {
    Set set{rule.file, rule.line};
    for (const Change& each : rule.changes) {
      if (each.key == key) set = {each.file, each.line};
    }
    return set;
  }

  void lint_outcomes(const Element& element) {
    bool can_be_met = false;
    bool can_be_missing = true;
    for (const Outcome& outcome : element.outcomes) {
      if (outcome.status == Status::met) can_be_met = true;
      if (outcome.when.kind == Condition::Kind::always) can_be_missing = false;
    }
    for (const Outcome& outcome : element.outcomes) {
      if (outcome.status == Status::missing) can_be_missing = true;
    }
    if (!can_be_met) warn(element.file, element.line, {MessageId::lint_never_met, {element.id}});
    if (!can_be_missing) warn(element.file, element.line, {MessageId::lint_never_missing, {element.id}});
  }

  /// An absent remedy is the loader's to report.
  template <class Rule>
  void lint_remedy(const Rule& rule) {
    if (rule.remedy.empty()) return;
    const Set set = last_set(rule, "remedy");
    if (!rule.remedy.ends_with("。")) warn(set.file, set.line, {MessageId::lint_remedy_form, {rule.id}});
    if (!begins_imperative(rule.remedy)) warn(set.file, set.line, {MessageId::lint_remedy_imperative, {rule.id}});
  }

  void lint_contradictions(const std::vector<Example>& examples, const std::string& id, const std::string& file) {
    std::map<std::tuple<std::string_view, int>, const Example*> first_by_text;
    for (const Example& example : examples) {
      const Example& first = *first_by_text.try_emplace({example.text, example.year}, &example).first->second;
      if (first.status == example.status) continue;
      warn(file, example.line, {MessageId::lint_contradicting_examples, {id, std::to_string(first.line)}});
    }
  }

  /// What passes and what does not are both shown by examples that come out right.
  void lint_gaps(const std::vector<Example>& examples, const std::string& id, const std::string& file, int line) {
    for (const bool passes : {true, false}) {
      bool has_any = false;
      bool has_sound = false;
      for (const Example& example : examples) {
        if ((example.status == Status::met) != passes) continue;
        has_any = true;
        if (!example.known_gap) has_sound = true;
      }
      if (!has_any || has_sound) continue;
      const Status status = passes ? Status::met : Status::missing;
      warn(file, line, {MessageId::lint_only_gaps, {id, std::string(name_of(status))}});
    }
  }

  /// A document that is in force in none of the years in which it is to be cited.
  void lint_basis(const Element& element) {
    for (const BasisReference& reference : element.basis) {
      const BasisDocument* document = checklist_->find_document(reference.document);
      if (document == nullptr) continue;
      const int from = std::max({element.years.from, checklist_->years.from, reference.years.from, kFirstYear});
      const int to = std::min({element.years.to, checklist_->years.to, reference.years.to, kLastYear});
      bool in_force = false;
      for (int year = from; year <= to && !in_force; ++year) {
        in_force = checklist_->find_edition(reference.document, year) != nullptr;
      }
      if (in_force) continue;
      const Set set = last_set(element, "years");
      warn(set.file, set.line, {MessageId::lint_basis_not_in_force, {element.id, document->title}});
    }
  }

  /// A pass mark between two grades makes a report pass by one and fail by the other.
  void lint_pass() {
    const auto& grades = checklist_->grades;
    const bool is_grade = std::any_of(grades.begin(), grades.end(), [&](const Grade& each) {
      return each.at_least_hundredths == checklist_->pass_hundredths;
    });
    if (grades.empty() || is_grade) return;
    for (const Setting& each : checklist_->settings) {
      if (each.key == "pass") warn(each.file, each.line, {MessageId::lint_pass_grade, {in_points(checklist_->pass_hundredths)}});
    }
  }

  bool is_tested(std::string_view document, std::string_view article) const {
    return std::any_of(checklist_->elements.begin(), checklist_->elements.end(),
                       [&](const Element& each) { return each.rests_on(document, article); });
  }

  /// A checklist that says of some articles why it does not test them says it of all.
  void lint_articles() {
    for (const UntestedArticle& each : checklist_->untested) {
      if (is_tested(each.document, each.article)) {
        warn(each.file, each.line, {MessageId::lint_article_tested, {each.article, each.document}});
      }
    }
    for (const BasisDocument& document : checklist_->documents) {
      const auto of_document = [&](const UntestedArticle& each) { return each.document == document.id; };
      const auto& untested = checklist_->untested;
      const auto first = std::find_if(untested.begin(), untested.end(), of_document);
      if (first == untested.end()) continue;
      for (const Article& article : document.articles) {
        const bool is_said = std::any_of(untested.begin(), untested.end(), [&](const UntestedArticle& each) {
          return of_document(each) && each.article == article.number;
        });
        if (is_said || is_tested(document.id, article.number)) continue;
        warn(first->file, first->line, {MessageId::lint_article_unsaid, {article.number, document.id}});
      }
    }
  }

  void lint_finds(const Element& element) {
    for (const Find& find : element.finds) {
      const std::string where = element.id + "." + find.name;
      lint_phrases(find.patterns.phrases, where, element.file, find.line);
    }
  }

  /// A phrase that holds another of its list, or repeats it, adds nothing.
  void lint_phrases(const std::vector<std::string>& phrases, const std::string& where, const std::string& file,
                    int line) {
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      for (std::size_t j = 0; j < phrases.size(); ++j) {
        const bool is_same = phrases[i] == phrases[j];
        if (i == j || (is_same && i < j) || phrases[i].find(phrases[j]) == std::string::npos) continue;
        warn(file, line, {MessageId::lint_redundant_phrase, {where, phrases[i], phrases[j]}});
        break;
      }
    }
  }

  /// All that the finds of an element look for.
  static std::set<std::string> wanted_by(const Element& element) {
    std::set<std::string> wanted;
    for (const Find& find : element.finds) {
      wanted.insert(find.patterns.phrases.begin(), find.patterns.phrases.end());
      wanted.insert(find.patterns.expressions.begin(), find.patterns.expressions.end());
    }
    return wanted;
  }

  /// Elements that look for the same, or for the same but for one in ten.
  void lint_same_elements() {
    std::vector<std::set<std::string>> wanted;
    for (const Element& element : checklist_->elements) wanted.push_back(wanted_by(element));
    for (std::size_t second = 0; second < wanted.size(); ++second) {
      for (std::size_t first = 0; first < second; ++first) {
        if (wanted[second].empty() || !is_nearly_same(wanted[first], wanted[second])) continue;
        const Element& element = checklist_->elements[second];
        const bool same = wanted[first] == wanted[second];
        warn(element.file, element.line,
             {same ? MessageId::lint_same_patterns : MessageId::lint_near_patterns,
              {checklist_->elements[first].id, element.id}});
        break;
      }
    }
  }

  static bool is_nearly_same(const std::set<std::string>& one, const std::set<std::string>& other) {
    const auto shared = static_cast<std::size_t>(
        std::count_if(one.begin(), one.end(), [&](const std::string& each) { return other.contains(each); }));
    const std::size_t all = one.size() + other.size() - shared;
    return shared * 10 >= all * 9;
  }

  void lint_defect(const Defect& defect) {
    // One text alone can't show that it was copied.
    if (defect.kind == DefectKind::copied) return lint_remedy(defect);
    for (const Status status : {Status::met, Status::missing}) {
      const bool has_example = std::any_of(defect.examples.begin(), defect.examples.end(),
                                           [&](const Example& example) { return example.status == status; });
      if (has_example) continue;
      warn(defect.file, defect.line, {MessageId::lint_missing_example, {defect.id, std::string(name_of(status))}});
    }
    lint_remedy(defect);
    const bool idle = (defect.kind == DefectKind::misnamed_law && checklist_->statutes.empty()) ||
                      (defect.kind == DefectKind::repealed_law && checklist_->repealed_laws.empty());
    if (idle) warn(defect.file, defect.line, {MessageId::lint_idle_defect, {defect.id}});
    lint_contradictions(defect.examples, defect.id, defect.file);
    lint_gaps(defect.examples, defect.id, defect.file, defect.line);
    lint_phrases(defect.patterns.phrases, defect.id, defect.file, defect.line);
  }

  /// Reports a phrase or expression of `patterns` that an earlier owner has in `owners` already.
  void lint_wording(const PatternSet& patterns, const std::string& owner, std::map<std::string, std::string>& owners,
                    const std::string& file, int line) {
    for (const auto* list : {&patterns.phrases, &patterns.expressions}) {
      for (const std::string& wording : *list) {
        const auto [first, is_new] = owners.emplace(wording, owner);
        if (is_new) continue;
        warn(file, line, {MessageId::lint_repeated_wording, {wording, first->second, owner}});
      }
    }
  }

  void lint_cues() {
    std::map<std::string, std::string> owners;
    for (const Cue& cue : checklist_->language.cues) {
      lint_wording(cue.patterns, cue.id, owners, cue.file, cue.line);
    }
  }

  /// Titles with and without `later_year` hold for different headings and may share a wording.
  void lint_section_titles() {
    std::map<std::string, std::string> owners;
    std::map<std::string, std::string> owners_of_later_year;
    for (const SectionTitle& title : checklist_->language.section_titles) {
      lint_wording(title.patterns, "[[section]] " + std::string(name_of(title.role)),
                   title.later_year ? owners_of_later_year : owners, title.file, title.line);
    }
  }

  const Checklist* checklist_;
  std::vector<Diagnostic> found_;
};

}  // namespace

std::vector<Diagnostic> lint(const Checklist& checklist) { return Linter(checklist).run(); }

}  // namespace fazhi
