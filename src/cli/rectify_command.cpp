#include "cli/rectify_command.hpp"

#include <algorithm>
#include <iostream>
#include <optional>

#include "audit/points.hpp"
#include "checklist/holidays.hpp"
#include "cli/auditors.hpp"
#include "cli/list_forms.hpp"
#include "cli/output_file.hpp"
#include "present/printable.hpp"
#include "rectify/make_list.hpp"
#include "rectify/read_audits.hpp"

namespace fazhi {
namespace {

class RectifyRun {
 public:
  explicit RectifyRun(const RectifyOptions& options) : options_(options) {}

  ExitCode run() {
    const ListForm* form = list_form_of(options_.output);
    if (form == nullptr) return refuse({MessageId::rectify_other_suffix, {options_.output, list_suffixes()}});
    const auto rules = usable(load_rectification_rules(options_.rules));
    if (!rules || !settle_dates()) return ExitCode::wrong_call;
    ListMaker maker(*rules, {options_.issuer, issued_, due_, options_.language});
    const AuditsRead read = read_inputs(maker);
    for (Message& note : date_notes_) maker.add_note(std::move(note));
    for (const Message& error : read.errors) complain(error);
    if (read.audits == 0) {
      complain({MessageId::rectify_nothing_read, {}});
      return ExitCode::unreadable;
    }
    const RectificationList list = maker.finish();
    if (const auto error = write(list, *form)) return refuse(*error);
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
    for (const Diagnostic& each : loaded.diagnostics) std::cerr << render(each, options_.language);
    return std::move(loaded.rules);
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

  std::optional<Message> write(const RectificationList& list, const ListForm& form) const {
    const Result<std::string> bytes = form.write(list, options_.language);
    if (!bytes) return bytes.error();
    Output output;
    if (auto error = Output::open(options_.output, output)) return error;
    if (auto error = output.write(*bytes)) return error;
    return output.commit();
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
    say({MessageId::list_written, {options_.output}});
  }

  const RectifyOptions& options_;
  std::string issued_;
  std::string due_;
  std::vector<Message> date_notes_;
};

}  // namespace

ExitCode run_rectify(const RectifyOptions& options) { return RectifyRun(options).run(); }

}  // namespace fazhi
