#include "../fuzz.hpp"
#include "../targets.hpp"
#include "batch/entry_name.hpp"
#include "batch/file_stem.hpp"
#include "batch/rar_headers.hpp"
#include "batch/roster.hpp"
#include "document/compound_file.hpp"
#include "document/file_kind.hpp"
#include "document/fixed/picture_size.hpp"
#include "document/web/page_charset.hpp"
#include "document/zip_directory.hpp"

namespace fazhi::fuzz {
namespace {

bool has_step_up(std::string_view path) {
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (path.substr(begin, end - begin) == "..") return true;
    begin = end + 1;
  }
  return false;
}

void check_names(std::string_view bytes) {
  const std::string path = harmless_path(bytes);
  require(is_utf8(path), "a path is UTF-8");
  require(!path.starts_with('/') && !has_step_up(path), "a path leads nowhere else");
  require(path.find_first_of(std::string_view("\0\n\r\x1B", 4)) == std::string::npos, "a path is one line");
  require(harmless_path(path) == path, "a harmless path stays as it is");
  require(is_utf8(decoded_path(bytes)), "a path on disk is shown as UTF-8");
  const std::string stem = file_stem(as_utf8(bytes));
  require(!stem.empty() && stem.size() <= 100 && is_utf8(stem), "a stem is a short name");
  require(stem.find_first_of("/\\\n") == std::string::npos && stem != ".." && stem != ".", "a stem is one step");
}

}  // namespace

/// What looks at bytes to tell what they are, and at names.
void kind(std::string_view bytes) {
  const SniffedKind kind = sniff(bytes);
  require(kind.begin <= bytes.size(), "what is found lies in the file");
  if (const auto directory = list_zip(bytes)) {
    require(directory->begin <= bytes.size() && directory->names.size() <= 20'000, "a directory is in bounds");
  }
  if (const auto compound = list_compound_file(bytes)) static_cast<void>(compound->has("WordDocument"));
  static_cast<void>(picture_pixels(bytes));
  static_cast<void>(read_rar_headers(bytes));
  static_cast<void>(declared_charset(bytes));
  const Result<DecodedPage> page = decode_page(bytes, {}, "x");
  if (page) require(is_utf8(page->text.utf8), "a page's text is UTF-8");
  const std::string_view name = bytes.substr(0, 1'000);
  check_names(name);
  const std::string text = as_utf8(name);
  static_cast<void>(claimed_kind(text));
  const std::string date = roster_date(text);
  require(date.empty() || date.size() == 10, "a date is an ISO date");
}

}  // namespace fazhi::fuzz
