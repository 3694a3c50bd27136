#include "document/read.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <span>
#include <string>
#include <system_error>

#include "base/limits.hpp"
#include "base/mebibytes.hpp"
#include "base/sha256.hpp"
#include "document/document_builder.hpp"
#include "document/file_kind.hpp"
#include "document/fixed/ocr.hpp"
#include "document/fixed/ofd.hpp"
#include "document/fixed/pdf.hpp"
#include "document/office/docx.hpp"
#include "document/office/legacy_office.hpp"
#include "document/office/odt.hpp"
#include "document/plain_text.hpp"
#include "document/web/html.hpp"
#include "document/web/mht.hpp"
#include "text/decode.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} << 10;

/// Closes a file when it goes out of scope.
class OpenFile {
 public:
  OpenFile(const std::string& path, int flags) : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | flags)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

Message unreadable(std::string_view name, int error) {
  return {MessageId::input_unreadable, {std::string(name), std::generic_category().message(error)}};
}

Message too_large(std::string_view name, std::size_t bytes) {
  return {MessageId::input_too_large, {std::string(name), mebibytes(bytes), mebibytes(limits::kInputBytes)}};
}

/// All that `descriptor` gives, up to the limit. `expected_bytes` spares
/// growing.
Result<std::string> read_all(int descriptor, std::size_t expected_bytes, std::string_view name) {
  std::string bytes;
  std::size_t size = 0;
  for (;;) {
    if (size == bytes.size()) bytes.resize(std::max(expected_bytes + 1, 2 * size));
    const ssize_t count = ::read(descriptor, bytes.data() + size, bytes.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return unreadable(name, errno);
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
    if (size > limits::kInputBytes) return too_large(name, size);
  }
  bytes.resize(size);
  if (bytes.empty()) return Message{MessageId::input_empty, {std::string(name)}};
  return bytes;
}

Result<Document> read_text(std::string_view bytes, std::string_view source) {
  if (bytes.size() > limits::kTextBytes) {
    return Message{MessageId::input_too_much_text, {std::string(source), mebibytes(limits::kTextBytes)}};
  }
  Result<DecodedText> decoded = decode(std::as_bytes(std::span(bytes.data(), bytes.size())), source);
  if (!decoded) return decoded.error();
  if (!has_enough_han(decoded->utf8)) return Message{MessageId::input_not_chinese, {std::string(source)}};
  Document document;
  document.source = source;
  document.format = "txt";
  document.encoding = decoded->encoding;
  document.text = std::move(decoded->utf8);
  PlainText plain = split_paragraphs(document.text, source);
  document.paragraphs = std::move(plain.paragraphs);
  document.notes = std::move(plain.notes);
  return document;
}

std::vector<Result<Document>> one(Result<Document> document) {
  std::vector<Result<Document>> out;
  out.push_back(std::move(document));
  return out;
}

/// Of each kind that is no report: the message, and the one for a file whose name says otherwise.
struct Refusal {
  MessageId plain;
  MessageId misnamed;
};

constexpr Refusal kSpreadsheet{MessageId::input_spreadsheet, MessageId::input_spreadsheet_misnamed};
constexpr Refusal kPresentation{MessageId::input_presentation, MessageId::input_presentation_misnamed};
constexpr Refusal kImage{MessageId::input_image, MessageId::input_image_misnamed};
constexpr Refusal kOther{MessageId::input_other_kind, MessageId::input_other_kind_misnamed};

/// A file's kind by its content beside the one that its name says.
struct Kinds {
  SniffedKind found;
  SniffedKind claimed;

  [[nodiscard]] bool differ() const { return !claimed.name.empty() && claimed.kind != found.kind; }
};

Message refuse(const Refusal& refusal, const Kinds& kinds, std::string_view source) {
  if (!kinds.differ()) return {refusal.plain, {std::string(source), std::string(kinds.found.name)}};
  return {refusal.misnamed, {std::string(source), std::string(kinds.found.name), std::string(kinds.claimed.name)}};
}

Message name_differs(const Kinds& kinds, std::string_view source) {
  const std::string_view found = kinds.found.name.empty() ? "TXT" : kinds.found.name;
  return {MessageId::document_name_differs, {std::string(source), std::string(kinds.claimed.name), std::string(found)}};
}

/// What is no text and of no known kind is, by its name, a damaged document or
/// one of a kind that can't be read.
Result<Document> read_unknown(std::string_view bytes, std::string_view source, const SniffedKind& claimed) {
  Result<Document> document = read_text(bytes, source);
  if (document || claimed.name.empty() || claimed.kind == FileKind::text) return document;
  const MessageId error = document.error().id;
  if (error != MessageId::input_binary && error != MessageId::input_undecodable) return document;
  const std::string name(claimed.name);
  if (claimed.kind == FileKind::other) return Message{MessageId::input_other_kind, {std::string(source), name}};
  return Message{MessageId::input_not_as_named, {std::string(source), name}};
}

std::vector<Result<Document>> read_as(const Kinds& kinds, std::string_view bytes, std::string_view source,
                                      const ReadOptions& options) {
  const SniffedKind& kind = kinds.found;
  switch (kind.kind) {
    case FileKind::text:
      return one(read_unknown(bytes, source, kinds.claimed));
    case FileKind::docx:
      return one(read_docx(bytes.substr(kind.begin), source));
    case FileKind::odt:
      return one(read_odt(bytes.substr(kind.begin), source));
    case FileKind::ofd:
      return read_ofd(bytes.substr(kind.begin), source);
    case FileKind::word_binary:
    case FileKind::word_xml:
    case FileKind::rtf:
      return one(read_legacy_office(bytes, source, kind.name));
    case FileKind::pdf:
      return one(read_pdf(bytes, source, options));
    case FileKind::html:
      return one(read_html(bytes, source));
    case FileKind::mht:
      return one(read_mht(bytes, source));
    case FileKind::spreadsheet:
      return one(refuse(kSpreadsheet, kinds, source));
    case FileKind::presentation:
      return one(refuse(kPresentation, kinds, source));
    case FileKind::image:
      return one(options.ocr ? recognize_image(bytes.substr(kind.begin), source, kind.name) : refuse(kImage, kinds, source));
    case FileKind::encrypted_office:
      return one(Message{MessageId::input_encrypted, {std::string(source)}});
    case FileKind::zip:
    case FileKind::rar:
    case FileKind::seven_zip:
    case FileKind::tar:
    case FileKind::other:
      return one(refuse(kOther, kinds, source));
  }
  return one(refuse(kOther, kinds, source));
}

}  // namespace

