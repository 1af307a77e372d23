#include "models/response/simulator.hpp"

#include <algorithm>
#include <mutex>
#include <stdexcept>

#include "engine/parallel/loop.hpp"
#include "engine/parallel/threads.hpp"
#include "models/survey/publish.hpp"

namespace jobcast::response {
namespace {

using units::Lane;

constexpr int youth_groups = 3;        // labour groups 0..2 are 15-29
constexpr int first_senior_group = 7;  // 65 and over

Lane employed_of_groups(const state::CellCounts& people, int from, int to) {
  Lane sum = Lane::Zero();
  for (int group = from; group < to; ++group) {
    for (const auto sex : state::sexes) sum += people.employed(state::cell_of(group, sex));
  }
  return sum;
}

double mean_of_first(const std::vector<Lane>& lanes, int draws) {
  double sum = 0.0;
  for (int draw = 0; draw < draws; ++draw) {
    sum += lanes[static_cast<std::size_t>(draw / units::lane_count)][draw % units::lane_count];
  }
  return sum / static_cast<double>(draws);
}

/// Columns of whole blocks, cut to the draws at the end.
class Columns {
 public:
  explicit Columns(std::size_t blocks) {
    const auto rows = blocks * static_cast<std::size_t>(units::lane_count);
    for (auto* columns : {&outcomes_.truth, &outcomes_.published}) {
      for (auto& column : *columns) column.resize(rows);
    }
    for (auto* column : {&outcomes_.youth, &outcomes_.seniors, &outcomes_.additional}) column->resize(rows);
    for (auto& lanes : at_work_) lanes.resize(blocks);
    for (auto& lanes : unfilled_) lanes.resize(blocks);
  }

  void write(std::size_t block, const forecast::LastWeek& week, const survey::SurveyDraw& asked) {
    survey::IndicatorLanes truth, published;
    survey::publish(week.people, asked, truth, published);
    constexpr auto insured = plan::Indicator::Id::insured_persons;
    truth.of(insured) = week.insured;
    published.of(insured) = asked.steps[static_cast<std::size_t>(insured)].round(week.insured);
    for (std::size_t indicator = 0; indicator < truth.values.size(); ++indicator) {
      put(outcomes_.truth[indicator], block, truth.values[indicator]);
      put(outcomes_.published[indicator], block, published.values[indicator]);
    }
    put(outcomes_.youth, block, employed_of_groups(week.people, 0, youth_groups));
    put(outcomes_.seniors, block, employed_of_groups(week.people, first_senior_group, state::labour_group_count));
    Lane additional = Lane::Zero();
    for (std::size_t sector = 0; sector < week.sectors.size(); ++sector) {
      additional += week.sectors[sector].net_employment;
      at_work_[sector][block] = week.sectors[sector].at_work;
      unfilled_[sector][block] = week.sectors[sector].unfilled;
    }
    put(outcomes_.additional, block, additional);
  }

  Outcomes take(int draws) {
    const auto rows = static_cast<std::size_t>(draws);
    for (auto* columns : {&outcomes_.truth, &outcomes_.published}) {
      for (auto& column : *columns) column.resize(rows);
    }
    for (auto* column : {&outcomes_.youth, &outcomes_.seniors, &outcomes_.additional}) column->resize(rows);
    for (std::size_t sector = 0; sector < plan::sectors.size(); ++sector) {
      outcomes_.sectors[sector] = {.at_work = mean_of_first(at_work_[sector], draws),
                                   .unfilled = mean_of_first(unfilled_[sector], draws)};
    }
    return std::move(outcomes_);
  }

 private:
  static void put(std::vector<double>& column, std::size_t block, const Lane& lanes) {
    std::copy(lanes.begin(), lanes.end(),
              column.begin() + static_cast<std::ptrdiff_t>(block * static_cast<std::size_t>(units::lane_count)));
  }

  Outcomes outcomes_;
  std::array<std::vector<Lane>, plan::sectors.size()> at_work_, unfilled_;
};

}  // namespace

forecast::Request to_october(const plan::Plan& plan, forecast::Request request) {
  request.until = time::make_date(plan.plan_year, 12, 31);
  request.split_uncertainty = false;
  return request;
}

Simulator::Simulator(const plan::Plan& plan, const scenario::Scenario& base, const forecast::Request& request)
    : draws_(request.draws),
      threads_(request.threads),
      futures_(plan, base, to_october(plan, request)),
      survey_(futures_.last_survey()) {
  if (survey_.empty()) throw std::invalid_argument("no survey of the plan's year is to come");
}

std::vector<forecast::LastWeek> Simulator::week(const scenario::Scenario& scenario) const {
  std::vector<forecast::LastWeek> weeks;
  parallel::on_threads(threads_, [&] { weeks = futures_.last_week_here(scenario); });
  return weeks;
}

void Simulator::over_blocks(const std::function<void(std::size_t)>& work) const {
  parallel::on_threads(threads_, [&] { parallel::for_each_index(std::size_t{0}, survey_.size(), work); });
}

Outcomes Simulator::here(const scenario::Scenario& scenario) const {
  const auto weeks = futures_.last_week_here(scenario);
  Columns columns(weeks.size());
  parallel::for_each_index(std::size_t{0}, weeks.size(),
                           [&](std::size_t block) { columns.write(block, weeks[block], survey_[block]); });
  return columns.take(draws_);
}

Outcomes Simulator::outcomes(const scenario::Scenario& scenario) const {
  Outcomes found;
  parallel::on_threads(threads_, [&] { found = here(scenario); });
  return found;
}

std::vector<Outcomes> Simulator::outcomes(const std::vector<scenario::Scenario>& scenarios,
                                          const std::function<void()>& done) const {
  return each<Outcomes>(
      scenarios, [](const Outcomes& found) { return found; }, done);
}

void Simulator::side_by_side(std::size_t count, const std::function<void(std::size_t)>& work,
                             const std::function<void()>& done) const {
  std::mutex one_at_a_time;
  parallel::on_threads(threads_, [&] {
    parallel::for_each_index(std::size_t{0}, count, [&](std::size_t index) {
      work(index);
      const std::lock_guard lock(one_at_a_time);
      done();
    });
  });
}

}  // namespace jobcast::response
