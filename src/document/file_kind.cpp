#include "document/file_kind.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.hpp"
#include "document/compound_file.hpp"
#include "document/little_endian.hpp"
#include "document/markup_kind.hpp"
#include "document/zip_directory.hpp"

namespace fazhi {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  SniffedKind kind;
};

/// No text in any encoding begins like these.
constexpr auto kSignatures = std::to_array<Signature>({
    {"\x89PNG\r\n\x1A\n"sv, {FileKind::image, "PNG"}},
    {"\xFF\xD8\xFF"sv, {FileKind::image, "JPEG"}},
    {"GIF87a"sv, {FileKind::image, "GIF"}},
    {"GIF89a"sv, {FileKind::image, "GIF"}},
    {"II*\0"sv, {FileKind::image, "TIFF"}},
    {"MM\0*"sv, {FileKind::image, "TIFF"}},
    {"8BPS\0"sv, {FileKind::image, "PSD"}},
    {"\0\0\1\0"sv, {FileKind::image, "ICO"}},
    {"AT&TFORM"sv, {FileKind::image, "DJVU"}},
    {"Rar!\x1A\x07"sv, {FileKind::rar, "RAR"}},
    {"7z\xBC\xAF\x27\x1C"sv, {FileKind::seven_zip, "7Z"}},
    {"\x1F\x8B\x08"sv, {FileKind::tar, "GZIP"}},
    {"\xFD" "7zXZ\0"sv, {FileKind::tar, "XZ"}},
    {"\x28\xB5\x2F\xFD"sv, {FileKind::tar, "ZSTD"}},
    {"\xDB\xA5\x2D\0"sv, {FileKind::word_binary, "DOC"}},
    {"\x7F" "ELF"sv, {FileKind::other, "ELF"}},
    {"\xCA\xFE\xBA\xBE"sv, {FileKind::other, "CLASS"}},
    {"L\0\0\0\x01\x14\x02\0"sv, {FileKind::other, "LNK"}},
    {"SQLite format 3\0"sv, {FileKind::other, "SQLite"}},
    {"ITSF\x03\0"sv, {FileKind::other, "CHM"}},
    {"MSCF\0\0\0\0"sv, {FileKind::other, "CAB"}},
    {"ID3\x02"sv, {FileKind::other, "MP3"}},
    {"ID3\x03"sv, {FileKind::other, "MP3"}},
    {"ID3\x04"sv, {FileKind::other, "MP3"}},
    {"\xFF\xFB"sv, {FileKind::other, "MP3"}},
    {"OggS\0"sv, {FileKind::other, "OGG"}},
    {"fLaC\0"sv, {FileKind::other, "FLAC"}},
    {"FLV\x01"sv, {FileKind::other, "FLV"}},
    {"#!AMR"sv, {FileKind::other, "AMR"}},
    {"\x1A\x45\xDF\xA3"sv, {FileKind::other, "MKV"}},
    {"\x30\x26\xB2\x75\x8E\x66\xCF\x11"sv, {FileKind::other, "WMV/WMA"}},
    {"\0\1\0\0\0"sv, {FileKind::other, "TTF"}},
    {"OTTO\0"sv, {FileKind::other, "OTF"}},
    {"ttcf\0"sv, {FileKind::other, "TTC"}},
    {"wOFF\0"sv, {FileKind::other, "WOFF"}},
    {"wOF2\0"sv, {FileKind::other, "WOFF2"}},
    {"Founder CEB"sv, {FileKind::other, "CEB"}},
    {"FOUNDER CEB"sv, {FileKind::other, "CEB"}},
    {"CEBX\0"sv, {FileKind::other, "CEBX"}},
    {"CAJ\0"sv, {FileKind::other, "CAJ"}},
    {"HN\xC8\0"sv, {FileKind::other, "CAJ"}},
    {"KDH \0"sv, {FileKind::other, "KDH"}},
    {"%!PS-Adobe"sv, {FileKind::other, "PS"}},
});

bool is_at(std::string_view bytes, std::size_t at, std::string_view what) {
  return at <= bytes.size() && bytes.substr(at).starts_with(what);
}

/// Signatures that a text could begin with, made sure of by what stands behind.
SniffedKind sniff_short_signature(std::string_view bytes) {
  if (bytes.starts_with("BM") && bytes.size() >= 26 && u32_at(bytes, 6) == 0) {
    const std::uint32_t header = u32_at(bytes, 14);
    if (header == 12 || header == 40 || header == 108 || header == 124) return {FileKind::image, "BMP"};
  }
  if (bytes.starts_with("MZ") && bytes.substr(0, 64).find('\0') != std::string_view::npos) return {FileKind::other, "EXE"};
  if (bytes.starts_with("BZh") && is_at(bytes, 4, "1AY&SY")) return {FileKind::tar, "BZIP2"};
  if (is_at(bytes, 257, "ustar")) return {FileKind::tar, "TAR"};
  if (bytes.starts_with("AC10") && bytes.substr(0, 32).find('\0') != std::string_view::npos) return {FileKind::other, "DWG"};
  if (bytes.starts_with("RIFF")) {
    if (is_at(bytes, 8, "WEBP")) return {FileKind::image, "WEBP"};
    if (is_at(bytes, 8, "WAVE")) return {FileKind::other, "WAV"};
    if (is_at(bytes, 8, "AVI ")) return {FileKind::other, "AVI"};
  }
  return {};
}

