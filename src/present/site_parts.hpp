#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/batch_summary.hpp"
#include "present/wording.hpp"

namespace fazhi::site {

/// What the parts of a batch's index share.
struct IndexContext {
  const BatchSummary& batch;
  Language language;
  std::string_view folder;  ///< in which all reports stand; see shared_folder_of
  std::function<void(std::string& out)> hand_on;  ///< takes what was written, at the end of a row; must be set

  [[nodiscard]] std::string word(MessageId id) const;  ///< as markup
  template <class... Arguments>
  [[nodiscard]] std::string words(MessageId id, Arguments... arguments) const;  ///< as plain text

  /// The unit as the roster names it, else as the report does, else the file. Plain text.
  [[nodiscard]] const std::string& name_of(const ReportRecord& report) const;
  /// The report's source below the folder.
  [[nodiscard]] std::string_view file_of(const ReportRecord& report) const {
    return std::string_view(report.source).substr(folder.size());
  }
  [[nodiscard]] std::string link_to(const ReportRecord& report, std::string_view label) const;
  /// Words by which rows are filtered: the unit's state and the report's verdict.
  [[nodiscard]] std::string states_of(const UnitRecord& unit) const;
  [[nodiscard]] std::string states_of(const ReportRecord& report) const;
};

template <class... Arguments>
std::string IndexContext::words(MessageId id, Arguments... arguments) const {
  return say(id, language, std::string(arguments)...);
}

[[nodiscard]] Verdict verdict_of(const ReportRecord& report);
/// "passed", "failed", "open", "unreadable".
[[nodiscard]] std::string_view name_of(Verdict verdict);
[[nodiscard]] std::string word_of(Submission state, Language language);

/// A column of a table that can be sorted.
struct Column {
  MessageId label{};
  bool is_number = false;
  std::string_view css_class = {};
};

/// Writes a table with a button in every header, in a frame that scrolls where
/// the page is narrow. Rows can be filtered.
class TableWriter {
 public:
  TableWriter(std::string& out, const IndexContext& context, std::string_view id, MessageId caption,
              const std::vector<Column>& columns);
  ~TableWriter();
  TableWriter(const TableWriter&) = delete;
  TableWriter& operator=(const TableWriter&) = delete;

  void begin_row(std::string_view states);
  void end_row();
  /// `content` is markup; `key` is what it sorts by where that is not what it shows.
  void cell(std::string_view content, std::string_view key = {});
  /// The cell that names the row.
  void head_cell(std::string_view content);

 private:
  void open(std::string_view content, std::string_view key);

  std::string& out_;
  const IndexContext& context_;
  std::vector<Column> columns_;
  std::size_t next_ = 0;
};

/// A stretch of a bar, its width in per cent.
struct Stretch {
  std::string_view css_class;
  std::string width_percent;
};
/// A bar of stretches one behind the other, out of 100 per cent.
[[nodiscard]] std::string bar_of(const std::vector<Stretch>& stretches);

void append_section_head(std::string& out, const IndexContext& context, std::string_view id, MessageId heading,
                         std::string_view remark = {});

void append_ranking(std::string& out, const IndexContext& context);
void append_distribution(std::string& out, const IndexContext& context);
void append_rates(std::string& out, const IndexContext& context);
void append_matrix(std::string& out, const IndexContext& context);
void append_roster(std::string& out, const IndexContext& context);
void append_unowned(std::string& out, const IndexContext& context);
void append_similar(std::string& out, const IndexContext& context);

}  // namespace fazhi::site
