#pragma once

#include <map>
#include <string>

#include "models/sweep/scenarios.hpp"
#include "tests/support/small_pack.hpp"

namespace jobcast::sweep::test {

/// A small plan and a sweep of it: a head that is sound, and what a test writes after it.
inline std::map<std::string, std::string> files_with(const std::string& rest) {
  auto files = testing::small_pack_files();
  files["sweeps/s.toml"] = R"(schema = "jobcast.sweep/1"
title = { ko = "스윕", en = "Sweep" }
plan = "../plan.toml"
draws = 64
until = 2024-10-31
)" + rest;
  return files;
}

class SweptPack : public testing::SmallPack {
 public:
  explicit SweptPack(const std::string& rest) : SmallPack(files_with(rest)) {}

  [[nodiscard]] Sweep load() const { return load_sweep(path("sweeps/s.toml")); }
};

}  // namespace jobcast::sweep::test
