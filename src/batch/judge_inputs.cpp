#include "batch/judge_inputs.hpp"

#include <cstring>
#include <filesystem>
#include <unordered_set>
#include <utility>

#include "audit/xml_reader.hpp"
#include "audit/xml_writer.hpp"
#include "base/failure.hpp"
#include "base/sha256.hpp"
#include "batch/file_stem.hpp"
#include "batch/flow.hpp"
#include "batch/input_walk.hpp"
#include "batch/report_record.hpp"
#include "batch/stored_text.hpp"
#include "document/read.hpp"
#include "similarity/signature.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kThisYear = "this-year";
constexpr std::string_view kLastYear = "last-year";
constexpr std::size_t kKeyDigits = 16;
constexpr int kHexadecimal = 16;

/// A report on its way to the batch.
struct Piece {
  ReportRecord record;
  BatchFolder::Entry entry;
  JudgedInputs::Text text;
  std::string source;  ///< of last year's reports
  ReportSignature signature;
  std::string prepared;  ///< name of its audit that waits in the folder; "" for one that stands there already
  bool marked_copied = false;
};

struct Batchlet {
  Input input;
  std::size_t number = 0;
  std::size_t known = 0;
  std::vector<Piece> pieces;
  std::optional<Message> failure;
};

void add_field(std::string& key, std::string_view field) {
  key += field;
  key += '\n';
}

std::string short_hash(const std::string& text) { return sha256_hex(text).substr(0, kKeyDigits); }

std::uint64_t key_of(const std::string& text) { return std::stoull(short_hash(text), nullptr, kHexadecimal); }

/// By its first bytes: a name is a hash.
struct HashOfName {
  std::size_t operator()(const BatchFolder::TextName& name) const {
    std::size_t hash = 0;
    std::memcpy(&hash, name.data(), sizeof hash);
    return hash;
  }
};

/// The name of a file without folders and extension.
std::string bare_name(std::string_view source) {
  source = source.substr(source.rfind('/') + 1);
  const std::size_t dot = source.rfind('.');
  return std::string(dot == 0 || dot == std::string_view::npos ? source : source.substr(0, dot));
}

std::vector<std::string> kept_out(const BatchOptions& options) {
  std::vector<std::string> out{options.output};
  for (const std::string* each : {&options.previous, &options.roster}) {
    if (!each->empty()) out.push_back(*each);
  }
  return out;
}

/// What both ways of reading share.
class InputReader {
 public:
  InputReader(const BatchOptions& options, ReportJudge& judge, BatchFolder& folder, const SetPhrases& set_phrases)
      : options_(options), judge_(judge), folder_(folder), set_phrases_(set_phrases) {}

 protected:
  /// What of the run, but for the checklist, a text or an audit depends on.
  std::string run_key() const {
    std::string key;
    add_field(key, options_.version);
    add_field(key, options_.build);
    add_field(key, options_.ocr ? "ocr" : "");
    return key;
  }

  std::string judged_by(const Auditor& auditor) const {
    const Checklist& checklist = auditor.compiled().checklist();
    std::string key = run_key();
    add_field(key, options_.language == Language::en ? "en" : "zh");
    add_field(key, judge_.options_key());
    add_field(key, checklist.id);
    add_field(key, checklist.sha256);
    if (!checklist.waivers.empty()) add_field(key, options_.as_of);
    return short_hash(key);
  }

  Result<StoredText> text_at(const JudgedInputs::Text& text) const { return load_text(folder_, text); }

  std::optional<Message> store(const JudgedInputs::Text& text, const StoredText& stored) const {
    return folder_.write(BatchFolder::text_path(text.name), bytes_of(stored, std::to_string(text.key)));
  }

  ReportSignature sign(StoredText stored) const { return signature_of(prepare(std::move(stored), set_phrases_).comparable); }

  const BatchOptions& options_;
  ReportJudge& judge_;
  BatchFolder& folder_;
  const SetPhrases& set_phrases_;
};

class Judging : public InputReader {
 public:
  using InputReader::InputReader;

