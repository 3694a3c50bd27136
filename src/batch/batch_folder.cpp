#include "batch/batch_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <utility>
#include <system_error>

#include "base/sha256.hpp"

namespace fazhi {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrivate = ".fazhi";
constexpr std::string_view kLock = ".fazhi/lock";
constexpr std::string_view kLedger = ".fazhi/ledger";
constexpr std::string_view kNewLedger = ".fazhi/ledger.new";
constexpr std::string_view kNew = ".fazhi/new";
constexpr std::string_view kTexts = ".fazhi/texts";
constexpr std::string_view kAudits = "audits";
constexpr std::string_view kPages = "reports";
constexpr std::string_view kLedgerHead = "fazhi-batch 1\n";
constexpr std::size_t kNameDigits = 32;
constexpr std::size_t kPieceBytes = std::size_t{64} << 10;

Message failure(const std::string& path, int error) {
  return {MessageId::output_failed, {path, std::generic_category().message(error)}};
}

std::optional<Message> write_all(int descriptor, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failure(path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return std::nullopt;
}

std::optional<Message> write_new(const std::string& path, std::string_view bytes) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) return failure(path, errno);
  std::optional<Message> error = write_all(descriptor, bytes, path);
  if (::close(descriptor) != 0 && !error) error = failure(path, errno);
  return error;
}

/// Writes a file piece by piece; the first failure is told at the end.
class FileWriter {
 public:
  explicit FileWriter(const std::string& path)
      : path_(path), descriptor_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
    if (descriptor_ < 0) error_ = failure(path, errno);
  }
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;
  ~FileWriter() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  std::optional<Message> add(std::string_view bytes) {
    piece_ += bytes;
    if (piece_.size() >= kPieceBytes) flush();
    return error_;
  }
  [[nodiscard]] std::optional<Message> close() {
    flush();
    if (descriptor_ >= 0 && ::close(std::exchange(descriptor_, -1)) != 0 && !error_) error_ = failure(path_, errno);
    return error_;
  }

 private:
  void flush() {
    if (!error_) error_ = write_all(descriptor_, piece_, path_);
    piece_.clear();
  }

  std::string path_;
  int descriptor_;
  std::string piece_;
  std::optional<Message> error_;
};

std::optional<Message> move(const std::string& from, const std::string& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) return failure(to, errno);
  return std::nullopt;
}

/// Whether two files have the same bytes; false where one can't be read.
bool are_same(const std::string& one, const std::string& other) {
  std::error_code error;
  if (fs::file_size(one, error) != fs::file_size(other, error) || error) return false;
  std::ifstream first(one, std::ios::binary);
  std::ifstream second(other, std::ios::binary);
  const bool same = std::equal(std::istreambuf_iterator<char>(first), {}, std::istreambuf_iterator<char>(second), {});
  return same && !first.bad() && !second.bad();
}

/// One field of a line: tabs, line breaks and backslashes are marked.
void append_field(std::string& line, std::string_view value) {
  for (const char c : value) {
    switch (c) {
      case '\\':
        line += "\\\\";
        break;
      case '\t':
        line += "\\t";
        break;
      case '\n':
        line += "\\n";
        break;
      default:
        line += c;
    }
  }
}

std::string plain_field(std::string_view field) {
  std::string out;
  for (std::size_t at = 0; at < field.size(); ++at) {
    if (field[at] != '\\' || at + 1 == field.size()) {
      out += field[at];
      continue;
    }
    const char marked = field[++at];
    out += marked == 't' ? '\t' : marked == 'n' ? '\n' : marked;
  }
  return out;
}

/// The last one, the page, may be missing.
constexpr std::size_t kFields = 8;
constexpr std::size_t kLineBytes = 512;

std::string line_of(const BatchFolder::Entry& entry) {
  const std::string part = std::to_string(entry.part);
  const std::string parts = std::to_string(entry.parts);
  std::string line;
  for (const std::string_view field :
       {std::string_view(entry.stem), std::string_view(entry.input_sha256), std::string_view(entry.judged_by),
        std::string_view(entry.xml_sha256), std::string_view(part), std::string_view(parts), std::string_view(entry.source), std::string_view(entry.page_sha256)}) {
    if (!line.empty()) line += '\t';
    append_field(line, field);
  }
  return line + '\n';
}

