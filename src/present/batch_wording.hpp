#pragma once

#include <string>

#include "audit/batch_summary.hpp"
#include "present/wording.hpp"

namespace fazhi {

/// What a batch holds, in the words that people read; see present/wording.hpp.
[[nodiscard]] std::string word_of(Submission state, Language language);

/// 已报送, 未报送（距截止还有3天）, 逾期报送；重复报送 …
[[nodiscard]] std::string state_of(const UnitRecord& unit, Language language);

/// 按时公开, 逾期公开, 未按时公开; "" where nothing is known.
[[nodiscard]] std::string publication_of(const UnitRecord& unit, Language language);

[[nodiscard]] Verdict verdict_of(const ReportRecord& report);

/// The report's unit as the roster names it, else as the report does, else its source.
[[nodiscard]] const std::string& name_of_report(const BatchSummary& summary, const ReportRecord& report);

/// The other report of a pair; one of an earlier year, or of the same unit, is said to be so.
[[nodiscard]] std::string name_of_other(const BatchSummary& summary, const SimilarPair& pair, Language language);

}  // namespace fazhi
