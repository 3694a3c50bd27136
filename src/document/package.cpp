#include "document/package.hpp"

#include <zip.h>

#include <charconv>
#include <unordered_map>

#include "base/ascii.hpp"
#include "base/limits.hpp"
#include "base/mebibytes.hpp"

namespace fazhi {
namespace {

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned value = 0;
    if (text[at] == '%' && at + 2 < text.size() &&
        std::from_chars(text.data() + at + 1, text.data() + at + 3, value, 16).ptr == text.data() + at + 3) {
      out += static_cast<char>(static_cast<unsigned char>(value));
      at += 2;
    } else {
      out += text[at] == '\\' ? '/' : text[at];
    }
  }
  return out;
}

/// Names of parts are the same in capital letters (ECMA-376 part 2, 6.2.2.3), and
/// some programs write them with backslashes.
std::string plain_name(std::string_view name) {
  std::string out;
  for (const char each : name) {
    if (each == '\\') {
      out += '/';
    } else {
      out += ascii::lower(each);
    }
  }
  if (out.starts_with('/')) out.erase(0, 1);
  return out;
}

}  // namespace

struct Package::State {
  std::string source;
  std::string kind;
  std::unique_ptr<zip_t, CloseArchive> archive;
  std::size_t unpacked_bytes = 0;
  std::unordered_map<std::string, zip_int64_t> by_plain_name;

  /// -1 where it is not there.
  [[nodiscard]] zip_int64_t index_of(std::string_view part) const {
    if (part.empty()) return -1;
    const zip_int64_t exact = zip_name_locate(archive.get(), std::string(part).c_str(), ZIP_FL_ENC_GUESS);
    if (exact >= 0) return exact;
    const auto known = by_plain_name.find(plain_name(part));
    return known == by_plain_name.end() ? -1 : known->second;
  }
};

Package::Package(std::unique_ptr<State> state) : state_(std::move(state)) {}
Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;
Package::~Package() = default;

Result<Package> Package::open(std::string_view bytes, std::string_view source, std::string_view kind) {
  auto state = std::make_unique<State>();
  state->source = source;
  state->kind = kind;
  zip_error_t error;
  zip_error_init(&error);
  const auto message = [&](zip_error_t& from) {
    std::string text = zip_error_strerror(&from);
    zip_error_fini(&from);
    return Message{MessageId::input_damaged, {std::string(source), std::string(kind), std::move(text)}};
  };
  zip_source_t* buffer = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (buffer == nullptr) return message(error);
  state->archive.reset(zip_open_from_source(buffer, ZIP_RDONLY, &error));
  if (!state->archive) {
    zip_source_free(buffer);
    return message(error);
  }
  const zip_int64_t count = zip_get_num_entries(state->archive.get(), 0);
  if (count > static_cast<zip_int64_t>(limits::kPackageParts)) {
    return Message{MessageId::input_too_many_parts,
                   {std::string(source), std::to_string(count), std::to_string(limits::kPackageParts)}};
  }
  for (zip_int64_t index = 0; index < count; ++index) {
    const char* const name = zip_get_name(state->archive.get(), static_cast<zip_uint64_t>(index), ZIP_FL_ENC_GUESS);
    if (name != nullptr) state->by_plain_name.emplace(plain_name(name), index);
  }
  return Package(std::move(state));
}

bool Package::has(std::string_view part) const {
  return state_->index_of(part) >= 0;
}

std::vector<std::string> Package::parts() const {
  std::vector<std::string> names;
  const zip_int64_t count = zip_get_num_entries(state_->archive.get(), 0);
  for (zip_int64_t index = 0; index < count; ++index) {
    if (const char* name = zip_get_name(state_->archive.get(), static_cast<zip_uint64_t>(index), ZIP_FL_ENC_GUESS)) {
      names.emplace_back(name);
    }
  }
  return names;
}

Result<std::string> Package::read(std::string_view part) {
  zip_t* archive = state_->archive.get();
  const zip_int64_t index = state_->index_of(part);
  if (index < 0) return damaged(part);
  zip_stat_t info;
  if (zip_stat_index(archive, static_cast<zip_uint64_t>(index), 0, &info) != 0) return damaged(part);
  if ((info.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && info.encryption_method != ZIP_EM_NONE) {
    return Message{MessageId::input_encrypted, {state_->source}};
  }
  const auto too_large = [&](std::size_t bytes) {
    return Message{MessageId::input_unpacks_too_large, {state_->source, std::string(part) + ", " + mebibytes(bytes)}};
  };
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive, static_cast<zip_uint64_t>(index), 0));
  if (!file) return damaged(part);
  // The sizes that the package names for itself are not relied upon.
  std::string bytes;
  constexpr std::size_t kChunkBytes = std::size_t{256} << 10;
  for (;;) {
    const std::size_t size = bytes.size();
    bytes.resize(size + kChunkBytes);
    const zip_int64_t count = zip_fread(file.get(), bytes.data() + size, kChunkBytes);
    if (count < 0) return damaged(part);
    bytes.resize(size + static_cast<std::size_t>(count));
    if (count == 0) break;
    const std::size_t all = state_->unpacked_bytes + bytes.size();
    const bool explodes = bytes.size() > limits::kPackageRatioFloorBytes &&
                          bytes.size() / limits::kPackageRatio > static_cast<std::size_t>(info.comp_size);
    if (all > limits::kPackageBytes || explodes) return too_large(all);
  }
  state_->unpacked_bytes += bytes.size();
  return bytes;
}

Message Package::damaged(std::string_view place) const {
  return {MessageId::input_damaged, {state_->source, state_->kind, std::string(place)}};
}

const std::string& Package::source() const { return state_->source; }

std::string resolve_part(std::string_view base, std::string_view target) {
  const std::string path = percent_decoded(target);
  std::vector<std::string_view> folders;
  const auto walk = [&folders](std::string_view steps) {
    while (!steps.empty()) {
      const std::size_t slash = std::min(steps.find('/'), steps.size());
      const std::string_view step = steps.substr(0, slash);
      steps.remove_prefix(std::min(slash + 1, steps.size()));
      if (step.empty() || step == ".") continue;
      if (step != "..") {
        folders.push_back(step);
      } else if (!folders.empty()) {
        folders.pop_back();
      }
    }
  };
  if (!path.starts_with('/')) {
    const std::size_t slash = base.rfind('/');
    walk(slash == std::string_view::npos ? std::string_view() : base.substr(0, slash));
  }
  walk(path);
  std::string out;
  for (const std::string_view each : folders) {
    if (!out.empty()) out += '/';
    out += each;
  }
  return out;
}

}  // namespace fazhi