std::optional<std::uint32_t> number_from(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Nothing where it is no entry; a killed run may leave the last one cut.
std::optional<BatchFolder::Entry> entry_from(std::string_view line) {
  std::array<std::string, kFields> fields;
  for (std::size_t index = 0; index < kFields; ++index) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos && index + 2 < kFields) return std::nullopt;
    fields[index] = plain_field(line.substr(0, tab));
    line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  }
  if (!line.empty()) return std::nullopt;
  const auto part = number_from(fields[4]);
  const auto parts = number_from(fields[5]);
  // A stem names a file that may be removed: nothing but one that was given counts.
  if (!part || !parts || *part >= *parts || file_stem(fields[0]).empty() || fields[0].find('/') != std::string::npos) {
    return std::nullopt;
  }
  return BatchFolder::Entry{fields[6], *part, *parts, fields[0], fields[1], fields[2], fields[3], fields[7]};
}

/// Whether `path` is free or of this type; a link is of neither, wherever it leads.
bool is_free_or(fs::file_type type, const std::string& path) {
  std::error_code ignored;
  const fs::file_type found = fs::symlink_status(path, ignored).type();
  return found == type || found == fs::file_type::not_found;
}

std::uint64_t hash_of(std::string_view text) { return std::hash<std::string_view>()(text); }

int digit_of(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; }

/// Nothing where `hex` is no text's name.
std::optional<BatchFolder::TextName> text_name_from(std::string_view hex) {
  BatchFolder::TextName name{};
  if (hex.size() != 2 * name.size()) return std::nullopt;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const int high = digit_of(hex[2 * at]);
    const int low = digit_of(hex[2 * at + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    name[at] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return name;
}

}  // namespace

BatchFolder::~BatchFolder() {
  if (ledger_ >= 0) ::close(ledger_);
  if (lock_ >= 0) ::close(lock_);
}

std::string BatchFolder::at(std::string_view name) const { return path_ + '/' + std::string(name); }

std::string BatchFolder::audit_name(std::string_view stem) { return std::string(kAudits) + '/' + std::string(stem) + ".xml"; }
std::string BatchFolder::page_name(std::string_view stem) { return std::string(kPages) + '/' + std::string(stem) + ".html"; }

BatchFolder::TextName BatchFolder::text_name(std::string_view collection, std::string_view source, std::uint32_t part) {
  std::string whole(collection);
  whole += '\n' + std::to_string(part) + '\n';
  whole += source;
  return text_name_from(sha256_hex(whole).substr(0, kNameDigits)).value_or(kNoText);
}

std::string BatchFolder::text_path(const TextName& name) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out(kTexts);
  out += '/';
  for (const std::uint8_t byte : name) (out += kDigits[byte >> 4]) += kDigits[byte & 15];
  return out;
}

