#include "batch/input_walk.hpp"

#include <filesystem>
#include <fstream>
#include <unordered_map>
#include <utility>

#include "base/mebibytes.hpp"
#include "batch/archive_reader.hpp"
#include "batch/entry_name.hpp"
#include "batch/find_files.hpp"
#include "batch/litter.hpp"
#include "batch/rar_headers.hpp"
#include "document/file_kind.hpp"
#include "document/read.hpp"

namespace fazhi {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPrefixBytes = std::size_t{64} << 10;

/// An archive that is being read.
struct OpenArchive {
  OpenArchive(ArchiveReader archive, std::string name) : reader(std::move(archive)), source(std::move(name)) {}

  ArchiveReader reader;
  std::string source;
  std::unordered_map<std::string, std::size_t> names;  ///< how often each was given
  std::size_t given = 0;    ///< inputs, files of inner archives not counted
  std::size_t special = 0;
};

/// Whether `bytes` are a volume of a set: RAR by its header, ZIP by the number of
/// disks in its end record (APPNOTE 4.3.16) or the marker of a split archive (8.5.4).
bool is_volume(std::string_view bytes) {
  using std::string_view_literals::operator""sv;
  if (bytes.starts_with("PK\x07\x08PK\x03\x04"sv)) return true;
  if (bytes.starts_with("Rar!")) return read_rar_headers(bytes).is_volume;
  constexpr std::size_t kEndBytes = 22;
  if (bytes.size() < kEndBytes) return false;
  const std::string_view end = bytes.substr(bytes.size() - kEndBytes);
  return end.starts_with("PK\x05\x06"sv) && end.substr(4, 2) != "\0\0"sv && end.substr(4, 2) != "\xFF\xFF"sv;
}

std::string upper_extension(std::string_view path) {
  std::string out(extension_of(path).substr(1));
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

/// “报告.docx” the second time is “报告 (2).docx”.
std::string numbered(const std::string& name, std::size_t number) {
  const std::size_t stem = name.size() - extension_of(name).size();
  return name.substr(0, stem) + " (" + std::to_string(number) + ')' + name.substr(stem);
}

}  // namespace

struct InputWalk::State {
  State(const std::vector<std::string>& arguments, const ArchiveLimits& archive_limits, const std::vector<std::string>& excluded)
      : limits(archive_limits), budget(limits), files(find_files(arguments, remarks, excluded)), known(files.size()) {}

  ArchiveLimits limits;
  std::vector<Message> remarks;
  ArchiveBudget budget;
  std::vector<FoundFile> files;
  std::size_t next_file = 0;
  std::vector<OpenArchive> open;  ///< the outermost first
  std::size_t known;

  std::optional<Input> next() {
    for (;;) {
      std::optional<Input> input;
      if (!open.empty()) {
        input = step_in_archive();
      } else if (next_file < files.size()) {
        // What has been given takes no memory any more.
        input = open_file(std::exchange(files[next_file++], {}));
      } else {
        return std::nullopt;
      }
      if (input) return input;
    }
  }

 private:
  template <class... Arguments>
  static Input failed(const std::string& source, MessageId id, Arguments... more) {
    return {source, Message{id, {source, std::string(more)...}}};
  }

  std::optional<Input> open_file(const FoundFile& file) {
    const std::string source = decoded_path(file.path);
    if (!file.errors.empty()) return Input{source, file.errors.front()};
    std::error_code error;
    const auto size = file.path == "-" ? 0 : fs::file_size(file.path, error);
    if (!error && size > limits.entry_bytes) return open_large_file(file.path, source, static_cast<std::size_t>(size));
    Result<std::string> bytes = file.path == "-" ? read_standard_input() : read_bytes(file.path, file.is_named ? Readable::anything : Readable::files);
    if (!bytes) return Input{source, std::move(bytes)};
    if (file.is_named && is_technical(source)) {
      const FileKind kind = sniff(*bytes).kind;
      if (kind == FileKind::text || kind == FileKind::other) return failed(source, MessageId::input_other_kind, upper_extension(source));
    }
    budget = ArchiveBudget(limits, bytes->size());
    return enter(std::move(bytes).value(), source);
  }

  /// An archive that is too large for memory; anything else is refused unread.
  std::optional<Input> open_large_file(const std::string& path, const std::string& source, std::size_t size) {
    std::string prefix(kPrefixBytes, '\0');
    std::ifstream in(path, std::ios::binary);
    in.read(prefix.data(), static_cast<std::streamsize>(prefix.size()));
    prefix.resize(static_cast<std::size_t>(in.gcount()));
    const SniffedKind kind = sniff(prefix);
    if (!is_archive(kind.kind)) return failed(source, MessageId::input_too_large, mebibytes(size), mebibytes(limits.entry_bytes));
    if (is_volume(prefix)) return failed(source, MessageId::archive_multi_volume);
    budget = ArchiveBudget(limits, size);
    push(ArchiveReader::of_file(path, kind, source), source);
    return std::nullopt;
  }

