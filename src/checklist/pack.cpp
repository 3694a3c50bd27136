#include "checklist/pack.hpp"

#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

namespace fazhi {
namespace {

/// Appends values to bytes.
class Packer {
 public:
  template <class... Values>
  void operator()(Values&... values) {
    (add(values), ...);
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  template <class Value>
  void add(Value& value);
  void add(std::string& text) {
    size(text.size());
    bytes_ += text;
  }
  template <class Item>
  void add(std::vector<Item>& items) {
    size(items.size());
    for (Item& each : items) add(each);
  }
  void size(std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) bytes_ += static_cast<char>(number | 0x80);
    bytes_ += static_cast<char>(number);
  }

  std::string bytes_;
};

/// Takes values from bytes in the order in which they were added.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  template <class... Values>
  void operator()(Values&... values) {
    (get(values), ...);
  }
  /// Whether the bytes held all values and nothing else.
  [[nodiscard]] bool is_sound() const { return is_sound_ && rest_.empty(); }

 private:
  template <class Value>
  void get(Value& value);
  void get(std::string& text) { text = take(size()); }
  template <class Item>
  void get(std::vector<Item>& items) {
    const std::uint64_t count = size();
    if (count > rest_.size()) return fail();
    items.resize(count);
    for (Item& each : items) get(each);
  }

  std::uint64_t size() {
    std::uint64_t number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const std::string_view next = take(1);
      if (next.empty()) return 0;
      const auto byte = static_cast<unsigned char>(next.front());
      number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return number;
    }
    fail();
    return 0;
  }
  std::string_view take(std::uint64_t count) {
    if (count > rest_.size()) {
      fail();
      return {};
    }
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }
  void fail() {
    is_sound_ = false;
    rest_ = {};
  }

  std::string_view rest_;
  bool is_sound_ = true;
};

// What each type holds. A member that is added does not compile until it is named here.

