#include "document/document_builder.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/limits.hpp"
#include "document/lines.hpp"
#include "document/plain_text.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;

bool is_line_break(char32_t value) {
  return (value >= 0x0A && value <= 0x0D) || value == 0x85 || value == 0x2028 || value == 0x2029;
}

bool is_dropped(char32_t value) {
  return (value < 0x20 && value != U'\t') || (value >= 0x7F && value <= 0x9F) || value == kSoftHyphen ||
         value == 0xFFFE || value == 0xFFFF;
}

/// `text` without white space at either end.
TextRange trimmed(std::string_view text, TextRange range) {
  while (!range.empty()) {
    const auto [value, size] = utf8::decode(text, range.begin);
    if (!is_blank_character(value)) break;
    range.begin += size;
  }
  while (!range.empty()) {
    const auto [value, size] = utf8::decode_before(text, range.end);
    if (!is_blank_character(value)) break;
    range.end -= size;
  }
  return range;
}

bool stands_alone(const ParagraphHints& hints) { return hints.heading_level > 0 || hints.centered || hints.in_table; }

Paragraph paragraph_of(TextRange range, const ParagraphHints& hints) {
  Paragraph paragraph;
  paragraph.range = range;
  paragraph.heading_level = hints.heading_level;
  paragraph.page = hints.page;
  paragraph.centered = hints.centered;
  paragraph.in_table = hints.in_table;
  paragraph.furniture = hints.furniture;
  paragraph.confidence = hints.confidence;
  return paragraph;
}

}  // namespace

bool has_enough_han(std::string_view text) {
  std::size_t han = 0;
  for (std::size_t at = 0; at < text.size() && han < limits::kMinimumHanCharacters;) {
    const auto [value, size] = utf8::decode(text, at);
    if (utf8::is_han(value)) ++han;
    at += size;
  }
  return han >= limits::kMinimumHanCharacters;
}

DocumentBuilder::DocumentBuilder(std::string_view source, std::string_view format) {
  document_.source = source;
  document_.format = format;
}

void DocumentBuilder::add(std::string_view text, const ParagraphHints& hints) {
  const std::string valid = utf8::without_invalid(text);
  std::string line;
  bool broken = false;
  for (std::size_t at = 0; at < valid.size();) {
    const auto [value, size] = utf8::decode(valid, at);
    if (is_line_break(value)) {
      add_line(line, hints);
      line.clear();
      broken = true;
    } else if (!is_dropped(value)) {
      line.append(valid, at, size);
    }
    at += size;
  }
  if (!line.empty() || !broken) add_line(line, hints);
}

void DocumentBuilder::add_line(std::string_view line, const ParagraphHints& hints) {
  size_bytes_ += line.size() + 1;
  if (is_full()) return;
  (hints.furniture ? furniture_ : body_).push_back({std::string(line), hints});
}

void DocumentBuilder::add_blank() { add_line({}, {}); }

void DocumentBuilder::note(Message message) { document_.notes.push_back(std::move(message)); }

void DocumentBuilder::set(MetadataKey key, std::string_view value) {
  const auto known = std::find_if(document_.metadata.begin(), document_.metadata.end(),
                                  [&](const Metadata& each) { return each.key == key; });
  if (known == document_.metadata.end() && !value.empty()) document_.metadata.push_back({key, utf8::without_invalid(value)});
}

void DocumentBuilder::set_recognized(std::vector<int> page_confidences) {
  document_.recognized = true;
  document_.page_confidences = std::move(page_confidences);
}

bool DocumentBuilder::is_full() const { return size_bytes_ > limits::kTextBytes; }

void DocumentBuilder::append(const Added& added, bool joined) {
  const auto begin = static_cast<std::uint32_t>(document_.text.size());
  document_.text += added.text;
  const TextRange range = trimmed(document_.text, {begin, static_cast<std::uint32_t>(document_.text.size())});
  document_.text += '\n';
  if (joined && !range.empty()) document_.paragraphs.push_back(paragraph_of(range, added.hints));
}

void DocumentBuilder::lay_out(const std::vector<Added>& lines, Lines how) {
  if (how == Lines::joined) {
    for (const Added& each : lines) append(each, true);
    return;
  }
  std::vector<std::uint32_t> ends;
  for (const Added& each : lines) {
    append(each, false);
    ends.push_back(static_cast<std::uint32_t>(document_.text.size()));
  }
  PlainText plain = split_paragraphs(document_.text, document_.source);
  std::move(plain.notes.begin(), plain.notes.end(), std::back_inserter(document_.notes));
  std::size_t line = 0;
  for (const Paragraph& each : plain.paragraphs) {
    TextRange rest = each.range;
    while (ends[line] <= rest.begin) ++line;
    // A line with a style of its own is not joined to its neighbours.
    for (std::size_t next = line; next + 1 < ends.size() && ends[next] < rest.end; ++next) {
      // Of blank lines nothing is left in `rest`.
      if (ends[next] <= rest.begin) continue;
      if (!stands_alone(lines[next].hints) && !stands_alone(lines[next + 1].hints)) continue;
      const TextRange part = trimmed(document_.text, {rest.begin, ends[next]});
      if (!part.empty()) document_.paragraphs.push_back(paragraph_of(part, lines[line].hints));
      rest = trimmed(document_.text, {ends[next], rest.end});
      while (ends[line] <= rest.begin) ++line;
    }
    if (rest.empty()) continue;
    document_.paragraphs.push_back(paragraph_of(rest, lines[line].hints));
    document_.paragraphs.back().centered |= each.centered && rest == each.range;
  }
}

Result<Document> DocumentBuilder::finish(Lines lines) && {
  if (is_full()) {
    constexpr std::size_t kMebibyte = std::size_t{1} << 20;
    return Message{MessageId::input_too_much_text,
                   {document_.source, std::to_string(limits::kTextBytes / kMebibyte) + " MB"}};
  }
  lay_out(body_, lines);
  if (document_.paragraphs.empty() && furniture_.empty()) {
    return Message{MessageId::input_without_text, {document_.source, document_.format}};
  }
  if (!has_enough_han(document_.text)) return Message{MessageId::input_not_chinese, {document_.source}};
  for (const Added& each : furniture_) append(each, true);
  return std::move(document_);
}

}  // namespace fazhi
