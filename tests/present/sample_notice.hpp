#pragma once

#include "audit/rectification.hpp"

namespace fazhi::test {

/// A county's list: 24 units, of which two sent nothing and one was late; the first
/// has three items, the second 25, the third none, the others some that they share.
[[nodiscard]] RectificationList notice_list();

}  // namespace fazhi::test
