// fuzz_seeds FOLDER TARGET: writes the target's seeds to FOLDER.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "seeds.hpp"

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: fuzz_seeds FOLDER TARGET\n", stderr);
    return 2;
  }
  const std::filesystem::path folder = arguments[1];
  std::filesystem::create_directories(folder);
  std::size_t number = 0;
  for (const fazhi::fuzz::Seed& each : fazhi::fuzz::seeds_of(arguments[2])) {
    // Names of files may be longer than a name with a number may be.
    std::ofstream file(folder / ("seed-" + std::to_string(++number)), std::ios::binary);
    file.write(each.bytes.data(), static_cast<std::streamsize>(each.bytes.size()));
    if (!file.flush()) return 1;
  }
  return 0;
}
