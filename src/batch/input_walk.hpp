#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "batch/archive_limits.hpp"

namespace fazhi {

/// A file to be audited, or why there is nothing to audit in it.
struct Input {
  std::string source;          ///< as shown: a path, "-", or “包.zip/夹/报告.docx”; valid UTF-8
  Result<std::string> bytes;
};

/// Walks over files, folders, archives and standard input ("-"), and gives one
/// file after the other.
///
/// Folders are looked through when the walk begins, their files sorted by path;
/// archives are opened when it reaches them and give their files in the order in
/// which they are stored, since what is packed together can be unpacked in that
/// order alone without holding all of it. The order is the same in every run.
/// Of an archive's files one is in memory at a time, and of archives inside each other
/// one file a level.
///
/// Every file is an input, whatever its name, but for litter (`is_litter`) and
/// technical files (`is_technical`; those are errors when named). Links to folders
/// are not followed, nor are links and devices in archives. Nothing is unpacked to disk.
class InputWalk {
 public:
  /// `excluded` as for `find_files`.
  explicit InputWalk(const std::vector<std::string>& arguments, const ArchiveLimits& limits = {},
                     const std::vector<std::string>& excluded = {});
  ~InputWalk();
  InputWalk(const InputWalk&) = delete;
  InputWalk& operator=(const InputWalk&) = delete;

  /// The next input; nothing behind the last one.
  [[nodiscard]] std::optional<Input> next();

  /// Inputs that are known of, those given included; grows as archives are read.
  [[nodiscard]] std::size_t known() const;
  /// What there is to say beside inputs, such as links that were not followed: once
  /// for each folder or archive, complete behind the last input.
  [[nodiscard]] const std::vector<Message>& remarks() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fazhi
