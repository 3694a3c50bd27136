#include "batch/find_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "batch/entry_name.hpp"
#include "batch/litter.hpp"
#include "document/file_kind.hpp"

namespace fazhi {
namespace {

namespace fs = std::filesystem;

/// Whether it is among the .xml files a document of Word.
bool is_word_xml(const fs::path& path) {
  if (claimed_kind(path.string()).kind != FileKind::word_xml) return false;
  constexpr std::size_t kPrefixBytes = std::size_t{64} << 10;
  std::string bytes(kPrefixBytes, '\0');
  std::ifstream in(path, std::ios::binary);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return sniff(bytes).kind == FileKind::word_xml;
}

/// Looks through one folder that the user named.
class FolderSearch {
 public:
  FolderSearch(std::string root, const std::vector<std::string>& excluded) : root_(std::move(root)), excluded_(excluded) {}

  std::vector<FoundFile> run() {
    visit(root_, {});
    if (found_.empty()) fail(root_, MessageId::input_no_reports, {});
    std::sort(found_.begin(), found_.end(), [](const FoundFile& a, const FoundFile& b) { return a.path < b.path; });
    return std::move(found_);
  }
  [[nodiscard]] std::size_t special() const { return special_; }

 private:
  void fail(const std::string& path, MessageId id, const std::string& reason) {
    std::vector<std::string> arguments{decoded_path(path)};
    if (!reason.empty()) arguments.push_back(reason);
    found_.push_back({path, false, {{id, std::move(arguments)}}});
  }

  /// `inside` is the folder's path from the root on, with a slash at its end.
  void visit(const fs::path& folder, const std::string& inside) {
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (const fs::directory_iterator end; !error && entry != end; entry.increment(error)) take(*entry, inside);
    if (error) fail(folder.string(), MessageId::input_unreadable, error.message());
  }

  void take(const fs::directory_entry& entry, const std::string& inside) {
    const std::string name = entry.path().filename().string();
    std::error_code error;
    if (is_excluded(entry.path())) return;
    const bool is_link = entry.is_symlink(error);
    const fs::file_type type = entry.status(error).type();
    if (type == fs::file_type::directory) {
      if (is_litter_folder(name)) return;
      if (is_link) {
        ++special_;
      } else {
        visit(entry.path(), inside + name + '/');
      }
      return;
    }
    if (is_litter(inside + name)) return;
    // A pipe is not opened: that would wait for its writer.
    if (is_technical(name) && (type != fs::file_type::regular || !is_word_xml(entry.path()))) return;
    // A file that is gone meanwhile, or a link to one, is an input that fails.
    if (type == fs::file_type::regular || type == fs::file_type::not_found || type == fs::file_type::none) {
      found_.push_back({entry.path().string(), false, {}});
    } else {
      ++special_;
    }
  }

  bool is_excluded(const fs::path& path) const {
    return std::any_of(excluded_.begin(), excluded_.end(), [&](const std::string& each) {
      std::error_code error;
      return fs::equivalent(path, each, error);
    });
  }

  std::string root_;
  const std::vector<std::string>& excluded_;
  std::vector<FoundFile> found_;
  std::size_t special_ = 0;
};

}  // namespace

std::vector<FoundFile> find_files(const std::vector<std::string>& arguments, std::vector<Message>& remarks,
                                  const std::vector<std::string>& excluded) {
  std::vector<FoundFile> out;
  for (const std::string& argument : arguments) {
    std::error_code error;
    if (argument == "-" || !fs::is_directory(argument, error)) {
      out.push_back({argument, true, {}});
      continue;
    }
    FolderSearch search(argument, excluded);
    std::vector<FoundFile> found = search.run();
    std::move(found.begin(), found.end(), std::back_inserter(out));
    if (search.special() > 0) remarks.push_back({MessageId::input_special, {decoded_path(argument), std::to_string(search.special())}});
  }
  return out;
}

}  // namespace fazhi
