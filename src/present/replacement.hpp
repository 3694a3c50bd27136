#pragma once

#include <optional>
#include <string>

#include "base/message.hpp"

namespace fazhi {

/// A file beside the one that it will replace; gone unless it was put in place.
/// Its messages are `output_failed`.
class Replacement {
 public:
  explicit Replacement(const std::string& path);
  ~Replacement();
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;

  [[nodiscard]] const std::string& temporary() const { return temporary_; }
  /// Where it stands, "." for the working folder.
  [[nodiscard]] std::string folder() const;
  /// Set where the file could not be made or put in place.
  [[nodiscard]] std::optional<Message> error() const;
  [[nodiscard]] Message failure(const std::string& reason) const;
  [[nodiscard]] std::optional<Message> put_in_place();

 private:
  std::string path_;
  std::string temporary_;
  int error_ = 0;
};

}  // namespace fazhi
