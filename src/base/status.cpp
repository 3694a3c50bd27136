#include "base/status.hpp"

#include <array>
#include <utility>

#include "base/names.hpp"

namespace fazhi {
namespace {

constexpr auto kStatuses = std::to_array<std::pair<Status, std::string_view>>({
    {Status::met, "met"},
    {Status::partial, "partial"},
    {Status::missing, "missing"},
    {Status::undecided, "undecided"},
    {Status::not_applicable, "not-applicable"},
    {Status::waived, "waived"},
});

constexpr auto kSeverities = std::to_array<std::pair<Severity, std::string_view>>({
    {Severity::minor, "minor"},
    {Severity::major, "major"},
});

}  // namespace

std::string_view name_of(Status status) { return names::name_in(kStatuses, status); }
std::optional<Status> status_from(std::string_view name) { return names::value_in<Status>(kStatuses, name); }
std::string_view name_of(Severity severity) { return names::name_in(kSeverities, severity); }
std::optional<Severity> severity_from(std::string_view name) { return names::value_in<Severity>(kSeverities, name); }

}  // namespace fazhi
