#include "cli/read_returned_list.hpp"

#include "audit/rectification_reader.hpp"
#include "cli/list_forms.hpp"
#include "document/read.hpp"

namespace fazhi {

Result<FilledList> read_returned_list(const std::string& path, Language language) {
  const Result<std::string> bytes = read_bytes(path);
  if (!bytes) return bytes.error();
  if (!has_suffix(path, ".xml")) return read_filled_list(*bytes, path);
  const Result<RectificationList> list = read_rectification_xml(*bytes, path);
  if (!list) return list.error();
  return filled_list_of(*list, path, language);
}

}  // namespace fazhi
