#pragma once

#include <string>

#include "base/message.hpp"
#include "cli/exit_code.hpp"

namespace fazhi {

/// `fazhi checklist lint`: says what is wrong or suspect; `passed` where nothing is
/// wrong, with `strict` where nothing is suspect either. Slow expressions are no fault.
[[nodiscard]] ExitCode run_checklist_lint(const std::string& name, bool strict, Language language);

/// `fazhi checklist test`: runs every example; `failed` where one gets another status.
[[nodiscard]] ExitCode run_checklist_test(const std::string& name, Language language);

/// `fazhi checklist show`: the elements with weight, basis, what they ask, remedy.
[[nodiscard]] ExitCode run_checklist_show(const std::string& name, Language language);

/// `fazhi checklist coverage`: for each article of the documents that the
/// checklist (all built-in ones where `name` is "") answers for, the elements
/// that test it, or why none does; as Markdown.
[[nodiscard]] ExitCode run_checklist_coverage(const std::string& name, Language language);

/// `fazhi checklist list`: the built-in checklists.
[[nodiscard]] ExitCode run_checklist_list(Language language);

}  // namespace fazhi
