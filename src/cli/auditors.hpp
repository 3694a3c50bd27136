#pragma once

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "batch/report_judge.hpp"
#include "checklist/load.hpp"
#include "cli/exit_code.hpp"
#include "evaluate/auditor.hpp"
#include "evaluate/waivers.hpp"

namespace fazhi {

/// Which checklist a run holds reports against.
struct ChecklistChoice {
  std::string checklist;       ///< file or built-in id; "": the built-in one of each report's level and year
  std::optional<Level> level;  ///< taken for every report's level in place of what it says itself
  std::string as_of;           ///< ISO date on which waivers have to hold; "": today
};

/// The auditors of a run. Built-in checklists are loaded when the first report
/// asks for them. Once it is open many threads may use it.
class Auditors : public ReportJudge {
 public:
  Auditors(ChecklistChoice choice, Language language);

  /// Loads the checklist that was chosen, or the default one; writes
  /// diagnostics to standard error. False: it is wrong, nothing can be audited.
  [[nodiscard]] bool open();

  /// Fails with `report.no-checklist-for-level` or `report.no-checklist-for-year`
  /// where no built-in checklist is for the report; a checklist that was chosen
  /// is for all.
  [[nodiscard]] Result<Reading> read(Document document, Scratch& scratch) override;
  /// The audit of a report, in the titles of the run's language, with a note where
  /// the chosen checklist is for others.
  [[nodiscard]] Audit judge(const Reading& reading) override;
  void recall(const Audit& audit) override;

  /// The checklist that was chosen, or the default one.
  [[nodiscard]] const Auditor& first() const override { return *members_.front()->auditor; }
  [[nodiscard]] const Auditor* find_by_id(std::string_view checklist_id) override;
  [[nodiscard]] std::string options_key() const override;
  /// The built-in ones one after the other, or the chosen one alone, until `is_wanted`; null where it never is.
  template <class Predicate>
  [[nodiscard]] const Auditor* find(Predicate is_wanted) {
    for (std::size_t index = 0;; ++index) {
      const Member* member = load(index);
      if (member == nullptr) return nullptr;
      if (is_wanted(member->auditor->compiled().checklist())) return member->auditor.get();
    }
  }
  [[nodiscard]] bool is_chosen() const { return !choice_.checklist.empty(); }

  /// Those that were needed so far.
  [[nodiscard]] std::vector<const Auditor*> loaded() const;

  /// What there is to say of waivers at the end of a run.
  [[nodiscard]] std::vector<Message> remarks() const;

 private:
  struct Member {
    Member(std::unique_ptr<Auditor> its_auditor, const std::string& as_of)
        : auditor(std::move(its_auditor)), waivers(auditor->compiled().checklist(), as_of) {}
    std::unique_ptr<Auditor> auditor;
    WaiverLedger waivers;
  };

  /// Null where there are not so many, or it is wrong.
  [[nodiscard]] const Member* load(std::size_t index);
  [[nodiscard]] Result<const Auditor*> choose(const ReportIdentity& identity);

  ChecklistChoice choice_;
  Language language_;
  std::vector<std::string> names_;
  mutable std::mutex mutex_;  ///< for growing `members_` and for the ledgers in them
  std::vector<std::unique_ptr<Member>> members_;  ///< never moves: there is room for all from the beginning
};

/// The day on which the program runs, by the local clock, as 2026-03-01.
[[nodiscard]] std::string today();

/// Whether the checklist is for units of this level.
[[nodiscard]] bool is_for(const Checklist& checklist, Level level);

/// The checklist that `name` means: a file or a built-in id, a file first;
/// behind “builtin:” an id alone. Writes diagnostics to standard error.
[[nodiscard]] LoadedChecklist load_named_checklist(const std::string& name, Language language);

/// `name`, or “builtin:” with the ids of all built-in checklists, the default one first, where it is "".
[[nodiscard]] std::vector<std::string> named_or_builtin(const std::string& name);

/// Runs `action` on each of them; the worst of what it returns.
template <class Action>
[[nodiscard]] ExitCode worst_of(const std::string& name, Action action) {
  ExitCode worst = ExitCode::passed;
  for (const std::string& each : named_or_builtin(name)) worst = std::max(worst, action(each));
  return worst;
}

}  // namespace fazhi
