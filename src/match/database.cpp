#include "match/database.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "base/limits.hpp"
#include "match/build_arrays.hpp"
#include "match/chains.hpp"
#include "match/database_arrays.hpp"
#include "match/lazy_code.hpp"
#include "match/literal_table.hpp"
#include "match/place_finder.hpp"

namespace fazhi {
namespace {

struct FreeMatchData {
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};
struct FreeMatchContext {
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

/// What running an expression needs.
struct ExpressionCode {
  detail::LazyCode anywhere;
  detail::LazyCode at_start;  ///< anchored where it is tried
  std::optional<detail::PlaceFinder> places;
};

/// An expression of the database that scans.
struct Expression {
  std::string_view source;
  std::span<const GroupId> groups;
  std::int32_t pattern;
  const ExpressionCode& code;
};

struct RawMatch {
  GroupId group;
  Match match;
};

}  // namespace

struct DatabaseBuilder::Parts {
  detail::PatternGroups phrases;
  detail::PatternGroups expressions;
  GroupId group_count = 0;
  bool keeps = true;
};

DatabaseBuilder::DatabaseBuilder() : parts_(std::make_unique<Parts>()) {}
DatabaseBuilder::~DatabaseBuilder() = default;

GroupId DatabaseBuilder::group_count() const { return parts_->group_count; }

void DatabaseBuilder::only_count() { parts_->keeps = false; }

GroupId DatabaseBuilder::add_group(std::span<const std::string> phrases, std::span<const std::string> expressions) {
  const GroupId group = parts_->group_count++;
  if (!parts_->keeps) return group;
  for (const std::string& each : phrases) parts_->phrases[each].push_back(group);
  for (const std::string& each : expressions) parts_->expressions[each].push_back(group);
  return group;
}

/// Candidates and starts that wait to be confirmed; more of them, and what is there
/// is confirmed at the end of the window. A report has some thousand.
constexpr std::size_t kMostPending = 100'000;

struct Scratch::Parts {
  std::unique_ptr<pcre2_match_data, FreeMatchData> match_data{pcre2_match_data_create(1, nullptr)};
  std::unique_ptr<pcre2_match_context, FreeMatchContext> context{pcre2_match_context_create(nullptr)};
  std::unique_ptr<pcre2_match_context, FreeMatchContext> short_context{pcre2_match_context_create(nullptr)};
  bool first_pass = true;
  bool measures = false;
  std::map<const Database*, ScanCosts> costs;
  std::vector<ScanCosts::Expression>* tried = nullptr;  ///< of the database that scans; null where nothing is measured
  std::vector<RawMatch> raw;
  detail::Chains starts;      ///< of each expression: where its beginnings stand, offsets in the text
  detail::Chains candidates;  ///< of each expression: windows to try it in
  std::vector<std::uint32_t> its_starts;      ///< of one expression
  std::vector<std::uint32_t> its_candidates;
  std::vector<std::uint32_t> places;  ///< where one expression is tried, offsets in the window, ascending
  /// Of each expression and set: window + 1 where a literal of it stood last.
  std::vector<std::uint32_t> last_window;
  std::vector<std::uint32_t> group_ends;  ///< for sorting by group
  std::vector<Match> by_group;
};

Scratch::Scratch() : parts_(std::make_unique<Parts>()) {
  pcre2_set_match_limit(parts_->context.get(), limits::kMatchSteps);
  pcre2_set_depth_limit(parts_->context.get(), limits::kMatchDepth);
  pcre2_set_match_limit(parts_->short_context.get(), detail::kInterpretedSteps);
  pcre2_set_depth_limit(parts_->short_context.get(), detail::kInterpretedDepth);
}
Scratch::~Scratch() = default;
Scratch& Scratch::operator=(Scratch&& other) noexcept = default;

void Scratch::measure() { parts_->measures = true; }

const ScanCosts* Scratch::costs(const Database& database) const {
  const auto found = parts_->costs.find(&database);
  return found == parts_->costs.end() ? nullptr : &found->second;
}

void Scratch::skip_first_pass() { parts_->first_pass = false; }

struct Database::Parts {
  using Uses = detail::LiteralUses;

