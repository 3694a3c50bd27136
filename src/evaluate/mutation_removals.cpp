#include <algorithm>

#include "base/utf8.hpp"
#include "evaluate/mutation_edits.hpp"

namespace fazhi {
namespace {

constexpr std::uint32_t kMarkBytes = 3;
constexpr std::string_view kEndMarks = "。！？；";

bool ends_in_mark(std::string_view text, std::string_view marks) { return is_mark(last_mark(text), marks); }

/// With the line break behind it where nothing else stands in the lines.
TextRange with_line(const std::string& text, TextRange range) {
  const bool opens = range.begin == 0 || text[range.begin - 1] == '\n';
  if (opens && range.end < text.size() && text[range.end] == '\n') ++range.end;
  return range;
}

TextRange section_range(const MutantReading& read, const Section& section) {
  const auto& sentences = read.report().sentences;
  const std::uint32_t last = std::max(section.end_sentence, section.heading_sentence + 1) - 1;
  return {sentences[section.heading_sentence].range.begin, sentences[last].range.end};
}

/// Where the text under a heading begins that stands in one paragraph with it.
std::uint32_t behind_heading(const MutantReading& read, const Section& section) {
  const std::uint32_t end = section.heading.end;
  const bool marked = is_mark(std::string_view(read.text()).substr(end, kMarkBytes), "。：");
  return end + (marked ? kMarkBytes : 0);
}

Edit removal_of_clauses(const MutantReading& read, TextRange clauses) {
  const Sentence& sentence = read.sentence_of(clauses);
  const TextRange body = read.body_of(sentence);
  if (clauses.begin <= body.begin && clauses.end >= body.end) return removal_of_sentence(read, sentence);
  if (clauses.end < body.end || clauses.begin < body.begin + kMarkBytes) return {clauses, ""};
  // The clause before takes over the mark that ends the sentence.
  const std::uint32_t kept = ends_in_mark(clauses.of(read.text()), kEndMarks) ? kMarkBytes : 0;
  return {{clauses.begin - kMarkBytes, clauses.end - kept}, ""};
}

Edit removal_of_year(const MutantReading& read, TextRange digits) {
  const std::string_view behind = std::string_view(read.text()).substr(digits.end);
  for (const std::string_view word : {"年度", "年"}) {
    if (!behind.starts_with(word)) continue;
    digits.end += static_cast<std::uint32_t>(word.size());
    break;
  }
  return {digits, ""};
}

}  // namespace

Edit removal_of_sentence(const MutantReading& read, const Sentence& sentence) {
  return {with_line(read.text(), sentence.range), ""};
}

Edit removal_of(const MutantReading& read, const MutantSite& site) {
  if (site.section != kNone) return {with_line(read.text(), section_range(read, read.report().sections[site.section])), ""};
  if (site.kind == MutationSite::year) return removal_of_year(read, site.range);
  if (site.heading) return removal_of_sentence(read, read.sentence_of(site.range));
  return removal_of_clauses(read, read.clauses_of(site.range));
}

SiteEdits section_edits(const MutantReading& read, const Mutation& mutation, const MutantSite& site) {
  if (site.section == kNone) return {};
  const Section& section = read.report().sections[site.section];
  const Sentence& heading = read.report().sentences[section.heading_sentence];
  const TextRange whole = section_range(read, section);
  if (mutation.kind == MutationKind::rename_heading) {
    const std::uint32_t begin = std::max(section.heading.begin, read.body_of(heading).begin);
    return {{{{begin, section.heading.end}, mutation.text}}, {whole}};
  }
  if (mutation.kind == MutationKind::drop_heading) {
    const TextRange line = section.run_in ? TextRange{heading.range.begin, behind_heading(read, section)}
                                          : with_line(read.text(), heading.range);
    return {{{line, ""}}, {}};
  }
  const std::uint32_t begin = section.run_in ? behind_heading(read, section) : heading.range.end;
  if (begin >= whole.end) return {};
  return {{{{begin, whole.end}, ""}}, {}};
}

SiteEdits year_edits(const MutantReading& read, const MutantSite& site) {
  const auto& statements = read.report().identity.years;
  const auto is_title = [&](const YearStatement& each) {
    return each.place == YearStatement::Place::title && each.range == site.range;
  };
  const auto told_elsewhere = [](const YearStatement& each) {
    return each.place == YearStatement::Place::opening || each.place == YearStatement::Place::announcement;
  };
  const auto title = std::find_if(statements.begin(), statements.end(), is_title);
  if (title == statements.end() || std::none_of(statements.begin(), statements.end(), told_elsewhere)) return {};
  return {{{site.range, std::to_string(title->named_year - 1)}}, {site.range}};
}

}  // namespace fazhi
