#include "base/failure.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

namespace fazhi {
namespace {

BOOST_AUTO_TEST_SUITE(failures)

BOOST_AUTO_TEST_CASE(what_throws_is_told_with_its_input) {
  const auto failure = failure_of("甲镇.docx", [] { throw std::out_of_range("past the end"); });
  BOOST_REQUIRE(failure.has_value());
  BOOST_TEST((failure->id == MessageId::input_failed));
  BOOST_TEST(render(*failure, Language::zh).find("甲镇.docx") != std::string::npos);
  BOOST_TEST(render(*failure, Language::en).find("past the end") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_does_not_throw_is_done) {
  int done = 0;
  BOOST_TEST(!failure_of("甲镇.docx", [&] { ++done; }).has_value());
  BOOST_TEST(done == 1);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace fazhi
