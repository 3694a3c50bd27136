#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/message.hpp"
#include "batch/file_stem.hpp"

namespace fazhi {

/// The folder that a batch is written to, and what earlier runs left there.
///
/// `audits/STEM.xml` and whatever else is for the user stand in it by name; what
/// the program keeps for itself stands in `.fazhi`: the ledger of the reports whose
/// audits are whole, their texts, and files that are being written. A file is
/// moved to its place when it is whole, and told in the ledger before; what a
/// killed run left half is in `.fazhi/new` alone, which opening empties.
class BatchFolder {
 public:
  /// A report whose audit stands in `audits/`.
  struct Entry {
    std::string source;          ///< of the input
    std::uint32_t part = 0;      ///< of the reports in the input, from 0
    std::uint32_t parts = 1;     ///< reports in the input
    std::string stem;
    std::string input_sha256;
    std::string judged_by;       ///< program, checklist and options
    std::string xml_sha256;
  };

  BatchFolder() = default;
  BatchFolder(const BatchFolder&) = delete;
  BatchFolder& operator=(const BatchFolder&) = delete;
  ~BatchFolder();

  /// Makes the folder, or takes it up where it is empty or an earlier run's.
  /// Fails with `batch.folder-foreign` where it holds anything else,
  /// `batch.folder-busy` where another run is writing to it, `output.failed`.
  [[nodiscard]] std::optional<Message> open(const std::string& path);

  [[nodiscard]] const std::string& path() const { return path_; }

  /// What earlier runs left of an input, by part; empty unless all of it is there.
  /// Safe for many threads, and not changed by `keep`.
  [[nodiscard]] std::vector<const Entry*> earlier(const std::string& source) const;

  /// A stem for a report: the one that it had, where that still fits `base`, else
  /// one that nobody has. To be called in the inputs' order.
  [[nodiscard]] std::string take_stem(const std::string& source, std::uint32_t part, const std::string& base);

  /// Writes a file that is not yet in its place; `name` is the caller's, once at a
  /// time. Safe for many threads.
  [[nodiscard]] std::optional<Message> prepare(const std::string& name, std::string_view bytes) const;
  /// Moves a prepared file to the audit of `entry`, and tells it in the ledger.
  [[nodiscard]] std::optional<Message> keep(const Entry& entry, const std::string& prepared_name);
  /// Says that the audit of `entry` is as before, and still belongs to the batch.
  void keep_as_is(const Entry& entry);

  /// Writes `bytes` to `name` under the folder, whole or not at all; nothing
  /// where they stand there already. Safe for many threads where names differ.
  [[nodiscard]] std::optional<Message> write(const std::string& name, std::string_view bytes) const;
  /// The bytes of `name` under the folder; nothing where they can't be read.
  [[nodiscard]] std::optional<std::string> read(const std::string& name) const;

  /// Where a file may lie while the run lasts; gone with the next run at the latest.
  [[nodiscard]] std::string scratch_file(std::string_view name) const;

  /// Ends a whole run: takes away the audits and pages (`reports/STEM.html`) of
  /// reports that were not kept in it, texts that no name in `texts` is of, and
  /// rewrites the ledger.
  [[nodiscard]] std::optional<Message> finish(const std::unordered_set<std::string>& texts);

  [[nodiscard]] static std::string audit_name(std::string_view stem);
  [[nodiscard]] static std::string page_name(std::string_view stem);
  /// Where the text of a report of `collection` ("this-year", "last-year") is kept.
  [[nodiscard]] static std::string text_name(std::string_view collection, std::string_view source, std::uint32_t part);

 private:
  [[nodiscard]] std::optional<Message> claim();
  void load_ledger();
  [[nodiscard]] std::optional<Message> append(const Entry& entry);
  [[nodiscard]] std::string at(std::string_view name) const;

  std::string path_;
  int lock_ = -1;
  int ledger_ = -1;
  std::unordered_map<std::string, std::vector<Entry>> earlier_;  ///< by source
  std::unordered_map<std::string, Entry> kept_;                  ///< by stem
  StemBook stems_;
};

}  // namespace fazhi
