#include "models/tracking/sectors.hpp"

#include <array>

#include "engine/stats/weighted.hpp"
#include "models/forecast/streams.hpp"
#include "models/forecast/summary_of.hpp"
#include "models/programmes/programme_model.hpp"
#include "models/tracking/executions.hpp"

namespace jobcast::tracking {
namespace {

using forecast::ScenarioOutcomes;
using forecast::SectorMeasure;
using Column = std::span<const double>;
using Draws = std::vector<double>;

constexpr std::size_t sector_count = plan::sectors.size();

Range range_of(Column draws, const std::vector<double>& weights) {
  if (weights.empty()) {
    const auto range = forecast::range_of(draws);
    return {range.mean, range.p05, range.p95};
  }
  const auto ends = stats::weighted_quantiles(draws, weights, std::array{0.05, 0.95});
  return {stats::weighted_mean(draws, weights), ends[0], ends[1]};
}

void add_to(Draws& sum, Column draws) {
  for (std::size_t draw = 0; draw < sum.size(); ++draw) sum[draw] += draws[draw];
}

/// Jobs filled by the year's end, a draw: by sector, then all. The same random numbers as the forecast's.
std::vector<Draws> year_end(const plan::Plan& plan, const scenario::Scenario& scenario, std::uint64_t seed, int draws) {
  const programmes::ProgrammeModel model(plan, scenario, {});
  const auto execution = forecast::Streams(seed).execution;
  const auto count = static_cast<std::size_t>(draws);
  std::vector<Draws> jobs(sector_count + 1, Draws(count));
  for (const auto& group : model.groups()) {
    const double offered = jobs_offered(model, group);
    const programmes::Parameter& fill = model.parameter(group.fill);
    auto& of_sector = jobs[static_cast<std::size_t>(model.kind_of(group).sector)];
    for (std::size_t first = 0; first < count; first += units::lane_count) {
      random::LaneStream stream(execution, static_cast<std::uint32_t>(first), fill.stream);
      const units::Lane share = fill.distribution.quantile(stream.uniform());
      for (std::size_t lane = 0; lane < units::lane_count && first + lane < count; ++lane) {
        of_sector[first + lane] += offered * share[static_cast<Eigen::Index>(lane)];
      }
    }
  }
  for (std::size_t sector = 0; sector < sector_count; ++sector) add_to(jobs.back(), jobs[sector]);
  return jobs;
}

/// Persons at work in October's week: by sector, then all.
std::vector<Draws> at_work(const forecast::Drawn& drawn) {
  std::vector<Draws> persons;
  Draws all(static_cast<std::size_t>(drawn.outcomes.numbers.draws()));
  for (std::size_t sector = 0; sector < sector_count; ++sector) {
    const auto column = drawn.outcomes.numbers.column(ScenarioOutcomes::sector(sector, SectorMeasure::at_work));
    persons.emplace_back(column.begin(), column.end());
    add_to(all, column);
  }
  persons.push_back(std::move(all));
  return persons;
}

}  // namespace

std::vector<SectorTrack> count_jobs(const CountedJobs& jobs) {
  const int draws = jobs.drawn_before.outcomes.numbers.draws();
  const auto year_before = year_end(jobs.plan, jobs.before, jobs.seed, draws);
  const auto year_after = year_end(jobs.plan, jobs.after, jobs.seed, draws);
  const auto work_before = at_work(jobs.drawn_before);
  const auto work_after = at_work(jobs.drawn_after);
  std::vector<SectorTrack> sectors(sector_count + 1);
  for (const auto& programme : jobs.plan.programmes) {
    sectors[static_cast<std::size_t>(programme.sector)].plan_jobs += programme.jobs;
    sectors.back().plan_jobs += programme.jobs;
  }
  for (std::size_t sector = 0; sector < sectors.size(); ++sector) {
    sectors[sector].year_before = range_of(year_before[sector], {});
    sectors[sector].year_after = range_of(year_after[sector], jobs.weights);
    sectors[sector].at_work_before = range_of(work_before[sector], {});
    sectors[sector].at_work_after = range_of(work_after[sector], jobs.weights);
  }
  return sectors;
}

}  // namespace jobcast::tracking
