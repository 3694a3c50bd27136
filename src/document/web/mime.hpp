#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace fazhi {

/// A part of a MIME message that is no multipart itself.
struct MimePart {
  std::string media_type;  ///< lower-case: "text/html"
  std::string charset;     ///< as the header says, maybe ""
  std::string encoding;    ///< of the transfer, lower-case: "quoted-printable", "base64", "8bit" …
  std::string content_id;  ///< without angle brackets
  std::string location;    ///< Content-Location
  std::string_view body;   ///< as it is stored
  bool complete = true;    ///< a boundary stands behind it, or it is no part of a multipart
};

struct MimeMessage {
  std::vector<MimePart> parts;
  std::string start;  ///< Content-ID of the root part without brackets, maybe ""
};

/// Takes `bytes` apart as RFC 2045, 2046 and 2387 say; parts of multiparts
/// inside multiparts stand in one row. Fails with `input_damaged` where there is
/// no header or the boundary that it names stands nowhere,
/// `input_nested_too_deep` past `limits::kMimeDepth`, or `input_too_many_parts`
/// past `limits::kMimeParts`. The result points into `bytes`.
[[nodiscard]] Result<MimeMessage> parse_mime(std::string_view bytes, std::string_view source);

/// The bytes that `part` means. Signs that its transfer encoding does not have
/// are passed over (base64) or stay (quoted-printable), as RFC 2045 6.7 and 6.8 advise.
[[nodiscard]] std::string decoded_body(const MimePart& part);

}  // namespace fazhi
