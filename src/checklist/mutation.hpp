#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/role.hpp"
#include "checklist/pattern_set.hpp"

namespace fazhi {

/// What a change of a passage must do to the status of its element.
enum class MutationEffect { lowers, keeps };
[[nodiscard]] std::string_view name_of(MutationEffect effect);

/// How a passage is changed.
enum class MutationKind {
  remove,          ///< the satisfying clauses, heading with text, or year are deleted
  insert,          ///< words before the verb of the clause, and at the head of the sentence
  subject,         ///< the sentence gets another unit as its subject
  move,            ///< the sentence moves under a heading of another role
  vague,           ///< numbers turn into words without a number
  drop_heading,    ///< the heading goes, its text stays
  rename_heading,  ///< the heading names another matter
  empty_section,   ///< the text under the heading goes
  shift_year,      ///< the title's year is another than the text's
  swap,            ///< words for words
  numerals,        ///< numbers in another notation
  quotes,          ///< quotation marks of another kind
  spaces,          ///< blanks around digits
  wrap,            ///< lines of even width, as PDF text has them
  indent,          ///< paragraphs begin with two wide spaces
  blank_lines,     ///< an empty line between paragraphs
  run_in,          ///< heading and text in one paragraph
  ordinals,        ///< headings numbered in another style
  traditional,     ///< traditional characters
  full_width,      ///< full-width digits and letters
};
[[nodiscard]] std::string_view name_of(MutationKind kind);

/// What the condition that a passage satisfies asks of it.
enum class MutationSite {
  fact,     ///< a passage told as done
  mention,  ///< a passage in any other sense, or in any
  number,   ///< a number beside a passage told as done
  figure,   ///< a figure of a measure
  section,  ///< a heading with text
  year,     ///< the report year
};
[[nodiscard]] std::string_view name_of(MutationSite site);

enum class NumeralForm { arabic, chinese, chinese_years };
[[nodiscard]] std::string_view name_of(NumeralForm form);

/// How headings are numbered, named by the first of them: 一、 （一） 1. 1、 （1）
enum class HeadingNumber { chinese, chinese_parentheses, arabic_point, arabic_comma, arabic_parentheses };
[[nodiscard]] std::string_view name_of(HeadingNumber number);

/// Words and what they turn into.
struct WordSwap {
  PatternSet patterns;
  std::string to;  ///< maybe ""
};

/// One way of changing the passages of examples; the keys that its kind does
/// not have are empty.
struct Mutation {
  std::string id;
  MutationEffect effect = MutationEffect::lowers;
  MutationKind kind = MutationKind::remove;
  std::vector<MutationSite> at;  ///< of lowering ones: the passages that it changes
  std::vector<Level> levels;     ///< of the checklists that it is for; empty: all
  PatternSet unless;             ///< a sentence with one of these is left alone: the change would be unnatural
  std::string head;              ///< `insert`: at the head of the sentence
  std::string text;              ///< `insert`: before the verb; `subject`: the unit; `vague`: for a number; headings
  std::string rate_text;         ///< `vague`: for a rate
  bool drops_counts = false;     ///< `insert`: counts behind the words go
  Role role = Role::other;       ///< `move`
  std::vector<WordSwap> swaps;
  NumeralForm numerals = NumeralForm::chinese;
  std::string open;              ///< `quotes`, maybe "" with `close`
  std::string close;
  int columns = 0;               ///< `wrap`
  HeadingNumber from = HeadingNumber::chinese;
  HeadingNumber to = HeadingNumber::chinese;
};

/// Words that all mutations share.
struct MutationWords {
  PatternSet verbs;      ///< before the first of them in a clause stand words of negation and intention
  PatternSet passing;    ///< words that go with what is done (已, 全年, 先后四次); `insert` drops them
  PatternSet adverbial;  ///< clauses without a verb of their own: the next clause has it (按照…的要求，)
  PatternSet results;    ///< clauses that tell how a thing went (全部完成。); `insert` drops those behind its words
};

struct MutationRules {
  std::vector<Mutation> mutations;
  MutationWords words;
};

}  // namespace fazhi