  void work(Batchlet& item, Scratch& scratch) {
    const std::string& source = item.input.source;
    if (!item.input.bytes) return add_error(item, source, 0, 1, item.input.bytes.error());
    if (reuse(item)) return;
    std::vector<Result<Document>> documents = read_documents(*item.input.bytes, source, {.ocr = options_.ocr});
    const auto parts = static_cast<std::uint32_t>(documents.size());
    for (std::uint32_t part = 0; part < parts && !item.failure; ++part) {
      if (documents[part]) {
        add(item, std::move(*documents[part]), part, parts, scratch);
      } else {
        add_error(item, part == 0 ? source : source + '#' + std::to_string(part + 1), part, parts, documents[part].error());
      }
    }
  }

  /// The input could not be worked on.
  void add_failed(Batchlet& item, const Message& error) { add_error(item, item.input.source, 0, 1, error); }

  void take(Batchlet& item, JudgedInputs& out) {
    for (Piece& each : item.pieces) {
      if (item.failure) return;
      each.entry.stem = folder_.take_stem(each.entry.source, each.entry.part, base_of(each.record));
      each.record.file_stem = each.entry.stem;
      if (each.prepared.empty()) {
        ++out.reused;
        folder_.keep_as_is(each.entry);
      } else {
        item.failure = folder_.keep(each.entry, each.prepared);
      }
      const auto id = static_cast<std::uint32_t>(out.reports.size());
      if (!each.record.error) out.index.add(id, Collection::this_year, each.signature);
      out.marked_copied.push_back(each.marked_copied ? 1 : 0);
      out.reports.push_back(std::move(each.record));
      out.texts.push_back(each.text);
    }
  }

 private:
  static std::string base_of(const ReportRecord& record) {
    return file_stem(record.identity.unit.empty() ? bare_name(record.source) : record.identity.unit);
  }

  static JudgedInputs::Text text_of(const BatchFolder::Entry& entry) {
    return {BatchFolder::text_name(kThisYear, entry.source, entry.part), key_of(entry.input_sha256 + entry.judged_by)};
  }

  /// Reads back what an earlier run judged from the same bytes in the same way.
  bool reuse(Batchlet& item) {
    const std::vector<BatchFolder::Entry> earlier = folder_.earlier(item.input.source);
    if (earlier.empty()) return false;
    const std::string sha256 = sha256_hex(*item.input.bytes);
    std::vector<Piece> pieces;
    std::vector<Audit> audits;
    for (const BatchFolder::Entry& entry : earlier) {
      if (entry.input_sha256 != sha256) return false;
      const std::optional<std::string> xml = folder_.read(BatchFolder::audit_name(entry.stem));
      if (!xml || sha256_hex(*xml) != entry.xml_sha256) return false;
      std::optional<Audit> audit = audit_in(*xml);
      if (!audit || audit->error) return false;
      const Auditor* auditor = judge_.find_by_id(audit->checklist.id);
      if (auditor == nullptr || judged_by(*auditor) != entry.judged_by) return false;
      Piece piece;
      piece.entry = entry;
      piece.text = text_of(entry);
      Result<StoredText> stored = text_at(piece.text);
      if (!stored) return false;
      piece.signature = sign(std::move(*stored));
      piece.marked_copied = take_out_copied(*audit, auditor->compiled().checklist());
      piece.record = record_of(*audit, &auditor->compiled().checklist());
      // Its unit names the file; where that is another now, so is the file.
      if (!is_stem_of(entry.stem, base_of(piece.record))) return false;
      pieces.push_back(std::move(piece));
      audits.push_back(std::move(*audit));
    }
    for (const Audit& each : audits) judge_.recall(each);
    item.pieces = std::move(pieces);
    return true;
  }

  void add(Batchlet& item, Document document, std::uint32_t part, std::uint32_t parts, Scratch& scratch) {
    const std::string source = document.source;
    const Result<ReportJudge::Reading> reading = judge_.read(std::move(document), scratch);
    if (!reading) return add_error(item, source, part, parts, reading.error());
    const Checklist& checklist = reading->auditor->compiled().checklist();
    const Audit audit = judge_.judge(*reading);
    Piece piece;
    piece.record = record_of(audit, &checklist);
    piece.entry = {item.input.source, part, parts, {}, audit.sha256, judged_by(*reading->auditor), {}, {}};
    piece.text = text_of(piece.entry);
    StoredText stored = stored_text_of(reading->report, reading->auditor->compiled());
    stored.siblings = parts;
    item.failure = store(piece.text, stored);
    piece.signature = sign(std::move(stored));
    finish(item, std::move(piece), audit);
  }

