#include "models/forecast/forecast.hpp"

#include <optional>
#include <stdexcept>
#include <utility>

#include "engine/parallel/loop.hpp"
#include "engine/parallel/threads.hpp"
#include "models/forecast/answer.hpp"
#include "models/forecast/county.hpp"
#include "models/forecast/futures.hpp"
#include "models/forecast/summarise.hpp"

namespace jobcast::forecast {
namespace {

bool is_replicated(int block, const Request& request) {
  return request.split_uncertainty && block * units::lane_count < replicated_draws(request.draws);
}

std::uint32_t first_draw_of(int block) { return static_cast<std::uint32_t>(block * units::lane_count); }

}  // namespace

Result run(const plan::Plan& plan, const scenario::Scenario& scenario, const Request& request) {
  return run_drawn(plan, scenario, request).result;
}

Drawn run_drawn(const plan::Plan& plan, const scenario::Scenario& scenario, const Request& request) {
  std::optional<Drawn> drawn;
  parallel::on_threads(request.threads, [&] { drawn.emplace(run_here(plan, scenario, request)); });
  return std::move(*drawn);
}

Drawn run_here(const plan::Plan& plan, const scenario::Scenario& scenario, const Request& request) {
  const CountyModel county(plan, scenario, request.until);
  const programmes::ProgrammeModel programmes(county.plan, county.programmes, scenario);
  CountyOutcomes of_county(request.draws, county.calendar.whole_years.size());
  ScenarioOutcomes of_scenario(request.draws, county.calendar.surveys.size());
  const Streams streams(request.seed);
  struct Worker {
    County county;
    Answer answer;
    BlockFutures futures;
  };
  parallel::OneAThread<Worker> workers([&] { return Worker{County(county), Answer(county, programmes), {}}; });
  parallel::for_each_index(0, of_county.numbers.block_count(), [&](int block) {
    Worker& worker = workers.local();
    worker.county.play(streams, first_draw_of(block), is_replicated(block, request), worker.futures, of_county);
    worker.answer.write(streams, worker.futures, of_scenario);
  });
  const CountySummary summary = summarise_county(county, of_county);
  Result result = summarise({county, scenario, request, summary, of_scenario});
  return {std::move(result), std::move(of_scenario)};
}

Futures::Futures(const plan::Plan& plan, const scenario::Scenario& scenario, const Request& request)
    : scenario_(scenario), request_(request), county_(plan, scenario, request.until) {
  CountyOutcomes outcomes(request.draws, county_.calendar.whole_years.size());
  blocks_.resize(static_cast<std::size_t>(outcomes.numbers.block_count()));
  const Streams streams(request.seed);
  parallel::on_threads(request.threads, [&] {
    parallel::OneAThread<County> counties([&] { return County(county_); });
    parallel::for_each_index(0, outcomes.numbers.block_count(), [&](int block) {
      counties.local().play(streams, first_draw_of(block), is_replicated(block, request),
                            blocks_[static_cast<std::size_t>(block)], outcomes);
    });
    summary_ = summarise_county(county_, outcomes);
  });
}

Result Futures::answer(const scenario::Scenario& scenario) const { return answer_drawn(scenario).result; }

Drawn Futures::answer_drawn(const scenario::Scenario& scenario) const {
  std::optional<Drawn> drawn;
  parallel::on_threads(request_.threads, [&] { drawn.emplace(answer_here(scenario)); });
  return std::move(*drawn);
}

void Futures::refuse_another_county(const scenario::Scenario& scenario) const {
  if (!same_county(county_.plan, scenario_, scenario)) {
    throw std::invalid_argument("a scenario with other settings or shocks has other futures");
  }
}

std::vector<survey::SurveyDraw> Futures::last_survey() const {
  std::vector<survey::SurveyDraw> asked;
  if (county_.calendar.surveys.empty()) return asked;
  const Streams streams(request_.seed);
  for (const BlockFutures& block : blocks_) {
    asked.push_back(survey::draw_survey(county_.survey, county_.calendar.surveys.back(), streams.parameters,
                                        streams.survey, block.first_draw));
  }
  return asked;
}

std::vector<LastWeek> Futures::last_week_here(const scenario::Scenario& scenario) const {
  refuse_another_county(scenario);
  if (county_.calendar.surveys.empty()) return {};
  const programmes::ProgrammeModel programmes(county_.plan, county_.programmes, scenario);
  std::vector<LastWeek> weeks(blocks_.size());
  const Streams streams(request_.seed);
  parallel::OneAThread<Answer> answers([&] { return Answer(county_, programmes); });
  parallel::for_each_index(std::size_t{0}, blocks_.size(),
                           [&](std::size_t block) { answers.local().meet(streams, blocks_[block], weeks[block]); });
  return weeks;
}

Drawn Futures::answer_here(const scenario::Scenario& scenario) const {
  refuse_another_county(scenario);
  const programmes::ProgrammeModel programmes(county_.plan, county_.programmes, scenario);
  ScenarioOutcomes of_scenario(request_.draws, county_.calendar.surveys.size());
  const Streams streams(request_.seed);
  parallel::OneAThread<Answer> answers([&] { return Answer(county_, programmes); });
  parallel::for_each_index(std::size_t{0}, blocks_.size(),
                           [&](std::size_t block) { answers.local().write(streams, blocks_[block], of_scenario); });
  Result result = summarise({county_, scenario, request_, summary_, of_scenario});
  return {std::move(result), std::move(of_scenario)};
}

}  // namespace jobcast::forecast
