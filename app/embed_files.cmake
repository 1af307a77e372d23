# jobcast_embed_files(target NAME ROOT files...): makes the files part of the program, as the array
# jobcast::app::NAME of (path from ROOT, contents). Declared in app/messages/embedded_file.hpp.
function(jobcast_embed_files target name root)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
  list(TRANSFORM ARGN PREPEND "${root}/" OUTPUT_VARIABLE inputs)
  string(REPLACE ";" "|" files "${ARGN}")
  add_custom_command(OUTPUT "${output}"
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DNAME=${name} -DROOT=${root} "-DFILES=${files}"
            -P "${PROJECT_SOURCE_DIR}/app/write_embedded_source.cmake"
    DEPENDS ${inputs} "${PROJECT_SOURCE_DIR}/app/write_embedded_source.cmake"
    COMMENT "Embedding ${name}" VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()
