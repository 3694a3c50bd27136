#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/role.hpp"
#include "base/status.hpp"
#include "checklist/condition.hpp"
#include "checklist/language.hpp"
#include "checklist/mutation.hpp"
#include "checklist/pattern_set.hpp"

namespace fazhi {

struct YearSpan {
  int from = 0;   ///< 0: no bound
  int to = 9999;  ///< 9999: no bound
  [[nodiscard]] bool contains(int year) const { return from <= year && year <= to; }
  [[nodiscard]] bool is_open() const { return from == YearSpan{}.from && to == YearSpan{}.to; }
};
/// 2021—2025, 2021—, —2025; an open end is left out.
[[nodiscard]] std::string shown(const YearSpan& years);

/// One thing that an element looks for.
struct Find {
  std::string name;
  PatternSet patterns;              ///< empty where `of` names the find to take hits from
  PatternSet except;                ///< a hit that overlaps a match of these does not count
  std::int32_t of = -1;             ///< index of an earlier find of the element, or -1
  std::vector<std::int32_t> near;   ///< earlier finds; each has a hit within `within`
  std::vector<std::int32_t> apart;  ///< earlier finds; none has a hit within `within`
  std::vector<std::string> number;  ///< a number with a unit of one of these groups stands within `within`
  Scope within = Scope::clause;
  std::vector<Role> roles;  ///< hits elsewhere do not count; empty: everywhere
  bool in_headings = true;  ///< hits in headings count
  bool in_body = true;      ///< hits outside headings count
  int line = 0;             ///< in the element's file, for messages
};

struct Outcome {
  Status status = Status::missing;  ///< met, partial or missing
  Condition when;
  std::string when_text;            ///< the condition as the file has it
  std::string note;  ///< what to tell the user of it, maybe ""
};

/// A passage with the status that it must get; the specification of the element.
struct Example {
  Status status = Status::missing;
  std::string text;        ///< a report in little; paragraphs by line
  int year = 0;            ///< report year, 0: as the text tells
  bool known_gap = false;  ///< the engine does not get it right yet; fails the day it does
  int line = 0;            ///< in the file, for messages
};

struct BasisReference {
  std::string document;  ///< id of a BasisDocument
  std::string article;   ///< "十", "第五条"; "" for the document as a whole
  std::string text;      ///< the article's heading or gist, maybe ""
  YearSpan years;        ///< report years for which it is cited
};

/// What a tailoring file set anew.
struct Change {
  std::string key;     ///< "weight"
  std::string before;  ///< as the files write it
  std::string after;
  std::string reason;
  std::string file;
  int line = 0;
};

struct Element {
  std::string id;
  std::string title;
  std::string title_en;
  std::int32_t weight_hundredths = 0;
  std::int32_t partial_percent = 50;  ///< share of the weight that `partial` earns
  YearSpan years;
  std::vector<BasisReference> basis;
  std::string asks;    ///< what the element asks for, plainly
  std::string remedy;  ///< in the imperative
  std::vector<Find> finds;
  std::vector<Outcome> outcomes;      ///< in order; where none holds, `missing`
  std::vector<std::string> measures;  ///< names of the MeasureRules whose figures its finding carries
  std::vector<Example> examples;
  std::string reason;           ///< why a tailoring file added it, else maybe ""
  std::vector<Change> changes;  ///< in the order in which they were made
  std::string file;             ///< where it was defined
  int line = 0;

