#include "models/forecast/summarise.hpp"
#include "models/forecast/summary_of.hpp"
#include "models/programmes/execution.hpp"

namespace jobcast::forecast {
namespace {

using Column = std::span<const double>;

/// The plan's own count of a programme under a scenario, before money acts.
double counted_jobs(const plan::Programme& programme, const programmes::ProgrammeExecution& execution) {
  switch (execution.set) {
    case scenario::ProgrammeSet::none:
      return 0.0;
    case scenario::ProgrammeSet::base_year:
      return programme.jobs * programme.traits.base_ratio.central();
    case scenario::ProgrammeSet::plan:
      break;
  }
  return programme.jobs * execution.jobs_ratio;
}

std::string described(const labour::FitLine& line) {
  std::string text = line.item;
  for (const auto& word : {line.sex, line.age, line.category}) {
    if (!word.empty()) text += " " + word;
  }
  return text;
}

}  // namespace

void summarise_jobs(const Played& played, Result& result) {
  if (played.county.calendar.surveys.empty()) return;
  const auto executions = programmes::apply(played.county.plan, played.scenario);
  for (std::size_t sector = 0; sector < plan::sectors.size(); ++sector) {
    SectorJobs row{.sector = plan::sectors[sector]};
    for (std::size_t index = 0; index < executions.size(); ++index) {
      const plan::Programme& programme = played.county.plan.programmes[index];
      if (programme.sector != row.sector) continue;
      const double jobs = counted_jobs(programme, executions[index]);
      row.plan_jobs += jobs;
      row.persons += jobs * programme.traits.persons_per_job.central();
    }
    const auto column = [&](SectorMeasure measure) {
      return played.of_scenario.numbers.column(ScenarioOutcomes::sector(sector, measure));
    };
    const auto net = range_of(column(SectorMeasure::net_employment));
    row.at_work_in_reference_week = mean_of(column(SectorMeasure::at_work));
    row.at_work_15_64 = mean_of(column(SectorMeasure::at_work_15_64));
    row.net_employment = net.mean;
    row.net_p05 = net.p05;
    row.net_p95 = net.p95;
    row.unfilled = mean_of(column(SectorMeasure::unfilled));
    result.jobs.push_back(row);
  }
}

void summarise_population(const CountyModel& county, const CountyOutcomes& outcomes, CountySummary& summary) {
  for (const int year : county.calendar.whole_years) {
    const auto index = static_cast<std::size_t>(year - county.population.start_year() - 1);
    const auto add = [&](std::string_view group, std::string_view sex, const std::vector<Column>& columns) {
      const auto range = range_of_sum(columns);
      summary.population.push_back({.date = time::make_date(year, 12, 31),
                                    .age_group = std::string(group),
                                    .sex = std::string(sex),
                                    .mean = range.mean,
                                    .p05 = range.p05,
                                    .p95 = range.p95});
    };
    std::vector<Column> men, women, everyone;
    for (std::size_t group = 0; group < state::plan_age_groups.size(); ++group) {
      const auto name = state::plan_age_group_names[group];
      const Column male = outcomes.numbers.column(CountyOutcomes::population(index, group * state::sex_count));
      const Column female = outcomes.numbers.column(CountyOutcomes::population(index, group * state::sex_count + 1));
      add(name, "male", {male});
      add(name, "female", {female});
      add(name, "both", {male, female});
      men.push_back(male);
      women.push_back(female);
    }
    everyone = men;
    everyone.insert(everyone.end(), women.begin(), women.end());
    add("all", "male", men);
    add("all", "female", women);
    add("all", "both", everyone);

    const auto flow = [&](std::size_t kind) -> FlowForecast::Flow {
      const auto range = range_of(outcomes.numbers.column(CountyOutcomes::flow(index, kind)));
      return {.mean = range.mean, .p05 = range.p05, .p95 = range.p95};
    };
    summary.flows.push_back(
        {.year = year, .births = flow(0), .deaths = flow(1), .arrivals = flow(2), .leavers = flow(3)});
  }
}

void list_fit(const CountyModel& county, CountySummary& summary) {
  for (const auto* start : {&county.labour.start(), &county.labour.year_before()}) {
    for (const auto& line : start->fit) {
      summary.fit.push_back({.survey = line.survey,
                             .what = described(line),
                             .published = line.published,
                             .model = line.model,
                             .sampling_error = line.sampling_error,
                             .within = line.within});
    }
  }
}

}  // namespace jobcast::forecast
