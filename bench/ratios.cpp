// Ratios of the auditor to itself: other rules, other texts, more threads. What is
// compared takes turns, so that what else runs on the machine falls on both.
//
//   ratios rules [TIMES]     times as many rules, the whole and the first pass
//   ratios growth            each shape of text from 10 KB to 8 MB
//   ratios encoding          GB18030 and UTF-8
//   ratios threads           two threads and one
//   ratios patterns          the checklist's patterns: "phrase" or "expression", a tab, the pattern
//
// Prints a name and figures a line.

#include <iconv.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "audit/xml_writer.hpp"
#include "base/limits.hpp"
#include "bench/best_of.hpp"
#include "bench/corpus.hpp"
#include "bench/more_rules.hpp"
#include "bench/shapes.hpp"
#include "bench/township.hpp"
#include "document/read.hpp"
#include "evaluate/auditor.hpp"
#include "match/database.hpp"
#include "match/literal_table.hpp"
#include "match/required_literals.hpp"

namespace fazhi::bench {
namespace {

constexpr std::size_t kReports = 100;
constexpr std::size_t kRounds = 15;
constexpr std::size_t kTimes = 10;

/// From bytes to XML; the XML's size, 0 where the text was refused.
std::size_t audit(const Auditor& auditor, std::string_view bytes, Scratch& scratch) {
  Result<Document> document = read_document(bytes, "report.txt");
  if (!document) return 0;
  std::string xml;
  append_report_xml(xml, auditor.audit(std::move(*document), scratch), Language::zh);
  return xml.size();
}

detail::LiteralArrays<detail::Owned> literals_of(const Database& database) {
  detail::LiteralTableBuilder table;
  for (const std::string& each : database.phrases()) table.add(each);
  for (const std::string& each : database.expressions()) {
    for (const std::string& literal : required_literals(each)) table.add(literal);
  }
  return table.build();
}

int rules(std::size_t times) {
  const Auditor one(load_township());
  const Auditor many(with_more_rules(load_township(), times));
  const std::array literals = {literals_of(one.compiled().database()), literals_of(many.compiled().database())};
  const std::array tables = {detail::LiteralTable(detail::view_of(literals[0])),
                             detail::LiteralTable(detail::view_of(literals[1]))};
  const std::vector<MadeReport> reports = make_corpus(kReports, {});
  std::array<BestTimes, 2> audits = {BestTimes(kReports), BestTimes(kReports)};
  std::array<BestTimes, 2> passes = {BestTimes(kReports), BestTimes(kReports)};
  std::array<Scratch, 2> scratch;
  std::size_t found = 0;
  for (std::size_t round = 0; round < kRounds; ++round) {
    for (std::size_t at = 0; at < kReports; ++at) {
      const std::string& text = reports[at].text;
      for (std::size_t which = 0; which < 2; ++which) {
        audits[which].add(at, seconds_of([&] { found += audit(which == 0 ? one : many, text, scratch[which]); }));
        passes[which].add(at, seconds_of([&] { tables[which].find(text, [&](auto, auto) { ++found; }); }));
      }
    }
  }
  std::cout << "literals " << tables[0].size() << ' ' << tables[1].size() << "\naudit_us " << audits[0].mean_microseconds()
            << ' ' << audits[1].mean_microseconds() << "\nfirst_pass_us " << passes[0].mean_microseconds() << ' '
            << passes[1].mean_microseconds() << '\n';
  return found > 0 ? 0 : 1;
}

/// Milliseconds for 10 KB, 100 KB, 1 MB and as much as one report may have, then by
/// how much the last step grows for twice the text.
int growth() {
  constexpr std::array<std::size_t, 4> kSizes = {10'000, 100'000, 1'000'000, limits::kTextBytes - 100'000};
  constexpr std::array<std::size_t, 4> kTries = {30, 10, 4, 2};
  const Auditor auditor(load_township());
  Scratch scratch;
  for (const Shape& shape : shapes()) {
    std::cout << shape.name;
    std::array<double, kSizes.size()> seconds{};
    for (std::size_t step = 0; step < kSizes.size(); ++step) {
      const std::string text = shape.make(kSizes[step]);
      BestTimes best(1);
      for (std::size_t round = 0; round < kTries[step]; ++round) {
        best.add(0, seconds_of([&] {
          if (audit(auditor, text, scratch) == 0) std::cerr << shape.name << "：没有读进去\n";
        }));
      }
      seconds[step] = best.sum();
      std::cout << ' ' << seconds[step] * 1e3;
    }
    const double doublings = std::log2(static_cast<double>(kSizes[3]) / static_cast<double>(kSizes[1]));
    std::cout << ' ' << std::pow(seconds[3] / seconds[1], 1 / doublings) << std::endl;
  }
  return 0;
}

std::string in_gb18030(std::string utf8) {
  const iconv_t converter = ::iconv_open("GB18030", "UTF-8");
  std::string out(utf8.size() * 2, '\0');
  char* from = utf8.data();
  std::size_t from_left = utf8.size();
  char* to = out.data();
  std::size_t to_left = out.size();
  ::iconv(converter, &from, &from_left, &to, &to_left);
  ::iconv_close(converter);
  out.resize(out.size() - to_left);
  return out;
}

int encoding() {
  const Auditor auditor(load_township());
  const std::vector<MadeReport> reports = make_corpus(kReports, {});
  std::vector<std::string> encoded;
  for (const MadeReport& each : reports) encoded.push_back(in_gb18030(each.text));
  std::array<BestTimes, 2> audits = {BestTimes(kReports), BestTimes(kReports)};
  Scratch scratch;
  for (std::size_t round = 0; round < kRounds; ++round) {
    for (std::size_t at = 0; at < kReports; ++at) {
      audits[0].add(at, seconds_of([&] { audit(auditor, reports[at].text, scratch); }));
      audits[1].add(at, seconds_of([&] { audit(auditor, encoded[at], scratch); }));
    }
  }
  std::cout << "utf8_us " << audits[0].mean_microseconds() << "\ngb18030_us " << audits[1].mean_microseconds() << '\n';
  return 0;
}

int threads() {
  const Auditor auditor(load_township());
  const std::vector<MadeReport> reports = make_corpus(kReports, {});
  std::array<BestTimes, 2> times = {BestTimes(1), BestTimes(1)};
  const auto work = [&](std::size_t first, std::size_t step) {
    Scratch scratch;
    for (std::size_t at = first; at < kReports; at += step) audit(auditor, reports[at].text, scratch);
  };
  for (std::size_t round = 0; round < kRounds; ++round) {
    times[0].add(0, seconds_of([&] { work(0, 1); }));
    times[1].add(0, seconds_of([&] {
      std::thread other(work, 0, 2);
      work(1, 2);
      other.join();
    }));
  }
  std::cout << "one_ms " << times[0].sum() * 1e3 << "\ntwo_ms " << times[1].sum() * 1e3 << '\n';
  return 0;
}

int patterns() {
  const Auditor auditor(load_township());
  for (const std::string& each : auditor.compiled().database().phrases()) std::cout << "phrase\t" << each << '\n';
  for (const std::string& each : auditor.compiled().database().expressions()) std::cout << "expression\t" << each << '\n';
  return 0;
}

}  // namespace
}  // namespace fazhi::bench

int main(int count, char** values) {
  using namespace fazhi::bench;
  const std::string_view what = count > 1 ? values[1] : "";
  if (what == "rules") return rules(count > 2 ? static_cast<std::size_t>(std::max(1, std::atoi(values[2]))) : kTimes);
  if (what == "growth") return growth();
  if (what == "encoding") return encoding();
  if (what == "threads") return threads();
  if (what == "patterns") return patterns();
  std::cerr << "用法：ratios rules|growth|encoding|threads|patterns\n";
  return 2;
}
