#pragma once

#include <exception>
#include <optional>
#include <string>
#include <string_view>

#include "base/message.hpp"

namespace fazhi {

/// Runs `action` for the input named `source`; `input.failed` where it throws, which
/// is a fault of the program: it is told of this input, and the others go on.
template <class Action>
[[nodiscard]] std::optional<Message> failure_of(std::string_view source, Action action) {
  try {
    action();
    return std::nullopt;
  } catch (const std::exception& error) {
    return Message{MessageId::input_failed, {std::string(source), error.what()}};
  }
}

}  // namespace fazhi
