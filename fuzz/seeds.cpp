#include "seeds.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "document/package.hpp"
#include "parts.hpp"

namespace fazhi::fuzz {
namespace {

namespace fs = std::filesystem;

/// How a file becomes a seed.
enum class Form {
  whole,
  beginning,  ///< its first lines
  parts,      ///< a package with its parts laid open, and as it is
  marked,     ///< behind the first letter of its name
  tables,     ///< a file of rules, a seed for each of its first tables
};

struct Source {
  std::string_view target;
  std::string_view path;    ///< of a file, or of a folder, in the project
  std::string_view suffix = {};  ///< of the folder's files that count; "": all
  Form form = Form::whole;
};

constexpr std::size_t kLargestBytes = std::size_t{64} << 10;
constexpr std::size_t kBeginningBytes = 2'000;
constexpr std::size_t kFilesOfFolder = 12;
constexpr std::size_t kTablesOfFile = 25;

constexpr auto kSources = std::to_array<Source>({
    {"decode", "reports/township", ".txt", Form::beginning},
    {"decode", "tests/documents/html"},
    {"decode", "tests/documents/roster", ".csv"},
    {"normalize", "reports/township", ".txt", Form::beginning},
    {"normalize", "tests/corpus", ".txt", Form::beginning},
    {"numerals", "reports/township", ".txt", Form::beginning},
    {"numerals", "tests/corpus", ".txt", Form::beginning},
    {"checklist", "tests/evaluate/data", ".toml"},
    {"checklist", "rules/township.toml", {}, Form::tables},
    {"checklist", "rules/language/cues.toml", {}, Form::tables},
    {"checklist", "rules/defects.toml", {}, Form::tables},
    {"checklist", "rules/language/units.toml"},
    {"rules", "rules/holidays.toml", {}, Form::marked},
    {"rules", "rules/language/list-columns.toml", {}, Form::marked},
    {"rules", "rules/notices.toml", {}, Form::marked},
    {"rules", "rules/rectification.toml", {}, Form::marked},
    {"rules", "rules/language/roster.toml", {}, Form::marked},
    {"outline", "reports/township", ".txt"},
    {"outline", "reports/department", ".txt"},
    {"outline", "tests/corpus", ".txt"},
    {"kind", "tests/documents/archives"},
    {"kind", "tests/documents/bad"},
    {"kind", "tests/documents/same"},
    {"kind", "tests/documents/roster"},
    {"docx", "tests/documents/docx", ".docx", Form::parts},
    {"docx", "tests/documents/same", ".docx", Form::parts},
    {"docx", "tests/documents/bad", ".docx"},
    {"odt", "tests/documents/odt", ".odt", Form::parts},
    {"odt", "tests/documents/same", ".odt", Form::parts},
    {"odt", "tests/documents/bad", ".odt"},
    {"ofd", "tests/documents/ofd", ".ofd", Form::parts},
    {"ofd", "tests/documents/same", ".ofd", Form::parts},
    {"ofd", "tests/documents/bad", ".ofd"},
    {"sheet", "tests/documents/roster", ".csv"},
    {"sheet", "tests/documents/roster", ".xlsx", Form::parts},
    {"sheet", "reports/batch/units.csv"},
    {"html", "tests/documents/html"},
    {"html", "tests/documents/same", ".html"},
    {"mht", "tests/documents/mht", ".mht"},
    {"mht", "tests/documents/bad", ".mht"},
    {"archive", "tests/documents/archives"},
    {"archive", "tests/documents/bad", ".zip"},
    {"archive", "tests/documents/bad", ".7z"},
    {"archive", "tests/documents/bad", ".rar"},
    {"xml", "tests/golden/audit", ".xml"},
    {"audit", "reports/township", ".txt"},
    {"audit", "reports/department", ".txt"},
    {"audit", "tests/documents/same", ".html"},
    {"audit", "tests/documents/same", ".docx"},
    {"audit", "tests/documents/same", ".ofd"},
    {"audit", "tests/documents/mht", ".mht"},
    {"audit", "tests/documents/bad"},
});

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The files that `path` names, small ones of a folder alone.
std::vector<fs::path> files_of(const fs::path& path, std::string_view suffix) {
  if (!fs::is_directory(path)) return fs::exists(path) ? std::vector{path} : std::vector<fs::path>();
  std::vector<fs::path> files;
  for (const fs::directory_entry& each : fs::directory_iterator(path)) {
    if (!each.is_regular_file() || each.file_size() > kLargestBytes) continue;
    if (suffix.empty() || each.path().extension() == suffix) files.push_back(each.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string first_lines(std::string text) {
  if (text.size() > kBeginningBytes) text.resize(text.rfind('\n', kBeginningBytes) + 1);
  return text;
}

/// `package` with its parts laid open but for pictures; "" where it can't be opened.
std::string laid_open(std::string_view package) {
  Result<Package> opened = Package::open(package, "seed", "seed");
  if (!opened) return {};
  std::vector<std::pair<std::string, std::string>> parts;
  for (const std::string& name : opened->parts()) {
    Result<std::string> content = opened->read(name);
    if (content && content->find(kPartMark) == std::string::npos) parts.emplace_back(name, std::move(*content));
  }
  return join_parts(parts);
}

/// The tables of `toml`, each with the tables inside it.
std::vector<std::string> tables_of(std::string_view toml) {
  std::vector<std::string> tables;
  std::size_t begin = toml.find("\n[[");
  while (begin != std::string_view::npos && tables.size() < kTablesOfFile) {
    const std::size_t name_end = toml.find("]]", begin);
    const std::string head(toml.substr(begin, name_end - begin + 2));
    const std::size_t end = std::min(toml.find(head, begin + 1), toml.size());
    tables.emplace_back(toml.substr(begin + 1, end - begin - 1));
    begin = end == toml.size() ? std::string_view::npos : end;
  }
  return tables;
}

/// A small checklist with one table of another.
std::string small_checklist(const std::string& table) {
  return "format = 1\ninclude = [\"basis.toml\", \"language/units.toml\"]\n[checklist]\nid = \"x\"\nversion = \"1\"\n"
         "title = \"x\"\npass = 60\nlevels = [\"township\"]\n[[checklist.grade]]\nname = \"x\"\nat_least = 0\n" + table;
}

void add(std::vector<Seed>& seeds, const fs::path& path, Form form) {
  const std::string name = path.filename().string();
  std::string content = content_of(path);
  switch (form) {
    case Form::whole:
      seeds.push_back({name, std::move(content)});
      return;
    case Form::beginning:
      seeds.push_back({name, first_lines(std::move(content))});
      return;
    case Form::parts:
      if (std::string open = laid_open(content); !open.empty()) seeds.push_back({name + ".parts", std::move(open)});
      seeds.push_back({name, std::move(content)});
      return;
    case Form::marked:
      seeds.push_back({name, name.substr(0, 2) == "ro" ? "-" + content : name.front() + content});
      return;
    case Form::tables: {
      std::size_t number = 0;
      for (const std::string& each : tables_of(content)) {
        seeds.push_back({name + "." + std::to_string(++number), small_checklist(each)});
      }
      return;
    }
  }
}

}  // namespace

std::vector<Seed> seeds_of(std::string_view name) {
  const fs::path project = FAZHI_SOURCE_DIR;
  std::vector<Seed> seeds;
  for (const Source& each : kSources) {
    if (each.target != name) continue;
    std::vector<fs::path> files = files_of(project / each.path, each.suffix);
    if (files.size() > kFilesOfFolder && each.target != "archive" && each.target != "kind") files.resize(kFilesOfFolder);
    for (const fs::path& file : files) add(seeds, file, each.form);
  }
  for (const std::string_view own : {"fuzz/seeds", "fuzz/regressions"}) {
    for (const fs::path& file : files_of(project / own / name, {})) add(seeds, file, Form::whole);
  }
  return seeds;
}

}  // namespace fazhi::fuzz
