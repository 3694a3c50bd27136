#include "document/compound_file.hpp"

#include "document/little_endian.hpp"

namespace fazhi {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kSignature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
/// {000C1084-0000-0000-C000-000000000046}
constexpr std::string_view kInstallerClass = "\x84\x10\x0C\x00\x00\x00\x00\x00\xC0\x00\x00\x00\x00\x00\x00\x46"sv;
constexpr std::uint32_t kLastSector = 0xFFFFFFFA;  ///< what is higher has another meaning ([MS-CFB] 2.1)
constexpr std::uint32_t kNoEntry = 0xFFFFFFFF;
constexpr std::size_t kHeaderFatEntries = 109;
constexpr std::size_t kEntryBytes = 128;
/// Of a directory so much is read; Word documents have some 20 entries, those
/// with hundreds of embedded objects some thousands.
constexpr std::size_t kMostEntries = 32'768;
constexpr std::uint32_t kWordMagic = 0xA5EC;
constexpr std::uint32_t kEnciphered = 0x0100;

class DirectoryReader {
 public:
  explicit DirectoryReader(std::string_view bytes) : bytes_(bytes), shift_(u16_at(bytes, 30)) {}

  CompoundFile read() {
    CompoundFile file;
    if (shift_ != 9 && shift_ != 12) return file;
    find_fat();
    read_entries();
    if (entries_.empty()) return file;
    file.is_installer = entries_[0].substr(80, kInstallerClass.size()) == kInstallerClass;
    visit_children(file);
    return file;
  }

 private:
  [[nodiscard]] std::size_t sector_bytes() const { return std::size_t{1} << shift_; }

  /// The sector `number`; shorter, or empty, where the file ends before.
  [[nodiscard]] std::string_view sector(std::uint32_t number) const {
    const std::size_t at = (std::size_t{number} + 1) << shift_;
    return number > kLastSector || at >= bytes_.size() ? std::string_view() : bytes_.substr(at, sector_bytes());
  }

  /// Sectors of the FAT: those in the header, then those in the chain of DIFAT sectors.
  void find_fat() {
    for (std::size_t index = 0; index < kHeaderFatEntries; ++index) fat_.push_back(u32_at(bytes_, 76 + 4 * index));
    const std::size_t most = bytes_.size() >> shift_;
    const std::size_t last = sector_bytes() - 4;
    std::uint32_t number = u32_at(bytes_, 68);
    for (std::size_t count = 0; count < most && fat_.size() < most; ++count) {
      const std::string_view difat = sector(number);
      if (difat.size() < sector_bytes()) break;
      for (std::size_t at = 0; at < last; at += 4) fat_.push_back(u32_at(difat, at));
      number = u32_at(difat, last);
    }
  }

  [[nodiscard]] std::uint32_t next(std::uint32_t number) const {
    const std::size_t in_sector = sector_bytes() / 4;
    if (number / in_sector >= fat_.size()) return kLastSector + 1;
    const std::string_view fat = sector(fat_[number / in_sector]);
    const std::size_t at = 4 * (number % in_sector);
    return at + 4 <= fat.size() ? u32_at(fat, at) : kLastSector + 1;
  }

  void read_entries() {
    std::uint32_t number = u32_at(bytes_, 48);
    while (entries_.size() < kMostEntries) {
      const std::string_view all = sector(number);
      if (all.size() < kEntryBytes) break;
      for (std::size_t at = 0; at + kEntryBytes <= all.size(); at += kEntryBytes) {
        entries_.push_back(all.substr(at, kEntryBytes));
      }
      number = next(number);
    }
  }

  /// The entries of the root storage are a tree of siblings ([MS-CFB] 2.6.4).
  void visit_children(CompoundFile& file) const {
    std::vector<bool> seen(entries_.size());
    std::vector<std::uint32_t> open{u32_at(entries_[0], 76)};
    while (!open.empty()) {
      const std::uint32_t index = open.back();
      open.pop_back();
      file.is_damaged = file.is_damaged || (index >= entries_.size() && index != kNoEntry);
      if (index >= entries_.size() || seen[index]) continue;
      seen[index] = true;
      const std::string_view entry = entries_[index];
      file.names.push_back(name_of(entry));
      if (file.names.back() == "WordDocument") file.word_is_enciphered = is_enciphered(u32_at(entry, 116));
      open.push_back(u32_at(entry, 68));
      open.push_back(u32_at(entry, 72));
    }
  }

  [[nodiscard]] bool is_enciphered(std::uint32_t first_sector) const {
    const std::string_view fib = sector(first_sector);
    return u16_at(fib, 0) == kWordMagic && (u16_at(fib, 10) & kEnciphered) != 0;
  }

  static std::string name_of(std::string_view entry) {
    std::string name;
    const std::size_t size = std::min<std::size_t>(u16_at(entry, 64), 64);
    for (std::size_t at = 0; at + 2 < size + 1; at += 2) {
      const std::uint32_t unit = u16_at(entry, at);
      if (unit == 0) break;
      name += unit < 0x80 ? static_cast<char>(unit) : '?';
    }
    return name;
  }

  std::string_view bytes_;
  std::uint32_t shift_;
  std::vector<std::uint32_t> fat_;
  std::vector<std::string_view> entries_;
};

}  // namespace

std::optional<CompoundFile> list_compound_file(std::string_view bytes) {
  if (!bytes.starts_with(kSignature)) return std::nullopt;
  return DirectoryReader(bytes).read();
}

}  // namespace fazhi
