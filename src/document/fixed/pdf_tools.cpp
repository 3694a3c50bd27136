#include "document/fixed/pdf_tools.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>

#include "base/limits.hpp"
#include "document/fixed/pdf_words.hpp"
#include "document/formats.hpp"
#include "process/child.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kFileName = "report.pdf";
constexpr std::string_view kKind = "PDF";
/// Of poppler's own words so many bytes stand in a message.
constexpr std::size_t kComplaintBytes = 120;
/// A sheet is drawn this small, in points to a dot, to see whether it is empty:
/// dots darker than this, and the share of them that dust and a page number
/// have at most.
constexpr std::string_view kSheetDotsPerInch = "18";
constexpr unsigned char kDark = 200;
constexpr double kDustShare = 0.004;

/// The value of the line “name: value” in what pdfinfo prints.
std::string_view value_of(std::string_view output, std::string_view name) {
  for (std::size_t begin = 0; begin < output.size();) {
    const std::size_t end = std::min(output.find('\n', begin), output.size());
    std::string_view line = output.substr(begin, end - begin);
    if (line.starts_with(name) && line.substr(name.size()).starts_with(':')) {
      line.remove_prefix(name.size() + 1);
      line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
      return line;
    }
    begin = end + 1;
  }
  return {};
}

/// The first line of `errors` that holds one of `words`, cut to a short one.
std::string first_line_with(std::string_view errors, std::initializer_list<std::string_view> words) {
  for (std::size_t begin = 0; begin < errors.size();) {
    const std::size_t end = std::min(errors.find('\n', begin), errors.size());
    const std::string_view line = errors.substr(begin, end - begin);
    const bool holds = std::any_of(words.begin(), words.end(),
                                   [&](std::string_view word) { return line.find(word) != std::string_view::npos; });
    if (holds) return utf8::quotable(line, kComplaintBytes);
    begin = end + 1;
  }
  return {};
}

/// The grey dots of a binary PGM; nothing where `output` is none.
std::string_view dots_of(std::string_view output) {
  if (!output.starts_with("P5")) return {};
  std::size_t at = 2;
  std::size_t count = 1;
  for (int field = 0; field < 3; ++field) {
    at = output.find_first_not_of(" \t\r\n", at);
    if (at == std::string_view::npos) return {};
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(output.data() + at, output.data() + output.size(), value);
    if (error != std::errc()) return {};
    if (field < 2) count *= value;
    at = static_cast<std::size_t>(end - output.data());
  }
  return at < output.size() ? output.substr(at + 1, count) : std::string_view{};
}

}  // namespace

Result<PdfTools> PdfTools::open(std::string_view bytes, std::string_view source) {
  PdfTools tools;
  tools.source_ = source;
  tools.folder_ = std::make_unique<PrivateFolder>();
  if (tools.folder_->path().empty()) {
    return Message{MessageId::input_unreadable, {tools.source_, tools.folder_->error()}};
  }
  std::ofstream file(tools.folder_->path() + '/' + std::string(kFileName), std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) return Message{MessageId::input_unreadable, {tools.source_, tools.folder_->path()}};

  const Result<std::string> info = tools.run("pdfinfo", {"-enc", "UTF-8", std::string(kFileName)});
  if (!info) return info.error();
  const std::string_view pages = value_of(*info, "Pages");
  std::from_chars(pages.data(), pages.data() + pages.size(), tools.pages_);
  if (tools.pages_ <= 0) return tools.failure("pdfinfo", "Pages: 0");
  if (static_cast<std::size_t>(tools.pages_) > limits::kPages) {
    return Message{MessageId::input_too_many_pages,
                   {tools.source_, std::to_string(tools.pages_), std::to_string(limits::kPages)}};
  }
  return tools;
}

Result<std::vector<LaidPage>> PdfTools::words() {
  Result<std::string> output = run("pdftotext", {"-bbox", "-nodiag", "-enc", "UTF-8", std::string(kFileName), "-"});
  if (!output) return output.error();
  return pdf_words(std::move(*output), source_);
}

bool PdfTools::is_blank(int page) const {
  const std::optional<std::string> program = find_program("pdftoppm");
  if (!program) return false;
  const std::string number = std::to_string(page);
  ChildCommand command;
  command.arguments = {*program, "-gray",        "-r", std::string(kSheetDotsPerInch), "-scale-to", "300", "-f", number,
                       "-l",     number, std::string(kFileName)};
  command.folder = folder_->path();
  command.limits.wall_seconds = limits::kPdfSeconds;
  command.limits.cpu_seconds = limits::kPdfSeconds;
  const ChildResult result = run_child(command);
  const std::string_view dots = result.succeeded() ? dots_of(result.output) : std::string_view{};
  if (dots.empty()) return false;
  const auto dark = std::count_if(dots.begin(), dots.end(),
                                  [](char dot) { return static_cast<unsigned char>(dot) < kDark; });
  return static_cast<double>(dark) <= kDustShare * static_cast<double>(dots.size());
}

Result<std::string> PdfTools::run(std::string_view program, std::vector<std::string> arguments) {
  const std::optional<std::string> path = find_program(program);
  if (!path) {
    return needs_program(source_, kKind, kPdfText);
  }
  ChildCommand command;
  command.arguments = {*path};
  command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
  command.folder = folder_->path();
  command.limits.wall_seconds = limits::kPdfSeconds;
  command.limits.cpu_seconds = limits::kPdfSeconds;
  command.limits.output_bytes = limits::kPdfOutputBytes;
  ChildResult result = run_child(command);
  switch (result.end) {
    case ChildResult::End::exited:
      if (result.status != 0) return failure(program, result.errors);
      break;
    case ChildResult::End::out_of_time:
      return Message{MessageId::input_program_slow,
                     {source_, std::string(program), std::to_string(limits::kPdfSeconds)}};
    case ChildResult::End::too_much_output:
      return Message{MessageId::input_too_much_text,
                     {source_, std::to_string(limits::kTextBytes >> 20) + " MB"}};
    case ChildResult::End::killed:
    case ChildResult::End::not_started:
      return failure(program, result.errors);
  }
  if (complaint_.empty()) complaint_ = first_line_with(result.errors, {"xref", "trailer", "Unexpected end", "Bad 'Length'"});
  return std::move(result.output);
}

Message PdfTools::failure(std::string_view program, std::string_view errors) const {
  if (errors.find("Incorrect password") != std::string_view::npos) {
    return {MessageId::input_encrypted, {source_, std::string(kKind)}};
  }
  const std::string damage = first_line_with(errors, {"May not be", "xref", "trailer", "catalog", "Pages", "page"});
  if (!damage.empty()) return {MessageId::input_damaged, {source_, std::string(kKind), damage}};
  const std::string words = first_line_with(errors, {"Error", "rror"});
  return {MessageId::input_program_failed, {source_, std::string(program), words.empty() ? std::string(kKind) : words}};
}

}  // namespace fazhi
