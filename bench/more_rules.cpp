#include "bench/more_rules.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "match/expression.hpp"

namespace fazhi::bench {
namespace {

constexpr std::size_t kHanBytes = 3;
/// How far the next copy's characters stand from the one's before, in order of frequency.
constexpr std::size_t kStep = 7;

bool is_han_at(const std::string& text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead >= 0xE4 && lead <= 0xE9 && at + kHanBytes <= text.size();
}

template <class Visit>
void for_each_han(const std::string& text, Visit&& visit) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_han_at(text, at)) continue;
    visit(at);
    at += kHanBytes - 1;
  }
}

template <class Visit>
void for_each_pattern_set(Checklist& checklist, Visit&& visit) {
  for (Element& element : checklist.elements) {
    for (Find& find : element.finds) {
      visit(find.patterns);
      visit(find.except);
    }
  }
  for (Defect& defect : checklist.defects) {
    visit(defect.patterns);
    visit(defect.except);
  }
}

/// The characters of all patterns, the most frequent first, and their places in that order.
class Alphabet {
 public:
  explicit Alphabet(Checklist& checklist) {
    std::map<std::string, std::size_t> counts;
    const auto count = [&](const std::string& text) {
      for_each_han(text, [&](std::size_t at) { ++counts[text.substr(at, kHanBytes)]; });
    };
    for_each_pattern_set(checklist, [&](PatternSet& set) {
      for (const std::string& each : set.phrases) count(each);
      for (const std::string& each : set.expressions) count(each);
    });
    std::vector<std::pair<std::size_t, std::string>> order;
    for (const auto& [character, times] : counts) order.emplace_back(times, character);
    std::sort(order.rbegin(), order.rend());
    for (const auto& [times, character] : order) {
      places_[character] = characters_.size();
      characters_.push_back(character);
    }
  }

  [[nodiscard]] std::string shifted(std::string text, std::size_t by) const {
    for_each_han(text, [&](std::size_t at) {
      const std::size_t place = places_.at(text.substr(at, kHanBytes)) + by;
      text.replace(at, kHanBytes, characters_[place % characters_.size()]);
    });
    return text;
  }

 private:
  std::vector<std::string> characters_;
  std::map<std::string, std::size_t> places_;
};

}  // namespace

Checklist with_more_rules(Checklist checklist, std::size_t times) {
  const Alphabet alphabet(checklist);
  const Checklist original = checklist;
  for (std::size_t copy = 1; copy < times; ++copy) {
    Checklist other = original;
    for_each_pattern_set(other, [&](PatternSet& set) {
      for (std::string& each : set.phrases) each = alphabet.shifted(each, copy * kStep);
      for (std::string& each : set.expressions) {
        std::string changed = alphabet.shifted(each, copy * kStep);
        if (!check_expression(changed)) each = std::move(changed);
      }
    });
    for (Element& each : other.elements) each.id += "-" + std::to_string(copy);
    for (Defect& each : other.defects) each.id += "-" + std::to_string(copy);
    std::move(other.elements.begin(), other.elements.end(), std::back_inserter(checklist.elements));
    for (Defect& each : other.defects) {
      if (each.kind == DefectKind::term || each.kind == DefectKind::placeholder) checklist.defects.push_back(std::move(each));
    }
  }
  return checklist;
}

}  // namespace fazhi::bench
