#include "present/replacement_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace fazhi {

ReplacementFile::ReplacementFile(const std::string& path) : path_(path), temporary_(path + ".XXXXXX") {
  const int descriptor = ::mkostemp(temporary_.data(), O_CLOEXEC);
  error_ = descriptor < 0 ? errno : 0;
  if (descriptor < 0) {
    temporary_.clear();
    return;
  }
  const mode_t mask = ::umask(0);
  ::umask(mask);
  ::fchmod(descriptor, static_cast<mode_t>(0666) & ~mask);
  ::close(descriptor);
}

ReplacementFile::~ReplacementFile() {
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

std::string ReplacementFile::folder() const {
  const std::string folder = std::filesystem::path(path_).parent_path().string();
  return folder.empty() ? "." : folder;
}

std::optional<Message> ReplacementFile::error() const {
  if (error_ == 0) return std::nullopt;
  return failure(std::generic_category().message(error_));
}

std::optional<Message> ReplacementFile::put_in_place() {
  error_ = std::rename(temporary_.c_str(), path_.c_str()) == 0 ? 0 : errno;
  if (error_ == 0) temporary_.clear();
  return error();
}

}  // namespace fazhi
