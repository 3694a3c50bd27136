#include "checklist/source_file.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::size_t utf8_size(unsigned long code_point) {
  if (code_point < 0x80) return 1;
  if (code_point < 0x800) return 2;
  return code_point < 0x10000 ? 3 : 4;
}

/// Walks through the source of one string literal, a character of its value at a time.
class LiteralWalker {
 public:
  LiteralWalker(std::string_view content, std::size_t begin) : content_(content), at_(begin) {
    const char quote = at_ < content_.size() ? content_[at_] : '\0';
    escapes_ = quote == '"';
    const std::string triple(3, quote);
    if (content_.substr(at_, 3) != triple) {
      at_ += 1;
      return;
    }
    at_ += 3;
    if (content_.substr(at_, 2) == "\r\n") {
      at_ += 2;
    } else if (content_.substr(at_, 1) == "\n") {
      at_ += 1;
    }
  }

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool at_end() const { return at_ >= content_.size(); }

  /// Passes what stands for the next character; bytes that it takes in the value.
  std::size_t step() {
    if (escapes_ && content_[at_] == '\\') return step_escape();
    if (content_.substr(at_, 2) == "\r\n") {
      at_ += 2;
      return 1;
    }
    const std::size_t size = code_point_length(content_[at_]);
    at_ += size;
    return size;
  }

 private:
  std::size_t step_escape() {
    const char kind = at_ + 1 < content_.size() ? content_[at_ + 1] : '\0';
    if (kind == 'u' || kind == 'U') {
      const std::size_t digits = kind == 'u' ? 4 : 8;
      const std::string number(content_.substr(at_ + 2, digits));
      at_ += 2 + digits;
      return utf8_size(std::stoul("0" + number, nullptr, 16));
    }
    if (kind == ' ' || kind == '\t' || kind == '\r' || kind == '\n') {
      const std::size_t next = content_.find_first_not_of(" \t\r\n", at_ + 1);
      at_ = next == std::string_view::npos ? content_.size() : next;
      return 0;
    }
    at_ += 2;
    return 1;
  }

  std::string_view content_;
  std::size_t at_;
  bool escapes_ = false;
};

}  // namespace

SourceFile::SourceFile(std::string path, std::string content, std::size_t order)
    : path_(std::move(path)), content_(std::move(content)), order_(order) {
  line_begins_.push_back(content_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  for (std::size_t at = 0; at < content_.size(); ++at) {
    if (content_[at] == '\n') line_begins_.push_back(at + 1);
  }
}

std::string_view SourceFile::line(int number) const {
  const auto index = static_cast<std::size_t>(number) - 1;
  if (number < 1 || index >= line_begins_.size()) return {};
  const std::string_view rest = std::string_view(content_).substr(line_begins_[index]);
  std::string_view line = rest.substr(0, rest.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Place SourceFile::inside_string(Place literal, std::size_t offset, std::size_t length) const {
  LiteralWalker walker(content_, byte_offset(literal));
  std::size_t passed = 0;
  while (passed < offset && !walker.at_end()) passed += walker.step();
  Place place = place_at(walker.at());
  const std::size_t begin = walker.at();
  while (passed < offset + length && !walker.at_end()) passed += walker.step();
  const std::string_view covered = std::string_view(content_).substr(begin, walker.at() - begin);
  place.length = std::max(1, static_cast<int>(count_code_points(covered.substr(0, covered.find('\n')))));
  return place;
}

std::size_t SourceFile::byte_offset(Place place) const {
  const auto index = static_cast<std::size_t>(place.line) - 1;
  if (place.line < 1 || index >= line_begins_.size()) return content_.size();
  std::size_t at = line_begins_[index];
  for (int column = 1; column < place.column && at < content_.size(); ++column) at += code_point_length(content_[at]);
  return std::min(at, content_.size());
}

Place SourceFile::place_at(std::size_t byte_offset) const {
  const auto next = std::upper_bound(line_begins_.begin(), line_begins_.end(), byte_offset);
  const auto index = static_cast<std::size_t>(std::max<std::ptrdiff_t>(next - line_begins_.begin() - 1, 0));
  const std::string_view before =
      std::string_view(content_).substr(line_begins_[index], byte_offset - std::min(byte_offset, line_begins_[index]));
  return {.line = static_cast<int>(index) + 1, .column = static_cast<int>(count_code_points(before)) + 1};
}

}  // namespace fazhi
