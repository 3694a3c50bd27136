#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/range.hpp"

namespace fazhi {

/// Names patterns that mean one thing; given by `DatabaseBuilder::add_group`.
using GroupId = std::int32_t;

struct Match {
  TextRange range;           ///< in the text scanned
  std::uint32_t window = 0;  ///< index of the window that it stands in
  std::int32_t pattern = 0;  ///< number of the pattern in the order of addition
};

/// What one scan found.
class MatchSet {
 public:
  /// Matches of the group in ascending order of begin, longer ones first where
  /// begins agree; the same passage once.
  [[nodiscard]] std::span<const Match> of(GroupId group) const;
  /// Those of them that stand in one window.
  [[nodiscard]] std::span<const Match> of(GroupId group, std::uint32_t window) const;
  /// Whether an expression of the group reached a limit somewhere, so that
  /// what it would have found is not known.
  [[nodiscard]] bool gave_up(GroupId group) const;

 private:
  friend class Database;
  std::vector<Match> matches_;
  std::vector<std::uint32_t> starts_;  ///< one a group and one behind
  std::vector<bool> gave_up_;
};

/// Collects patterns; `build` freezes them.
class DatabaseBuilder {
 public:
  DatabaseBuilder();
  ~DatabaseBuilder();
  DatabaseBuilder(const DatabaseBuilder&) = delete;
  DatabaseBuilder& operator=(const DatabaseBuilder&) = delete;

  /// Phrases are sought as they stand; expressions must have passed
  /// `check_expression`.
  GroupId add_group(std::span<const std::string> phrases, std::span<const std::string> expressions);
  /// The groups so far have the ids from 0 up to this.
  [[nodiscard]] GroupId group_count() const;
  /// From now on groups get their ids, but nothing is kept: for a database of an image.
  void only_count();

  struct Parts;

 private:
  friend class Database;
  std::unique_ptr<Parts> parts_;
};

/// What the scans of one database cost.
struct ScanCosts {
  struct Expression {
    std::uint64_t tries = 0;
    double seconds = 0;
  };
  double seconds = 0;                   ///< of the scans as a whole
  std::vector<Expression> expressions;  ///< as Database::expressions() counts them
  std::vector<std::uint64_t> hits;      ///< by group
};

class Database;

/// Working memory of one thread for scans; reused from text to text.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  /// What a scan that was broken off left is thrown away so.
  Scratch& operator=(Scratch&& other) noexcept;

  /// From now on scans measure what they cost.
  void measure();
  /// What they cost; null where none of the database was measured.
  [[nodiscard]] const ScanCosts* costs(const Database& database) const;
  /// From now on scans go without their first pass: slow, same result, for tests.
  void skip_first_pass();

  struct Parts;

 private:
  friend class Database;
  std::unique_ptr<Parts> parts_;
};

/// All patterns of a checklist as one frozen set, shared by all threads.
///
/// A scan makes one pass over the text that finds the places of all phrases,
/// and of the literals that each expression requires, by a table of pairs of
/// code points. PCRE2 (JIT, with `limits::kMatchSteps` and `kMatchDepth`) then
/// runs an expression only in the windows where its literals stand, and where
/// its matches can begin with known literals alone, only at the places of these.
/// An expression is compiled when it is first run, by whichever thread that is, and
/// becomes machine code when it has run often enough for that to pay.
class Database {
 public:
  explicit Database(const DatabaseBuilder& builder);
  /// What `image` gave for the same patterns, which the database then need not be made
  /// of again; it is looked at where it lies, aligned to kImageAlignment, and outlives
  /// the database. Null where its arrays do not fit it; that it is one of this
  /// program is for whoever keeps both to know.
  [[nodiscard]] static std::unique_ptr<Database> of_image(std::string_view image);
  /// Bytes for `of_image` of a program that is built together with this one for the
  /// same machine, and for no other.
  [[nodiscard]] std::string image() const;
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Finds every match in `text` (valid UTF-8). `windows` are ascending, do not
  /// overlap, and bound what an expression sees: ^ and $ hold at their ends.
  /// Phrases outside of all windows, or across two, are not reported.
  /// With `first_pass` off every expression runs in every window and phrases
  /// are sought one by one: slow, same result, for tests.
  void scan(std::string_view text, std::span<const TextRange> windows, Scratch& scratch, MatchSet& out,
            bool first_pass = true) const;

  [[nodiscard]] std::size_t group_count() const;
  /// All phrases and all expressions, for whoever holds them against another matcher.
  [[nodiscard]] std::vector<std::string> phrases() const;
  [[nodiscard]] std::vector<std::string> expressions() const;
  /// The groups that the expression of this number belongs to.
  [[nodiscard]] std::span<const GroupId> groups_of_expression(std::size_t number) const;
  /// Expressions for which no required literal is known, in the order of addition.
  [[nodiscard]] std::vector<std::string> unfiltered_expressions() const;

 private:
  void search(std::string_view text, std::span<const TextRange> windows, Scratch& scratch, MatchSet& out,
              bool first_pass) const;

  struct Parts;
  explicit Database(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// Bytes.
inline constexpr std::size_t kImageAlignment = 16;

}  // namespace fazhi
