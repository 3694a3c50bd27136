#include "similarity/signature.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fazhi {
namespace {

/// Of fewer, even what all of them have may be copied.
constexpr std::size_t kLeastReportsOfCommon = 5;
constexpr double kCommonPerRoot = 2.0;

constexpr std::size_t kMostInCell = std::numeric_limits<std::uint8_t>::max();

}  // namespace

ReportSignature signature_of(const ComparableText& text) {
  ReportSignature signature;
  signature.shingles.reserve(text.shingles.size());
  std::size_t in_set_phrase = 0;
  for (std::size_t at = 0; at < text.points.size(); ++at) {
    in_set_phrase += text.set_phrase[at];
    if (at >= kShinglePoints) in_set_phrase -= text.set_phrase[at - kShinglePoints];
    if (at + 1 < kShinglePoints || in_set_phrase * 2 >= kShinglePoints) continue;
    signature.shingles.push_back(text.shingles[at + 1 - kShinglePoints]);
  }
  std::sort(signature.shingles.begin(), signature.shingles.end());
  signature.shingles.erase(std::unique(signature.shingles.begin(), signature.shingles.end()), signature.shingles.end());
  signature.shingles.shrink_to_fit();
  return signature;
}

ShingleCounts::ShingleCounts() : cells_(std::size_t{1} << kShingleCellBits, 0) {}

void ShingleCounts::add(const ReportSignature& report) {
  ++reports_;
  for (const std::uint32_t shingle : report.shingles) {
    const std::uint32_t cell = shingle >> (32 - kShingleCellBits);
    if (cells_[cell] < kMostInCell) {
      ++cells_[cell];
    } else {
      ++beyond_[cell];
    }
  }
}

CommonShingles ShingleCounts::common(std::size_t least_reports) const {
  auto bits = std::make_shared<std::vector<std::uint64_t>>(cells_.size() / 64, 0);
  for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
    if (cells_[cell] >= least_reports) (*bits)[cell / 64] |= std::uint64_t{1} << (cell % 64);
  }
  for (const auto& [cell, count] : beyond_) {
    if (kMostInCell + count >= least_reports) (*bits)[cell / 64] |= std::uint64_t{1} << (cell % 64);
  }
  CommonShingles common;
  common.cells_ = std::move(bits);
  return common;
}

std::size_t least_reports_of_common(std::size_t reports) {
  const auto by_root = static_cast<std::size_t>(std::ceil(kCommonPerRoot * std::sqrt(static_cast<double>(reports))));
  return std::max(kLeastReportsOfCommon, by_root);
}

}  // namespace fazhi
