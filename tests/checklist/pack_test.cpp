#include <boost/test/unit_test.hpp>

#include <string>

#include "checklist/load.hpp"
#include "checklist/pack.hpp"

namespace fazhi {
namespace {

std::string packed(const std::string& id) {
  return pack(*load_builtin_checklist(id).checklist);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(packing)

BOOST_AUTO_TEST_CASE(what_is_unpacked_packs_to_the_same) {
  for (const std::string& id : builtin_checklist_ids()) {
    const std::string bytes = packed(id);
    std::optional<Checklist> unpacked = unpack(bytes);
    BOOST_REQUIRE(unpacked.has_value());
    BOOST_TEST(unpacked->id == id);
    BOOST_TEST((pack(std::move(*unpacked)) == bytes), id);
  }
}

BOOST_AUTO_TEST_CASE(other_bytes_are_refused) {
  const std::string bytes = packed(builtin_checklist_ids().front());
  constexpr std::size_t kStep = 4'999;
  for (std::size_t size = 0; size < bytes.size(); size += kStep) BOOST_TEST(!unpack(bytes.substr(0, size)).has_value());
  BOOST_TEST(!unpack(bytes.substr(0, bytes.size() - 1)).has_value());
  BOOST_TEST(!unpack(bytes + "x").has_value());
  BOOST_TEST(!unpack(std::string(1'000, '\xFF')).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
