// similar [--all] [--passages N] FOLDER [LAST_YEAR]
//
// Prints the pairs of reports of FOLDER, and of FOLDER and LAST_YEAR, that have
// passages in common: per mille of each copied, points copied and countable of
// each, names, tab-separated; under each its N longest passages. --all compares
// every two, without the index's choice of candidates, though with its common
// shingles. Times and peak memory go to standard error.

#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <string>
#include <unordered_map>
#include <vector>

#include "checklist/load.hpp"
#include "document/read.hpp"
#include "evaluate/auditor.hpp"
#include "similarity/compare.hpp"
#include "similarity/index.hpp"
#include "similarity/unit_names.hpp"

namespace fazhi::bench {
namespace {

using Clock = std::chrono::steady_clock;

struct Source {
  std::string path;
  Collection collection{};
};

struct Prepared {
  std::string text;
  ComparableText comparable;
};

/// Adds up what one step takes over all reports.
class StepTime {
 public:
  explicit StepTime(const char* name) : name_(name) {}

  template <class Work>
  auto run(Work&& work) {
    const auto begin = Clock::now();
    auto result = work();
    seconds_ += std::chrono::duration<double>(Clock::now() - begin).count();
    return result;
  }
  void print() const { std::fprintf(stderr, "%-28s %9.3f s\n", name_, seconds_); }

 private:
  const char* name_;
  double seconds_ = 0;
};

Auditor load_auditor() {
  LoadedChecklist loaded = load_builtin_checklist("township");
  return Auditor(std::move(*loaded.checklist));
}

class Finder {
 public:
  Finder() : auditor_(load_auditor()) {}

  void add_folder(const std::string& folder, Collection collection) {
    std::vector<std::string> paths;
    for (const auto& each : std::filesystem::recursive_directory_iterator(folder)) {
      if (each.path().extension() == ".txt") paths.push_back(each.path().string());
    }
    std::sort(paths.begin(), paths.end());
    for (std::string& each : paths) sources_.push_back({std::move(each), collection});
  }

  int run(bool all, std::size_t passages) {
    SimilarityIndexBuilder builder;
    for (std::uint32_t id = 0; id < sources_.size(); ++id) {
      const Prepared prepared = prepare(id);
      const ReportSignature signature = signature_time_.run([&] { return signature_of(prepared.comparable); });
      builder.add(id, sources_[id].collection, signature);
    }
    const SimilarityIndex index = build_time_.run([&] { return std::move(builder).build().value(); });
    print_memory("with the index");
    const auto pairs = all ? every_pair() : candidate_time_.run([&] { return candidates(index); });
    std::fprintf(stderr, "%zu reports, %zu pairs to compare\n", sources_.size(), pairs.size());
    for (const StepTime* each : {&read_time_, &prepare_time_, &signature_time_, &build_time_, &candidate_time_}) each->print();
    for (const CandidatePair& each : pairs) print(each, index.common(), passages);
    compare_time_.print();
    print_memory("at the end");
    return 0;
  }

 private:
  Prepared prepare(std::uint32_t id) {
    const std::string& path = sources_[id].path;
    const Report report = read_time_.run([&] {
      const Result<std::string> bytes = read_bytes(path);
      if (!bytes) return Report();
      Result<Document> document = read_document(*bytes, path);
      return document ? auditor_.read(std::move(*document), scratch_) : Report();
    });
    return prepare_time_.run([&] {
      std::vector<TextRange> parts;
      for (const Sentence& each : report.sentences) {
        if (each.role != Role::furniture && each.role != Role::head && each.role != Role::tail) parts.push_back(each.range);
      }
      const std::vector<std::string> names = names_of_unit(report.identity.unit);
      return Prepared{report.normal.text, comparable_text(report.normal.text, parts, names, set_phrases_)};
    });
  }

  static std::vector<CandidatePair> candidates(const SimilarityIndex& index) {
    std::vector<CandidatePair> pairs;
    for (std::size_t begin = 0; begin < index.size(); begin = index.end_of_block(begin)) {
      const std::vector<CandidatePair> found = *index.candidates(begin, index.end_of_block(begin));
      pairs.insert(pairs.end(), found.begin(), found.end());
    }
    return pairs;
  }

  std::vector<CandidatePair> every_pair() const {
    std::vector<CandidatePair> pairs;
    for (std::uint32_t first = 0; first < sources_.size(); ++first) {
      for (std::uint32_t second = first + 1; second < sources_.size(); ++second) pairs.push_back({first, second, 0});
    }
    return pairs;
  }

  const Prepared& kept(std::uint32_t id) {
    auto found = kept_.find(id);
    if (found != kept_.end()) return found->second;
    return kept_.emplace(id, prepare(id)).first->second;
  }

  void print(const CandidatePair& pair, const CommonShingles& common, std::size_t passages) {
    static constexpr std::size_t kKept = 2'000;
    if (kept_.size() + 2 > kKept) kept_.clear();
    const Prepared& first = kept(pair.first);
    const Prepared& second = kept(pair.second);
    const Comparison found = compare_time_.run([&] { return compare(first.comparable, second.comparable, common); });
    if (found.passages.empty()) return;
    std::printf("%u\t%u\t%u\t%u\t%u\t%u\t%s\t%s\n", found.share_first(), found.share_second(), found.copied_first,
                found.copied_second, found.countable_first, found.countable_second, sources_[pair.first].path.c_str(),
                sources_[pair.second].path.c_str());
    for (std::size_t at = 0; at < std::min(passages, found.passages.size()); ++at) {
      const SharedPassage& each = found.passages[at];
      std::printf("  [%u] %s\n      %s\n", each.counted_points, std::string(each.first.of(first.text)).c_str(),
                  std::string(each.second.of(second.text)).c_str());
    }
  }

  static void print_memory(const char* when) {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::fprintf(stderr, "peak memory %s: %ld MB\n", when, usage.ru_maxrss / 1024);
  }

  Auditor auditor_;
  Scratch scratch_;
  SetPhrases set_phrases_{auditor_.compiled().checklist().language.similarity.set_phrases};
  std::vector<Source> sources_;
  std::unordered_map<std::uint32_t, Prepared> kept_;
  StepTime read_time_{"read and outline"};
  StepTime prepare_time_{"comparable text"};
  StepTime signature_time_{"signature"};
  StepTime build_time_{"index"};
  StepTime candidate_time_{"candidates"};
  StepTime compare_time_{"compare"};
};

}  // namespace
}  // namespace fazhi::bench

int main(int count, char** values) {
  bool all = false;
  std::size_t passages = 0;
  std::vector<std::string> folders;
  for (int at = 1; at < count; ++at) {
    const std::string value = values[at];
    if (value == "--all") {
      all = true;
    } else if (value == "--passages" && at + 1 < count) {
      const std::string number = values[++at];
      std::from_chars(number.data(), number.data() + number.size(), passages);
    } else {
      folders.push_back(value);
    }
  }
  if (folders.empty() || folders.size() > 2) {
    std::cerr << "用法：similar [--all] [--passages 段数] 文件夹 [上年文件夹]\n";
    return 2;
  }
  fazhi::bench::Finder finder;
  finder.add_folder(folders[0], fazhi::Collection::this_year);
  if (folders.size() > 1) finder.add_folder(folders[1], fazhi::Collection::last_year);
  return finder.run(all, passages);
}
