#pragma once

#include <string>
#include <vector>

#include "models/calibration/calibrate.hpp"
#include "models/calibration/status_record.hpp"

namespace jobcast::calibration {

/// Simulation-based calibration of one parameter (Cook, Gelman & Rubin 2006; Talts et al. 2018): the rank of the truth
/// among the members, over made histories. Uniform where the method is right.
struct RankTest {
  std::string column;
  std::vector<int> histogram;  ///< made histories by bin of the rank
  double p_value = 1.0;        ///< chi-squared test of uniformity
  bool passes = true;          ///< at 5 %, Holm's correction over all parameters
};

/// A figure beside what the calibrated model expected of it: of a survey from the surveys before, so that nothing
/// explains itself; of births and deaths with the figure among the data; of population groups from the migration
/// estimate that the forecast uses, the figure among its data.
struct FigureCheck {
  std::string
      what;  ///< "employment_rate 15-29", "inactive male 15+", "employed regular 15+", "deaths", "population 65+"
  std::string period;
  double observed = 0.0, expected = 0.0, sd = 0.0;  ///< in percent or persons
  double score = 0.0;  ///< (observed - expected) / sd, on the scale on which the model is linear
};

struct CheckSettings {
  int histories = 100;  ///< made histories
  int members = 200;    ///< of the calibration of each
  int moves = 5;
  std::uint64_t seed = 1;
  int threads = 0;
};

struct Check {
  std::vector<RankTest> ranks{};
  std::vector<FigureCheck> figures{};
  std::vector<StatusRecord> status{};  ///< what surveys by status and of the unemployed can tell
  int beyond_90 = 0;                   ///< figures outside the central 90 % of what was expected
  double least_effective = 0.0;        ///< least effective members of a stage, share of all
  double distinct = 0.0;               ///< members of the prior with a descendant, share
  double least_acceptance = 0.0;
  std::vector<std::string>
      collapsed{};    ///< columns with next to no spread left, or fewer values than a tenth of members
  bool sound = true;  ///< nothing collapsed, every rank test passes
};

/// Checks members that were made by calibrate() for this plan, and the method itself on made histories.
Check check(const plan::Plan& plan, const Calibration& calibration, const CheckSettings& settings);

/// Its parts, for tests. `ranks` among `members` members each; `bins` divide them.
double uniform_p_value(const std::vector<int>& histogram);
/// Marks what fails at 5 % when the smallest p must be under 5 % / n, the next under 5 % / (n - 1), … (Holm 1979).
void correct_by_holm(std::vector<RankTest>& tests);
std::vector<std::string> collapsed_columns(const Calibration& calibration);

}  // namespace jobcast::calibration
