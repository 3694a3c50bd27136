#include "evaluate/defects_text.hpp"

#include <algorithm>
#include <cstdint>

#include "base/utf8.hpp"

namespace fazhi::defects {
namespace {

constexpr std::string_view kClosingMarks = "，。：；！？、";

}  // namespace

bool is_own_text(Role role) { return role != Role::furniture && role != Role::head && role != Role::tail; }

bool holds_any(std::string_view text, WordList words) {
  for (std::size_t at = 0; at < text.size(); at += code_point_length(text[at])) {
    if (starts_with_any(text.substr(at), words)) return true;
  }
  return false;
}

std::string_view strip_front(std::string_view text, WordList words) {
  for (bool stripped = true; stripped && words.may_begin(text);) {
    stripped = false;
    for (const std::string_view word : words) {
      if (!starts_with_word(text, word)) continue;
      text.remove_prefix(word.size());
      stripped = true;
    }
  }
  return text;
}

std::string_view strip_back(std::string_view text, std::span<const std::string_view> words) {
  for (bool stripped = true; stripped;) {
    stripped = false;
    for (const std::string_view word : words) {
      if (!ends_with_word(text, word)) continue;
      text.remove_suffix(word.size());
      stripped = true;
    }
  }
  return text;
}

std::string_view last_points(std::string_view text, std::size_t count) {
  std::size_t at = text.size();
  while (at > 0 && count > 0) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) --count;
  }
  return text.substr(at);
}

TextRange clip(const Report& report, TextRange range, std::size_t points) {
  const std::string_view text = report.normal.text;
  std::uint32_t end = range.begin;
  while (end < range.end && points > 0) {
    end += code_point_length(text[end]);
    --points;
  }
  range.end = std::min(end, range.end);
  while (range.size() > 3 && is_mark(last_mark(report.text(range)), kClosingMarks)) range.end -= 3;
  return range;
}

bool is_in_title(const Report& report, const Sentence& sentence, TextRange range, TextRange& title) {
  constexpr std::string_view kOpen = "《";
  constexpr std::string_view kClose = "》";
  // A title is this long at most, in bytes; so the cost does not grow with the sentence.
  constexpr std::uint32_t kLongestTitle = 300;
  const std::uint32_t first = range.begin - std::min(range.begin - sentence.range.begin, kLongestTitle);
  const std::uint32_t last = range.end + std::min(sentence.range.end - range.end, kLongestTitle);
  const std::string_view before = report.text({first, range.begin});
  const std::size_t open = before.rfind(kOpen);
  if (open == std::string_view::npos) return false;
  const std::size_t closed = before.rfind(kClose);
  if (closed != std::string_view::npos && closed > open) return false;
  const std::size_t close = report.text({range.end, last}).find(kClose);
  if (close == std::string_view::npos) return false;
  title = {static_cast<std::uint32_t>(first + open + kOpen.size()), static_cast<std::uint32_t>(range.end + close)};
  return true;
}

std::span<const Match> matches_in_sentence(const Report& report, GroupId group, std::uint32_t sentence) {
  return report.matches.of(group, sentence);
}

bool overlaps_match(const Report& report, GroupId group, std::uint32_t sentence, TextRange range) {
  const std::span<const Match> matches = matches_in_sentence(report, group, sentence);
  return std::any_of(matches.begin(), matches.end(), [&](const Match& each) { return each.range.overlaps(range); });
}

bool holds_match(const Report& report, GroupId group, std::uint32_t sentence, TextRange range) {
  const std::span<const Match> matches = matches_in_sentence(report, group, sentence);
  return std::any_of(matches.begin(), matches.end(), [&](const Match& each) { return range.contains(each.range); });
}

}  // namespace fazhi::defects
