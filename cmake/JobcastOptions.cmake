# Options of the build. One target, jobcast_options, carries every flag, so that no folder sets its own.
option(JOBCAST_TESTS "Build the tests" ON)
option(JOBCAST_BENCH "Build the benchmarks" OFF)
option(JOBCAST_FUZZ "Build the fuzz targets (needs clang)" OFF)
set(JOBCAST_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize takes them: address,undefined or thread")

option(JOBCAST_JOINED "Compile the files of engine and models by the dozen and common headers once, in half the time" OFF)

set(JOBCAST_PAGE AUTO CACHE STRING "The page of `jobcast serve` (needs npm): ON, OFF, or AUTO where npm is found")
set_property(CACHE JOBCAST_PAGE PROPERTY STRINGS AUTO ON OFF)

set(JOBCAST_MPI AUTO CACHE STRING "Sweeps in several processes (mpirun): ON, OFF, or AUTO where an MPI is found")
set_property(CACHE JOBCAST_MPI PROPERTY STRINGS AUTO ON OFF)

include(CheckCXXSourceRuns)
# AVX2 and FMA where the machine has them; any other x86-64 still builds and gives the same answers to 1e-9.
check_cxx_source_runs(
  "int main() { return __builtin_cpu_supports(\"avx2\") && __builtin_cpu_supports(\"fma\") ? 0 : 1; }"
  JOBCAST_HOST_HAS_AVX2)
if(JOBCAST_HOST_HAS_AVX2)
  set(jobcast_default_arch x86-64-v3)
else()
  set(jobcast_default_arch x86-64)
endif()
set(JOBCAST_ARCH ${jobcast_default_arch} CACHE STRING "Value of -march")

# The kernels alone take AVX-512's 32 registers and masks, at AVX2's width, where the machine has them: twenty-five sums
# of a 5 x 5 product fit. The same operations on the same lanes, so the same bits. valgrind knows AVX2 only: OFF for it.
check_cxx_source_runs(
  "int main() { return __builtin_cpu_supports(\"avx512vl\") && __builtin_cpu_supports(\"avx512dq\") &&
   __builtin_cpu_supports(\"avx512bw\") ? 0 : 1; }"
  JOBCAST_HOST_HAS_AVX512)
if(JOBCAST_HOST_HAS_AVX512 AND JOBCAST_ARCH STREQUAL "x86-64-v3")
  set(jobcast_default_wide ON)
else()
  set(jobcast_default_wide OFF)
endif()
option(JOBCAST_WIDE_REGISTERS "Compile the kernels for AVX-512's registers" ${jobcast_default_wide})

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # What ccache must overlook to know a file again that is compiled with a precompiled header.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${CCACHE_PROGRAM}")
endif()
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(jobcast_options INTERFACE)
target_compile_features(jobcast_options INTERFACE cxx_std_20)
target_include_directories(jobcast_options INTERFACE "${PROJECT_SOURCE_DIR}")
# -ffp-contract=off: a fused multiply-add is written where it is meant, so every build rounds alike.
target_compile_options(jobcast_options INTERFACE
  -march=${JOBCAST_ARCH} -ffp-contract=off -fno-math-errno
  -Wall -Wextra -Wpedantic -Wconversion $<$<NOT:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>:-Wshadow> -Werror)
if(JOBCAST_FUZZ)
  # libFuzzer steers by the branches taken, so all code counts them; only the targets link its main.
  target_compile_options(jobcast_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
# GCC 12 takes joined strings for overlapping ones and moved ones for unset ones when it inlines a lot (its bugs 105329,
# 105651 and 105562); later versions do not.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(jobcast_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
if(JOBCAST_SANITIZE)
  target_compile_options(jobcast_options INTERFACE -fsanitize=${JOBCAST_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  if(JOBCAST_SANITIZE MATCHES "address.*undefined|undefined.*address")
    # What the address sanitizer or the machine itself reports already is not looked for twice: half of the code, and most
    # of its time, would be checks of every element of every lane.
    target_compile_options(jobcast_options INTERFACE -fno-sanitize=null,alignment,object-size)
  endif()
  target_link_options(jobcast_options INTERFACE -fsanitize=${JOBCAST_SANITIZE})
endif()