  /// Whether its basis has this article of the document.
  [[nodiscard]] bool rests_on(std::string_view document, std::string_view article) const;
};

/// What a defect's detector knows. The kinds are properties of any text; what
/// they are told, the rules say.
enum class DefectKind {
  enumeration,          ///< ordinals of one list repeat, skip or change style
  approximate_number,   ///< 余/多 behind an exact number
  rate_arithmetic,      ///< a rate that its own counts don't give
  impossible_count,     ///< a part larger than its whole, a rate over 100 %
  repealed_law,         ///< a repealed statute cited as in force
  term,                 ///< a phrase that is out of use
  year_mismatch,        ///< a year that can't be right
  placeholder,          ///< a template's blanks
  foreign_unit,         ///< another unit's name for itself
  conflicting_figures,  ///< one figure told with different values
  misnamed_law,         ///< a statute's title that is no statute's but near to one
  copied,               ///< text that another report has too; found in a batch alone
};
[[nodiscard]] std::string_view name_of(DefectKind kind);

/// In the remedy of a misnamed law: the right title, put in where it is known.
inline constexpr std::string_view kRightTitle = "{title}";
/// The remedy with `title` in that place.
[[nodiscard]] std::string fill_in_title(std::string remedy, std::string_view title);

struct Defect {
  std::string id;
  DefectKind kind = DefectKind::term;
  std::string title;
  std::string title_en;
  Severity severity = Severity::minor;
  std::vector<BasisReference> basis;
  std::string remedy;
  PatternSet patterns;  ///< of `term` and `placeholder`: what is wrong; of figures: what makes a part (办结, 整改到位)
  PatternSet except;              ///< passages that are right though a pattern hits
  std::vector<Example> examples;  ///< `met` means: no occurrence; `missing`: at least one
  std::vector<Change> changes;
  std::string file;
  int line = 0;
};

/// A statute no longer in force.
struct RepealedLaw {
  std::string title;                ///< in normal form, without 《》
  std::string repealed_on;          ///< ISO date
  std::string by;                   ///< what repealed it, as cited to the user
  std::vector<std::string> within;  ///< longer living names that hold this one (劳动合同法)
};

/// Stands before the title of most laws, and may be left out of it.
inline constexpr std::string_view kCountry = "中华人民共和国";

/// A statute by its right name. All names are in normal form, without 《》.
struct Statute {
  std::string title;                     ///< the full one
  std::vector<std::string> short_names;  ///< other right names, beyond those that only leave words out
  std::vector<std::string> wrong_names;  ///< names that are no statute's, by which this one is meant
  std::string valid_from;                ///< ISO date, maybe ""
  std::string valid_to;                  ///< ISO date, maybe ""
};

struct Article {
  std::string number;  ///< "十五"
  std::string title;
};

/// A document that elements rest on. Several with one id are its editions;
/// their times do not overlap.
struct BasisDocument {
  std::string id;
  std::string title;              ///< with 《》
  std::string valid_from;         ///< ISO date, maybe ""
  std::string valid_to;           ///< ISO date, maybe ""
  std::vector<Article> articles;  ///< those that a checklist answers for, in order; maybe none are listed

  [[nodiscard]] bool has_article(std::string_view number) const;
};

/// An article that no element of the checklist tests, and why.
struct UntestedArticle {
  std::string document;
  std::string article;
  std::string reason;
  std::string file;
  int line = 0;
};

/// An element or a defect that a tailoring file took out.
struct Retired {
  std::string id;
  std::string title;
  std::string reason;
  std::string file;
  int line = 0;
};

/// An element that need not be met, by somebody's leave and for a time.
struct Waiver {
  std::string element;
  std::vector<std::string> units;  ///< empty: all
  std::string reason;
  std::string approver;
  std::string expires_on;  ///< ISO date; the last day on which it holds
  std::string file;
  int line = 0;
};

/// A key of [checklist] with the file that set it.
struct Setting {
  std::string key;
  std::string file;
  int line = 0;
};

struct Grade {
  std::string name;
  std::int32_t at_least_hundredths = 0;
};

/// A checklist with all that it includes; immutable once loaded, one for all threads.
struct Checklist {
  std::string id;
  std::string version;
  std::string title;
  std::string title_en;
  std::string
      sha256;  ///< of the contents of all files, one behind the other, an included file before the including one
  std::vector<Level> levels;  ///< of the units that it is for; empty: all
  YearSpan years;
  std::int32_t pass_hundredths = 0;
  std::vector<Grade> grades;  ///< highest first
  std::vector<Element> elements;
  std::vector<Defect> defects;
  std::vector<RepealedLaw> repealed_laws;
  PatternSet repeal_marks;  ///< wording that tells a law as repealed (废止, 原, 同时废止)
  std::vector<Statute> statutes;
  std::vector<BasisDocument> documents;
  std::vector<UntestedArticle> untested;
  LanguageRules language;
  MutationRules mutations;

  std::vector<std::string> extends;  ///< ids of the checklists that it adapts, the first of them last
  std::vector<Setting> settings;     ///< what [checklist] tables set, the last word on each key
  std::vector<Retired> retired;
  std::vector<Waiver> waivers;

  [[nodiscard]] const Element* find_element(std::string_view element_id) const;
  [[nodiscard]] const Defect* find_defect(std::string_view defect_id) const;
  /// The document's latest edition; null where there is none of this id.
  [[nodiscard]] const BasisDocument* find_document(std::string_view document_id) const;
  /// The edition in force in the report year: on its last day, else the latest
  /// that was in force on any of its days; null where none was.
  [[nodiscard]] const BasisDocument* find_edition(std::string_view document_id, int year) const;
};

}  // namespace fazhi
