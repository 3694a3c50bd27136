#include <fstream>

#include "../fuzz.hpp"
#include "../targets.hpp"
#include "batch/input_walk.hpp"
#include "process/private_folder.hpp"

namespace fazhi::fuzz {
namespace {

/// Less than the program allows, so that a run of the fuzzer takes milliseconds.
ArchiveLimits small_limits() {
  ArchiveLimits limits;
  limits.unpacked_bytes = std::size_t{4} << 20;
  limits.ratio_floor_bytes = std::size_t{64} << 10;
  limits.entries = 500;
  limits.depth = 3;
  limits.entry_bytes = std::size_t{1} << 20;
  return limits;
}

}  // namespace

void archive(std::string_view bytes) {
  static const PrivateFolder folder;
  require(!folder.path().empty(), "there is a folder for the archive");
  const std::string path = folder.path() + "/x";
  std::ofstream(path, std::ios::binary | std::ios::trunc).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  const ArchiveLimits limits = small_limits();
  InputWalk walk({path}, limits);
  std::size_t count = 0;
  std::size_t size_bytes = 0;
  while (const std::optional<Input> input = walk.next()) {
    require(is_utf8(input->source) && input->source.starts_with(path), "an input stands in its archive");
    require(input->source.find("/../") == std::string::npos, "a name leads nowhere else");
    if (input->bytes) {
      // A file that is no archive is bounded by the program's own limit.
      require(input->source == path || input->bytes->size() <= limits.entry_bytes, "an entry is in bounds");
      size_bytes += input->bytes->size();
    } else {
      require(is_utf8(render(input->bytes.error(), Language::zh)), "an error is UTF-8");
    }
    ++count;
    require(count <= walk.known(), "inputs that came are known");
  }
  require(count <= limits.entries + 2 && size_bytes <= limits.unpacked_bytes + bytes.size(), "what is unpacked is in bounds");
  for (const Message& each : walk.remarks()) require(is_utf8(render(each, Language::zh)), "a remark is UTF-8");
}

}  // namespace fazhi::fuzz
