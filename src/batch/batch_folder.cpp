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

std::optional<Message> move(const std::string& from, const std::string& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) return failure(to, errno);
  return std::nullopt;
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

constexpr std::size_t kFields = 7;

std::string line_of(const BatchFolder::Entry& entry) {
  const std::string part = std::to_string(entry.part);
  const std::string parts = std::to_string(entry.parts);
  std::string line;
  for (const std::string_view field :
       {std::string_view(entry.stem), std::string_view(entry.input_sha256), std::string_view(entry.judged_by),
        std::string_view(entry.xml_sha256), std::string_view(part), std::string_view(parts), std::string_view(entry.source)}) {
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
    if ((tab == std::string_view::npos) != (index + 1 == kFields)) return std::nullopt;
    fields[index] = plain_field(line.substr(0, tab));
    line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  }
  const auto part = number_from(fields[4]);
  const auto parts = number_from(fields[5]);
  // A stem names a file that may be removed: nothing but one that was given counts.
  if (!part || !parts || *part >= *parts || file_stem(fields[0]).empty() || fields[0].find('/') != std::string::npos) {
    return std::nullopt;
  }
  return BatchFolder::Entry{fields[6], *part, *parts, fields[0], fields[1], fields[2], fields[3]};
}

}  // namespace

BatchFolder::~BatchFolder() {
  if (ledger_ >= 0) ::close(ledger_);
  if (lock_ >= 0) ::close(lock_);
}

std::string BatchFolder::at(std::string_view name) const { return path_ + '/' + std::string(name); }

std::string BatchFolder::audit_name(std::string_view stem) { return std::string(kAudits) + '/' + std::string(stem) + ".xml"; }
std::string BatchFolder::page_name(std::string_view stem) { return std::string(kPages) + '/' + std::string(stem) + ".html"; }

std::string BatchFolder::text_name(std::string_view collection, std::string_view source, std::uint32_t part) {
  std::string whole(collection);
  whole += '\n' + std::to_string(part) + '\n';
  whole += source;
  return std::string(kTexts) + '/' + sha256_hex(whole).substr(0, kNameDigits);
}

std::optional<Message> BatchFolder::open(const std::string& path) {
  path_ = path;
  std::error_code error;
  if (fs::exists(path, error) && !fs::is_directory(path, error)) return Message{MessageId::batch_folder_foreign, {path}};
  const bool is_ours = fs::is_directory(at(kPrivate), error);
  if (!is_ours && fs::is_directory(path, error) && !fs::is_empty(path, error)) {
    return Message{MessageId::batch_folder_foreign, {path}};
  }
  fs::create_directories(at(kPrivate), error);
  if (error) return failure(path, error.value());
  if (auto failed = claim()) return failed;
  fs::remove_all(at(kNew), error);
  for (const std::string_view each : {kNew, kTexts, kAudits, kPages}) {
    fs::create_directories(at(each), error);
    if (error) return failure(at(each), error.value());
  }
  load_ledger();
  ledger_ = ::open(at(kLedger).c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (ledger_ < 0) return failure(at(kLedger), errno);
  // Behind a line that was cut a new one begins.
  return write_all(ledger_, fs::file_size(at(kLedger), error) == 0 ? kLedgerHead : "\n", at(kLedger));
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
  const std::string bytes = read(kLedger.data()).value_or("");
  std::unordered_map<std::string, Entry> by_stem;  // the last word on each
  if (bytes.starts_with(kLedgerHead)) {
    for (std::size_t begin = kLedgerHead.size(); begin < bytes.size();) {
      const std::size_t end = bytes.find('\n', begin);
      if (end == std::string::npos) break;
      if (auto entry = entry_from(std::string_view(bytes).substr(begin, end - begin))) {
        std::string stem = entry->stem;
        by_stem.insert_or_assign(std::move(stem), std::move(*entry));
      }
      begin = end + 1;
    }
  }
  for (auto& [stem, entry] : by_stem) {
    stems_.reserve(stem);
    earlier_[entry.source].push_back(std::move(entry));
  }
  for (auto& [source, entries] : earlier_) {
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return a.part != b.part ? a.part < b.part : a.stem < b.stem;
    });
  }
  // What somebody else put there stays.
  std::error_code error;
  fs::directory_iterator each(at(kAudits), error);
  for (const fs::directory_iterator end; !error && each != end; each.increment(error)) {
    stems_.reserve(each->path().stem().string());
  }
}

