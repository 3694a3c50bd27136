#include "../fuzz.hpp"
#include "../targets.hpp"
#include "checklist/holidays.hpp"
#include "checklist/list_columns.hpp"
#include "checklist/load.hpp"
#include "checklist/notice_rules.hpp"
#include "checklist/rectification_rules.hpp"
#include "checklist/roster_rules.hpp"

namespace fazhi::fuzz {
namespace {

template <class Loaded>
void check(const Loaded& loaded, bool is_there) {
  bool has_errors = false;
  for (const Diagnostic& each : loaded.diagnostics) {
    has_errors = has_errors || each.kind == Diagnostic::Kind::error;
    require(!render(each, Language::zh).empty(), "a diagnostic can be told");
  }
  require(has_errors == !is_there, "there are rules where there is no error");
}

}  // namespace

/// The first byte says which rules it is.
void rules(std::string_view bytes) {
  if (bytes.empty()) return;
  const std::string_view toml = bytes.substr(1);
  switch (bytes.front()) {
    case 'h': {
      const auto loaded = load_holidays_text(toml, "x.toml");
      return check(loaded, loaded.rules.has_value());
    }
    case 'l': {
      const auto loaded = load_list_columns(toml, "x.toml");
      return check(loaded, loaded.rules.has_value());
    }
    case 'n': {
      const auto loaded = load_notice_texts(toml, "x.toml");
      return check(loaded, loaded.texts.has_value());
    }
    case 'r': {
      const auto loaded = load_rectification_rules_text(toml, "x.toml");
      return check(loaded, loaded.rules.has_value());
    }
    default: {
      const auto loaded = load_roster_rules(toml, "x.toml");
      return check(loaded, loaded.rules.has_value());
    }
  }
}

}  // namespace fazhi::fuzz