  explicit Parts(detail::DatabaseArrays<detail::Owned> arrays)
      : own(std::move(arrays)), its(detail::view_of(own)), literals(its.literals), codes(its.expressions.size()) {}
  explicit Parts(const detail::DatabaseArrays<detail::View>& arrays)
      : its(arrays), literals(its.literals), codes(its.expressions.size()) {}
  ~Parts() {
    for (const std::atomic<ExpressionCode*>& each : codes) delete each.load(std::memory_order_relaxed);
  }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  [[nodiscard]] std::string_view text(TextRange range) const { return range.of({its.texts.data(), its.texts.size()}); }
  [[nodiscard]] std::span<const GroupId> groups(TextRange range) const {
    return its.expression_groups.subspan(range.begin, range.end - range.begin);
  }
  [[nodiscard]] std::span<const std::uint32_t> list(std::uint32_t begin, std::uint32_t end) const {
    return its.uses_lists.subspan(begin, end - begin);
  }
  /// Made when it is first asked for; for any number of threads.
  [[nodiscard]] const ExpressionCode& code_of(std::uint32_t number) const;
  [[nodiscard]] Expression expression(std::uint32_t number) const {
    const detail::ExpressionData& data = its.expressions[number];
    return {text(data.source), groups(data.groups), data.pattern, code_of(number)};
  }

  detail::DatabaseArrays<detail::Owned> own;  ///< empty where an image is looked at
  detail::DatabaseArrays<detail::View> its;
  detail::LiteralTable literals;
  mutable std::vector<std::atomic<ExpressionCode*>> codes;

