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
  std::string output;    ///< file; its suffix says the form; "" where another is asked for
  std::string per_unit;  ///< folder for each unit's notice and list, maybe ""
  std::string circular;  ///< .docx file, maybe ""
  std::vector<std::string> updates;  ///< lists that came back filled in
  std::string issued;    ///< ISO date, "" for today
  std::string issuer;    ///< maybe ""
  std::string due;       ///< ISO date, maybe ""
  int days = 0;          ///< working days behind `issued` in place of `due`; 0: none
  std::string holidays;  ///< file, "" for the built-in one
  std::string rules;     ///< file, "" for the built-in one
  std::string wording;   ///< of notices and circular: file, "" for the built-in one
  Language language = Language::zh;
};

/// `fazhi rectify`: makes a rectification list of audits, the notices to the units
/// and the circular, and takes over what lists that came back have filled in. A
/// list that can't be taken over ends it before anything is written. What it holds is told on
/// standard output, what could not be read and what needs a look on standard
/// error. `passed` where a list was made of all inputs, whatever is on it;
/// `unreadable` where one of them could not be read (the list is made of the
/// others, and not at all where there are none).
[[nodiscard]] ExitCode run_rectify(const RectifyOptions& options);

}  // namespace fazhi
