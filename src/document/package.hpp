#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace fazhi {

/// The parts of a ZIP package in memory: .docx, .odt, .ofd. Not thread-safe.
class Package {
 public:
  /// Opens `bytes`, which must outlive the package. Fails with `input_damaged`
  /// or, past `limits::kPackageParts`, `input_too_many_parts`. `source` and
  /// `kind` ("Word文档") stand in messages.
  [[nodiscard]] static Result<Package> open(std::string_view bytes, std::string_view source, std::string_view kind);

  Package(Package&&) noexcept;
  Package& operator=(Package&&) noexcept;
  ~Package();

  /// Parts are found whatever the case of their names, and with backslashes too.
  [[nodiscard]] bool has(std::string_view part) const;
  /// Names of all parts, as stored, in the package's order.
  [[nodiscard]] std::vector<std::string> parts() const;

  /// The bytes of `part`. Fails with `input_damaged` where it is not there or
  /// its checksum is wrong, `input_encrypted`, or `input_unpacks_too_large` past
  /// `limits::kPackageBytes` of all parts read so far or `limits::kPackageRatio`.
  [[nodiscard]] Result<std::string> read(std::string_view part);

  /// What a damaged part is reported as: `input_damaged` with `place`.
  [[nodiscard]] Message damaged(std::string_view place) const;
  [[nodiscard]] const std::string& source() const;

 private:
  struct State;
  explicit Package(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// The part that `target` means as a relationship or reference inside the part
/// `base`: relative to its folder, or absolute with a leading slash; `.` and
/// `..` resolved, and never above the root. Percent escapes are decoded.
[[nodiscard]] std::string resolve_part(std::string_view base, std::string_view target);

}  // namespace fazhi
