#pragma once

#include <string>
#include <vector>

#include "engine/store/fingerprint.hpp"
#include "engine/store/run.hpp"
#include "models/plan/plan.hpp"
#include "models/runs/names.hpp"

namespace jobcast::runs::testing {

/// What a run made by hand is made of.
struct HandMade {
  std::string scenario = "plan";
  std::string plan = "county";
  std::uint64_t seed = 1;
  std::string pack = "one";
  std::string engine = "1";
  time::Date survey = time::make_date(2024, 10, 13);
  double target = 60.0;
  std::vector<double> truth;           ///< of every indicator
  std::vector<double> published = {};  ///< empty: the truth
  bool draws_kept = true;
};

/// A run in which every indicator has the same draws, published in steps of 0.1.
inline store::Run run(const HandMade& made) {
  const auto& published = made.published.empty() ? made.truth : made.published;
  store::Run run{.record = {.key = store::Fingerprint()
                                       .add("scenario", made.scenario)
                                       .add("plan", made.plan)
                                       .add("seed", made.seed)
                                       .add("pack", made.pack)
                                       .add("engine", made.engine)
                                       .hex(),
                            .pack = store::Fingerprint::of_bytes(made.pack),
                            .plan = made.plan,
                            .scenario = made.scenario,
                            .title_ko = "제목 " + made.scenario,
                            .title_en = "Title " + made.scenario,
                            .levers = R"({"money":"-10%"})",
                            .seed = made.seed,
                            .draws = static_cast<int>(made.truth.size()),
                            .engine = made.engine,
                            .until = time::make_date(2024, 12, 31)},
                 .outcomes = {},
                 .columns = {}};
  for (const char* indicator : plan::indicator_names) {
    run.outcomes.push_back({.name = published_name(indicator),
                            .date = made.survey,
                            .mean = 60.0,
                            .p05 = 59.0,
                            .p95 = 61.0,
                            .probability = 0.5,
                            .monte_carlo_error = 0.01});
    run.outcomes.push_back({.name = truth_name(indicator), .date = made.survey, .mean = 60.0, .probability = 0.5});
    run.outcomes.push_back({.name = target_name(indicator), .date = made.survey, .mean = made.target});
    run.outcomes.push_back({.name = step_name(indicator), .date = made.survey, .mean = 0.1});
    if (!made.draws_kept) continue;
    run.columns.push_back({published_name(indicator), made.survey, published});
    run.columns.push_back({truth_name(indicator), made.survey, made.truth});
  }
  return run;
}

}  // namespace jobcast::runs::testing
