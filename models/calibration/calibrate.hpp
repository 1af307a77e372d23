#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/calibration/labour_members.hpp"
#include "models/calibration/vital_members.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::calibration {

struct Settings {
  int members = 2000;
  std::uint64_t seed = 1;
  int threads = 0;  ///< 0: one a core; the result does not depend on it
  std::optional<int>
      until{};  ///< step of the last survey that may be read (labour::survey_index); none: the last there is
};

/// What calibration made of one number: before and after.
struct Parameter {
  std::string column;
  double prior_mean = 0.0, prior_sd = 0.0;
  double mean = 0.0, sd = 0.0, p05 = 0.0, p95 = 0.0;

  /// Share of the prior's variance that the data took away; negative when they widened it.
  [[nodiscard]] double told() const { return prior_sd > 0.0 ? 1.0 - sd * sd / (prior_sd * prior_sd) : 0.0; }
};

struct Calibration {
  int members = 0;
  std::uint64_t seed = 0;
  std::string until;                    ///< last survey that was read, "2023H2"; empty without one
  int surveys = 0;                      ///< that were read
  int figures = 0;                      ///< of surveys, births and deaths
  std::vector<Parameter> parameters{};  ///< in the order of the columns
  std::map<std::string, std::vector<double>, std::less<>> columns{};
  std::optional<Tempered> labour{}, vital{};  ///< how the members came about; scores left out
};

/// Everything a fit can reach: the plan's facts up to a survey.
struct Data {
  std::optional<LabourPath> path;  ///< none: no survey
  std::optional<VitalRecord> vital;
  int target = 0;  ///< step of the last survey before the plan's as-of date, which the forecast starts from
  int until = 0;   ///< step of the last survey in `path`; after `target` where one was published since
  std::array<bool, band_count> seen{};  ///< bands that a survey published

  /// Half-years after `target` that surveys tell of and a forecast reads.
  [[nodiscard]] std::size_t moves() const {
    return std::min(labour::labour_columns::most_moves, static_cast<std::size_t>(std::max(until - target, 0)));
  }
};
/// Throws input::InputError for impossible figures (refuse_impossible) and for a plan with nothing to learn from.
/// Facts behind `vital` belong to the plan `view`, which must live as long.
Data read_data(const plan::Plan& plan, const plan::Plan& view);
/// The plan as it was known when the survey `until` was over; the plan itself without one, or when it is the last.
plan::Plan view_until(const plan::Plan& plan, std::optional<int> until);

/// Members of the numbers that the forecast draws, which explain the plan's history (docs/models/calibration.md).
/// Columns are rounded to seven digits, as files keep them.
Calibration calibrate(const plan::Plan& plan, const Settings& settings);

}  // namespace jobcast::calibration
