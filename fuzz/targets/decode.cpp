#include "text/decode.hpp"

#include "../fuzz.hpp"
#include "../targets.hpp"
#include "text/convert.hpp"

namespace fazhi::fuzz {
namespace {

Result<DecodedText> decoded(std::string_view bytes) {
  return fazhi::decode(std::as_bytes(std::span(bytes.data(), bytes.size())), "x");
}

}  // namespace

void decode(std::string_view bytes) {
  for (const Encoding each : {Encoding::utf8, Encoding::gb18030, Encoding::utf16le, Encoding::utf16be, Encoding::big5}) {
    const Conversion conversion = convert(bytes, each);
    require(is_utf8(conversion.utf8), "what was converted is UTF-8");
    require(!conversion.invalid_at || conversion.utf8.empty(), "a conversion that failed gives no text");
    require(!conversion.invalid_at || *conversion.invalid_at <= bytes.size(), "a bad byte lies inside");
  }
  const Result<DecodedText> first = decoded(bytes);
  if (!first) {
    require(is_utf8(render(first.error(), Language::zh)), "a message is UTF-8");
    return;
  }
  require(is_utf8(first->utf8), "decoded text is UTF-8");
  require(!first->utf8.empty(), "decoded text is not empty");
  require(first->utf8.find('\r') == std::string::npos, "line ends are LF");
  const Result<DecodedText> again = decoded(first->utf8);
  require(again.has_value() && again->encoding == Encoding::utf8, "decoded text is read as UTF-8");
  require(again->utf8 == first->utf8, "decoded text is itself when it is decoded");
}

}  // namespace fazhi::fuzz