std::vector<const BatchFolder::Entry*> BatchFolder::earlier(const std::string& source) const {
  const auto found = earlier_.find(source);
  if (found == earlier_.end()) return {};
  std::vector<const Entry*> out;
  for (const Entry& each : found->second) {
    if (each.part == out.size() && each.parts == found->second.front().parts) out.push_back(&each);
  }
  if (out.size() != found->second.front().parts) out.clear();
  return out;
}

std::string BatchFolder::take_stem(const std::string& source, std::uint32_t part, const std::string& base) {
  const auto found = earlier_.find(source);
  if (found != earlier_.end()) {
    for (const Entry& each : found->second) {
      if (each.part == part && is_stem_of(each.stem, base) && !kept_.contains(each.stem)) return each.stem;
    }
  }
  return stems_.take(base);
}

std::optional<Message> BatchFolder::prepare(const std::string& name, std::string_view bytes) const {
  return write_new(at(kNew) + '/' + name, bytes);
}

std::optional<Message> BatchFolder::append(const Entry& entry) { return write_all(ledger_, line_of(entry), at(kLedger)); }

std::optional<Message> BatchFolder::keep(const Entry& entry, const std::string& prepared_name) {
  if (auto error = append(entry)) return error;
  kept_.insert_or_assign(entry.stem, entry);
  return move(at(kNew) + '/' + prepared_name, at(audit_name(entry.stem)));
}

void BatchFolder::keep_as_is(const Entry& entry) { kept_.insert_or_assign(entry.stem, entry); }

std::optional<Message> BatchFolder::write(const std::string& name, std::string_view bytes) const {
  std::error_code error;
  const auto size = fs::file_size(at(name), error);
  if (!error && size == bytes.size() && read(name) == bytes) return std::nullopt;
  const std::string temporary = sha256_hex(name).substr(0, kNameDigits);
  if (auto failed = prepare(temporary, bytes)) return failed;
  return move(at(kNew) + '/' + temporary, at(name));
}

std::optional<std::string> BatchFolder::read(const std::string& name) const {
  const int descriptor = ::open(at(name).c_str(), O_RDONLY | O_CLOEXEC);
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

std::string BatchFolder::scratch_file(std::string_view name) const { return at(kNew) + '/' + std::string(name); }

std::optional<Message> BatchFolder::finish(const std::unordered_set<std::string>& texts) {
  std::error_code ignored;
  for (const auto& [source, entries] : earlier_) {
    for (const Entry& each : entries) {
      if (kept_.contains(each.stem)) continue;
      fs::remove(at(audit_name(each.stem)), ignored);
      fs::remove(at(page_name(each.stem)), ignored);
    }
  }
  std::vector<fs::path> gone;
  for (const auto& each : fs::directory_iterator(at(kTexts), ignored)) {
    if (!texts.contains(std::string(kTexts) + '/' + each.path().filename().string())) gone.push_back(each.path());
  }
  for (const fs::path& each : gone) fs::remove(each, ignored);
  std::vector<const Entry*> entries;
  entries.reserve(kept_.size());
  for (const auto& [stem, entry] : kept_) entries.push_back(&entry);
  std::sort(entries.begin(), entries.end(), [](const Entry* a, const Entry* b) { return a->stem < b->stem; });
  std::string bytes(kLedgerHead);
  for (const Entry* each : entries) bytes += line_of(*each);
  if (auto error = write_new(at(kNewLedger), bytes)) return error;
  return move(at(kNewLedger), at(kLedger));
}

}  // namespace fazhi
