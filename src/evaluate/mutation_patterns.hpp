#pragma once

#include <memory>
#include <span>
#include <vector>

#include "checklist/mutation.hpp"
#include "match/database.hpp"

namespace fazhi {

/// The patterns of all mutations of a checklist as one database of their own,
/// so that audits pay nothing for them. Immutable.
class MutationPatterns {
 public:
  explicit MutationPatterns(const MutationRules& rules);

  struct Groups {
    GroupId unless{};
    std::vector<GroupId> swaps;
  };
  [[nodiscard]] const Database& database() const { return *database_; }
  [[nodiscard]] const Groups& of(std::size_t mutation) const { return mutations_[mutation]; }
  [[nodiscard]] GroupId verbs() const { return verbs_; }
  [[nodiscard]] GroupId passing() const { return passing_; }
  [[nodiscard]] GroupId adverbial() const { return adverbial_; }
  [[nodiscard]] GroupId results() const { return results_; }

 private:
  std::vector<Groups> mutations_;
  GroupId verbs_{};
  GroupId passing_{};
  GroupId adverbial_{};
  GroupId results_{};
  std::unique_ptr<Database> database_;
};

/// The matches of `group` that begin and end within `range`, longest first
/// where they overlap, none overlapping.
[[nodiscard]] std::vector<TextRange> matches_within(const MatchSet& matches, GroupId group, TextRange range);

}  // namespace fazhi
