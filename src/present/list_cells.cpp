#include "present/list_cells.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "audit/points.hpp"
#include "base/iso_date.hpp"
#include "base/limits.hpp"
#include "present/wording.hpp"

namespace fazhi {
namespace {

constexpr std::array<ListFieldForm, kListFields> kFields{{
    {ListField::number, MessageId::listing_number, ListWriter::audit, 4, true},
    {ListField::unit, MessageId::listing_unit, ListWriter::audit, 10, false},
    {ListField::category, MessageId::listing_category, ListWriter::audit, 8, true},
    {ListField::problem, MessageId::listing_problem, ListWriter::audit, 38, false},
    {ListField::basis, MessageId::listing_basis, ListWriter::audit, 20, false},
    {ListField::place, MessageId::listing_place, ListWriter::audit, 14, false},
    {ListField::demand, MessageId::listing_demand, ListWriter::audit, 24, false},
    {ListField::points, MessageId::listing_points, ListWriter::audit, 5, true},
    {ListField::responsible_unit, MessageId::listing_responsible_unit, ListWriter::unit, 8, false},
    {ListField::person, MessageId::listing_person, ListWriter::unit, 7, true},
    {ListField::due, MessageId::listing_due, ListWriter::audit, 10, true},
    {ListField::overdue, MessageId::listing_overdue, ListWriter::program, 7, true},
    {ListField::progress, MessageId::listing_progress, ListWriter::unit, 14, false},
    {ListField::material, MessageId::listing_material, ListWriter::unit, 10, false},
    {ListField::reviewer, MessageId::listing_reviewer, ListWriter::reviewer, 7, true},
    {ListField::review, MessageId::listing_review, ListWriter::reviewer, 10, false},
    {ListField::state, MessageId::listing_state, ListWriter::unit, 10, true},
    {ListField::closed_on, MessageId::listing_closed_on, ListWriter::reviewer, 10, true},
    {ListField::remark, MessageId::listing_remark, ListWriter::unit, 8, false},
    {ListField::id, MessageId::listing_id, ListWriter::program, 13, true},
}};

int number_at(std::string_view text, std::size_t at, std::size_t size) {
  int value = 0;
  std::from_chars(text.data() + at, text.data() + at + size, value);
  return value;
}

std::chrono::sys_days day_of(std::string_view iso_date) {
  using namespace std::chrono;
  return sys_days{year{number_at(iso_date, 0, 4)} / number_at(iso_date, 5, 2) / number_at(iso_date, 8, 2)};
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (std::size_t index = 0; index < lines.size(); ++index) {
    bool is_new = !lines[index].empty();
    for (std::size_t before = 0; before < index && is_new; ++before) is_new = lines[before] != lines[index];
    if (is_new) out.append(out.empty() ? "" : "\n").append(lines[index]);
  }
  return out;
}

std::string basis_of(const RectificationItem& item, Language language) {
  std::vector<std::string> lines;
  for (const BasisCitation& each : item.basis) lines.push_back(citation_of(each, language));
  return joined(lines);
}

std::string place_of(const ItemQuote& quote, Language language) {
  if (quote.paragraph == 0) return quote.section;
  Evidence place;
  place.paragraph = quote.paragraph;
  place.section = quote.section;
  place.page = quote.page;
  return fazhi::place_of(place, language);
}

std::string places_of(const RectificationItem& item, Language language) {
  std::vector<std::string> lines;
  for (const ItemQuote& each : item.quotes) {
    if (lines.size() < limits::kCellPassages) lines.push_back(place_of(each, language));
  }
  if (lines.empty() && item.kind == FindingKind::element && item.status == Status::missing && !item.title.empty()) {
    return say(MessageId::listing_nowhere, language);
  }
  std::string text = joined(lines);
  if (item.quotes.size() > lines.size()) {
    text += '\n' + say(MessageId::listing_more_quotes, language, std::to_string(item.quotes.size() - lines.size()));
  }
  return text;
}

}  // namespace

const std::array<ListFieldForm, kListFields>& list_fields() { return kFields; }

std::optional<int> days_until(std::string_view due, std::string_view today) {
  if (!is_iso_date(due) || !is_iso_date(today)) return std::nullopt;
  return static_cast<int>((day_of(due) - day_of(today)).count());
}

Lateness lateness_of(const RectificationItem& item, std::string_view today) {
  const ItemState state = item.progress.state;
  const std::optional<int> days = days_until(item.due, today);
  if (!days || state == ItemState::to_review || state == ItemState::closed || *days > kSoonDays) return Lateness::none;
  return *days < 0 ? Lateness::overdue : Lateness::soon;
}

std::string lateness_text(const RectificationItem& item, std::string_view today, Language language) {
  const Lateness lateness = lateness_of(item, today);
  if (lateness == Lateness::none) return {};
  const int days = *days_until(item.due, today);
  if (days == 0) return say(MessageId::listing_due_today, language);
  return say(days < 0 ? MessageId::listing_days_over : MessageId::listing_days_left, language, std::to_string(days < 0 ? -days : days));
}

ListCells cells_of(const RectificationList& list, std::size_t index, std::string_view today, Language language) {
  const RectificationItem& item = list.items[index];
  const ItemProgress& progress = item.progress;
  const std::string unit = item.unit < list.units.size() ? list.units[item.unit].unit : std::string();
  ListCells out;
  const auto set = [&](ListField field, std::string text) {
    std::replace(text.begin(), text.end(), '\t', ' ');  // Calc drops tabs, and the words beside them grow together
    out[static_cast<std::size_t>(field)] = std::move(text);
  };
  set(ListField::number, std::to_string(index + 1));
  set(ListField::unit, unit);
  set(ListField::category, item.category);
  set(ListField::problem, problem_text(item, language));
  set(ListField::basis, basis_of(item, language));
  set(ListField::place, places_of(item, language));
  set(ListField::demand, item.demand);
  if (item.gain_hundredths != 0) set(ListField::points, points_text(item.gain_hundredths));
  set(ListField::responsible_unit, progress.responsible_unit.empty() ? unit : progress.responsible_unit);
  set(ListField::person, progress.responsible_person);
  set(ListField::due, item.due);
  set(ListField::overdue, lateness_text(item, today, language));
  set(ListField::progress, progress.progress);
  set(ListField::material, progress.material);
  set(ListField::reviewer, progress.reviewer);
  set(ListField::review, progress.review);
  set(ListField::state, word_of(progress.state, language));
  set(ListField::closed_on, progress.closed_on);
  set(ListField::remark, progress.remark);
  set(ListField::id, item.id);
  return out;
}

}  // namespace fazhi
