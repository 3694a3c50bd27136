#include "batch/flow.hpp"

#include <algorithm>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <numeric>
#include <thread>
#include <vector>

namespace fazhi {
namespace {

struct Load {
  std::size_t number = 0;
  std::size_t bytes = 0;
};

struct Outcome {
  std::vector<std::size_t> taken;
  std::size_t most_bytes = 0;  ///< that were worked on at once
};

/// Lets items of these sizes flow; each stays in work until others had time to come.
Outcome flow_of(const std::vector<std::size_t>& sizes, std::size_t limit) {
  Outcome out;
  std::atomic<std::size_t> in_work = 0;
  std::atomic<std::size_t> most = 0;
  std::size_t next = 0;
  Flow<Load> flow;
  flow.jobs = 4;
  flow.bytes_in_flight = limit;
  flow.next = [&]() -> std::optional<Load> {
    if (next == sizes.size()) return std::nullopt;
    const Load item{next, sizes[next]};
    ++next;
    return item;
  };
  flow.bytes_of = [](const Load& item) { return item.bytes; };
  flow.work = [&](Load& item, Scratch&) {
    const std::size_t now = in_work += item.bytes;
    for (std::size_t before = most; before < now && !most.compare_exchange_weak(before, now);) {
    }
    for (int turn = 0; turn < 200; ++turn) std::this_thread::yield();
    in_work -= item.bytes;
  };
  flow.take = [&](Load& item) { out.taken.push_back(item.number); };
  flow.run();
  out.most_bytes = most;
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(flow)

BOOST_AUTO_TEST_CASE(items_are_taken_in_order_whatever_they_weigh) {
  std::vector<std::size_t> sizes;
  for (std::size_t number = 0; number < 400; ++number) sizes.push_back(number * 37 % 90);
  std::vector<std::size_t> order(sizes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (const std::size_t limit : {std::size_t{0}, std::size_t{100}, std::size_t{1'000'000}}) {
    BOOST_TEST(flow_of(sizes, limit).taken == order, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(bytes_at_once_are_bounded) {
  const std::vector<std::size_t> sizes(200, 60);
  // Two of 60 are more than 100: one in flight, and one that the reader works on.
  BOOST_TEST(flow_of(sizes, 100).most_bytes <= 120U);
  BOOST_TEST(flow_of(sizes, 0).most_bytes == 60U);
  // What is larger than the whole limit is worked on all the same.
  const std::vector<std::size_t> huge(20, 5'000);
  BOOST_TEST(flow_of(huge, 100).taken.size() == 20U);
  BOOST_TEST(flow_of(huge, 100).most_bytes == 5'000U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
