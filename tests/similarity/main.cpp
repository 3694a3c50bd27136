#define BOOST_TEST_MODULE similarity
#include <boost/test/unit_test.hpp>
