#include "checklist/expression_rules.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kAsciiEscapes = "bBwWdD";
constexpr std::string_view kAnchorEscapes = "AzZGbBEK";

/// Reads an expression from left to right and tells of each part whether it can
/// match nothing. PCRE2 has compiled it before, so that its syntax is sound and
/// its groups are at most 250 deep.
class NullabilityReader {
 public:
  explicit NullabilityReader(std::string_view expression) : text_(expression) {}

  bool read() { return alternatives(); }

 private:
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] bool looking_at(std::string_view what) const { return text_.substr(at_).starts_with(what); }

  bool alternatives() {
    bool is_nullable = false;
    for (;;) {
      if (sequence()) is_nullable = true;
      if (!looking_at("|")) return is_nullable;
      ++at_;
    }
  }

  bool sequence() {
    bool is_nullable = true;
    while (!at_end() && text_[at_] != '|' && text_[at_] != ')') {
      const bool atom_is_nullable = atom();
      if (!quantifier_allows_none() && !atom_is_nullable) is_nullable = false;
    }
    return is_nullable;
  }

  bool atom() {
    switch (text_[at_]) {
      case '(':
        return group();
      case '[':
        skip_class();
        return false;
      case '\\':
        return escape();
      case '^':
      case '$':
        ++at_;
        return true;
    }
    at_ += code_point_length(text_[at_]);
    return false;
  }

  bool escape() {
    const char kind = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (kind == 'Q') {
      const std::size_t end = text_.find("\\E", at_ + 2);
      const bool is_empty = end == at_ + 2;
      at_ = end == std::string_view::npos ? text_.size() : end + 2;
      return is_empty;
    }
    at_ += 1;
    if (!at_end()) at_ += code_point_length(text_[at_]);
    if (looking_at("{") && std::string_view("xoNpPgk").find(kind) != std::string_view::npos) {
      at_ = std::min(text_.find('}', at_), text_.size() - 1) + 1;
    }
    return kAnchorEscapes.find(kind) != std::string_view::npos;
  }

  bool group() {
    ++at_;
    if (looking_at("?#")) {
      skip_past(')');
      return true;
    }
    const bool is_lookaround =
        looking_at("?=") || looking_at("?!") || looking_at("?<=") || looking_at("?<!") || looking_at("*");
    if (is_recursion()) {
      skip_past(')');
      return false;
    }
    if (looking_at("?")) skip_group_head();
    if (looking_at(")")) {
      ++at_;
      return true;
    }
    const bool is_nullable = alternatives();
    if (!at_end()) ++at_;
    return is_lookaround || is_nullable;
  }

  /// Whether "?1", "?+1", "?-1", "?R" or "?&name" stands here.
  [[nodiscard]] bool is_recursion() const {
    if (!looking_at("?") || at_ + 2 >= text_.size()) return false;
    const std::size_t sign = text_[at_ + 1] == '-' || text_[at_ + 1] == '+' ? 1 : 0;
    const char kind = text_[at_ + 1 + sign];
    return (kind >= '0' && kind <= '9') || kind == 'R' || kind == '&';
  }

  /// Passes the "?:", "?>", "?<name>", "?i:" and the like of a group, up to its
  /// contents or, of a mere setting of options, its ")".
  void skip_group_head() {
    ++at_;
    if (looking_at("<=") || looking_at("<!")) {
      at_ += 2;
    } else if (looking_at("P<") || looking_at("<")) {
      skip_past('>');
    } else if (looking_at("(")) {
      skip_past(')');
    } else if (looking_at("'")) {
      ++at_;
      skip_past('\'');
    } else {
      while (!at_end() && std::string_view(":=!>|)").find(text_[at_]) == std::string_view::npos) ++at_;
      if (!at_end() && text_[at_] != ')') ++at_;
    }
  }

  void skip_class() {
    ++at_;
    if (looking_at("^")) ++at_;
    if (looking_at("]")) ++at_;
    while (!at_end() && text_[at_] != ']') {
      if (text_[at_] == '\\') ++at_;
      const std::size_t named_end = looking_at("[:") ? text_.find(":]", at_) : std::string_view::npos;
      at_ = named_end == std::string_view::npos ? at_ + 1 : named_end + 2;
    }
    ++at_;
  }

  void skip_past(char last) {
    const std::size_t end = text_.find(last, at_);
    at_ = end == std::string_view::npos ? text_.size() : end + 1;
  }

  /// Passes a quantifier where there is one; whether it allows none at all.
  bool quantifier_allows_none() {
    bool allows_none = false;
    if (looking_at("*") || looking_at("?")) {
      allows_none = true;
      ++at_;
    } else if (looking_at("+")) {
      ++at_;
    } else if (is_counted()) {
      const std::size_t last_digit_of_least = text_.find_first_not_of('0', at_ + 1);
      allows_none = text_[last_digit_of_least] == ',' || text_[last_digit_of_least] == '}';
      skip_past('}');
    } else {
      return false;
    }
    if (looking_at("?") || looking_at("+")) ++at_;
    return allows_none;
  }

  /// Whether "{2}", "{2,}" or "{2,3}" stands here; PCRE2 reads any other brace as itself.
  [[nodiscard]] bool is_counted() const {
    if (!looking_at("{")) return false;
    const std::size_t digits_end = text_.find_first_not_of("0123456789", at_ + 1);
    if (digits_end == std::string_view::npos || digits_end == at_ + 1) return false;
    if (text_[digits_end] == '}') return true;
    if (text_[digits_end] != ',') return false;
    const std::size_t end = text_.find_first_not_of("0123456789", digits_end + 1);
    return end != std::string_view::npos && text_[end] == '}';
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<AsciiEscape> find_ascii_escape(std::string_view expression) {
  for (std::size_t at = 0; at + 1 < expression.size(); ++at) {
    if (expression[at] != '\\') continue;
    if (kAsciiEscapes.find(expression[at + 1]) != std::string_view::npos)
      return AsciiEscape{at, expression.substr(at, 2)};
    ++at;
  }
  return std::nullopt;
}

bool can_match_nothing(std::string_view expression) { return NullabilityReader(expression).read(); }

}  // namespace fazhi
