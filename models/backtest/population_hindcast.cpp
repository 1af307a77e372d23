#include "models/backtest/population_hindcast.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

#include "models/population/hamilton_perry.hpp"
#include "models/population/open_population.hpp"
#include "models/population/population_step.hpp"
#include "models/state/cell_counts.hpp"

namespace jobcast::backtest {
namespace {

using state::AgePyramid;

constexpr std::size_t group_count = state::plan_age_groups.size();
/// Share of a group's members who die, come or go in a year.
constexpr double turnover = 0.2;

Groups groups_of(const AgePyramid& pyramid) {
  Groups groups{};
  for (std::size_t group = 0; group < group_count; ++group) {
    groups[group] = pyramid.sum(state::plan_age_groups[group]);
  }
  return groups;
}

/// The known year ends in a row up to the view's last.
struct Known {
  std::vector<AgePyramid> pyramids;
  std::vector<Groups> groups;

  explicit Known(const plan::Plan& view) {
    const auto years = population::population_years(view);
    int first = view.base_year;
    while (std::find(years.begin(), years.end(), first - 1) != years.end()) --first;
    for (int year = first; year <= view.base_year; ++year) {
      pyramids.push_back(population::open_population(view, year, view.base_year));
      groups.push_back(groups_of(pyramids.back()));
    }
  }
};

/// A rival's central forecast from the first `count` of the known years; nothing where it needs more.
using Rival = std::function<std::optional<Groups>(const Known& known, std::size_t count, int ahead)>;

std::optional<Groups> last_value(const Known& known, std::size_t count, int) { return known.groups[count - 1]; }

std::optional<Groups> drift(const Known& known, std::size_t count, int ahead) {
  if (count < 2) return std::nullopt;
  Groups result = known.groups[count - 1];
  for (std::size_t group = 0; group < group_count; ++group) {
    result[group] += ahead * (result[group] - known.groups[0][group]) / static_cast<double>(count - 1);
  }
  return result;
}

std::optional<Groups> cohort_ratios(const Known& known, std::size_t count, int ahead) {
  if (count < 2) return std::nullopt;
  return groups_of(population::hamilton_perry(known.pyramids[count - 2], known.pyramids[count - 1], ahead));
}

/// Mean square of the rival's relative errors one year ahead in what is known; 0 where it has made none.
double mean_square_error(const Known& known, const Rival& rival) {
  double sum = 0.0;
  int count = 0;
  for (std::size_t origin = 1; origin < known.groups.size(); ++origin) {
    const auto forecast = rival(known, origin, 1);
    if (!forecast) continue;
    for (std::size_t group = 0; group < group_count; ++group) {
      const double persons = known.groups[origin][group];
      if (persons <= 0.0) continue;
      sum += std::pow(((*forecast)[group] - persons) / persons, 2);
      ++count;
    }
  }
  return count > 0 ? sum / count : 0.0;
}

void play_block(const population::PopulationModel& model, std::uint64_t seed, std::uint32_t first_draw,
                std::vector<std::array<std::vector<double>, group_count>>& members) {
  const auto draw = population::draw_population(model, {seed, random::Purpose::parameters, 0}, first_draw);
  population::PopulationStep step;
  state::CountyBlock block(model.start_year(), model.last_year() - model.start_year());
  step.begin_block(model, draw, {seed, random::Purpose::chance, 0}, first_draw, true);
  step.open(block);
  for (std::size_t year = 0; year < members.size(); ++year) {
    const int calendar_year = model.start_year() + 1 + static_cast<int>(year);
    population::MonthFlows flows;
    step.begin_year(block, calendar_year);
    for (int month = 1; month <= 12; ++month) step.step_month(block, time::first_of_month(calendar_year, month), flows);
    step.end_year(block);
    state::AgeGroupCounts counts;
    state::count_age_groups(block, counts);
    for (std::size_t group = 0; group < group_count; ++group) {
      const units::Lane both = counts[2 * group] + counts[2 * group + 1];
      members[year][group].insert(members[year][group].end(), both.begin(), both.end());
    }
  }
}

}  // namespace

PopulationHindcast forecast_population(const plan::Plan& view, int years, std::uint64_t seed, int draws) {
  PopulationHindcast hindcast;
  const Known known(view);
  const population::PopulationModel model(view, view.base_year, view.base_year + years);
  hindcast.members.resize(static_cast<std::size_t>(years));
  for (int first = 0; first < draws; first += units::lane_count) {
    play_block(model, seed, static_cast<std::uint32_t>(first), hindcast.members);
  }
  auto& own = hindcast.predicted[Method::jobcast];
  for (const auto& of_year : hindcast.members) {
    auto& predicted = own.emplace_back();
    for (std::size_t group = 0; group < group_count; ++group) predicted[group] = predict_from(of_year[group]);
  }
  const std::array<std::pair<Method, Rival>, 3> rivals{
      {{Method::last_value, last_value}, {Method::drift, drift}, {Method::hamilton_perry, cohort_ratios}}};
  for (const auto& [method, rival] : rivals) {
    const double relative = mean_square_error(known, rival);
    for (int ahead = 1; ahead <= years; ++ahead) {
      const auto central = rival(known, known.groups.size(), ahead);
      if (!central) continue;
      auto& predicted = hindcast.predicted[method].emplace_back();
      for (std::size_t group = 0; group < group_count; ++group) {
        const double persons = known.groups.back()[group];
        predicted[group] =
            predict_normally((*central)[group], std::sqrt(ahead * (relative * persons * persons + turnover * persons)));
      }
    }
  }
  return hindcast;
}

}  // namespace jobcast::backtest
