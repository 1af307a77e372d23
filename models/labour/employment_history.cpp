#include "models/labour/employment_history.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

#include "models/labour/survey_figure.hpp"

namespace jobcast::labour {
namespace {

constexpr std::array<const char*, state::survey_band_count> band_names{"15-29", "30-49", "50-64", "65+"};
constexpr int half_years = 2;  // steps in a year

using Series = std::vector<TrendObservation>;

double log_odds(double share) {
  constexpr double edge = 1e-4;
  const double inside = std::clamp(share, edge, 1.0 - edge);
  return std::log(inside / (1.0 - inside));
}
double share_of(double odds) { return 1.0 / (1.0 + std::exp(-odds)); }
/// Change of a share for a small change of its log-odds.
double slope_at(double odds) { return share_of(odds) * (1.0 - share_of(odds)); }

/// Persons whom the survey sees and employed persons, at the start.
struct Headcount {
  double persons = 0.0;
  double employed = 0.0;
  double regular = 0.0;

  Headcount(const LabourStart& start, const state::AgePyramid& registered, state::AgeRange ages,
            std::optional<state::Sex> only = std::nullopt) {
    for (int group = 0; group < state::labour_group_count; ++group) {
      const state::AgeRange of_group = state::labour_groups[static_cast<std::size_t>(group)];
      if (!ages.contains(of_group.from)) continue;
      const double coverage = start.coverage[static_cast<std::size_t>(state::band_of_labour_group(group))];
      for (const state::Sex sex : state::sexes) {
        if (only && *only != sex) continue;
        const auto& shares = start.shares[static_cast<std::size_t>(state::cell_of(group, sex))];
        const double people = coverage * registered.sum(sex, of_group);
        persons += people;
        employed += people * (shares[2] + shares[3] + shares[4]);
        regular += people * shares[2];
      }
    }
  }
  [[nodiscard]] double employment_odds() const { return log_odds(employed / persons); }
};

/// Shares one survey after another published, by step, up to the last.
std::map<int, double> published_rates(const plan::Plan& plan, std::string_view sex, std::string_view ages, int last) {
  std::map<int, double> rates;
  for (const plan::Fact* fact : plan.facts.all("employment_rate")) {
    const auto step = survey_index(fact->period);
    if (step && *step <= last && fact->category.empty() && fact->sex == sex && fact->age == ages) {
      rates[*step] = fact->value / 100.0;
    }
  }
  return rates;
}

Series band_series(const plan::Plan& plan, const char* ages, int last) {
  Series series;
  for (const auto& [step, rate] : published_rates(plan, "both", ages, last)) series.push_back({step, log_odds(rate)});
  return series;
}

Series sex_gap_series(const plan::Plan& plan, int last) {
  Series series;
  const auto men = published_rates(plan, "male", "15-64", last);
  for (const auto& [step, rate] : published_rates(plan, "female", "15-64", last)) {
    if (const auto found = men.find(step); found != men.end()) {
      series.push_back({step, log_odds(rate) - log_odds(found->second)});
    }
  }
  return series;
}

/// Regular employees among the employed, all ages.
Series regular_series(const plan::Plan& plan, int last) {
  std::map<int, double> regular;
  std::map<int, double> employed;
  for (const plan::Fact* fact : plan.facts.all("employed")) {
    const auto step = survey_index(fact->period);
    const auto ages = survey_ages(fact->age);
    if (!step || *step > last || !ages || ages->from != state::youngest_working_age || ages->to != state::oldest_age ||
        fact->sex == "male" || fact->sex == "female") {
      continue;
    }
    const double persons = fact->unit == "thousand_persons" ? 1000.0 * fact->value : fact->value;
    if (fact->category.empty()) employed[*step] = persons;
    if (fact->category == "regular") regular[*step] = persons;
  }
  Series series;
  for (const auto& [step, persons] : regular) {
    if (const auto found = employed.find(step); found != employed.end()) {
      series.push_back({step, log_odds(persons / found->second)});
    }
  }
  return series;
}

/// Variance of a year's real change, in points, from the series alone: Var(D) = 2 s^2 + q^2. With the number of years.
struct OwnInnovation {
  double variance = 0.0;
  double years = 0.0;
};
OwnInnovation own_innovation(const Series& series, double measurement) {
  std::vector<double> changes;
  for (const TrendObservation& late : series) {
    for (const TrendObservation& early : series) {
      if (late.step - early.step == half_years) {
        changes.push_back(100.0 * (share_of(late.value) - share_of(early.value)));
      }
    }
  }
  if (changes.size() < 4) return {};
  const auto count = static_cast<double>(changes.size());
  const double mean = std::accumulate(changes.begin(), changes.end(), 0.0) / count;
  double sum = 0.0;
  for (const double change : changes) sum += (change - mean) * (change - mean);
  return {.variance = std::max(sum / (count - 1.0) - 2.0 * measurement * measurement, 0.0),
          .years = count / half_years};
}

/// Annual innovation of a band in points: its own moment, drawn towards the other counties'.
double shrunk_innovation(const Series& series, double measurement, double panel, double panel_years) {
  const OwnInnovation own = own_innovation(series, measurement);
  const double weight = own.years / (own.years + panel_years);
  return std::sqrt(weight * own.variance + (1.0 - weight) * panel * panel);
}

/// Fills a state from a series; from the start alone where there is none.
SeriesState follow(Series series, double at_start, int last, const TrendSettings& settings) {
  SeriesState result;
  result.published = at_start;
  result.observations = static_cast<int>(series.size());
  if (series.empty() || series.back().step < last) {
    series.push_back({last, at_start});
  } else {
    result.published = series.back().value;
  }
  const std::vector<TrendState> states = smooth_trend(series, settings);
  result.now = states.back();
  result.year_before = states.size() > half_years ? states[states.size() - 1 - half_years] : result.now;
  result.innovation = settings.level_sd * std::sqrt(static_cast<double>(half_years));
  return result;
}

TrendSettings walk(double measurement_sd, double innovation) {
  return {.measurement_sd = measurement_sd, .level_sd = innovation / std::sqrt(static_cast<double>(half_years))};
}

double mean_slope(const Series& series, double at_start) {
  if (series.empty()) return slope_at(at_start);
  double sum = 0.0;
  for (const TrendObservation& observation : series) sum += slope_at(observation.value);
  return sum / static_cast<double>(series.size());
}

/// Scales the innovations of the bands under 65 and finds their common share, so that the rate of 15-64 strays by
/// `target` points a year. Returns the common share.
double reconcile(std::array<double, state::survey_band_count>& innovation,
                 const std::array<double, state::survey_band_count>& weight, double target) {
  double apart = 0.0;
  double together = 0.0;
  for (std::size_t band = 0; band + 1 < innovation.size(); ++band) {
    apart += std::pow(weight[band] * innovation[band], 2);
    together += weight[band] * innovation[band];
  }
  together *= together;
  if (together <= apart) return 0.0;
  const double common = std::clamp((target * target - apart) / (together - apart), 0.0, 1.0);
  const double scale = target / std::sqrt(apart + common * (together - apart));
  for (std::size_t band = 0; band + 1 < innovation.size(); ++band) innovation[band] *= scale;
  return common;
}

struct BandInputs {
  std::array<Series, state::survey_band_count> series;
  std::array<double, state::survey_band_count> at_start{};    ///< log-odds
  std::array<double, state::survey_band_count> slope{};       ///< share a unit of log-odds
  std::array<double, state::survey_band_count> innovation{};  ///< points a year
  std::array<double, state::survey_band_count> weight{};      ///< of the persons of 15-64
};

BandInputs read_bands(const plan::Plan& plan, const LabourParameters& parameters, const LabourStart& start,
                      const state::AgePyramid& registered, int last) {
  BandInputs inputs;
  const double working_age = Headcount(start, registered, {15, 64}).persons;
  for (std::size_t band = 0; band < inputs.series.size(); ++band) {
    const Headcount people(start, registered, state::survey_bands[band]);
    inputs.series[band] = band_series(plan, band_names[band], last);
    inputs.at_start[band] = people.employment_odds();
    inputs.slope[band] = mean_slope(inputs.series[band], inputs.at_start[band]);
    inputs.weight[band] = people.persons / working_age;
    inputs.innovation[band] =
        shrunk_innovation(inputs.series[band], parameters.measurement[band].central(),
                          parameters.innovation[band].central(), parameters.innovation_weight.central());
  }
  return inputs;
}

/// The survey's error of the difference between women's and men's log-odds, 15-64.
double sex_gap_error(const LabourParameters& parameters, const LabourStart& start,
                     const state::AgePyramid& registered) {
  const Headcount both(start, registered, {15, 64});
  double variance = 0.0;
  for (const state::Sex sex : state::sexes) {
    const Headcount one(start, registered, {15, 64}, sex);
    const double asked = parameters.sample_persons.central() * one.persons / both.persons;
    variance += parameters.design_effect.central() / (asked * slope_at(one.employment_odds()));
  }
  return std::sqrt(variance);
}

}  // namespace

EmploymentHistory read_history(const plan::Plan& plan, const LabourParameters& parameters, const LabourStart& start,
                               const state::AgePyramid& registered) {
  const int last = survey_index(start.survey).value_or(0);
  BandInputs inputs = read_bands(plan, parameters, start, registered, last);
  EmploymentHistory history;
  history.common = reconcile(inputs.innovation, inputs.weight, parameters.innovation_15_64.central());
  for (std::size_t band = 0; band < inputs.series.size(); ++band) {
    const double points = 100.0 * inputs.slope[band];
    TrendSettings settings = walk(parameters.measurement[band].central() / points, inputs.innovation[band] / points);
    settings.drift_sd = parameters.drift_spread[band].central() / points / half_years;
    settings.drift_persistence = std::pow(parameters.drift_persistence.central(), 1.0 / half_years);
    settings.season_mean = 0.5 * parameters.season_difference.distribution.mean() / points;
    settings.season_sd = 0.25 *
                         std::abs(parameters.season_difference.distribution.quantile(0.84) -
                                  parameters.season_difference.distribution.quantile(0.16)) /
                         points;
    history.bands[band] = follow(inputs.series[band], inputs.at_start[band], last, settings);
  }
  const double gap = Headcount(start, registered, {15, 64}, state::Sex::female).employment_odds() -
                     Headcount(start, registered, {15, 64}, state::Sex::male).employment_odds();
  history.sex_gap = follow(sex_gap_series(plan, last), gap, last,
                           walk(sex_gap_error(parameters, start, registered), parameters.sex_gap_innovation.central()));
  const Headcount all(start, registered, {state::youngest_working_age, state::oldest_age});
  const double regular = log_odds(all.regular / all.employed);
  const double asked =
      parameters.sample_persons.central() * all.employed / Headcount(start, registered, {15, 64}).persons;
  history.regular = follow(regular_series(plan, last), regular, last,
                           walk(std::sqrt(parameters.design_effect.central() / (asked * slope_at(regular))),
                                parameters.regular_innovation.central()));
  return history;
}

}  // namespace jobcast::labour
