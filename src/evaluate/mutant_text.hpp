#pragma once

#include <string>
#include <vector>

#include "base/range.hpp"

namespace fazhi {

/// What a passage is replaced by.
struct Edit {
  TextRange range;
  std::string text;
};

/// A text that is changed in rounds, and what has been changed of it.
class MutantText {
 public:
  explicit MutantText(std::string text) : text_(std::move(text)) {}

  [[nodiscard]] const std::string& text() const { return text_; }
  /// Whether the mutation has already changed what `range` belongs to.
  [[nodiscard]] bool is_touched(TextRange range) const;

  /// Marks a passage as one that the mutation is answerable for.
  void touch(TextRange range) { touched_.push_back(range); }
  /// Makes the edits, each once; of those at one place in their order, else in
  /// whatever order they come. One that overlaps another that begins before it
  /// is left out. Touched passages move along.
  void apply(std::vector<Edit> edits);

 private:
  std::string text_;
  std::vector<TextRange> touched_;
};

}  // namespace fazhi
