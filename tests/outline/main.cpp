#define BOOST_TEST_MODULE outline
#include <boost/test/unit_test.hpp>
