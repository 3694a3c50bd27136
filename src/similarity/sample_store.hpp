#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/message.hpp"

namespace fazhi {

/// A long row of numbers, written once from its beginning to its end: in a file, so that
/// memory does not grow with it, or, for few reports, in memory.
class SampleStore {
 public:
  SampleStore() = default;
  SampleStore(SampleStore&& other) noexcept;
  SampleStore& operator=(SampleStore&& other) noexcept;
  ~SampleStore();

  /// From here on in a file at `path`, which loses its name at once: nothing is left
  /// of it when the program ends, however that happens. Fails with `output.failed`.
  [[nodiscard]] std::optional<Message> open(const std::string& path);

  /// Behind what is there. Fails with `output.failed`, and then at every call.
  [[nodiscard]] std::optional<Message> append(std::span<const std::uint32_t> samples);
  /// Nothing is appended behind it.
  [[nodiscard]] std::optional<Message> finish();

  [[nodiscard]] std::size_t size() const { return size_; }

  /// Fills `out` from place `begin` on, once all is finished. Safe for many threads.
  /// Fails with `output.failed` where the file can't be read.
  [[nodiscard]] std::optional<Message> read(std::size_t begin, std::span<std::uint32_t> out) const;

 private:
  [[nodiscard]] std::optional<Message> flush();

  std::string path_;
  int file_ = -1;
  std::size_t size_ = 0;
  std::vector<std::uint32_t> waiting_;  ///< not yet in the file; all, where there is none
  std::optional<Message> error_;
};

/// Reads stretches of a store one behind the other, some of them at once.
class SampleReader {
 public:
  explicit SampleReader(const SampleStore& store) : store_(store) {}

  /// The `count` samples from `begin` on, until the next call; nothing where that failed.
  [[nodiscard]] std::span<const std::uint32_t> read(std::size_t begin, std::size_t count);
  [[nodiscard]] const std::optional<Message>& error() const { return error_; }

 private:
  const SampleStore& store_;
  std::size_t begin_ = 0;
  std::vector<std::uint32_t> held_;
  std::optional<Message> error_;
};

}  // namespace fazhi
