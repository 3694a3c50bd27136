#include "../check_audit.hpp"
#include "../fuzz.hpp"
#include "../targets.hpp"
#include "document/plain_text.hpp"
#include "outline/segment.hpp"
#include "outline/years.hpp"

namespace fazhi::fuzz {
namespace {

void check_sentences(const Report& report) {
  std::uint32_t end = 0;
  for (const Sentence& each : report.sentences) {
    require(is_range_of(each.range, report.normal.text) && !each.range.empty(), "a sentence is a range of the text");
    require(each.range.begin >= end, "sentences ascend and do not overlap");
    require(each.paragraph < report.normal.paragraphs.size() &&
                report.normal.paragraphs[each.paragraph].contains(each.range),
            "a sentence lies in its paragraph");
    require(each.section == kNone || each.section < report.sections.size(), "a sentence's section is there");
    end = each.range.end;
    std::vector<TextRange> clauses;
    append_clauses(report.normal.text, each.range, clauses);
    std::uint32_t at = each.range.begin;
    for (const TextRange& clause : clauses) {
      require(clause.begin == at && is_range_of(clause, report.normal.text), "clauses follow each other");
      at = clause.end;
    }
    require(at == each.range.end, "clauses are the sentence");
    for (const YearMention& year : find_years(report.normal.text, each.range)) {
      require(each.range.contains(year.range) && year.year >= 1949 && year.year <= 2099, "a year lies in its sentence");
    }
  }
}

void check_sections(const Report& report) {
  for (std::size_t index = 0; index < report.sections.size(); ++index) {
    const Section& each = report.sections[index];
    require(each.parent == kNone || each.parent < index, "parents stand before their children");
    require(each.parent == kNone ? each.depth == 0 : each.depth == report.sections[each.parent].depth + 1,
            "a child is one deeper than its parent");
    require(each.first_sentence <= each.end_sentence && each.end_sentence <= report.sentences.size(),
            "a section's sentences are there");
    require(each.heading_sentence < report.sentences.size(), "a heading's sentence is there");
    require(is_range_of(each.heading, report.normal.text), "a heading is a range of the text");
  }
}

}  // namespace

void outline(std::string_view bytes) {
  Document document;
  document.source = "报告.txt";
  document.format = "txt";
  document.text = as_utf8(bytes);
  document.paragraphs = split_paragraphs(document.text, document.source).paragraphs;
  check_document(document);
  Scratch scratch;
  const Report report = township().read(std::move(document), scratch);
  check_sentences(report);
  check_sections(report);
  require(is_utf8(report.identity.unit) && is_utf8(report.identity.title), "the identity is UTF-8");
  require(is_range_of(report.identity.title_range, report.normal.text), "the title is a range of the text");
}

}  // namespace fazhi::fuzz
