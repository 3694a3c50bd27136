#pragma once

#include <optional>
#include <string_view>

namespace fazhi {

/// What a report shows of an element.
enum class Status { met, partial, missing, undecided, not_applicable, waived };

/// How much a defect matters.
enum class Severity { minor, major };

[[nodiscard]] std::string_view name_of(Status status);
[[nodiscard]] std::optional<Status> status_from(std::string_view name);
[[nodiscard]] std::string_view name_of(Severity severity);
[[nodiscard]] std::optional<Severity> severity_from(std::string_view name);

}  // namespace fazhi
