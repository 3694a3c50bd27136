#include "present/verification_page.hpp"

#include "audit/points.hpp"
#include "present/assets.hpp"
#include "present/site_markup.hpp"
#include "present/verification_wording.hpp"
#include "present/wording.hpp"

namespace fazhi {
namespace {

using site::element;
using site::line;

/// The colours of statuses serve for changes.
std::string_view class_of(ItemChange change) {
  switch (change) {
    case ItemChange::fixed:
      return "k-met";
    case ItemChange::partly:
      return "k-partial";
    case ItemChange::open:
      return "k-missing";
    case ItemChange::added:
      return "k-defect";
  }
  return "";
}

class VerificationPage {
 public:
  VerificationPage(const Verification& verification, Language language)
      : verification_(verification), language_(language) {}

  std::string write() {
    const site::PageFrame frame{verification_.title, "verification",
                                std::string(assets::kSiteCss).append(assets::kVerificationCss), assets::kVerificationJs,
                                language_};
    site::begin_page(out_, frame);
    out_ += "<a class=\"skip\" href=\"#items\">" + word(MessageId::site_skip) + "</a>\n<header class=\"top\">" +
            element("h1", "", line(verification_.title)) +
            element("p", "remark", line(say(MessageId::verify_day, language_, verification_.made_on))) + "</header>\n<main>\n";
    out_ += element("p", "sum", line(say(MessageId::verify_summary, language_, std::to_string(verification_.units.size())) +
                                     counts_words(verification_, std::nullopt, language_))) + "\n";
    for (const Message& each : verification_.notes) out_ += element("p", "note", line(render(each, language_))) + "\n";
    units();
    filters();
    out_ += "<div id=\"items\">\n";
    for (std::size_t at = 0; at < verification_.units.size(); ++at) unit(at);
    out_ += "</div>\n" + element("p", "remark", word(MessageId::verify_closing)) + "\n</main>\n";
    site::end_page(out_, frame);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string word(MessageId id) const { return line(say(id, language_)); }

  void units() {
    out_ += "<div class=\"frame\"><table class=\"units\"><thead><tr>";
    for (const MessageId each : {MessageId::verify_unit, MessageId::verify_points_before, MessageId::verify_points_after,
                                 MessageId::verify_rise}) {
      out_ += element("th", "", word(each));
    }
    for (const ItemChange each : kChanges) out_ += element("th", "", line(word_of(each, language_)));
    out_ += "</tr></thead>\n<tbody>\n";
    for (std::size_t at = 0; at < verification_.units.size(); ++at) unit_row(at);
    out_ += "</tbody></table></div>\n";
  }

  void unit_row(std::size_t at) {
    const VerifiedUnit& unit = verification_.units[at];
    const std::string place = std::to_string(at + 1);
    out_ += "<tr><th scope=\"row\"><a href=\"#u" + place + "\"><bdi>" + line(unit.unit) + "</bdi></a></th>";
    out_ += element("td", "", score_words(unit.before, language_)) + element("td", "", score_words(unit.after, language_));
    const bool both = unit.before.possible_hundredths != 0 && unit.after.possible_hundredths != 0;
    const std::int32_t rise = unit.after.awarded_hundredths - unit.before.awarded_hundredths;
    out_ += element("td", "", both ? (rise > 0 ? "+" : "") + points_text(rise) : std::string());
    for (const ItemChange change : kChanges) {
      std::size_t count = 0;
      for (const VerifiedItem& each : verification_.items) count += each.unit == at && each.change == change ? 1 : 0;
      out_ += element("td", count > 0 ? class_of(change) : "", std::to_string(count));
    }
    out_ += "</tr>\n";
  }

  void filters() {
    out_ += "<div class=\"filters\"><label>" + word(MessageId::verify_filter_unit) + " <select id=\"unit\"><option value=\"\">" +
            word(MessageId::verify_all) + "</option>";
    for (std::size_t at = 0; at < verification_.units.size(); ++at) {
      out_ += "<option value=\"" + std::to_string(at + 1) + "\">" + line(verification_.units[at].unit) + "</option>";
    }
    out_ += "</select></label><span role=\"group\" aria-label=\"" + word(MessageId::verify_filter_change) + "\">";
    button("", word(MessageId::verify_all), true);
    for (const ItemChange each : kChanges) {
      if (verification_.count(each) > 0) button(name_of(each), line(word_of(each, language_)), false);
    }
    button("warned", word(MessageId::verify_warned), false);
    out_ += "</span></div>\n";
  }

  void button(std::string_view value, const std::string& label, bool pressed) {
    out_ += "<button type=\"button\" data-change=\"" + std::string(value) + "\" aria-pressed=\"" +
            (pressed ? "true" : "false") + "\">" + label + "</button>";
  }

  void unit(std::size_t at) {
    const VerifiedUnit& unit = verification_.units[at];
    const std::string place = std::to_string(at + 1);
    out_ += "<section class=\"unit\" id=\"u" + place + "\" data-unit=\"" + place + "\">\n<h2><bdi>" + line(unit.unit) +
            "</bdi></h2>\n";
    out_ += element("p", "remark", line(counts_words(verification_, at, language_))) + "\n";
    for (const Message& each : unit.notes) out_ += element("p", "note", line(render(each, language_))) + "\n";
    // What a unit left as it was is opened where it is wanted.
    const bool left = unit.source_after.empty();
    if (left) out_ += "<details><summary>" + word(MessageId::verify_items) + "</summary>\n";
    for (const VerifiedItem& each : verification_.items) {
      if (each.unit == at) item(each);
    }
    out_ += left ? "</details>\n</section>\n" : "</section>\n";
  }

  void item(const VerifiedItem& item) {
    out_ += "<article class=\"item " + std::string(class_of(item.change)) + "\" data-change=\"" +
            std::string(name_of(item.change)) + (item.warnings.empty() ? "\"" : "\" data-warned=\"1\"") + ">\n<h3>" +
            element("span", "tag", line(change_words(item, language_))) + " " + line(item.title) + "</h3>\n";
    if (!item.demand.empty()) {
      out_ += "<p class=\"demand\">" + element("b", "", word(MessageId::advice_asked)) + line(item.demand) + "</p>\n";
    }
    out_ += "<div class=\"sides\">\n";
    side(item, false);
    side(item, true);
    out_ += "</div>\n";
    for (const Message& each : item.warnings) {
      out_ += "<p class=\"warning\">" + element("b", "", word(MessageId::verify_warning_label)) +
              line(render(each, language_)) + "</p>\n";
    }
    out_ += "<p class=\"state\">" + word(MessageId::verify_proposed) + (language_ == Language::zh ? "：" : ": ") +
            line(word_of(item.proposed, language_)) + "</p>\n</article>\n";
  }

  void side(const VerifiedItem& item, bool is_after) {
    const VerifiedSide& side = is_after ? item.after : item.before;
    out_ += "<div class=\"side\"><h4>" + word(is_after ? MessageId::verify_after : MessageId::verify_before) + " " +
            element("span", "standing", line(standing_of(item, side, language_))) + "</h4>\n";
    const std::string empty = empty_side_words(item, is_after, language_);
    if (!empty.empty()) out_ += element("p", "none", line(empty)) + "\n";
    for (const ItemQuote& each : side.quotes) quote(each);
    const std::string why = why_of(side, language_);
    if (!why.empty()) out_ += element("p", "why", line(why)) + "\n";
    out_ += "</div>\n";
  }

  void quote(const ItemQuote& quote) {
    Evidence place;
    place.paragraph = quote.paragraph;
    place.page = quote.page;
    place.section = quote.section;
    out_ += "<blockquote>" + element("span", "place", line(place_of(place, language_))) + "<q lang=\"zh-CN\">" +
            line(quote.text) + "</q>";
    if (!quote.reason.empty()) out_ += element("span", "reason", line(quote.reason));
    out_ += "</blockquote>\n";
  }

  static constexpr ItemChange kChanges[] = {ItemChange::fixed, ItemChange::partly, ItemChange::open, ItemChange::added};

  const Verification& verification_;
  Language language_;
  std::string out_;
};

}  // namespace

std::string verification_page(const Verification& verification, Language language) {
  return VerificationPage(verification, language).write();
}

}  // namespace fazhi
