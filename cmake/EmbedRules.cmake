# cmake -D RULES=folder -D OUTPUT=file.cpp -P EmbedRules.cmake
#
# Writes builtin_files() with the content of every *.toml and *.toml.in under RULES. The
# content stands in short pieces of escaped bytes, since compilers limit the
# length of one literal.
set(piece_bytes 8192)

file(GLOB_RECURSE paths RELATIVE "${RULES}" "${RULES}/*.toml" "${RULES}/*.toml.in")
list(SORT paths)

set(contents "")
set(files "")
set(index 0)
foreach(path IN LISTS paths)
  file(SIZE "${RULES}/${path}" size)
  set(pieces "")
  set(offset 0)
  while(offset LESS size)
    file(READ "${RULES}/${path}" bytes OFFSET ${offset} LIMIT ${piece_bytes} HEX)
    string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
    string(APPEND pieces "    \"${bytes}\"sv,\n")
    math(EXPR offset "${offset} + ${piece_bytes}")
  endwhile()
  string(APPEND contents "const std::string& content_${index}() {\n"
    "  static const std::string content = joined({\n${pieces}  });\n  return content;\n}\n\n")
  string(APPEND files "      {\"${path}\", content_${index}()},\n")
  math(EXPR index "${index} + 1")
endforeach()

file(WRITE "${OUTPUT}.new" "#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include \"checklist/load.hpp\"

namespace fazhi {
namespace {

using namespace std::string_view_literals;

[[maybe_unused]] std::string joined(std::initializer_list<std::string_view> pieces) {
  std::string all;
  for (const std::string_view piece : pieces) all += piece;
  return all;
}

${contents}}  // namespace

const std::vector<BuiltinFile>& builtin_files() {
  static const std::vector<BuiltinFile> files = {
${files}  };
  return files;
}

}  // namespace fazhi
")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
