#pragma once

#include <string_view>

namespace fazhi {

/// Whether `path`, relative to the folder or archive that is walked (steps parted by
/// “/”), is what programs leave behind: hidden files, locks, thumbnails,
/// `__MACOSX/`, and what stands beside a saved page in NAME_files/ or NAME.files/
/// and is no document by its extension. Passed over in silence.
[[nodiscard]] bool is_litter(std::string_view path);

/// Whether a folder of this name holds nothing but litter.
[[nodiscard]] bool is_litter_folder(std::string_view name);

/// Whether files with the extension of `path` are programs', settings' or data
/// files, which no office sends as a report: passed over in folders and
/// archives, an error when named. Among .xml files are those of Word: only
/// their content tells.
[[nodiscard]] bool is_technical(std::string_view path);

/// Whether `path` is named like a volume of an archive behind its first:
/// .z01, .r00, .002 …
[[nodiscard]] bool is_named_volume(std::string_view path);

}  // namespace fazhi
