#include "text/convert.hpp"

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <vector>

#include "text/utf8.hpp"

namespace fazhi {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

using Converter = std::unique_ptr<UConverter, CloseConverter>;

const char* icu_name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "UTF-8";
    case Encoding::gb18030:
      return "gb18030";
    case Encoding::utf16le:
      return "UTF-16LE";
    case Encoding::utf16be:
      return "UTF-16BE";
    case Encoding::big5:
      return "Big5";
  }
  return nullptr;
}

Converter open_strict(Encoding encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(icu_name_of(encoding), &status));
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU lacks a converter: ") + u_errorName(status));
  return converter;
}

/// No encoding has longer sequences.
constexpr std::size_t kLongestSequence = 32;

/// Length of the sequence that stopped `converter`.
std::size_t invalid_length(const UConverter& converter) {
  std::array<char, kLongestSequence> bytes{};
  auto length = static_cast<std::int8_t>(bytes.size());
  UErrorCode status = U_ZERO_ERROR;
  ucnv_getInvalidChars(&converter, bytes.data(), &length, &status);
  return U_SUCCESS(status) ? static_cast<std::size_t>(length) : 0;
}

std::string to_utf8(const UChar* units, std::size_t count) {
  // A unit takes three bytes at most, a surrogate pair four.
  std::string out(3 * count, '\0');
  std::int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8(out.data(), static_cast<std::int32_t>(out.size()), &length, units, static_cast<std::int32_t>(count),
              &status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("u_strToUTF8: ") + u_errorName(status));
  out.resize(static_cast<std::size_t>(length));
  return out;
}

}  // namespace

Conversion convert(std::string_view bytes, Encoding encoding) {
  if (encoding == Encoding::utf8) {
    const auto invalid_at = utf8::find_invalid(bytes);
    return {invalid_at ? std::string() : std::string(bytes), invalid_at};
  }
  const Converter converter = open_strict(encoding);
  // None of the encodings makes more code units than it has bytes.
  std::vector<UChar> units(bytes.size());
  UChar* target = units.data();
  const char* source = bytes.data();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, bytes.data() + bytes.size(), nullptr,
                 true, &status);
  if (U_FAILURE(status)) {
    const auto read = static_cast<std::size_t>(source - bytes.data());
    return {{}, read - std::min(read, invalid_length(*converter))};
  }
  return {to_utf8(units.data(), static_cast<std::size_t>(target - units.data())), std::nullopt};
}

}  // namespace fazhi
