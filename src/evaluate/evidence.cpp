#include "evaluate/evidence.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace fazhi {

namespace {

struct QuoteMarks {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<QuoteMarks, 5> kQuoteMarks{{{"“", "”"}, {"‘", "’"}, {"「", "」"}, {"『", "』"}, {"〝", "〞"}}};

/// U+2018 … U+301E: the lead bytes of all quotation marks.
bool may_be_quote_mark(char lead) { return lead == '\xE2' || lead == '\xE3'; }

/// Which of a pair stands first in a text, and which last.
struct PairUse {
  bool any = false;
  bool first_closes = false;
  bool last_opens = false;
};

std::array<PairUse, kQuoteMarks.size()> pair_uses(std::string_view text) {
  std::array<PairUse, kQuoteMarks.size()> uses{};
  for (std::size_t at = 0; at + 3 <= text.size(); at += code_point_length(text[at])) {
    if (leads_han(text[at]) || !may_be_quote_mark(text[at])) continue;
    const std::string_view point = text.substr(at, 3);
    for (std::size_t pair = 0; pair < uses.size(); ++pair) {
      const bool opens = is_mark(point, kQuoteMarks[pair].open);
      if (!opens && !is_mark(point, kQuoteMarks[pair].close)) continue;
      if (!uses[pair].any) uses[pair].first_closes = !opens;
      uses[pair].any = true;
      uses[pair].last_opens = opens;
    }
  }
  return uses;
}

/// Quotation marks are dropped from the normal form; a passage that holds one
/// of a pair takes in the other where it stands right beside.
TextRange with_quote_marks(std::string_view text, TextRange range, TextRange paragraph) {
  const auto uses = pair_uses(range.of(text));
  for (std::size_t pair = 0; pair < uses.size(); ++pair) {
    const QuoteMarks& marks = kQuoteMarks[pair];
    const bool opens = uses[pair].last_opens;
    const bool closes = uses[pair].first_closes;
    if (opens && TextRange{range.end, paragraph.end}.of(text).starts_with(marks.close)) {
      range.end += static_cast<std::uint32_t>(marks.close.size());
    }
    if (closes && TextRange{paragraph.begin, range.begin}.of(text).ends_with(marks.open)) {
      range.begin -= static_cast<std::uint32_t>(marks.open.size());
    }
  }
  return range;
}

}  // namespace

TextRange original_passage(const Report& report, TextRange passage, std::uint32_t paragraph) {
  return with_quote_marks(report.document.text, report.normal.map.original_range(passage),
                          report.document.paragraphs[paragraph].range);
}

std::string heading_over(const Report& report, const Sentence& sentence) {
  if (sentence.section == kNone) return {};
  const Section& section = report.sections[sentence.section];
  const std::uint32_t paragraph = report.sentences[section.heading_sentence].paragraph;
  return std::string(original_passage(report, section.heading, paragraph).of(report.document.text));
}

Evidence quote_passage(const Report& report, TextRange passage) {
  Evidence evidence;
  const auto& sentences = report.sentences;
  const auto behind = std::upper_bound(sentences.begin(), sentences.end(), passage.begin,
                                       [](std::uint32_t at, const Sentence& each) { return at < each.range.begin; });
  if (behind == sentences.begin()) return evidence;
  const Sentence& sentence = *(behind - 1);
  const TextRange original = original_passage(report, passage, sentence.paragraph);
  const std::string_view text = report.document.text;
  const Paragraph& place = report.document.paragraphs[sentence.paragraph];
  const TextRange paragraph = place.range;
  evidence.page = place.page;
  if (report.document.recognized && place.confidence < 100) evidence.confidence = place.confidence;
  evidence.paragraph = sentence.paragraph + 1;
  evidence.start = static_cast<std::uint32_t>(count_code_points(TextRange{paragraph.begin, original.begin}.of(text)));
  evidence.quote = std::string(original.of(text));
  evidence.end = evidence.start + static_cast<std::uint32_t>(count_code_points(evidence.quote));
  evidence.role = sentence.role;
  evidence.section = heading_over(report, sentence);
  return evidence;
}

TextRange widen_to_read(const Reading& reading, TextRange passage) {
  const Report& report = reading.report();
  const std::uint32_t index = reading.sentence_at(passage.begin);
  const TextRange sentence = report.sentences[index].range;
  const auto length = [&](TextRange range) { return count_code_points(report.text(range)); };
  if (length(sentence) <= kLongestQuote) return sentence;
  const auto clauses = reading.clauses(index);
  std::size_t first = 0;
  while (first + 1 < clauses.size() && clauses[first].end <= passage.begin) ++first;
  std::size_t last = first;
  while (last + 1 < clauses.size() && clauses[last].end < passage.end) ++last;
  TextRange wide{clauses[first].begin, std::max(clauses[last].end, passage.end)};
  for (bool grown = true; grown;) {
    grown = false;
    if (last + 1 < clauses.size() && length({wide.begin, clauses[last + 1].end}) <= kLongestQuote) {
      wide.end = clauses[++last].end;
      grown = true;
    }
    if (first > 0 && length({clauses[first - 1].begin, wide.end}) <= kLongestQuote) {
      wide.begin = clauses[--first].begin;
      grown = true;
    }
  }
  return wide;
}

}  // namespace fazhi
