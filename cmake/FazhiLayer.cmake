# Options that every target of the project is built with.
add_library(fazhi_options INTERFACE)
target_compile_options(fazhi_options INTERFACE
  -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Wold-style-cast -Wimplicit-fallthrough -Wnull-dereference)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports these inside the standard library's own inlined code.
  target_compile_options(fazhi_options INTERFACE -Wno-null-dereference -Wno-restrict -Wno-maybe-uninitialized)
endif()
if(FAZHI_SANITIZE)
  target_compile_options(fazhi_options INTERFACE -fsanitize=${FAZHI_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(fazhi_options INTERFACE -fsanitize=${FAZHI_SANITIZE})
endif()
if(FAZHI_SANITIZE MATCHES "thread")
  target_compile_definitions(fazhi_options INTERFACE FAZHI_THREAD_SANITIZER)
  target_compile_options(fazhi_options INTERFACE "-fsanitize-ignorelist=${PROJECT_SOURCE_DIR}/tests/tsan.ignore")
endif()
if(FAZHI_FUZZ)
  target_compile_options(fazhi_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# What is read once for all files of a target, where headers are precompiled.
set(fazhi_standard_headers
  <algorithm> <array> <charconv> <filesystem> <functional> <map> <memory> <mutex> <optional> <set> <span>
  <string> <string_view> <unordered_map> <utility> <variant> <vector>)

# fazhi_precompile(TARGET [header…]): with FAZHI_PRECOMPILE the standard library's headers,
# and these, are read once for all of the target. For builds that are made in one go for
# one run, which take half the time; that each file includes what it uses, the others tell.
function(fazhi_precompile target)
  if(FAZHI_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE ${fazhi_standard_headers} ${ARGN})
  endif()
endfunction()

# fazhi_layer(NAME USES layer… LIBRARIES target… [FOLDERS folder…] [SOURCES file…])
#
# One folder of src/ as one library. Its headers are reached only through a
# folder of links made for it alone, so that a layer can include nothing but
# itself and the layers named in USES: a wrong include does not build.
# LIBRARIES are private to the layer. FOLDERS inside it hold more of its sources.
function(fazhi_layer name)
  cmake_parse_arguments(layer "" "" "USES;LIBRARIES;FOLDERS;SOURCES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${name}/*.cpp")
  foreach(folder IN LISTS layer_FOLDERS)
    file(GLOB more CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${name}/${folder}/*.cpp")
    list(APPEND sources ${more})
  endforeach()
  set(view "${PROJECT_BINARY_DIR}/include/${name}")
  file(MAKE_DIRECTORY "${view}")
  file(CREATE_LINK "${PROJECT_SOURCE_DIR}/src/${name}" "${view}/${name}" SYMBOLIC)
  add_library(fazhi_${name} STATIC ${sources} ${layer_SOURCES})
  target_include_directories(fazhi_${name} PUBLIC "${view}")
  set(used)
  foreach(each IN LISTS layer_USES)
    list(APPEND used fazhi_${each})
  endforeach()
  target_link_libraries(fazhi_${name} PUBLIC ${used} PRIVATE fazhi_options ${layer_LIBRARIES})
  fazhi_precompile(fazhi_${name})
endfunction()
