#include "audit/summary_writer.hpp"

#include "audit/xml_tags.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} << 10;

std::string_view truth(bool value) { return value ? "true" : "false"; }

/// One summary on its way to a sink.
class SummaryXml {
 public:
  SummaryXml(const BatchSummary& summary, Language language, const ByteSink& sink)
      : summary_(summary), sink_(sink), tags_(out_, language) {}

  std::optional<Message> write(std::string_view version);

 private:
  void head(std::string_view version);
  void report(const ReportRecord& report);
  void failed(const ReportRecord& report);
  void owner(const ReportRecord& report);
  void lists(const ReportRecord& report);
  void unit(const UnitRecord& unit);
  void unit_content(const UnitRecord& unit);
  void rank(const RankedUnit& ranked);
  void rate(const ElementRate& rate);
  void pair(const SimilarPair& pair);
  void passage(const SharedText& passage);
  void number(std::string_view name, long long value) { tags_.attribute(name, std::to_string(value)); }
  void count(std::string_view name, std::size_t value) { tags_.attribute(name, std::to_string(value)); }
  [[nodiscard]] const std::string& stem(std::size_t report) const { return summary_.reports[report].file_stem; }
  /// Writes all of `items`, and hands on what has gathered.
  template <class Items, class Write>
  void all(const Items& items, Write write);
  void hand_on();

  const BatchSummary& summary_;
  const ByteSink& sink_;
  std::string out_;
  Tags tags_;
  std::optional<Message> error_;
};

void SummaryXml::hand_on() {
  if (!error_) error_ = sink_(out_);
  out_.clear();
}

template <class Items, class Write>
void SummaryXml::all(const Items& items, Write write) {
  for (const auto& each : items) {
    if (error_) return;
    write(each);
    if (out_.size() >= kPieceBytes) hand_on();
  }
}

void SummaryXml::head(std::string_view version) {
  out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  tags_.open(0, "batch");
  tags_.attribute("xmlns", kBatchNamespace);
  tags_.attribute("tool", "fazhi");
  tags_.attribute("version", version);
  tags_.attribute("title", summary_.title);
  tags_.attribute("as-of", summary_.as_of);
  tags_.attribute_if("deadline", summary_.deadline);
  if (summary_.year) number("year", *summary_.year);
  tags_.attribute("roster", truth(summary_.has_roster));
  tags_.close_start();
}

void SummaryXml::owner(const ReportRecord& report) {
  if (report.unit) count("unit", *report.unit + 1);
  if (report.unit_doubt) tags_.attribute("doubt", tags_.say(*report.unit_doubt));
}

void SummaryXml::failed(const ReportRecord& report) {
  tags_.open(1, "error");
  tags_.attribute("source", report.source);
  tags_.attribute("file", report.file_stem);
  owner(report);
  tags_.attribute("code", code_of(*report.error));
  tags_.close_text(tags_.say(*report.error), "error");
}

void SummaryXml::lists(const ReportRecord& report) {
  std::string words;
  for (const Status each : report.statuses) words.append(words.empty() ? "" : " ").append(name_of(each));
  tags_.line_if(2, "elements", words);
  for (const DefectCount& each : report.defects) {
    tags_.open(2, "defect");
    tags_.attribute("id", each.id);
    tags_.attribute("title", each.title);
    count("count", each.count);
    tags_.close_empty();
  }
}

void SummaryXml::report(const ReportRecord& report) {
  if (report.error) {
    failed(report);
    return;
  }
  tags_.open(1, "report");
  tags_.attribute("source", report.source);
  tags_.attribute("file", report.file_stem);
  owner(report);
  tags_.attribute("checklist", report.checklist);
  tags_.attribute("sha256", report.sha256);
  tags_.close_start();
  write_identity(tags_, report.identity);
  write_score(tags_, report.score);
  lists(report);
  tags_.end(1, "report");
}

void SummaryXml::unit_content(const UnitRecord& unit) {
  tags_.close_start();
  for (const std::size_t other : unit.other_reports) {
    tags_.open(2, "other");
    tags_.attribute("report", stem(other));
    tags_.close_empty();
  }
  if (unit.doubt) tags_.line(2, "doubt", tags_.say(*unit.doubt));
  tags_.end(1, "unit");
}

