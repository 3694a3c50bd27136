#include "batch/report_text.hpp"

#include <algorithm>

namespace fazhi {
namespace {

/// By sentence, whether a rule found something in it.
std::vector<bool> touched_sentences(const Report& report, const CompiledChecklist& compiled) {
  std::vector<bool> touched(report.sentences.size(), false);
  const auto mark = [&](GroupId group) {
    for (const Match& match : report.matches.of(group)) touched[match.window] = true;
  };
  for (const auto& finds : compiled.finds()) {
    for (const auto& find : finds) mark(find.patterns);
  }
  for (const auto& defect : compiled.defects()) mark(defect.patterns);
  for (const auto& law : compiled.laws()) mark(law.title);
  mark(compiled.wrong_names());
  for (const auto& measure : compiled.measures()) {
    mark(measure.objects);
    mark(measure.rates);
  }
  return touched;
}

/// `range` of the original text as bytes of the paragraph.
TextRange within(TextRange range, TextRange paragraph) {
  return {std::clamp(range.begin, paragraph.begin, paragraph.end) - paragraph.begin,
          std::clamp(range.end, paragraph.begin, paragraph.end) - paragraph.begin};
}

}  // namespace

ReportText report_text_of(const Report& report, const CompiledChecklist& compiled) {
  const Document& document = report.document;
  ReportText text;
  text.paragraphs.resize(document.paragraphs.size());
  for (std::size_t index = 0; index < document.paragraphs.size(); ++index) {
    const Paragraph& from = document.paragraphs[index];
    ReportParagraph& to = text.paragraphs[index];
    to.text = std::string(from.range.of(document.text));
    to.role = Role::furniture;
    to.page = from.page;
    if (document.recognized) to.confidence = from.confidence;
    const TextRange normal = report.normal.paragraphs[index];
    to.is_title = !normal.empty() && normal.overlaps(report.identity.title_range);
  }
  const std::vector<bool> touched = touched_sentences(report, compiled);
  std::size_t last = text.paragraphs.size();
  for (std::size_t index = 0; index < report.sentences.size(); ++index) {
    const Sentence& sentence = report.sentences[index];
    ReportParagraph& to = text.paragraphs[sentence.paragraph];
    const TextRange paragraph = document.paragraphs[sentence.paragraph].range;
    if (sentence.paragraph != last) to.role = sentence.role;
    last = sentence.paragraph;
    if (!touched[index] || sentence.range.empty()) continue;
    const TextRange range = within(report.normal.map.original_range(sentence.range), paragraph);
    if (!range.empty() && (to.touched.empty() || to.touched.back().end <= range.begin)) to.touched.push_back(range);
  }
  for (const Section& section : report.sections) {
    const std::uint32_t paragraph = report.sentences[section.heading_sentence].paragraph;
    ReportParagraph& to = text.paragraphs[paragraph];
    if (to.heading_level > 0 || section.heading.empty()) continue;
    to.heading = within(report.normal.map.original_range(section.heading), document.paragraphs[paragraph].range);
    to.heading_level = std::min(section.depth + 1, 9);
  }
  return text;
}

}  // namespace fazhi
