#include "match/database.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/limits.hpp"
#include "match/compile.hpp"
#include "match/literal_table.hpp"
#include "match/required_literals.hpp"

namespace fazhi {
namespace {

struct FreeMatchData {
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};
struct FreeMatchContext {
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

struct Expression {
  std::string source;
  detail::CodePointer code;
  std::vector<GroupId> groups;
  std::int32_t pattern = 0;
  bool jit = false;  ///< compiled to machine code
};

struct Phrase {
  std::vector<GroupId> groups;
  std::int32_t pattern = 0;
};

struct RawMatch {
  GroupId group;
  Match match;
};

}  // namespace

struct DatabaseBuilder::Parts {
  std::map<std::string, std::vector<GroupId>, std::less<>> phrases;
  std::map<std::string, std::vector<GroupId>, std::less<>> expressions;
  GroupId group_count = 0;
};

DatabaseBuilder::DatabaseBuilder() : parts_(std::make_unique<Parts>()) {}
DatabaseBuilder::~DatabaseBuilder() = default;

GroupId DatabaseBuilder::add_group(std::span<const std::string> phrases, std::span<const std::string> expressions) {
  const GroupId group = parts_->group_count++;
  for (const std::string& each : phrases) parts_->phrases[each].push_back(group);
  for (const std::string& each : expressions) parts_->expressions[each].push_back(group);
  return group;
}

/// An expression requires a literal of each of this many sets at most.
constexpr std::uint32_t kSets = 2;

struct Scratch::Parts {
  std::unique_ptr<pcre2_match_data, FreeMatchData> match_data{pcre2_match_data_create(1, nullptr)};
  std::unique_ptr<pcre2_match_context, FreeMatchContext> context{pcre2_match_context_create(nullptr)};
  std::vector<RawMatch> raw;
  /// (expression << 32 | window), one for each pair that must be tried.
  std::vector<std::uint64_t> candidates;
  /// Of each expression and set: window + 1 where a literal of it stood last.
  std::vector<std::uint32_t> last_window;
};

Scratch::Scratch() : parts_(std::make_unique<Parts>()) {
  pcre2_set_match_limit(parts_->context.get(), limits::kMatchSteps);
  pcre2_set_depth_limit(parts_->context.get(), limits::kMatchDepth);
}
Scratch::~Scratch() = default;

struct Database::Parts {
  detail::LiteralTable literals;
  std::vector<Phrase> phrases;                            ///< by literal number; no groups where it is an atom only
  std::vector<std::vector<std::uint32_t>> expressions_of;  ///< by literal number: expressions that require it, as kSets · expression + set
  std::vector<Expression> expressions;
  std::vector<bool> has_second;           ///< by expression: whether it requires a literal of a second set
  std::vector<std::uint32_t> unfiltered;  ///< expressions without a required literal
  GroupId group_count = 0;

  std::uint32_t literal(const std::string& text) {
    const std::uint32_t number = literals.add(text);
    if (number >= phrases.size()) {
      phrases.resize(number + 1);
      expressions_of.resize(number + 1);
    }
    return number;
  }

