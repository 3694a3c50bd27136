#include "present/site_findings.hpp"

#include <algorithm>

#include "audit/points.hpp"
#include "present/code_points.hpp"
#include "present/printable.hpp"
#include "present/site_markup.hpp"
#include "present/terminal_text.hpp"
#include "present/wording.hpp"

namespace fazhi::site {
namespace {

/// A longer quote is cut here; the text beside it has the whole.
constexpr std::size_t kQuoteCodePoints = 90;

std::string shown_quote(std::string_view quote) {
  const std::string whole = printable(quote);
  const std::vector<CodePoint> points = code_points_of(whole);
  if (points.size() <= kQuoteCodePoints) return text(whole);
  return text(whole.substr(0, points[kQuoteCodePoints - 1].end)) + "…";
}

class FindingsWriter {
 public:
  FindingsWriter(std::string& out, const Audit& audit, const std::vector<Passage>& passages, std::string_view prefix,
                 Language language)
      : out_(out), audit_(audit), prefix_(prefix), language_(language) {
    numbers_.resize(audit.findings.size());
    for (std::size_t finding = 0; finding < numbers_.size(); ++finding) {
      numbers_[finding].resize(audit.findings[finding].evidence.size());
    }
    for (std::size_t index = 0; index < passages.size(); ++index) {
      numbers_[passages[index].finding][passages[index].evidence] = index + 1;
    }
  }

  /// A heading and the findings that `belongs` takes; nothing where there are none.
  template <class Predicate>
  void group(MessageId heading, Predicate belongs) {
    const auto count = std::count_if(audit_.findings.begin(), audit_.findings.end(), belongs);
    if (count == 0) return;
    out_ += "<section class=\"group\">\n" + element("h3", "", line(say(heading, language_, std::to_string(count)))) + "\n";
    for (std::size_t index = 0; index < audit_.findings.size(); ++index) {
      if (belongs(audit_.findings[index])) finding(index);
    }
    out_ += "</section>\n";
  }

 private:
  void finding(std::size_t index) {
    const Finding& finding = audit_.findings[index];
    const std::string_view kind = kind_of(finding);
    ((out_ += "<article class=\"finding k-") += kind) += "\" data-kind=\"";
    ((out_ += kind) += "\" id=\"") += prefix_;
    out_ += "f" + std::to_string(index + 1) + "\" tabindex=\"-1\">\n<h4>" + tag_of(finding, language_) + " <bdi>" +
            line(finding.title) + "</bdi>";
    const std::string points = points_of(finding);
    if (!points.empty()) out_ += " " + element("span", "points", line(points));
    out_ += "</h4>\n";
    reasons(finding);
    quotes(index);
    details(finding);
    out_ += "</article>\n";
  }

  [[nodiscard]] std::string points_of(const Finding& finding) const {
    if (finding.possible_hundredths == 0) return {};
    const std::int32_t most =
        finding.status == Status::undecided ? finding.possible_hundredths : finding.awarded_hundredths;
    const std::string range = points_range(finding.awarded_hundredths, most, language_);
    const std::string possible = points_text(finding.possible_hundredths);
    if (finding.gain_hundredths == 0) return say(MessageId::view_earned, language_, range, possible);
    return say(MessageId::view_earned_gain, language_, range, possible, points_text(finding.gain_hundredths));
  }

  void reasons(const Finding& finding) {
    for (const Message& message : finding.messages) out_ += element("p", "why", line(render(message, language_))) + "\n";
    if (!finding.note.empty()) out_ += element("p", "why", line(finding.note)) + "\n";
  }

  void quotes(std::size_t index) {
    const auto& evidence = audit_.findings[index].evidence;
    if (evidence.empty()) return;
    out_ += "<ul class=\"quotes\">\n";
    for (std::size_t each = 0; each < evidence.size(); ++each) quote(evidence[each], numbers_[index][each]);
    out_ += "</ul>\n";
  }

