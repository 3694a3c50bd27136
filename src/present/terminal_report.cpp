#include "present/terminal_report.hpp"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "audit/points.hpp"
#include "present/display_width.hpp"
#include "present/printable.hpp"
#include "present/terminal_passage.hpp"
#include "present/terminal_table.hpp"
#include "present/terminal_text.hpp"

namespace fazhi {
namespace {

/// Passages of one use that a finding shows in the terminal; then it says how many more there are.
constexpr std::size_t kShownPassages = 3;

constexpr int kFindingIndent = 2;
constexpr int kDetailIndent = 6;
constexpr int kWidestTitle = 28;

using Findings = std::vector<const Finding*>;

/// Writes one report, top to bottom.
class DetailsWriter {
 public:
  DetailsWriter(std::string& out, const TerminalOptions& options) : out_(out), options_(options) {}

  void open_elements(const Findings& findings);
  void defects(const Findings& findings);
  /// A line each, the titles in one column.
  void compact(MessageId group, const Findings& findings);

 private:
  [[nodiscard]] std::string word(MessageId id) const { return say(id, options_.language); }
  void group(MessageId id, std::size_t count);
  [[nodiscard]] std::string points(const Finding& finding) const;
  void finding_line(std::string_view symbol, const std::string& status, Color color, const std::string& rest);
  void body(const Finding& finding);
  void passages(const Finding& finding, EvidenceUse use, MessageId label);
  void detail(MessageId label, const std::string& text);
  [[nodiscard]] std::string figures(const Finding& finding) const;
  [[nodiscard]] std::string searched(const Finding& finding) const;
  [[nodiscard]] std::string compact_mark(const Finding& finding) const;
  [[nodiscard]] std::string compact_remark(const Finding& finding) const;
  void join(std::string& list, const std::string& item) const;

