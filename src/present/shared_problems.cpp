#include "present/shared_problems.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace fazhi::notices {
namespace {

std::vector<std::size_t>& units_like(SharedProblem& problem, const RectificationItem& item) {
  if (item.kind == FindingKind::defect) return problem.defect;
  if (item.status == Status::partial) return problem.partial;
  if (item.status == Status::undecided) return problem.undecided;
  return problem.missing;
}

/// A passage that the finding rests on shows it better than one that was refused.
bool shows_better(const RectificationItem& item, const RectificationItem* than) {
  if (item.quotes.empty()) return false;
  const auto rests = [](const RectificationItem& each) { return each.quotes.front().use == EvidenceUse::support; };
  return than == nullptr || (rests(item) && !rests(*than));
}

}  // namespace

std::vector<SharedProblem> shared_problems(const RectificationList& list) {
  std::vector<SharedProblem> problems;
  std::map<std::pair<std::string, std::string>, std::size_t> places;  // finding and title
  for (const RectificationItem& item : list.items) {
    const auto [place, is_new] = places.try_emplace({item.finding, item.title}, problems.size());
    if (is_new) problems.emplace_back();
    SharedProblem& problem = problems[place->second];
    if (is_new) problem.first = &item;
    std::vector<std::size_t>& units = units_like(problem, item);
    // A unit may have several items of one defect, one behind the other.
    if (units.empty() || units.back() != item.unit) units.push_back(item.unit);
    if (shows_better(item, problem.example)) problem.example = &item;
  }
  std::erase_if(problems, [](const SharedProblem& each) { return each.units() < 2; });
  std::stable_sort(problems.begin(), problems.end(),
                   [](const SharedProblem& one, const SharedProblem& other) { return one.units() > other.units(); });
  return problems;
}

}  // namespace fazhi::notices
