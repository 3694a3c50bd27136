#include "bench/township.hpp"

#include <cstdlib>
#include <iostream>

#include "checklist/load.hpp"

namespace fazhi::bench {

Checklist load_township() {
  LoadedChecklist loaded = load_builtin_checklist("township");
  if (!loaded.checklist) {
    for (const Diagnostic& each : loaded.diagnostics) std::cerr << render(each, Language::zh);
    std::exit(1);
  }
  return std::move(*loaded.checklist);
}

}  // namespace fazhi::bench
