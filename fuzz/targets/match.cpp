#include <algorithm>
#include <optional>

#include "../fuzz.hpp"
#include "../targets.hpp"
#include "match/database.hpp"
#include "match/expression.hpp"

namespace fazhi::fuzz {
namespace {

constexpr std::size_t kExpressions = 8;

bool alike(const MatchSet& left, const MatchSet& right, GroupId group) {
  return std::ranges::equal(left.of(group), right.of(group), [](const Match& a, const Match& b) {
    return a.range == b.range && a.window == b.window && a.pattern == b.pattern;
  });
}

}  // namespace

/// Lines up to the first empty one are patterns, phrases where they begin with
/// “=”; the others are windows of the text. With the first pass and without it
/// the same is found.
void match(std::string_view bytes) {
  const std::string text = as_utf8(bytes);
  DatabaseBuilder builder;
  std::vector<GroupId> groups;
  std::size_t at = 0;
  while (at < text.size() && text[at] != '\n') {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = std::min(end + 1, text.size());
    if (groups.size() == kExpressions) continue;
    if (line.starts_with('=') && line.size() > 1) {
      groups.push_back(builder.add_group(std::vector{line.substr(1)}, {}));
    } else if (!check_expression(line)) {
      groups.push_back(builder.add_group({}, std::vector{line}));
    }
  }
  const std::string_view rest = std::string_view(text).substr(at);
  const std::vector<TextRange> windows = lines_of(rest);
  const Database database(builder);
  Scratch scratch;
  MatchSet quick;
  MatchSet slow;
  database.scan(rest, windows, scratch, quick);
  database.scan(rest, windows, scratch, slow, false);
  for (const GroupId each : groups) {
    if (quick.gave_up(each) || slow.gave_up(each)) continue;
    require(alike(quick, slow, each), "the first pass changes nothing");
    for (const Match& found : quick.of(each)) {
      require(is_range_of(found.range, rest), "a match is a range of the text");
      require(windows.at(found.window).contains(found.range), "a match lies in its window");
    }
  }
}

}  // namespace fazhi::fuzz
