#include "present/notice_parts.hpp"

#include <algorithm>
#include <set>

#include "audit/points.hpp"
#include "base/limits.hpp"
#include "present/code_points.hpp"
#include "present/printable.hpp"
#include "present/wording.hpp"

namespace fazhi::notices {
namespace {

constexpr std::string_view kStops = "。！？；…";

bool ends_with_any(std::string_view text, std::string_view marks) {
  return text.size() >= 3 && marks.find(text.substr(text.size() - 3)) != std::string_view::npos;
}

void drop_end(std::string& text, std::string_view mark) {
  while (text.ends_with(mark)) text.resize(text.size() - mark.size());
}

std::string shortened(std::string_view text) {
  const std::vector<CodePoint> points = code_points_of(text);
  if (points.size() <= limits::kNoticeQuoteCharacters) return std::string(text);
  return std::string(text.substr(0, points[limits::kNoticeQuoteCharacters - 1].end)) + "……";
}

/// Bytes of the place that all names begin with; none of them is left empty.
std::size_t common_place(const std::vector<std::string>& names) {
  constexpr std::string_view kPlaces = "省市县区旗州盟";
  if (names.size() < 2) return 0;
  std::string_view common = names.front();
  for (const std::string& name : names) {
    std::size_t same = 0;
    while (same < std::min(common.size(), name.size()) && common[same] == name[same]) ++same;
    common = common.substr(0, std::min(same, name.size() - 1));
  }
  std::size_t bytes = 0;
  for (const CodePoint& each : code_points_of(common)) {
    if (each.value != 0xFFFD && kPlaces.find(common.substr(each.begin, each.end - each.begin)) != std::string_view::npos) {
      bytes = each.end;
    }
  }
  return bytes;
}

const std::string& label_of(EvidenceUse use, const ItemTexts& texts) {
  switch (use) {
    case EvidenceUse::support:
      return texts.label_support;
    case EvidenceUse::refused:
      return texts.label_refused;
    case EvidenceUse::against:
      return texts.label_against;
  }
  return texts.label_support;
}

}  // namespace

std::vector<ItemGroup> by_category(const std::vector<const RectificationItem*>& items) {
  std::vector<ItemGroup> groups;
  for (const RectificationItem* item : items) {
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const ItemGroup& each) { return each.category == item->category; });
    if (group == groups.end()) group = groups.insert(groups.end(), {item->category, {}});
    group->items.push_back(item);
  }
  return groups;
}

std::vector<const RectificationItem*> items_of(const RectificationList& list, std::size_t unit) {
  std::vector<const RectificationItem*> items;
  for (const RectificationItem& item : list.items) {
    if (item.unit == unit) items.push_back(&item);
  }
  return items;
}

bool has_report(const ListedUnit& unit) { return !unit.source.empty(); }

std::vector<Fact> list_facts(const RectificationList& list) {
  return {{"year", list.year ? std::to_string(*list.year) : ""},
          {"issuer", printable(list.issuer)},
          {"made_on", date_text(list.made_on)},
          {"due", date_text(list.due)},
          {"checklist", list.checklists.size() == 1 ? printable(list.checklists.front().title) : ""}};
}

void add_score(std::vector<Fact>& facts, const Score& score) {
  if (score.possible_hundredths == 0) return;
  facts.push_back({"score", points_text(score.awarded_hundredths)});
  facts.push_back({"possible", points_text(score.possible_hundredths)});
  facts.push_back({"grade", printable(score.grade)});
  const bool is_range = score.highest_hundredths > score.awarded_hundredths;
  facts.push_back({"highest", is_range ? points_text(score.highest_hundredths) : ""});
}

std::string count_text(std::size_t count) { return count == 0 ? std::string() : std::to_string(count); }

std::string quote_text(std::string_view passage) {
  std::string out;
  const std::string whole = shortened(printable(passage));
  for (const CodePoint& each : code_points_of(whole)) {
    switch (each.value) {
      case U'“':
        out += "‘";
        break;
      case U'”':
        out += "’";
        break;
      case U'‘':
        out += "“";
        break;
      case U'’':
        out += "”";
        break;
      default:
        out += whole.substr(each.begin, each.end - each.begin);
    }
  }
  // What goes on behind the passage is not quoted.
  for (const std::string_view mark : {"；", "，", "、"}) drop_end(out, mark);
  return out;
}

