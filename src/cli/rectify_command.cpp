#include "cli/rectify_command.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>

#include "audit/points.hpp"
#include "batch/file_stem.hpp"
#include "checklist/holidays.hpp"
#include "checklist/notice_rules.hpp"
#include "cli/auditors.hpp"
#include "cli/list_forms.hpp"
#include "cli/read_returned_list.hpp"
#include "present/circular.hpp"
#include "present/notice.hpp"
#include "present/printable.hpp"
#include "rectify/make_list.hpp"
#include "rectify/read_audits.hpp"
#include "rectify/read_filled_list.hpp"

namespace fazhi {
namespace {

class RectifyRun {
 public:
  explicit RectifyRun(const RectifyOptions& options) : options_(options) {}

  ExitCode run() {
    const ListForm* form = list_form_of(options_.output);
    if (const auto error = wrong_call(form)) return refuse(*error);
    const auto rules = usable(load_rectification_rules(options_.rules));
    if (!rules || !load_wording() || !settle_dates()) return ExitCode::wrong_call;
    std::vector<FilledList> filled;
    if (!read_updates(filled)) return ExitCode::unreadable;
    ListMaker maker(*rules, {options_.issuer, issued_, due_, options_.language});
    const AuditsRead read = read_inputs(maker);
    for (Message& note : date_notes_) maker.add_note(std::move(note));
    for (const Message& error : read.errors) complain(error);
    if (read.audits == 0) {
      complain({MessageId::rectify_nothing_read, {}});
      return ExitCode::unreadable;
    }
    RectificationList list = maker.finish();
    for (const FilledList& each : filled) apply_progress(list, each);
    if (const auto error = write(list, form)) return refuse(*error);
    for (const Message& note : list.notes) complain(note);
    tell(list);
    return read.errors.empty() ? ExitCode::passed : ExitCode::unreadable;
  }

 private:
  void complain(const Message& message) const {
    std::cerr << printable(render(message, options_.language)) << '\n';
  }

  ExitCode refuse(const Message& error) const {
    complain(error);
    return ExitCode::wrong_call;
  }

  template <class Rules>
  std::optional<Rules> usable(LoadedRules<Rules> loaded) const {
    for (const Diagnostic& each : loaded.diagnostics) std::cerr << printable_lines(render(each, options_.language));
    return std::move(loaded.rules);
  }

  std::optional<Message> wrong_call(const ListForm* form) const {
    if (options_.output.empty() && options_.per_unit.empty() && options_.circular.empty()) {
      return Message{MessageId::rectify_no_output, {list_suffixes()}};
    }
    if (!options_.output.empty() && form == nullptr) {
      return Message{MessageId::rectify_other_suffix, {options_.output, list_suffixes()}};
    }
    if (!options_.circular.empty() && !has_suffix(options_.circular, ".docx")) {
      return Message{MessageId::rectify_other_suffix, {options_.circular, ".docx"}};
    }
    const bool is_signed = !options_.per_unit.empty() || !options_.circular.empty();
    if (is_signed && options_.issuer.empty()) return Message{MessageId::rectify_no_issuer, {}};
    return std::nullopt;
  }

  bool load_wording() {
    if (options_.wording.empty()) {
      texts_ = builtin_notice_texts();
      return true;
    }
    LoadedNoticeTexts loaded = load_notice_texts_file(options_.wording);
    for (const Diagnostic& each : loaded.diagnostics) std::cerr << printable_lines(render(each, options_.language));
    if (loaded.texts) texts_ = std::move(*loaded.texts);
    return loaded.texts.has_value();
  }

  /// Whether all lists that came back could be read: to write a new list without
  /// what one of them holds could lose it.
  bool read_updates(std::vector<FilledList>& filled) const {
    bool all = true;
    for (const std::string& path : options_.updates) {
      Result<FilledList> list = read_returned_list(path, options_.language);
      if (list) {
        filled.push_back(std::move(*list));
        continue;
      }
      complain(list.error());
      all = false;
    }
    if (!all) complain({MessageId::rectify_nothing_written, {}});
    return all;
  }

