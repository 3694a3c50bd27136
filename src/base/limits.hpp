#pragma once

#include <cstddef>
#include <cstdint>

/// Every limit of the program in one place, with what happens beyond it.
namespace fazhi::limits {

/// A report is about 9 KB; one of 8 MB is no report. Beyond: the input is
/// refused with `input.too-large`, the others are audited.
inline constexpr std::size_t kInputBytes = std::size_t{8} << 20;

/// Han characters that a report must hold at least. Beyond (fewer): refused
/// with `input.not-chinese`.
inline constexpr std::size_t kMinimumHanCharacters = 30;

/// A sentence of a report has some 300 characters at most. Text without a full
/// stop is cut past this length at the next ，、：, and past twice of it where
/// it stands: what compares passages of one sentence stays cheap.
inline constexpr std::uint32_t kSentenceBytes = 6'000;

/// Other places named as a report's own that are looked into (each takes a pass
/// over the text). Beyond: they are taken for neighbours, which is no defect.
inline constexpr std::size_t kForeignPlaces = 50;

/// PCRE2 match and depth limits of one attempt. A report's sentence needs some
/// hundreds of steps; beyond: the elements that use the pattern are `undecided`.
inline constexpr std::uint32_t kMatchSteps = 200'000;
inline constexpr std::uint32_t kMatchDepth = 10'000;

/// Files of rules that include or extend each other, one inside the other.
/// Beyond: `checklist.include-depth`.
inline constexpr std::size_t kIncludeDepth = 32;

/// Diagnostics that the loader of a checklist lists before it says that there
/// are more.
inline constexpr std::size_t kDiagnostics = 200;

}  // namespace fazhi::limits
