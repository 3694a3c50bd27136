#include <algorithm>
#include <climits>
#include <functional>

#include "present/site_markup.hpp"
#include "present/site_parts.hpp"

namespace fazhi::site {
namespace {

/// What asks for a call comes first.
int urgency_of(Submission state) {
  switch (state) {
    case Submission::absent:
      return 0;
    case Submission::unreadable:
      return 1;
    case Submission::wrong_year:
      return 2;
    case Submission::late:
      return 3;
    case Submission::submitted:
      return 4;
  }
  return 4;
}

std::vector<const UnitRecord*> by_urgency(const BatchSummary& batch) {
  std::vector<const UnitRecord*> units;
  for (const UnitRecord& each : batch.units) units.push_back(&each);
  std::stable_sort(units.begin(), units.end(), [](const UnitRecord* a, const UnitRecord* b) {
    const auto key = [](const UnitRecord& unit) {
      return std::pair(urgency_of(unit.state), unit.state == Submission::absent ? unit.days_left.value_or(INT_MAX) : 0);
    };
    return key(*a) < key(*b);
  });
  return units;
}

std::string days_text(const IndexContext& context, const UnitRecord& unit) {
  if (!unit.days_left || unit.state != Submission::absent) return {};
  const int days = *unit.days_left;
  if (days < 0) return context.words(MessageId::site_overdue, std::to_string(-static_cast<long>(days)));
  if (days == 0) return context.words(MessageId::site_due_today);
  return context.words(MessageId::site_days_left, std::to_string(days));
}

std::string state_cell(const IndexContext& context, const UnitRecord& unit) {
  const bool overdue = unit.state == Submission::absent && unit.days_left.value_or(0) < 0;
  std::string out = element("span", "state s-" + std::string(fazhi::name_of(unit.state)) + (overdue ? " overdue" : ""),
                            line(word_of(unit.state, context.language)));
  const std::string days = days_text(context, unit);
  if (!days.empty()) out += " " + element("span", overdue ? "days overdue" : "days", line(days));
  if (unit.duplicate) out += " " + element("span", "state s-duplicate", context.word(MessageId::site_duplicate));
  return out;
}

std::string publication_cell(const IndexContext& context, const UnitRecord& unit) {
  std::string out;
  if (unit.published_in_time) {
    out = element("span", *unit.published_in_time ? "state s-submitted" : "state s-absent",
                  context.word(*unit.published_in_time ? MessageId::site_published : MessageId::site_unpublished));
  }
  if (!unit.published_on.empty()) out += (out.empty() ? "" : " ") + line(unit.published_on);
  if (!unit.published_at.empty()) {
    const std::string address = line(unit.published_at);
    out += "<div class=\"address\" title=\"" + address + "\"><bdi>" + address + "</bdi></div>";
  }
  return out;
}

std::string reports_cell(const IndexContext& context, const UnitRecord& unit) {
  std::string out;
  const auto add = [&](std::size_t index, bool counts) {
    const ReportRecord& report = context.batch.reports[index];
    out += "<div class=\"file\">" + context.link_to(report, context.file_of(report));
    const std::optional<int>& year = report.identity.year;
    if (!counts && year && year != context.batch.year) {
      out += " " + element("span", "remark", line(context.words(MessageId::view_year, std::to_string(*year))));
    }
    if (!counts) out += " " + element("span", "remark", context.word(MessageId::site_not_counting));
    if (report.error) out += " " + element("span", "error", line(render(*report.error, context.language)));
    out += "</div>";
  };
  if (unit.report) add(*unit.report, true);
  for (const std::size_t each : unit.other_reports) add(each, false);
  if (unit.doubt) out += element("div", "doubt", line(render(*unit.doubt, context.language)));
  return out;
}

/// A column of the roster, left out where no unit has anything in it.
struct Field {
  Column column;
  std::function<std::string(const UnitRecord&)> markup;
};

}  // namespace

void append_roster(std::string& out, const IndexContext& context) {
  if (!context.batch.has_roster || context.batch.units.empty()) return;
  const auto plain = [](std::string UnitRecord::*member) {
    return [member](const UnitRecord& unit) { return line(unit.*member); };
  };
  const std::vector<Field> fields{
      {{MessageId::site_level}, plain(&UnitRecord::level)},
      {{MessageId::site_superior}, plain(&UnitRecord::superior)},
      {{MessageId::site_deadline, false, "date"}, plain(&UnitRecord::deadline)},
      {{MessageId::site_submitted_on, false, "date"}, plain(&UnitRecord::submitted_on)},
      {{MessageId::site_publication, false, "publication"}, [&](const UnitRecord& unit) { return publication_cell(context, unit); }},
      {{MessageId::site_contact, false, "contact"}, plain(&UnitRecord::contact)},
      {{MessageId::site_files, false, "files"}, [&](const UnitRecord& unit) { return reports_cell(context, unit); }}};
  std::vector<Column> columns{{MessageId::table_unit, false, "name"}, {MessageId::site_state, true, "states"}};
  std::vector<const Field*> used;
  for (const Field& field : fields) {
    const auto& units = context.batch.units;
    if (std::none_of(units.begin(), units.end(), [&](const UnitRecord& unit) { return !field.markup(unit).empty(); })) continue;
    used.push_back(&field);
    columns.push_back(field.column);
  }
  append_section_head(out, context, "roster", MessageId::site_roster);
  {
    TableWriter table(out, context, "roster-table", MessageId::site_roster, columns);
    int place = 0;
    for (const UnitRecord* unit : by_urgency(context.batch)) {
      table.begin_row(context.states_of(*unit));
      table.head_cell("<bdi>" + line(unit->unit) + "</bdi>");
      table.cell(state_cell(context, *unit), std::to_string(++place));
      for (const Field* field : used) table.cell(field->markup(*unit));
      table.end_row();
    }
  }
  out += "</section>\n";
}

void append_unowned(std::string& out, const IndexContext& context) {
  if (context.batch.unowned.empty()) return;
  append_section_head(out, context, "unowned", MessageId::site_unowned, context.words(MessageId::site_unowned_remark));
  {
    TableWriter table(out, context, "unowned-table", MessageId::site_unowned,
                      {{MessageId::site_file, false, "files"}, {MessageId::site_own_unit, false, "name"}, {MessageId::table_year, true},
                       {MessageId::site_title, false, "files"}});
    for (const std::size_t index : context.batch.unowned) {
      const ReportRecord& report = context.batch.reports[index];
      table.begin_row(context.states_of(report));
      table.cell(context.link_to(report, context.file_of(report)));
      table.cell("<bdi>" + line(report.identity.unit) + "</bdi>");
      table.cell(report.identity.year ? std::to_string(*report.identity.year) : "");
      table.cell(report.error ? element("span", "error", line(render(*report.error, context.language)))
                              : "<bdi>" + line(report.identity.title) + "</bdi>");
      table.end_row();
    }
  }
  out += "</section>\n";
}

}  // namespace fazhi::site