  void add_error(Batchlet& item, const std::string& source, std::uint32_t part, std::uint32_t parts, const Message& error) {
    Audit audit;
    audit.source = source;
    audit.error = error;
    Piece piece;
    piece.record = record_of(audit, nullptr);
    piece.entry = {item.input.source, part, parts, {}, {}, {}, {}, {}};
    finish(item, std::move(piece), audit);
  }

  void finish(Batchlet& item, Piece piece, const Audit& audit) {
    if (item.failure) return;
    const std::string xml = xml_of_one(audit, options_);
    piece.entry.xml_sha256 = sha256_hex(xml);
    piece.prepared = std::to_string(item.number) + '-' + std::to_string(piece.entry.part);
    item.failure = folder_.prepare(piece.prepared, xml);
    item.pieces.push_back(std::move(piece));
  }
};

class ReadingPrevious : public InputReader {
 public:
  using InputReader::InputReader;

  void work(Batchlet& item, Scratch& scratch) {
    if (!item.input.bytes) return add_error(item, item.input.source, item.input.bytes.error());
    const std::uint64_t key = key_of(run_key() + judge_.first().reference().sha256 + sha256_hex(*item.input.bytes));
    if (reuse(item, key)) return;
    std::vector<Result<Document>> documents = read_documents(*item.input.bytes, item.input.source, {.ocr = options_.ocr});
    std::uint32_t part = 0;
    for (Result<Document>& each : documents) {
      if (!each) {
        add_error(item, item.input.source, each.error());
        continue;
      }
      Piece piece;
      piece.source = source_of(item, part);
      piece.text = text_of(item, part++, key);
      StoredText stored = stored_text_of(judge_.first().read(std::move(*each), scratch), judge_.first().compiled());
      stored.siblings = static_cast<std::uint32_t>(documents.size());
      item.failure = store(piece.text, stored);
      piece.signature = sign(std::move(stored));
      item.pieces.push_back(std::move(piece));
      if (item.failure) return;
    }
  }

  /// The input could not be worked on.
  void add_failed(Batchlet& item, const Message& error) { add_error(item, item.input.source, error); }

  void take(Batchlet& item, JudgedInputs& out) {
    for (Piece& each : item.pieces) {
      if (each.record.error) {
        out.remarks.push_back({MessageId::batch_previous_unread, {each.record.source, render(*each.record.error, options_.language)}});
        continue;
      }
      const auto id = JudgedInputs::kFirstOfLastYear + static_cast<std::uint32_t>(out.previous.size());
      out.index.add(id, Collection::last_year, each.signature);
      out.previous.push_back(each.text);
      out.previous_sources.push_back(std::move(each.source));
    }
  }

 private:
  static JudgedInputs::Text text_of(const Batchlet& item, std::uint32_t part, std::uint64_t key) {
    return {BatchFolder::text_name(kLastYear, item.input.source, part), key};
  }

  static std::string source_of(const Batchlet& item, std::uint32_t part) {
    return part == 0 ? item.input.source : item.input.source + '#' + std::to_string(part + 1);
  }

  static void add_error(Batchlet& item, const std::string& source, const Message& error) {
    Piece piece;
    piece.record.source = source;
    piece.record.error = error;
    item.pieces.push_back(std::move(piece));
  }

  bool reuse(Batchlet& item, std::uint64_t key) const {
    std::vector<Piece> pieces;
    for (std::uint32_t part = 0, parts = 1; part < parts; ++part) {
      Piece piece;
      piece.source = source_of(item, part);
      piece.text = text_of(item, part, key);
      Result<StoredText> stored = text_at(piece.text);
      if (!stored) return false;
      parts = stored->siblings;
      piece.signature = sign(std::move(*stored));
      pieces.push_back(std::move(piece));
    }
    item.pieces = std::move(pieces);
    return true;
  }
};

