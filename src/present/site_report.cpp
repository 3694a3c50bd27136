#include "present/site_report.hpp"

#include <algorithm>
#include <array>

#include "audit/points.hpp"
#include "present/assets.hpp"
#include "present/site_findings.hpp"
#include "present/site_markup.hpp"
#include "present/site_passages.hpp"
#include "present/terminal_text.hpp"
#include "present/wording.hpp"

namespace fazhi {
namespace {

using site::element;
using site::line;

std::string_view class_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::passed:
      return "v-passed";
    case Verdict::failed:
      return "v-failed";
    case Verdict::open:
      return "v-open";
    case Verdict::unreadable:
      return "v-unreadable";
  }
  return "v-open";
}

MessageId message_of(MetadataKey key) {
  switch (key) {
    case MetadataKey::title:
      return MessageId::site_metadata_title;
    case MetadataKey::author:
      return MessageId::site_metadata_author;
    case MetadataKey::published:
      return MessageId::site_metadata_published;
    case MetadataKey::source:
      return MessageId::site_metadata_source;
    case MetadataKey::index_number:
      return MessageId::site_metadata_index_number;
    case MetadataKey::document_number:
      return MessageId::site_metadata_document_number;
  }
  return MessageId::site_metadata_title;
}

/// Filters of findings: a button each, in this order.
struct Filter {
  std::string_view kind;
  MessageId word;
};
constexpr std::array<Filter, 7> kFilters{{{"missing", MessageId::status_missing},
                                          {"partial", MessageId::status_partial},
                                          {"undecided", MessageId::status_undecided},
                                          {"defect", MessageId::table_defects},
                                          {"met", MessageId::status_met},
                                          {"waived", MessageId::status_waived},
                                          {"not-applicable", MessageId::status_not_applicable}}};

std::size_t count_of(const Audit& audit, std::string_view kind) {
  std::size_t count = 0;
  for (const Finding& each : audit.findings) count += site::kind_of(each) == kind ? 1U : 0U;
  return count;
}

std::string heading_of(const Audit& audit, Language language) {
  std::string heading = name_of_report(audit);
  if (audit.identity.year) heading += " " + say(MessageId::view_year, language, std::to_string(*audit.identity.year));
  return heading;
}

class SectionWriter {
 public:
  SectionWriter(std::string& out, const Audit& audit, std::string prefix, Language language)
      : out_(out), audit_(audit), prefix_(std::move(prefix)), language_(language) {}

  void write(const ReportText& text) {
    out_ += "<section class=\"report\" id=\"" + prefix_ + "\">\n<header class=\"masthead\">\n";
    out_ += "<h2><bdi>" + line(heading_of(audit_, language_)) + "</bdi></h2>\n";
    if (audit_.error) {
      out_ += element("p", "error", line(render(*audit_.error, language_))) + "\n</header>\n</section>\n";
      return;
    }
    score();
    counts();
    for (const Message& note : audit_.notes) out_ += element("p", "note", line(render(note, language_))) + "\n";
    particulars();
    out_ += "</header>\n<div class=\"columns\">\n";
    const std::vector<site::Passage> passages = site::passages_of(audit_, text);
    report_text(text, passages);
    findings(passages);
    out_ += "</div>\n</section>\n";
  }

 private:
  [[nodiscard]] std::string word(MessageId id) const { return line(say(id, language_)); }

  void score() {
    const Score& score = audit_.score;
    out_ += "<p class=\"score\">";
    if (score.possible_hundredths != 0) {
      const std::string range = points_range(score.awarded_hundredths, score.highest_hundredths, language_);
      out_ += element("strong", "figure", range) + element("span", "of", "/" + line(say(MessageId::view_full, language_, points_text(score.possible_hundredths))));
      if (score.possible_hundredths != kUsualWhole) {
        out_ += element("span", "share", line(say(MessageId::score_share, language_, points_text(share_of(score.awarded_hundredths, score.possible_hundredths)))));
      }
    }
    const Verdict verdict = verdict_of(audit_);
    const std::string result = word_of(verdict, language_);
    if (!score.grade.empty() && score.grade != result) out_ += element("span", "grade", line(score.grade));
    out_ += element("span", "verdict " + std::string(class_of(verdict)), line(result)) + "</p>\n";
  }

  void counts() {
    out_ += "<ul class=\"counts\">";
    for (const Filter& each : kFilters) {
      const std::size_t count = count_of(audit_, each.kind);
      if (count > 0) out_ += element("li", "k-" + std::string(each.kind), word(each.word) + " <b>" + std::to_string(count) + "</b>");
    }
    out_ += "</ul>\n";
  }

  void particular(const std::string& label, std::string_view value) {
    if (value.empty()) return;
    out_ += "<div><dt>" + label + "</dt><dd><bdi>" + line(value) + "</bdi></dd></div>\n";
  }

  void particulars() {
    const Identity& identity = audit_.identity;
    out_ += "<details class=\"particulars\"><summary>" + word(MessageId::site_particulars) + "</summary>\n<dl>\n";
    particular(word(MessageId::site_title), identity.title);
    particular(word(MessageId::site_level), identity.level ? word_of(*identity.level, language_) : "");
    particular(word(MessageId::site_number), identity.document_number);
    particular(word(MessageId::site_signed), identity.signature_date);
    particular(word(MessageId::site_source), audit_.source);
    particular(word(MessageId::site_format), audit_.encoding.empty() ? audit_.format : audit_.format + " · " + audit_.encoding);
    for (const Metadata& each : audit_.metadata) {
      particular(line(say(MessageId::site_of_file, language_, say(message_of(each.key), language_))), each.value);
    }
    const ChecklistReference& checklist = audit_.checklist;
    particular(word(MessageId::site_checklist), checklist.title + " (" + checklist.id + " " + checklist.version + ")");
    particular("SHA-256", audit_.sha256);
    out_ += "</dl></details>\n";
  }