std::string place_text(const ItemQuote& quote, const ItemTexts& texts) {
  std::string heading = quote_text(quote.section);
  drop_end(heading, "。");
  // A heading that runs into its text stands in the quote already.
  if (quote_text(quote.text).starts_with(heading)) heading.clear();
  return fill(texts.place, {{"paragraph", std::to_string(quote.paragraph)},
                            {"heading", heading},
                            {"page", quote.page > 0 ? std::to_string(quote.page) : ""}});
}

std::vector<std::string> quote_sentences(const RectificationItem& item, const ItemTexts& texts) {
  std::vector<std::string> out;
  for (const ItemQuote& quote : item.quotes) {
    if (out.size() == limits::kNoticeQuotes) break;
    std::string reason = printable(quote.reason);
    drop_end(reason, "。");
    out.push_back(ended(fill(texts.quote, {{"label", label_of(quote.use, texts)},
                                           {"quote", quote_text(quote.text)},
                                           {"place", place_text(quote, texts)},
                                           {"reason", reason}})));
  }
  return out;
}

std::string further_places(const RectificationItem& item, const ItemTexts& texts) {
  std::vector<std::string> places;
  for (std::size_t index = limits::kNoticeQuotes; index < item.quotes.size(); ++index) {
    const std::string place = place_text(item.quotes[index], texts);
    if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
    if (places.size() > limits::kNoticePlaces) break;
  }
  if (places.empty()) return {};
  return fill(texts.places, {{"places", joined(places, limits::kNoticePlaces)}});
}

std::string basis_text(const RectificationItem& item) {
  std::string out;
  for (const BasisCitation& each : item.basis) {
    if (!out.empty()) out += "；";
    out += printable(citation_of(each, Language::zh));
  }
  return out;
}

std::string problem_text(const RectificationItem& item) {
  std::string out;
  for (const std::string& sentence : item.problem) out += ended(printable(sentence));
  return out;
}

std::string ended(std::string text) {
  if (text.empty()) return text;
  std::string_view core = text;
  while (ends_with_any(core, "”’）")) core.remove_suffix(3);
  const bool is_closed = ends_with_any(text, kStops) || (ends_with_any(text, "”’") && ends_with_any(core, "。！？"));
  return is_closed ? text : text + "。";
}

std::string joined(const std::vector<std::string>& names, std::size_t most) {
  std::string out;
  for (std::size_t index = 0; index < std::min(names.size(), most); ++index) {
    if (index > 0) out += "、";
    out += names[index];
  }
  return names.size() > most ? out + "等" : out;
}

std::vector<std::string> short_names(const std::vector<std::string>& names, const std::vector<std::string>& endings) {
  const std::size_t place = common_place(names);
  std::vector<std::string> shorter = names;
  for (std::string& name : shorter) {
    name.erase(0, place);
    const auto ending = std::find_if(endings.begin(), endings.end(), [&](const std::string& each) {
      return name.size() > each.size() && name.ends_with(each);
    });
    if (ending != endings.end()) name.resize(name.size() - ending->size());
  }
  const std::set<std::string> distinct(shorter.begin(), shorter.end());
  return distinct.size() == names.size() ? shorter : names;
}

void append_demands(std::vector<DocumentBlock>& blocks, const std::vector<DemandTexts>& demands,
                    const std::vector<Fact>& facts) {
  std::size_t number = 0;
  for (const DemandTexts& demand : demands) {
    const std::string text = fill(demand.text, facts);
    if (text.empty()) continue;
    const std::string head = "（" + han_ordinal(++number) + "）" + demand.head;
    blocks.emplace_back(DocumentText{DocumentText::Kind::paragraph, text, head});
  }
}

DocumentText section_heading(std::size_t number, std::string_view text) {
  return {DocumentText::Kind::heading1, han_ordinal(number) + "、" + std::string(text)};
}

DocumentText category_heading(std::size_t number, std::string_view text) {
  return {DocumentText::Kind::heading2, "（" + han_ordinal(number) + "）" + std::string(text)};
}

}  // namespace fazhi::notices
