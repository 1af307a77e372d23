#pragma once

#include <string_view>

namespace jobcast::runs {

/// What tells the results of one build from those of another: the version, and twelve digits of the fingerprint of all
/// that decides a result (the sources of engine/ and models/, the compiler and the kind of processor it builds for), as
/// in "0.1.0+1a2b3c4d5e6f". cmake/write_engine_version.cmake makes it while building.
std::string_view engine_version();

}  // namespace jobcast::runs
