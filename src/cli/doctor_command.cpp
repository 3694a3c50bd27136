#include "cli/doctor_command.hpp"

#include <algorithm>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "document/formats.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kReady = "✓";
constexpr std::string_view kLacking = "✗";

std::string say(MessageId id, Language language, std::vector<std::string> arguments = {}) {
  return render({id, std::move(arguments)}, language);
}

/// "LibreOffice、poppler", each product once.
std::string products_of(const FormatSupport& format, Language language) {
  std::string out;
  std::set<std::string_view> named;
  for (const HelperProgram& each : format.missing) {
    if (!named.insert(each.product).second) continue;
    if (!out.empty()) out += say(MessageId::doctor_and, language);
    out += each.product;
  }
  return out;
}

}  // namespace

ExitCode run_doctor(Language language) {
  const std::vector<FormatSupport> formats = formats_on_this_machine();
  std::set<std::string_view> packages;
  for (const FormatSupport& format : formats) {
    const bool ready = format.missing.empty();
    const std::string state = ready ? say(MessageId::doctor_ready, language)
                                    : say(MessageId::doctor_lacking, language, {products_of(format, language)});
    std::cout << (ready ? kReady : kLacking) << ' '
              << say(MessageId::doctor_line, language,
                     {say(format.name, language), std::string(format.extensions), state})
              << '\n';
    for (const HelperProgram& each : format.missing) packages.insert(each.package);
  }
  if (packages.empty()) {
    std::cout << say(MessageId::doctor_all, language) << '\n';
    return ExitCode::passed;
  }
  std::string list;
  for (const std::string_view each : packages) list += ' ' + std::string(each);
  std::cout << say(MessageId::doctor_install, language, {list}) << '\n';
  return ExitCode::failed;
}

}  // namespace fazhi
