#include "document/file_kind.hpp"

#include <array>

namespace fazhi {
namespace {

using std::string_view_literals::operator""sv;

struct Signature {
  std::string_view bytes;
  SniffedKind kind;
};

constexpr auto kSignatures = std::to_array<Signature>({
    {"%PDF-"sv, {FileKind::pdf, "PDF"}},
    {"\x89PNG\r\n\x1A\n"sv, {FileKind::image, "PNG"}},
    {"\xFF\xD8\xFF"sv, {FileKind::image, "JPEG"}},
    {"II*\0"sv, {FileKind::image, "TIFF"}},
    {"MM\0*"sv, {FileKind::image, "TIFF"}},
    {"GIF8"sv, {FileKind::image, "GIF"}},
    {"Rar!\x1A\x07"sv, {FileKind::rar, "RAR"}},
    {"7z\xBC\xAF\x27\x1C"sv, {FileKind::seven_zip, "7Z"}},
    {"\x1F\x8B\x08"sv, {FileKind::tar, "TAR.GZ"}},
    {"{\\rtf"sv, {FileKind::rtf, "RTF"}},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, {FileKind::word_binary, "DOC"}},
});

/// Office files are archives; the names of their parts stand uncompressed.
constexpr auto kZipParts = std::to_array<Signature>({
    {"word/"sv, {FileKind::docx, "DOCX"}},
    {"xl/"sv, {FileKind::spreadsheet, "XLSX"}},
    {"ppt/"sv, {FileKind::presentation, "PPTX"}},
    {"OFD.xml"sv, {FileKind::ofd, "OFD"}},
    {"opendocument.text"sv, {FileKind::odt, "ODT"}},
});

constexpr std::size_t kPrefix = std::size_t{64} << 10;

}  // namespace

SniffedKind sniff(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) return signature.kind;
  }
  const std::string_view prefix = bytes.substr(0, kPrefix);
  if (bytes.starts_with("PK\x03\x04")) {
    for (const Signature& part : kZipParts) {
      if (prefix.find(part.bytes) != std::string_view::npos) return part.kind;
    }
    return {FileKind::zip, "ZIP"};
  }
  if (prefix.substr(0, 2000).find("<html") != std::string_view::npos) return {FileKind::html, "HTML"};
  if (prefix.substr(0, 2000).find("multipart/related") != std::string_view::npos) return {FileKind::mht, "MHT"};
  return {};
}

}  // namespace fazhi
