#include "present/list_page.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "audit/points.hpp"
#include "audit/rectification_text.hpp"
#include "present/assets.hpp"
#include "present/list_cells.hpp"
#include "present/site_markup.hpp"
#include "present/wording.hpp"

namespace fazhi {
namespace {

using site::element;
using site::line;

struct PageColumn {
  MessageId title;
  std::string_view css_class;
  bool is_number = false;
};

constexpr std::array<PageColumn, 11> kColumns{{
    {MessageId::listing_number, "number", true},
    {MessageId::listing_unit, "unit"},
    {MessageId::listing_category, "category"},
    {MessageId::listing_problem, "problem"},
    {MessageId::listing_demand, "demand"},
    {MessageId::listing_points, "points", true},
    {MessageId::listing_person, "person"},
    {MessageId::listing_due, "due"},
    {MessageId::listing_progress, "progress"},
    {MessageId::listing_review, "review"},
    {MessageId::listing_state, "state"},
}};

/// Text of several lines, its line breaks kept by the style sheet.
std::string lines(std::string_view text) { return site::text(text); }

class ListPage {
 public:
  ListPage(std::string& out, const RectificationList& list, const ListViewOptions& options) : out_(out), list_(list), options_(options) {}

  void write() {
    out_ += "<a class=\"skip\" href=\"#items\">" + word(MessageId::site_skip) + "</a>\n";
    head();
    filters();
    out_ += "<main>\n";
    if (list_.items.empty()) {
      out_ += element("p", "none", word(MessageId::listing_none));
    } else {
      table();
    }
    notes();
    out_ += "</main>\n";
  }

 private:
  [[nodiscard]] std::string word(MessageId id) const { return line(say(id, options_.language)); }

  void head() {
    out_ += "<header class=\"top\">" + element("h1", "", "<bdi>" + line(list_.title) + "</bdi>") + "\n<p class=\"dates\">";
    const auto part = [this](const std::string& text) { out_ += element("span", "", line(text)); };
    if (!list_.issuer.empty()) part(say(MessageId::listing_issuer, options_.language, list_.issuer));
    if (!list_.made_on.empty()) part(say(MessageId::listing_made_on, options_.language, list_.made_on));
    if (!list_.due.empty()) part(say(MessageId::listing_due_all, options_.language, list_.due));
    part(say(MessageId::listing_count, options_.language, std::to_string(list_.units.size()), std::to_string(list_.items.size())));
    out_ += "</p>\n<ul class=\"tiles\">";
    for (const ItemState each : kItemStatesInOrder) {
      const auto count = std::count_if(list_.items.begin(), list_.items.end(),
                                       [each](const RectificationItem& item) { return item.progress.state == each; });
      tile(word_of(each, options_.language), static_cast<std::size_t>(count), "s-" + std::string(name_of(each)));
    }
    const auto late = std::count_if(list_.items.begin(), list_.items.end(),
                                    [this](const RectificationItem& item) { return is_overdue(item); });
    tile(say(MessageId::listing_overdue, options_.language), static_cast<std::size_t>(late), "s-overdue");
    out_ += "</ul></header>\n";
  }

  [[nodiscard]] bool is_overdue(const RectificationItem& item) const { return lateness_of(item, options_.today) == Lateness::overdue; }

  void tile(const std::string& text, std::size_t count, const std::string& css_class) {
    out_ += element("li", count == 0 ? "" : css_class, "<b>" + std::to_string(count) + "</b> " + line(text));
  }

  void option(std::string_view value, std::string_view text) {
    out_ += "<option value=\"" + site::text(value) + "\">" + line(text) + "</option>";
  }

  void select(std::string_view id, MessageId label, MessageId all, const std::vector<std::string>& values) {
    ((((out_ += "<label class=\"hidden\" for=\"") += id) += "\">") += word(label)) += "</label><select id=\"";
    (out_ += id) += "\">";
    option("", say(all, options_.language));
    for (const std::string& each : values) option(each, each);
  }

