#include "audit/batch_summary.hpp"

#include <array>

#include "base/names.hpp"

namespace fazhi {
namespace {

constexpr auto kSubmissions = std::to_array<std::pair<Submission, std::string_view>>({
    {Submission::submitted, "submitted"},
    {Submission::late, "late"},
    {Submission::absent, "absent"},
    {Submission::wrong_year, "wrong-year"},
    {Submission::unreadable, "unreadable"},
});

}  // namespace

std::string_view name_of(Submission state) { return names::name_in(kSubmissions, state); }

std::optional<Submission> submission_from(std::string_view name) { return names::value_in<Submission>(kSubmissions, name); }

}  // namespace fazhi
