#include <algorithm>
#include <string>
#include <utility>

#include "checklist/load_parts.hpp"

namespace fazhi {
namespace {

constexpr int kWholePercent = 100;

template <class Rule>
Rule* find_rule(std::vector<Rule>& rules, std::string_view id) {
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& each) { return each.id == id; });
  return found == rules.end() ? nullptr : &*found;
}

/// Reads one table that changes a rule that stands in another file.
class Tailor {
 public:
  Tailor(TableReader& table, Loading& loading) : table_(&table), loading_(&loading) {
    if (!loading.is_tailoring(table.file())) {
      table.error(table.place(), {MessageId::checklist_not_tailoring, {}},
                  Message{MessageId::checklist_hint_extends, {}});
    }
    id_ = table.id("id", Need::required);
    reason_ = table.text("reason", Need::required);
  }

  void adjust() {
    if (Element* element = find_rule(loading_->checklist.elements, id_)) {
      adjust_element(*element);
    } else if (Defect* defect = find_rule(loading_->checklist.defects, id_)) {
      adjust_defect(*defect);
    } else {
      unknown_id(true);
      return;
    }
    table_->finish();
  }

  void retire() {
    table_->finish();
    if (!retire_from(loading_->checklist.elements) && !retire_from(loading_->checklist.defects)) unknown_id(true);
  }

  void waive() {
    Waiver waiver;
    waiver.element = id_;
    waiver.reason = reason_;
    waiver.units = table_->phrases("units", Need::optional);
    waiver.approver = table_->text("approver", Need::required);
    waiver.expires_on = table_->date("expires_on", Need::required);
    waiver.file = table_->file().path();
    waiver.line = table_->place().line;
    table_->finish();
    if (find_rule(loading_->checklist.elements, id_) == nullptr) unknown_id(false);
    loading_->checklist.waivers.push_back(std::move(waiver));
  }

 private:
  template <class Rule>
  void record(Rule& rule, std::string_view key, const std::string& before, const std::string& after) {
    rule.changes.push_back(
        {std::string(key), before, after, reason_, table_->file().path(), table_->key_place(key).line});
    if (before == after) table_->warning(table_->key_place(key), {MessageId::checklist_idle_change, {id_, before}});
    is_changed_ = true;
  }

  template <class Rule>
  void adjust_text(Rule& rule, std::string_view key, std::string& value) {
    const std::string wanted = table_->text(key, Need::optional);
    if (wanted.empty()) return;
    record(rule, key, value, wanted);
    value = wanted;
  }

  /// A new title is not that of which the old `title_en` is the English.
  template <class Rule>
  void adjust_title(Rule& rule) {
    adjust_text(rule, "title", rule.title);
    if (table_->has("title") && !table_->has("title_en") && !rule.title_en.empty()) {
      record(rule, "title_en", rule.title_en, "");
      rule.title_en.clear();
    }
    adjust_text(rule, "title_en", rule.title_en);
  }

  void adjust_element(Element& element) {
    if (const auto weight = table_->hundredths("weight", Need::optional)) {
      record(element, "weight", in_points(element.weight_hundredths), in_points(*weight));
      element.weight_hundredths = *weight;
    }
    if (const auto partial = table_->integer("partial", 0, kWholePercent)) {
      record(element, "partial", std::to_string(element.partial_percent), std::to_string(*partial));
      element.partial_percent = *partial;
    }
    const YearSpan years = load_years(*table_);
    if (table_->has("years")) {
      record(element, "years", shown(element.years), shown(years));
      element.years = years;
    }
    adjust_title(element);
    adjust_text(element, "asks", element.asks);
    adjust_text(element, "remedy", element.remedy);
    check_changed();
  }

  void adjust_defect(Defect& defect) {
    if (const auto severity = table_->choice<Severity>("severity", Need::optional)) {
      record(defect, "severity", std::string(name_of(defect.severity)), std::string(name_of(*severity)));
      defect.severity = *severity;
    }
    adjust_title(defect);
    adjust_text(defect, "remedy", defect.remedy);
    check_remedy(*table_, defect);
    check_changed();
  }

  void check_changed() const {
    if (!is_changed_) table_->error(table_->place(), {MessageId::checklist_no_change, {id_}});
  }

  template <class Rule>
  bool retire_from(std::vector<Rule>& rules) {
    Rule* rule = find_rule(rules, id_);
    if (rule == nullptr) return false;
    loading_->checklist.retired.push_back({id_, rule->title, reason_, table_->file().path(), table_->place().line});
    rules.erase(rules.begin() + (rule - rules.data()));
    std::erase_if(loading_->checklist.waivers, [&](const Waiver& each) { return each.element == id_; });
    return true;
  }

  void unknown_id(bool with_defects) {
    if (const Retired* gone = find_rule(loading_->checklist.retired, id_)) {
      table_->error(table_->value_place("id"),
                    {MessageId::checklist_retired_before, {id_, gone->file, std::to_string(gone->line)}});
      return;
    }
    std::vector<std::string_view> known;
    for (const Element& each : loading_->checklist.elements) known.push_back(each.id);
    for (const Defect& each : loading_->checklist.defects) {
      if (with_defects) known.push_back(each.id);
    }
    if (const TomlNode* node = table_->value("id"); node != nullptr && !id_.empty()) {
      report_unknown(*table_, *node, MessageId::checklist_unknown_rule, known, *loading_);
    }
  }

  TableReader* table_;
  Loading* loading_;
  std::string id_;
  std::string reason_;
  bool is_changed_ = false;
};

}  // namespace

void load_tailoring(TableReader& root, Loading& loading) {
  for (TableReader& table : root.tables("adjust", Need::optional)) Tailor(table, loading).adjust();
  for (TableReader& table : root.tables("retire", Need::optional)) Tailor(table, loading).retire();
  for (TableReader& table : root.tables("waive", Need::optional)) Tailor(table, loading).waive();
}

}  // namespace fazhi
