#include "checklist/notice_rules.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "checklist/builtin.hpp"
#include "checklist/read_text_file.hpp"
#include "checklist/table_reader.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kBuiltinPath = "notices.toml";

using Names = std::vector<std::string_view>;

/// What the placeholders of a table's texts can be.
struct Known {
  Names certain;
  Names maybe;
};

/// Whether a text has to have a form for every case, or is left out in some.
enum class Ending { certain, may_vanish };

bool contains(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Names joined(Names first, const Names& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

/// Reads texts of one table.
class TextReader {
 public:
  TextReader(TableReader& table, Known known) : table_(table), known_(std::move(known)) {}

  /// A text in one or several forms, with `more` known beside what the table knows.
  Wording wording(std::string_view key, const Names& more = {}, Ending ending = Ending::certain,
                  Need need = Need::required) {
    const Known known{joined(known_.certain, more), known_.maybe};
    return wording_of(key, known, ending, need);
  }
  /// A sentence that is left out where no form can be filled.
  Wording vanishing(std::string_view key, const Names& more = {}) { return wording(key, more, Ending::may_vanish); }
  std::string plain(std::string_view key) { return table_.text(key, Need::required); }

  Wording wording_of(std::string_view key, const Known& known, Ending ending, Need need) {
    std::vector<const TomlNode*> forms;
    const TomlNode* value = table_.value(key);
    if (value != nullptr && value->kind == TomlNode::Kind::array) {
      forms = table_.strings(key, need);
    } else if (const TomlNode* node = table_.string_node(key, need)) {
      forms.push_back(node);
    }
    Wording out;
    for (const TomlNode* form : forms) {
      const bool is_last = form == forms.back();
      check(*form, known, is_last && ending == Ending::certain);
      out.push_back(form->text);
    }
    return out;
  }

 private:
  void check(const TomlNode& form, const Known& known, bool is_last) {
    const auto placeholders = placeholders_of(form.text);
    if (!placeholders) {
      table_.error(form.place, {MessageId::notices_open_brace, {}});
      return;
    }
    const Names all = joined(known.certain, known.maybe);
    for (const Placeholder& each : *placeholders) {
      const Place place = table_.file().inside_string(form.place, each.byte_offset, each.name.size() + 2);
      if (!contains(all, each.name)) {
        table_.error(place, {MessageId::notices_unknown_placeholder, {std::string(each.name), listed(all)}},
                     hint_nearest(each.name, all));
      } else if (is_last && !contains(known.certain, each.name)) {
        table_.error(place, {MessageId::notices_last_form, {std::string(each.name)}});
      }
    }
  }

  TableReader& table_;
  Known known_;
};

void load_demands(TableReader& table, const Known& known, std::vector<DemandTexts>& out) {
  for (TableReader& each : table.tables("demand", Need::required)) {
    DemandTexts demand;
    demand.head = each.text("head", Need::required);
    const Ending ending = each.flag("optional", false) ? Ending::may_vanish : Ending::certain;
    demand.text = TextReader(each, {}).wording_of("text", known, ending, Need::required);
    each.finish();
    out.push_back(std::move(demand));
  }
}

void load_item(TableReader& root, ItemTexts& texts) {
  auto table = root.table("item", Need::required);
  if (!table) return;
  TextReader reader(*table, {});
  texts.place = reader.wording_of("place", {{"paragraph"}, {"heading", "page"}}, Ending::certain, Need::required);
  texts.quote = reader.wording_of("quote", {{"label", "quote", "place"}, {"reason"}}, Ending::certain, Need::required);
  texts.label_support = reader.plain("label_support");
  texts.label_refused = reader.plain("label_refused");
  texts.label_against = reader.plain("label_against");
  texts.places = reader.wording("places", {"places"});
  texts.gain = reader.wording("gain", {"gain"});
  texts.basis = reader.wording("basis", {"basis"});
  texts.demand = reader.wording("demand", {"demand"});
  table->finish();
}

void load_notice(TableReader& root, UnitNoticeTexts& texts) {
  auto table = root.table("notice", Need::required);
  if (!table) return;
  const Known known{{"unit", "us", "subject", "categories", "count"},
                    {"year", "number", "issuer", "made_on", "due", "first_due", "contact", "checklist", "score", "highest",
                     "possible", "grade", "met", "judged", "gain"}};
  TextReader reader(*table, known);
  texts.us = reader.wording_of("us", {{}, {"issuer"}}, Ending::certain, Need::required);
  texts.subject = reader.wording_of("subject", {{"unit"}, {"year", "number"}}, Ending::certain, Need::required);
  texts.title = reader.wording("title");
  texts.addressee = reader.wording("addressee");
  texts.opening = reader.wording("opening");
  texts.result_heading = reader.plain("result_heading");
  texts.score = reader.wording("score");
  texts.met = reader.vanishing("met");
  texts.problems = reader.wording("problems");
  texts.problems_heading = reader.plain("problems_heading");
  texts.category = reader.wording("category", {"category", "items"});
  texts.demands_heading = reader.plain("demands_heading");
  load_demands(*table, known, texts.demands);
  texts.clean_title = reader.wording("clean_title");
  texts.clean_opening = reader.wording("clean_opening");
  texts.clean = reader.wording("clean");
  texts.closing = reader.wording("closing", {}, Ending::may_vanish, Need::optional);
  texts.attachment = reader.wording("attachment");
  table->finish();
}

void load_circular(TableReader& root, CircularTexts& texts) {
  auto table = root.table("circular", Need::required);
  if (!table) return;
  const Known known{{"us", "subject", "units", "sent", "categories", "count"},
                    {"year", "issuer", "made_on", "due", "checklist", "late", "late_units", "absent", "absent_units",
                     "average", "highest", "lowest", "grades", "fewer"}};
  TextReader reader(*table, known);
  texts.us = reader.wording_of("us", {{}, {"issuer"}}, Ending::certain, Need::required);
  texts.subject = reader.wording_of("subject", {{}, {"year"}}, Ending::certain, Need::required);
  texts.title = reader.wording("title");
  texts.addressee = reader.wording("addressee");
  texts.opening = reader.wording("opening");
  texts.overview_heading = reader.plain("overview_heading");
  texts.sent = reader.wording("sent");
  texts.late = reader.vanishing("late");
  texts.absent = reader.vanishing("absent");
  texts.average = reader.vanishing("average");
  texts.grades = reader.vanishing("grades");
  texts.grade = reader.wording("grade", {"grade", "reports"});
  texts.no_grade = reader.wording("no_grade", {"reports"});
  texts.problems_heading = reader.plain("problems_heading");
  texts.problems = reader.wording("problems");
  texts.category = reader.wording("category", {"category", "items"});
  texts.missing = reader.wording("missing", {"names"});
  texts.partial = reader.wording("partial", {"names"});
  texts.undecided = reader.wording("undecided", {"names"});
  texts.defect = reader.wording("defect", {"names"});
  texts.example = reader.wording_of("example", {{"unit", "place", "quote"}, {"reason"}}, Ending::certain, Need::required);
  texts.others = reader.wording("others", {"others"});
  texts.none = reader.wording("none");
  texts.demands_heading = reader.plain("demands_heading");
  load_demands(*table, known, texts.demands);
  for (const TomlNode* ending : table->strings("short_of", Need::optional)) texts.short_of.push_back(ending->text);
  texts.closing = reader.wording("closing", {}, Ending::may_vanish, Need::optional);
  texts.ranking_title = reader.wording("ranking_title");
  table->finish();
}

void load_table(TableReader& root, TableTexts& texts) {
  auto table = root.table("table", Need::required);
  if (!table) return;
  TextReader reader(*table, {});
  const std::pair<std::string_view, std::string TableTexts::*> plain[] = {
      {"rank", &TableTexts::rank},           {"unit", &TableTexts::unit},
      {"score", &TableTexts::score},         {"share", &TableTexts::share},
      {"grade", &TableTexts::grade},
      {"problems", &TableTexts::problems},   {"remark", &TableTexts::remark},
      {"late", &TableTexts::late},           {"absent", &TableTexts::absent},
      {"number", &TableTexts::number},       {"category", &TableTexts::category},
      {"problem", &TableTexts::problem},     {"basis", &TableTexts::basis},
      {"demand", &TableTexts::demand},       {"gain", &TableTexts::gain},
      {"responsible", &TableTexts::responsible}, {"due", &TableTexts::due},
      {"progress", &TableTexts::progress},   {"review", &TableTexts::review},
      {"state", &TableTexts::state},         {"not_started", &TableTexts::not_started},
      {"under_way", &TableTexts::under_way}, {"to_review", &TableTexts::to_review},
      {"closed", &TableTexts::closed},       {"relapsed", &TableTexts::relapsed},
  };
  for (const auto& [key, member] : plain) texts.*member = reader.plain(key);
  texts.unit_row = reader.wording_of("unit_row", {{"unit", "items"}, {"score"}}, Ending::certain, Need::required);
  texts.head = reader.wording_of("head", {{"made_on"}, {"issuer", "due"}}, Ending::certain, Need::required);
  table->finish();
}

}  // namespace

LoadedNoticeTexts load_notice_texts(std::string_view toml, const std::string& path) {
  const SourceFile file(path, std::string(toml), 0);
  Diagnostics diagnostics;
  LoadedNoticeTexts loaded;
  auto parsed = parse_toml(file);
  if (auto* error = std::get_if<TomlError>(&parsed)) {
    diagnostics.error(file, error->place, std::move(error->message), std::move(error->hint));
    loaded.diagnostics = diagnostics.take();
    return loaded;
  }
  TableReader root(file, std::get<TomlNode>(parsed), diagnostics);
  NoticeTexts texts;
  (void)root.integer("format", 1, 1, Need::required);
  load_item(root, texts.item);
  load_notice(root, texts.notice);
  load_circular(root, texts.circular);
  load_table(root, texts.table);
  root.finish();
  if (!diagnostics.has_errors()) loaded.texts = std::move(texts);
  loaded.diagnostics = diagnostics.take();
  return loaded;
}

LoadedNoticeTexts load_notice_texts_file(const std::string& path) {
  if (const auto content = read_text_file(path)) return load_notice_texts(*content, path);
  Diagnostic diagnostic;
  diagnostic.file = path;
  diagnostic.message = {MessageId::notices_unreadable, {path}};
  LoadedNoticeTexts loaded;
  loaded.diagnostics.push_back(std::move(diagnostic));
  return loaded;
}

const NoticeTexts& builtin_notice_texts() {
  static const NoticeTexts texts = [] {
    const BuiltinFile* file = find_builtin_file(kBuiltinPath);
    if (file == nullptr) return NoticeTexts{};
    const std::string path = std::string(kBuiltinPrefix) + std::string(kBuiltinPath);
    return load_notice_texts(file->content, path).texts.value_or(NoticeTexts{});
  }();
  return texts;
}

}  // namespace fazhi