/// ISO base media files (ISO/IEC 14496-12, 4.3) by their major brand.
SniffedKind sniff_media(std::string_view bytes) {
  if (!is_at(bytes, 4, "ftyp") || !bytes.starts_with('\0')) return {};
  const std::string_view brand = bytes.substr(8, 4);
  constexpr auto kPictures = std::to_array<std::string_view>({"heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"});
  if (std::find(kPictures.begin(), kPictures.end(), brand) != kPictures.end()) return {FileKind::image, "HEIC"};
  if (brand == "avif") return {FileKind::image, "AVIF"};
  if (brand.starts_with("M4A")) return {FileKind::other, "M4A"};
  return {FileKind::other, brand == "qt  " ? "MOV" : "MP4"};
}

/// Readers of PDF take a header within the first 1024 bytes (ISO 32000-1,
/// implementation note 13); there a text could speak of it, so that behind other
/// bytes the first object has to follow.
bool is_pdf(std::string_view bytes) {
  constexpr std::size_t kHeaderWithin = 1024;
  constexpr std::size_t kObjectWithin = std::size_t{64} << 10;
  constexpr std::string_view kHeader = "%PDF-";
  const std::size_t at = bytes.substr(0, kHeaderWithin + kHeader.size()).find(kHeader);
  if (at == std::string_view::npos) return false;
  return at == 0 || bytes.substr(at, kObjectWithin).find(" obj") != std::string_view::npos;
}

bool is_rtf(std::string_view bytes) {
  const std::size_t begin = bytes.substr(0, 64).find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return begin != std::string_view::npos && is_at(bytes, begin, "{\\rtf");
}

struct MimeType {
  std::string_view begin;
  SniffedKind kind;
};

constexpr auto kMimeTypes = std::to_array<MimeType>({
    {"application/vnd.oasis.opendocument.text", {FileKind::odt, "ODT"}},
    {"application/vnd.oasis.opendocument.spreadsheet", {FileKind::spreadsheet, "ODS"}},
    {"application/vnd.oasis.opendocument.presentation", {FileKind::presentation, "ODP"}},
    {"application/vnd.oasis.opendocument.graphics", {FileKind::image, "ODG"}},
    {"application/vnd.oasis.opendocument", {FileKind::other, "OpenDocument"}},
    {"application/vnd.sun.xml.writer", {FileKind::other, "SXW"}},
    {"application/epub+zip", {FileKind::other, "EPUB"}},
});

/// Part whose name, or folder, tells a package's kind; "/" at its end: folder.
struct Part {
  std::string_view name;
  SniffedKind kind;
};

constexpr auto kParts = std::to_array<Part>({
    {"ofd.xml", {FileKind::ofd, "OFD"}},
    {"word/", {FileKind::docx, "DOCX"}},
    {"xl/", {FileKind::spreadsheet, "XLSX"}},
    {"ppt/", {FileKind::presentation, "PPTX"}},
    {"visio/", {FileKind::other, "VSDX"}},
    {"fixeddocseq.fdseq", {FileKind::other, "XPS"}},
    {"fixeddocumentsequence.fdseq", {FileKind::other, "XPS"}},
});

constexpr auto kOtherParts = std::to_array<Part>({
    {"androidmanifest.xml", {FileKind::other, "APK"}},
    {"meta-inf/manifest.mf", {FileKind::other, "JAR"}},
    {"index/document.iwa", {FileKind::other, "Pages/Numbers/Keynote"}},
    {"index.apxl", {FileKind::other, "Keynote"}},
});

/// As packages of all programs name it: in small letters, with “/”.
std::string plain_name(std::string_view text) {
  std::string out = ascii::lower(text);
  std::replace(out.begin(), out.end(), '\\', '/');
  return out;
}

template <class Parts>
const SniffedKind* find_part(const std::vector<std::string>& names, const Parts& parts) {
  for (const Part& part : parts) {
    const auto is_it = [&part](const std::string& name) {
      return part.name.ends_with('/') ? name.starts_with(part.name) : name == part.name;
    };
    if (std::any_of(names.begin(), names.end(), is_it)) return &part.kind;
  }
  return nullptr;
}

