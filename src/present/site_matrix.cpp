#include <array>

#include "present/site_markup.hpp"
#include "present/site_parts.hpp"

namespace fazhi::site {
namespace {

constexpr std::array<Status, 6> kStatuses{Status::met,       Status::partial,        Status::missing,
                                          Status::undecided, Status::not_applicable, Status::waived};

char digit_of(Status status) {
  for (std::size_t index = 0; index < kStatuses.size(); ++index) {
    if (kStatuses[index] == status) return static_cast<char>('0' + index);
  }
  return '0';
}

MessageId short_word(Status status) {
  switch (status) {
    case Status::met:
      return MessageId::site_cell_met;
    case Status::partial:
      return MessageId::site_cell_partial;
    case Status::missing:
      return MessageId::site_cell_missing;
    case Status::undecided:
      return MessageId::site_cell_undecided;
    case Status::not_applicable:
      return MessageId::site_cell_not_applicable;
    case Status::waived:
      return MessageId::site_cell_waived;
  }
  return MessageId::site_cell_undecided;
}

/// A status in the island is the digit of its place in kStatuses.
void append_island(std::string& out, const IndexContext& context, const ChecklistReference& checklist) {
  out += "<script type=\"application/json\">{\"words\":[";
  for (const Status each : kStatuses) {
    append_json(out, say(short_word(each), context.language));
    out += each == kStatuses.back() ? "],\"kinds\":[" : ",";
  }
  for (const Status each : kStatuses) {
    append_json(out, fazhi::name_of(each));
    out += each == kStatuses.back() ? "],\"unit\":" : ",";
  }
  append_json(out, say(MessageId::table_unit, context.language));
  out += ",\"elements\":[";
  bool first = true;
  for (const ElementRate& each : context.batch.rates) {
    if (each.checklist != checklist.id) continue;
    if (!first) out += ',';
    first = false;
    append_json(out, each.title);
  }
  out += "],\"rows\":[";
  first = true;
  for (const RankedUnit& each : context.batch.ranking) {
    const ReportRecord& report = context.batch.reports[each.report];
    if (report.checklist != checklist.id) continue;
    out += first ? "\n[" : ",\n[";
    first = false;
    append_json(out, context.name_of(report));
    append_json(out += ',', address_segment(report.file_stem));
    out += ",\"";
    for (const Status status : report.statuses) out += digit_of(status);
    append_json(out += "\",", context.states_of(report));
    out += ']';
    context.hand_on(out);
  }
  out += "]}</script>\n";
}

}  // namespace

void append_matrix(std::string& out, const IndexContext& context) {
  if (context.batch.ranking.empty()) return;
  append_section_head(out, context, "matrix", MessageId::site_matrix);
  out += "<ul class=\"legend\">";
  for (const Status each : kStatuses) {
    out += "<li><span class=\"cell k-" + std::string(fazhi::name_of(each)) + "\">" + context.word(short_word(each)) +
           "</span> " + line(word_of(each, context.language)) + "</li>";
  }
  out += "</ul>\n<noscript>" + element("p", "remark", context.word(MessageId::site_matrix_script)) + "</noscript>\n";
  for (const ChecklistReference& each : context.batch.checklists) {
    if (context.batch.checklists.size() > 1) out += element("h3", "", line(each.title)) + "\n";
    out += "<div class=\"matrix\" tabindex=\"0\" role=\"region\" aria-label=\"" + context.word(MessageId::site_matrix) + "\">";
    append_island(out, context, each);
    out += "</div>\n";
  }
  out += "</section>\n";
}

}  // namespace fazhi::site
