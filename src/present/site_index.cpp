#include "present/site_index.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "present/assets.hpp"
#include "present/batch_figures.hpp"
#include "present/site_markup.hpp"
#include "present/site_parts.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} << 10;

using site::element;
using site::IndexContext;
using site::line;

class IndexWriter {
 public:
  IndexWriter(std::string& out, IndexContext context) : out_(out), context_(std::move(context)) {}

  void write() {
    out_ += "<a class=\"skip\" href=\"#ranking\">" + context_.word(MessageId::site_skip) + "</a>\n";
    header();
    contents();
    filters();
    out_ += "<main>\n";
    site::append_ranking(out_, context_);
    site::append_distribution(out_, context_);
    site::append_matrix(out_, context_);
    site::append_rates(out_, context_);
    site::append_roster(out_, context_);
    site::append_similar(out_, context_);
    site::append_unowned(out_, context_);
    unreadable();
    notes();
    out_ += "</main>\n";
  }

 private:
  void header() {
    const BatchSummary& batch = context_.batch;
    out_ += "<header class=\"top\">" + element("h1", "", "<bdi>" + line(batch.title) + "</bdi>") + "\n<p class=\"dates\">";
    out_ += element("span", "", line(context_.words(MessageId::site_as_of, batch.as_of)));
    if (!batch.deadline.empty()) out_ += element("span", "", line(context_.words(MessageId::site_deadline_all, batch.deadline)));
    for (const ChecklistReference& each : batch.checklists) {
      out_ += element("span", "", line(context_.words(MessageId::site_checklist_used, each.title, each.version)));
    }
    out_ += "</p>\n<ul class=\"tiles\">";
    if (batch.has_roster) submissions();
    results();
    out_ += "</ul></header>\n";
  }

  void tile(const std::string& word, std::size_t count, std::string_view css_class) {
    out_ += element("li", css_class, "<b>" + std::to_string(count) + "</b> " + line(word));
  }

  void submissions() {
    const auto& units = context_.batch.units;
    const auto count = [&units](auto belongs) {
      return static_cast<std::size_t>(std::count_if(units.begin(), units.end(), belongs));
    };
    tile(context_.words(MessageId::site_owing), units.size(), "");
    for (const Submission state : {Submission::submitted, Submission::late, Submission::absent, Submission::wrong_year, Submission::unreadable}) {
      const std::size_t units_in_state = count([state](const UnitRecord& unit) { return unit.state == state; });
      if (units_in_state > 0) tile(site::word_of(state, context_.language), units_in_state, "s-" + std::string(name_of(state)));
    }
    const std::size_t duplicates = count([](const UnitRecord& unit) { return unit.duplicate; });
    if (duplicates > 0) tile(context_.words(MessageId::site_duplicate), duplicates, "s-duplicate");
    const std::size_t unpublished = count([](const UnitRecord& unit) { return unit.published_in_time == false; });
    if (unpublished > 0) tile(context_.words(MessageId::site_unpublished), unpublished, "s-absent");
  }

  void results() {
    tile(context_.words(MessageId::site_ranked), context_.batch.ranking.size(), "first");
    for (const Verdict verdict : {Verdict::passed, Verdict::failed, Verdict::open}) {
      std::size_t count = 0;
      for (const RankedUnit& each : context_.batch.ranking) {
        count += site::verdict_of(context_.batch.reports[each.report]) == verdict ? 1U : 0U;
      }
      if (count > 0) tile(word_of(verdict, context_.language), count, "v-" + std::string(site::name_of(verdict)));
    }
    if (!context_.batch.similar.empty()) tile(context_.words(MessageId::site_similar_pairs), context_.batch.similar.size(), "s-late");
  }

  void contents() {
    const BatchSummary& batch = context_.batch;
    const auto link = [this](bool is_there, std::string_view id, MessageId words) {
      if (is_there) out_ += "<li><a href=\"#" + std::string(id) + "\">" + context_.word(words) + "</a></li>";
    };
    out_ += "<nav class=\"sections\" aria-label=\"" + context_.word(MessageId::site_sections) + "\"><ul>";
    link(true, "ranking", MessageId::site_ranking);
    link(!batch.ranking.empty(), "distribution", MessageId::site_distribution);
    link(!batch.ranking.empty(), "matrix", MessageId::site_matrix);
    link(!batch.rates.empty(), "rates", MessageId::site_rates);
    link(batch.has_roster && !batch.units.empty(), "roster", MessageId::site_roster);
    link(!batch.similar.empty(), "similar", MessageId::site_similar);
    link(!batch.unowned.empty(), "unowned", MessageId::site_unowned);
    link(!unreadable_reports().empty(), "unreadable", MessageId::site_unreadable_files);
    link(!batch.notes.empty(), "notes", MessageId::site_notes);
    out_ += "</ul></nav>\n";
  }

