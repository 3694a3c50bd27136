#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fazhi::test {

/// One thing that a stranger may send, and what has to come of it.
struct HostileRow {
  std::string what;
  /// Puts it into the folder that is audited.
  std::function<void(const std::filesystem::path& folder)> lay;
  /// Codes of errors that the XML may have of it, `kAudited` where it may be
  /// judged. Several where the machine's programs decide.
  std::vector<std::string_view> outcomes;
  /// What has to stand among them; "" where the first of `outcomes` does.
  int exit_code = 3;
  /// Takes a start of LibreOffice, or so long that once is enough.
  bool is_slow = false;
};

/// Among `outcomes`: it may be audited as a report.
inline constexpr std::string_view kAudited = "audited";
/// Among `outcomes`: the folder has nothing of it to be told as an input.
inline constexpr std::string_view kPassedOver = "passed over";

/// A row of one file with content.
[[nodiscard]] HostileRow file_row(std::string what, std::string name, std::function<std::string()> bytes,
                                  std::vector<std::string_view> outcomes, int exit_code = 3);

/// Runs `fazhi check` over each row's thing beside a good report, then `fazhi batch`
/// over all of them together, onto the folder of an earlier batch; and says of each
/// what differs from what was expected.
void run_rows(const std::vector<HostileRow>& rows);

/// How many rows were run so far.
[[nodiscard]] std::size_t rows_run();

/// A report of 石桥镇 that hardly meets an element: `body` stands in its first part.
[[nodiscard]] std::string report_with(std::string_view body);
/// The same with `title` in the place of its title.
[[nodiscard]] std::string report_titled(std::string_view title);

[[nodiscard]] std::string repeated(std::string_view text, std::size_t times);
/// `utf8` in another encoding of iconv's.
[[nodiscard]] std::string encoded(std::string_view utf8, const char* encoding);

}  // namespace fazhi::test
