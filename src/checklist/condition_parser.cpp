#include "checklist/condition_parser.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "checklist/diagnostics.hpp"
#include "checklist/table_reader.hpp"

namespace fazhi {
namespace {

using Kind = Condition::Kind;

constexpr std::string_view kWhiteSpace = " \t\r\n";

struct Token {
  std::string_view text;  ///< "" at the end
  std::size_t byte_offset = 0;
};

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t at = text.find_first_not_of(kWhiteSpace);
  while (at != std::string_view::npos) {
    const bool is_bracket = text[at] == '(' || text[at] == ')';
    const std::size_t end = is_bracket ? at + 1 : std::min(text.find_first_of(" \t\r\n()", at), text.size());
    tokens.push_back({text.substr(at, end - at), at});
    at = text.find_first_not_of(kWhiteSpace, end);
  }
  tokens.push_back({{}, text.size()});
  return tokens;
}

struct NamedTest {
  std::string_view word;
  Kind kind;
};

constexpr NamedTest kSectionTests[] = {
    {"headed", Kind::section_headed}, {"topical", Kind::section_topical}, {"told", Kind::section_told}};
constexpr NamedTest kPeriodTests[] = {
    {"titled", Kind::period_titled}, {"agreed", Kind::period_agreed}, {"told", Kind::period_told}};
constexpr NamedTest kHitTests[] = {{"told", Kind::told}, {"listed", Kind::listed}};

/// Recursive descent. After the first error every function returns at once, and
/// what it returns has no meaning.
class ConditionParser {
 public:
  ConditionParser(std::string_view text, const ConditionNames& names) : tokens_(tokens_of(text)), names_(&names) {}

  std::variant<Condition, ConditionError> parse() {
    Condition condition = disjunction();
    if (!error_ && !token().text.empty()) fail_expecting("and, or");
    if (error_) return std::move(*error_);
    return condition;
  }

 private:
  [[nodiscard]] const Token& token() const { return tokens_[at_]; }

  bool accept(std::string_view word) {
    if (error_ || token().text != word) return false;
    ++at_;
    return true;
  }

  void expect(std::string_view word) {
    if (!accept(word)) fail_expecting(word);
  }

  void fail(Message message, std::optional<Message> hint = std::nullopt) {
    if (error_) return;
    error_ = {token().byte_offset, token().text.size(), std::move(message), std::move(hint)};
  }

  void fail_expecting(std::string_view expected, std::optional<Message> hint = std::nullopt) {
    if (token().text.empty()) {
      fail({MessageId::checklist_condition_ends, {std::string(expected)}}, std::move(hint));
    } else {
      fail({MessageId::checklist_condition_syntax, {std::string(token().text), std::string(expected)}},
           std::move(hint));
    }
  }

  Condition disjunction() {
    std::vector<Condition> parts;
    do {
      parts.push_back(conjunction());
    } while (accept("or"));
    return joined(Kind::any, std::move(parts));
  }

  Condition conjunction() {
    std::vector<Condition> parts;
    do {
      parts.push_back(negation());
    } while (accept("and"));
    return joined(Kind::all, std::move(parts));
  }

  static Condition joined(Kind kind, std::vector<Condition> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    Condition condition;
    condition.kind = kind;
    for (Condition& part : parts) {
      if (part.kind == kind) {
        std::move(part.children.begin(), part.children.end(), std::back_inserter(condition.children));
      } else {
        condition.children.push_back(std::move(part));
      }
    }
    return condition;
  }

  Condition negation() {
    if (depth_ == kConditionDepth) fail({MessageId::checklist_condition_depth, {std::to_string(kConditionDepth)}});
    if (error_) return {};
    ++depth_;
    Condition condition;
    if (accept("not")) {
      condition.kind = Kind::negation;
      condition.children.push_back(negation());
    } else if (accept("(")) {
      condition = disjunction();
      expect(")");
    } else {
      condition = test();
    }
    --depth_;
    return condition;
  }

  Condition test() {
    if (accept("always")) return {};
    if (accept("section")) return section_test();
    if (accept("period")) return period_test();
    if (accept("measure")) return measure_test();
    return find_test();
  }

