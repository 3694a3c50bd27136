#include <algorithm>
#include <array>
#include <numeric>

#include "audit/points.hpp"
#include "present/batch_figures.hpp"
#include "present/site_markup.hpp"
#include "present/site_parts.hpp"

namespace fazhi::site {
namespace {

std::size_t count_of(const ReportRecord& report, Status status) {
  return static_cast<std::size_t>(std::count(report.statuses.begin(), report.statuses.end(), status));
}

/// Points, as many as are certain and may be; where not all 100 can be had, their share too.
std::string score_text(const ReportRecord& report, Language language) {
  const Score& score = report.score;
  std::string points = points_range(score.awarded_hundredths, score.highest_hundredths, language);
  if (score.possible_hundredths == kUsualWhole) return points;
  return say(MessageId::score_of_fewer, language, points, points_text(score.possible_hundredths), points_text(share_of(score)));
}

std::string score_bar(const Score& score) {
  return bar_of({{"b-score", percent(score.awarded_hundredths, score.possible_hundredths)},
                 {"b-open", percent(score.highest_hundredths - score.awarded_hundredths, score.possible_hundredths)}});
}

void append_row(TableWriter& table, const IndexContext& context, const RankedUnit& ranked, bool with_range) {
  const ReportRecord& report = context.batch.reports[ranked.report];
  const Verdict verdict = verdict_of(report);
  table.begin_row(context.states_of(report));
  table.cell(std::to_string(ranked.rank));
  table.head_cell(context.link_to(report, context.name_of(report)));
  table.cell(score_bar(report.score) + element("span", "figure", line(score_text(report, context.language))),
             std::to_string(share_of(report.score)));
  table.cell(line(report.score.grade));
  table.cell(element("span", "verdict v-" + std::string(name_of(verdict)), line(word_of(verdict, context.language))));
  for (const Status status : {Status::met, Status::partial, Status::missing, Status::undecided}) {
    table.cell(std::to_string(count_of(report, status)));
  }
  table.cell(std::to_string(report.defect_count()));
  if (with_range) {
    const bool open = ranked.best_rank != ranked.worst_rank;
    table.cell(open ? std::to_string(ranked.best_rank) + "–" + std::to_string(ranked.worst_rank)
                    : std::to_string(ranked.rank),
               std::to_string(ranked.best_rank));
  }
  table.end_row();
}

constexpr std::size_t kBins = 10;

std::array<std::size_t, kBins> bins_of(const BatchSummary& batch) {
  std::array<std::size_t, kBins> bins{};
  for (const RankedUnit& each : batch.ranking) {
    const std::int64_t share = share_of(batch.reports[each.report].score);
    ++bins[static_cast<std::size_t>(std::clamp<std::int64_t>(share / 1000, 0, kBins - 1))];
  }
  return bins;
}

/// A column a bin, its count above it, the bin's lower end below.
std::string histogram(const std::array<std::size_t, kBins>& bins, const std::string& label) {
  constexpr std::size_t kStep = 44, kTop = 24, kHeight = 150, kBase = kTop + kHeight, kLeft = 14;
  const std::size_t most = std::max<std::size_t>(*std::max_element(bins.begin(), bins.end()), 1);
  const std::string base = std::to_string(kBase);
  std::string out = "<svg class=\"histogram\" viewBox=\"0 0 472 200\" role=\"img\" aria-label=\"" + line(label) + "\">\n";
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    const std::size_t height = bins[bin] == 0 ? 0 : std::max<std::size_t>(bins[bin] * kHeight / most, 2);
    const std::size_t x = kLeft + bin * kStep;
    const std::string middle = std::to_string(x + kStep / 2);
    out += "<rect class=\"b-score\" x=\"" + std::to_string(x + 4) + "\" y=\"" + std::to_string(kBase - height) +
           "\" width=\"36\" height=\"" + std::to_string(height) + "\"/>";
    if (bins[bin] > 0) {
      out += "<text class=\"count\" x=\"" + middle + "\" y=\"" + std::to_string(kBase - height - 6) + "\">" + std::to_string(bins[bin]) + "</text>";
    }
    out += "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(kBase + 18) + "\">" + std::to_string(bin * 10) + "</text>\n";
  }
  out += "<text x=\"" + std::to_string(kLeft + kBins * kStep) + "\" y=\"" + std::to_string(kBase + 18) + "\">100</text>";
  return out += "<line x1=\"8\" x2=\"460\" y1=\"" + base + "\" y2=\"" + base + "\"/>\n</svg>\n";
}

}  // namespace

