#pragma once

#include <set>
#include <string>
#include <vector>

#include "checklist/checklist.hpp"
#include "checklist/diagnostics.hpp"
#include "checklist/table_reader.hpp"

namespace fazhi {

/// What the parts of the loader share. They run in the order in which they stand
/// below, each over all files, so that each can name what those before it read.
struct Loading {
  Checklist checklist;
  Diagnostics diagnostics;
  IdRegistry ids;
  bool is_complete = true;  ///< every file could be read; else what is unknown may stand in a missing one
  bool weights_known = true;
  std::set<std::string> tailoring_files;  ///< paths of the files that adapt an extended checklist

  [[nodiscard]] bool is_tailoring(const SourceFile& file) const { return tailoring_files.contains(file.path()); }
};

/// `format`, [checklist].
void load_head(TableReader& root, Loading& loading);
/// [[document]].
void load_documents(TableReader& root, Loading& loading);
/// [[untested]].
void load_untested(TableReader& root, Loading& loading);
/// [[unit]] and [[measure]] excepted, every table of LanguageRules.
void load_language(TableReader& root, Loading& loading);
void load_units(TableReader& root, Loading& loading);
void load_measures(TableReader& root, Loading& loading);
/// [[element]].
void load_elements(TableReader& root, Loading& loading);
/// [[defect]], [[law]], [repeal].
void load_defects(TableReader& root, Loading& loading);
/// [[adjust]], [[retire]], [[waive]].
void load_tailoring(TableReader& root, Loading& loading);
/// [[mutation]], [mutation_words].
void load_mutations(TableReader& root, Loading& loading);
/// [[statute]].
void load_statutes(TableReader& root, Loading& loading);

/// 450 as "4.5".
std::string in_points(std::int32_t hundredths);
/// Reports a remedy that is to name the right title of a law where the defect knows none.
void check_remedy(const TableReader& table, const Defect& defect);
/// `title` without 《》.
std::string without_brackets(std::string title);
/// Reports a `valid_to` before `valid_from`; both are ISO dates or "".
void check_validity(const TableReader& table, const std::string& valid_from, const std::string& valid_to);

YearSpan load_years(TableReader& table);
std::vector<BasisReference> load_basis(TableReader& table, const Loading& loading);
std::vector<Example> load_examples(TableReader& table, const std::vector<std::string_view>& statuses);

/// Reads the names of groups of units of count; reports those that no [[unit]] has.
std::vector<std::string> load_unit_groups(TableReader& table, std::string_view key, Need need, const Loading& loading);

/// Reports the node's name as unknown unless a file is missing that may define it.
void report_unknown(const TableReader& table, const TomlNode& node, MessageId id,
                    const std::vector<std::string_view>& known, const Loading& loading);

}  // namespace fazhi
