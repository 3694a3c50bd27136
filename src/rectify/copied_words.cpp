#include "rectify/copied_words.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "rectify/common_run.hpp"

namespace fazhi {
namespace {

/// Whether `run` is most of the shorter of two sentences.
bool is_copied(const CommonRun& run, std::size_t one, std::size_t other) {
  return run.size >= kCopiedPoints && run.size * 100 >= std::min(one, other) * static_cast<std::size_t>(kCopiedPercent);
}

/// The sentences of a remedy or an example, as they are compared; titles and
/// headings, which have no full stop, are the genre's.
std::vector<std::u32string> sentences_of(std::string_view text) {
  std::vector<std::u32string> out;
  constexpr std::string_view kStop = "。";
  for (std::size_t end = 0; !text.empty(); text.remove_prefix(std::min(end, text.size()))) {
    const std::size_t line = text.find('\n');
    const std::size_t stop = text.find(kStop);
    end = std::min(line == std::string_view::npos ? text.size() : line + 1, stop == std::string_view::npos ? text.size() : stop + kStop.size());
    std::u32string sentence = comparable(text.substr(0, end));
    if (stop != std::string_view::npos && end == stop + kStop.size() && sentence.size() >= kCopiedPoints) out.push_back(std::move(sentence));
  }
  return out;
}

/// What is new in an item: the passages of the second draft that the first had not.
std::vector<const ItemQuote*> new_quotes(const VerifiedItem& item) {
  std::set<std::u32string> old;
  for (const ItemQuote& each : item.before.quotes) old.insert(comparable(each.text));
  std::vector<const ItemQuote*> out;
  for (const ItemQuote& each : item.after.quotes) {
    // A heading is the genre's, and says nothing of what was done.
    const bool heading = comparable(each.text) == comparable(each.section);
    if (!heading && !old.contains(comparable(each.text))) out.push_back(&each);
  }
  return out;
}

class CopyWatch {
 public:
  CopyWatch(Verification& verification, const std::vector<const Draft*>& seconds, const VerifyRules& rules)
      : verification_(verification), seconds_(seconds), rules_(rules) {
    for (const VerifiedItem& item : verification.items) {
      for (const ItemQuote* each : new_quotes(item)) {
        if (item.kind == FindingKind::element) units_[comparable(each->text)].insert(item.unit);
      }
    }
  }

  void run() {
    for (VerifiedItem& item : verification_.items) {
      if (item.kind != FindingKind::element) continue;
      of_remedy(item);
      of_examples(item);
      of_units(item);
    }
  }

 private:
  static void warn(VerifiedItem& item, MessageId id, const ItemQuote& quote) {
    item.warnings.push_back({id, {quote.text}});
  }

  static const ItemQuote* first_copied(const std::vector<const ItemQuote*>& quotes, std::string_view source) {
    const std::vector<std::u32string> models = sentences_of(source);
    for (const ItemQuote* each : quotes) {
      const std::u32string text = comparable(each->text);
      for (const std::u32string& model : models) {
        if (is_copied(longest_common_run(text, model), text.size(), model.size())) return each;
      }
    }
    return nullptr;
  }

  void of_remedy(VerifiedItem& item) const {
    std::vector<const ItemQuote*> quotes = new_quotes(item);
    if (const Draft* second = seconds_[item.unit]) {
      for (const ItemQuote& each : second->sentences) quotes.push_back(&each);
    }
    if (const ItemQuote* copied = first_copied(quotes, item.demand)) warn(item, MessageId::verify_copies_remedy, *copied);
  }

  void of_examples(VerifiedItem& item) const {
    const Draft* second = seconds_[item.unit];
    if (second == nullptr || !rules_.find_checklist) return;
    const Checklist* checklist = rules_.find_checklist(second->audit.checklist.id);
    const Element* element = checklist == nullptr ? nullptr : checklist->find_element(item.finding);
    if (element == nullptr) return;
    const std::vector<const ItemQuote*> quotes = new_quotes(item);
    for (const Example& example : element->examples) {
      const ItemQuote* copied =
          example.status == Status::met ? first_copied(quotes, example.text) : nullptr;
      if (copied == nullptr) continue;
      warn(item, MessageId::verify_copies_example, *copied);
      return;
    }
  }

  void of_units(VerifiedItem& item) const {
    for (const ItemQuote* each : new_quotes(item)) {
      const std::u32string text = comparable(each->text);
      const auto found = units_.find(text);
      if (text.size() < kSamePoints || found == units_.end() || found->second.size() < 2) continue;
      const auto other = std::find_if(found->second.begin(), found->second.end(),
                                      [&](std::size_t unit) { return unit != item.unit; });
      item.warnings.push_back({MessageId::verify_copies_unit, {verification_.units[*other].unit, each->text}});
      return;
    }
  }

  Verification& verification_;
  const std::vector<const Draft*>& seconds_;
  const VerifyRules& rules_;
  std::map<std::u32string, std::set<std::size_t>> units_;  ///< by new sentence
};

}  // namespace

void warn_of_copies(Verification& verification, const std::vector<const Draft*>& seconds, const VerifyRules& rules) {
  CopyWatch(verification, seconds, rules).run();
}

}  // namespace fazhi
