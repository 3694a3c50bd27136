#include "checklist/golden.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace fazhi::test {

boost::test_tools::assertion_result is_golden(const std::string& name, std::string_view actual) {
  const std::filesystem::path path = std::filesystem::path(FAZHI_SOURCE_DIR) / "tests" / "golden" / name;
  const char* renew = std::getenv("FAZHI_RENEW_GOLDEN");
  if (renew != nullptr && std::string_view(renew) == "1") {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << actual;
    return true;
  }
  std::ifstream stream(path, std::ios::binary);
  const std::string expected{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  boost::test_tools::assertion_result result(expected == actual);
  result.message() << path.string() << " differs from:\n" << actual;
  return result;
}

}  // namespace fazhi::test
