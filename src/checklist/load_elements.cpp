#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "checklist/condition_parser.hpp"
#include "checklist/load_parts.hpp"

namespace fazhi {
namespace {

constexpr int kWholePercent = 100;

std::int32_t index_of(const std::vector<Find>& finds, std::string_view name) {
  const auto found = std::find_if(finds.begin(), finds.end(), [&](const Find& each) { return each.name == name; });
  return found == finds.end() ? -1 : static_cast<std::int32_t>(found - finds.begin());
}

/// Loads one element. Its finds come first, since all else names them.
class ElementLoader {
 public:
  ElementLoader(TableReader& table, Loading& loading) : table_(&table), loading_(&loading) {}

  Element load() {
    load_description();
    load_finds();
    load_outcomes();
    load_statuses();
    table_->finish();
    return std::move(element_);
  }

 private:
  void load_description() {
    element_.id = table_->id("id", Need::required);
    element_.title = table_->text("title", Need::required);
    element_.title_en = table_->text("title_en", Need::optional);
    const auto weight = table_->hundredths("weight", Need::required);
    element_.weight_hundredths = weight.value_or(0);
    if (!weight) loading_->weights_known = false;
    element_.partial_percent = table_->integer("partial", 0, kWholePercent).value_or(element_.partial_percent);
    element_.years = load_years(*table_);
    element_.basis = load_basis(*table_, *loading_);
    element_.asks = table_->text("asks", Need::optional);
    element_.remedy = table_->text("remedy", Need::optional);
    element_.reason = table_->text("reason", loading_->is_tailoring(table_->file()) ? Need::required : Need::optional);
    element_.file = table_->file().path();
    element_.line = table_->place().line;
    if (!table_->has("basis")) table_->warning(named_place(), {MessageId::checklist_no_basis, {element_.id}});
    if (!table_->has("remedy")) table_->warning(named_place(), {MessageId::checklist_no_remedy, {element_.id}});
    load_measure_names();
  }

  void load_measure_names() {
    const auto known = measure_names();
    for (const TomlNode* node : table_->strings("measures", Need::optional)) {
      if (std::find(known.begin(), known.end(), node->text) != known.end()) {
        element_.measures.push_back(node->text);
      } else {
        report_unknown(*table_, *node, MessageId::checklist_unknown_measure, known, *loading_);
      }
    }
  }

  void load_finds() {
    auto named = table_->named_tables("find");
    for (const auto& each : named) find_names_.push_back(each.entry->key);
    for (auto& each : named) {
      is_used_.push_back(!is_name(*each.entry));
      load_find(each.reader, each.entry->key);
    }
    for (const Find& find : element_.finds) {
      mark_used(find.of);
      for (const std::int32_t index : find.near) mark_used(index);
      for (const std::int32_t index : find.apart) mark_used(index);
    }
    for (auto& each : named) find_places_.push_back(each.entry->key_place);
  }

  /// Whether a condition can name the find so; reports it where it can't.
  [[nodiscard]] bool is_name(const TomlEntry& entry) const {
    const auto& reserved = reserved_words();
    const std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789-_";
    if (std::find(reserved.begin(), reserved.end(), entry.key) != reserved.end()) {
      table_->error(entry.key_place, {MessageId::checklist_reserved_name, {entry.key, listed(reserved)}});
      return false;
    }
    if (entry.key.empty() || entry.key.find_first_not_of(allowed) != std::string::npos) {
      table_->error(entry.key_place, {MessageId::checklist_bad_find_name, {entry.key}});
      return false;
    }
    return true;
  }

  void load_find(TableReader& reader, const std::string& name) {
    Find find;
    find.name = name;
    find.of = earlier_find(reader, reader.string_node("of", Need::optional));
    find.patterns = reader.patterns("any", "match", reader.has("of") ? Need::optional : Need::required);
    if (reader.has("of") && (reader.has("any") || reader.has("match"))) {
      reader.error(reader.key_place("of"), {MessageId::checklist_of_with_patterns, {name}});
    }
    find.except = reader.patterns("except", "except_match", Need::optional);
    find.near = earlier_finds(reader, "near");
    find.apart = earlier_finds(reader, "apart");
    find.number = load_unit_groups(reader, "number", Need::optional, *loading_);
    find.within = reader.choice<Scope>("within", Need::optional).value_or(find.within);
    find.roles = reader.choices<Role>("roles", Need::optional);
    find.in_headings = reader.flag("headings", true);
    find.in_body = reader.flag("body", true);
    find.line = reader.place().line;
    if (!find.in_headings && !find.in_body) {
      reader.error(reader.key_place("body"), {MessageId::checklist_find_nowhere, {name}});
    }
    if (reader.has("within") && !reader.has("near") && !reader.has("apart") && !reader.has("number")) {
      reader.warning(reader.key_place("within"), {MessageId::checklist_idle_within, {name}});
    }
    reader.finish();
    element_.finds.push_back(std::move(find));
  }

  std::vector<std::int32_t> earlier_finds(TableReader& reader, std::string_view key) const {
    std::vector<std::int32_t> indexes;
    for (const TomlNode* node : reader.strings(key, Need::optional)) {
      const std::int32_t index = earlier_find(reader, node);
      if (index >= 0) indexes.push_back(index);
    }
    return indexes;
  }

