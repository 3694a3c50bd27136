#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/run_program.hpp"

namespace fazhi {
namespace {

namespace fs = std::filesystem;

using test::Run;
using test::Workplace;

/// A fenced block of a Markdown file.
struct Block {
  std::string language;
  std::vector<std::string> lines;
};

std::vector<Block> blocks_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<Block> blocks;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("```")) {
      inside = !inside;
      if (inside) blocks.push_back({line.substr(3), {}});
    } else if (inside) {
      blocks.back().lines.push_back(line);
    }
  }
  return blocks;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// Whether `wanted` stands in `got` line by line; … leaves lines out.
bool shows(const std::vector<std::string>& wanted, const std::vector<std::string>& got) {
  std::size_t at = 0;
  bool gap = false;
  for (const std::string& line : wanted) {
    if (line == "…") {
      gap = true;
      continue;
    }
    while (gap && at < got.size() && got[at] != line) ++at;
    gap = false;
    if (at == got.size() || got[at] != line) return false;
    ++at;
  }
  return true;
}

/// A block of calls, each behind "$ ./fazhi ", with what they print.
class Session {
 public:
  explicit Session(const Workplace& place) : place_(place) {}

  static std::vector<std::string> words_of(const std::string& call) {
    std::istringstream in(call);
    return {std::istream_iterator<std::string>(in), {}};
  }

  std::size_t replay(const Block& block) {
    std::size_t calls = 0;
    std::vector<std::string> wanted;
    std::string call;
    const auto check = [&] {
      if (call.empty()) return;
      ++calls;
      const Run run = place_.run(words_of(call));
      BOOST_TEST(shows(wanted, lines_of(run.output)), call << "\nshown:\n" << joined(wanted) << "printed:\n" << run.output);
    };
    for (const std::string& line : block.lines) {
      constexpr std::string_view kPrompt = "$ ./fazhi ";
      if (line.starts_with(kPrompt)) {
        check();
        call = line.substr(kPrompt.size());
        wanted.clear();
      } else {
        wanted.push_back(line);
      }
    }
    while (!wanted.empty() && wanted.back().empty()) wanted.pop_back();
    check();
    return calls;
  }

 private:
  const Workplace& place_;
};

/// Runs the calls of a block that shows no output, where they are of the week of a
/// deadline: each works as it stands, on what the calls before it wrote.
/// Where a program is missing that the county's PDF files need, nothing is run.
std::size_t run_week(const Workplace& place, const Block& block) {
  std::size_t calls = 0;
  for (const std::string& line : block.lines) {
    const bool is_of_week = line.starts_with("./fazhi batch ") || line.starts_with("./fazhi rectify ") || line.starts_with("./fazhi verify ");
    if (!is_of_week) continue;
    ++calls;
    if (std::system("command -v pdftotext >/dev/null 2>&1") != 0) {
      BOOST_TEST_MESSAGE("skipped, pdftotext is not installed: " << line);
      continue;
    }
    const Run run = place.run(Session::words_of(line.substr(std::string_view("./fazhi ").size())));
    BOOST_TEST((run.exit_code == 0 || run.exit_code == 1), line << "\n" << run.errors);
  }
  return calls;
}

/// Replays the calls of a README; the first TOML file in it is `checklist`, the second extends a built-in one.
std::size_t replay(const fs::path& readme, const std::string& tailored) {
  const Workplace place;
  fs::create_directory_symlink(fs::path(FAZHI_SOURCE_DIR) / "reports", place.path() / "reports");
  std::size_t calls = 0, of_week = 0;
  std::vector<std::string> names = {tailored, "民法典宣传.toml"};
  for (const Block& block : blocks_of(readme)) {
    if (block.language == "toml") {
      BOOST_REQUIRE(!names.empty());
      place.write(names.back(), joined(block.lines));
      names.pop_back();
    }
    const std::string text = joined(block.lines);
    // What is shown of a file with mistakes in it is held against golden files elsewhere.
    const bool is_of_mistakes = text.find("错误[") != std::string::npos || text.find("的例子应为") != std::string::npos;
    if (text.starts_with("$ ./fazhi ") && !is_of_mistakes) calls += Session(place).replay(block);
    of_week += run_week(place, block);
  }
  BOOST_TEST(of_week >= 5U);
  BOOST_TEST(names.empty());
  const Run shown = place.run({"checklist", "show", tailored});
  BOOST_TEST(shown.exit_code == 0, shown.errors);
  BOOST_TEST(shown.output.find("豁免") != std::string::npos);
  return calls;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readme)

BOOST_AUTO_TEST_CASE(what_the_readmes_show_is_what_is_printed) {
  BOOST_TEST(replay(FAZHI_SOURCE_DIR "/README.md", "清河县.toml") >= 5U);
  BOOST_TEST(replay(FAZHI_SOURCE_DIR "/README.zh-CN.md", "清河县.toml") >= 6U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
