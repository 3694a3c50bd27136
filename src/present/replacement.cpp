#include "present/replacement.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace fazhi {

Replacement::Replacement(const std::string& path) : path_(path), temporary_(path + ".XXXXXX") {
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

Replacement::~Replacement() {
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

std::string Replacement::folder() const {
  const std::string folder = std::filesystem::path(path_).parent_path().string();
  return folder.empty() ? "." : folder;
}

std::optional<Message> Replacement::error() const {
  return error_ == 0 ? std::nullopt : std::optional(failure(std::generic_category().message(error_)));
}

Message Replacement::failure(const std::string& reason) const { return {MessageId::output_failed, {path_, reason}}; }

std::optional<Message> Replacement::put_in_place() {
  error_ = std::rename(temporary_.c_str(), path_.c_str()) == 0 ? 0 : errno;
  if (error_ == 0) temporary_.clear();
  return error();
}

}  // namespace fazhi
