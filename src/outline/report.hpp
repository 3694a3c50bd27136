#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/range.hpp"
#include "base/role.hpp"
#include "document/document.hpp"
#include "match/database.hpp"
#include "outline/ordinal.hpp"
#include "text/normalize.hpp"

namespace fazhi {

/// No section, no item.
inline constexpr std::uint32_t kNone = 0xFFFFFFFFu;

/// What stands between two of 。！？； or the ends of a paragraph; an item of an
/// enumeration always begins a sentence.
struct Sentence {
  TextRange range;            ///< in the normal text, closing mark included
  std::uint32_t paragraph = 0;  ///< index into the document's paragraphs
  std::uint32_t section = kNone;
  std::uint32_t item = kNone;   ///< sentences of one item of an enumeration share it
  Role role = Role::furniture;
  bool heading = false;         ///< it is a section's heading
  std::optional<Ordinal> ordinal;  ///< that it begins with
};

struct Section {
  std::uint32_t parent = kNone;
  int depth = 0;                 ///< 0 for the top
  Role role = Role::achievements;
  bool names_role = false;       ///< its own heading names its role
  std::optional<Role> second_role;  ///< a heading may name two (存在的问题和下一步打算)
  TextRange heading;             ///< in the normal text
  std::uint32_t heading_sentence = 0;
  std::uint32_t first_sentence = 0;  ///< sentences [first, end) stand under it, those of its children included
  std::uint32_t end_sentence = 0;
  bool run_in = false;           ///< heading and text stand in one paragraph
  bool glued = false;            ///< the heading lost its line break: its sentence is text as well
};

/// How the report year was told, one entry a place that names a year.
struct YearStatement {
  enum class Place { title, opening, announcement, heading, plan, signature };
  Place place{};
  int report_year = 0;  ///< the report year that it speaks for
  int named_year = 0;   ///< the year that stands there
  TextRange range;      ///< in the normal text
};

struct ReportIdentity {
  std::string unit;
  std::string short_name;       ///< the last place in it: 上五庄镇
  std::optional<Level> level;
  std::optional<int> year;
  std::string title;
  TextRange title_range;        ///< in the normal text; empty where there is no title
  std::vector<std::string> others_titles;  ///< of reports of other units in the same document, as far as they are told
  std::string document_number;
  std::string signature_date;   ///< ISO
  std::vector<YearStatement> years;
  bool year_in_title = false;   ///< the title names the report year
  bool year_disputed = false;   ///< the opening or the announcement (现将…报告如下) names another
};

/// A document as it was understood.
struct Report {
  Document document;
  NormalText normal;
  std::vector<Sentence> sentences;  ///< ascending; every paragraph has at least one unless it is empty in normal form
  std::vector<Section> sections;    ///< in reading order, parents before children
  MatchSet matches;                 ///< of the checklist's database; windows are `sentences`
  ReportIdentity identity;

  [[nodiscard]] std::string_view text(TextRange range) const { return range.of(normal.text); }
};

}  // namespace fazhi
