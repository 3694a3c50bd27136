#pragma once

#include <string>

#include "process/unfinished.hpp"

namespace fazhi {

/// An empty folder that only this user may enter, under TMPDIR or /tmp; gone
/// with all that is in it when the object is.
class PrivateFolder {
 public:
  PrivateFolder();
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  ~PrivateFolder();

  /// "" where none could be made; `error` then says why.
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  Unfinished unfinished_;
  std::string path_;
  std::string error_;
};

}  // namespace fazhi