  void filters() {
    if (list_.items.empty()) return;
    std::vector<std::string> categories;
    std::unordered_set<std::string_view> seen;
    for (const RectificationItem& each : list_.items) {
      if (!each.category.empty() && seen.insert(each.category).second) categories.push_back(each.category);
    }
    out_ += "<form class=\"filters\" role=\"search\">";
    if (list_.units.size() > 1) {
      std::vector<std::string> units;
      for (const ListedUnit& each : list_.units) units.push_back(each.unit);
      select("unit", MessageId::listing_unit, MessageId::listing_all_units, units);
      out_ += "</select>";
    }
    select("category", MessageId::listing_category, MessageId::listing_all_categories, categories);
    out_ += "</select>";
    select("state", MessageId::listing_state, MessageId::listing_all_states, {});
    for (const ItemState each : kItemStatesInOrder) option(name_of(each), word_of(each, options_.language));
    option("overdue", say(MessageId::listing_overdue, options_.language));
    out_ += "</select><label for=\"filter\">" + word(MessageId::site_filter) +
            "</label><input type=\"search\" id=\"filter\" autocomplete=\"off\" spellcheck=\"false\" placeholder=\"" +
            word(MessageId::listing_filter_hint) + "\"><button type=\"reset\">" + word(MessageId::site_clear) +
            "</button><output id=\"shown\" aria-live=\"polite\" data-words=\"" +
            line(say(MessageId::site_shown, options_.language, std::string("{0}"), std::string("{1}"))) + "\"></output></form>\n";
  }

  void table() {
    out_ += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + word(MessageId::listing_sheet) +
            "\">\n<table id=\"items\">\n<caption class=\"hidden\">" + line(list_.title) + "</caption>\n<thead><tr>";
    for (const PageColumn& each : kColumns) {
      ((out_ += "<th scope=\"col\" aria-sort=\"none\" class=\"") += each.css_class) += '"';
      if (each.is_number) out_ += " data-number";
      out_ += "><button type=\"button\">" + word(each.title) + "</button></th>";
    }
    out_ += "</tr></thead>\n<tbody>\n";
    for (std::size_t index = 0; index < list_.items.size(); ++index) row(index);
    out_ += "</tbody></table></div>\n";
  }

  void cell(std::size_t column, const std::string& content, std::string_view key) {
    const PageColumn& form = kColumns[column];
    ((out_ += "<td class=\"") += form.css_class) += "\" data-label=\"" + word(form.title) + "\" data-key=\"";
    site::append_text(out_, key);
    (out_ += "\"><div>") += content + "</div></td>";
  }

  void row(std::size_t index) {
    const RectificationItem& item = list_.items[index];
    const ListCells cells = cells_of(list_, index, options_.today, options_.language);
    const auto text = [&](ListField field) -> const std::string& { return at(cells, field); };
    std::string states(name_of(item.progress.state));
    if (is_overdue(item)) states += " overdue";
    out_ += "<tr id=\"i" + site::text(item.id) + "\" data-states=\"" + states + "\" data-unit=\"" + site::text(text(ListField::unit)) +
            "\" data-category=\"" + site::text(item.category) + "\">";
    cell(0, text(ListField::number), text(ListField::number));
    cell(1, "<bdi>" + line(text(ListField::unit)) + "</bdi>", text(ListField::unit));
    cell(2, line(item.category), item.category);
    cell(3, problem(item), problem_sentences(item, options_.language));
    cell(4, lines(item.demand) + small("basis", text(ListField::basis)), item.demand);
    cell(5, text(ListField::points), text(ListField::points));
    cell(6, person(item, text(ListField::responsible_unit), text(ListField::unit)), text(ListField::person));
    cell(7, due(item), item.due);
    cell(8, progress(item.progress), item.progress.progress);
    cell(9, review(item.progress), item.progress.review);
    cell(10, state(item), std::to_string(static_cast<int>(item.progress.state)));
    out_ += "</tr>\n";
  }

  static std::string small(std::string_view css_class, std::string_view text) {
    return text.empty() ? std::string() : element("p", std::string("small ") + std::string(css_class), lines(text));
  }

