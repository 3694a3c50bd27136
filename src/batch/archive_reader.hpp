#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "batch/archive_limits.hpp"
#include "document/file_kind.hpp"

namespace fazhi {

/// An entry of an archive before its data is read.
struct ArchiveEntry {
  std::string name;             ///< harmless (`harmless_path`); "" where nothing of it is left
  std::uint64_t size_bytes = 0; ///< as the archive says; 0 where it does not
  bool is_folder = false;
  bool is_special = false;      ///< links, devices …: nothing to read
  bool is_encrypted = false;
};

/// Reads the entries of a ZIP, RAR, 7Z or (packed) TAR archive one after the
/// other, in the order in which they are stored. Nothing is written anywhere.
/// By libarchive, no program of which is ever started.
class ArchiveReader {
 public:
  enum class Step { entry, end, damaged, encrypted };
  enum class Data { whole, too_large, damaged, archive_damaged, over_budget };

  ArchiveReader(std::string bytes, const SniffedKind& kind, const std::string& source);
  /// Of a file that is too large for memory.
  [[nodiscard]] static ArchiveReader of_file(const std::string& path, const SniffedKind& kind, const std::string& source);

  ArchiveReader(ArchiveReader&&) noexcept;
  ArchiveReader& operator=(ArchiveReader&&) noexcept;
  ~ArchiveReader();

  /// The next entry. The data of the one before was read or skipped, so that what
  /// passing over it unpacks has been counted. `encrypted`: not even names can be read.
  [[nodiscard]] Step next(ArchiveEntry& entry);

  /// The data of the current entry, into `bytes`; of one that is larger than
  /// `limit_bytes` nothing is kept.
  [[nodiscard]] Data read(std::string& bytes, std::size_t limit_bytes, ArchiveBudget& budget);
  /// Passes over the current entry's data, which costs unpacking it in formats
  /// that pack entries together.
  [[nodiscard]] Data skip(ArchiveBudget& budget);

 private:
  struct State;
  explicit ArchiveReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace fazhi
