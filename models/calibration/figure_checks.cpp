#include "models/calibration/figure_checks.hpp"

#include <algorithm>
#include <cmath>

#include "engine/stats/moments.hpp"
#include "models/calibration/columns.hpp"
#include "models/labour/labour_columns.hpp"
#include "models/labour/log_odds.hpp"
#include "models/labour/survey_figure.hpp"
#include "models/population/population_model.hpp"

namespace jobcast::calibration {
namespace {

/// Members whose expectations are averaged: their hypers differ little, and each costs a run of the filter.
constexpr std::size_t most_members = 200;

Hyper hyper_of_member(const Calibration& calibration, const PathSettings& settings, std::size_t member) {
  namespace names = labour::labour_columns;
  Hyper hyper;
  hyper.design_effect = calibration.columns.at("survey.design_effect")[member];
  hyper.common = calibration.columns.at(names::common)[member];
  for (std::size_t band = 0; band < band_count; ++band) {
    const auto found = calibration.columns.find(names::innovation[band]);
    hyper.innovation[band] = found == calibration.columns.end() ? settings.innovation[band] : found->second[member];
    const auto spread = calibration.columns.find(drift_spread_columns[band]);
    hyper.drift_sd[band] = spread == calibration.columns.end() ? settings.drift_sd[band] : spread->second[member];
  }
  return hyper;
}

/// Each figure from the surveys before it; the first survey's have none before them and are left out.
void check_surveys(const Data& data, const Calibration& calibration, std::vector<FigureCheck>& figures) {
  const Expectations none(*data.path);
  std::vector<std::vector<Expectation>> by_member;
  const auto members = std::min(most_members, static_cast<std::size_t>(calibration.columns.begin()->second.size()));
  for (std::size_t member = 0; member < members; ++member) {
    Expectations expectations = none;
    filter_path(*data.path, hyper_of_member(calibration, data.path->settings, member), data.until, &expectations);
    by_member.push_back(std::move(expectations.figures));
  }
  const int first = data.path->rounds.front().step;
  for (std::size_t index = 0; index < by_member.front().size(); ++index) {
    const Expectation& one = by_member.front()[index];
    if (one.step == first) continue;
    // A mixture of normals: variance within members and between them.
    stats::Moments means;
    double within = 0.0;
    for (const auto& expectations : by_member) {
      means.add(expectations[index].mean);
      within += expectations[index].variance / static_cast<double>(members);
    }
    const double sd = std::sqrt(within + means.variance());
    const RoundView& round = *std::find_if(data.path->rounds.begin(), data.path->rounds.end(),
                                           [&](const RoundView& each) { return each.step == one.step; });
    const auto& figure = round.figures[one.figure];
    const double expected = off_scale(figure, means.mean());
    // Slope of the scale: persons of their logarithm, percent of log-odds.
    const double slope = figure.base ? 100.0 * labour::slope_at(means.mean()) : expected;
    figures.push_back({.what = round.names[one.figure],
                       .period = labour::survey_name(one.step),
                       .observed = off_scale(figure, one.observed),
                       .expected = expected,
                       .sd = slope * sd,
                       .score = (one.observed - means.mean()) / sd});
  }
}

void check_events(const char* what, const std::vector<CountedEvents>& all, const std::vector<double>& factors,
                  std::vector<FigureCheck>& figures) {
  for (const CountedEvents& events : all) {
    stats::Moments expected;
    double within = 0.0;
    for (const double factor : factors) {
      expected.add(factor * events.expected);
      within += events_variance(factor * events.expected) / static_cast<double>(factors.size());
    }
    const double sd = std::sqrt(within + expected.variance());
    figures.push_back({.what = what,
                       .period = std::to_string(events.year),
                       .observed = events.counted,
                       .expected = expected.mean(),
                       .sd = sd,
                       .score = (events.counted - expected.mean()) / sd});
  }
}

void check_groups(const plan::Plan& plan, std::vector<FigureCheck>& figures) {
  try {
    const population::PopulationModel model(plan);
    const auto leaving =
        population::leaving_hazards(model.start(), plan.assumption("population.out_migration_rate").central());
    const auto net = population::estimate_migration(
        population::read_transitions(plan, model.start_year(), model.uncertainty().mortality_multiplier.central()),
        leaving, {});
    for (const auto& group : net.fit) {
      const auto& fact = *group.counted.fact;
      figures.push_back({.what = fact.item + " " + fact.sex + " " + fact.age,
                         .period = std::to_string(group.year),
                         .observed = group.counted.persons,
                         .expected = group.fitted,
                         .sd = group.chance_sd,
                         .score = (group.counted.persons - group.fitted) / group.chance_sd});
    }
  } catch (const input::InputError&) {
    return;  // a plan without a population to forecast has no group to check
  }
}

}  // namespace

std::vector<FigureCheck> check_figures(const plan::Plan& plan, const Data& data, const Calibration& calibration) {
  std::vector<FigureCheck> figures;
  if (data.path) check_surveys(data, calibration, figures);
  if (data.vital && !data.vital->deaths.empty()) {
    check_events("deaths", data.vital->deaths, calibration.columns.at("population.mortality_multiplier"), figures);
  }
  if (data.vital && !data.vital->births.empty()) {
    check_events("births", data.vital->births, calibration.columns.at("population.fertility_level"), figures);
  }
  if (data.vital) check_groups(plan, figures);
  return figures;
}

}  // namespace jobcast::calibration
