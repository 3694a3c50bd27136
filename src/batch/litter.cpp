#include "batch/litter.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.hpp"
#include "document/file_kind.hpp"

namespace fazhi {
namespace {

constexpr auto kTechnical = std::to_array<std::string_view>({
    ".toml", ".json", ".jsonl", ".xml", ".xsd", ".xsl", ".xslt", ".dtd", ".yaml", ".yml", ".css", ".js",  ".ts",   ".py",
    ".sh",   ".bat",  ".cmd",   ".ps1", ".vbs", ".c",   ".h",    ".cpp", ".hpp",  ".java", ".php", ".sql", ".ini", ".cfg",
    ".conf", ".log",  ".lnk",   ".url", ".csv", ".tsv", ".reg",  ".dll", ".sys",  ".map", ".lock", ".bib"});

constexpr auto kLitterNames = std::to_array<std::string_view>({"thumbs.db", "ehthumbs.db", "desktop.ini"});

template <class List>
bool holds(const List& list, std::string_view what) {
  return std::find(list.begin(), list.end(), what) != list.end();
}

bool is_litter_name(std::string_view name) {
  const std::string small = ascii::lower(name);
  return name.starts_with('.') || name.starts_with("~$") || small.ends_with(".tmp") || holds(kLitterNames, small);
}

bool is_page_folder(std::string_view name) {
  const std::string small = ascii::lower(name);
  return (small.ends_with("_files") || small.ends_with(".files")) && small.size() > std::string_view("_files").size();
}

/// What an office could have put even into the folder of a saved page.
bool is_document_name(std::string_view name) {
  const SniffedKind claim = claimed_kind(name);
  switch (claim.kind) {
    case FileKind::text:
      return !claim.name.empty();
    case FileKind::docx:
    case FileKind::odt:
    case FileKind::ofd:
    case FileKind::word_binary:
    case FileKind::word_xml:
    case FileKind::rtf:
    case FileKind::pdf:
    case FileKind::zip:
    case FileKind::rar:
    case FileKind::seven_zip:
    case FileKind::tar:
      return true;
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

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

bool is_litter_folder(std::string_view name) { return name == "__MACOSX" || is_litter_name(name); }

bool is_litter(std::string_view path) {
  bool in_page_folder = false;
  for (;;) {
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) break;
    const std::string_view folder = path.substr(0, slash);
    if (is_litter_folder(folder)) return true;
    in_page_folder = in_page_folder || is_page_folder(folder);
    path.remove_prefix(slash + 1);
  }
  return is_litter_name(path) || (in_page_folder && !is_document_name(path));
}

bool is_technical(std::string_view path) { return holds(kTechnical, ascii::lower(extension_of(path))); }

bool is_named_volume(std::string_view path) {
  const std::string extension = ascii::lower(extension_of(path));
  if (extension.size() != 4) return false;
  const std::string_view digits = std::string_view(extension).substr(2);
  if (extension[1] == 'z' || extension[1] == 'r') return all_digits(digits);
  return extension[1] == '0' && all_digits(digits);
}

}  // namespace fazhi