  std::int32_t earlier_find(const TableReader& reader, const TomlNode* node) const {
    if (node == nullptr) return -1;
    const std::int32_t index = index_of(element_.finds, node->text);
    if (index >= 0) return index;
    if (std::find(find_names_.begin(), find_names_.end(), node->text) != find_names_.end()) {
      reader.error(node->place, {MessageId::checklist_later_find, {node->text}});
    } else {
      std::vector<std::string_view> earlier;
      for (const Find& find : element_.finds) earlier.push_back(find.name);
      reader.error(node->place, {MessageId::checklist_unknown_find, {node->text, listed(earlier)}},
                   hint_nearest(node->text, find_names_));
    }
    return -1;
  }

  void load_outcomes() {
    const ConditionNames names{find_names_, measure_names()};
    bool is_settled = false;
    for (TableReader& reader : table_->tables("outcome", Need::required)) {
      Outcome outcome;
      const auto status = reader.choice<Status>("status", Need::required, decided_statuses());
      const TomlNode* when = reader.string_node("when", Need::required);
      outcome.note = reader.text("note", Need::optional);
      reader.finish();
      if (when != nullptr) outcome.when_text = when->text;
      const bool is_sound = when != nullptr && load_condition(reader, *when, names, outcome.when);
      if (is_settled) reader.error(reader.place(), {MessageId::checklist_after_always, {}});
      if (is_sound && outcome.when.kind == Condition::Kind::always) is_settled = true;
      if (!is_sound) all_outcomes_known_ = false;
      if (!status) {
        all_outcomes_known_ = false;
        continue;
      }
      outcome.status = *status;
      element_.outcomes.push_back(std::move(outcome));
    }
    if (element_.outcomes.empty()) all_outcomes_known_ = false;
    falls_through_ = !is_settled;
    report_unused_finds();
  }

  bool load_condition(const TableReader& reader, const TomlNode& when, const ConditionNames& names, Condition& into) {
    auto parsed = parse_condition(when.text, names);
    if (auto* error = std::get_if<ConditionError>(&parsed)) {
      const bool may_be_in_missing_file =
          !loading_->is_complete && error->message.id == MessageId::checklist_unknown_measure;
      if (!may_be_in_missing_file) {
        const Place place = reader.file().inside_string(when.place, error->byte_offset, error->byte_length);
        reader.error(place, std::move(error->message), std::move(error->hint));
      }
      return false;
    }
    into = std::move(std::get<Condition>(parsed));
    mark_used(into);
    return true;
  }

  void mark_used(std::int32_t find) {
    if (find >= 0) is_used_[static_cast<std::size_t>(find)] = true;
  }

  void mark_used(const Condition& condition) {
    mark_used(condition.find);
    for (const Condition& child : condition.children) mark_used(child);
  }

  void report_unused_finds() const {
    if (!all_outcomes_known_) return;
    for (std::size_t i = 0; i < element_.finds.size(); ++i) {
      if (!is_used_[i]) table_->warning(find_places_[i], {MessageId::checklist_unused_find, {element_.finds[i].name}});
    }
  }

  /// Examples, and whether they fit the statuses that the outcomes can give.
  void load_statuses() {
    element_.examples = load_examples(*table_, decided_statuses());
    if (!all_outcomes_known_) return;
    for (const Status status : {Status::met, Status::partial, Status::missing, Status::not_applicable}) {
      const auto has_status = [&](const auto& each) { return each.status == status; };
      const bool can_be = std::any_of(element_.outcomes.begin(), element_.outcomes.end(), has_status) ||
                          (status == Status::missing && falls_through_);
      const auto example = std::find_if(element_.examples.begin(), element_.examples.end(), has_status);
      if (can_be && example == element_.examples.end()) {
        table_->warning(named_place(),
                        {MessageId::checklist_missing_example, {element_.id, std::string(name_of(status))}});
      } else if (!can_be && example != element_.examples.end() && !example->known_gap) {
        table_->error({.line = example->line, .column = 1, .length = kExampleHeaderLength},
                      {MessageId::checklist_impossible_example, {element_.id, std::string(name_of(status))}});
      }
    }
  }

  static std::vector<std::string_view> decided_statuses() {
    return {name_of(Status::met), name_of(Status::partial), name_of(Status::missing), name_of(Status::not_applicable)};
  }

  [[nodiscard]] std::vector<std::string_view> measure_names() const {
    std::vector<std::string_view> names;
    for (const MeasureRule& measure : loading_->checklist.language.measures) names.push_back(measure.name);
    return names;
  }

  [[nodiscard]] Place named_place() const { return table_->value_place("id"); }

  static constexpr int kExampleHeaderLength = 19;  // [[element.example]]

  TableReader* table_;
  Loading* loading_;
  Element element_;
  std::vector<std::string_view> find_names_;
  std::vector<Place> find_places_;
  std::vector<bool> is_used_;
  bool all_outcomes_known_ = true;
  bool falls_through_ = true;  ///< no outcome is `always`: where none holds, `missing`
};

}  // namespace

void load_elements(TableReader& root, Loading& loading) {
  for (TableReader& table : root.tables("element", Need::optional)) {
    Element element = ElementLoader(table, loading).load();
    if (!element.id.empty()) {
      loading.ids.claim("finding", element.id, table.file(), table.value_place("id"), loading.diagnostics);
    }
    loading.checklist.elements.push_back(std::move(element));
  }
}

}  // namespace fazhi
