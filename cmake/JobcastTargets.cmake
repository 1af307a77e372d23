# jobcast_precompiled(app LIBRARY...): with JOBCAST_JOINED, what most files of app/ or tests/ include is compiled once, in
# cmake/precompiled_app.hpp; half of such a file's time is the reading of it.
function(jobcast_precompiled name)
  if(JOBCAST_JOINED)
    file(WRITE "${PROJECT_BINARY_DIR}/precompiled/${name}.cpp" "")
    add_library(precompiled_${name} OBJECT "${PROJECT_BINARY_DIR}/precompiled/${name}.cpp")
    target_link_libraries(precompiled_${name} PRIVATE jobcast_options ${ARGN})
    target_precompile_headers(precompiled_${name} PRIVATE "${PROJECT_SOURCE_DIR}/cmake/precompiled_${name}.hpp")
  endif()
endfunction()

# jobcast_join(TARGET FOLDER PRECOMPILED): with JOBCAST_JOINED a dozen files of engine/ and models/ are compiled as one, and
# all others with the precompiled header. A name of one file is then in sight of the next, which is no fault: each file
# alone, as the other presets compile it, says what shadows what and which include is missing.
function(jobcast_join target folder precompiled)
  if(NOT JOBCAST_JOINED)
    return()
  endif()
  if(folder MATCHES "^(engine|models)/")
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
  endif()
  if(TARGET ${precompiled})
    target_precompile_headers(${target} REUSE_FROM ${precompiled})
  endif()
endfunction()

# jobcast_folder(DEPENDS a/b c/d): the library of the current folder, from its *.cpp. A folder of headers alone becomes
# an interface library. Dependencies are folders, so the link graph is the graph of the include arrows.
function(jobcast_folder)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LIBRARIES" ${ARGN})
  file(RELATIVE_PATH folder "${PROJECT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
  string(REPLACE "/" "_" target "${folder}")
  file(GLOB sources CONFIGURE_DEPENDS *.cpp)
  list(TRANSFORM ARG_DEPENDS REPLACE "/" "_")
  if(sources)
    add_library(${target} STATIC ${sources})
    target_link_libraries(${target} PUBLIC jobcast_options ${ARG_DEPENDS} ${ARG_LIBRARIES})
    jobcast_join(${target} ${folder} precompiled_app)
  else()
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE jobcast_options ${ARG_DEPENDS} ${ARG_LIBRARIES})
  endif()
endfunction()

# jobcast_tests(engine/random): the tests in tests/engine/random, as test_engine_random.
function(jobcast_tests folder)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  string(REPLACE "/" "_" target "${folder}")
  list(TRANSFORM ARG_DEPENDS REPLACE "/" "_")
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/${folder}/*.cpp")
  if(NOT sources)
    return()
  endif()
  add_executable(test_${target} ${sources})
  target_link_libraries(test_${target} PRIVATE ${target} ${ARG_DEPENDS} tests_support GTest::gmock GTest::gtest_main)
  jobcast_join(test_${target} ${folder} precompiled_tests)
  gtest_discover_tests(test_${target} TEST_PREFIX "${folder}: " DISCOVERY_TIMEOUT 60
    PROPERTIES LABELS "${folder}" TIMEOUT 1800)
endfunction()

# jobcast_kernels(transition.cpp ...): sources of the current folder that spend their time in lanes::Pack. Eigen keeps
# the alignment that the rest of the program is compiled with.
function(jobcast_kernels)
  set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  if(JOBCAST_SANITIZE)
    set_property(SOURCE ${ARGN} APPEND PROPERTY COMPILE_OPTIONS -O2)
  endif()
  if(JOBCAST_WIDE_REGISTERS)
    set_property(SOURCE ${ARGN} APPEND PROPERTY COMPILE_OPTIONS
      -mavx512f -mavx512vl -mavx512dq -mavx512bw -mprefer-vector-width=256 -DEIGEN_MAX_ALIGN_BYTES=32)
  endif()
endfunction()
