#include <algorithm>
#include <map>

#include "base/utf8.hpp"
#include "evaluate/keep_passage.hpp"
#include "evaluate/mutant_text.hpp"
#include "text/fold_table.hpp"
#include "text/utf8.hpp"
#include "text/write_numeral.hpp"

namespace fazhi {
namespace {

/// Fewer full lines are not told as wrapped text (document/lines.cpp).
constexpr int kFewestFullLines = 5;
constexpr std::string_view kWideSpace = "　";
/// Marks that begin no line of Chinese text.
constexpr std::string_view kNeverFirst = "，。；：、！？）》”";

bool is_digit(char each) { return each >= '0' && each <= '9'; }

template <class Change>
std::string by_line(std::string_view text, Change&& change) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += change(text.substr(0, end));
    if (end == text.size()) break;
    out += '\n';
    text.remove_prefix(end + 1);
  }
  return out;
}

int columns_of(std::string_view text) {
  int columns = 0;
  for (std::size_t at = 0; at < text.size(); at += code_point_length(text[at])) {
    columns += code_point_length(text[at]) == 1 ? 1 : 2;
  }
  return columns;
}

/// What no line break goes through: a number, a character with the marks behind it.
std::string_view unbroken_unit(std::string_view line) {
  std::size_t size = code_point_length(line[0]);
  if (size == 1) {
    while (size < line.size() && code_point_length(line[size]) == 1) ++size;
  }
  while (size < line.size() && is_mark(line.substr(size, code_point_length(line[size])), kNeverFirst)) size += 3;
  return line.substr(0, size);
}

/// The character that folding makes of a traditional one, the other way round.
const std::map<char32_t, char32_t>& traditional_of() {
  static const std::map<char32_t, char32_t> table = [] {
    std::map<char32_t, char32_t> made;
    for (char32_t each = 0x4E00; each <= 0x9FFF; ++each) {
      const Folded folded = fold_of(each);
      if (folded.action == FoldAction::none && folded.replacement != each) made.emplace(folded.replacement, each);
    }
    return made;
  }();
  return table;
}

void append_three_bytes(std::string& out, char32_t value) {
  out += static_cast<char>(0xE0 | (value >> 12));
  out += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
  out += static_cast<char>(0x80 | (value & 0x3F));
}

std::string number_of(HeadingNumber form, std::int32_t value) {
  switch (form) {
    case HeadingNumber::chinese:
      return write_chinese(value) + "、";
    case HeadingNumber::chinese_parentheses:
      return "（" + write_chinese(value) + "）";
    case HeadingNumber::arabic_point:
      return std::to_string(value) + ".";
    case HeadingNumber::arabic_comma:
      return std::to_string(value) + "、";
    case HeadingNumber::arabic_parentheses:
      return "（" + std::to_string(value) + "）";
  }
  return {};
}

std::string changed(const Report& report, std::vector<Edit> edits) {
  if (edits.empty()) return {};
  MutantText text(report.document.text);
  text.apply(std::move(edits));
  return text.text();
}

}  // namespace

std::string with_spaced_digits(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins = is_digit(text[at]) && at > 0 && static_cast<unsigned char>(text[at - 1]) >= 0x80;
    const bool ends = at > 0 && is_digit(text[at - 1]) && static_cast<unsigned char>(text[at]) >= 0x80;
    if (begins || ends) out += ' ';
    out += text[at];
  }
  return out;
}

std::string with_indents(const std::string& text) {
  return by_line(text, [](std::string_view line) {
    return line.empty() ? std::string() : std::string(kWideSpace) + std::string(kWideSpace) + std::string(line);
  });
}

std::string with_blank_lines(const std::string& text) {
  return by_line(text, [](std::string_view line) { return std::string(line) + "\n"; });
}

std::string with_wrapped_lines(const std::string& text, int columns) {
  int full_lines = 0;
  std::string out = by_line(text, [&](std::string_view line) {
    std::string wrapped;
    int column = 0;
    while (!line.empty()) {
      const std::string_view unit = unbroken_unit(line);
      if (column > 0 && column + columns_of(unit) > columns) {
        wrapped += '\n';
        column = 0;
        ++full_lines;
      }
      wrapped += unit;
      column += columns_of(unit);
      line.remove_prefix(unit.size());
    }
    return wrapped;
  });
  return full_lines < kFewestFullLines ? std::string() : out;
}

std::string with_run_in_headings(const Report& report) {
  std::vector<Edit> edits;
  for (const Section& section : report.sections) {
    const std::uint32_t next = section.heading_sentence + 1;
    if (section.run_in || next >= section.end_sentence || report.sentences[next].heading) continue;
    const Sentence& heading = report.sentences[section.heading_sentence];
    if (report.sentences[next].paragraph == heading.paragraph) continue;
    const TextRange line = report.document.paragraphs[heading.paragraph].range;
    const std::uint32_t behind = report.document.paragraphs[report.sentences[next].paragraph].range.begin;
    const bool marked = is_mark(last_mark(line.of(report.document.text)), "。：");
    edits.push_back({{line.end, behind}, marked ? "" : "。"});
  }
  return changed(report, std::move(edits));
}

std::string with_heading_numbers(const Report& report, HeadingNumber from, HeadingNumber to) {
  const auto is_numbered = [&](const Sentence& sentence, HeadingNumber form) {
    return sentence.ordinal && report.text(sentence.ordinal->range) == number_of(form, sentence.ordinal->value);
  };
  // Two levels numbered alike would be another text.
  const auto has_form = [&](const Sentence& sentence) { return is_numbered(sentence, to); };
  if (std::any_of(report.sentences.begin(), report.sentences.end(), has_form)) return {};
  std::vector<Edit> edits;
  for (const Section& section : report.sections) {
    const std::optional<Ordinal>& ordinal = report.sentences[section.heading_sentence].ordinal;
    if (!is_numbered(report.sentences[section.heading_sentence], from)) continue;
    edits.push_back({report.normal.map.original_range(ordinal->range), number_of(to, ordinal->value)});
  }
  return changed(report, std::move(edits));
}

std::string with_traditional_characters(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = utf8::decode(text, at);
    const auto found = traditional_of().find(value);
    if (found == traditional_of().end()) {
      out += text.substr(at, size);
    } else {
      append_three_bytes(out, found->second);
    }
    at += size;
  }
  return out;
}

std::string with_wide_characters(const std::string& text) {
  constexpr char32_t kToWide = 0xFF01 - U'!';
  std::string out;
  for (const char each : text) {
    const bool letter = (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
    if (is_digit(each) || letter || each == '%') {
      append_three_bytes(out, static_cast<char32_t>(each) + kToWide);
    } else {
      out += each;
    }
  }
  return out;
}

}  // namespace fazhi
