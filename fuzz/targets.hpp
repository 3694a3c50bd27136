#pragma once

#include <string_view>

/// Every target by its name, each in targets/NAME.cpp.
namespace fazhi::fuzz {

/// FAZHI_FUZZ_TARGETS(each) calls each(NAME) for all of them.
#define FAZHI_FUZZ_TARGETS(each)                                                                     \
  each(decode) each(normalize) each(numerals) each(match) each(checklist) each(rules) each(outline)  \
  each(kind) each(docx) each(odt) each(ofd) each(sheet) each(html) each(mht) each(pdf_words)         \
  each(recognized) each(archive) each(xml) each(audit) each(words)

#define FAZHI_DECLARE(name) void name(std::string_view bytes);
FAZHI_FUZZ_TARGETS(FAZHI_DECLARE)
#undef FAZHI_DECLARE

}  // namespace fazhi::fuzz
