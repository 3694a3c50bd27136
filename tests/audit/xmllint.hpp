#pragma once

#include <sys/wait.h>

#include <array>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <string>

namespace fazhi::test {

struct Validation {
  bool valid = false;
  std::string output;
};

/// Holds all of `pattern` at once against schemas/NAME, by xmllint.
inline Validation validate(const std::string& name, const std::string& pattern) {
  const std::string command = "xmllint --noout --schema '" FAZHI_SOURCE_DIR "/schemas/" + name + "' " + pattern + " 2>&1";
  Validation result;
  std::FILE* const pipe = popen(command.c_str(), "r");
  BOOST_REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer{};
  while (std::fgets(buffer.data(), static_cast<int>(buffer.size()), pipe) != nullptr) {
    const std::string line = buffer.data();
    if (!line.ends_with(" validates\n")) result.output += line;
  }
  const int status = pclose(pipe);
  BOOST_REQUIRE_MESSAGE(WIFEXITED(status) && WEXITSTATUS(status) != 127, "xmllint is needed for this test");
  result.valid = WEXITSTATUS(status) == 0;
  return result;
}

}  // namespace fazhi::test
