#pragma once

#include <optional>
#include <string>

#include "base/message.hpp"

namespace fazhi {

/// A file beside the one that it will replace; gone unless it was put in place.
class ReplacementFile {
 public:
  explicit ReplacementFile(const std::string& path);
  ~ReplacementFile();
  ReplacementFile(const ReplacementFile&) = delete;
  ReplacementFile& operator=(const ReplacementFile&) = delete;

  [[nodiscard]] const std::string& temporary() const { return temporary_; }
  /// The folder of both.
  [[nodiscard]] std::string folder() const;
  /// Why it could not be made, or put in place.
  [[nodiscard]] std::optional<Message> error() const;
  /// The message that the file could not be written for this reason.
  [[nodiscard]] Message failure(const std::string& reason) const { return {MessageId::output_failed, {path_, reason}}; }
  [[nodiscard]] std::optional<Message> put_in_place();

 private:
  std::string path_;
  std::string temporary_;
  int error_ = 0;
};

}  // namespace fazhi
