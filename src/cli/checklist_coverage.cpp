#include <algorithm>
#include <iostream>
#include <utility>

#include "cli/auditors.hpp"
#include "cli/checklist_command.hpp"
#include "present/printable.hpp"
#include "present/wording.hpp"

namespace fazhi {
namespace {

/// What stands in a cell of a Markdown table.
std::string in_cell(const std::string& words) {
  std::string text = printable(words);
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, 1, '\\');
  return text;
}

class Coverage {
 public:
  Coverage(const std::vector<Checklist>& checklists, Language language)
      : checklists_(checklists), language_(language) {}

  /// Of every document whose articles are listed in any checklist.
  void write() const {
    line(MessageId::coverage_title);
    std::vector<std::string> written;
    for (const Checklist& checklist : checklists_) {
      for (const BasisDocument& each : checklist.documents) {
        if (each.articles.empty() || std::find(written.begin(), written.end(), each.title) != written.end()) continue;
        written.push_back(each.title);
        write(each);
      }
    }
  }

 private:
  template <class... Arguments>
  void line(MessageId id, Arguments... arguments) const {
    std::cout << render({id, {std::string(arguments)...}}, language_) << '\n';
  }

  void write(const BasisDocument& document) const {
    std::cout << "\n## " << printable(document.title) << "\n\n| " << say(MessageId::coverage_article, language_) << " |";
    for (const Checklist& each : checklists_) std::cout << ' ' << in_cell(each.title) << " |";
    std::cout << "\n| --- |";
    for (std::size_t index = 0; index < checklists_.size(); ++index) std::cout << " --- |";
    std::cout << '\n';
    for (const Article& article : document.articles) {
      std::cout << "| " << in_cell(say(MessageId::coverage_row, language_, article.number, article.title)) << " |";
      for (const Checklist& each : checklists_) std::cout << ' ' << cell(each, document.id, article.number) << " |";
      std::cout << '\n';
    }
  }

  std::string cell(const Checklist& checklist, const std::string& document, const std::string& article) const {
    std::string text;
    for (const Element& element : checklist.elements) {
      if (!element.rests_on(document, article)) continue;
      if (!text.empty()) text += "<br>";
      text += "`" + element.id + "` " + in_cell(element.title);
    }
    for (const UntestedArticle& each : checklist.untested) {
      if (each.document != document || each.article != article) continue;
      text += (text.empty() ? "" : "<br>") + say(MessageId::coverage_untested, language_, in_cell(each.reason));
    }
    return text.empty() ? say(MessageId::coverage_unsaid, language_) : text;
  }

  const std::vector<Checklist>& checklists_;
  Language language_;
};

}  // namespace

ExitCode run_checklist_coverage(const std::string& name, Language language) {
  std::vector<Checklist> checklists;
  for (const std::string& each : named_or_builtin(name)) {
    LoadedChecklist loaded = load_named_checklist(each, language);
    if (!loaded.checklist) return ExitCode::wrong_call;
    checklists.push_back(std::move(*loaded.checklist));
  }
  Coverage(checklists, language).write();
  return ExitCode::passed;
}

}  // namespace fazhi
