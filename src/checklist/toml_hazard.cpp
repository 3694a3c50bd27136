#include "checklist/toml_hazard.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/utf8.hpp"

namespace fazhi {
namespace {

/// A dotted key nests a table a dot, and toml++ goes through tables recursively.
constexpr std::ptrdiff_t kDotsInLine = 512;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// Goes through a file from token to token as far as it needs to tell text in
/// strings and comments from the rest.
class StrayCharacterFinder {
 public:
  explicit StrayCharacterFinder(std::string_view content) : content_(content) {
    if (content_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
  }

  /// Where the first non-ASCII character outside of strings and comments
  /// begins; npos where there is none before the first broken string.
  std::size_t find() {
    while (at_ < content_.size()) {
      const char c = content_[at_];
      if (!is_ascii(c)) return at_;
      if (c == '#') {
        at_ = std::min(content_.find('\n', at_), content_.size());
      } else if (c == '"' || c == '\'') {
        if (!skip_string(c)) return std::string_view::npos;
      } else {
        ++at_;
      }
    }
    return std::string_view::npos;
  }

 private:
  bool skip_string(char quote) {
    const std::string triple(3, quote);
    const bool is_multi_line = content_.substr(at_, 3) == triple;
    at_ += is_multi_line ? 3 : 1;
    while (at_ < content_.size()) {
      const char c = content_[at_];
      if (c == '\\' && quote == '"') {
        at_ += 2;
      } else if (!is_multi_line && c == quote) {
        ++at_;
        return true;
      } else if (is_multi_line && content_.substr(at_, 3) == triple) {
        at_ += 3;
        for (int more = 0; more < 2 && content_.substr(at_, 1) == triple.substr(0, 1); ++more) ++at_;
        return true;
      } else if (!is_multi_line && c == '\n') {
        return false;
      } else {
        ++at_;
      }
    }
    return false;
  }

  std::string_view content_;
  std::size_t at_ = 0;
};

/// The code point at `at`, or "" where the bytes are no UTF-8.
std::string_view code_point_at(std::string_view content, std::size_t at) {
  const std::string_view point = content.substr(at, code_point_length(content[at]));
  const auto is_continuation = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
  const bool is_whole = point.size() == code_point_length(content[at]) && !is_continuation(point.front()) &&
                        std::all_of(point.begin() + 1, point.end(), is_continuation);
  return is_whole ? point : std::string_view();
}

std::optional<TomlError> find_stray_character(const SourceFile& file) {
  const std::size_t at = StrayCharacterFinder(file.content()).find();
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view point = code_point_at(file.content(), at);
  if (point.empty()) return std::nullopt;
  return TomlError{.place = file.place_at(at),
                   .message = {MessageId::checklist_stray_character, {std::string(point)}},
                   .hint = Message{MessageId::checklist_hint_stray_character, {}}};
}

std::optional<TomlError> find_deep_line(const SourceFile& file) {
  const std::string_view content = file.content();
  for (std::size_t begin = 0; begin < content.size();) {
    const std::size_t end = std::min(content.find('\n', begin), content.size());
    const std::string_view line = content.substr(begin, end - begin);
    if (std::count(line.begin(), line.end(), '.') > kDotsInLine) {
      return TomlError{.place = file.place_at(begin),
                       .message = {MessageId::checklist_deep_line, {std::to_string(kDotsInLine)}},
                       .hint = std::nullopt};
    }
    begin = end + 1;
  }
  return std::nullopt;
}

}  // namespace

std::optional<TomlError> find_hazard(const SourceFile& file) {
  if (auto stray = find_stray_character(file)) return stray;
  return find_deep_line(file);
}

}  // namespace fazhi
