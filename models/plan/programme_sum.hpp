#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/plan/pack.hpp"

namespace jobcast::plan {

/// What the programmes of a control's parts add up to.
struct ProgrammeSum {
  double number = 0.0;
  std::string unit;                     ///< "count" or "thousand_won"
  std::string sum;                      ///< what was added up: "count", "jobs", "national" … "total"
  std::vector<std::string> programmes;  ///< ids of those added up
};

/// Reads { programmes = { sector = …, department = …, type = … }, sum = "jobs" } and adds up.
std::optional<ProgrammeSum> sum_programmes(input::TomlTable& parts, const Pack& pack);

}  // namespace jobcast::plan
