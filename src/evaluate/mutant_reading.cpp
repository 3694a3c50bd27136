#include "evaluate/mutant_reading.hpp"

#include "document/plain_text.hpp"

namespace fazhi {
namespace {

Report read(const MutantWorkshop& workshop, const std::string& text, int year) {
  Document document;
  document.format = "txt";
  document.text = text;
  document.paragraphs = split_paragraphs(document.text, document.source).paragraphs;
  Report report = workshop.auditor.read(std::move(document), workshop.scratch);
  if (year != 0) report.identity.year = year;
  return report;
}

}  // namespace

MutantReading::MutantReading(const MutantWorkshop& workshop, const std::string& text, int year)
    : report_(read(workshop, text, year)), reading_(report_, workshop.auditor.compiled()) {
  std::vector<TextRange> windows;
  for (std::uint32_t sentence = 0; sentence < report_.sentences.size(); ++sentence) {
    const TextRange body = body_of(report_.sentences[sentence]);
    for (const TextRange& clause : reading_.clauses(sentence)) {
      const TextRange window{std::max(clause.begin, body.begin), clause.end};
      if (window.begin < window.end) windows.push_back(window);
    }
  }
  workshop.patterns.database().scan(report_.normal.text, windows, workshop.scratch, matches_);
}

const Sentence& MutantReading::sentence_of(TextRange range) const {
  return report_.sentences[reading_.sentence_at(range.begin)];
}

TextRange MutantReading::body_of(const Sentence& sentence) const {
  TextRange body = sentence.range;
  if (sentence.ordinal) body.begin = sentence.ordinal->range.end;
  return body;
}

TextRange MutantReading::clauses_of(TextRange range) const {
  const std::uint32_t sentence = reading_.sentence_at(range.begin);
  const TextRange first = reading_.clause_at(sentence, range.begin);
  TextRange last = first;
  for (const TextRange& clause : reading_.clauses(sentence)) {
    if (clause.begin < range.end) last = clause;
  }
  const TextRange body = body_of(report_.sentences[sentence]);
  return {std::max(first.begin, body.begin), std::max(first.end, last.end)};
}

std::vector<TextRange> MutantReading::found(GroupId group, TextRange range) const {
  return matches_within(matches_, group, range);
}

}  // namespace fazhi