  /// The input that `bytes` are; nothing where they are an archive, which is open then.
  std::optional<Input> enter(std::string bytes, const std::string& source) {
    const SniffedKind kind = sniff(bytes);
    if (is_volume(bytes) || (!is_archive(kind.kind) && is_named_volume(source))) {
      return failed(source, MessageId::archive_multi_volume);
    }
    if (!is_archive(kind.kind)) return Input{source, std::move(bytes)};
    if (open.size() >= limits.depth) return failed(source, MessageId::archive_nested_too_deep, std::to_string(limits.depth));
    push(ArchiveReader(std::move(bytes), kind, source), source);
    return std::nullopt;
  }

  void push(ArchiveReader reader, const std::string& source) {
    if (open.empty()) --known;
    open.emplace_back(std::move(reader), source);
  }

  /// An input out of an archive.
  Input give(Input input) {
    ++known;
    return input;
  }

  std::optional<Input> step_in_archive() {
    OpenArchive& archive = open.back();
    ArchiveEntry entry;
    switch (archive.reader.next(entry)) {
      case ArchiveReader::Step::entry:
        return take_entry(archive, entry);
      case ArchiveReader::Step::end:
        return close({});
      case ArchiveReader::Step::damaged:
        return close(damaged(archive));
      case ArchiveReader::Step::encrypted:
        return close(Message{MessageId::archive_encrypted, {archive.source}});
    }
    return std::nullopt;
  }

  static Message damaged(const OpenArchive& archive) {
    return {MessageId::archive_damaged, {archive.source, std::to_string(archive.given)}};
  }

  /// Ends the innermost archive, with `error` or where it gave nothing.
  std::optional<Input> close(std::optional<Message> error) {
    const OpenArchive archive = std::move(open.back());
    open.pop_back();
    if (archive.special > 0) remarks.push_back({MessageId::input_special, {archive.source, std::to_string(archive.special)}});
    if (!error && archive.given == 0) error = Message{MessageId::archive_without_reports, {archive.source}};
    if (!error) return std::nullopt;
    return give({archive.source, std::move(*error)});
  }

  /// Ends the outermost archive and all in it.
  Input close_all(MessageId id, const std::string& amount) {
    const std::string source = open.front().source;
    open.clear();
    return give(failed(source, id, amount));
  }

  std::optional<Input> take_entry(OpenArchive& archive, const ArchiveEntry& entry) {
    if (!budget.take_entry()) return close_all(MessageId::archive_too_many_entries, std::to_string(limits.entries));
    if (entry.is_special) ++archive.special;
    const bool passed_over = entry.is_folder || entry.is_special || entry.name.empty() || is_litter(entry.name) ||
                             (is_technical(entry.name) && claimed_kind(entry.name).kind != FileKind::word_xml);
    if (passed_over) return entry.is_encrypted ? std::nullopt : after(archive, archive.reader.skip(budget), {});
    const std::size_t count = ++archive.names[entry.name];
    const std::string source = archive.source + '/' + (count == 1 ? entry.name : numbered(entry.name, count));
    ++archive.given;
    if (entry.is_encrypted) return give(failed(source, MessageId::archive_encrypted));
    const auto too_large = [&](std::size_t size) {
      return give(failed(source, MessageId::input_too_large, mebibytes(size), mebibytes(limits.entry_bytes)));
    };
    if (entry.size_bytes > limits.entry_bytes) {
      return after(archive, archive.reader.skip(budget), too_large(static_cast<std::size_t>(entry.size_bytes)));
    }
    std::string bytes;
    const ArchiveReader::Data data = archive.reader.read(bytes, limits.entry_bytes, budget);
    if (data == ArchiveReader::Data::too_large) return too_large(limits.entry_bytes + 1);
    if (data == ArchiveReader::Data::damaged) return give(failed(source, MessageId::archive_entry_damaged));
    if (data != ArchiveReader::Data::whole) {
      --archive.given;
      return after(archive, data, {});
    }
    return enter_entry(archive, std::move(bytes), source);
  }

  std::optional<Input> enter_entry(OpenArchive& archive, std::string bytes, const std::string& source) {
    if (bytes.empty()) return give(failed(source, MessageId::input_empty));
    if (is_technical(source) && sniff(bytes).kind != FileKind::word_xml) {
      --archive.given;
      return std::nullopt;
    }
    std::optional<Input> input = enter(std::move(bytes), source);
    if (input) return give(std::move(*input));
    return std::nullopt;
  }

  /// `input`, unless what `data` says ends the archive.
  std::optional<Input> after(const OpenArchive& archive, ArchiveReader::Data data, std::optional<Input> input) {
    switch (data) {
      case ArchiveReader::Data::whole:
      case ArchiveReader::Data::too_large:
      case ArchiveReader::Data::damaged:
        return input;
      case ArchiveReader::Data::archive_damaged:
        return close(damaged(archive));
      case ArchiveReader::Data::over_budget:
        return close_all(MessageId::archive_unpacks_too_large, mebibytes(budget.unpacked_bytes()));
    }
    return input;
  }
};

InputWalk::InputWalk(const std::vector<std::string>& arguments, const ArchiveLimits& limits,
                     const std::vector<std::string>& excluded)
    : state_(std::make_unique<State>(arguments, limits, excluded)) {}
InputWalk::~InputWalk() = default;

std::optional<Input> InputWalk::next() { return state_->next(); }
std::size_t InputWalk::known() const { return state_->known; }
const std::vector<Message>& InputWalk::remarks() const { return state_->remarks; }

}  // namespace fazhi
