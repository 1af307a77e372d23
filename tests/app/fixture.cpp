#include "tests/app/fixture.hpp"

#include "models/state/groups.hpp"

namespace jobcast::app::testing {
namespace {

using Id = plan::Indicator::Id;

struct Level {
  Id id;
  double base, target, mean, sd, chance;
};
constexpr std::array levels{Level{Id::employment_rate_15_64, 76.1, 76.1, 76.24, 1.83, 0.523},
                            Level{Id::youth_employment_rate_15_29, 37.3, 37.1, 38.9, 5.2, 0.637},
                            Level{Id::female_employment_rate_15_64, 71.0, 71.0, 70.6, 2.4, 0.444},
                            Level{Id::employed_persons, 21800, 21850, 21614, 410, 0.281},
                            Level{Id::regular_employees, 7500, 7500, 7522, 260, 0.531},
                            Level{Id::insured_persons, 12609, 12610, 12655, 190, 0.595}};

forecast::Summary summary(double mean, double sd) {
  return {mean, sd, mean - 1.645 * sd, mean - 0.674 * sd, mean, mean + 0.674 * sd, mean + 1.645 * sd};
}

void add_indicators(forecast::Result& result) {
  for (const int half : {1, 2}) {
    for (const auto& level : levels) {
      result.indicators.push_back({level.id, time::reference_week(2024, half), level.base, level.target,
                                   summary(level.mean, level.sd), summary(level.mean, 0.7 * level.sd), level.chance,
                                   level.chance + 0.02, 0.005});
    }
  }
  for (const auto& level : levels) {
    result.starting_levels.push_back({level.id, level.base, level.base + 0.1 * level.sd, 0.6 * level.sd});
    result.change.push_back({level.id, "population", -0.15 * level.sd, -0.25 * level.sd, -0.05 * level.sd});
    result.change.push_back({level.id, "behaviour", 0.10 * level.sd, -1.1 * level.sd, 1.3 * level.sd});
    result.change.push_back({level.id, "programmes", 0.03 * level.sd, -0.01 * level.sd, 0.08 * level.sd});
    result.uncertainty.push_back({level.id, "parameters", 0.36});
    result.uncertainty.push_back({level.id, "chance", 0.05});
    result.uncertainty.push_back({level.id, "execution", 0.01});
    result.uncertainty.push_back({level.id, "survey", 0.58});
  }
}

void add_people(forecast::Result& result) {
  result.jobs = {{plan::Sector::direct, 2247, 2247, 1903.4, 804.2, 652.3, 401.5, 911.2, 12.4},
                 {plan::Sector::training, 98, 98, 22.1, 18.4, 6.2, 1.1, 12.3, 0},
                 {plan::Sector::service, 9264, 1402, 311.2, 203.5, 31.6, -4.2, 88.9, 0},
                 {plan::Sector::subsidy, 1288, 1288, 1204.3, 1101.1, 55.5, 8.4, 122.1, 0},
                 {plan::Sector::startup, 20, 20, 15.3, 14.8, 8.1, 3.2, 13.9, 0},
                 {plan::Sector::private_hiring, 350, 350, 298.7, 288.8, 14.6, 0.2, 61.5, 3.1}};
  for (int year = 2024; year <= 2028; ++year) {
    const double shrink = 1.0 - 0.018 * (year - 2023);
    double total = 0.0;
    for (const auto name : state::plan_age_group_names) {
      const double mean = 4886.0 * shrink + static_cast<double>(name.size());
      total += mean;
      result.population.push_back(
          {time::make_date(year, 12, 31), std::string(name), "both", mean, mean - 90, mean + 88});
      result.population.push_back(
          {time::make_date(year, 12, 31), std::string(name), "male", mean / 2, mean / 2 - 50, mean / 2 + 50});
      result.population.push_back(
          {time::make_date(year, 12, 31), std::string(name), "female", mean / 2, mean / 2 - 50, mean / 2 + 50});
    }
    result.population.push_back({time::make_date(year, 12, 31), "all", "both", total, total - 420, total + 430});
    result.flows.push_back({year, {95.4, 79, 112}, {412.2, 380, 446}, {2711.0, 2600, 2822}, {3120.9, 3001, 3244}});
  }
}

}  // namespace

plan::Plan fixture_plan() {
  plan::Plan plan;
  plan.id = "jeongseon-2024";
  plan.title = {"정선군 2024년 일자리대책", "Jeongseon-gun jobs plan 2024"};
  plan.county = {"정선군", "Jeongseon-gun"};
  plan.as_of = time::make_date(2023, 12, 31);
  plan.base_year = 2023;
  plan.plan_year = 2024;
  return plan;
}

forecast::Result fixture_result() {
  forecast::Result result;
  result.plan_id = "jeongseon-2024";
  result.scenario = "plan";
  result.scenario_title = {"계획대로", "As planned"};
  result.as_of = time::make_date(2023, 12, 31);
  result.seed = 7;
  result.draws = 10000;
  add_indicators(result);
  add_people(result);
  result.fit = {{"2023H2", "employed both 15+", 21800, 21711.5, 420, true},
                {"2023H2", "employed both 65+", 7000, 7391.0, 300, false}};
  return result;
}

}  // namespace jobcast::app::testing
