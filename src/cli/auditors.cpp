#include "cli/auditors.hpp"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <iostream>

#include "checklist/pack.hpp"
#include "cli/packed_rules.hpp"
#include "present/printable.hpp"
#include "present/wording.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kDefaultChecklist = "township";

void use_english_titles(Audit& audit, const Checklist& checklist) {
  const auto use = [](Finding& finding, const auto& rules) {
    for (const auto& rule : rules) {
      if (rule.id == finding.id && !rule.title_en.empty()) finding.title = rule.title_en;
    }
  };
  for (Finding& finding : audit.findings) {
    use(finding, checklist.elements);
    use(finding, checklist.defects);
  }
}

}  // namespace

bool is_for(const Checklist& checklist, Level level) {
  return checklist.levels.empty() ||
         std::find(checklist.levels.begin(), checklist.levels.end(), level) != checklist.levels.end();
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm day{};
  ::localtime_r(&now, &day);
  char text[sizeof "2026-03-01"];
  return std::strftime(text, sizeof text, "%Y-%m-%d", &day) > 0 ? text : "";
}

namespace {

/// The id of the built-in checklist that `name` means; none where it means a file.
std::optional<std::string> builtin_id(const std::string& name) {
  if (name.starts_with(kBuiltinPrefix)) return name.substr(kBuiltinPrefix.size());
  const std::vector<std::string> builtin = packed_checklist_ids();
  const bool is_id = std::find(builtin.begin(), builtin.end(), name) != builtin.end();
  return is_id && !std::filesystem::is_regular_file(name) ? std::optional(name) : std::nullopt;
}

/// Built-in ones were loaded and checked when the program was built.
std::unique_ptr<Auditor> make_auditor(const std::string& name, const std::string& as_of, Language language) {
  if (const std::optional<std::string> id = builtin_id(name)) {
    const PackedRules packed = packed_rules(*id);
    std::optional<Checklist> checklist = unpack(packed.checklist);
    if (checklist) return std::make_unique<Auditor>(std::move(*checklist), as_of, packed.image);
  }
  LoadedChecklist loaded = load_named_checklist(name, language);
  if (!loaded.checklist) return nullptr;
  return std::make_unique<Auditor>(std::move(*loaded.checklist), as_of);
}

}  // namespace

LoadedChecklist load_named_checklist(const std::string& name, Language language) {
  const std::optional<std::string> id = builtin_id(name);
  LoadedChecklist loaded = id ? load_builtin_checklist(*id) : load_checklist(name);
  for (const Diagnostic& each : loaded.diagnostics) std::cerr << printable_lines(render(each, language));
  return loaded;
}

std::vector<std::string> named_or_builtin(const std::string& name) {
  if (!name.empty()) return {name};
  std::vector<std::string> ids = packed_checklist_ids();
  const auto first = std::find(ids.begin(), ids.end(), kDefaultChecklist);
  if (first != ids.end()) std::rotate(ids.begin(), first, first + 1);
  for (std::string& id : ids) id.insert(0, kBuiltinPrefix);
  return ids;
}

Auditors::Auditors(ChecklistChoice choice, Language language)
    : choice_(std::move(choice)), language_(language), names_(named_or_builtin(choice_.checklist)) {
  if (choice_.as_of.empty()) choice_.as_of = today();
  members_.reserve(names_.size());
}

const Auditors::Member* Auditors::load(std::size_t index) {
  const std::lock_guard lock(mutex_);
  while (members_.size() <= index && members_.size() < names_.size()) {
    std::unique_ptr<Auditor> auditor = make_auditor(names_[members_.size()], choice_.as_of, language_);
    if (!auditor) return nullptr;
    members_.push_back(std::make_unique<Member>(std::move(auditor), choice_.as_of));
  }
  return index < members_.size() ? members_[index].get() : nullptr;
}

bool Auditors::open() { return load(0) != nullptr; }

Result<const Auditor*> Auditors::choose(const ReportIdentity& identity) {
  if (is_chosen()) return &first();
  const std::optional<Level> level = choice_.level ? choice_.level : identity.level;
  const Checklist* of_level = nullptr;
  const Auditor* auditor = find([&](const Checklist& checklist) {
    // A report of unknown level is held against the default checklist or none.
    if (level ? !is_for(checklist, *level) : &checklist != &first().compiled().checklist()) return false;
    of_level = &checklist;
    return !identity.year || identity.year_disputed || checklist.years.contains(*identity.year);
  });
  if (auditor != nullptr) return auditor;
  const std::string unit = identity.unit.empty() ? identity.title : identity.unit;
  if (of_level == nullptr) {
    return Message{MessageId::no_checklist_for_level, {unit, word_of(*level, language_)}};
  }
  return Message{MessageId::no_checklist_for_year,
                 {unit, std::to_string(*identity.year), shown(of_level->years), of_level->title}};
}

Result<Auditors::Reading> Auditors::read(Document document, Scratch& scratch) {
  const std::string source = document.source;
  Report report = first().read(std::move(document), scratch);
  Result<const Auditor*> chosen = choose(report.identity);
  if (!chosen) {
    Message error = chosen.error();
    error.arguments.insert(error.arguments.begin(), source);
    return error;
  }
  if (*chosen != &first()) report = (*chosen)->read(std::move(report.document), scratch);
  if (choice_.level) report.identity.level = choice_.level;
  return Reading{*chosen, std::move(report)};
}

Audit Auditors::judge(const Reading& reading) {
  Audit audit = reading.auditor->judge(reading.report);
  const Checklist& checklist = reading.auditor->compiled().checklist();
  const std::optional<Level>& level = audit.identity.level;
  if (level && !is_for(checklist, *level)) {
    audit.notes.push_back({MessageId::note_other_level, {audit.identity.unit, checklist.title}});
  }
  if (!level && !is_chosen()) audit.notes.push_back({MessageId::note_level_unknown, {checklist.title}});
  const std::optional<int>& year = audit.identity.year;
  if (year && !checklist.years.contains(*year)) {
    audit.notes.push_back({MessageId::note_other_year, {std::to_string(*year), checklist.title}});
  }
  if (language_ == Language::en) use_english_titles(audit, checklist);
  recall(audit);
  return audit;
}

void Auditors::recall(const Audit& audit) {
  const std::lock_guard lock(mutex_);
  for (const auto& member : members_) {
    if (member->auditor->compiled().checklist().id == audit.checklist.id) member->waivers.record(audit);
  }
}

const Auditor* Auditors::find_by_id(std::string_view checklist_id) {
  return find([&](const Checklist& checklist) { return checklist.id == checklist_id; });
}

std::string Auditors::options_key() const {
  std::string key = is_chosen() ? "chosen " : "";
  if (choice_.level) key += name_of(*choice_.level);
  return key;
}

std::vector<const Auditor*> Auditors::loaded() const {
  const std::lock_guard lock(mutex_);
  std::vector<const Auditor*> all;
  for (const auto& member : members_) all.push_back(member->auditor.get());
  return all;
}

std::vector<Message> Auditors::remarks() const {
  const std::lock_guard lock(mutex_);
  std::vector<Message> all;
  for (const auto& member : members_) {
    for (Message& each : member->waivers.remarks()) all.push_back(std::move(each));
  }
  return all;
}

}  // namespace fazhi