  void option(std::string_view value, const std::string& word) {
    out_ += "<option value=\"" + std::string(value) + "\">" + line(word) + "</option>";
  }

  void filters() {
    out_ += "<form class=\"filters\" role=\"search\"><label for=\"filter\">" + context_.word(MessageId::site_filter) +
            "</label><input type=\"search\" id=\"filter\" autocomplete=\"off\" spellcheck=\"false\" placeholder=\"" +
            context_.word(MessageId::site_filter_hint) + "\"><label for=\"state\" class=\"hidden\">" + context_.word(MessageId::site_filter_state) +
            "</label><select id=\"state\">";
    option("", context_.words(MessageId::site_all_states));
    out_ += "<optgroup label=\"" + context_.word(MessageId::table_verdict) + "\">";
    for (const Verdict each : {Verdict::passed, Verdict::failed, Verdict::open}) option(site::name_of(each), word_of(each, context_.language));
    out_ += "</optgroup>";
    if (context_.batch.has_roster) {
      out_ += "<optgroup label=\"" + context_.word(MessageId::site_roster) + "\">";
      for (const Submission each : {Submission::absent, Submission::late, Submission::submitted, Submission::wrong_year, Submission::unreadable}) {
        option(name_of(each), site::word_of(each, context_.language));
      }
      option("duplicate", context_.words(MessageId::site_duplicate));
      option("doubt", context_.words(MessageId::site_doubt));
      option("published", context_.words(MessageId::site_published));
      option("unpublished", context_.words(MessageId::site_unpublished));
      out_ += "</optgroup>";
    }
    out_ += "</select><button type=\"reset\">" + context_.word(MessageId::site_clear) + "</button><output id=\"shown\" for=\"filter state\" aria-live=\"polite\" data-words=\"" +
            line(context_.words(MessageId::site_shown, "{0}", "{1}")) + "\"></output></form>\n";
  }

  /// Those that no unit's row and no list of unowned files tells of.
  [[nodiscard]] std::vector<const ReportRecord*> unreadable_reports() const {
    std::vector<const ReportRecord*> out;
    const BatchSummary& batch = context_.batch;
    std::vector<std::size_t> unowned = batch.unowned;
    std::sort(unowned.begin(), unowned.end());
    for (std::size_t index = 0; index < batch.reports.size(); ++index) {
      const ReportRecord& report = batch.reports[index];
      const bool is_told = (batch.has_roster && report.unit) || std::binary_search(unowned.begin(), unowned.end(), index);
      if (report.error && !is_told) out.push_back(&report);
    }
    return out;
  }

  void unreadable() {
    const std::vector<const ReportRecord*> reports = unreadable_reports();
    if (reports.empty()) return;
    site::append_section_head(out_, context_, "unreadable", MessageId::site_unreadable_files);
    out_ += "<ul class=\"plain\">";
    for (const ReportRecord* each : reports) {
      out_ += "<li><bdi>" + line(each->source) + "</bdi><div class=\"error\">" + line(render(*each->error, context_.language)) + "</div></li>\n";
      context_.hand_on(out_);
    }
    out_ += "</ul></section>\n";
  }

  void notes() {
    if (context_.batch.notes.empty()) return;
    site::append_section_head(out_, context_, "notes", MessageId::site_notes);
    out_ += "<ul class=\"plain\">";
    for (const Message& each : context_.batch.notes) {
      out_ += "<li>" + line(render(each, context_.language)) + "</li>\n";
      context_.hand_on(out_);
    }
    out_ += "</ul></section>\n";
  }

  std::string& out_;
  IndexContext context_;
};

}  // namespace

std::optional<Message> write_index_page(const BatchSummary& batch, Language language, const PageSink& sink) {
  const site::PageFrame frame{batch.title, "index", std::string(assets::kSiteCss).append(assets::kIndexCss), assets::kIndexJs, language};
  std::string out;
  std::optional<Message> error;
  const auto hand_on = [&](std::string& bytes) {
    if (!error) error = sink(bytes);
    bytes.clear();
  };
  const auto hand_on_pieces = [&](std::string& bytes) {
    if (bytes.size() >= kPieceBytes) hand_on(bytes);
  };
  site::begin_page(out, frame);
  IndexWriter(out, {batch, language, shared_folder_of(batch), hand_on_pieces}).write();
  site::end_page(out, frame);
  hand_on(out);
  return error;
}

std::string index_page(const BatchSummary& batch, Language language) {
  std::string out;
  const auto gather = [&out](std::string_view bytes) {
    out += bytes;
    return std::optional<Message>();
  };
  // Such a sink can't fail.
  static_cast<void>(write_index_page(batch, language, gather));
  return out;
}

}  // namespace fazhi