  [[nodiscard]] std::string labelled(MessageId label, std::string_view text) const {
    return text.empty() ? std::string() : element("p", "small", element("b", "", word(label)) + " " + lines(text));
  }

  [[nodiscard]] std::string problem(const RectificationItem& item) const {
    std::string out = element("p", "", lines(problem_sentences(item, options_.language)));
    std::string quotes;
    for (std::size_t index = 0; index < std::min(item.quotes.size(), limits::kCellPassages); ++index) quotes += quote(item.quotes[index]);
    if (item.quotes.size() > limits::kCellPassages) {
      quotes += element("li", "", line(say(MessageId::listing_more_quotes, options_.language,
                                           std::to_string(item.quotes.size() - limits::kCellPassages))));
    }
    if (!quotes.empty()) out += element("ul", "quotes", quotes);
    return out;
  }

  [[nodiscard]] std::string quote(const ItemQuote& quote) const {
    std::string out;
    if (!quote.text.empty()) out += element("q", "", line(quote.text));
    if (!quote.reason.empty()) out += element("span", "reason", line(quote.reason));
    if (quote.paragraph > 0) {
      Evidence place;
      place.paragraph = quote.paragraph;
      place.section = quote.section;
      place.page = quote.page;
      out += element("span", "place", line(place_of(place, options_.language)));
    }
    return element("li", quote.use == EvidenceUse::support ? "" : "near", out);
  }

  [[nodiscard]] std::string person(const RectificationItem& item, const std::string& responsible, const std::string& unit) const {
    std::string out;
    if (!item.progress.responsible_person.empty()) out += element("p", "", line(item.progress.responsible_person));
    return out + (responsible == unit ? std::string() : small("", responsible));
  }

  [[nodiscard]] std::string due(const RectificationItem& item) const {
    const std::string late = lateness_text(item, options_.today, options_.language);
    std::string out = element("span", "day", line(item.due));
    if (!late.empty()) out += element("span", is_overdue(item) ? "late" : "soon", line(late));
    return out;
  }

  [[nodiscard]] std::string progress(const ItemProgress& progress) const {
    std::string out;
    if (!progress.progress.empty()) out += element("p", "", lines(progress.progress));
    return out + labelled(MessageId::listing_material, progress.material) + labelled(MessageId::listing_remark, progress.remark);
  }

  [[nodiscard]] std::string review(const ItemProgress& progress) const {
    std::string out;
    if (!progress.review.empty()) out += element("p", "", lines(progress.review));
    return out + labelled(MessageId::listing_reviewer, progress.reviewer);
  }

  [[nodiscard]] std::string state(const RectificationItem& item) const {
    const ItemProgress& progress = item.progress;
    std::string out = element("span", "mark s-" + std::string(name_of(progress.state)), line(word_of(progress.state, options_.language)));
    return out + small("day", progress.closed_on);
  }

  void notes() {
    std::string items;
    if (!list_.absent.empty()) {
      std::string names;
      for (const std::string& each : list_.absent) names.append(names.empty() ? "" : say(MessageId::listing_comma, options_.language)).append(each);
      items += element("li", "", line(say(MessageId::listing_absent, options_.language, std::to_string(list_.absent.size()), names)));
    }
    for (const Message& each : list_.notes) items += element("li", "", line(render(each, options_.language)));
    if (items.empty()) return;
    out_ += "<section class=\"notes\">" + element("h2", "", word(MessageId::site_notes)) + element("ul", "plain", items) + "</section>\n";
  }

  std::string& out_;
  const RectificationList& list_;
  const ListViewOptions& options_;
};

}  // namespace

std::string list_page(const RectificationList& list, const ListViewOptions& options) {
  const site::PageFrame frame{list.title, "list", std::string(assets::kSiteCss).append(assets::kListCss), assets::kListJs,
                              options.language};
  std::string out;
  site::begin_page(out, frame);
  ListPage(out, list, options).write();
  site::end_page(out, frame);
  return out;
}

}  // namespace fazhi
