#define BOOST_TEST_MODULE checklist
#include <boost/test/unit_test.hpp>
