// What one report costs from bytes to XML, side by side with a raw Hyperscan
// scan of the same text for the same phrases and expressions. Both take turns on
// each report, so that what else runs on the machine falls on both.
//
//   peers CACHE [ROUNDS]    CACHE: file that keeps Hyperscan's compiled database

#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "audit/xml_writer.hpp"
#include "bench/best_of.hpp"
#include "bench/corpus.hpp"
#include "bench/hyperscan_peer.hpp"
#include "bench/township.hpp"
#include "document/read.hpp"
#include "evaluate/auditor.hpp"
#include "match/database.hpp"

namespace fazhi::bench {
namespace {

constexpr std::size_t kReports = 200;
constexpr std::size_t kRounds = 15;

int compare(const std::string& cache, std::size_t rounds) {
  const Auditor auditor(load_township());
  const Database& database = auditor.compiled().database();
  const HyperscanPeer peer(database.phrases(), database.expressions(), cache);
  const std::vector<MadeReport> reports = make_corpus(kReports, {});
  BestTimes audits(reports.size());
  BestTimes scans(reports.size());
  Scratch scratch;
  std::size_t found = 0;
  std::string xml;
  for (std::size_t round = 0; round < rounds; ++round) {
    for (std::size_t at = 0; at < reports.size(); ++at) {
      const MadeReport& made = reports[at];
      audits.add(at, seconds_of([&] {
        Result<Document> document = read_document(made.text, made.file_name);
        xml.clear();
        append_report_xml(xml, auditor.audit(std::move(*document), scratch), Language::zh);
      }));
      scans.add(at, seconds_of([&] { found += peer.scan(made.text); }));
    }
  }
  std::cout << "patterns " << peer.patterns() << "\nleft_out " << peer.left_out() << "\nfound "
            << found / (rounds * reports.size()) << "\naudit_us " << audits.mean_microseconds() << "\nscan_us "
            << scans.mean_microseconds() << '\n';
  return 0;
}

}  // namespace
}  // namespace fazhi::bench

int main(int count, char** values) {
  if (count == 2) return fazhi::bench::compare(values[1], fazhi::bench::kRounds);
  const int rounds = count == 3 ? std::atoi(values[2]) : 0;
  if (rounds > 0) return fazhi::bench::compare(values[1], static_cast<std::size_t>(rounds));
  std::cerr << "用法：peers 缓存文件 [轮数]\n";
  return 2;
}
