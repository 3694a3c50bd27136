#include "similarity/sample_store.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace fazhi {
namespace {

/// Samples that are written, and read, at once.
constexpr std::size_t kPieceSamples = std::size_t{1} << 14;

}  // namespace

SampleStore::SampleStore(SampleStore&& other) noexcept
    : path_(std::move(other.path_)),
      file_(std::exchange(other.file_, -1)),
      size_(std::exchange(other.size_, 0)),
      waiting_(std::move(other.waiting_)),
      error_(std::move(other.error_)) {}

SampleStore& SampleStore::operator=(SampleStore&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(file_, other.file_);
  std::swap(size_, other.size_);
  std::swap(waiting_, other.waiting_);
  std::swap(error_, other.error_);
  return *this;
}

SampleStore::~SampleStore() {
  if (file_ >= 0) ::close(file_);
}

std::optional<Message> SampleStore::open(const std::string& path) {
  path_ = path;
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file_ < 0) return error_ = Message{MessageId::output_failed, {path_, std::generic_category().message(errno)}};
  ::unlink(path.c_str());
  return std::nullopt;
}

std::optional<Message> SampleStore::append(std::span<const std::uint32_t> samples) {
  if (error_) return error_;
  waiting_.insert(waiting_.end(), samples.begin(), samples.end());
  size_ += samples.size();
  if (file_ >= 0 && waiting_.size() >= kPieceSamples) return flush();
  return std::nullopt;
}

std::optional<Message> SampleStore::finish() {
  if (error_) return error_;
  if (file_ < 0) return std::nullopt;
  std::optional<Message> error = flush();
  waiting_ = {};
  return error;
}

std::optional<Message> SampleStore::flush() {
  const auto* bytes = reinterpret_cast<const char*>(waiting_.data());
  for (std::size_t left = waiting_.size() * sizeof(std::uint32_t); left > 0;) {
    const ssize_t count = ::write(file_, bytes, left);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return error_ = Message{MessageId::output_failed, {path_, std::generic_category().message(errno)}};
    bytes += count;
    left -= static_cast<std::size_t>(count);
  }
  waiting_.clear();
  return std::nullopt;
}

std::optional<Message> SampleStore::read(std::size_t begin, std::span<std::uint32_t> out) const {
  if (file_ < 0) {
    std::copy_n(waiting_.begin() + static_cast<std::ptrdiff_t>(begin), out.size(), out.begin());
    return std::nullopt;
  }
  auto* bytes = reinterpret_cast<char*>(out.data());
  auto at = static_cast<off_t>(begin * sizeof(std::uint32_t));
  for (std::size_t left = out.size_bytes(); left > 0;) {
    const ssize_t count = ::pread(file_, bytes, left, at);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      return Message{MessageId::output_failed, {path_, std::generic_category().message(count < 0 ? errno : EIO)}};
    }
    bytes += count;
    at += count;
    left -= static_cast<std::size_t>(count);
  }
  return std::nullopt;
}

std::span<const std::uint32_t> SampleReader::read(std::size_t begin, std::size_t count) {
  if (error_) return {};
  if (begin < begin_ || begin + count > begin_ + held_.size()) {
    held_.resize(std::max(count, std::min(kPieceSamples, store_.size() - begin)));
    begin_ = begin;
    error_ = store_.read(begin, held_);
    if (error_) return {};
  }
  return std::span(held_).subspan(begin - begin_, count);
}

}  // namespace fazhi
