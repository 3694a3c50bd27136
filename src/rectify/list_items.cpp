#include "rectify/list_items.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "rectify/plain_words.hpp"

namespace fazhi {
namespace {

bool is_open(const Finding& finding) {
  return finding.status == Status::partial || finding.status == Status::missing || finding.status == Status::undecided;
}

/// Sentences that say of an element what its item says better, or point to a place of the audit.
bool is_said_otherwise(std::string_view sentence) {
  constexpr auto kIds = std::to_array<MessageId>({MessageId::element_incomplete, MessageId::element_not_found,
                                                  MessageId::element_refused, MessageId::element_undecided});
  return std::any_of(kIds.begin(), kIds.end(), [&](MessageId id) {
    return sentence == render({id, {}}, Language::zh) || sentence == render({id, {}}, Language::en);
  });
}

class ItemMaker {
 public:
  ItemMaker(const RectificationRules& rules, Language language) : rules_(rules), language_(language) {}

  RectificationItem of_element(const Finding& finding) const {
    RectificationItem item = begun(finding);
    item.status = finding.status;
    item.gain_hundredths = finding.gain_hundredths;
    item.problem = problem_of_element(finding);
    item.demand = finding.status == Status::undecided && !finding.rectification.empty()
                      ? say(MessageId::item_check_first, {finding.rectification})
                      : finding.rectification;
    take_quotes(finding, item);
    return item;
  }

  RectificationItem of_defect(const Finding& finding) const {
    RectificationItem item = begun(finding);
    item.severity = finding.severity;
    item.demand = finding.rectification;
    take_place(finding, item);
    return item;
  }

  /// Adds the place of another defect of the same fingerprint.
  void take_place(const Finding& finding, RectificationItem& item) const {
    for (const Message& message : finding.messages) {
      std::string sentence = without_folders(render(message, language_));
      const bool is_known = std::find(item.problem.begin(), item.problem.end(), sentence) != item.problem.end();
      if (!is_known) item.problem.push_back(std::move(sentence));
    }
    take_quotes(finding, item);
  }

 private:
  std::string say(MessageId id, std::vector<std::string> arguments) const {
    return render({id, std::move(arguments)}, language_);
  }

  RectificationItem begun(const Finding& finding) const {
    RectificationItem item;
    item.finding = finding.id;
    item.fingerprint = finding.fingerprint;
    item.kind = finding.kind;
    item.category = rules_.category_of(finding.id, language_);
    item.title = finding.title;
    item.basis = finding.basis;
    return item;
  }

  MessageId heading_of(Status status, bool has_reason) const {
    switch (status) {
      case Status::partial:
        return has_reason ? MessageId::item_partial_because : MessageId::item_partial;
      case Status::missing:
        return has_reason ? MessageId::item_missing_because : MessageId::item_missing;
      case Status::undecided:
      case Status::met:
      case Status::not_applicable:
      case Status::waived:
        break;
    }
    return has_reason ? MessageId::item_undecided_because : MessageId::item_undecided;
  }

  std::vector<std::string> problem_of_element(const Finding& finding) const {
    std::vector<std::string> reasons;
    for (const Message& message : finding.messages) {
      std::string sentence = render(message, language_);
      if (!is_said_otherwise(sentence)) reasons.push_back(std::move(sentence));
    }
    if (!finding.note.empty()) reasons.push_back(finding.note);
    std::vector<std::string> arguments{inside_quotes(finding.title)};
    if (!reasons.empty()) arguments.push_back(reasons.front());
    std::vector<std::string> problem{say(heading_of(finding.status, !reasons.empty()), std::move(arguments))};
    for (std::size_t index = 1; index < reasons.size(); ++index) problem.push_back(std::move(reasons[index]));
    for (const Evidence& evidence : finding.evidence) {
      if (evidence.use == EvidenceUse::support || !evidence.reason) continue;
      problem.push_back(say(MessageId::item_refused, {std::to_string(evidence.paragraph), inside_quotes(evidence.quote),
                                                      render(*evidence.reason, language_)}));
    }
    return problem;
  }

  void take_quotes(const Finding& finding, RectificationItem& item) const {
    for (const Evidence& evidence : finding.evidence) {
      ItemQuote quote;
      quote.text = evidence.to_read();
      quote.section = evidence.section;
      quote.paragraph = evidence.paragraph;
      quote.page = evidence.page;
      quote.use = evidence.use;
      if (evidence.reason) quote.reason = render(*evidence.reason, language_);
      item.quotes.push_back(std::move(quote));
    }
  }

  const RectificationRules& rules_;
  Language language_;
};

std::vector<const Finding*> open_elements(const Audit& audit) {
  std::vector<const Finding*> open;
  for (const Finding& finding : audit.findings) {
    if (finding.kind == FindingKind::element && is_open(finding)) open.push_back(&finding);
  }
  std::stable_sort(open.begin(), open.end(), [](const Finding* one, const Finding* other) {
    return std::pair(one->gain_hundredths, one->possible_hundredths) >
           std::pair(other->gain_hundredths, other->possible_hundredths);
  });
  return open;
}

void add_defects(const Audit& audit, const ItemMaker& maker, std::vector<RectificationItem>& items) {
  std::vector<RectificationItem> defects;
  std::unordered_map<std::string, std::size_t> by_fingerprint;
  for (const Finding& finding : audit.findings) {
    if (finding.kind != FindingKind::defect) continue;
    const auto [known, is_new] = by_fingerprint.emplace(finding.fingerprint, defects.size());
    if (is_new) {
      defects.push_back(maker.of_defect(finding));
    } else {
      maker.take_place(finding, defects[known->second]);
    }
  }
  std::stable_sort(defects.begin(), defects.end(), [](const RectificationItem& one, const RectificationItem& other) {
    return one.severity == Severity::major && other.severity != Severity::major;
  });
  for (RectificationItem& each : defects) items.push_back(std::move(each));
}

/// In the text's order; the sides of a contradiction may stand either way round.
void put_in_order(std::vector<ItemQuote>& quotes) {
  std::stable_sort(quotes.begin(), quotes.end(),
                   [](const ItemQuote& one, const ItemQuote& other) { return one.paragraph < other.paragraph; });
}

}  // namespace

std::vector<RectificationItem> items_of(const Audit& audit, const RectificationRules& rules, Language language) {
  std::vector<RectificationItem> items;
  if (audit.error) return items;
  const ItemMaker maker(rules, language);
  for (const Finding* finding : open_elements(audit)) items.push_back(maker.of_element(*finding));
  add_defects(audit, maker, items);
  for (RectificationItem& each : items) put_in_order(each.quotes);
  return items;
}

}  // namespace fazhi
