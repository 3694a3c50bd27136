#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/message.hpp"

namespace fazhi {

/// What one run over a batch is asked to do.
struct BatchOptions {
  std::vector<std::string> inputs;
  std::string output;    ///< the folder
  std::string roster;    ///< file, maybe ""
  std::string previous;  ///< folder, archive or file of last year's reports, maybe ""
  std::string deadline;  ///< ISO date, maybe ""
  std::string as_of;     ///< ISO date
  std::optional<int> year;
  std::size_t jobs = 1;  ///< reports judged at once, at least 1
  bool ocr = false;
  Language language = Language::zh;
  std::string version;   ///< of the program, as written into files
  std::string build;     ///< tells one build of the program from another; what another one judged is judged again
};

/// What a run is at, in this order; one that has nothing to do is not told.
enum class BatchPhase {
  judging,   ///< inputs
  previous,  ///< last year's inputs
  comparing, ///< reports with those that they may be alike to
  pages,     ///< reports
  workbook,  ///< reports
};

/// What a run tells while it goes on.
struct BatchWatch {
  /// So many of `known` are done in this phase; called by one thread at a time.
  std::function<void(BatchPhase phase, std::size_t done, std::size_t known)> on_step = [](BatchPhase, std::size_t, std::size_t) {};
  /// Set from outside (a signal): what is in flight is brought to its end, nothing new is begun.
  const std::atomic<bool>* stop = nullptr;

  [[nodiscard]] bool stopped() const { return stop != nullptr && stop->load(); }
};

/// Counts what is done of a phase by many threads.
class PhaseSteps {
 public:
  PhaseSteps(const BatchWatch& watch, BatchPhase phase, std::size_t known) : watch_(watch), phase_(phase), known_(known) {}

  void add(std::size_t done = 1) {
    const std::lock_guard lock(mutex_);
    watch_.on_step(phase_, done_ += done, known_);
  }

 private:
  const BatchWatch& watch_;
  BatchPhase phase_;
  std::size_t known_;
  std::mutex mutex_;
  std::size_t done_ = 0;
};

}  // namespace fazhi