void SummaryXml::unit(const UnitRecord& unit) {
  tags_.open(1, "unit");
  count("number", static_cast<std::size_t>(&unit - summary_.units.data()) + 1);
  tags_.attribute("name", unit.unit);
  tags_.attribute_if("level", unit.level);
  tags_.attribute_if("superior", unit.superior);
  tags_.attribute_if("contact", unit.contact);
  tags_.attribute_if("deadline", unit.deadline);
  tags_.attribute_if("submitted-on", unit.submitted_on);
  tags_.attribute_if("published-on", unit.published_on);
  tags_.attribute_if("published-at", unit.published_at);
  tags_.attribute("state", name_of(unit.state));
  if (unit.duplicate) tags_.attribute("duplicate", truth(true));
  if (unit.days_left) number("days-left", *unit.days_left);
  if (unit.published_in_time) tags_.attribute("published-in-time", truth(*unit.published_in_time));
  if (unit.report) tags_.attribute("report", stem(*unit.report));
  if (unit.other_reports.empty() && !unit.doubt) {
    tags_.close_empty();
  } else {
    unit_content(unit);
  }
}

void SummaryXml::rank(const RankedUnit& ranked) {
  tags_.open(1, "rank");
  tags_.attribute("report", stem(ranked.report));
  number("rank", ranked.rank);
  number("best", ranked.best_rank);
  number("worst", ranked.worst_rank);
  tags_.close_empty();
}

void SummaryXml::rate(const ElementRate& rate) {
  tags_.open(1, "element");
  tags_.attribute("checklist", rate.checklist);
  tags_.attribute("id", rate.id);
  tags_.attribute("title", rate.title);
  count("met", rate.met);
  count("partial", rate.partial);
  count("missing", rate.missing);
  count("undecided", rate.undecided);
  count("not-counted", rate.not_counted);
  tags_.close_empty();
}

void SummaryXml::passage(const SharedText& passage) {
  tags_.open(2, "passage");
  count("paragraph-here", passage.paragraph_here);
  count("paragraph-there", passage.paragraph_there);
  tags_.close_start();
  tags_.line(3, "here", passage.here);
  tags_.line(3, "there", passage.there);
  tags_.end(2, "passage");
}

void SummaryXml::pair(const SimilarPair& pair) {
  tags_.open(1, "similar");
  tags_.attribute("report", stem(pair.report));
  if (pair.other) tags_.attribute("other", stem(*pair.other));
  tags_.attribute("other-source", pair.other_source);
  number("share", pair.share_percent);
  number("other-share", pair.other_share_percent);
  if (pair.passages.empty()) {
    tags_.close_empty();
    return;
  }
  tags_.close_start();
  for (const SharedText& each : pair.passages) passage(each);
  tags_.end(1, "similar");
}

std::optional<Message> SummaryXml::write(std::string_view version) {
  head(version);
  all(summary_.checklists, [&](const ChecklistReference& each) { write_checklist(tags_, each); });
  all(summary_.reports, [&](const ReportRecord& each) { report(each); });
  all(summary_.units, [&](const UnitRecord& each) { unit(each); });
  all(summary_.unowned, [&](std::size_t each) {
    tags_.open(1, "unowned");
    tags_.attribute("report", stem(each));
    tags_.close_empty();
  });
  all(summary_.ranking, [&](const RankedUnit& each) { rank(each); });
  all(summary_.rates, [&](const ElementRate& each) { rate(each); });
  all(summary_.similar, [&](const SimilarPair& each) { pair(each); });
  all(summary_.notes, [&](const Message& each) { tags_.line(1, "note", tags_.say(each)); });
  tags_.end(0, "batch");
  hand_on();
  return error_;
}

}  // namespace

std::optional<Message> write_summary_xml(const BatchSummary& summary, std::string_view version, Language language,
                                         const ByteSink& sink) {
  return SummaryXml(summary, language, sink).write(version);
}

std::string summary_xml_of(const BatchSummary& summary, std::string_view version, Language language) {
  std::string out;
  const auto gather = [&out](std::string_view bytes) {
    out += bytes;
    return std::optional<Message>();
  };
  // Such a sink can't fail.
  static_cast<void>(write_summary_xml(summary, version, language, gather));
  return out;
}

}  // namespace fazhi