  void find_literals(std::string_view text, std::span<const TextRange> windows, Scratch::Parts& work,
                     std::vector<bool>& gave_up) const;
  void find_phrases_one_by_one(std::string_view text, std::span<const TextRange> windows, Scratch::Parts& work) const;
  void keep_phrase(const Uses& uses, TextRange range, std::uint32_t window, Scratch::Parts& work) const;
  void confirm_candidates(std::string_view text, std::span<const TextRange> windows, Scratch::Parts& work,
                          std::vector<bool>& gave_up) const;
  void confirm_everywhere(std::uint32_t number, std::string_view text, std::span<const TextRange> windows,
                          Scratch::Parts& work, std::vector<bool>& gave_up) const;
};

const ExpressionCode& Database::Parts::code_of(std::uint32_t number) const {
  std::atomic<ExpressionCode*>& place = codes[number];
  ExpressionCode* known = place.load(std::memory_order_acquire);
  if (known != nullptr) return *known;
  auto made = std::make_unique<ExpressionCode>();
  const detail::ExpressionData& data = its.expressions[number];
  if (data.has_places != 0) made->places.emplace(text(data.behind), data.at_window_begin != 0);
  if (place.compare_exchange_strong(known, made.get(), std::memory_order_acq_rel)) return *made.release();
  return *known;
}

Database::Database(const DatabaseBuilder& builder) {
  const DatabaseBuilder::Parts& from = *builder.parts_;
  parts_ = std::make_unique<Parts>(detail::build_arrays(from.phrases, from.expressions, from.group_count));
}

Database::Database(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

std::unique_ptr<Database> Database::of_image(std::string_view image) {
  const auto arrays = detail::arrays_in(image);
  if (!arrays) return nullptr;
  return std::unique_ptr<Database>(new Database(std::make_unique<Parts>(*arrays)));
}

std::string Database::image() const { return detail::image_of(parts_->its); }

Database::~Database() = default;

std::size_t Database::group_count() const { return static_cast<std::size_t>(parts_->its.group_count.front()); }

std::vector<std::string> Database::phrases() const {
  std::vector<std::string> out;
  for (std::uint32_t number = 0; number < parts_->literals.size(); ++number) {
    if (parts_->its.uses[number].pattern >= 0) out.emplace_back(parts_->literals.literal(number));
  }
  return out;
}

std::vector<std::string> Database::expressions() const {
  std::vector<std::string> out;
  for (const detail::ExpressionData& each : parts_->its.expressions) out.emplace_back(parts_->text(each.source));
  return out;
}

std::span<const GroupId> Database::groups_of_expression(std::size_t number) const {
  return parts_->groups(parts_->its.expressions[number].groups);
}

std::vector<std::string> Database::unfiltered_expressions() const {
  std::vector<std::string> out;
  for (const std::uint32_t each : parts_->its.unfiltered) {
    out.emplace_back(parts_->text(parts_->its.expressions[each].source));
  }
  return out;
}

namespace {

int run_once(const detail::LazyCode& code, const pcre2_code* interpreted, std::string_view subject, std::size_t from,
             Scratch::Parts& work) {
  const auto* text = reinterpret_cast<PCRE2_SPTR>(subject.data());
  // A match of no characters tells nothing; behind it there may be one.
  constexpr std::uint32_t kOptions = PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY;
  const auto run = [&](auto match, const pcre2_code* its_code, pcre2_match_context* context) {
    return match(its_code, text, subject.size(), from, kOptions, work.match_data.get(), context);
  };
  if (!code.has_run_often()) {
    const int found = run(pcre2_match, interpreted, work.short_context.get());
    if (found >= 0 || found == PCRE2_ERROR_NOMATCH) return found;
  }
  if (const pcre2_code* machine_code = code.machine_code()) {
    // Without the checks of pcre2_match, which cost as much as a short sentence.
    const int found = run(pcre2_jit_match, machine_code, work.context.get());
    // Its stack is small, and no limit of ours.
    if (found != PCRE2_ERROR_JIT_STACKLIMIT) return found;
  }
  return run(pcre2_match, interpreted, work.context.get());
}

enum class Outcome { none, found, empty, gave_up };

struct Attempt {
  Outcome outcome = Outcome::none;
  TextRange range;  ///< in the subject; of what was found
};

/// Runs `code` once from `from` on.
Attempt match_once(const detail::LazyCode& code, const pcre2_code* interpreted, std::string_view subject, std::size_t from,
                   Scratch::Parts& work) {
  const int found = run_once(code, interpreted, subject, from, work);
  if (found == PCRE2_ERROR_NOMATCH) return {};
  if (found < 0) return {Outcome::gave_up, {}};
  const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(work.match_data.get());
  if (ends[1] <= ends[0]) return {Outcome::empty, {}};
  return {Outcome::found, {static_cast<std::uint32_t>(ends[0]), static_cast<std::uint32_t>(ends[1])}};
}

void give_up(const Expression& expression, std::vector<bool>& gave_up) {
  for (const GroupId group : expression.groups) gave_up[static_cast<std::size_t>(group)] = true;
}

/// Puts the matches of each group together, in the order that MatchSet promises.
void sort_by_group(Scratch::Parts& work, std::size_t groups, std::vector<Match>& matches, std::vector<std::uint32_t>& starts) {
  starts.assign(groups + 1, 0);
  for (const RawMatch& each : work.raw) ++starts[static_cast<std::size_t>(each.group) + 1];
  for (std::size_t group = 0; group < groups; ++group) starts[group + 1] += starts[group];
  work.group_ends.assign(starts.begin(), starts.end() - 1);
  work.by_group.resize(work.raw.size());
  for (const RawMatch& each : work.raw) work.by_group[work.group_ends[static_cast<std::size_t>(each.group)]++] = each.match;

  const auto key = [](const Match& each) { return std::make_pair(each.range.begin, ~each.range.end); };
  const auto before = [&](const Match& a, const Match& b) { return key(a) < key(b); };
  const auto same = [&](const Match& a, const Match& b) { return a.range == b.range; };
  matches.clear();
  std::uint32_t begin = 0;
  for (std::size_t group = 0; group < groups; ++group) {
    const auto first = work.by_group.begin() + begin;
    const auto last = work.by_group.begin() + starts[group + 1];
    begin = starts[group + 1];
    starts[group] = static_cast<std::uint32_t>(matches.size());
    if (!std::is_sorted(first, last, before)) std::sort(first, last, before);
    std::unique_copy(first, last, std::back_inserter(matches), same);
  }
  starts[groups] = static_cast<std::uint32_t>(matches.size());
}

void keep(const Expression& expression, TextRange window, std::uint32_t window_index, TextRange found, Scratch::Parts& work) {
  const Match hit{{window.begin + found.begin, window.begin + found.end}, window_index, expression.pattern};
  for (const GroupId group : expression.groups) work.raw.push_back({group, hit});
}

}  // namespace

namespace {

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Measures trying an expression in a window where that is asked for.
class Try {
 public:
  Try(std::size_t expression, const Scratch::Parts& work) {
    if (work.tried == nullptr) return;
    cost_ = &(*work.tried)[expression];
    begin_ = std::chrono::steady_clock::now();
  }
  ~Try() {
    if (cost_ == nullptr) return;
    ++cost_->tries;
    cost_->seconds += seconds_since(begin_);
  }
  Try(const Try&) = delete;
  Try& operator=(const Try&) = delete;

 private:
  ScanCosts::Expression* cost_ = nullptr;
  std::chrono::steady_clock::time_point begin_;
};

void confirm_anywhere(const Expression& expression, std::string_view text, TextRange window, std::uint32_t window_index,
                      Scratch::Parts& work, std::vector<bool>& gave_up) {
  const pcre2_code* code = expression.code.anywhere.get(expression.source, 0);
  if (code == nullptr) return give_up(expression, gave_up);
  const std::string_view subject = window.of(text);
  for (std::size_t from = 0; from <= subject.size();) {
    const Attempt its = match_once(expression.code.anywhere, code, subject, from, work);
    if (its.outcome == Outcome::gave_up) give_up(expression, gave_up);
    if (its.outcome != Outcome::found) return;
    keep(expression, window, window_index, its.range, work);
    from = its.range.end;
  }
}

/// Tries the expression at `work.places` alone.
void confirm_at_places(const Expression& expression, std::string_view text, TextRange window, std::uint32_t window_index,
                       Scratch::Parts& work, std::vector<bool>& gave_up) {
  const pcre2_code* code = expression.code.at_start.get(expression.source, PCRE2_ANCHORED);
  if (code == nullptr) return give_up(expression, gave_up);
  const std::string_view subject = window.of(text);
  std::size_t from = 0;
  for (const std::uint32_t place : work.places) {
    if (place < from) continue;
    const Attempt its = match_once(expression.code.at_start, code, subject, place, work);
    if (its.outcome == Outcome::none) continue;
    if (its.outcome == Outcome::gave_up) give_up(expression, gave_up);
    if (its.outcome != Outcome::found) return;
    keep(expression, window, window_index, its.range, work);
    from = its.range.end;
  }
}

}  // namespace

void Database::Parts::keep_phrase(const Uses& uses, TextRange range, std::uint32_t window, Scratch::Parts& work) const {
  for (const std::uint32_t group : list(uses.groups, uses.starts)) {
    work.raw.push_back({static_cast<GroupId>(group), {range, window, uses.pattern}});
  }
}

namespace {

/// What of `starts`, from `next` on, lies in the window, to `work.places`.
void take_starts(const std::vector<std::uint32_t>& starts, std::size_t& next, TextRange window, Scratch::Parts& work) {
  work.places.clear();
  while (next < starts.size() && starts[next] < window.begin) ++next;
  for (; next < starts.size() && starts[next] < window.end; ++next) work.places.push_back(starts[next] - window.begin);
}

}  // namespace

void Database::Parts::confirm_candidates(std::string_view text, std::span<const TextRange> windows, Scratch::Parts& work,
                                         std::vector<bool>& gave_up) const {
  for (const std::uint32_t number : work.candidates.used()) {
    const Expression expression = this->expression(number);
    const bool has_starts = its.expressions[number].has_starts != 0;
    work.candidates.list(number, work.its_candidates);
    work.starts.list(number, work.its_starts);
    std::size_t next_start = 0;
    for (const std::uint32_t index : work.its_candidates) {
      const Try measured(number, work);
      const TextRange window = windows[index];
      if (expression.code.places) {
        expression.code.places->find(window.of(text), work.places);
      } else if (has_starts) {
        take_starts(work.its_starts, next_start, window, work);
      } else {
        confirm_anywhere(expression, text, window, index, work, gave_up);
        continue;
      }
      confirm_at_places(expression, text, window, index, work, gave_up);
    }
  }
  work.candidates.clear();
  work.starts.clear();
}

void Database::Parts::find_literals(std::string_view text, std::span<const TextRange> windows, Scratch::Parts& work,
                                    std::vector<bool>& gave_up) const {
  std::uint32_t window = 0;
  literals.find(text, [&](std::uint32_t number, std::uint32_t at) {
    if (window < windows.size() && windows[window].end <= at) {
      if (work.starts.size() + work.candidates.size() > kMostPending) confirm_candidates(text, windows, work, gave_up);
      while (window < windows.size() && windows[window].end <= at) ++window;
    }
    const Uses& uses = its.uses[number];
    const TextRange range{at, at + uses.size};
    if (window == windows.size() || !windows[window].contains(range)) return;
    keep_phrase(uses, range, window, work);
    for (const std::uint32_t expression : list(uses.starts, uses.required)) work.starts.add(expression, at);
    for (const std::uint32_t each : list(uses.required, uses.end)) {
      const detail::Requirement required(each);
      if (work.last_window[required.set()] == window + 1) continue;
      work.last_window[required.set()] = window + 1;
      const bool complete = !required.has_other() || work.last_window[required.other_set()] == window + 1;
      if (complete) work.candidates.add(required.expression(), window);
    }
  });
  confirm_candidates(text, windows, work, gave_up);
}

void Database::Parts::find_phrases_one_by_one(std::string_view text, std::span<const TextRange> windows,
                                              Scratch::Parts& work) const {
  for (std::uint32_t number = 0; number < literals.size(); ++number) {
    const Uses& uses = its.uses[number];
    if (uses.groups == uses.starts) continue;
    const std::string_view phrase = literals.literal(number);
    std::uint32_t window = 0;
    for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
      while (window < windows.size() && windows[window].end <= at) ++window;
      const TextRange range{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at) + uses.size};
      if (window < windows.size() && windows[window].contains(range)) keep_phrase(uses, range, window, work);
    }
  }
}

void Database::Parts::confirm_everywhere(std::uint32_t number, std::string_view text, std::span<const TextRange> windows,
                                         Scratch::Parts& work, std::vector<bool>& gave_up) const {
  const Expression expression = this->expression(number);
  for (std::uint32_t each = 0; each < windows.size(); ++each) {
    const Try measured(number, work);
    confirm_anywhere(expression, text, windows[each], each, work, gave_up);
  }
}

void Database::scan(std::string_view text, std::span<const TextRange> windows, Scratch& scratch, MatchSet& out,
                    bool first_pass) const {
  Scratch::Parts& work = *scratch.parts_;
  first_pass = first_pass && work.first_pass;
  if (!work.measures) return search(text, windows, scratch, out, first_pass);
  ScanCosts& costs = work.costs[this];
  costs.expressions.resize(parts_->its.expressions.size());
  costs.hits.resize(group_count());
  work.tried = &costs.expressions;
  const auto begin = std::chrono::steady_clock::now();
  search(text, windows, scratch, out, first_pass);
  costs.seconds += seconds_since(begin);
  work.tried = nullptr;
  for (std::size_t group = 0; group < group_count(); ++group) costs.hits[group] += out.starts_[group + 1] - out.starts_[group];
}

void Database::search(std::string_view text, std::span<const TextRange> windows, Scratch& scratch, MatchSet& out,
                      bool first_pass) const {
  Scratch::Parts& work = *scratch.parts_;
  const Parts& parts = *parts_;
  work.raw.clear();
  const auto expressions = static_cast<std::uint32_t>(parts.its.expressions.size());
  work.candidates.reset(expressions);
  work.starts.reset(expressions);
  work.last_window.assign(detail::kSets * expressions, 0);
  out.gave_up_.assign(group_count(), false);
  if (first_pass) {
    parts.find_literals(text, windows, work, out.gave_up_);
    for (const std::uint32_t each : parts.its.unfiltered) parts.confirm_everywhere(each, text, windows, work, out.gave_up_);
  } else {
    parts.find_phrases_one_by_one(text, windows, work);
    for (std::uint32_t each = 0; each < expressions; ++each) {
      parts.confirm_everywhere(each, text, windows, work, out.gave_up_);
    }
  }
  sort_by_group(work, group_count(), out.matches_, out.starts_);
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