  bool settle_dates() {
    issued_ = options_.issued.empty() ? today() : options_.issued;
    due_ = options_.due;
    if (options_.days > 0 && !count_days()) return false;
    if (due_.empty() || due_ >= issued_) return true;
    complain({MessageId::rectify_due_before_issue, {due_, issued_}});
    return false;
  }

  bool count_days() {
    const auto calendar = usable(load_holidays(options_.holidays));
    if (!calendar) return false;
    const WorkingDeadline deadline = working_days_after(issued_, options_.days, *calendar);
    due_ = deadline.day;
    for (const int year : deadline.unknown_years) {
      date_notes_.push_back({MessageId::list_weekends_only, {std::to_string(year)}});
    }
    if (due_.empty()) complain({MessageId::bad_day, {issued_}});
    return !due_.empty();
  }

  AuditsRead read_inputs(ListMaker& maker) const {
    AuditTaker taker;
    taker.audit = [&](const Audit& audit, const std::optional<RosterEntry>& entry) { maker.add(audit, entry); };
    taker.absent = [&](const std::string& unit) { maker.add_absent(unit); };
    taker.note = [&](Message note) { maker.add_note(std::move(note)); };
    return read_audits(options_.inputs, taker);
  }

  std::optional<Message> write(const RectificationList& list, const ListForm* form) const {
    const ListFormOptions as{options_.language, issued_, texts_};
    if (!options_.output.empty()) {
      if (auto error = form->write(list, options_.output, as)) return error;
    }
    if (!options_.circular.empty()) {
      if (auto error = write_document(circular(list, texts_), options_.circular)) return error;
    }
    return options_.per_unit.empty() ? std::nullopt : write_notices(list, as);
  }

  /// For each unit its notice, and its part of the list to fill in and send back.
  std::optional<Message> write_notices(const RectificationList& list, const ListFormOptions& as) const {
    std::error_code failure;
    std::filesystem::create_directories(options_.per_unit, failure);
    if (failure) return Message{MessageId::output_failed, {options_.per_unit, failure.message()}};
    StemBook stems;
    for (std::size_t unit = 0; unit < list.units.size(); ++unit) {
      const std::filesystem::path base = std::filesystem::path(options_.per_unit) / stems.take(list.units[unit].unit);
      const RectificationList own = part_of(list, unit);
      const std::string notice =
          render_name(base, own.items.empty() ? MessageId::rectify_clean_notice_name : MessageId::rectify_notice_name);
      if (auto error = write_document(unit_notice(list, unit, texts_), notice)) return error;
      if (own.items.empty()) continue;
      const std::string path = render_name(base, MessageId::rectify_list_name);
      if (auto error = list_form_of(path)->write(own, path, as)) return error;
    }
    return std::nullopt;
  }

  std::string render_name(const std::filesystem::path& base, MessageId id) const {
    return render({id, {base.string()}}, options_.language);
  }

  void say(const Message& message) const { std::cout << printable(render(message, options_.language)) << '\n'; }

  void tell(const RectificationList& list) const {
    const auto elements = static_cast<std::size_t>(
        std::count_if(list.items.begin(), list.items.end(),
                      [](const RectificationItem& item) { return item.kind == FindingKind::element; }));
    std::int32_t gain_hundredths = 0;
    for (const RectificationItem& item : list.items) gain_hundredths += item.gain_hundredths;
    say({MessageId::list_account,
         {std::to_string(list.units.size()), std::to_string(list.items.size()), std::to_string(elements),
          std::to_string(list.items.size() - elements), points_text(gain_hundredths)}});
    if (!list.absent.empty()) say({MessageId::list_account_absent, {std::to_string(list.absent.size())}});
    if (!list.due.empty()) say({MessageId::list_account_due, {list.due}});
    if (!options_.output.empty()) say({MessageId::list_written, {options_.output}});
    if (!options_.circular.empty()) say({MessageId::list_circular_written, {options_.circular}});
    if (!options_.per_unit.empty()) say({MessageId::list_notices_written, {std::to_string(list.units.size()), options_.per_unit}});
  }

  const RectifyOptions& options_;
  std::string issued_;
  std::string due_;
  std::vector<Message> date_notes_;
  NoticeTexts texts_;
};

}  // namespace

ExitCode run_rectify(const RectifyOptions& options) { return RectifyRun(options).run(); }

}  // namespace fazhi