Result<std::string> read_bytes(const std::string& path, Readable readable) {
  // A pipe is then opened without waiting for its writer, and refused below.
  const OpenFile file(path, readable == Readable::files ? O_NONBLOCK : 0);
  if (file.descriptor() < 0) {
    const int error = errno;
    if (error == ENOENT || error == ENOTDIR) return Message{MessageId::input_missing, {path}};
    return unreadable(path, error);
  }
  struct stat info {};
  if (::fstat(file.descriptor(), &info) != 0) return unreadable(path, errno);
  if (S_ISDIR(info.st_mode)) return unreadable(path, EISDIR);
  if (readable == Readable::files && !S_ISREG(info.st_mode)) return unreadable(path, EINVAL);
  const auto size = static_cast<std::size_t>(info.st_size);
  if (size > limits::kInputBytes) return too_large(path, size);
  return read_all(file.descriptor(), size > 0 ? size : kChunkBytes, path);
}

Result<std::string> read_standard_input() { return read_all(STDIN_FILENO, kChunkBytes, "-"); }

std::vector<Result<Document>> read_documents(std::string_view bytes, std::string_view source,
                                             const ReadOptions& options) {
  const Kinds kinds{sniff(bytes), claimed_kind(source)};
  std::vector<Result<Document>> documents = read_as(kinds, bytes, source, options);
  const std::string sha256 = sha256_hex(bytes);
  for (Result<Document>& each : documents) {
    if (!each) continue;
    each->sha256 = sha256;
    each->size_bytes = bytes.size();
    if (kinds.differ()) each->notes.push_back(name_differs(kinds, source));
  }
  return documents;
}

Result<Document> read_document(std::string_view bytes, std::string_view source, const ReadOptions& options) {
  return std::move(read_documents(bytes, source, options).front());
}

}  // namespace fazhi