  void report_text(const ReportText& text, const std::vector<site::Passage>& passages) {
    out_ += "<section class=\"text\" id=\"" + prefix_ + "text\" lang=\"zh-CN\">\n";
    const std::string_view lang = language_ == Language::zh ? "" : " lang=\"en\"";
    ((out_ += "<div class=\"legend\"") += lang) += ">";
    const site::TouchedShare share = site::touched_share(text);
    out_ += "<span>" + word(MessageId::site_legend_evidence);
    for (const Filter& each : kFilters) {
      if (is_marked(passages, each.kind)) out_ += " <mark class=\"k-" + std::string(each.kind) + "\">" + word(each.word) + "</mark>";
    }
    out_ += "</span>";
    out_ += element("span", "", word(MessageId::site_legend_touched));
    out_ += element("span", "untouched", line(say(MessageId::site_legend_untouched, language_,
                                                  site::percent(static_cast<std::int64_t>(share.all - share.touched),
                                                                static_cast<std::int64_t>(share.all)))));
    out_ += "</div>\n";
    site::append_report_text(out_, audit_, text, passages, prefix_, language_);
    out_ += "</section>\n";
  }

  [[nodiscard]] bool is_marked(const std::vector<site::Passage>& passages, std::string_view kind) const {
    return std::any_of(passages.begin(), passages.end(), [&](const site::Passage& each) {
      return site::kind_of(audit_.findings[each.finding]) == kind;
    });
  }

  void findings(const std::vector<site::Passage>& passages) {
    out_ += "<section class=\"findings\" id=\"" + prefix_ + "findings\">\n<div class=\"filters\" role=\"group\" aria-label=\"" +
            word(MessageId::site_filter_findings) + "\">";
    out_ += "<button type=\"button\" data-kind=\"\" aria-pressed=\"true\">" + word(MessageId::site_all) + "</button>";
    for (const Filter& each : kFilters) {
      const std::size_t count = count_of(audit_, each.kind);
      if (count == 0) continue;
      out_ += "<button type=\"button\" data-kind=\"" + std::string(each.kind) + "\" aria-pressed=\"false\">" + word(each.word) +
              " " + std::to_string(count) + "</button>";
    }
    out_ += "</div>\n" + element("p", "keys", word(MessageId::site_report_keys)) + "\n";
    site::append_findings(out_, audit_, passages, prefix_, language_);
    out_ += "</section>\n";
  }

  std::string& out_;
  const Audit& audit_;
  std::string prefix_;
  Language language_;
};

}  // namespace

void ReportBook::add(const Audit& audit, const ReportText& text) {
  const std::string prefix = "r" + std::to_string(++count_);
  const std::string heading = heading_of(audit, language_);
  if (count_ == 1) title_ = heading;
  const Verdict verdict = verdict_of(audit);
  contents_ += "<li><a href=\"#" + prefix + "\"><bdi>" + line(heading) + "</bdi></a> ";
  if (!audit.error && audit.score.possible_hundredths != 0) {
    contents_ += element("span", "points", points_range(audit.score.awarded_hundredths, audit.score.highest_hundredths, language_)) + " ";
  }
  contents_ += element("span", "verdict " + std::string(class_of(verdict)), line(word_of(verdict, language_))) + "</li>\n";
  SectionWriter(sections_, audit, prefix, language_).write(text);
}

std::string ReportBook::page(std::string_view index) const {
  const bool single = count_ == 1;
  const std::string kind = say(MessageId::site_report_title, language_);
  const std::string title = single ? title_ + " " + kind : kind;
  const site::PageFrame frame{title, single ? "reports single" : "reports",
                              std::string(assets::kSiteCss).append(assets::kReportCss), assets::kReportJs, language_};
  std::string out;
  site::begin_page(out, frame);
  const auto word = [this](MessageId id) { return line(say(id, language_)); };
  if (single) {
    out += "<a class=\"skip\" href=\"#r1text\">" + word(MessageId::site_skip_text) + "</a>\n";
    out += "<a class=\"skip\" href=\"#r1findings\">" + word(MessageId::site_skip_findings) + "</a>\n";
  } else {
    out += "<a class=\"skip\" href=\"#contents\">" + word(MessageId::site_skip) + "</a>\n";
  }
  out += "<header class=\"top\">";
  if (!index.empty()) out += "<a class=\"back\" href=\"" + site::text(index) + "\">" + word(MessageId::site_back) + "</a>";
  out += element("h1", "", line(kind)) + "</header>\n<main>\n";
  if (!single) out += "<nav id=\"contents\" class=\"contents\"><ol>\n" + contents_ + "</ol></nav>\n";
  out += sections_ + "</main>\n";
  site::end_page(out, frame);
  return out;
}

std::string report_page(const Audit& audit, const ReportText& text, Language language, std::string_view index) {
  ReportBook book(language);
  book.add(audit, text);
  return book.page(index);
}

}  // namespace fazhi
