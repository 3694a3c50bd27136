#include "outline/outline.hpp"

#include "outline/identity.hpp"
#include "outline/segment.hpp"
#include "outline/structure.hpp"

namespace fazhi {

Report outline(Document document, const OutlineRules& rules, const Database& database, Scratch& scratch) {
  Report report;
  std::vector<TextRange> paragraphs;
  paragraphs.reserve(document.paragraphs.size());
  for (const Paragraph& each : document.paragraphs) paragraphs.push_back(each.range);
  report.normal = normalize(document.text, paragraphs);
  report.document = std::move(document);
  report.sentences = segment(report.normal);

  std::vector<TextRange> windows;
  windows.reserve(report.sentences.size());
  for (const Sentence& each : report.sentences) windows.push_back(each.range);
  database.scan(report.normal.text, windows, scratch, report.matches);

  const ParagraphParts parts = part_paragraphs(report, rules);
  read_identity(report, parts, rules);
  find_sections(report, parts, rules);
  number_items(report.sentences, report.sections);
  read_years(report, parts, rules, false);
  assign_roles(report, parts, rules, report.identity.year);
  read_years(report, parts, rules, true);
  return report;
}

}  // namespace fazhi
