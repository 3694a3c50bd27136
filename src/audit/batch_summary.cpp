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

std::size_t ReportRecord::defect_count() const {
  std::size_t out = 0;
  for (const DefectCount& each : defects) out += each.count;
  return out;
}

void ElementRate::add(Status status) {
  switch (status) {
    case Status::met:
      ++met;
      break;
    case Status::partial:
      ++partial;
      break;
    case Status::missing:
      ++missing;
      break;
    case Status::undecided:
      ++undecided;
      break;
    case Status::not_applicable:
    case Status::waived:
      ++not_counted;
      break;
  }
}

}  // namespace fazhi
