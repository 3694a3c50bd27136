#include "parts.hpp"

#include <array>
#include <cstdint>

namespace fazhi::fuzz {
namespace {

constexpr std::array<std::uint32_t, 256> make_crc_table() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t index = 0; index < table.size(); ++index) {
    std::uint32_t value = index;
    for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? 0xEDB88320U ^ value >> 1 : value >> 1;
    table[index] = value;
  }
  return table;
}

constexpr auto kCrcTable = make_crc_table();

/// CRC-32 as ZIP has it (APPNOTE 4.4.7).
std::uint32_t crc_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char each : bytes) crc = kCrcTable[(crc ^ static_cast<unsigned char>(each)) & 0xFFU] ^ crc >> 8;
  return ~crc;
}

void put(std::string& out, std::uint32_t value, int bytes) {
  for (int at = 0; at < bytes; ++at) out += static_cast<char>(static_cast<unsigned char>(value >> 8 * at & 0xFFU));
}

/// Writes stored entries (APPNOTE 4.3.7, 4.3.12, 4.3.16).
class ZipWriter {
 public:
  void add(std::string_view name, std::string_view content) {
    const auto offset = static_cast<std::uint32_t>(out_.size());
    std::string common;
    put(common, 20, 2);      // version needed
    put(common, 0x0800, 2);  // names are UTF-8
    put(common, 0, 2);       // stored
    put(common, 0x00210000, 4);
    put(common, crc_of(content), 4);
    put(common, static_cast<std::uint32_t>(content.size()), 4);
    put(common, static_cast<std::uint32_t>(content.size()), 4);
    put(common, static_cast<std::uint32_t>(name.size()), 2);
    put(common, 0, 2);  // extra field
    ((out_ += "PK\x03\x04") += common) += name;
    out_ += content;
    directory_ += "PK\x01\x02";
    put(directory_, 20, 2);
    directory_ += common;
    directory_.append(10, '\0');  // comment, disk and attributes
    put(directory_, offset, 4);
    directory_ += name;
    ++count_;
  }

  [[nodiscard]] std::string finish() && {
    const auto begin = static_cast<std::uint32_t>(out_.size());
    out_ += directory_;
    out_ += "PK\x05\x06";
    put(out_, 0, 4);
    put(out_, count_, 2);
    put(out_, count_, 2);
    put(out_, static_cast<std::uint32_t>(directory_.size()), 4);
    put(out_, begin, 4);
    put(out_, 0, 2);
    return std::move(out_);
  }

 private:
  std::string out_;
  std::string directory_;
  std::uint32_t count_ = 0;
};

}  // namespace

std::string join_parts(const std::vector<std::pair<std::string, std::string>>& parts) {
  std::string out;
  for (const auto& [name, content] : parts) (((out += kPartMark) += name) += '\n') += content;
  return out;
}

std::string package_of(std::string_view bytes) {
  constexpr std::size_t kLongestName = 1'000;
  if (bytes.starts_with("PK")) return std::string(bytes);
  ZipWriter writer;
  for (std::size_t begin = bytes.find(kPartMark); begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find(kPartMark, begin + 1), bytes.size());
    const std::string_view part = bytes.substr(begin + 1, end - begin - 1);
    if (const std::size_t line = part.find('\n'); line != std::string_view::npos && line <= kLongestName) {
      writer.add(part.substr(0, line), part.substr(line + 1));
    }
    begin = end;
  }
  return std::move(writer).finish();
}

}  // namespace fazhi::fuzz
