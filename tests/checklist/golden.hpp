#pragma once

#include <boost/test/tools/assertion_result.hpp>
#include <string>
#include <string_view>

namespace fazhi::test {

/// Whether `actual` is the content of tests/golden/`name`. With the environment
/// variable FAZHI_RENEW_GOLDEN=1 the file is written instead.
[[nodiscard]] boost::test_tools::assertion_result is_golden(const std::string& name, std::string_view actual);

}  // namespace fazhi::test
