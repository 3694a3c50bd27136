#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "audit/audit.hpp"

namespace fazhi {

/// Where in a report a thing belongs.
struct AdvicePlace {
  enum class Kind {
    under_heading,   ///< in the section under `heading`
    in_part,         ///< in the text of `role`, which has no heading
    section_behind,  ///< a section of its own behind the one under `heading`
    section_before,  ///< a section of its own before the one under `heading`
    section_first,   ///< a section of its own at the begin of the text
    section_last,    ///< a section of its own at the end of the text, before the signature
    title,           ///< the report's title
    passage,         ///< where the finding's own passage stands
  };
  Kind kind = Kind::in_part;
  Role role = Role::achievements;
  std::string heading;  ///< as in the file
  std::string beside;   ///< title of the element whose content stands there already, maybe ""
  /// Of what is to be added: it goes behind this paragraph, from 1; 0: before
  /// all. Of a title or a passage: the paragraph itself, 0 where there is none.
  std::uint32_t paragraph = 0;

  bool operator==(const AdvicePlace&) const = default;
};

/// One thing to put right, for the clerk who writes the report.
struct AdviceItem {
  std::size_t finding = 0;  ///< index into Audit::findings
  AdvicePlace place;
};

/// What to put right, in order: elements by the points to gain, most first,
/// equal ones in the checklist's order; then what a person has to look into,
/// since nothing certain is to gain there; then defects by severity, in the
/// text's order.
using Advice = std::vector<AdviceItem>;

}  // namespace fazhi
