#include "models/calibration/calibrate.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "engine/parallel/threads.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/quantile.hpp"
#include "models/calibration/columns.hpp"
#include "models/labour/survey_figure.hpp"
#include "models/plan/as_of.hpp"

namespace jobcast::calibration {
namespace {

double seven_digits(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6e", value);
  return std::strtod(text, nullptr);
}

void summarise(const std::vector<NamedColumn>& columns, Calibration& calibration) {
  for (const NamedColumn& column : columns) {
    stats::Moments prior, posterior;
    for (const double value : column.prior) prior.add(value);
    std::vector<double> members;
    for (const double value : column.members) members.push_back(seven_digits(value));
    for (const double value : members) posterior.add(value);
    const auto range = stats::central_interval(members, 0.9);
    calibration.parameters.push_back({.column = column.name,
                                      .prior_mean = prior.mean(),
                                      .prior_sd = prior.standard_deviation(),
                                      .mean = posterior.mean(),
                                      .sd = posterior.standard_deviation(),
                                      .p05 = range.low,
                                      .p95 = range.high});
    calibration.columns.emplace(column.name, std::move(members));
  }
}

int figures_in(const Data& data) {
  int figures = 0;
  if (data.path) {
    for (const RoundView& round : data.path->rounds) figures += static_cast<int>(round.figures.size());
  }
  if (data.vital) figures += static_cast<int>(data.vital->deaths.size() + data.vital->births.size());
  return figures;
}

time::Date week_end(int step) { return time::add_days(time::reference_week(step / 2, step % 2 + 1), 6); }

/// The last survey over by the plan's as-of date; the first where all came later.
int start_of_forecast(const plan::Plan& plan, const SurveyRecord& record) {
  int start = record.rounds.front().step;
  for (const SurveyRound& round : record.rounds) {
    if (week_end(round.step) <= plan.as_of) start = round.step;
  }
  return start;
}

}  // namespace

plan::Plan view_until(const plan::Plan& plan, std::optional<int> until) {
  const SurveyRecord record = read_record(plan);
  if (!until || record.empty() || *until >= record.last()) return plan;
  return plan::as_of(plan, week_end(*until));
}

Data read_data(const plan::Plan& plan, const plan::Plan& view) {
  refuse_impossible(plan);
  Data data;
  const SurveyRecord known = read_record(view);
  const SurveyRecord whole = read_record(plan);
  if (!known.empty()) {
    data.path.emplace(known);
    data.until = known.last();
    data.target = start_of_forecast(plan, whole);
    for (const SurveyRound& round : known.rounds) {
      for (std::size_t band = 0; band < band_count; ++band) data.seen[band] = data.seen[band] || round.rate[band];
    }
  }
  data.vital = read_vital(plan, view);
  if (data.vital && data.vital->deaths.empty() && data.vital->births.empty()) data.vital.reset();
  if (!data.path && !data.vital) {
    throw input::InputError({.where = {.file = plan.folder},
                             .problem = {"calibration.nothing_to_learn", {}},
                             .expected = {"calibration.expected_data", {}},
                             .mend = {}});
  }
  return data;
}

Calibration calibrate(const plan::Plan& plan, const Settings& settings) {
  const plan::Plan view = view_until(plan, settings.until);
  const Data data = read_data(plan, view);
  Calibration calibration{.members = settings.members,
                          .seed = settings.seed,
                          .until = data.path ? labour::survey_name(data.until) : "",
                          .surveys = data.path ? static_cast<int>(data.path->rounds.size()) : 0,
                          .figures = figures_in(data)};
  const TemperedSettings tempering{.members = settings.members, .seed = settings.seed};
  parallel::on_threads(settings.threads, [&] {
    if (data.path) {
      auto sampled = sample_labour(*data.path, data.target, tempering);
      summarise(labour_columns(data, sampled.members, settings.seed), calibration);
      calibration.labour = std::move(sampled.tempered);
    }
    if (data.vital) {
      auto sampled = sample_vital(*data.vital, tempering);
      summarise(vital_columns(data, sampled.members, settings.seed), calibration);
      calibration.vital = std::move(sampled.tempered);
    }
  });
  return calibration;
}

}  // namespace jobcast::calibration
