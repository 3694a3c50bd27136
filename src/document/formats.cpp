#include "document/formats.hpp"

#include <algorithm>
#include <optional>

#include "process/child.hpp"
#include "process/private_folder.hpp"

namespace fazhi {
namespace {

constexpr ChildLimits kAskLimits{.wall_seconds = 20, .cpu_seconds = 10};
constexpr std::string_view kRecognitionData = "chi_sim";

struct Format {
  MessageId name;
  std::string_view extensions;
  std::vector<HelperProgram> needs;
  bool optional;
};

std::vector<Format> all_formats() {
  return {{MessageId::format_text, ".txt", {}, false},
          {MessageId::format_docx, ".docx .docm .dotx", {}, false},
          {MessageId::format_odt, ".odt .ott", {}, false},
          {MessageId::format_ofd, ".ofd", {}, false},
          {MessageId::format_html, ".html .htm .mht .mhtml", {}, false},
          {MessageId::format_archive, ".zip .rar .7z .tar.gz …", {}, false},
          {MessageId::format_pdf, ".pdf", {kPdfInfo, kPdfText}, false},
          {MessageId::format_legacy, ".doc .wps .rtf", {kLibreOffice}, true},
          {MessageId::format_scan, ".pdf .jpg .png .tif", {kPdfInfo, kPdfPages, kTesseract}, true}};
}

bool is_here(const HelperProgram& program) {
  return program.name == kTesseract.name ? can_recognize() : find_program(program.name).has_value();
}

}  // namespace

bool can_recognize() {
  const std::optional<std::string> tesseract = find_program(kTesseract.name);
  if (!tesseract) return false;
  const PrivateFolder folder;
  const ChildResult result =
      run_child({.arguments = {*tesseract, "--list-langs"}, .folder = folder.path(), .limits = kAskLimits});
  return result.succeeded() && (result.output + result.errors).find(kRecognitionData) != std::string::npos;
}

std::vector<FormatSupport> formats_on_this_machine() {
  std::vector<FormatSupport> out;
  for (const Format& format : all_formats()) {
    FormatSupport support{format.name, format.extensions, {}, !format.needs.empty(), format.optional};
    std::copy_if(format.needs.begin(), format.needs.end(), std::back_inserter(support.missing),
                 [](const HelperProgram& each) { return !is_here(each); });
    out.push_back(std::move(support));
  }
  return out;
}

Message needs_program(std::string_view source, std::string_view kind, const HelperProgram& program) {
  return {MessageId::input_needs_program,
          {std::string(source), std::string(kind), std::string(program.product), std::string(program.package)}};
}

}  // namespace fazhi
