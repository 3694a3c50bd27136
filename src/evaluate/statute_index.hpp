#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/checklist.hpp"

namespace fazhi {

/// The statutes of a checklist by name. Names are in normal form, without 《》;
/// a found statute is told as its index in Checklist::statutes.
class StatuteIndex {
 public:
  explicit StatuteIndex(const Checklist& checklist);

  /// Whether `name` is a statute's title or another right name of it, or a
  /// repealed law's, with or without the country's name before it.
  [[nodiscard]] bool knows(std::string_view name) const;

  /// The statute that lists `name` among its wrong ones.
  [[nodiscard]] std::optional<std::size_t> meant_by(std::string_view name) const;

  /// The one statute whose title `name` nearly is: of the same kind, with the
  /// same first character, within `most` edits, and nearer than any other.
  /// Nothing where `name` may be a short form. Costs as much as the statutes
  /// with that first character are many.
  [[nodiscard]] std::optional<std::size_t> nearest(std::string_view name, std::size_t most) const;

  /// All wrong names.
  [[nodiscard]] std::vector<std::string> wrong_names() const;

 private:
  struct Title {
    std::size_t statute;
    std::string text;    ///< without the country's name
    std::size_t length;  ///< code points
  };

  std::set<std::string, std::less<>> right_;
  std::map<std::string, std::size_t, std::less<>> wrong_;
  std::map<std::string, std::vector<Title>, std::less<>> titles_;  ///< by their first code point
};

}  // namespace fazhi
