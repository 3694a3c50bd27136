#include <algorithm>
#include <string_view>

#include "present/site_markup.hpp"
#include "present/site_parts.hpp"

namespace fazhi::site {
namespace {

/// A paragraph's number, linked to it where the report has a page.
std::string paragraph_link(const IndexContext& context, const ReportRecord* report, std::uint32_t paragraph) {
  const std::string words = context.words(MessageId::place_paragraph, std::to_string(paragraph));
  if (report == nullptr || report->error) return element("span", "place", line(words));
  return "<a class=\"place\" href=\"reports/" + address_segment(report->file_stem) + ".html#r1p" + std::to_string(paragraph) + "\">" +
         line(words) + "</a>";
}

/// A passage with the line breaks between its paragraphs.
std::string passage(std::string_view text) {
  std::string out = "<bdi>";
  while (!text.empty()) {
    const std::string_view paragraph = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(paragraph.size() + 1, text.size()));
    out += line(paragraph);
    if (!text.empty()) out += "<br>";
  }
  return out += "</bdi>";
}

void append_pair(std::string& out, const IndexContext& context, const SimilarPair& pair) {
  const ReportRecord& report = context.batch.reports[pair.report];
  const ReportRecord* other = pair.other ? &context.batch.reports[*pair.other] : nullptr;
  const std::string other_name = other != nullptr ? context.name_of(*other) : pair.other_source.substr(pair.other_source.rfind('/') + 1);
  const std::string here = std::to_string(pair.share_percent) + "%";
  const std::string there = std::to_string(pair.other_share_percent) + "%";
  out += "<details class=\"pair\" data-row data-states=\"" + context.states_of(report) + "\"><summary>";
  out += element("span", "pair-unit", "<bdi>" + line(context.name_of(report)) + "</bdi> <b>" + here + "</b>");
  out += element("span", "pair-sign", "↔");
  out += element("span", "pair-unit", "<bdi>" + line(other_name) + "</bdi> <b>" + there + "</b>");
  if (other != nullptr && report.unit && report.unit == other->unit) {
    out += element("span", "state s-duplicate", context.word(MessageId::site_one_unit));
  }
  if (other == nullptr) out += element("span", "state s-late", context.word(MessageId::site_previous));
  out += "</summary>\n<table class=\"passages\"><thead><tr><th scope=\"col\">" + context.link_to(report, context.name_of(report)) +
         element("div", "remark", line(context.words(MessageId::site_copied_share, here))) + "</th><th scope=\"col\">" +
         (other != nullptr ? context.link_to(*other, other_name) : "<bdi>" + line(other_name) + "</bdi>") +
         element("div", "remark", line(context.words(MessageId::site_copied_share, there))) + "</th></tr></thead><tbody>\n";
  for (const SharedText& each : pair.passages) {
    out += "<tr><td lang=\"zh-CN\">" + paragraph_link(context, &report, each.paragraph_here) + passage(each.here) +
           "</td><td lang=\"zh-CN\">" + paragraph_link(context, other, each.paragraph_there) + passage(each.there) +
           "</td></tr>\n";
  }
  out += "</tbody></table></details>\n";
}

}  // namespace

void append_similar(std::string& out, const IndexContext& context) {
  if (context.batch.similar.empty()) return;
  append_section_head(out, context, "similar", MessageId::site_similar, context.words(MessageId::site_similar_remark));
  for (const SimilarPair& each : context.batch.similar) {
    append_pair(out, context, each);
    context.hand_on(out);
  }
  out += "</section>\n";
}

}  // namespace fazhi::site
