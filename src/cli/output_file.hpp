#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/message.hpp"
#include "process/unfinished.hpp"

namespace fazhi {

/// Where results go: standard output, or a file that appears whole or not at all.
class Output {
 public:
  /// `path` "" is standard output. Fails where the folder can't be written to.
  [[nodiscard]] static std::optional<Message> open(const std::string& path, Output& out);

  Output() = default;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  /// Without commit() the file is as it was before.
  ~Output();

  [[nodiscard]] std::optional<Message> write(std::string_view bytes);
  /// Puts the file in its place.
  [[nodiscard]] std::optional<Message> commit();

 private:
  std::optional<Unfinished> unfinished_;
  std::string path_;
  std::string temporary_;
  int descriptor_ = 1;
};

/// Writes `bytes` to the file `path`, whole or not at all.
[[nodiscard]] std::optional<Message> write_file(const std::string& path, std::string_view bytes);

}  // namespace fazhi