  std::string& out_;
  const TerminalOptions& options_;
};

void DetailsWriter::join(std::string& list, const std::string& item) const {
  if (!list.empty()) list += word(MessageId::list_separator);
  list += item;
}

void DetailsWriter::group(MessageId id, std::size_t count) {
  out_ += '\n' + painted(say(id, options_.language, std::to_string(count)), Color::bold, options_) + '\n';
}

std::string DetailsWriter::points(const Finding& finding) const {
  if (finding.possible_hundredths == 0) return {};
  if (finding.status == Status::met && finding.gain_hundredths == 0) {
    return say(MessageId::view_full, options_.language, points_text(finding.awarded_hundredths));
  }
  const std::int32_t most =
      finding.status == Status::undecided ? finding.possible_hundredths : finding.awarded_hundredths;
  const std::string range = points_range(finding.awarded_hundredths, most, options_.language);
  const std::string possible = points_text(finding.possible_hundredths);
  if (finding.gain_hundredths == 0) return say(MessageId::view_earned, options_.language, range, possible);
  return say(MessageId::view_earned_gain, options_.language, range, possible, points_text(finding.gain_hundredths));
}

void DetailsWriter::finding_line(std::string_view symbol, const std::string& status, Color color,
                                 const std::string& rest) {
  append_hanging(out_, kFindingIndent, {std::string(symbol) + " " + status, color, "  "}, rest, options_);
}

void DetailsWriter::detail(MessageId label, const std::string& text) {
  if (!text.empty()) append_hanging(out_, kDetailIndent, {word(label), Color::dim}, text, options_);
}

void DetailsWriter::passages(const Finding& finding, EvidenceUse use, MessageId label) {
  std::size_t met = 0;
  for (const Evidence& evidence : finding.evidence) {
    if (evidence.use == use && ++met <= kShownPassages) detail(label, shown_passage(evidence, options_.language));
  }
  if (met > kShownPassages) {
    detail(label, say(MessageId::view_more, options_.language, std::to_string(met - kShownPassages)));
  }
}

std::string DetailsWriter::figures(const Finding& finding) const {
  std::string list;
  for (const Measure& measure : finding.measures) join(list, figure_of(measure, options_.language));
  return list;
}

std::string DetailsWriter::searched(const Finding& finding) const {
  std::string list;
  for (const SearchedSection& section : finding.searched) {
    join(list, section.heading.empty() ? word_of(section.role, options_.language) : section.heading);
  }
  return list;
}

void DetailsWriter::body(const Finding& finding) {
  const std::string why = sentences_of(finding, options_.language);
  if (!why.empty()) append_hanging(out_, kDetailIndent, {}, why, options_);
  passages(finding, EvidenceUse::support, MessageId::view_quote);
  passages(finding, EvidenceUse::against, MessageId::view_against);
  passages(finding, EvidenceUse::refused, MessageId::view_refused);
  detail(MessageId::view_figures, figures(finding));
  detail(MessageId::view_searched, searched(finding));
  std::string bases;
  for (const BasisCitation& basis : finding.basis) join(bases, citation_of(basis, options_.language));
  detail(MessageId::view_basis, bases);
  detail(MessageId::view_remedy, finding.rectification);
}

void DetailsWriter::open_elements(const Findings& findings) {
  if (findings.empty()) return;
  group(MessageId::view_open, findings.size());
  for (const Finding* finding : findings) {
    const std::string earned = points(*finding);
    finding_line(symbol_of(finding->status), word_of(finding->status, options_.language), color_of(finding->status),
                 printable(finding->title) + (earned.empty() ? "" : "  " + earned));
    body(*finding);
  }
}

void DetailsWriter::defects(const Findings& findings) {
  if (findings.empty()) return;
  group(MessageId::view_defects, findings.size());
  for (const Finding* finding : findings) {
    finding_line(kDefectSymbol, word_of(finding->severity, options_.language), color_of(finding->severity),
                 finding->title);
    body(*finding);
  }
}

/// The group's own heading says that what is met is met.
std::string DetailsWriter::compact_mark(const Finding& finding) const {
  std::string mark(symbol_of(finding.status));
  if (finding.status != Status::met) mark += " " + word_of(finding.status, options_.language);
  return mark;
}

std::string DetailsWriter::compact_remark(const Finding& finding) const {
  if (finding.status != Status::met) return sentences_of(finding, options_.language);
  std::string text = figures(finding);
  const auto first = std::find_if(finding.evidence.begin(), finding.evidence.end(),
                                  [](const Evidence& each) { return each.use == EvidenceUse::support; });
  if (first == finding.evidence.end()) return text;
  const std::string place = place_of(*first, options_.language);
  return text.empty() ? place : place + word(MessageId::list_separator) + text;
}

void DetailsWriter::compact(MessageId group_id, const Findings& findings) {
  if (findings.empty()) return;
  group(group_id, findings.size());
  int title_columns = 0;
  int points_columns = 0;
  int mark_columns = 0;
  for (const Finding* finding : findings) {
    title_columns = std::max(title_columns, width_of(printable(finding->title), options_));
    points_columns = std::max(points_columns, width_of(points(*finding), options_));
    mark_columns = std::max(mark_columns, width_of(compact_mark(*finding), options_));
  }
  title_columns = std::min(title_columns, kWidestTitle);
  for (const Finding* finding : findings) {
    const std::string title = cut_end(printable(finding->title), title_columns, options_.wide_ambiguous);
    const std::string mark = padded(compact_mark(*finding), mark_columns, options_);
    std::string plain = "  " + padded(title, title_columns, options_) + "  ";
    if (points_columns > 0) plain += padded(points(*finding), points_columns, options_) + "  ";
    append_hanging(out_, kFindingIndent, {mark, color_of(finding->status), plain}, compact_remark(*finding), options_);
  }
}

template <class Belongs>
Findings those(const Audit& audit, Belongs belongs) {
  Findings out;
  for (const Finding& finding : audit.findings) {
    if (belongs(finding)) out.push_back(&finding);
  }
  return out;
}

Findings elements_of(const Audit& audit, std::initializer_list<Status> statuses) {
  Findings out;
  for (const Status status : statuses) {
    const Findings some = those(audit, [status](const Finding& finding) {
      return finding.kind == FindingKind::element && finding.status == status;
    });
    out.insert(out.end(), some.begin(), some.end());
  }
  return out;
}

}  // namespace

std::string terminal_details(const Audit& audit, const TerminalOptions& options) {
  std::string out;
  if (audit.error) return out;
  DetailsWriter writer(out, options);
  append_report_heading(out, audit, options);
  writer.open_elements(elements_of(audit, {Status::missing, Status::partial, Status::undecided}));
  writer.defects(those(audit, [](const Finding& finding) { return finding.kind == FindingKind::defect; }));
  writer.compact(MessageId::view_met, elements_of(audit, {Status::met}));
  writer.compact(MessageId::view_exempt, elements_of(audit, {Status::not_applicable, Status::waived}));
  return out;
}

std::string terminal_report(std::span<const Audit> audits, const TerminalOptions& options) {
  std::string out = terminal_table(audits, options);
  if (options.details) {
    for (const Audit& audit : audits) {
      const std::string details = terminal_details(audit, options);
      if (!details.empty()) out += '\n' + details;
    }
  }
  if (!out.empty()) out += '\n';
  out += terminal_summary(audits, options.language);
  return out;
}

}  // namespace fazhi