std::optional<Message> BatchFolder::open(const std::string& path) {
  path_ = path;
  std::error_code error;
  if (fs::exists(path, error) && !fs::is_directory(path, error)) return Message{MessageId::batch_folder_foreign, {path}};
  const bool is_ours = fs::is_directory(at(kPrivate), error);
  if (!is_ours && fs::is_directory(path, error) && !fs::is_empty(path, error)) {
    return Message{MessageId::batch_folder_foreign, {path}};
  }
  if (!stays_inside()) return Message{MessageId::batch_folder_foreign, {path}};
  fs::create_directories(at(kPrivate), error);
  if (error) return failure(path, error.value());
  if (auto failed = claim()) return failed;
  fs::remove_all(at(kNew), error);
  for (const std::string_view each : {kNew, kTexts, kAudits, kPages}) {
    fs::create_directories(at(each), error);
    if (error) return failure(at(each), error.value());
  }
  ledger_ = ::open(at(kLedger).c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (ledger_ < 0) return failure(at(kLedger), errno);
  load_ledger();
  // Behind a line that was cut a new one begins.
  const std::string_view begin = ledger_bytes_ == 0 ? kLedgerHead : "\n";
  ledger_bytes_ += begin.size();
  return write_all(ledger_, begin, at(kLedger));
}

bool BatchFolder::stays_inside() const {
  constexpr std::array kFolders{kPrivate, kNew, kTexts, kAudits, kPages};
  constexpr std::array kFiles{kLock, kLedger, kNewLedger};
  const auto is = [this](fs::file_type type) { return [this, type](std::string_view name) { return is_free_or(type, at(name)); }; };
  return std::all_of(kFolders.begin(), kFolders.end(), is(fs::file_type::directory)) &&
         std::all_of(kFiles.begin(), kFiles.end(), is(fs::file_type::regular));
}

std::optional<Message> BatchFolder::claim() {
  lock_ = ::open(at(kLock).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (lock_ < 0) return failure(at(kLock), errno);
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return Message{MessageId::batch_folder_busy, {path_}};
    return failure(at(kLock), errno);
  }
  return std::nullopt;
}

void BatchFolder::load_ledger() {
  std::error_code error;
  ledger_bytes_ = fs::file_size(at(kLedger), error);
  const bool is_ours = line_at(0).value_or("") + '\n' == kLedgerHead;
  std::string piece;
  std::uint64_t begin = kLedgerHead.size();  // of what `piece` holds
  for (bool is_end = !is_ours; !is_end;) {
    const std::size_t held = piece.size();
    piece.resize(held + kPieceBytes);
    const ssize_t count = ::pread(ledger_, piece.data() + held, kPieceBytes, static_cast<off_t>(begin + held));
    is_end = count <= 0;
    piece.resize(held + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    std::size_t line = 0;
    for (std::size_t end = piece.find('\n'); end != std::string::npos; end = piece.find('\n', line)) {
      if (const auto entry = entry_from(std::string_view(piece).substr(line, end - line))) {
        earlier_.push_back({hash_of(entry->source), hash_of(entry->stem), begin + line});
        stems_.reserve(entry->stem);
      }
      line = end + 1;
    }
    piece.erase(0, line);
    begin += line;
  }
  std::sort(earlier_.begin(), earlier_.end(), [](const Line& a, const Line& b) {
    return a.stem != b.stem ? a.stem < b.stem : a.begin > b.begin;
  });
  const auto is_of_one_stem = [](const Line& a, const Line& b) { return a.stem == b.stem; };
  earlier_.erase(std::unique(earlier_.begin(), earlier_.end(), is_of_one_stem), earlier_.end());
  earlier_.shrink_to_fit();
  std::sort(earlier_.begin(), earlier_.end(), [](const Line& a, const Line& b) {
    return a.source != b.source ? a.source < b.source : a.begin < b.begin;
  });
  // What somebody else put there stays.
  fs::directory_iterator each(at(kAudits), error);
  for (const fs::directory_iterator end; !error && each != end; each.increment(error)) {
    stems_.reserve(each->path().stem().string());
  }
}

std::optional<std::string> BatchFolder::line_at(std::uint64_t begin) const {
  std::string line;
  for (std::size_t held = 0;; held = line.size()) {
    line.resize(held + kLineBytes);
    const ssize_t count = ::pread(ledger_, line.data() + held, kLineBytes, static_cast<off_t>(begin + held));
    if (count <= 0) return std::nullopt;
    line.resize(held + static_cast<std::size_t>(count));
    const std::size_t end = line.find('\n', held);
    if (end == std::string::npos) continue;
    line.resize(end);
    return line;
  }
}

std::optional<BatchFolder::Entry> BatchFolder::entry_at(std::uint64_t begin) const {
  const std::optional<std::string> line = line_at(begin);
  return line ? entry_from(*line) : std::nullopt;
}

std::vector<BatchFolder::Entry> BatchFolder::lines_of(const std::string& source) const {
  std::vector<Entry> entries;
  const std::uint64_t hash = hash_of(source);
  auto line = std::lower_bound(earlier_.begin(), earlier_.end(), hash, [](const Line& each, std::uint64_t value) { return each.source < value; });
  for (; line != earlier_.end() && line->source == hash; ++line) {
    std::optional<Entry> entry = entry_at(line->begin);
    if (entry && entry->source == source) entries.push_back(std::move(*entry));
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.part != b.part ? a.part < b.part : a.stem < b.stem;
  });
  return entries;
}

std::vector<BatchFolder::Entry> BatchFolder::earlier(const std::string& source) const {
  std::vector<Entry> out;
  std::uint32_t parts = 0;
  for (Entry& each : lines_of(source)) {
    if (parts == 0) parts = each.parts;
    if (each.part == out.size() && each.parts == parts) out.push_back(std::move(each));
  }
  if (out.size() != parts) out.clear();
  return out;
}

std::string BatchFolder::take_stem(const std::string& source, std::uint32_t part, const std::string& base) {
  for (const Entry& each : lines_of(source)) {
    if (each.part == part && is_stem_of(each.stem, base) && !is_kept(each.stem)) return each.stem;
  }
  return stems_.take(base);
}

bool BatchFolder::is_kept(const std::string& stem) const { return kept_.contains(hash_of(stem)); }

std::optional<Message> BatchFolder::prepare(const std::string& name, std::string_view bytes) const {
  return write_new(at(kNew) + '/' + name, bytes);
}

std::optional<Message> BatchFolder::append(const Entry& entry) {
  const std::string line = line_of(entry);
  if (auto error = write_all(ledger_, line, at(kLedger))) return error;
  kept_.insert_or_assign(hash_of(entry.stem), ledger_bytes_);
  ledger_bytes_ += line.size();
  return std::nullopt;
}

std::optional<Message> BatchFolder::keep(const Entry& entry, const std::string& prepared_name) {
  if (auto error = append(entry)) return error;
  return move(at(kNew) + '/' + prepared_name, at(audit_name(entry.stem)));
}

void BatchFolder::keep_as_is(const Entry& entry) {
  const std::uint64_t source = hash_of(entry.source);
  const std::uint64_t stem = hash_of(entry.stem);
  auto line = std::lower_bound(earlier_.begin(), earlier_.end(), source, [](const Line& each, std::uint64_t value) { return each.source < value; });
  while (line != earlier_.end() && line->source == source && line->stem != stem) ++line;
  if (line != earlier_.end() && line->source == source) kept_.insert_or_assign(stem, line->begin);
}

std::optional<BatchFolder::Entry> BatchFolder::kept(const std::string& stem) const {
  const std::lock_guard lock(mutex_);
  const auto line = kept_.find(hash_of(stem));
  return line == kept_.end() ? std::nullopt : entry_at(line->second);
}

std::optional<Message> BatchFolder::tell_page(const std::string& stem, const std::string& page_sha256) {
  std::optional<Entry> entry = kept(stem);
  if (!entry || entry->page_sha256 == page_sha256) return std::nullopt;
  entry->page_sha256 = page_sha256;
  const std::lock_guard lock(mutex_);
  return append(*entry);
}

std::optional<Message> BatchFolder::write(const std::string& name, std::string_view bytes) const {
  std::error_code error;
  const auto size = fs::file_size(at(name), error);
  if (!error && size == bytes.size() && read(name) == bytes) return std::nullopt;
  const std::string temporary = sha256_hex(name).substr(0, kNameDigits);
  if (auto failed = prepare(temporary, bytes)) return failed;
  return move(at(kNew) + '/' + temporary, at(name));
}

std::optional<Message> BatchFolder::write_in_pieces(const std::string& name, const PieceMaker& make) const {
  const std::string temporary = scratch_file(sha256_hex(name).substr(0, kNameDigits));
  FileWriter file(temporary);
  if (auto error = make([&file](std::string_view bytes) { return file.add(bytes); })) return error;
  if (auto error = file.close()) return error;
  if (!are_same(temporary, at(name))) return move(temporary, at(name));
  std::error_code ignored;
  fs::remove(temporary, ignored);
  return std::nullopt;
}

std::optional<std::string> BatchFolder::read(const std::string& name) const {
  if (std::error_code ignored; !fs::is_regular_file(at(name), ignored)) return std::nullopt;
  const int descriptor = ::open(at(name).c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  std::string bytes;
  std::array<char, 65536> chunk;
  ssize_t count = 0;
  while ((count = ::read(descriptor, chunk.data(), chunk.size())) != 0) {
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) break;
    bytes.append(chunk.data(), static_cast<std::size_t>(count));
  }
  ::close(descriptor);
  if (count < 0) return std::nullopt;
  return bytes;
}

Message BatchFolder::changed(const std::string& name) const { return {MessageId::batch_folder_changed, {at(name)}}; }

std::string BatchFolder::scratch_file(std::string_view name) const { return at(kNew) + '/' + std::string(name); }

void BatchFolder::remove_unkept() const {
  std::error_code ignored;
  for (const Line& each : earlier_) {
    if (kept_.contains(each.stem)) continue;
    const std::optional<Entry> entry = entry_at(each.begin);
    if (!entry) continue;
    fs::remove(at(audit_name(entry->stem)), ignored);
    fs::remove(at(page_name(entry->stem)), ignored);
  }
}

void BatchFolder::remove_texts(std::vector<TextName> texts) const {
  std::error_code ignored;
  std::sort(texts.begin(), texts.end());
  std::vector<fs::path> gone;
  for (const auto& each : fs::directory_iterator(at(kTexts), ignored)) {
    const auto name = text_name_from(each.path().filename().string());
    if (!name || !std::binary_search(texts.begin(), texts.end(), *name)) gone.push_back(each.path());
  }
  for (const fs::path& each : gone) fs::remove(each, ignored);
}

std::optional<Message> BatchFolder::write_ledger() const {
  std::vector<std::pair<std::string, std::uint64_t>> lines;  // by stem
  lines.reserve(kept_.size());
  for (const auto& [hash, begin] : kept_) {
    if (auto entry = entry_at(begin)) lines.emplace_back(std::move(entry->stem), begin);
  }
  std::sort(lines.begin(), lines.end());
  FileWriter file(at(kNewLedger));
  file.add(kLedgerHead);
  for (const auto& [stem, begin] : lines) file.add(line_at(begin).value_or("") + '\n');
  return file.close();
}

std::optional<Message> BatchFolder::finish(std::vector<TextName> texts) {
  remove_unkept();
  remove_texts(std::move(texts));
  if (auto error = write_ledger()) return error;
  return move(at(kNewLedger), at(kLedger));
}

}  // namespace fazhi
