#include "present/notice.hpp"

#include <set>
#include <string>
#include <vector>

#include "audit/points.hpp"
#include "present/list_document.hpp"
#include "present/notice_parts.hpp"
#include "present/printable.hpp"

namespace fazhi {
namespace {

using Kind = DocumentText::Kind;
using Items = std::vector<const RectificationItem*>;

/// `due` where one holds for all items of the unit, else `first_due`.
void add_dues(std::vector<Fact>& facts, const RectificationList& list, const Items& items) {
  std::set<std::string> dues;
  for (const RectificationItem* item : items) {
    if (!item->due.empty()) dues.insert(item->due);
  }
  if (dues.empty()) return;
  const bool is_one = dues.size() == 1 || !list.due.empty();
  facts.push_back({is_one ? "due" : "first_due", date_text(*dues.begin())});
}

std::vector<Fact> facts_of(const RectificationList& list, std::size_t unit, const Items& items,
                           const UnitNoticeTexts& texts) {
  const ListedUnit& listed = list.units[unit];
  std::vector<Fact> facts = {{"unit", printable(listed.unit)},
                             {"contact", printable(listed.contact)},
                             {"number", printable(listed.document_number)},
                             {"met", notices::count_text(listed.met)},
                             {"judged", notices::count_text(listed.judged)},
                             {"categories", std::to_string(notices::by_category(items).size())},
                             {"count", std::to_string(items.size())}};
  if (listed.year) facts.push_back({"year", std::to_string(*listed.year)});
  notices::add_score(facts, listed.score);
  std::int32_t gain = 0;
  for (const RectificationItem* item : items) gain += item->gain_hundredths;
  facts.push_back({"gain", gain > 0 ? points_text(gain) : ""});
  for (Fact& fact : notices::list_facts(list)) facts.push_back(std::move(fact));
  add_dues(facts, list, items);
  facts.push_back({"us", fill(texts.us, facts)});
  facts.push_back({"subject", fill(texts.subject, facts)});
  return facts;
}

void append_item(std::vector<DocumentBlock>& blocks, const RectificationItem& item, std::size_t number,
                 const ItemTexts& texts) {
  blocks.emplace_back(DocumentText{Kind::heading3, std::to_string(number) + "." + printable(item.title)});
  blocks.emplace_back(DocumentText{Kind::paragraph, notices::problem_text(item)});
  for (std::string& quote : notices::quote_sentences(item, texts)) {
    blocks.emplace_back(DocumentText{Kind::quote, std::move(quote)});
  }
  std::string rest = notices::further_places(item, texts);
  const std::string basis = notices::basis_text(item);
  if (!basis.empty()) rest += fill(texts.basis, {{"basis", basis}});
  if (!item.demand.empty()) rest += notices::ended(fill(texts.demand, {{"demand", printable(item.demand)}}));
  if (item.gain_hundredths > 0) rest += fill(texts.gain, {{"gain", points_text(item.gain_hundredths)}});
  if (!rest.empty()) blocks.emplace_back(DocumentText{Kind::paragraph, std::move(rest)});
}

void append_problems(std::vector<DocumentBlock>& blocks, const Items& items, const NoticeTexts& texts,
                     const std::vector<Fact>& facts) {
  std::size_t number = 0;
  for (const notices::ItemGroup& group : notices::by_category(items)) {
    std::vector<Fact> known = facts;
    known.push_back({"category", printable(group.category)});
    known.push_back({"items", std::to_string(group.items.size())});
    blocks.emplace_back(notices::category_heading(++number, fill(texts.notice.category, known)));
    std::size_t of_category = 0;
    for (const RectificationItem* item : group.items) append_item(blocks, *item, ++of_category, texts.item);
  }
}

}  // namespace

OfficialDocument unit_notice(const RectificationList& list, std::size_t unit, const NoticeTexts& texts) {
  const UnitNoticeTexts& own = texts.notice;
  const Items items = notices::items_of(list, unit);
  const std::vector<Fact> facts = facts_of(list, unit, items, own);
  OfficialDocument out;
  out.title = fill(items.empty() ? own.clean_title : own.title, facts);
  out.addressee = fill(own.addressee, facts);
  out.issuer = list.issuer;
  out.date = list.made_on;
  auto& blocks = out.blocks;
  blocks.emplace_back(DocumentText{Kind::paragraph, fill(items.empty() ? own.clean_opening : own.opening, facts)});
  const std::string result = fill(own.score, facts) + fill(own.met, facts);
  if (items.empty()) {
    blocks.emplace_back(DocumentText{Kind::paragraph, result + fill(own.clean, facts)});
  } else {
    blocks.emplace_back(notices::section_heading(1, own.result_heading));
    blocks.emplace_back(DocumentText{Kind::paragraph, result + fill(own.problems, facts)});
    blocks.emplace_back(notices::section_heading(2, own.problems_heading));
    append_problems(blocks, items, texts, facts);
    blocks.emplace_back(notices::section_heading(3, own.demands_heading));
    notices::append_demands(blocks, own.demands, facts);
    out.attachments.push_back({fill(own.attachment, facts), list_blocks(list, unit, texts.table, texts.item), true});
  }
  if (std::string closing = fill(own.closing, facts); !closing.empty()) {
    blocks.emplace_back(DocumentText{Kind::paragraph, std::move(closing)});
  }
  return out;
}

}  // namespace fazhi
