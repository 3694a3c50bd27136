#include "match/required_literals.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/utf8.hpp"
#include "match/frequency.hpp"

namespace fazhi {
namespace {

using Strings = std::set<std::string>;

constexpr std::size_t kMostAlternatives = 48;
constexpr std::size_t kMostClassMembers = 12;
/// Beginnings of an expression; more of them are not worth their place in the table.
constexpr std::size_t kMostBeginnings = 96;
/// Beginnings of so many code points are selective enough, longer ones only more.
constexpr std::size_t kLongBeginning = 3;
/// Code points that a match may stand behind; of more of them hardly a place is left out.
constexpr std::size_t kMostPoints = 64;

/// What is known of the strings that a part of an expression matches.
struct Known {
  std::optional<Strings> exact;     ///< all of them
  std::optional<Strings> required;  ///< each holds one of these; never with an empty string
  std::optional<Strings> also;      ///< and one of these
  std::optional<Strings> begins;    ///< each begins with one of these; may hold the empty string
  std::optional<Strings> behind;    ///< it stands behind one of these code points; "": where the window begins
  std::optional<Strings> point;     ///< it is one code point, of these
};

std::size_t shortest(const Strings& strings) {
  std::size_t least = std::string::npos;
  for (const std::string& each : strings) least = std::min(least, count_code_points(each));
  return strings.empty() ? 0 : least;
}

double expected_per_mille(const Strings& strings) {
  double sum = 0;
  for (const std::string& each : strings) sum += detail::expected_per_mille(each);
  return sum;
}

/// Rarer is better.
bool better(const Strings& a, const Strings& b) { return expected_per_mille(a) < expected_per_mille(b); }

void keep_better(std::optional<Strings>& best, const std::optional<Strings>& candidate) {
  if (!candidate || candidate->empty() || candidate->contains("")) return;
  if (!best || better(*candidate, *best)) best = candidate;
}

/// The two best sets that are known of a concatenation's parts.
class BestTwo {
 public:
  void add(const std::optional<Strings>& candidate) {
    if (!candidate || candidate->empty() || candidate->contains("") || candidate == first_) return;
    if (!first_ || better(*candidate, *first_)) {
      second_ = std::move(first_);
      first_ = candidate;
    } else {
      keep_better(second_, candidate);
    }
  }
  [[nodiscard]] const std::optional<Strings>& first() const { return first_; }
  [[nodiscard]] const std::optional<Strings>& second() const { return second_; }

 private:
  std::optional<Strings> first_;
  std::optional<Strings> second_;
};

std::optional<Strings> required_of(const Known& known) {
  std::optional<Strings> best = known.required;
  keep_better(best, known.exact);
  return best;
}

std::optional<Strings> cross(const Strings& left, const Strings& right) {
  if (left.size() * right.size() > kMostAlternatives) return std::nullopt;
  Strings out;
  for (const std::string& a : left) {
    for (const std::string& b : right) out.insert(a + b);
  }
  return out;
}

/// A string that holds another of the set adds nothing.
std::vector<std::string> without_redundant(const Strings& strings) {
  std::vector<std::string> out;
  for (const std::string& each : strings) {
    const bool redundant = std::any_of(strings.begin(), strings.end(), [&](const std::string& other) {
      return other.size() < each.size() && each.find(other) != std::string::npos;
    });
    if (!redundant) out.push_back(each);
  }
  return out;
}

/// A string that begins with another of the set adds nothing.
std::vector<std::string> without_longer(const Strings& strings) {
  std::vector<std::string> out;
  for (const std::string& each : strings) {
    if (out.empty() || !each.starts_with(out.back())) out.push_back(each);
  }
  return out;
}

const Known kAnything{};
const Known kNothing{Strings{""}, std::nullopt, std::nullopt, Strings{""}, std::nullopt, std::nullopt};

/// The last code point of each.
Strings last_points(const Strings& strings) {
  Strings out;
  for (const std::string& each : strings) {
    std::size_t at = each.size();
    while (at > 0 && (static_cast<unsigned char>(each[--at]) & 0xC0) == 0x80) {
    }
    out.insert(each.substr(at));
  }
  return out;
}

/// What is known of an alternation from what is known of its branches.
void join(std::optional<Strings>& all, const std::optional<Strings>& more, std::size_t most) {
  if (all && more && all->size() + more->size() <= most) {
    all->insert(more->begin(), more->end());
  } else {
    all.reset();
  }
}

/// `begins` of `known`, from what it matches where that is known.
std::optional<Strings> begins_of(const Known& known) { return known.exact ? known.exact : known.begins; }

/// What a concatenation begins with, part by part.
class Beginning {
 public:
  void add(const Known& part) {
    if (!grows_) return;
    const std::optional<Strings> next = begins_of(part);
    grows_ = part.exact.has_value();
    if (!next || next->size() * strings_.size() > kMostBeginnings) {
      grows_ = false;
      return;
    }
    Strings longer;
    for (const std::string& a : strings_) {
      for (const std::string& b : *next) longer.insert(a + b);
    }
    strings_ = std::move(longer);
    if (shortest(strings_) >= kLongBeginning) grows_ = false;
  }
  [[nodiscard]] const Strings& strings() const { return strings_; }

