#pragma once

#include <string>
#include <vector>

#include "base/message.hpp"
#include "cli/exit_code.hpp"

namespace fazhi {

/// Working days that --days may ask for: those of a year.
inline constexpr int kMostWorkingDays = 250;

struct RectifyOptions {
  std::vector<std::string> inputs;
  std::string output;    ///< file; its suffix says the form
  std::string issued;    ///< ISO date, "" for today
  std::string issuer;    ///< maybe ""
  std::string due;       ///< ISO date, maybe ""
  int days = 0;          ///< working days behind `issued` in place of `due`; 0: none
  std::string holidays;  ///< file, "" for the built-in one
  std::string rules;     ///< file, "" for the built-in one
  Language language = Language::zh;
};

/// `fazhi rectify`: makes a rectification list of audits. What it holds is told on
/// standard output, what could not be read and what needs a look on standard
/// error. `passed` where a list was made of all inputs, whatever is on it;
/// `unreadable` where one of them could not be read (the list is made of the
/// others, and not at all where there are none).
[[nodiscard]] ExitCode run_rectify(const RectifyOptions& options);

}  // namespace fazhi
