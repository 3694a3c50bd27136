# cmake -D ASSETS=folder -D LAYER=name -D OUTPUT=file.cpp -P EmbedAssets.cmake
#
# Writes a constant of namespace fazhi::assets for every file under ASSETS:
# report.css is kReportCss. An array of characters has no limit of length, as
# the literals of compilers have.
file(GLOB paths RELATIVE "${ASSETS}" "${ASSETS}/*")
list(SORT paths)

set(constants "")
foreach(path IN LISTS paths)
  string(REGEX REPLACE "[^A-Za-z0-9]" ";" words "${path}")
  set(name "k")
  foreach(word IN LISTS words)
    string(SUBSTRING "${word}" 0 1 first)
    string(SUBSTRING "${word}" 1 -1 rest)
    string(TOUPPER "${first}" first)
    string(APPEND name "${first}${rest}")
  endforeach()
  file(READ "${ASSETS}/${path}" bytes HEX)
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
  string(APPEND constants "constexpr char ${name}Bytes[] = {${bytes}};\n")
  string(APPEND definitions "const std::string_view ${name}(${name}Bytes, sizeof ${name}Bytes);\n")
endforeach()

file(WRITE "${OUTPUT}.new" "#include \"${LAYER}/assets.hpp\"

namespace fazhi::assets {
namespace {

${constants}
}  // namespace

${definitions}
}  // namespace fazhi::assets
")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