 private:
  Strings strings_{""};
  bool grows_ = true;
};

class Analyser {
 public:
  explicit Analyser(std::string_view expression) : rest_(expression) {}

  RequiredSets run() {
    const Known known = alternation();
    const std::optional<Strings> required = required_of(known);
    if (!rest_.empty() || unknown_ || !required) return {};
    RequiredSets out{without_redundant(*required), {}, {}, {}};
    if (known.also) out.second = without_redundant(*known.also);
    if (moves_begin_) return out;
    const std::optional<Strings> begins = begins_of(known);
    if (begins && !begins->contains("")) {
      out.beginnings = without_longer(*begins);
    } else {
      out.places = places_of(known);
    }
    return out;
  }

 private:
  static StartPlaces places_of(const Known& known) {
    StartPlaces out;
    if (!known.behind) return out;
    for (const std::string& each : *known.behind) out.behind += each;
    out.at_window_begin = known.behind->contains("");
    return out;
  }

  bool at(char c) const { return !rest_.empty() && rest_.front() == c; }
  bool take(std::string_view token) {
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }

  Known alternation() {
    Known all = concatenation();
    std::optional<Strings> required = required_of(all);
    all.begins = begins_of(all);
    while (take("|")) {
      all.also.reset();
      const Known next = concatenation();
      join(all.begins, begins_of(next), kMostBeginnings);
      join(all.behind, next.behind, kMostPoints);
      join(all.point, next.point, kMostPoints);
      if (all.exact && next.exact && all.exact->size() + next.exact->size() <= kMostAlternatives) {
        all.exact->insert(next.exact->begin(), next.exact->end());
      } else {
        all.exact.reset();
      }
      const std::optional<Strings> other = required_of(next);
      if (required && other) {
        required->insert(other->begin(), other->end());
      } else {
        required.reset();
      }
    }
    all.required = required;
    return all;
  }

  Known concatenation() {
    Known all;
    bool is_first = true;
    bool has_width = false;
    std::optional<Strings> whole = Strings{""};
    Strings run{""};
    BestTwo best;
    Beginning beginning;
    while (!rest_.empty() && !at('|') && !at(')')) {
      const Known part = repeated();
      all.point = is_first ? part.point : std::nullopt;
      is_first = false;
      if (!has_width && !all.behind) all.behind = part.behind;
      has_width = has_width || part.exact != Strings{""};
      beginning.add(part);
      if (part.exact) {
        if (whole) whole = cross(*whole, *part.exact);
        std::optional<Strings> longer = cross(run, *part.exact);
        if (!longer) best.add(run);
        run = longer ? *longer : *part.exact;
      } else {
        best.add(run);
        run = Strings{""};
        whole.reset();
      }
      best.add(part.required);
      best.add(part.also);
    }
    best.add(run);
    all.exact = whole;
    all.required = best.first();
    all.also = best.second();
    all.begins = beginning.strings();
    return all;
  }

  Known repeated() {
    Known part = atom();
    for (;;) {
      if (take("?")) {
        lazy_or_possessive();
        if (part.exact) part.exact->insert("");
        if (part.begins) part.begins->insert("");
        part = Known{part.exact, {}, {}, part.begins, {}, {}};
      } else if (take("*")) {
        lazy_or_possessive();
        part = kAnything;
      } else if (take("+")) {
        lazy_or_possessive();
        part = at_least_one(part);
      } else if (const std::size_t length = counted_length(); length != 0) {
        part = counted(part, length);
      } else {
        return part;
      }
    }
  }

  static Known at_least_one(const Known& part) {
    return Known{{}, required_of(part), part.also, begins_of(part), part.behind, {}};
  }