void append_ranking(std::string& out, const IndexContext& context) {
  const auto& ranking = context.batch.ranking;
  const bool with_range =
      std::any_of(ranking.begin(), ranking.end(), [](const RankedUnit& each) { return each.best_rank != each.worst_rank; });
  const bool with_shares = std::any_of(ranking.begin(), ranking.end(), [&](const RankedUnit& each) {
    return context.batch.reports[each.report].score.possible_hundredths != kUsualWhole;
  });
  std::string remark = with_shares ? context.words(MessageId::ranked_by_share) : "";
  if (with_range) remark += (remark.empty() ? "" : " ") + context.words(MessageId::site_ranking_open);
  append_section_head(out, context, "ranking", MessageId::site_ranking, remark);
  std::vector<Column> columns{{MessageId::site_rank, true},
                              {MessageId::table_unit, false, "name"},
                              {MessageId::table_score, true, "score"},
                              {MessageId::table_grade},
                              {MessageId::table_verdict},
                              {MessageId::status_met, true},
                              {MessageId::status_partial, true},
                              {MessageId::status_missing, true},
                              {MessageId::status_undecided, true},
                              {MessageId::table_defects, true}};
  if (with_range) columns.push_back({MessageId::site_rank_range, true});
  {
    TableWriter table(out, context, "ranking-table", MessageId::site_ranking, columns);
    for (const RankedUnit& each : ranking) append_row(table, context, each, with_range);
  }
  out += "</section>\n";
}

void append_distribution(std::string& out, const IndexContext& context) {
  std::vector<std::int64_t> shares;
  for (const RankedUnit& each : context.batch.ranking) shares.push_back(share_of(context.batch.reports[each.report].score));
  if (shares.empty()) return;
  std::sort(shares.begin(), shares.end());
  const std::size_t half = shares.size() / 2;
  const std::int64_t median = shares.size() % 2 == 1 ? shares[half] : (shares[half - 1] + shares[half]) / 2;
  const std::int64_t sum = std::accumulate(shares.begin(), shares.end(), std::int64_t{0});
  const auto count = static_cast<std::int64_t>(shares.size());
  const std::string remark =
      context.words(MessageId::site_distribution_remark, percent(sum, count * 10'000), percent(median, 10'000),
                    percent(shares.back(), 10'000), percent(shares.front(), 10'000));
  append_section_head(out, context, "distribution", MessageId::site_distribution, remark);
  out += histogram(bins_of(context.batch), context.words(MessageId::site_distribution)) + "</section>\n";
}

void append_rates(std::string& out, const IndexContext& context) {
  if (context.batch.rates.empty()) return;
  append_section_head(out, context, "rates", MessageId::site_rates, context.words(MessageId::site_rates_remark));
  {
    const bool several = context.batch.checklists.size() > 1;
    std::vector<Column> columns{{MessageId::site_element, false, "name"}, {MessageId::site_rate, true, "score"},
                                {MessageId::status_met, true},            {MessageId::status_partial, true},
                                {MessageId::status_missing, true},        {MessageId::status_undecided, true},
                                {MessageId::site_not_counted, true}};
    if (several) columns.push_back({MessageId::site_checklist});
    TableWriter table(out, context, "rates-table", MessageId::site_rates, columns);
    for (const ElementRate& each : context.batch.rates) {
      const auto whole = static_cast<std::int64_t>(each.counted());
      const auto share = [whole](std::size_t part) { return percent(static_cast<std::int64_t>(part), whole); };
      table.begin_row("");
      table.head_cell("<bdi>" + line(each.title) + "</bdi>");
      const std::string met = share(each.met);
      table.cell(bar_of({{"b-met", met}, {"b-partial", share(each.partial)}, {"b-undecided", share(each.undecided)}, {"b-missing", share(each.missing)}}) +
                     element("span", "figure", whole == 0 ? "–" : met + "%"),
                 whole == 0 ? "-1" : met);
      for (const std::size_t part : {each.met, each.partial, each.missing, each.undecided, each.not_counted}) {
        table.cell(std::to_string(part));
      }
      if (several) table.cell(element("span", "checklist", line(title_of_checklist(context.batch, each.checklist))));
      table.end_row();
    }
  }
  out += "</section>\n";
}

}  // namespace fazhi::site
