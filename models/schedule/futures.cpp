#include "models/schedule/futures.hpp"

#include <algorithm>

#include "engine/parallel/loop.hpp"
#include "engine/parallel/threads.hpp"
#include "engine/time/date.hpp"
#include "models/forecast/streams.hpp"
#include "models/schedule/criticality.hpp"

namespace jobcast::schedule {
namespace {

using units::Lane;

constexpr std::array<std::size_t, week_count> reference_months{3, 9};  // April and October, from 0

/// What a thread needs for a block.
struct Worker {
  explicit Worker(const programmes::ProgrammeModel& model)
      : draw(model.make_draw()), criticality(model.planned().schedule()), heads(model.groups().size()) {}

  programmes::ProgrammeDraw draw;
  CriticalityRoom criticality;
  std::vector<Lane> heads;
};

/// An opening as a block sees it.
struct Gate {
  std::size_t group = 0;
  double first_day = 0.0;  ///< planned, with the scenario's delay
  const std::vector<std::size_t>* waits = nullptr;
};

std::vector<Gate> gates_of(const programmes::ProgrammeModel& model, const std::vector<Opening>& openings) {
  std::vector<Gate> gates;
  for (const Opening& opening : openings) {
    for (std::size_t group = 0; group < model.groups().size(); ++group) {
      const auto& rows = model.groups()[group].rows;
      if (std::find(rows.begin(), rows.end(), opening.programme) == rows.end()) continue;
      gates.push_back(
          {group, time::day_number(opening.planned) + model.groups()[group].start_delay_days, &opening.waits});
    }
  }
  return gates;
}

/// The lanes of a block that are draws of the question.
double sum_of_draws(const Lane& lanes, std::uint32_t first_draw, int draws) {
  double sum = 0.0;
  for (int lane = 0; lane < units::lane_count; ++lane) {
    if (static_cast<int>(first_draw) + lane < draws) sum += lanes[lane];
  }
  return sum;
}

}  // namespace

time::Date week_of_month(int year, int month) {
  const time::Date middle = time::make_date(year, month, 15);
  return middle - (std::chrono::weekday(middle) - std::chrono::Sunday);
}

Futures::Futures(const programmes::ProgrammeModel& model, int plan_year, const std::vector<Opening>& openings,
                 const Question& question)
    : steps_(model.planned().schedule().steps().size()),
      openings_(openings.size()),
      groups_(model.groups().size()),
      numbers_(2 * (steps_ + openings_) + week_count * groups_ + month_count, question.draws),
      month_sums_(static_cast<std::size_t>(numbers_.block_count())) {
  std::vector<programmes::WeekCalendar> weeks;
  for (std::size_t month = 0; month < month_count; ++month) {
    weeks.push_back(model.planned().week(week_of_month(plan_year, static_cast<int>(month) + 1)));
  }
  const auto gates = gates_of(model, openings);
  const forecast::Streams streams(question.seed);

  const auto play = [&](int block, Worker& worker) {
    const auto first_draw = static_cast<std::uint32_t>(block * units::lane_count);
    const auto put = [&](std::size_t column, const Lane& lanes) { numbers_.put(column, first_draw, lanes); };
    model.draw(streams.parameters, streams.execution, first_draw, worker.draw);
    mark_critical(model.planned().schedule(), worker.draw.milestones, worker.criticality);
    for (std::size_t step = 0; step < steps_; ++step) {
      put(step, worker.draw.milestones[step]);
      put(steps_ + step, worker.criticality.critical[step]);
    }
    for (std::size_t gate = 0; gate < gates.size(); ++gate) {
      const Lane alone = gates[gate].first_day + worker.draw.groups[gates[gate].group].delay_days;
      Lane day = alone;
      for (const std::size_t step : *gates[gate].waits) day = day.max(worker.draw.milestones[step]);
      put(2 * steps_ + gate, day);
      put(2 * steps_ + openings_ + gate, (day > alone).select(Lane::Constant(1.0), 0.0));
    }
    auto& sums = month_sums_[static_cast<std::size_t>(block)];
    sums.resize(month_count * groups_);
    for (std::size_t month = 0; month < month_count; ++month) {
      model.offered(worker.draw, weeks[month], worker.heads);
      Lane total = Lane::Zero();
      for (std::size_t group = 0; group < groups_; ++group) {
        total += worker.heads[group];
        sums[month * groups_ + group] = sum_of_draws(worker.heads[group], first_draw, question.draws);
      }
      put(month_column(month), total);
      for (std::size_t week = 0; week < week_count; ++week) {
        if (reference_months[week] != month) continue;
        for (std::size_t group = 0; group < groups_; ++group) put(heads_column(group, week), worker.heads[group]);
      }
    }
  };
  parallel::on_threads(question.threads, [&] {
    parallel::OneAThread<Worker> workers([&] { return Worker(model); });
    parallel::for_each_index(0, numbers_.block_count(), [&](int block) { play(block, workers.local()); });
  });
}

double Futures::mean_in_month(std::size_t group, std::size_t month) const {
  double sum = 0.0;
  for (const auto& block : month_sums_) sum += block[month * groups_ + group];
  return sum / draws();
}

}  // namespace jobcast::schedule
