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
  gtest_discover_tests(test_${target} TEST_PREFIX "${folder}: " DISCOVERY_TIMEOUT 60
    PROPERTIES LABELS "${folder}" TIMEOUT 1800)
endfunction()

# jobcast_kernels(transition.cpp ...): sources of the current folder that spend their time in lanes::Pack. Eigen keeps
# the alignment that the rest of the program is compiled with.
function(jobcast_kernels)
  if(JOBCAST_WIDE_REGISTERS)
    set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS
      "-mavx512f;-mavx512vl;-mavx512dq;-mavx512bw;-mprefer-vector-width=256;-DEIGEN_MAX_ALIGN_BYTES=32")
  endif()
endfunction()