  Condition section_test() {
    Condition condition;
    condition.role = role();
    expect("is");
    condition.kind = one_of(kSectionTests);
    return condition;
  }

  Condition period_test() {
    Condition condition;
    expect("is");
    condition.kind = one_of(kPeriodTests);
    return condition;
  }

  Condition measure_test() {
    Condition condition;
    condition.kind = Kind::measure_stated;
    const std::string_view name = token().text;
    const std::size_t dot = name.rfind('.');
    const std::string_view part = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
    if (name.empty() || (part != "total" && part != "resolved" && part != "rate")) {
      fail_expecting("NAME.total, NAME.resolved, NAME.rate");
      return condition;
    }
    condition.measure = index_of(name.substr(0, dot), names_->measures, MessageId::checklist_unknown_measure);
    condition.measure_part = part;
    expect("is");
    expect("stated");
    return condition;
  }

  Condition find_test() {
    Condition condition;
    const auto& reserved = reserved_words();
    const std::string_view word = token().text;
    if (word.empty() || word == ")" || std::find(reserved.begin(), reserved.end(), word) != reserved.end()) {
      fail_expecting("FIND, section, period, measure, always, not, (");
      return condition;
    }
    condition.find = index_of(word, names_->finds, MessageId::checklist_unknown_find);
    if (accept("in")) {
      condition.kind = Kind::in_role;
      condition.role = role();
      if (!accept("is")) return condition;
      condition.kind = Kind::in_role_sense;
      condition.sense = sense(all_names<Sense>());
      return condition;
    }
    if (!accept("is")) {
      fail_expecting("is, in");
      return condition;
    }
    for (const NamedTest& each : kHitTests) {
      if (!accept(each.word)) continue;
      condition.kind = each.kind;
      return condition;
    }
    condition.kind = Kind::sense;
    auto allowed = all_names<Sense>();
    for (const NamedTest& each : kHitTests) allowed.push_back(each.word);
    condition.sense = sense(allowed);
    return condition;
  }

  Sense sense(const std::vector<std::string_view>& allowed) {
    const std::string_view word = token().text;
    for (int value = 0; value < kSenseCount; ++value) {
      if (accept(name_of(static_cast<Sense>(value)))) return static_cast<Sense>(value);
    }
    if (word == "not") {
      fail_expecting(listed(allowed), Message{MessageId::checklist_hint_not_goes_before, {}});
    } else {
      fail_expecting(listed(allowed), hint_nearest(word, allowed));
    }
    return Sense::done;
  }

  Role role() {
    const auto found = role_from(token().text);
    if (found) {
      ++at_;
      return *found;
    }
    const auto allowed = all_names<Role>();
    fail_expecting(listed(allowed), hint_nearest(token().text, allowed));
    return Role::other;
  }

  template <std::size_t kSize>
  Kind one_of(const NamedTest (&tests)[kSize]) {
    std::vector<std::string_view> allowed;
    for (const NamedTest& each : tests) {
      if (accept(each.word)) return each.kind;
      allowed.push_back(each.word);
    }
    fail_expecting(listed(allowed), hint_nearest(token().text, allowed));
    return Kind::always;
  }

  std::int32_t index_of(std::string_view name, const std::vector<std::string_view>& known, MessageId otherwise) {
    const auto found = std::find(known.begin(), known.end(), name);
    if (found == known.end()) {
      fail({otherwise, {std::string(name), listed(known)}}, hint_nearest(name, known));
      return -1;
    }
    ++at_;
    return static_cast<std::int32_t>(found - known.begin());
  }

  std::vector<Token> tokens_;
  const ConditionNames* names_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::optional<ConditionError> error_;
};

}  // namespace

std::variant<Condition, ConditionError> parse_condition(std::string_view text, const ConditionNames& names) {
  return ConditionParser(text, names).parse();
}

const std::vector<std::string_view>& reserved_words() {
  static const std::vector<std::string_view> words = {"and",    "or",     "not",     "is",     "in",
                                                      "always", "period", "section", "measure"};
  return words;
}

}  // namespace fazhi