  void lazy_or_possessive() {
    if (at('?') || at('+')) rest_.remove_prefix(1);
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  /// Bytes of the count ({2}, {2,}, {,2}, {2,5}) that stands next, 0 where none
  /// does: any other { is a character like others. {,2} and spaces inside are
  /// counts from PCRE2 10.43 on only.
  std::size_t counted_length() const {
    if (!at('{')) return 0;
    const std::size_t end = rest_.find_first_not_of("0123456789, \t", 1);
    return end != std::string_view::npos && end > 1 && rest_[end] == '}' ? end + 1 : 0;
  }

  Known counted(const Known& part, std::size_t length) {
    const std::string_view count = rest_.substr(0, length);
    rest_.remove_prefix(length);
    lazy_or_possessive();
    if (count == "{1}") return part;
    const std::size_t first = count.find_first_not_of('0', 1);
    const bool is_needed = is_digit(count[first]) && count.find_first_of(" \t") == std::string_view::npos;
    return is_needed ? at_least_one(part) : kAnything;
  }

  Known atom() {
    if (at('(')) return group();
    if (at('[')) return character_class();
    if (at('\\')) return escape();
    if (take(".")) return kAnything;
    if (take("^")) return window_begin();
    if (take("$")) return kNothing;
    return literal();
  }

  static Known window_begin() {
    Known known = kNothing;
    known.behind = Strings{""};
    return known;
  }

  /// What a lookahead or lookbehind asks for must stand in the window as well.
  static Known looked_at(const Known& inside) {
    return Known{Strings{""}, required_of(inside), inside.also, Strings{""}, {}, {}};
  }
  static Known looked_back_at(const Known& inside) {
    Known known = looked_at(inside);
    if (inside.exact && !inside.exact->contains("")) {
      known.behind = last_points(*inside.exact);
    } else {
      known.behind = inside.point;
    }
    return known;
  }

  enum class Group { plain, ahead, behind, refused };

  Known group() {
    rest_.remove_prefix(1);
    Group kind = Group::plain;
    if (at('?')) {
      rest_.remove_prefix(1);
      if (take("=")) {
        kind = Group::ahead;
      } else if (take("<=")) {
        kind = Group::behind;
      } else if (take("!") || take("<!")) {
        kind = Group::refused;
      } else if (take("<") || take("P<") || take("'")) {
        // (?<*…) looks back without being atomic.
        if (at('*')) return give_up();
        const std::size_t close = rest_.find_first_of(">'");
        if (close == std::string_view::npos) return give_up();
        rest_.remove_prefix(close + 1);
      } else if (!take(":") && !take(">") && !take("|")) {
        return give_up();
      }
    } else if (at('*')) {
      return give_up();
    }
    Known inside = alternation();
    if (!take(")")) return give_up();
    switch (kind) {
      case Group::plain: return inside;
      case Group::ahead: return looked_at(inside);
      case Group::behind: return looked_back_at(inside);
      case Group::refused: break;
    }
    return kNothing;
  }

  Known give_up() {
    unknown_ = true;
    rest_ = {};
    return kAnything;
  }

  Known escape() {
    rest_.remove_prefix(1);
    if (rest_.empty()) return give_up();
    const char c = rest_.front();
    if (is_letter_or_digit(c)) {
      rest_.remove_prefix(1);
      // \N{U+515A} is one character.
      if (c == 'N' && at('{')) return give_up();
      if (c == 's' || c == 'S' || c == 'R' || c == 'N' || c == 'h' || c == 'v') return kAnything;
      if (c == 'K') moves_begin_ = true;
      if (c == 'A') return window_begin();
      if (c == 'z' || c == 'Z' || c == 'K') return kNothing;
      return give_up();
    }
    return literal();
  }

  /// The code point that stands next, as it is.
  Known literal() {
    const std::size_t length = next_length();
    const Strings only{std::string(rest_.substr(0, length))};
    rest_.remove_prefix(length);
    return Known{only, {}, {}, {}, {}, only};
  }

  std::size_t next_length() const {
    return std::min<std::size_t>(code_point_length(rest_.front()), rest_.size());
  }

  Known character_class() {
    rest_.remove_prefix(1);
    const bool negated = take("^");
    Strings members;
    bool is_listed = true;  // all members are known
    bool has_ranges = false;
    bool begins_range = false;
    for (bool first = true; first || !at(']'); first = false) {
      if (rest_.empty()) return give_up();
      if (at('[') && rest_.starts_with("[:")) return give_up();
      if (at('\\')) {
        if (rest_.size() < 2) return give_up();
        rest_.remove_prefix(1);
        // What takes more than the next character: \c], \Q]\E, \x{5D}, \p{Han}, \N{U+5D}, \o{135}.
        if (std::string_view("cQExpPNog").find(rest_.front()) != std::string_view::npos) return give_up();
        is_listed = is_listed && !is_letter_or_digit(rest_.front());
      }
      const std::string member(rest_.substr(0, next_length()));
      rest_.remove_prefix(member.size());
      members.insert(member);
      const bool ends_range = std::exchange(begins_range, at('-') && !rest_.starts_with("-]"));
      if (!begins_range) continue;
      rest_.remove_prefix(1);
      has_ranges = true;
      is_listed = is_listed && !ends_range && add_digits(member, members);
    }
    rest_.remove_prefix(1);
    if (negated || !is_listed || members.size() > kMostPoints) return kAnything;
    const bool is_exact = !has_ranges && members.size() <= kMostClassMembers;
    return Known{is_exact ? std::optional(members) : std::nullopt, {}, {}, {}, {}, members};
  }

  /// The rest of a range of digits that begins with `from`; false where it is another range.
  bool add_digits(const std::string& from, Strings& members) const {
    if (rest_.empty() || from.size() != 1 || !is_digit(from.front()) || !is_digit(rest_.front())) return false;
    if (from.front() > rest_.front()) return false;
    for (char digit = from.front(); digit < rest_.front(); ++digit) members.insert(std::string(1, digit));
    return true;
  }

  static bool is_letter_or_digit(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  std::string_view rest_;
  bool unknown_ = false;
  bool moves_begin_ = false;  ///< \K: a match does not begin where its search did
};

}  // namespace

RequiredSets required_sets(std::string_view expression) { return Analyser(expression).run(); }

std::vector<std::string> required_literals(std::string_view expression) { return required_sets(expression).first; }

}  // namespace fazhi
