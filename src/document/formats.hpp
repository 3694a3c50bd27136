#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"

namespace fazhi {

/// A program that readers run, and the Debian package it comes in.
struct HelperProgram {
  std::string_view name;     ///< the file that is run: "soffice"
  std::string_view product;  ///< as people call it: "LibreOffice"
  std::string_view package;  ///< "libreoffice-writer-nogui"
};

inline constexpr HelperProgram kLibreOffice{"soffice", "LibreOffice", "libreoffice-writer-nogui"};
inline constexpr HelperProgram kPdfText{"pdftotext", "poppler", "poppler-utils"};
inline constexpr HelperProgram kPdfInfo{"pdfinfo", "poppler", "poppler-utils"};
inline constexpr HelperProgram kPdfPages{"pdftoppm", "poppler", "poppler-utils"};
inline constexpr HelperProgram kTesseract{"tesseract", "Tesseract", "tesseract-ocr tesseract-ocr-chi-sim"};

/// What reports are sent as, and whether this machine can read it.
struct FormatSupport {
  MessageId name{};                      ///< the format in words
  std::string_view extensions;           ///< ".doc .wps .rtf"
  std::vector<HelperProgram> missing;    ///< programs that it needs and that are not there; empty: it is read
  bool needs_program = false;
  bool optional = false;                 ///< set-up does not install what it needs by itself
};

/// All formats that can be read, looked up on this machine now.
[[nodiscard]] std::vector<FormatSupport> formats_on_this_machine();

/// Whether Tesseract is here and has the data of simplified Chinese.
[[nodiscard]] bool can_recognize();

/// “input_needs_program” for `source`, a file of the kind `kind` ("DOC").
[[nodiscard]] Message needs_program(std::string_view source, std::string_view kind, const HelperProgram& program);

}  // namespace fazhi