/// Drives one of the two over its inputs.
template <class Reader>
std::optional<Message> drive(BatchPhase phase, const std::vector<std::string>& arguments, const BatchOptions& options,
                             Reader& reader, const std::vector<std::string>& excluded, const BatchWatch& watch, JudgedInputs& out) {
  InputWalk walk(arguments, {}, excluded);
  std::unordered_set<BatchFolder::TextName, HashOfName> seen;
  std::size_t number = 0;
  std::size_t done = 0;
  std::optional<Message> failure;
  std::atomic<bool> failed = false;
  Flow<Batchlet> flow;
  flow.jobs = options.jobs;
  flow.next = [&]() -> std::optional<Batchlet> {
    while (!failed && !watch.stopped()) {
      std::optional<Input> input = walk.next();
      if (!input) return std::nullopt;
      // Named twice, it is one report.
      if (!seen.insert(BatchFolder::text_name(kThisYear, input->source, 0)).second) continue;
      return Batchlet{std::move(*input), number++, walk.known(), {}, {}};
    }
    out.stopped = out.stopped || watch.stopped();
    return std::nullopt;
  };
  flow.bytes_of = [](const Batchlet& item) { return item.input.bytes ? item.input.bytes->size() : std::size_t{0}; };
  flow.work = [&](Batchlet& item, Scratch& scratch) {
    if (failed) return;
    if (const auto failure_inside = failure_of(item.input.source, [&] { reader.work(item, scratch); })) {
      scratch = Scratch();
      item.pieces.clear();
      reader.add_failed(item, *failure_inside);
    }
    item.input.bytes = std::string();
  };
  flow.take = [&](Batchlet& item) {
    if (failed) return;
    if (!item.failure) reader.take(item, out);
    if (item.failure) {
      failure = item.failure;
      failed = true;
      return;
    }
    watch.on_step(phase, ++done, item.known);
  };
  flow.run();
  for (const Message& each : walk.remarks()) out.remarks.push_back(each);
  return failure;
}

}  // namespace

std::optional<Message> judge_inputs(const BatchOptions& options, ReportJudge& judge, BatchFolder& folder,
                                    const SetPhrases& set_phrases, const BatchWatch& watch, JudgedInputs& out) {
  Judging reader(options, judge, folder, set_phrases);
  return drive(BatchPhase::judging, options.inputs, options, reader, kept_out(options), watch, out);
}

std::optional<Message> read_previous(const BatchOptions& options, ReportJudge& judge, BatchFolder& folder,
                                     const SetPhrases& set_phrases, const BatchWatch& watch, JudgedInputs& out) {
  if (options.previous.empty()) return std::nullopt;
  ReadingPrevious reader(options, judge, folder, set_phrases);
  return drive(BatchPhase::previous, {options.previous}, options, reader, {options.output}, watch, out);
}

Result<StoredText> load_text(const BatchFolder& folder, const JudgedInputs::Text& text) {
  const std::string path = BatchFolder::text_path(text.name);
  const std::optional<std::string> bytes = folder.read(path);
  std::optional<StoredText> stored = bytes ? stored_text_from(*bytes, std::to_string(text.key)) : std::nullopt;
  if (!stored) return folder.changed(path);
  return std::move(*stored);
}

std::vector<BatchFolder::TextName> JudgedInputs::text_names() const {
  std::vector<BatchFolder::TextName> names;
  for (const std::vector<Text>* all : {&texts, &previous}) {
    for (const Text& each : *all) {
      if (each.is_there()) names.push_back(each.name);
    }
  }
  return names;
}

std::optional<Audit> audit_in(const std::string& xml) {
  Result<AuditRun> run = read_audit_xml(xml, {});
  if (!run || run->audits.size() != 1) return std::nullopt;
  return std::move(run->audits.front());
}

std::string xml_of_one(const Audit& audit, const BatchOptions& options) {
  std::string out;
  XmlWriter writer(out);
  writer.begin(options.version, options.language);
  writer.add(audit);
  writer.end();
  return out;
}

std::string copied_defect_of(const Checklist& checklist) {
  for (const Defect& each : checklist.defects) {
    if (each.kind == DefectKind::copied) return each.id;
  }
  return {};
}

bool take_out_copied(Audit& audit, const Checklist& checklist) {
  const std::string id = copied_defect_of(checklist);
  return std::erase_if(audit.findings, [&](const Finding& each) { return each.kind == FindingKind::defect && each.id == id; }) > 0;
}

}  // namespace fazhi
