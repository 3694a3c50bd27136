#include "cli/inputs.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace fazhi {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> kReadable{".txt", ".text", ".md"};
/// What reports arrive as and this program does not read.
constexpr std::array<std::string_view, 16> kOtherDocuments{".doc", ".docx", ".wps", ".wpt",  ".rtf", ".odt", ".pdf", ".ofd",
                                                           ".htm", ".html", ".mht", ".mhtml", ".zip", ".rar", ".7z",  ".ceb"};

std::string extension_of(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return extension;
}

template <class List>
bool holds(const List& list, const std::string& extension) {
  return std::find(list.begin(), list.end(), extension) != list.end();
}

bool is_litter(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with(".") || name.starts_with("~$");
}

void collect_folder(const std::string& folder, std::vector<Input>& out) {
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
  if (error) {
    out.push_back({folder, {{MessageId::input_unreadable, {folder, error.message()}}}});
    return;
  }
  std::vector<Input> found;
  for (const fs::recursive_directory_iterator end; entry != end; entry.increment(error)) {
    if (error) break;
    const fs::path& path = entry->path();
    if (is_litter(path)) {
      if (entry->is_directory(error)) entry.disable_recursion_pending();
      continue;
    }
    if (!entry->is_regular_file(error)) continue;
    const std::string extension = extension_of(path);
    if (holds(kReadable, extension)) {
      found.push_back({path.string(), {}});
    } else if (holds(kOtherDocuments, extension)) {
      found.push_back({path.string(), {{MessageId::input_kind_not_read, {path.string(), extension}}}});
    }
  }
  if (error) out.push_back({folder, {{MessageId::input_unreadable, {folder, error.message()}}}});
  if (found.empty() && !error) out.push_back({folder, {{MessageId::input_no_reports, {folder}}}});
  std::sort(found.begin(), found.end(), [](const Input& a, const Input& b) { return a.path < b.path; });
  std::move(found.begin(), found.end(), std::back_inserter(out));
}

}  // namespace

std::vector<Input> collect_inputs(const std::vector<std::string>& arguments) {
  std::vector<Input> out;
  for (const std::string& argument : arguments) {
    std::error_code error;
    const fs::file_status status = fs::status(argument, error);
    if (argument == "-") {
      out.push_back({argument, {}});
    } else if (status.type() == fs::file_type::not_found) {
      out.push_back({argument, {{MessageId::input_missing, {argument}}}});
    } else if (status.type() == fs::file_type::directory) {
      collect_folder(argument, out);
    } else {
      out.push_back({argument, {}});
    }
  }
  return out;
}

}  // namespace fazhi
