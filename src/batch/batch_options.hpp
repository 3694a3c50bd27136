#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
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

/// What a run tells while it goes on.
struct BatchWatch {
  /// So many of `known` inputs are done; called by one thread at a time.
  std::function<void(std::size_t done, std::size_t known)> on_step = [](std::size_t, std::size_t) {};
  /// Set from outside (a signal): what is in flight is brought to its end, nothing new is begun.
  const std::atomic<bool>* stop = nullptr;

  [[nodiscard]] bool stopped() const { return stop != nullptr && stop->load(); }
};

}  // namespace fazhi
