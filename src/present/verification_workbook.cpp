#include "present/verification_workbook.hpp"

#include <algorithm>
#include <array>

#include "audit/points.hpp"
#include "base/limits.hpp"
#include "present/replacement.hpp"
#include "present/sheet_table.hpp"
#include "present/verification_wording.hpp"
#include "present/wording.hpp"

namespace fazhi {
namespace {

constexpr std::uint16_t kStateColumn = 11;
constexpr double kHundredths = 100;

Tone tone_of(const VerifiedItem& item) {
  if (item.relapsed) return Tone::poor;
  switch (item.change) {
    case ItemChange::fixed:
      return Tone::good;
    case ItemChange::partly:
      return Tone::fair;
    case ItemChange::open:
      return Tone::poor;
    case ItemChange::added:
      return Tone::poor;
  }
  return Tone::none;
}

class VerificationBook {
 public:
  VerificationBook(const Verification& verification, Spreadsheet& file, Language language)
      : verification_(verification), file_(file), language_(language) {}

  void items() {
    const std::string name = word(MessageId::verify_items);
    std::vector<SheetColumn> columns{{word(MessageId::sheet_number), 4, 6},
                                     {word(MessageId::verify_unit), 8, 12},
                                     {word(MessageId::verify_problem), 10, 14},
                                     {word(MessageId::verify_change), 8, 8},
                                     {word(MessageId::verify_demand), 12, 18},
                                     {word(MessageId::verify_before), 20, 28},
                                     {word(MessageId::verify_points_before), 5, 5},
                                     {word(MessageId::verify_after), 20, 28},
                                     {word(MessageId::verify_points_after), 5, 5},
                                     {word(MessageId::verify_warnings), 10, 18},
                                     {word(MessageId::verify_proposed), 8, 8},
                                     {word(MessageId::verify_state), 8, 8},
                                     {word(MessageId::verify_reviewer), 6, 8},
                                     {word(MessageId::verify_review), 12, 12}};
    SheetTable table(file_, name, header(name), std::move(columns), limits::kSheetRows);
    table.set_large_paper();
    double number = 0;
    for (const VerifiedItem& each : verification_.items) {
      number += 1;
      if (table.begin_row()) row(table, each, number);
    }
    table.end_table();
    std::vector<std::string> states;
    for (const ItemState each : {ItemState::not_started, ItemState::under_way, ItemState::to_review, ItemState::closed,
                                 ItemState::relapsed}) {
      states.push_back(word_of(each, language_));
    }
    table.choices(kStateColumn, states);
    table.finish(language_);
  }

  void units() {
    const std::string name = word(MessageId::verify_units);
    std::vector<SheetColumn> columns{{word(MessageId::sheet_number), 4, 6},
                                     {word(MessageId::verify_unit), 14, 26},
                                     {word(MessageId::verify_points_before), 9, 12},
                                     {word(MessageId::verify_points_after), 9, 12},
                                     {word(MessageId::verify_rise), 8, 10}};
    for (const ItemChange each : kChanges) columns.push_back({word_of(each, language_), 8, 8});
    columns.push_back({word(MessageId::verify_relapsed), 6, 6});
    columns.push_back({word(MessageId::verify_warnings), 20, 44});
    SheetTable table(file_, name, header(name), std::move(columns), limits::kSheetRows);
    for (std::size_t at = 0; at < verification_.units.size(); ++at) {
      if (table.begin_row()) unit_row(table, at);
    }
    table.end_table();
    table.line(say(MessageId::verify_day, language_, verification_.made_on), Tone::subtitle);
    table.line(word(MessageId::verify_closing), Tone::subtitle);
    for (const Message& each : verification_.notes) table.line(render(each, language_), Tone::subtitle);
    table.finish(language_);
  }

 private:
  static constexpr std::array kChanges{ItemChange::fixed, ItemChange::partly, ItemChange::open, ItemChange::added};

  [[nodiscard]] std::string word(MessageId id) const { return say(id, language_); }
  [[nodiscard]] std::string header(const std::string& sheet) const {
    return say(MessageId::sheet_header, language_, verification_.title, sheet);
  }

