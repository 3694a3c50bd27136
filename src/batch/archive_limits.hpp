#pragma once

#include <cstddef>

#include "base/limits.hpp"

namespace fazhi {

/// What one archive that the user named, or that was found in a folder, may
/// hold, archives in it included; see `limits`.
struct ArchiveLimits {
  std::size_t unpacked_bytes = limits::kArchiveBytes;
  std::size_t ratio = limits::kArchiveRatio;
  std::size_t ratio_floor_bytes = limits::kArchiveRatioFloorBytes;
  std::size_t entries = limits::kArchiveEntries;
  std::size_t depth = limits::kArchiveDepth;
  std::size_t entry_bytes = limits::kInputBytes;
};

/// Counts what is unpacked of one archive and of those in it.
class ArchiveBudget {
 public:
  explicit ArchiveBudget(const ArchiveLimits& limits, std::size_t packed_bytes = 0) : limits_(&limits), packed_bytes_(packed_bytes) {}

  /// Whether so much more may be unpacked.
  [[nodiscard]] bool take_bytes(std::size_t bytes) {
    unpacked_bytes_ += bytes;
    const bool explodes = unpacked_bytes_ > limits_->ratio_floor_bytes && unpacked_bytes_ / limits_->ratio > packed_bytes_;
    return unpacked_bytes_ <= limits_->unpacked_bytes && !explodes;
  }
  /// Whether one more entry may be looked at.
  [[nodiscard]] bool take_entry() { return ++entries_ <= limits_->entries; }
  [[nodiscard]] std::size_t unpacked_bytes() const { return unpacked_bytes_; }

 private:
  const ArchiveLimits* limits_;
  std::size_t packed_bytes_;
  std::size_t unpacked_bytes_ = 0;
  std::size_t entries_ = 0;
};

}  // namespace fazhi
