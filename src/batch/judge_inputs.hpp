#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "audit/batch_summary.hpp"
#include "base/result.hpp"
#include "batch/batch_folder.hpp"
#include "batch/batch_options.hpp"
#include "batch/report_judge.hpp"
#include "batch/stored_text.hpp"
#include "similarity/comparable_text.hpp"
#include "similarity/index.hpp"

namespace fazhi {

/// What the whole batch keeps of its inputs; some 1 KB a report.
struct JudgedInputs {
  /// Where a report's text is kept in the folder, and the key that it was stored with.
  struct Text {
    BatchFolder::TextName name{};
    std::uint64_t key = 0;

    [[nodiscard]] bool is_there() const { return name != BatchFolder::kNoText; }
  };

  std::vector<ReportRecord> reports;           ///< in the inputs' order
  std::vector<Text> texts;                     ///< of each; none of one that could not be read
  std::vector<std::uint8_t> marked_copied;     ///< of each: its audit file says that it is copied
  std::vector<Text> previous;                  ///< of last year's
  std::vector<std::string> previous_sources;   ///< of each of them
  SimilarityIndexBuilder index;                ///< ids are places in `reports`, and in `previous` behind `kFirstOfLastYear`; read once
  std::size_t reused = 0;                      ///< reports whose audits of an earlier run still hold
  std::vector<Message> remarks;
  bool stopped = false;

  static constexpr std::uint32_t kFirstOfLastYear = 1U << 30;
  [[nodiscard]] static bool is_last_year(std::uint32_t id) { return id >= kFirstOfLastYear; }
  [[nodiscard]] const Text& text_of(std::uint32_t id) const {
    return is_last_year(id) ? previous[id - kFirstOfLastYear] : texts[id];
  }
  [[nodiscard]] const std::string& source_of(std::uint32_t id) const {
    return is_last_year(id) ? previous_sources[id - kFirstOfLastYear] : reports[id].source;
  }
  /// All texts that belong to this run.
  [[nodiscard]] std::vector<BatchFolder::TextName> text_names() const;
};

/// A text that was stored; `batch.folder-changed` where it is not as it was written.
[[nodiscard]] Result<StoredText> load_text(const BatchFolder& folder, const JudgedInputs::Text& text);

/// Reads and judges every input of `options.inputs`, several at once, writes each
/// audit to the folder, and adds it to `out` in the inputs' order: the result does
/// not depend on threads. What an earlier run judged from the same bytes in the same
/// way is read back instead.
///
/// At most `Flow::kItemsInFlight` reports a thread are in memory, and inputs of
/// `limits::kBatchBytesInFlight` bytes and one more: past that the thread that
/// reads inputs judges them itself, one after the other.
[[nodiscard]] std::optional<Message> judge_inputs(const BatchOptions& options, ReportJudge& judge, BatchFolder& folder,
                                                  const SetPhrases& set_phrases, const BatchWatch& watch, JudgedInputs& out);

/// Reads last year's reports (`options.previous`) without judging them.
[[nodiscard]] std::optional<Message> read_previous(const BatchOptions& options, ReportJudge& judge, BatchFolder& folder,
                                                   const SetPhrases& set_phrases, const BatchWatch& watch, JudgedInputs& out);

/// The audit in an audit file's bytes; nothing where it is not just one.
[[nodiscard]] std::optional<Audit> audit_in(const std::string& xml);
[[nodiscard]] std::string xml_of_one(const Audit& audit, const BatchOptions& options);

/// The id of the checklist's defect that is for copied reports; "" where it has none.
[[nodiscard]] std::string copied_defect_of(const Checklist& checklist);
/// Takes the findings that the report is copied out of an audit; whether there were any.
bool take_out_copied(Audit& audit, const Checklist& checklist);

}  // namespace fazhi
