#pragma once

#include <string_view>

namespace fazhi {

/// What a file is, told by its content.
enum class FileKind {
  text,          ///< or nothing that is known: the decoder decides
  docx,
  odt,
  ofd,
  word_binary,   ///< .doc and .wps: a compound file with a Word document in it
  rtf,
  pdf,
  html,
  mht,           ///< a page saved with its pictures: MIME, multipart/related
  zip,
  rar,
  seven_zip,
  tar,           ///< plain, or packed by gzip, bzip2, xz or zstd
  spreadsheet,
  presentation,
  image,
  encrypted_office,  ///< .docx, .xlsx … under a password: a compound file with EncryptedPackage
  other,         ///< a known kind that is no report: programs, sound, film, CEB …
};

struct SniffedKind {
  FileKind kind = FileKind::text;
  std::string_view name;  ///< as people call it: "DOCX", "JPEG"; "" for text
};

/// Looks at the beginning of `bytes`, and into the directory of ZIP and
/// compound files. Constant time but for those directories.
[[nodiscard]] SniffedKind sniff(std::string_view bytes);

/// Whether it is an archive whose entries are inputs of their own.
[[nodiscard]] constexpr bool is_archive(FileKind kind) {
  return kind == FileKind::zip || kind == FileKind::rar || kind == FileKind::seven_zip || kind == FileKind::tar;
}

}  // namespace fazhi
