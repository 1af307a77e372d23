#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/report/page.hpp"
#include "engine/input/atomic_file.hpp"
#include "models/forecast/result.hpp"
#include "models/runs/comparison.hpp"

namespace jobcast::app {

/// A scenario's answer, in short: its indicators at the last survey.
struct SweepRow {
  std::size_t plan = 0;  ///< which of the sweep's
  std::string plan_id;
  std::uint64_t number = 0;  ///< 0: the plan as written
  std::string scenario;
  std::vector<std::pair<std::string, std::string>> settings;  ///< levers and where they stand
  int draws = 0;
  time::Date reference_week;  ///< of the last survey
  struct Figure {
    double mean = 0.0;            ///< published
    double p05 = 0.0, p95 = 0.0;  ///< published
    double chance = 0.0;
    double error = 0.0;                               ///< of the chance
    std::optional<runs::KeptDifference> change = {};  ///< against the plan as written; none of that itself
  };
  std::array<Figure, plan::indicator_names.size()> figures{};
};

/// What a sweep found.
struct SweepTable {
  std::string id;
  plan::Text title;
  std::size_t plans = 0;
  std::uint64_t seed = 0;
  int draws = 0;
  std::uint64_t count = 0;  ///< of rows
  /// Shows the rows one after another, none of which is kept: by plan and number, so that each plan's first is the plan
  /// as written.
  std::function<void(const std::function<void(const SweepRow&)>&)> each_row;
};

/// For people: the first indicator of every scenario and its change against the plan as written. Of a large sweep the
/// scenarios with the best chance.
std::string sweep_text(const SweepTable& table, const Page& page);
/// For programs: schema "jobcast.sweep_result/1", and an indicator a row (docs/sweep.md).
void sweep_json(const SweepTable& table, const input::Sink& sink);
void sweep_csv(const SweepTable& table, const input::Sink& sink);

}  // namespace jobcast::app
