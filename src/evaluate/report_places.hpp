#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/advice.hpp"
#include "outline/report.hpp"

namespace fazhi {

/// Finds the places of a report at which a thing can be added so that it is
/// read in the role that it is meant for.
class ReportPlaces {
 public:
  /// `report` must outlive it.
  explicit ReportPlaces(const Report& report) : report_(report) {}

  /// Whether there is text of the role; what is told of the first responsible
  /// person counts as achievements as well.
  [[nodiscard]] bool has(Role role) const;

  /// The section in which a passage stands, as far as it is of `role`; none
  /// where the passage is of another.
  [[nodiscard]] std::optional<AdvicePlace> under(const Evidence& passage, Role role) const;
  /// The section with text of `role`, below a part's own heading, whose heading
  /// has most of `words`; none where no heading has any.
  [[nodiscard]] std::optional<AdvicePlace> under_heading_with(const std::vector<std::string>& words, Role role) const;
  /// The text of `role`: under the heading of its top section where it has one.
  [[nodiscard]] AdvicePlace in_part(Role role) const;
  /// Where a section of its own for `role` belongs.
  [[nodiscard]] AdvicePlace own_section(Role role) const;
  /// Where the report's year is to be put right: the opening that speaks
  /// against the title, else the title.
  [[nodiscard]] AdvicePlace period() const;

 private:
  [[nodiscard]] std::string heading_of(std::uint32_t section) const;
  [[nodiscard]] std::uint32_t top_of(std::uint32_t section) const;
  /// The last paragraph of sentences [first, end) that ends in `role`, from 1; 0 where there is none.
  [[nodiscard]] std::uint32_t last_paragraph(std::uint32_t first, std::uint32_t end, Role role) const;
  /// The last paragraph of the body in sentences [first, end), from 1.
  [[nodiscard]] std::uint32_t last_of_body(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t paragraph_at(std::uint32_t normal_offset) const;
  [[nodiscard]] AdvicePlace first_section() const;

  const Report& report_;
};

}  // namespace fazhi
