#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace jobcast::app::synthetic {

/// A file to be written.
struct File {
  std::string path;  ///< from the folder that it is written to
  std::string contents;
};

inline constexpr int most_packs = 10'000;

/// Packs of so many invented counties, each in a folder of its own ("county-001"), and a sweep over all of them,
/// "sweep.toml". Every pack is sound, says that it was generated, and is the same for the same seed and number, however
/// many there are.
std::vector<File> synthetic_packs(std::uint64_t seed, int count);

}  // namespace jobcast::app::synthetic
