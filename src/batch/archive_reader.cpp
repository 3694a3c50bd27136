#include "batch/archive_reader.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <array>
#include <utility>

#include "batch/entry_name.hpp"
#include "batch/rar_headers.hpp"
#include "document/zip_directory.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} << 10;

/// libarchive converts names that are stored as Unicode to the locale's
/// encoding; while this lives, on this thread, that is UTF-8.
class Utf8Locale {
 public:
  Utf8Locale() : before_(::uselocale(utf8())) {}
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;
  ~Utf8Locale() { ::uselocale(before_); }

 private:
  static locale_t utf8() {
    static const locale_t locale = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return locale;
  }

  locale_t before_;
};

struct CloseArchive {
  void operator()(archive* each) const { ::archive_read_free(each); }
};
using Archive = std::unique_ptr<archive, CloseArchive>;

/// Readers of the format alone that the content showed. A filter that would
/// start a program answers with a warning and is refused.
bool support(archive* reader, const SniffedKind& kind) {
  switch (kind.kind) {
    case FileKind::zip:
      return ::archive_read_support_format_zip(reader) == ARCHIVE_OK;
    case FileKind::rar:
      return ::archive_read_support_format_rar(reader) == ARCHIVE_OK && ::archive_read_support_format_rar5(reader) == ARCHIVE_OK;
    case FileKind::seven_zip:
      return ::archive_read_support_format_7zip(reader) == ARCHIVE_OK;
    case FileKind::tar:
      if (::archive_read_support_format_tar(reader) != ARCHIVE_OK) return false;
      if (kind.name == "TAR") return true;
      if (::archive_read_support_format_raw(reader) != ARCHIVE_OK) return false;
      if (kind.name == "GZIP") return ::archive_read_support_filter_gzip(reader) == ARCHIVE_OK;
      if (kind.name == "BZIP2") return ::archive_read_support_filter_bzip2(reader) == ARCHIVE_OK;
      if (kind.name == "XZ") return ::archive_read_support_filter_xz(reader) == ARCHIVE_OK;
      return ::archive_read_support_filter_zstd(reader) == ARCHIVE_OK;
    case FileKind::text:
    case FileKind::docx:
    case FileKind::odt:
    case FileKind::ofd:
    case FileKind::word_binary:
    case FileKind::word_xml:
    case FileKind::rtf:
    case FileKind::pdf:
    case FileKind::html:
    case FileKind::mht:
    case FileKind::spreadsheet:
    case FileKind::presentation:
    case FileKind::image:
    case FileKind::encrypted_office:
    case FileKind::other:
      return false;
  }
  return false;
}

/// The name of what one packed file holds: that of the file without its last
/// extension.
std::string name_of_packed(const std::string& source) {
  const std::size_t slash = source.rfind('/');
  std::string name = slash == std::string::npos ? source : source.substr(slash + 1);
  name.resize(name.size() - extension_of(name).size());
  return name;
}

}  // namespace

struct ArchiveReader::State {
  std::string bytes;
  std::string source;
  SniffedKind kind;
  Archive reader;
  RarHeaders rar;
  bool is_open = false;
  bool jumps = false;  ///< over what is not read, without unpacking it: a ZIP with its directory
  std::size_t entries = 0;  ///< that `next` gave

  void set_up() {
    reader.reset(::archive_read_new());
    is_open = reader && support(reader.get(), kind);
  }

  [[nodiscard]] bool is_enciphered(archive_entry* entry) const {
    const bool told_by_headers = entries < rar.file_enciphered.size() && rar.file_enciphered[entries];
    return told_by_headers || ::archive_entry_is_data_encrypted(entry) != 0;
  }

  [[nodiscard]] ArchiveEntry describe(archive_entry* entry) const {
    ArchiveEntry out;
    const bool is_packed_file = ::archive_format(reader.get()) == ARCHIVE_FORMAT_RAW;
    const char* stored = ::archive_entry_pathname(entry);
    const std::string_view path = stored == nullptr ? std::string_view() : std::string_view(stored);
    out.name = is_packed_file ? name_of_packed(source) : harmless_path(path);
    const auto type = ::archive_entry_filetype(entry);
    out.is_folder = type == AE_IFDIR || path.ends_with('/') || path.ends_with('\\');
    out.is_special = ::archive_entry_hardlink(entry) != nullptr || (type != AE_IFREG && type != AE_IFDIR && type != 0);
    out.is_encrypted = is_enciphered(entry);
    if (::archive_entry_size_is_set(entry) != 0) out.size_bytes = static_cast<std::uint64_t>(::archive_entry_size(entry));
    return out;
  }
};

