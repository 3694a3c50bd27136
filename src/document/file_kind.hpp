#pragma once

#include <cstddef>
#include <string_view>

namespace fazhi {

/// What a file is, told by its content.
enum class FileKind {
  text,          ///< or nothing that is known: the decoder decides
  docx,
  odt,
  ofd,
  word_binary,   ///< .doc and .wps: a compound file with a Word document in it
  word_xml,      ///< a whole document in one XML file: Word 2003 XML, flat OPC, flat OpenDocument text
  rtf,
  pdf,
  html,
  mht,           ///< a page saved with its pictures: MIME, multipart/related
  zip,
  rar,
  seven_zip,
  tar,           ///< plain, or packed by gzip, bzip2, xz or zstd; so are single files that are packed
  spreadsheet,
  presentation,
  image,
  encrypted_office,  ///< under a password: a compound file with EncryptedPackage, or a .doc whose text is enciphered
  other,         ///< a known kind that is no report: programs, sound, film, CEB …
};

struct SniffedKind {
  FileKind kind = FileKind::text;
  std::string_view name;  ///< as people call it: "DOCX", "JPEG"; "" for text
  /// Where a ZIP package begins that stands behind other bytes and counts its
  /// offsets from its own beginning; else 0.
  std::size_t begin = 0;
};

/// Looks at the beginning of `bytes`, and into the directory of ZIP files (APPNOTE
/// 4.3.12, 4.3.16) and compound files ([MS-CFB] 2.6). A file that is cut short is what its
/// beginning says. Text is told by the absence of all else, so that no encoding
/// is mistaken; text that merely mentions markup is text.
/// Constant time but for those directories, each read once.
[[nodiscard]] SniffedKind sniff(std::string_view bytes);

/// Whether it is an archive whose entries are inputs of their own.
[[nodiscard]] constexpr bool is_archive(FileKind kind) {
  return kind == FileKind::zip || kind == FileKind::rar || kind == FileKind::seven_zip || kind == FileKind::tar;
}

/// What `source` claims to be by the extension of its name; `name` is the
/// extension, ".docx". An extension that is not known claims nothing: its name
/// is "".
[[nodiscard]] SniffedKind claimed_kind(std::string_view source);

/// The extension of the last step of `path`, with its dot: ".docx"; "" without
/// one.
[[nodiscard]] std::string_view extension_of(std::string_view path);

}  // namespace fazhi
