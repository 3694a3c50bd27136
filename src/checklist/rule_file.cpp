#include "checklist/rule_file.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>
#include <variant>

#include "base/limits.hpp"
#include "checklist/builtin.hpp"
#include "checklist/read_text_file.hpp"
#include "checklist/table_reader.hpp"

namespace fazhi {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExtension = ".toml";

/// What a file is known by: its place among the built-in files or on the disk.
struct FileName {
  std::string path;
  bool is_builtin = false;

  [[nodiscard]] std::string shown() const { return is_builtin ? std::string(kBuiltinPrefix) + path : path; }
  [[nodiscard]] std::string identity() const {
    if (is_builtin) return shown();
    std::error_code failure;
    const fs::path canonical = fs::weakly_canonical(path, failure);
    return failure ? path : canonical.string();
  }
};

struct FoundFile {
  FileName name;
  std::string content;
};

std::optional<FoundFile> find_builtin(const std::string& path) {
  const BuiltinFile* file = find_builtin_file(path);
  if (file == nullptr) return std::nullopt;
  return FoundFile{{path, true}, std::string(file->content)};
}

/// Beside the including file first, then among the built-in files.
std::optional<FoundFile> find_included(const FileName& from, const std::string& wanted) {
  const std::string beside = (fs::path(from.path).parent_path() / wanted).lexically_normal().generic_string();
  if (!from.is_builtin) {
    if (auto content = read_text_file(beside)) return FoundFile{{beside, false}, std::move(*content)};
  } else if (auto found = find_builtin(beside)) {
    return found;
  }
  return find_builtin(fs::path(wanted).lexically_normal().generic_string());
}

class FileReader {
 public:
  explicit FileReader(Diagnostics& diagnostics) : diagnostics_(&diagnostics) {}

  void read(FoundFile found, bool tailors) {
    const std::string identity = found.name.identity();
    open_.push_back(identity);
    read_.insert(identity);
    auto source = std::make_unique<SourceFile>(found.name.shown(), std::move(found.content), read_.size());
    auto parsed = parse_toml(*source);
    if (auto* error = std::get_if<TomlError>(&parsed)) {
      result_.is_complete = false;
      diagnostics_->error(*source, error->place, std::move(error->message), std::move(error->hint));
      result_.unparsed.push_back(std::move(source));
    } else {
      auto& root = std::get<TomlNode>(parsed);
      TableReader reader(*source, root, reported_by_the_loader_);
      if (const TomlNode* base = reader.string_node("extends", Need::optional)) {
        tailors = true;
        read_base(found.name, *source, *base);
      }
      for (const TomlNode* node : reader.strings("include", Need::optional)) {
        read_included(found.name, *source, *node, tailors);
      }
      result_.files.push_back({std::move(source), std::move(root), tailors});
    }
    open_.pop_back();
  }

  RuleFiles take() { return std::move(result_); }

 private:
  /// `node` holds a built-in checklist's id, or a path like an include's.
  void read_base(const FileName& from, const SourceFile& source, const TomlNode& node) {
    const std::string builtin = node.text + std::string(kExtension);
    std::optional<FoundFile> found = find_builtin(builtin);
    if (!found) found = find_included(from, node.text.ends_with(kExtension) ? node.text : builtin);
    const std::vector<std::string> ids = builtin_checklist_ids();
    const std::vector<std::string_view> known(ids.begin(), ids.end());
    if (!found) {
      result_.is_complete = false;
      diagnostics_->error(source, node.place, {MessageId::checklist_base_missing, {node.text, listed(known)}},
                          hint_nearest(node.text, known));
      return;
    }
    const bool was_complete = result_.is_complete;
    read_found(std::move(*found), source, node, false);
    const bool has_head = std::any_of(result_.files.begin(), result_.files.end(), [](const RuleFile& file) {
      return std::any_of(file.root.entries.begin(), file.root.entries.end(),
                         [](const TomlEntry& entry) { return entry.key == "checklist"; });
    });
    if (has_head || (was_complete && !result_.is_complete)) return;
    result_.is_complete = false;
    diagnostics_->error(source, node.place, {MessageId::checklist_base_no_checklist, {node.text, listed(known)}});
  }

  void read_included(const FileName& from, const SourceFile& source, const TomlNode& node, bool tailors) {
    std::optional<FoundFile> found = find_included(from, node.text);
    if (found) {
      read_found(std::move(*found), source, node, tailors);
      return;
    }
    result_.is_complete = false;
    diagnostics_->error(source, node.place, {MessageId::checklist_include_missing, {node.text}},
                        hint_nearest(node.text, builtin_paths()));
  }

  /// Reads the file that `node` names, unless it was read before.
  void read_found(FoundFile found, const SourceFile& source, const TomlNode& node, bool tailors) {
    const std::string identity = found.name.identity();
    if (std::find(open_.begin(), open_.end(), identity) != open_.end()) {
      result_.is_complete = false;
      diagnostics_->error(source, node.place, {MessageId::checklist_include_cycle, {node.text}});
    } else if (open_.size() >= limits::kIncludeDepth) {
      result_.is_complete = false;
      diagnostics_->error(source, node.place,
                          {MessageId::checklist_include_depth, {node.text, std::to_string(limits::kIncludeDepth)}});
    } else if (!read_.contains(identity)) {
      read(std::move(found), tailors);
    }
  }

  Diagnostics reported_by_the_loader_;  ///< what the loader finds again, and reports
  Diagnostics* diagnostics_;
  RuleFiles result_;
  std::vector<std::string> open_;  ///< files being read, outermost first
  std::set<std::string> read_;
};

}  // namespace

RuleFiles read_rule_files(std::string content, const std::string& path, bool is_builtin, Diagnostics& diagnostics) {
  FileReader reader(diagnostics);
  reader.read({{path, is_builtin}, std::move(content)}, false);
  return reader.take();
}

}  // namespace fazhi
