#include "present/verification_wording.hpp"

#include <algorithm>

#include "audit/points.hpp"
#include "present/wording.hpp"

namespace fazhi {

std::string word_of(ItemChange change, Language language) {
  switch (change) {
    case ItemChange::fixed:
      return say(MessageId::change_fixed, language);
    case ItemChange::partly:
      return say(MessageId::change_partly, language);
    case ItemChange::open:
      return say(MessageId::change_open, language);
    case ItemChange::added:
      return say(MessageId::change_added, language);
  }
  return {};
}

std::string change_words(const VerifiedItem& item, Language language) {
  std::string word = word_of(item.change, language);
  if (!item.relapsed) return word;
  return word + say(MessageId::basis_gist, language, say(MessageId::verify_relapsed, language));
}

std::string standing_of(const VerifiedItem& item, const VerifiedSide& side, Language language) {
  if (!side.found) return {};
  if (item.kind == FindingKind::defect) return word_of(item.severity, language);
  return word_of(side.status, language) + (language == Language::zh ? "，" : ", ") +
         say(MessageId::view_earned, language, points_text(side.awarded_hundredths), points_text(side.possible_hundredths));
}

std::string quote_words(const ItemQuote& quote, Language language) {
  Evidence place;
  place.paragraph = quote.paragraph;
  place.page = quote.page;
  place.section = quote.section;
  const std::string where = place_of(place, language);
  if (quote.reason.empty()) return say(MessageId::view_passage, language, where, quote.text);
  return say(MessageId::view_passage_reason, language, where, quote.text, quote.reason);
}

std::string empty_side_words(const VerifiedItem& item, bool is_after, Language language) {
  const VerifiedSide& side = is_after ? item.after : item.before;
  if (!side.quotes.empty()) return {};
  if (!is_after && item.change == ItemChange::added) return say(MessageId::verify_was_right, language);
  if (item.kind == FindingKind::element && !side.found) return {};
  if (item.kind == FindingKind::element) return say(MessageId::verify_nothing_stood, language);
  return item.change == ItemChange::fixed && is_after ? say(MessageId::verify_gone, language) : std::string();
}

std::string why_of(const VerifiedSide& side, Language language) {
  std::string text;
  for (const std::string& each : side.messages) {
    if (!text.empty() && language == Language::en) text += ' ';
    text += each;
  }
  return text;
}

std::string counts_words(const Verification& verification, std::optional<std::size_t> unit, Language language) {
  const auto count = [&](auto holds) {
    return std::to_string(std::count_if(verification.items.begin(), verification.items.end(), [&](const VerifiedItem& each) {
      return (!unit || each.unit == *unit) && holds(each);
    }));
  };
  const auto changed = [&](ItemChange change) {
    return count([change](const VerifiedItem& each) { return each.change == change; });
  };
  const auto copied = [](const VerifiedItem& each) {
    return each.warnings.size() > (each.needs_person ? std::size_t{1} : std::size_t{0});
  };
  return say(MessageId::verify_counts, language, changed(ItemChange::fixed), changed(ItemChange::partly), changed(ItemChange::open),
             changed(ItemChange::added), count([](const VerifiedItem& each) { return each.relapsed; }), count(copied));
}

std::string score_words(const Score& score, Language language) {
  if (score.possible_hundredths == 0) return {};
  return points_range(score.awarded_hundredths, score.highest_hundredths, language);
}

}  // namespace fazhi
