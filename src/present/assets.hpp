#pragma once

#include <string_view>

/// Style sheets and scripts of the pages that the program writes; the files
/// stand in present/assets and are built in (cmake/EmbedAssets.cmake).
namespace fazhi::assets {

extern const std::string_view kSiteCss;    ///< of every page
extern const std::string_view kIndexCss;   ///< of a batch's index
extern const std::string_view kIndexJs;
extern const std::string_view kReportCss;  ///< of pages with reports
extern const std::string_view kReportJs;
extern const std::string_view kVerificationCss;  ///< of a verification's page
extern const std::string_view kVerificationJs;

extern const std::string_view kListCss;    ///< of a rectification list
extern const std::string_view kListJs;

}  // namespace fazhi::assets
