#include "text/file_kind.hpp"

#include <array>

namespace fazhi {
namespace {

using std::string_view_literals::operator""sv;

struct Signature {
  std::string_view bytes;
  std::string_view kind;
};

constexpr auto kSignatures = std::to_array<Signature>({
    {"%PDF-"sv, "PDF"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "DOC/WPS/XLS"},
    {"\x89PNG\r\n\x1A\n"sv, "PNG"},
    {"\xFF\xD8\xFF"sv, "JPEG"},
    {"GIF87a"sv, "GIF"},
    {"GIF89a"sv, "GIF"},
    {"Rar!\x1A\x07"sv, "RAR"},
    {"7z\xBC\xAF\x27\x1C"sv, "7Z"},
    {"\x1F\x8B\x08"sv, "GZIP"},
    {"{\\rtf"sv, "RTF"},
});

constexpr std::string_view kZip = "PK\x03\x04";

struct ZipMember {
  std::string_view name;
  std::string_view kind;
};

/// Office files are archives; the names of members stand uncompressed.
constexpr auto kZipMembers = std::to_array<ZipMember>({
    {"word/", "DOCX"},
    {"xl/", "XLSX"},
    {"ppt/", "PPTX"},
    {"OFD.xml", "OFD"},
    {"opendocument.text", "ODT"},
});

/// How far into an archive its members' names are looked for.
constexpr std::size_t kZipPrefix = std::size_t{64} << 10;

}  // namespace

std::string_view file_kind_of(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) return signature.kind;
  }
  if (!bytes.starts_with(kZip)) return {};
  const std::string_view prefix = bytes.substr(0, kZipPrefix);
  for (const ZipMember& member : kZipMembers) {
    if (prefix.find(member.name) != std::string_view::npos) return member.kind;
  }
  return "ZIP";
}

}  // namespace fazhi
