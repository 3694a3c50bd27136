#pragma once

// Inside match/ only: it lets PCRE2's types out.

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string_view>

#include "match/compile.hpp"

namespace fazhi::detail {

/// What an attempt may take that is interpreted before there is machine code; what takes
/// more is tried again as that within `limits::kMatchSteps` and `kMatchDepth`, or, where
/// the stack of machine code has no room for it, interpreted within these.
inline constexpr std::uint32_t kInterpretedSteps = 1'000;
inline constexpr std::uint32_t kInterpretedDepth = 200;

/// An expression made ready when it is first needed: one report asks for a
/// small part of a checklist's, and compiling costs more than judging. Making
/// machine code costs as much as some dozen runs without, and so waits for them.
/// For any number of threads.
class LazyCode {
 public:
  /// Null where it does not compile.
  const pcre2_code* get(std::string_view source, std::uint32_t options) const {
    std::call_once(compiled_, [&] { code_ = compile_expression(source, nullptr, options); });
    return code_.get();
  }
  /// Whether the next run had better be of machine code; after get().
  [[nodiscard]] bool has_run_often() const {
    if (runs_.load(std::memory_order_relaxed) >= kRunsBeforeMachineCode) return true;
    runs_.fetch_add(1, std::memory_order_relaxed);
    return false;
  }
  /// As machine code; null where there is none of it (a machine that forbids it, (*NO_JIT)); after
  /// get(), which was not null.
  [[nodiscard]] const pcre2_code* machine_code() const {
    std::call_once(made_, [&] {
      machine_code_.reset(pcre2_code_copy(code_.get()));
      std::size_t size_bytes = 0;
      const bool is_made = machine_code_ && pcre2_jit_compile(machine_code_.get(), PCRE2_JIT_COMPLETE) == 0 &&
                           pcre2_pattern_info(machine_code_.get(), PCRE2_INFO_JITSIZE, &size_bytes) == 0 && size_bytes > 0;
      if (!is_made) machine_code_.reset();
    });
    return machine_code_.get();
  }

 private:
  static constexpr std::uint32_t kRunsBeforeMachineCode = 24;

  mutable std::once_flag compiled_;
  mutable std::once_flag made_;
  mutable std::atomic<std::uint32_t> runs_ = 0;
  mutable CodePointer code_;
  mutable CodePointer machine_code_;
};

}  // namespace fazhi::detail
