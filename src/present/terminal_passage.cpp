#include "present/terminal_passage.hpp"

#include <vector>

#include "audit/points.hpp"
#include "present/code_points.hpp"
#include "present/display_width.hpp"
#include "present/printable.hpp"
#include "present/terminal_text.hpp"

namespace fazhi {
namespace {

/// A longer quote is cut here in the terminal; the XML has the whole.
constexpr std::size_t kQuoteCodePoints = 120;

std::string without_full_stop(std::string sentence) {
  for (const std::string_view stop : {"。", "."}) {
    if (sentence.ends_with(stop)) sentence.resize(sentence.size() - stop.size());
  }
  return sentence;
}

}  // namespace

std::string shown_quote(std::string_view quote) {
  std::string line = printable(quote);
  const std::vector<CodePoint> points = code_points_of(line);
  if (points.size() <= kQuoteCodePoints) return line;
  return line.substr(0, points[kQuoteCodePoints - 1].end) + "…";
}

std::string shown_passage(const Evidence& evidence, Language language) {
  const std::string place = place_of(evidence, language);
  const std::string quote = shown_quote(evidence.quote);
  if (!evidence.reason) return say(MessageId::view_passage, language, place, quote);
  return say(MessageId::view_passage_reason, language, place, quote,
             without_full_stop(render(*evidence.reason, language)));
}

std::string sentences_of(const Finding& finding, Language language) {
  std::string text;
  const auto add = [language, &text](const std::string& sentence) {
    if (!text.empty() && language == Language::en) text += ' ';
    text += sentence;
  };
  for (const Message& message : finding.messages) add(render(message, language));
  if (!finding.note.empty()) add(finding.note);
  return text;
}

void append_report_heading(std::string& out, const Audit& audit, const TerminalOptions& options) {
  std::string name = printable(name_of_report(audit));
  if (audit.identity.year) {
    name += "  " + say(MessageId::view_year, options.language, std::to_string(*audit.identity.year));
  }
  const int columns = columns_of(options);
  out.append(static_cast<std::size_t>(columns), '=');
  out += '\n' + painted(cut_end(name, columns, options.wide_ambiguous), Color::bold, options) + '\n';
  const Score& score = audit.score;
  const Verdict verdict = verdict_of(audit);
  if (score.possible_hundredths != 0) {
    const std::string range = points_range(score.awarded_hundredths, score.highest_hundredths, options.language);
    out += say(MessageId::view_score, options.language, range, points_text(score.possible_hundredths)) + "  ";
  }
  if (!score.grade.empty()) out += printable(score.grade) + "  ";
  out += painted(word_of(verdict, options.language), color_of(verdict), options) + '\n';
  append_hanging(out, 0, {say(MessageId::view_source, options.language), Color::dim}, audit.source, options);
  for (const Message& note : audit.notes) {
    append_hanging(out, 0, {say(MessageId::view_note, options.language), Color::dim}, render(note, options.language), options);
  }
}

}  // namespace fazhi
