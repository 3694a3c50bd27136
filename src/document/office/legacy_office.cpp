#include "document/office/legacy_office.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>

#include "base/ascii.hpp"
#include "base/limits.hpp"
#include "document/formats.hpp"
#include "document/office/odt.hpp"
#include "process/child.hpp"
#include "process/private_folder.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kRtf = "{\\rtf";
constexpr std::string_view kFlatOdt = "FODT";

/// LibreOffice's settings of this run (registrymodifications.xcu): macros are
/// never executed, links neither updated nor loaded, fields keep the text that
/// they were saved with, no Java is started.
constexpr std::string_view kSettings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Field" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Chart" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Java/VirtualMachine"><prop oor:name="Enable" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
)";

/// The extension by which LibreOffice chooses its filter.
std::string_view extension_for(std::string_view bytes, std::string_view kind) {
  if (bytes.starts_with(kRtf)) return "rtf";
  if (kind == kFlatOdt) return "fodt";
  return kind.find("XML") != std::string_view::npos ? "xml" : "doc";
}

std::string format_of(std::string_view bytes, std::string_view source, std::string_view kind) {
  if (const std::string_view extension = extension_for(bytes, kind); extension != "doc") return std::string(extension);
  if (source.size() < 4) return "doc";
  return ascii::lower(source.substr(source.size() - 4)) == ".wps" ? "wps" : "doc";
}

bool write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return file.flush().good();
}

std::optional<std::string> read_file(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error || size > limits::kPackageBytes) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

/// One run of LibreOffice over one file.
class Conversion {
 public:
  Conversion(std::string_view source, std::string_view kind) : source_(source), kind_(kind) {}

  /// `bytes` as an OpenDocument package.
  Result<std::string> run(std::string_view bytes) {
    const std::optional<std::string> office = find_office();
    if (!office) return needs_program(source_, kind_, kLibreOffice);
    const std::string name = "report." + std::string(extension_for(bytes, kind_));
    if (folder_.path().empty()) return failed(folder_.error());
    if (!prepare(name, bytes)) return failed(folder_.path());
    const ChildResult result = run_child(command(*office, name));
    if (result.end == ChildResult::End::out_of_time) {
      return Message{MessageId::input_program_slow,
                     {source_, std::string(kLibreOffice.product), std::to_string(limits::kOfficeWallSeconds)}};
    }
    // The exit status is 0 also where the file could not be read.
    std::optional<std::string> converted = read_file(root() / "out" / "report.odt");
    if (!result.succeeded() || !converted) return failed(reason_of(result));
    return *std::move(converted);
  }

 private:
  static std::optional<std::string> find_office() {
    std::optional<std::string> office = find_program("soffice");
    return office ? office : find_program("libreoffice");
  }

  [[nodiscard]] std::filesystem::path root() const { return folder_.path(); }

  [[nodiscard]] bool prepare(const std::string& name, std::string_view bytes) const {
    std::error_code error;
    std::filesystem::create_directories(root() / "profile" / "user", error);
    return !error && write_file(root() / "profile" / "user" / "registrymodifications.xcu", kSettings) &&
           write_file(root() / name, bytes);
  }

  [[nodiscard]] ChildCommand command(const std::string& office, const std::string& name) const {
    ChildCommand command;
    command.arguments = {office, "-env:UserInstallation=file://" + folder_.path() + "/profile", "--headless",
                         "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--convert-to", "odt:writer8",
                         "--outdir", "out", name};
    command.folder = folder_.path();
    command.makes_sockets = true;
    command.limits.wall_seconds = limits::kOfficeWallSeconds;
    command.limits.cpu_seconds = limits::kOfficeCpuSeconds;
    command.limits.memory_bytes = limits::kOfficeMemoryBytes;
    command.limits.file_bytes = limits::kPackageBytes;
    return command;
  }

  [[nodiscard]] Message failed(std::string reason) const {
    return {MessageId::input_program_failed, {source_, std::string(kLibreOffice.product), std::move(reason)}};
  }

  /// The last line that it said, or how it ended.
  static std::string reason_of(const ChildResult& result) {
    std::string_view said = result.errors;
    while (!said.empty() && (said.back() == '\n' || said.back() == '\r')) said.remove_suffix(1);
    said = said.substr(said.rfind('\n') + 1);
    if (!said.empty()) return std::string(said);
    return (result.end == ChildResult::End::killed ? "signal " : "exit ") + std::to_string(result.status);
  }

  std::string source_;
  std::string kind_;
  PrivateFolder folder_;
};

}  // namespace

Result<Document> read_legacy_office(std::string_view bytes, std::string_view source, std::string_view kind) {
  const Result<std::string> converted = Conversion(source, kind).run(bytes);
  if (!converted) return converted.error();
  Result<Document> document = read_odt(*converted, source);
  if (document) document->format = format_of(bytes, source, kind);
  return document;
}

}  // namespace fazhi