  static void add_line(std::string& text, const std::string& line) {
    if (line.empty()) return;
    text.append(text.empty() ? "" : "\n").append(line);
  }

  [[nodiscard]] std::string side_text(const VerifiedItem& item, bool is_after) const {
    const VerifiedSide& side = is_after ? item.after : item.before;
    std::string text = empty_side_words(item, is_after, language_);
    for (const ItemQuote& each : side.quotes) add_line(text, quote_words(each, language_));
    add_line(text, why_of(side, language_));
    return text;
  }

  void points(SheetTable& table, const VerifiedItem& item, const VerifiedSide& side) const {
    if (item.kind == FindingKind::defect || !side.found) {
      table.blank();
    } else {
      table.number(side.awarded_hundredths / kHundredths, CellForm::decimal);
    }
  }

  void row(SheetTable& table, const VerifiedItem& item, double number) const {
    table.number(number, CellForm::integer);
    table.text(verification_.units[item.unit].unit);
    const bool defect = item.kind == FindingKind::defect;
    table.text(defect ? item.title + say(MessageId::basis_gist, language_, word_of(item.severity, language_)) : item.title);
    table.text(change_words(item, language_), tone_of(item), CellForm::centred);
    table.text(item.demand);
    table.text(side_text(item, false));
    points(table, item, item.before);
    table.text(side_text(item, true));
    points(table, item, item.after);
    std::string warnings;
    for (const Message& each : item.warnings) add_line(warnings, render(each, language_));
    table.text(warnings, warnings.empty() ? Tone::none : Tone::open);
    table.text(word_of(item.proposed, language_), Tone::none, CellForm::centred);
    for (int person = 0; person < 3; ++person) table.blank();
  }

  void score(SheetTable& table, const Score& score) const {
    if (score.possible_hundredths == 0) {
      table.blank();
    } else if (score.awarded_hundredths == score.highest_hundredths) {
      table.number(score.awarded_hundredths / kHundredths, CellForm::decimal);
    } else {
      table.text(score_words(score, language_), Tone::none, CellForm::centred);
    }
  }

  void unit_row(SheetTable& table, std::size_t at) const {
    const VerifiedUnit& unit = verification_.units[at];
    table.number(static_cast<double>(at + 1), CellForm::integer);
    table.text(unit.unit);
    score(table, unit.before);
    score(table, unit.after);
    const std::int32_t rise = unit.after.awarded_hundredths - unit.before.awarded_hundredths;
    if (unit.before.possible_hundredths == 0 || unit.after.possible_hundredths == 0) {
      table.blank();
    } else {
      table.number(rise / kHundredths, CellForm::decimal, rise > 0 ? Tone::good : rise < 0 ? Tone::poor : Tone::none);
    }
    const auto count = [&](auto holds) {
      table.number(static_cast<double>(std::count_if(
                       verification_.items.begin(), verification_.items.end(),
                       [&](const VerifiedItem& each) { return each.unit == at && holds(each); })),
                   CellForm::integer);
    };
    for (const ItemChange change : kChanges) {
      count([change](const VerifiedItem& each) { return each.change == change; });
    }
    count([](const VerifiedItem& each) { return each.relapsed; });
    std::string notes;
    for (const Message& each : unit.notes) add_line(notes, render(each, language_));
    table.text(notes);
  }

  const Verification& verification_;
  Spreadsheet& file_;
  Language language_;
};

}  // namespace

std::optional<Message> write_verification_workbook(const Verification& verification, const std::string& path,
                                                   Language language) {
  Replacement replacement(path);
  if (replacement.error()) return replacement.error();
  Spreadsheet file(replacement.temporary(), replacement.folder(),
                   {verification.title, verification.made_on,
                    say(MessageId::sheet_pages, language, std::string("{0}"), std::string("{1}")), false});
  VerificationBook book(verification, file, language);
  book.items();
  book.units();
  if (const std::optional<std::string> reason = file.close()) return replacement.failure(*reason);
  return replacement.put_in_place();
}

}  // namespace fazhi
