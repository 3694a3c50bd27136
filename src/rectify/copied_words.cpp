#include "rectify/copied_words.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "rectify/common_run.hpp"

namespace fazhi {
namespace {

/// Whether `run` out of a sentence of `points` is most of it.
bool is_copied(const CommonRun& run, std::size_t points) {
  return run.size >= kCopiedPoints && run.size * 100 >= points * static_cast<std::size_t>(kCopiedPercent);
}

/// What is new in an item: the passages of the second draft that the first had not.
std::vector<const ItemQuote*> new_quotes(const VerifiedItem& item) {
  std::set<std::u32string> old;
  for (const ItemQuote& each : item.before.quotes) old.insert(comparable(each.text));
  std::vector<const ItemQuote*> out;
  for (const ItemQuote& each : item.after.quotes) {
    if (!old.contains(comparable(each.text))) out.push_back(&each);
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
  /// The part of a quote that the run covers, as it is compared.
  static void warn(VerifiedItem& item, MessageId id, const ItemQuote& quote) {
    item.warnings.push_back({id, {quote.text}});
  }

  static const ItemQuote* first_copied(const std::vector<const ItemQuote*>& quotes, const std::u32string& source) {
    for (const ItemQuote* each : quotes) {
      const std::u32string text = comparable(each->text);
      if (is_copied(longest_common_run(text, source), text.size())) return each;
    }
    return nullptr;
  }

  void of_remedy(VerifiedItem& item) const {
    const std::u32string remedy = comparable(item.demand);
    std::vector<const ItemQuote*> quotes = new_quotes(item);
    if (const Draft* second = seconds_[item.unit]) {
      for (const ItemQuote& each : second->sentences) quotes.push_back(&each);
    }
    if (const ItemQuote* copied = first_copied(quotes, remedy)) warn(item, MessageId::verify_copies_remedy, *copied);
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
          example.status == Status::met ? first_copied(quotes, comparable(example.text)) : nullptr;
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
