#pragma once

#include <cstdlib>

namespace fazhi::test {

/// Whether LibreOffice is installed with its spreadsheet part; .doc and .wps need no more than Writer.
inline bool has_calc() {
  return std::system(R"sh(program=$(command -v soffice) && test -e "$(dirname "$(readlink -f "$program")")/libsclo.so")sh") == 0;
}

}  // namespace fazhi::test