SniffedKind kind_of(const ZipDirectory& directory) {
  for (const MimeType& each : kMimeTypes) {
    if (directory.mimetype.starts_with(each.begin)) return each.kind;
  }
  std::vector<std::string> names;
  for (const std::string_view each : directory.names) names.push_back(plain_name(each));
  const auto has = [&names](std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
  const bool is_package = has("[content_types].xml");
  if (is_package || has("ofd.xml") || has("word/document.xml") || has("xl/workbook.xml") || has("ppt/presentation.xml")) {
    if (const SniffedKind* kind = find_part(names, kParts)) return *kind;
  }
  if (is_package) return {FileKind::other, "OPC"};
  if (has("meta-inf/manifest.xml") && has("content.xml")) return {FileKind::odt, "ODT"};
  if (const SniffedKind* kind = find_part(names, kOtherParts)) return *kind;
  return {FileKind::zip, "ZIP"};
}

SniffedKind kind_of(const CompoundFile& file) {
  if (file.has("EncryptedPackage")) return {FileKind::encrypted_office, "DOCX/XLSX/PPTX"};
  if (file.has("WordDocument")) {
    return file.word_is_enciphered ? SniffedKind{FileKind::encrypted_office, "DOC"} : SniffedKind{FileKind::word_binary, "DOC"};
  }
  if (file.has("Workbook") || file.has("Book")) return {FileKind::spreadsheet, "XLS"};
  if (file.has("PowerPoint Document") || file.has("PP97_DUALSTORAGE")) return {FileKind::presentation, "PPT"};
  if (file.is_installer) return {FileKind::other, "MSI"};
  if (file.has("BodyText") || file.has("HwpSummaryInformation") || file.has("\5HwpSummaryInformation")) return {FileKind::other, "HWP"};
  if (file.has("VisioDocument")) return {FileKind::other, "VSD"};
  if (file.has("__properties_version1.0")) return {FileKind::other, "MSG"};
  if (file.has("Catalog")) return {FileKind::other, "Thumbs.db"};
  // A damaged directory: of what offices send in this format, a document of Word.
  if (file.names.empty() || file.is_damaged) return {FileKind::word_binary, "DOC"};
  return {FileKind::other, "OLE"};
}

constexpr auto kExtensions = std::to_array<std::pair<std::string_view, FileKind>>({
    {".txt", FileKind::text},          {".text", FileKind::text},         {".md", FileKind::text},
    {".docx", FileKind::docx},         {".docm", FileKind::docx},         {".dotx", FileKind::docx},
    {".dotm", FileKind::docx},         {".doc", FileKind::word_binary},   {".dot", FileKind::word_binary},
    {".wps", FileKind::word_binary},   {".wpt", FileKind::word_binary},   {".odt", FileKind::odt},
    {".ott", FileKind::odt},           {".fodt", FileKind::word_xml},     {".xml", FileKind::word_xml},      {".rtf", FileKind::rtf},
    {".pdf", FileKind::pdf},           {".ofd", FileKind::ofd},           {".htm", FileKind::html},
    {".html", FileKind::html},         {".xhtml", FileKind::html},        {".shtml", FileKind::html},
    {".mht", FileKind::mht},           {".mhtml", FileKind::mht},         {".zip", FileKind::zip},
    {".rar", FileKind::rar},           {".7z", FileKind::seven_zip},      {".tar", FileKind::tar},
    {".tgz", FileKind::tar},           {".gz", FileKind::tar},            {".bz2", FileKind::tar},
    {".xz", FileKind::tar},            {".zst", FileKind::tar},           {".xls", FileKind::spreadsheet},
    {".xlsx", FileKind::spreadsheet},  {".et", FileKind::spreadsheet},    {".ods", FileKind::spreadsheet},
    {".ppt", FileKind::presentation},  {".pptx", FileKind::presentation}, {".dps", FileKind::presentation},
    {".odp", FileKind::presentation},  {".jpg", FileKind::image},         {".jpeg", FileKind::image},
    {".png", FileKind::image},         {".gif", FileKind::image},         {".bmp", FileKind::image},
    {".tif", FileKind::image},         {".tiff", FileKind::image},        {".webp", FileKind::image},
    {".heic", FileKind::image},        {".ceb", FileKind::other},         {".cebx", FileKind::other},
    {".sep", FileKind::other},         {".gd", FileKind::other},          {".gw", FileKind::other},
    {".caj", FileKind::other},         {".kdh", FileKind::other},         {".exe", FileKind::other},
    {".mp3", FileKind::other},         {".mp4", FileKind::other},         {".wav", FileKind::other},
});

}  // namespace

SniffedKind sniff(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) return signature.kind;
  }
  for (const SniffedKind& kind : {sniff_short_signature(bytes), sniff_media(bytes)}) {
    if (kind.kind != FileKind::text) return kind;
  }
  if (const auto file = list_compound_file(bytes)) return kind_of(*file);
  if (is_rtf(bytes)) return {FileKind::rtf, "RTF"};
  // A PDF that an archive stores as it is must not be taken for the archive.
  if (!bytes.starts_with("PK\x03\x04") && is_pdf(bytes)) return {FileKind::pdf, "PDF"};
  if (const auto directory = list_zip(bytes)) {
    SniffedKind kind = kind_of(*directory);
    kind.begin = directory->begin;
    return kind;
  }
  return sniff_markup(bytes).value_or(SniffedKind{});
}

std::string_view extension_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot);
}

SniffedKind claimed_kind(std::string_view source) {
  const std::string extension = plain_name(extension_of(source));
  for (const auto& [name, kind] : kExtensions) {
    if (name == extension) return {kind, name};
  }
  return {};
}

}  // namespace fazhi
