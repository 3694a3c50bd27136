# fazhi_assets(LAYER): what stands in src/LAYER/assets becomes constants of the
# layer, by the script below; the layer declares them in LAYER/assets.hpp.
function(fazhi_assets name)
  file(GLOB assets CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${name}/assets/*")
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${name}_assets.cpp")
  set(script "${PROJECT_SOURCE_DIR}/cmake/EmbedAssets.cmake")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" -D "ASSETS=${PROJECT_SOURCE_DIR}/src/${name}/assets" -D "LAYER=${name}" -D "OUTPUT=${output}" -P "${script}"
    DEPENDS ${assets} "${script}"
    COMMENT "Embedding assets of ${name}"
    VERBATIM)
  target_sources(fazhi_${name} PRIVATE "${output}")
endfunction()