  void confirm(const Expression& expression, std::string_view text, TextRange window, std::uint32_t window_index,
               Scratch::Parts& scratch, std::vector<bool>& gave_up) const;
};

Database::Database(const DatabaseBuilder& builder) : parts_(std::make_unique<Parts>()) {
  Parts& parts = *parts_;
  parts.group_count = builder.parts_->group_count;
  std::int32_t pattern = 0;
  for (const auto& [text, groups] : builder.parts_->phrases) {
    Phrase& phrase = parts.phrases[parts.literal(text)];
    phrase.groups = groups;
    phrase.pattern = pattern++;
  }
  for (const auto& [source, groups] : builder.parts_->expressions) {
    Expression expression{source, detail::compile_expression(source, nullptr), groups, pattern++, false};
    if (!expression.code) continue;
    expression.jit = pcre2_jit_compile(expression.code.get(), PCRE2_JIT_COMPLETE) == 0;
    const auto number = static_cast<std::uint32_t>(parts.expressions.size());
    parts.expressions.push_back(std::move(expression));
    const RequiredSets required = required_sets(source);
    for (const std::string& each : required.first) parts.expressions_of[parts.literal(each)].push_back(kSets * number);
    for (const std::string& each : required.second) parts.expressions_of[parts.literal(each)].push_back(kSets * number + 1);
    parts.has_second.push_back(!required.second.empty());
    if (required.first.empty()) parts.unfiltered.push_back(number);
  }
  parts.literals.freeze();
}

Database::~Database() = default;

std::size_t Database::group_count() const { return static_cast<std::size_t>(parts_->group_count); }

std::vector<std::string> Database::unfiltered_expressions() const {
  std::vector<std::string> out;
  for (const std::uint32_t number : parts_->unfiltered) out.push_back(parts_->expressions[number].source);
  return out;
}

void Database::Parts::confirm(const Expression& expression, std::string_view text, TextRange window,
                              std::uint32_t window_index, Scratch::Parts& scratch, std::vector<bool>& gave_up) const {
  const std::string_view subject = window.of(text);
  // Without the checks of pcre2_match, which cost as much as a short sentence.
  const auto match = expression.jit ? pcre2_jit_match : pcre2_match;
  PCRE2_SIZE from = 0;
  while (from <= subject.size()) {
    const int found = match(expression.code.get(), reinterpret_cast<PCRE2_SPTR>(subject.data()), subject.size(), from,
                            PCRE2_NO_UTF_CHECK, scratch.match_data.get(), scratch.context.get());
    if (found == PCRE2_ERROR_NOMATCH) return;
    if (found < 0) {
      for (const GroupId group : expression.groups) gave_up[static_cast<std::size_t>(group)] = true;
      return;
    }
    const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(scratch.match_data.get());
    if (ends[1] <= ends[0]) return;
    const Match hit{{window.begin + static_cast<std::uint32_t>(ends[0]), window.begin + static_cast<std::uint32_t>(ends[1])},
                    window_index,
                    expression.pattern};
    for (const GroupId group : expression.groups) scratch.raw.push_back({group, hit});
    from = ends[1];
  }
}

void Database::scan(std::string_view text, std::span<const TextRange> windows, Scratch& scratch, MatchSet& out,
                    bool first_pass) const {
  Scratch::Parts& work = *scratch.parts_;
  const Parts& parts = *parts_;
  work.raw.clear();
  work.candidates.clear();
  work.last_window.assign(kSets * parts.expressions.size(), 0);
  out.gave_up_.assign(group_count(), false);

  std::uint32_t window = 0;
  const auto on_literal = [&](std::uint32_t number, std::uint32_t at) {
    const auto end = at + static_cast<std::uint32_t>(parts.literals.literal(number).size());
    while (window < windows.size() && windows[window].end <= at) ++window;
    if (window == windows.size() || !windows[window].contains({at, end})) return;
    const Phrase& phrase = parts.phrases[number];
    for (const GroupId group : phrase.groups) work.raw.push_back({group, {{at, end}, window, phrase.pattern}});
    for (const std::uint32_t required : parts.expressions_of[number]) {
      if (work.last_window[required] == window + 1) continue;
      work.last_window[required] = window + 1;
      const std::uint32_t expression = required / kSets;
      const bool complete = !parts.has_second[expression] || work.last_window[required ^ 1u] == window + 1;
      if (complete) work.candidates.push_back(std::uint64_t{expression} << 32 | window);
    }
  };

  if (first_pass) {
    parts.literals.find(text, on_literal);
    for (const std::uint32_t expression : parts.unfiltered) {
      for (std::uint32_t each = 0; each < windows.size(); ++each) {
        work.candidates.push_back(std::uint64_t{expression} << 32 | each);
      }
    }
  } else {
    for (std::uint32_t number = 0; number < parts.literals.size(); ++number) {
      window = 0;
      const std::string& literal = parts.literals.literal(number);
      for (std::size_t at = text.find(literal); at != std::string_view::npos; at = text.find(literal, at + 1)) {
        on_literal(number, static_cast<std::uint32_t>(at));
      }
    }
    work.candidates.clear();
    for (std::uint32_t expression = 0; expression < parts.expressions.size(); ++expression) {
      for (std::uint32_t each = 0; each < windows.size(); ++each) {
        work.candidates.push_back(std::uint64_t{expression} << 32 | each);
      }
    }
  }

  for (const std::uint64_t candidate : work.candidates) {
    const auto index = static_cast<std::uint32_t>(candidate & 0xFFFFFFFFu);
    parts.confirm(parts.expressions[candidate >> 32], text, windows[index], index, work, out.gave_up_);
  }

  const auto key = [](const RawMatch& each) {
    return std::make_tuple(each.group, each.match.range.begin, ~each.match.range.end);
  };
  std::sort(work.raw.begin(), work.raw.end(), [&](const RawMatch& a, const RawMatch& b) { return key(a) < key(b); });
  const auto end = std::unique(work.raw.begin(), work.raw.end(),
                               [&](const RawMatch& a, const RawMatch& b) { return key(a) == key(b); });
  out.matches_.clear();
  out.starts_.assign(group_count() + 1, 0);
  GroupId group = 0;
  for (auto each = work.raw.begin(); each != end; ++each) {
    while (group < each->group) out.starts_[static_cast<std::size_t>(++group)] = static_cast<std::uint32_t>(out.matches_.size());
    out.matches_.push_back(each->match);
  }
  while (group < parts.group_count) out.starts_[static_cast<std::size_t>(++group)] = static_cast<std::uint32_t>(out.matches_.size());
}

std::span<const Match> MatchSet::of(GroupId group) const {
  const auto index = static_cast<std::size_t>(group);
  if (index + 1 >= starts_.size()) return {};
  return std::span(matches_).subspan(starts_[index], starts_[index + 1] - starts_[index]);
}

std::span<const Match> MatchSet::of(GroupId group, std::uint32_t window) const {
  const std::span<const Match> matches = of(group);
  const auto begin = std::lower_bound(matches.begin(), matches.end(), window,
                                      [](const Match& each, std::uint32_t wanted) { return each.window < wanted; });
  auto end = begin;
  while (end != matches.end() && end->window == window) ++end;
  return {begin, end};
}

bool MatchSet::gave_up(GroupId group) const {
  const auto index = static_cast<std::size_t>(group);
  return index < gave_up_.size() && gave_up_[index];
}

}  // namespace fazhi
