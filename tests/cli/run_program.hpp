#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fazhi::test {

/// What one run of the built program gave.
struct Run {
  int exit_code = -1;  ///< -1 where it ended by a signal
  std::string output;
  std::string errors;
};

/// A folder under the system's temporary one, with runs of the program in it;
/// removed with all that it holds.
class Workplace {
 public:
  Workplace();
  ~Workplace();
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Writes a file, its folders too; returns its path.
  std::string write(const std::string& name, std::string_view bytes) const;
  [[nodiscard]] std::string read(const std::string& name) const;
  /// Names of all files in the folder and below it, sorted.
  [[nodiscard]] std::vector<std::string> files() const;

  /// Runs the program in the folder with `input` as its standard input.
  [[nodiscard]] Run run(const std::vector<std::string>& arguments, std::string_view input = {}) const;

 private:
  std::filesystem::path path_;
};

/// A report that meets every element, and one that meets hardly any.
[[nodiscard]] std::string good_report();
[[nodiscard]] std::string poor_report();

}  // namespace fazhi::test
