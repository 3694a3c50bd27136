// pack_rules FILE
//
// Writes packed_rules() and packed_checklist_ids() as C++. Run while fazhi is built; fails where a built-in
// checklist has an error or a warning.

#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

#include "checklist/load.hpp"
#include "checklist/pack.hpp"
#include "evaluate/compiled_checklist.hpp"
#include "match/database.hpp"

namespace {

constexpr std::size_t kBytesOfLine = 40;

/// `bytes` as string literals, a line each.
void write_literals(std::ostream& out, std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (at % kBytesOfLine == 0) out << (at == 0 ? "\n    \"" : "\"\n    \"");
    const auto byte = static_cast<unsigned char>(bytes[at]);
    out << '\\' << static_cast<char>('0' + (byte >> 6)) << static_cast<char>('0' + (byte >> 3 & 7))
        << static_cast<char>('0' + (byte & 7));
  }
  out << '"';
}

/// Without what tests it.
fazhi::Checklist for_audits(fazhi::Checklist checklist) {
  for (fazhi::Element& each : checklist.elements) each.examples.clear();
  for (fazhi::Defect& each : checklist.defects) each.examples.clear();
  checklist.mutations = {};
  return checklist;
}

bool write_checklist(std::ostream& out, const std::string& id) {
  fazhi::LoadedChecklist loaded = fazhi::load_builtin_checklist(id);
  for (const fazhi::Diagnostic& each : loaded.diagnostics) std::cerr << fazhi::render(each, fazhi::Language::zh);
  if (!loaded.checklist || !loaded.diagnostics.empty()) return false;
  const std::string image = fazhi::CompiledChecklist(*loaded.checklist).database().image();
  out << "  if (id == \"" << id << "\") {\n    static const char checklist[] =";
  write_literals(out, fazhi::pack(for_audits(std::move(*loaded.checklist))));
  out << ";\n    alignas(kImageAlignment) static const char image[] =";
  write_literals(out, image);
  out << ";\n    return {{checklist, sizeof checklist - 1}, {image, sizeof image - 1}};\n  }\n";
  return true;
}

bool write_all(std::ostream& out) {
  out << "#include \"cli/packed_rules.hpp\"\n\n#include \"match/database.hpp\"\n\n#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n"
         "namespace fazhi {\n\nstd::vector<std::string> packed_checklist_ids() {\n  return {";
  const std::vector<std::string> ids = fazhi::builtin_checklist_ids();
  for (const std::string& id : ids) out << '"' << id << "\", ";
  out << "};\n}\n\nPackedRules packed_rules(std::string_view id) {\n";
  for (const std::string& id : ids) {
    if (!write_checklist(out, id)) return false;
  }
  out << "  return {};\n}\n\n}  // namespace fazhi\n";
  return static_cast<bool>(out.flush());
}

}  // namespace

int main(int count, char** values) {
  if (count != 2) return 2;
  std::ofstream file(values[1], std::ios::binary);
  return write_all(file) ? 0 : 1;
}
