#pragma once

#include <span>
#include <string_view>

/// The sentences that made-up reports are put together from. In braces stands
/// what differs from report to report; see `Filler`.
namespace fazhi::bench {

using Phrases = std::span<const std::string_view>;

/// A matter that reports are asked about, in the ways that reports tell of it.
struct Topic {
  Phrases done;
  Phrases planned;
  Phrases lacking;
  Phrases absent;
};

/// Topics that belong under one heading.
struct Chapter {
  Phrases headings;  ///< without ordinal
  std::span<const Topic> topics;
};

[[nodiscard]] std::span<const Chapter> chapters();

/// Matters that nobody is asked about, which make up most of a report.
[[nodiscard]] std::span<const Chapter> filler_chapters();

struct FramePhrases {
  Phrases titles;
  Phrases openings;
  Phrases announcements;
  Phrases achievement_headings;
  Phrases leader_headings;
  Phrases leader_sentences;
  Phrases shortcoming_headings;
  Phrases shortcoming_leads;
  Phrases shortcomings;
  Phrases causes;
  Phrases plan_headings;
  Phrases plan_leads;
  Phrases plans;
  Phrases closings;
  Phrases defects;  ///< sentences with something wrong in them
};

[[nodiscard]] const FramePhrases& frame_phrases();

}  // namespace fazhi::bench
