#pragma once

#include <string>
#include <vector>

#include "present/zip_package.hpp"

namespace fazhi::office {

/// All parts of an official document but word/document.xml: content types,
/// relationships, styles, fonts, settings, footers, properties. `date`: ISO, the
/// day that the file says it was made.
[[nodiscard]] std::vector<PackagePart> fixed_parts(std::string_view title, std::string_view issuer,
                                                   std::string_view date);

/// What a section's properties refer to its footers by.
inline constexpr std::string_view kFooterReferences =
    "<w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"even\" r:id=\"rId5\"/>";

}  // namespace fazhi::office
