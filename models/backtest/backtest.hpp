#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/backtest/hindcast.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::backtest {

struct Settings {
  std::uint64_t seed = 1;
  int population_draws = 2000;
  int labour_members = 1000;
  int threads = 0;  ///< 0: one a core; the result does not depend on it
};

/// Scores of a method; nothing in `ages` or `ahead` means over all of them.
struct MethodScore {
  Subject subject = Subject::population;
  std::string ages;
  std::optional<int> ahead;
  Method method = Method::jobcast;
  Score score;
};

struct Backtest {
  std::vector<Hindcast> hindcasts;
  std::vector<MethodScore> scores;
  std::vector<std::string> left_out;  ///< origins from which the facts allow no forecast: "2020"

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