  void quote(const Evidence& evidence, std::size_t number) {
    ((out_ += "<li class=\"use-") += name_of(evidence.use)) += "\">";
    const std::string place = line(place_of(evidence, language_));
    if (number > 0) {
      const std::string digits = std::to_string(number);
      (out_ += "<a class=\"go\" href=\"#") += prefix_;
      out_ += "e" + digits + "\"><span class=\"ref\">" + digits + "</span> " + place + "</a>";
    } else {
      out_ += element("span", "place", place);
    }
    if (evidence.use == EvidenceUse::refused) out_ += " " + element("span", "use", line(say(MessageId::site_nearest, language_)));
    if (evidence.use == EvidenceUse::against) out_ += " " + element("span", "use", line(say(MessageId::site_against, language_)));
    out_ += "<q lang=\"zh-CN\"><bdi>" + shown_quote(evidence.quote) + "</bdi></q>";
    if (evidence.reason) out_ += element("span", "reason", line(render(*evidence.reason, language_)));
    out_ += "</li>\n";
  }

  void detail(MessageId label, const std::vector<std::string>& items) {
    if (items.empty()) return;
    out_ += element("dt", "", line(say(label, language_)));
    for (const std::string& each : items) out_ += "<dd><bdi>" + line(each) + "</bdi></dd>";
    out_ += '\n';
  }

  void details(const Finding& finding) {
    std::vector<std::string> figures, searched, bases, remedy;
    for (const Measure& each : finding.measures) figures.push_back(figure_of(each, language_));
    for (const SearchedSection& each : finding.searched) {
      if (searched.empty()) {
        searched.emplace_back();
      } else {
        searched.front() += say(MessageId::list_separator, language_);
      }
      searched.front() += each.heading.empty() ? word_of(each.role, language_) : each.heading;
    }
    for (const BasisCitation& each : finding.basis) bases.push_back(citation_of(each, language_));
    if (!finding.rectification.empty()) remedy.push_back(finding.rectification);
    if (figures.empty() && searched.empty() && bases.empty() && remedy.empty()) return;
    out_ += "<dl>\n";
    detail(MessageId::site_remedy, remedy);
    detail(MessageId::site_figures, figures);
    detail(MessageId::site_searched, searched);
    detail(MessageId::site_basis, bases);
    out_ += "</dl>\n";
  }

  std::string& out_;
  const Audit& audit_;
  std::string_view prefix_;
  Language language_;
  std::vector<std::vector<std::size_t>> numbers_;  ///< by finding, by evidence; 0: not in the text
};

bool is_exempt(const Finding& finding) {
  return finding.status == Status::not_applicable || finding.status == Status::waived;
}

}  // namespace

std::string tag_of(const Finding& finding, Language language) {
  const bool defect = finding.kind == FindingKind::defect;
  const std::string words = defect ? std::string(kDefectSymbol) + " " + word_of(finding.severity, language)
                                   : std::string(symbol_of(finding.status)) + " " + word_of(finding.status, language);
  return element("span", "tag k-" + std::string(kind_of(finding)), line(words));
}

void append_findings(std::string& out, const Audit& audit, const std::vector<Passage>& passages,
                     std::string_view prefix, Language language) {
  FindingsWriter writer(out, audit, passages, prefix, language);
  const auto is_element = [](const Finding& each) { return each.kind == FindingKind::element; };
  writer.group(MessageId::view_open, [&](const Finding& each) {
    return is_element(each) && each.status != Status::met && !is_exempt(each);
  });
  writer.group(MessageId::view_defects, [&](const Finding& each) { return !is_element(each); });
  writer.group(MessageId::view_met, [&](const Finding& each) { return is_element(each) && each.status == Status::met; });
  writer.group(MessageId::view_exempt, [&](const Finding& each) { return is_element(each) && is_exempt(each); });
}

}  // namespace fazhi::site