template <class Archive>
void members(Archive& archive, PatternSet& of) {
  auto& [phrases, expressions] = of;
  archive(phrases, expressions);
}
template <class Archive>
void members(Archive& archive, YearSpan& of) {
  auto& [from, to] = of;
  archive(from, to);
}
template <class Archive>
void members(Archive& archive, Find& of) {
  auto& [name, patterns, except, its_of, near, apart, number, within, roles, in_headings, in_body, line] = of;
  archive(name, patterns, except, its_of, near, apart, number, within, roles, in_headings, in_body, line);
}
template <class Archive>
void members(Archive& archive, Condition& of) {
  auto& [kind, sense, role, find, measure, measure_part, children] = of;
  archive(kind, sense, role, find, measure, measure_part, children);
}
template <class Archive>
void members(Archive& archive, Outcome& of) {
  auto& [status, when, when_text, note] = of;
  archive(status, when, when_text, note);
}
template <class Archive>
void members(Archive& archive, Example& of) {
  auto& [status, text, year, known_gap, line] = of;
  archive(status, text, year, known_gap, line);
}
template <class Archive>
void members(Archive& archive, BasisReference& of) {
  auto& [document, article, text, years] = of;
  archive(document, article, text, years);
}
template <class Archive>
void members(Archive& archive, Change& of) {
  auto& [key, before, after, reason, file, line] = of;
  archive(key, before, after, reason, file, line);
}
template <class Archive>
void members(Archive& archive, Element& of) {
  auto& [id, title, title_en, weight, partial_percent, years, basis, asks, remedy, finds, outcomes, measures, examples,
         reason, changes, file, line] = of;
  archive(id, title, title_en, weight, partial_percent, years, basis, asks, remedy, finds, outcomes, measures, examples,
          reason, changes, file, line);
}
template <class Archive>
void members(Archive& archive, Defect& of) {
  auto& [id, kind, title, title_en, severity, basis, remedy, patterns, except, examples, changes, file, line] = of;
  archive(id, kind, title, title_en, severity, basis, remedy, patterns, except, examples, changes, file, line);
}
template <class Archive>
void members(Archive& archive, RepealedLaw& of) {
  auto& [title, repealed_on, by, within] = of;
  archive(title, repealed_on, by, within);
}
template <class Archive>
void members(Archive& archive, Statute& of) {
  auto& [title, short_names, wrong_names, valid_from, valid_to] = of;
  archive(title, short_names, wrong_names, valid_from, valid_to);
}
template <class Archive>
void members(Archive& archive, Article& of) {
  auto& [number, title] = of;
  archive(number, title);
}
template <class Archive>
void members(Archive& archive, BasisDocument& of) {
  auto& [id, title, valid_from, valid_to, articles] = of;
  archive(id, title, valid_from, valid_to, articles);
}
template <class Archive>
void members(Archive& archive, UntestedArticle& of) {
  auto& [document, article, reason, file, line] = of;
  archive(document, article, reason, file, line);
}
template <class Archive>
void members(Archive& archive, Retired& of) {
  auto& [id, title, reason, file, line] = of;
  archive(id, title, reason, file, line);
}
template <class Archive>
void members(Archive& archive, Waiver& of) {
  auto& [element, units, reason, approver, expires_on, file, line] = of;
  archive(element, units, reason, approver, expires_on, file, line);
}
template <class Archive>
void members(Archive& archive, Setting& of) {
  auto& [key, file, line] = of;
  archive(key, file, line);
}
template <class Archive>
void members(Archive& archive, Grade& of) {
  auto& [name, at_least] = of;
  archive(name, at_least);
}
template <class Archive>
void members(Archive& archive, Cue& of) {
  auto& [id, effect, direction, scope, reach, patterns, stop, roles, levels, file, line] = of;
  archive(id, effect, direction, scope, reach, patterns, stop, roles, levels, file, line);
}
template <class Archive>
void members(Archive& archive, SectionTitle& of) {
  auto& [role, patterns, except, later_year, file, line] = of;
  archive(role, patterns, except, later_year, file, line);
}
template <class Archive>
void members(Archive& archive, Turn& of) {
  auto& [role, patterns, except, from] = of;
  archive(role, patterns, except, from);
}
template <class Archive>
void members(Archive& archive, FurnitureLine& of) {
  auto& [part, patterns, ends_report] = of;
  archive(part, patterns, ends_report);
}
template <class Archive>
void members(Archive& archive, UnitOfCount& of) {
  auto& [name, groups] = of;
  archive(name, groups);
}
template <class Archive>
void members(Archive& archive, MeasureRule& of) {
  auto& [name, objects, not_objects, total_verbs, resolved_verbs, rates, unit_groups] = of;
  archive(name, objects, not_objects, total_verbs, resolved_verbs, rates, unit_groups);
}
template <class Archive>
void members(Archive& archive, IdentityWords::UnitSuffix& of) {
  auto& [suffix, level] = of;
  archive(suffix, level);
}
template <class Archive>
void members(Archive& archive, IdentityWords& of) {
  auto& [title_subjects, title_kinds, unit_suffixes, not_units] = of;
  archive(title_subjects, title_kinds, unit_suffixes, not_units);
}
template <class Archive>
void members(Archive& archive, SimilarityRules& of) {
  auto& [copied_percent, set_phrases] = of;
  archive(copied_percent, set_phrases);
}
template <class Archive>
void members(Archive& archive, LanguageRules& of) {
  auto& [cues, section_titles, turns, furniture, units, measures, identity, similarity] = of;
  archive(cues, section_titles, turns, furniture, units, measures, identity, similarity);
}
template <class Archive>
void members(Archive& archive, WordSwap& of) {
  auto& [patterns, to] = of;
  archive(patterns, to);
}
template <class Archive>
void members(Archive& archive, Mutation& of) {
  auto& [id, effect, kind, at, levels, unless, head, text, rate_text, drops_counts, role, swaps, numerals, open, close,
         columns, from, to] = of;
  archive(id, effect, kind, at, levels, unless, head, text, rate_text, drops_counts, role, swaps, numerals, open, close,
          columns, from, to);
}
template <class Archive>
void members(Archive& archive, MutationWords& of) {
  auto& [verbs, passing, adverbial, results] = of;
  archive(verbs, passing, adverbial, results);
}
template <class Archive>
void members(Archive& archive, MutationRules& of) {
  auto& [mutations, words] = of;
  archive(mutations, words);
}
template <class Archive>
void members(Archive& archive, Checklist& of) {
  auto& [id, version, title, title_en, sha256, levels, years, pass, grades, elements, defects, repealed_laws, repeal_marks,
         statutes, documents, untested, language, mutations, extends, settings, retired, waivers] = of;
  archive(id, version, title, title_en, sha256, levels, years, pass, grades, elements, defects, repealed_laws, repeal_marks,
          statutes, documents, untested, language, mutations, extends, settings, retired, waivers);
}
template <class Value>
constexpr bool kIsNumber = std::is_enum_v<Value> || std::is_integral_v<Value>;

template <class Value>
void Packer::add(Value& value) {
  if constexpr (kIsNumber<Value>) {
    const auto number = static_cast<std::int64_t>(value);
    size(static_cast<std::uint64_t>(number) << 1 ^ static_cast<std::uint64_t>(number >> 63));
  } else {
    members(*this, value);
  }
}

template <class Value>
void Unpacker::get(Value& value) {
  if constexpr (kIsNumber<Value>) {
    const std::uint64_t number = size();
    value = static_cast<Value>(static_cast<std::int64_t>(number >> 1 ^ (0 - (number & 1))));
  } else {
    members(*this, value);
  }
}

}  // namespace

std::string pack(Checklist checklist) {
  Packer packer;
  packer(checklist);
  return packer.take();
}

std::optional<Checklist> unpack(std::string_view bytes) {
  Checklist checklist;
  Unpacker unpacker(bytes);
  unpacker(checklist);
  if (!unpacker.is_sound()) return std::nullopt;
  return checklist;
}

}  // namespace fazhi
