#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jobcast::backtest {

inline constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

/// What is forecast, each in a unit of its own.
enum class Subject {
  population,       ///< registered persons of an age group, 31 December
  employment_rate,  ///< percent, of the survey
  employed,         ///< persons, of the survey
  /// The same two from a year's end, where the monthly model can be run as the forecast runs it.
  employment_rate_from_year_end,
  employed_from_year_end
};
inline constexpr std::array<std::string_view, 5> subject_names{
    "population", "employment_rate", "employed", "employment_rate_from_year_end", "employed_from_year_end"};
constexpr bool is_rate(Subject subject) {
  return subject == Subject::employment_rate || subject == Subject::employment_rate_from_year_end;
}
constexpr bool is_from_year_end(Subject subject) {
  return subject == Subject::employment_rate_from_year_end || subject == Subject::employed_from_year_end;
}

/// Who forecasts. Not every method is for every subject.
enum class Method { jobcast, last_value, drift, hamilton_perry, last_rate, local_level, monthly_model };
inline constexpr std::array<std::string_view, 7> method_names{
    "jobcast", "last_value", "drift", "hamilton_perry", "last_rate", "local_level", "monthly_model"};
/// The methods of a subject; first the one that is put to the test. From a year's end that is the monthly model, and
/// `jobcast` the state space that the others are also scored beside.
std::span<const Method> methods_of(Subject subject);
inline Method own_method(Subject subject) { return methods_of(subject).front(); }

/// A forecast as a distribution: its moments and the ends of its central intervals.
struct Predicted {
  double mean = not_known;
  double sd = not_known;
  double p05 = not_known, p10 = not_known, p25 = not_known, p75 = not_known, p90 = not_known, p95 = not_known;
  double crps = not_known;  ///< against what was observed; of jobcast and the monthly model from their own members
};
Predicted predict_normally(double mean, double sd);
/// Precondition: at least two members.
Predicted predict_from(std::span<const double> members);

/// A hindcast of one figure by one method.
struct Hindcast {
  Subject subject = Subject::population;
  std::string ages;    ///< "15-29", "65+"
  std::string origin;  ///< last period known: "2021" or "2021H2"
  std::string target;
  int ahead = 0;  ///< years (population) or half-years
  Method method = Method::jobcast;
  Predicted predicted;
  double observed = not_known;
};

/// How good hindcasts were; NaN where there was none.
struct Score {
  std::int64_t n = 0;
  double crps = not_known, mae = not_known, bias = not_known;  ///< in the subject's unit; bias: forecast less observed
  double coverage_50 = not_known, coverage_80 = not_known, coverage_90 = not_known;  ///< shares
};
Score score(std::span<const Hindcast* const> hindcasts);

}  // namespace jobcast::backtest
