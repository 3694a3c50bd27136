#define BOOST_TEST_MODULE rectify
#include <boost/test/unit_test.hpp>
