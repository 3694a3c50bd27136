#include "present/zip_package.hpp"

#include <zip.h>

#include <memory>
#include <optional>

namespace fazhi {
namespace {

/// The first moment that a ZIP file can tell: 1980-01-01, as MS-DOS writes it.
constexpr zip_uint16_t kTime = 0;
constexpr zip_uint16_t kDate = 0x21;

struct SourceCloser {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct ArchiveCloser {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Source = std::unique_ptr<zip_source_t, SourceCloser>;
using Archive = std::unique_ptr<zip_t, ArchiveCloser>;

bool add(zip_t* archive, const PackagePart& part) {
  Source content(zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0));
  if (!content) return false;
  const zip_int64_t index = zip_file_add(archive, part.name.c_str(), content.get(), ZIP_FL_ENC_UTF_8);
  if (index < 0) return false;
  static_cast<void>(content.release());  // the archive has it now
  const auto at = static_cast<zip_uint64_t>(index);
  return zip_file_set_dostime(archive, at, kTime, kDate, 0) == 0 &&
         zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, 9) == 0;
}

std::optional<std::string> content_of(zip_source_t* source) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(source, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0) return std::nullopt;
  if (zip_source_open(source) != 0) return std::nullopt;
  std::string bytes(stat.size, '\0');
  const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (read < 0 || static_cast<zip_uint64_t>(read) != stat.size) return std::nullopt;
  return bytes;
}

Message failure(const zip_error_t* error) {
  zip_error_t copy;
  zip_error_init_with_code(&copy, zip_error_code_zip(error));
  Message message{MessageId::output_failed, {"ZIP", zip_error_strerror(&copy)}};
  zip_error_fini(&copy);
  return message;
}

}  // namespace

Result<std::string> zip_package(const std::vector<PackagePart>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  const Source whole(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!whole) return failure(&error);
  zip_source_keep(whole.get());  // for the archive, which frees its own
  Archive archive(zip_open_from_source(whole.get(), ZIP_TRUNCATE, &error));
  if (!archive) {
    zip_source_free(whole.get());
    return failure(&error);
  }
  for (const PackagePart& part : parts) {
    if (!add(archive.get(), part)) return failure(zip_get_error(archive.get()));
  }
  if (zip_close(archive.get()) != 0) return failure(zip_get_error(archive.get()));
  static_cast<void>(archive.release());
  auto bytes = content_of(whole.get());
  if (!bytes) return failure(zip_source_error(whole.get()));
  return *std::move(bytes);
}

}  // namespace fazhi
