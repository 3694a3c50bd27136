#include "present/site_parts.hpp"

#include <cmath>

#include "present/site_markup.hpp"

namespace fazhi::site {

std::string IndexContext::word(MessageId id) const { return line(say(id, language)); }

const std::string& IndexContext::name_of(const ReportRecord& report) const {
  if (report.unit && *report.unit < batch.units.size() && !batch.units[*report.unit].unit.empty()) {
    return batch.units[*report.unit].unit;
  }
  return report.error || report.identity.unit.empty() ? report.source : report.identity.unit;
}

std::string IndexContext::link_to(const ReportRecord& report, std::string_view label) const {
  if (report.error || report.file_stem.empty()) return "<bdi>" + line(label) + "</bdi>";
  return "<a href=\"reports/" + address_segment(report.file_stem) + ".html\"><bdi>" + line(label) + "</bdi></a>";
}

std::string IndexContext::states_of(const UnitRecord& unit) const {
  std::string states(fazhi::name_of(unit.state));
  if (unit.duplicate) states += " duplicate";
  if (unit.doubt) states += " doubt";
  if (unit.published_in_time) states += *unit.published_in_time ? " published" : " unpublished";
  if (unit.report) (states += ' ') += site::name_of(verdict_of(batch.reports[*unit.report]));
  return states;
}

std::string IndexContext::states_of(const ReportRecord& report) const {
  if (report.unit && *report.unit < batch.units.size()) {
    const UnitRecord& unit = batch.units[*report.unit];
    if (unit.report && &batch.reports[*unit.report] == &report) return states_of(unit);
  }
  return std::string(site::name_of(verdict_of(report)));
}

Verdict verdict_of(const ReportRecord& report) {
  if (report.error) return Verdict::unreadable;
  if (!report.score.passed) return Verdict::open;
  return *report.score.passed ? Verdict::passed : Verdict::failed;
}

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::passed:
      return "passed";
    case Verdict::failed:
      return "failed";
    case Verdict::open:
      return "open";
    case Verdict::unreadable:
      return "unreadable";
  }
  return "open";
}

std::string word_of(Submission state, Language language) {
  switch (state) {
    case Submission::submitted:
      return say(MessageId::site_submitted, language);
    case Submission::late:
      return say(MessageId::site_late, language);
    case Submission::absent:
      return say(MessageId::site_absent, language);
    case Submission::wrong_year:
      return say(MessageId::site_wrong_year, language);
    case Submission::unreadable:
      return say(MessageId::site_unreadable, language);
  }
  return {};
}

TableWriter::TableWriter(std::string& out, const IndexContext& context, std::string_view id, MessageId caption,
                         const std::vector<Column>& columns)
    : out_(out), context_(context), columns_(columns) {
  ((out_ += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"") += context.word(caption)) += "\">\n";
  ((out_ += "<table class=\"list\" id=\"") += id) += "\">\n<caption class=\"hidden\">";
  (out_ += context.word(caption)) += "</caption>\n<thead><tr>";
  for (const Column& each : columns_) {
    out_ += "<th scope=\"col\" aria-sort=\"none\"";
    if (!each.css_class.empty()) ((out_ += " class=\"") += each.css_class) += '"';
    if (each.is_number) out_ += " data-number";
    out_ += "><button type=\"button\">" + context.word(each.label) + "</button></th>";
  }
  out_ += "</tr></thead>\n<tbody>\n";
}

TableWriter::~TableWriter() { out_ += "</tbody></table></div>\n"; }

void TableWriter::begin_row(std::string_view states) {
  next_ = 0;
  ((out_ += "<tr data-states=\"") += states) += "\">";
}

void TableWriter::end_row() {
  out_ += "</tr>\n";
  context_.hand_on(out_);
}

void TableWriter::open(std::string_view content, std::string_view key) {
  const Column& column = columns_[next_++];
  if (!column.css_class.empty()) ((out_ += " class=\"") += column.css_class) += '"';
  if (!key.empty()) ((out_ += " data-key=\"") += text(key)) += '"';
  (out_ += '>') += content;
}

void TableWriter::cell(std::string_view content, std::string_view key) {
  out_ += "<td";
  open(content, key);
  out_ += "</td>";
}

void TableWriter::head_cell(std::string_view content) {
  out_ += "<th scope=\"row\"";
  open(content, {});
  out_ += "</th>";
}

std::string bar_of(const std::vector<Stretch>& stretches) {
  std::string out = "<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                    "<rect class=\"b-rest\" width=\"100\" height=\"10\"/>";
  double at = 0;
  for (const Stretch& each : stretches) {
    const double width = std::stod(each.width_percent);
    if (width <= 0) continue;
    const auto tenths = std::int64_t{std::llround(at * 10)};
    ((out += "<rect class=\"") += each.css_class) += "\" x=\"" + percent(tenths, 1000);
    ((out += "\" width=\"") += each.width_percent) += "\" height=\"10\"/>";
    at += width;
  }
  return out += "</svg>";
}

void append_section_head(std::string& out, const IndexContext& context, std::string_view id, MessageId heading,
                         std::string_view remark) {
  ((out += "<section id=\"") += id) += "\">\n" + element("h2", "", context.word(heading)) + "\n";
  if (!remark.empty()) out += element("p", "remark", line(remark)) + "\n";
}

}  // namespace fazhi::site
