#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace fazhi::test {

/// A checklist with every table of the format, which loads without a diagnostic.
[[nodiscard]] std::string sample_checklist();

/// The sample with `to` in place of `from`, which has to stand in it once.
[[nodiscard]] std::string sample_with(std::string_view from, std::string_view to);

/// A folder of its own that is gone at the end of the test.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  /// Writes a file, its folders too; returns its path.
  std::string write(const std::string& name, std::string_view content) const;

 private:
  std::filesystem::path path_;
};

}  // namespace fazhi::test
