#include <algorithm>
#include <memory>
#include <string>

#include "present/batch_wording.hpp"
#include "present/cell_text.hpp"
#include "present/sheet_table.hpp"
#include "present/workbook_sheets.hpp"

namespace fazhi {
namespace {

constexpr double kHundredths = 100;

bool is_problem(const Finding& finding) {
  if (finding.kind == FindingKind::defect) return true;
  return finding.status == Status::partial || finding.status == Status::missing || finding.status == Status::undecided;
}

Tone tone_of(const Finding& finding) {
  if (finding.kind == FindingKind::defect) return finding.severity == Severity::major ? Tone::poor : Tone::fair;
  switch (finding.status) {
    case Status::missing:
      return Tone::poor;
    case Status::partial:
      return Tone::fair;
    case Status::undecided:
      return Tone::open;
    case Status::met:
    case Status::not_applicable:
    case Status::waived:
      return Tone::none;
  }
  return Tone::none;
}

void add_line(std::string& text, const std::string& line) {
  if (line.empty()) return;
  text.append(text.empty() ? "" : "\n").append(line);
}

/// 问题明细, and as many sheets of it as there have to be.
class FindingsSheets {
 public:
  explicit FindingsSheets(const WorkbookContext& context) : context_(context) {}

  std::optional<Message> write() {
    begin_sheet();
    for (const UnitRecord& unit : context_.summary.units) {
      if (!unit.report) continue;
      if (std::optional<Message> error = report(context_.summary.reports[*unit.report])) return error;
    }
    for (const std::size_t index : context_.summary.unowned) {
      if (std::optional<Message> error = report(context_.summary.reports[index])) return error;
    }
    table_->end_table();
    if (rows_ == 0) table_->line(word(MessageId::sheet_no_findings), Tone::subtitle);
    table_->finish(context_.language());
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::string word(MessageId id) const { return say(id, context_.language()); }

  void begin_sheet() {
    if (table_) table_->finish(context_.language());
    ++sheets_;
    std::string name = word(MessageId::sheet_findings);
    if (sheets_ > 1) name += std::to_string(sheets_);
    table_ = std::make_unique<SheetTable>(context_.file, name, context_.header_of(name),
                                          std::vector<SheetColumn>{{word(MessageId::table_unit), 10, 14},
                                                                   {word(MessageId::table_year), 7, 7},
                                                                   {word(MessageId::sheet_subject), 12, 16},
                                                                   {word(MessageId::sheet_status), 8, 12},
                                                                   {word(MessageId::sheet_problem), 20, 28},
                                                                   {word(MessageId::sheet_quote), 20, 36},
                                                                   {word(MessageId::sheet_place), 12, 16},
                                                                   {word(MessageId::sheet_basis), 14, 22},
                                                                   {word(MessageId::sheet_remedy), 18, 28},
                                                                   {word(MessageId::sheet_gain), 8, 9}},
                                          context_.options.sheet_rows);
  }

  void begin_row() {
    if (table_->is_full()) begin_sheet();
    ++rows_;
    static_cast<void>(table_->begin_row());
  }

  std::optional<Message> report(const ReportRecord& record) {
    if (record.error) {
      unreadable(record);
      return std::nullopt;
    }
    const Result<Audit> audit = context_.load(record);
    if (!audit.has_value()) return audit.error();
    if (audit->error) {
      ReportRecord failed = record;
      failed.error = audit->error;
      unreadable(failed);
      return std::nullopt;
    }
    for (const Finding& each : audit->findings) {
      if (is_problem(each)) row(record, each);
    }
    return std::nullopt;
  }

  void head(const ReportRecord& record) {
    begin_row();
    table_->text(name_of_report(context_.summary, record));
    if (record.identity.year) {
      table_->number(*record.identity.year, CellForm::integer);
    } else {
      table_->blank();
    }
  }

  void unreadable(const ReportRecord& record) {
    head(record);
    table_->blank();
    table_->text(word(MessageId::submission_unreadable), Tone::poor, CellForm::centred);
    table_->text(render(*record.error, context_.language()));
    for (int rest = 0; rest < 5; ++rest) table_->blank();
  }

  [[nodiscard]] std::string problem_of(const Finding& finding) const {
    std::string text;
    for (const Message& each : finding.messages) add_line(text, render(each, context_.language()));
    add_line(text, finding.note);
    return text;
  }

  [[nodiscard]] std::string quote_of(const Evidence& evidence) const {
    std::string quote = "「" + cell_passage(evidence.quote) + "」";
    if (evidence.reason) quote += say(MessageId::basis_gist, context_.language(), render(*evidence.reason, context_.language()));
    switch (evidence.use) {
      case EvidenceUse::support:
        return quote;
      case EvidenceUse::refused:
        return word(MessageId::view_refused) + quote;
      case EvidenceUse::against:
        return word(MessageId::view_against) + quote;
    }
    return quote;
  }

  void evidence(const Finding& finding) {
    std::string quotes;
    std::string places;
    const std::size_t shown = std::min(finding.evidence.size(), limits::kCellPassages);
    for (std::size_t index = 0; index < shown; ++index) {
      add_line(quotes, quote_of(finding.evidence[index]));
      const std::string place = place_of(finding.evidence[index], context_.language());
      // Passages of one place, which follow each other, share its line.
      if (!places.ends_with(place)) add_line(places, place);
    }
    if (finding.evidence.size() > shown) {
      add_line(quotes, say(MessageId::view_more, context_.language(), std::to_string(finding.evidence.size() - shown)));
    }
    table_->text(quotes);
    table_->text(places);
  }

  void row(const ReportRecord& record, const Finding& finding) {
    const Language language = context_.language();
    head(record);
    table_->text(finding.title);
    const bool is_defect = finding.kind == FindingKind::defect;
    const std::string status = is_defect
                                   ? say(MessageId::sheet_defect_status, language, word_of(finding.severity, language))
                                   : word_of(finding.status, language);
    table_->text(status, tone_of(finding), CellForm::centred);
    table_->text(problem_of(finding));
    evidence(finding);
    std::string basis;
    for (const BasisCitation& each : finding.basis) add_line(basis, citation_of(each, language));
    table_->text(basis);
    table_->text(finding.rectification);
    if (finding.gain_hundredths > 0) {
      table_->number(finding.gain_hundredths / kHundredths, CellForm::decimal);
    } else {
      table_->blank();
    }
  }

  const WorkbookContext& context_;
  std::unique_ptr<SheetTable> table_;
  std::uint32_t sheets_ = 0;
  std::uint64_t rows_ = 0;
};

}  // namespace

std::optional<Message> write_findings_sheets(const WorkbookContext& context) { return FindingsSheets(context).write(); }

}  // namespace fazhi
