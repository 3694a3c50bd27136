#include "cli/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>

namespace fazhi {
namespace {

Message failure(const std::string& path, int error) {
  return {MessageId::output_failed, {path.empty() ? "-" : path, std::generic_category().message(error)}};
}

/// The permissions that a new file would get.
mode_t default_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return static_cast<mode_t>(0666) & ~mask;
}

}  // namespace

std::optional<Message> Output::open(const std::string& path, Output& out) {
  out.path_ = path;
  if (path.empty()) return std::nullopt;
  struct stat existing{};
  if (::stat(path.c_str(), &existing) == 0 && !S_ISREG(existing.st_mode) && !S_ISDIR(existing.st_mode)) {
    // A device or a pipe is written to, never replaced.
    out.descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    return out.descriptor_ < 0 ? std::optional(failure(path, errno)) : std::nullopt;
  }
  out.unfinished_.emplace();
  out.temporary_ = path + ".XXXXXX";
  out.descriptor_ = ::mkostemp(out.temporary_.data(), O_CLOEXEC);
  if (out.descriptor_ < 0) {
    const int error = errno;
    out.temporary_.clear();
    return failure(path, error);
  }
  ::fchmod(out.descriptor_, default_mode());
  return std::nullopt;
}

Output::~Output() {
  if (temporary_.empty()) return;
  ::close(descriptor_);
  ::unlink(temporary_.c_str());
}

std::optional<Message> Output::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return failure(path_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return std::nullopt;
}

std::optional<Message> Output::commit() {
  if (temporary_.empty()) return std::nullopt;
  const bool closed = ::close(descriptor_) == 0;
  const bool renamed = closed && std::rename(temporary_.c_str(), path_.c_str()) == 0;
  const int error = errno;
  if (!renamed) ::unlink(temporary_.c_str());
  temporary_.clear();
  if (!renamed) return failure(path_, error);
  return std::nullopt;
}

std::optional<Message> write_file(const std::string& path, std::string_view bytes) {
  Output output;
  if (auto error = Output::open(path, output)) return error;
  if (auto error = output.write(bytes)) return error;
  return output.commit();
}

}  // namespace fazhi
