#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
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
/// killed run left half is in `.fazhi/new` alone, which opening empties. In memory
/// are some 100 bytes a report: what the ledger tells is read from it when it is asked for.
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
    std::string page_sha256;     ///< of the page that was made of this audit; "" where none was
  };

  /// Names a report's text in the folder.
  using TextName = std::array<std::uint8_t, 16>;
  static constexpr TextName kNoText{};  ///< of a report that has none

  BatchFolder() = default;
  BatchFolder(const BatchFolder&) = delete;
  BatchFolder& operator=(const BatchFolder&) = delete;
  ~BatchFolder();

  /// Makes the folder, or takes it up where it is empty or an earlier run's.
  /// Fails with `batch.folder-foreign` where it holds anything else, links in the
  /// place of the program's own folders and files among them,
  /// `batch.folder-busy` where another run is writing to it, `output.failed`.
  [[nodiscard]] std::optional<Message> open(const std::string& path);

  [[nodiscard]] const std::string& path() const { return path_; }

  /// What earlier runs left of an input, by part; empty unless all of it is there.
  /// Safe for many threads, and not changed by `keep`.
  [[nodiscard]] std::vector<Entry> earlier(const std::string& source) const;

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

  /// What this run told of the audit with this stem. Safe for many threads once all is kept.
  [[nodiscard]] std::optional<Entry> kept(const std::string& stem) const;
  /// Tells in the ledger that `page_sha256` is the page of a kept audit. Safe for
  /// many threads once all is kept.
  [[nodiscard]] std::optional<Message> tell_page(const std::string& stem, const std::string& page_sha256);

  /// Writes `bytes` to `name` under the folder, whole or not at all; nothing
  /// where they stand there already. Safe for many threads where names differ.
  [[nodiscard]] std::optional<Message> write(const std::string& name, std::string_view bytes) const;
  /// The same of a file that `make` hands on piece by piece; what `make` fails with leaves the file as it was.
  using PieceSink = std::function<std::optional<Message>(std::string_view bytes)>;
  using PieceMaker = std::function<std::optional<Message>(const PieceSink& sink)>;
  [[nodiscard]] std::optional<Message> write_in_pieces(const std::string& name, const PieceMaker& make) const;
  /// The bytes of `name` under the folder; nothing where they can't be read.
  [[nodiscard]] std::optional<std::string> read(const std::string& name) const;
  /// `batch.folder-changed`: that `name` under the folder is not as this run found or left it.
  [[nodiscard]] Message changed(const std::string& name) const;

  /// Where a file may lie while the run lasts; gone with the next run at the latest.
  [[nodiscard]] std::string scratch_file(std::string_view name) const;

  /// Ends a whole run: takes away the audits and pages (`reports/STEM.html`) of
  /// reports that were not kept in it, texts that no name in `texts` is of, and
  /// rewrites the ledger.
  [[nodiscard]] std::optional<Message> finish(std::vector<TextName> texts);

  [[nodiscard]] static std::string audit_name(std::string_view stem);
  [[nodiscard]] static std::string page_name(std::string_view stem);
  /// Where the text of a report of `collection` ("this-year", "last-year") is kept.
  [[nodiscard]] static TextName text_name(std::string_view collection, std::string_view source, std::uint32_t part);
  [[nodiscard]] static std::string text_path(const TextName& name);

 private:
  /// A line of the ledger. What it says stays in the file: there are as many as reports.
  struct Line {
    std::uint64_t source = 0;  ///< hash
    std::uint64_t stem = 0;    ///< hash
    std::uint64_t begin = 0;   ///< in the file
  };

  /// Whether nothing that the program writes to in the folder is a link to elsewhere.
  [[nodiscard]] bool stays_inside() const;
  [[nodiscard]] std::optional<Message> claim();
  void load_ledger();
  /// Those of an earlier run's lines that tell of `source`, by part.
  [[nodiscard]] std::vector<Entry> lines_of(const std::string& source) const;
  /// The line that begins at `begin`, without its end; nothing where it has none.
  [[nodiscard]] std::optional<std::string> line_at(std::uint64_t begin) const;
  [[nodiscard]] std::optional<Entry> entry_at(std::uint64_t begin) const;
  [[nodiscard]] std::optional<Message> append(const Entry& entry);
  [[nodiscard]] std::optional<Message> write_ledger() const;
  void remove_unkept() const;
  void remove_texts(std::vector<TextName> texts) const;
  [[nodiscard]] bool is_kept(const std::string& stem) const;
  [[nodiscard]] std::string at(std::string_view name) const;

  std::string path_;
  int lock_ = -1;
  int ledger_ = -1;
  std::uint64_t ledger_bytes_ = 0;
  std::vector<Line> earlier_;                                  ///< the last word on each stem; by source
  mutable std::mutex mutex_;                                   ///< guards `kept_` and what is behind the ledger's end
  std::unordered_map<std::uint64_t, std::uint64_t> kept_;      ///< by the stem's hash: where its line begins
  StemBook stems_;
};

}  // namespace fazhi
