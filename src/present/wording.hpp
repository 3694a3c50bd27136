#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "audit/audit.hpp"

namespace fazhi {

/// What an audit holds, in the words that people read. All but file names and
/// quotes of the report; the caller makes those safe for where they go.
[[nodiscard]] std::string word_of(Status status, Language language);
[[nodiscard]] std::string word_of(Severity severity, Language language);
[[nodiscard]] std::string word_of(Role role, Language language);
[[nodiscard]] std::string word_of(Level level, Language language);

/// What is concluded of a report as a whole.
enum class Verdict { passed, failed, open, unreadable };

/// `open` where the score spans the pass mark or nothing was judged.
[[nodiscard]] Verdict verdict_of(const Audit& audit);
[[nodiscard]] std::string word_of(Verdict verdict, Language language);

/// A range of points "62.5～67", or one number where both ends agree.
[[nodiscard]] std::string points_range(std::int32_t least_hundredths, std::int32_t most_hundredths, Language language);

/// Where a passage stands, as a reader of paper would say it:
/// “一、主要举措和成效”下第12段; the paragraph counts from the document's first.
[[nodiscard]] std::string place_of(const Evidence& evidence, Language language);

/// 《…》第…条（…）.
[[nodiscard]] std::string citation_of(const BasisCitation& basis, Language language);

/// 总数213件, 化解率98.1%, 约70起; a name of another kind is written before its value.
[[nodiscard]] std::string figure_of(const Measure& measure, Language language);

/// The unit as a heading names it: the file's name where the unit is not known.
[[nodiscard]] const std::string& name_of_report(const Audit& audit);

/// The sentence of a message without arguments.
[[nodiscard]] std::string say(MessageId id, Language language);
template <class... Arguments>
[[nodiscard]] std::string say(MessageId id, Language language, Arguments... arguments) {
  return render({id, {std::move(arguments)...}}, language);
}

}  // namespace fazhi
