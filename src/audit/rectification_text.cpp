#include "audit/rectification_text.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace fazhi {
namespace {

MessageId message_of(EvidenceUse use) {
  switch (use) {
    case EvidenceUse::support:
      return MessageId::listing_quote;
    case EvidenceUse::refused:
      return MessageId::listing_quote_refused;
    case EvidenceUse::against:
      return MessageId::listing_quote_against;
  }
  return MessageId::listing_quote;
}

MessageId message_of(ItemState state) {
  switch (state) {
    case ItemState::not_started:
      return MessageId::listing_state_not_started;
    case ItemState::under_way:
      return MessageId::listing_state_under_way;
    case ItemState::to_review:
      return MessageId::listing_state_to_review;
    case ItemState::closed:
      return MessageId::listing_state_closed;
    case ItemState::relapsed:
      return MessageId::listing_state_relapsed;
  }
  return MessageId::listing_state_not_started;
}

/// `text` as one line of at most `characters`, what is cut off standing for ….
std::string passage(std::string_view text, std::size_t characters) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = std::min<std::size_t>(code_point_length(text[at]), text.size() - at);
    if (count++ >= characters) return out += "…";
    const bool is_break = text[at] == '\n' || text[at] == '\r' || text[at] == '\t';
    out += is_break ? std::string_view(" ") : text.substr(at, size);
    at += size;
  }
  return out;
}

}  // namespace

std::string word_of(ItemState state, Language language) { return render({message_of(state), {}}, language); }

std::string problem_sentences(const RectificationItem& item, Language language) {
  std::string sentences;
  for (const std::string& each : item.problem) {
    if (!sentences.empty() && language == Language::en) sentences += ' ';
    sentences += each;
  }
  if (item.title.empty()) return sentences;
  return sentences.empty() ? item.title : render({MessageId::listing_titled, {item.title, sentences}}, language);
}

std::string problem_text(const RectificationItem& item, Language language) {
  std::string text = problem_sentences(item, language);
  const auto add_line = [&](const std::string& line) { text.append(text.empty() ? "" : "\n").append(line); };
  std::size_t shown = 0;
  std::size_t room = limits::kItemPassageCharacters;
  for (const ItemQuote& quote : item.quotes) {
    if (quote.text.empty() || ++shown > limits::kCellPassages) continue;
    const std::string words = passage(quote.text, std::max(room, limits::kLeastItemPassageCharacters));
    room -= std::min(room, count_code_points(words));
    std::string line = render({message_of(quote.use), {words}}, language);
    if (!quote.reason.empty()) line += render({MessageId::listing_reason, {quote.reason}}, language);
    add_line(line);
  }
  if (shown > limits::kCellPassages) {
    add_line(render({MessageId::listing_more_quotes, {std::to_string(shown - limits::kCellPassages)}}, language));
  }
  return text;
}

}  // namespace fazhi
