#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/backtest/hindcast.hpp"
#include "models/backtest/usual_coverage.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::backtest {

struct Settings {
  std::uint64_t seed = 1;
  int population_draws = 2000;
  int labour_members = 1000;
  int monthly_draws = 2000;
  int made_histories = 400;  ///< for the usual coverage
  int threads = 0;           ///< 0: one a core; the result does not depend on it
};

/// Scores of a method; nothing in `ages` or `ahead` means over all of them.
struct MethodScore {
  Subject subject = Subject::population;
  std::string ages;
  std::optional<int> ahead;
  Method method = Method::jobcast;
  Score score;
};

/// Why the monthly model was not run from a survey's origin.
enum class NoMonthly {
  not_a_year_end,  ///< it begins on 31 December, so that an April survey is no start
  no_population,   ///< population by age of the year's end and of the one before is not both known
  no_model         ///< what was known then does not carry it
};
inline constexpr std::array<std::string_view, 3> no_monthly_names{"not_a_year_end", "no_population", "no_model"};
struct MonthlyLeftOut {
  std::string origin;
  NoMonthly why = NoMonthly::no_model;
};

struct Backtest {
  std::vector<Hindcast> hindcasts;
  std::vector<MethodScore> scores;
  std::vector<std::string> left_out;              ///< origins from which the facts allow no forecast: "2020"
  std::optional<UsualCoverage> usual_coverage{};  ///< of all employment rates, if the state space is right
  std::vector<MonthlyLeftOut> monthly_left_out;   ///< surveys from which only the state space was run

  /// Null where nothing was scored.
  [[nodiscard]] const Score* find(Subject subject, Method method, std::string_view ages = {},
                                  std::optional<int> ahead = {}) const;
};

inline constexpr int most_years = 3;
inline constexpr int most_half_years = 4;

/// Forecasts made again from every origin that the plan's facts allow, each from plan::as_of of the origin alone, and
/// scored on what the plan says came later. Population: year ends with the year before known, one to three years ahead.
/// Employment: surveys with nine others before them and two after, one to four half-years ahead. A figure is scored
/// where every method has a forecast of it.
Backtest run(const plan::Plan& plan, const Settings& settings);

}  // namespace jobcast::backtest