ArchiveReader::ArchiveReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
ArchiveReader::ArchiveReader(ArchiveReader&&) noexcept = default;
ArchiveReader& ArchiveReader::operator=(ArchiveReader&&) noexcept = default;
ArchiveReader::~ArchiveReader() = default;

ArchiveReader::ArchiveReader(std::string bytes, const SniffedKind& kind, const std::string& source) : state_(std::make_unique<State>()) {
  const Utf8Locale locale;
  state_->bytes = std::move(bytes);
  state_->source = source;
  state_->kind = kind;
  state_->rar = read_rar_headers(state_->bytes);
  state_->set_up();
  const std::string_view content = std::string_view(state_->bytes).substr(kind.begin);
  if (kind.kind == FileKind::zip) {
    const auto directory = list_zip(content);
    state_->jumps = directory && directory->is_complete;
  }
  state_->is_open = state_->is_open && ::archive_read_open_memory(state_->reader.get(), content.data(), content.size()) == ARCHIVE_OK;
}

ArchiveReader ArchiveReader::of_file(const std::string& path, const SniffedKind& kind, const std::string& source) {
  const Utf8Locale locale;
  auto state = std::make_unique<State>();
  state->source = source;
  state->kind = kind;
  state->set_up();
  state->is_open = state->is_open && ::archive_read_open_filename(state->reader.get(), path.c_str(), kBlockBytes) == ARCHIVE_OK;
  return ArchiveReader(std::move(state));
}

ArchiveReader::Step ArchiveReader::next(ArchiveEntry& entry) {
  const Utf8Locale locale;
  if (state_->rar.headers_enciphered) return Step::encrypted;
  if (!state_->is_open) return Step::damaged;
  archive_entry* found = nullptr;
  const int status = ::archive_read_next_header(state_->reader.get(), &found);
  // libarchive takes a RAR that is cut between two entries for whole.
  if (status == ARCHIVE_EOF) return state_->rar.is_cut ? Step::damaged : Step::end;
  if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
    const bool enciphered = state_->entries == 0 && ::archive_read_has_encrypted_entries(state_->reader.get()) > 0;
    return enciphered ? Step::encrypted : Step::damaged;
  }
  entry = state_->describe(found);
  ++state_->entries;
  return Step::entry;
}

ArchiveReader::Data ArchiveReader::read(std::string& bytes, std::size_t limit_bytes, ArchiveBudget& budget) {
  const Utf8Locale locale;
  bytes.clear();
  for (;;) {
    const std::size_t size = bytes.size();
    bytes.resize(size + kBlockBytes);
    const la_ssize_t count = ::archive_read_data(state_->reader.get(), bytes.data() + size, kBlockBytes);
    bytes.resize(size + static_cast<std::size_t>(std::max<la_ssize_t>(count, 0)));
    if (count < 0) return count == ARCHIVE_FATAL ? Data::archive_damaged : Data::damaged;
    if (count == 0) return Data::whole;
    if (!budget.take_bytes(static_cast<std::size_t>(count))) return Data::over_budget;
    if (bytes.size() > limit_bytes) {
      bytes = {};
      const Data rest = skip(budget);
      return rest == Data::whole ? Data::too_large : rest;
    }
  }
}

ArchiveReader::Data ArchiveReader::skip(ArchiveBudget& budget) {
  if (state_->jumps) return Data::whole;
  const Utf8Locale locale;
  std::array<char, kBlockBytes> block;
  for (;;) {
    const la_ssize_t count = ::archive_read_data(state_->reader.get(), block.data(), block.size());
    if (count < 0) return count == ARCHIVE_FATAL ? Data::archive_damaged : Data::damaged;
    if (count == 0) return Data::whole;
    if (!budget.take_bytes(static_cast<std::size_t>(count))) return Data::over_budget;
  }
}

}  // namespace fazhi
