#include "hostile/pack.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>

#include <array>
#include <boost/test/unit_test.hpp>
#include <cstdio>

namespace fazhi::test {
namespace {

void append(std::string& out, std::uint64_t value, int bytes) {
  for (int each = 0; each < bytes; ++each) out += static_cast<char>((value >> (8 * each)) & 0xFFU);
}

std::uint32_t crc_of(std::string_view bytes) {
  return static_cast<std::uint32_t>(::crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

std::string run_deflate(std::string_view bytes, int window_bits) {
  z_stream stream{};
  BOOST_REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, window_bits, 9, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string in(bytes);
  std::string out(::deflateBound(&stream, static_cast<uLong>(in.size())) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  BOOST_REQUIRE(::deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  ::deflateEnd(&stream);
  return out;
}

/// Flags to length of the extra field, of a local header or an entry of the directory (APPNOTE 4.3.7, 4.3.12).
void append_common(std::string& out, const ZipEntry& entry, std::size_t packed_bytes, std::size_t name_bytes) {
  append(out, entry.flags, 2);
  append(out, entry.method.value_or(entry.deflated ? 8 : 0), 2);
  append(out, 0x58210000, 4);
  append(out, entry.claimed_crc.value_or(crc_of(entry.bytes)), 4);
  append(out, packed_bytes, 4);
  append(out, entry.claimed_size.value_or(static_cast<std::uint32_t>(entry.bytes.size())), 4);
  append(out, name_bytes, 2);
  append(out, 0, 2);
}

void append_local(std::string& out, const ZipEntry& entry, std::size_t packed_bytes) {
  append(out, 0x04034B50, 4);
  append(out, 20, 2);
  append_common(out, entry, packed_bytes, entry.name.size());
  out += entry.name;
}

void append_directory(std::string& out, const ZipEntry& entry, std::size_t packed_bytes, std::size_t offset) {
  const std::string& name = entry.name_in_directory.value_or(entry.name);
  append(out, 0x02014B50, 4);
  append(out, 0x0314, 2);
  append(out, 20, 2);
  append_common(out, entry, packed_bytes, name.size());
  append(out, 0, 2);
  append(out, 0, 4);
  append(out, entry.attributes, 4);
  append(out, offset, 4);
  out += name;
}

void append_end(std::string& out, std::size_t entries, std::size_t directory_bytes, std::size_t directory_offset) {
  append(out, 0x06054B50, 4);
  append(out, 0, 4);
  append(out, entries & 0xFFFFU, 2);
  append(out, entries & 0xFFFFU, 2);
  append(out, directory_bytes, 4);
  append(out, directory_offset, 4);
  append(out, 0, 2);
}

std::string octal(std::size_t value, int digits) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%0*zo", digits, value);
  return text.data();
}

void put(std::string& header, std::size_t at, std::string_view text) { header.replace(at, text.size(), text); }

std::string tar_header(const TarEntry& entry) {
  std::string header(512, '\0');
  put(header, 0, std::string_view(entry.name).substr(0, 100));
  put(header, 100, "0000644");
  put(header, 108, "0000000");
  put(header, 116, "0000000");
  put(header, 124, entry.size.empty() ? octal(entry.bytes.size(), 11) : entry.size);
  put(header, 136, "14000000000");
  put(header, 148, "        ");
  header[156] = entry.type;
  put(header, 157, std::string_view(entry.target).substr(0, 100));
  put(header, 257, std::string_view("ustar\00000", 8));
  std::size_t sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  put(header, 148, octal(sum, 6) + '\0' + ' ');
  return header;
}

la_ssize_t take(archive*, void* out, const void* bytes, std::size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

}  // namespace

std::string zip(const std::vector<ZipEntry>& entries) {
  std::string out;
  std::string directory;
  for (const ZipEntry& each : entries) {
    const std::string data = each.deflated ? deflated(each.bytes, false) : each.bytes;
    append_directory(directory, each, data.size(), out.size());
    append_local(out, each, data.size());
    out += data;
  }
  const std::size_t offset = out.size();
  out += directory;
  append_end(out, entries.size(), directory.size(), offset);
  return out;
}

std::string overlapping_zip(std::size_t entries, std::size_t unpacked_bytes) {
  const ZipEntry entry{"报告.txt", std::string(unpacked_bytes, '\0')};
  const std::string data = deflated(entry.bytes, false);
  std::string out;
  append_local(out, entry, data.size());
  out += data;
  const std::size_t offset = out.size();
  for (std::size_t each = 0; each < entries; ++each) append_directory(out, entry, data.size(), 0);
  append_end(out, entries, out.size() - offset, offset);
  return out;
}

std::string tar(const std::vector<TarEntry>& entries) {
  std::string out;
  for (const TarEntry& each : entries) {
    out += tar_header(each);
    out += each.bytes;
    out.resize((out.size() + 511) / 512 * 512);
  }
  return out + std::string(1024, '\0');
}

std::string gzip(std::string_view bytes) { return run_deflate(bytes, 15 + 16); }

std::string packed(std::string_view format, std::string_view filter, const std::string& name, std::string_view bytes) {
  std::string out;
  archive* writer = ::archive_write_new();
  BOOST_REQUIRE(::archive_write_set_format_by_name(writer, std::string(format).c_str()) == ARCHIVE_OK);
  if (!filter.empty()) BOOST_REQUIRE(::archive_write_add_filter_by_name(writer, std::string(filter).c_str()) == ARCHIVE_OK);
  ::archive_write_set_bytes_in_last_block(writer, 1);
  BOOST_REQUIRE(::archive_write_open(writer, &out, nullptr, take, nullptr) == ARCHIVE_OK);
  archive_entry* entry = ::archive_entry_new();
  ::archive_entry_set_pathname(entry, name.c_str());
  ::archive_entry_set_filetype(entry, AE_IFREG);
  ::archive_entry_set_perm(entry, 0644);
  ::archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
  BOOST_REQUIRE(::archive_write_header(writer, entry) == ARCHIVE_OK);
  BOOST_REQUIRE(::archive_write_data(writer, bytes.data(), bytes.size()) == static_cast<la_ssize_t>(bytes.size()));
  ::archive_entry_free(entry);
  BOOST_REQUIRE(::archive_write_close(writer) == ARCHIVE_OK);
  ::archive_write_free(writer);
  return out;
}

std::string deflated(std::string_view bytes, bool with_head) { return run_deflate(bytes, with_head ? 15 : -15); }

}  // namespace fazhi::test
