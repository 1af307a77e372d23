#include "models/schedule/timetable.hpp"

#include <algorithm>
#include <cmath>

#include "engine/stats/moments.hpp"
#include "engine/stats/quantile.hpp"
#include "engine/time/date.hpp"
#include "models/programmes/expected_shares.hpp"
#include "models/schedule/futures.hpp"

namespace jobcast::schedule {
namespace {

using programmes::MilestoneStep;
using Column = std::span<const double>;

/// What is reached in the course of a day is reached on it.
time::Date day_of(double day) {
  constexpr double rounding = 1e-6;
  return time::Date(std::chrono::days(static_cast<int>(std::ceil(day - rounding))));
}

Chance chance_of(std::int64_t times, std::size_t draws) {
  const auto n = static_cast<double>(draws);
  const double share = static_cast<double>(times) / n;
  return {share, std::sqrt(share * (1.0 - share) / n)};
}

Chance by(Column draws, time::Date date) {
  constexpr double rounding = 1e-6;
  const double limit = time::day_number(date) + rounding;
  return chance_of(std::count_if(draws.begin(), draws.end(), [&](double day) { return day <= limit; }), draws.size());
}

DayRange range_of(Column draws) {
  const auto ends = stats::quantiles(draws, std::array{0.1, 0.5, 0.9});
  return {day_of(ends[0]), day_of(ends[1]), day_of(ends[2])};
}

/// Share of slots that a calendar has at work in a week.
double share_planned(const plan::Programme& programme, time::Date sunday) {
  double share = 0.0;
  for (const auto& spell :
       programmes::open_in_week(programmes::spells(programme.traits.windows, time::year_of(sunday)), sunday)) {
    share += spell.share;
  }
  return std::min(share, 1.0);
}

double planned(const plan::Programme& programme, time::Date sunday) {
  return programme.jobs * programme.traits.persons_per_job.central() * share_planned(programme, sunday);
}

class Maker {
 public:
  Maker(const plan::Plan& plan, const scenario::Scenario& scenario, const Question& question)
      : plan_(plan),
        model_(plan, scenario, {}),
        openings_(openings()),
        futures_(model_, plan.plan_year, openings_, question),
        group_of_(plan.programmes.size()),
        share_of_group_(plan.programmes.size()) {
    for (std::size_t group = 0; group < model_.groups().size(); ++group) {
      for (const std::size_t row : model_.groups()[group].rows) {
        group_of_[row] = group;
        share_of_group_[row] = plan.programmes[row].jobs / model_.groups()[group].jobs;
      }
    }
    for (std::size_t week = 0; week < week_count; ++week) {
      sundays_[week] = time::reference_week(plan.plan_year, static_cast<int>(week) + 1);
    }
  }

  Timetable make() {
    Timetable table;
    table.network = model_.planned().schedule();
    table.sundays = sundays_;
    time_milestones(table);
    time_projects(table);
    time_openings();
    table.openings = std::move(openings_);
    for (std::size_t row = 0; row < plan_.programmes.size(); ++row) {
      if (plan_.programmes[row].jobs > 0.0) table.programmes.push_back(work_of(row));
    }
    table.total = weeks_of(rows_where([](const plan::Programme&) { return true; }));
    for (const auto sector : plan::sectors) {
      table.sectors.push_back(part("", rows_where([&](const plan::Programme& each) { return each.sector == sector; })));
    }
    for (const auto& department : plan_.departments) add_department(department.id, table);
    add_department("", table);
    for (std::size_t month = 0; month < month_count; ++month) table.months[month] = work_in_month(month);
    return table;
  }

 private:
  using Rows = std::vector<std::size_t>;

  [[nodiscard]] const MilestoneStep& step(std::size_t index) const {
    return model_.planned().schedule().steps()[index];
  }

  /// Windows of the plan's own programmes that wait for a milestone.
  [[nodiscard]] std::vector<Opening> openings() const {
    std::vector<Opening> all;
    for (const auto& group : model_.groups()) {
      if (group.set != scenario::ProgrammeSet::plan) continue;
      const auto& kind = model_.kind_of(group);
      for (const std::size_t row : group.rows) {
        for (std::size_t window = 0; window < kind.waits.size(); ++window) {
          if (kind.waits[window].empty()) continue;
          all.push_back({.programme = row,
                         .window = window,
                         .planned = programmes::first_day(kind.windows[window], plan_.plan_year),
                         .waits = kind.waits[window],
                         .unhindered = {},
                         .opens_on = {}});
        }
      }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Opening& a, const Opening& b) { return a.programme < b.programme; });
    return all;
  }

  void time_milestones(Timetable& table) const {
    const auto& steps = model_.planned().schedule().steps();
    std::vector<bool> critical(steps.size());
    for (const auto& project : model_.planned().schedule().projects()) {
      for (const std::size_t each : project.critical_path) critical[each] = true;
    }
    for (std::size_t index = 0; index < steps.size(); ++index) {
      if (steps[index].reached) continue;
      const double finish = time::day_number(steps[index].planned) + steps[index].expected_delay;
      const Column reached = futures_.reached(index);
      stats::Moments delay;
      for (const double day : reached) delay.add(day - time::day_number(steps[index].planned));
      const Column slips = futures_.critical(index);
      table.milestones.push_back({.step = index,
                                  .earliest_start = day_of(steps[index].expected_start),
                                  .earliest_finish = day_of(finish),
                                  .latest_start = day_of(steps[index].expected_start + steps[index].slack),
                                  .latest_finish = day_of(finish + steps[index].slack),
                                  .total_float = steps[index].slack,
                                  .free_float = steps[index].free_slack,
                                  .critical = critical[index],
                                  .on_time = by(reached, steps[index].planned),
                                  .reached_on = range_of(reached),
                                  .mean_delay = delay.mean(),
                                  .mean_delay_error = delay.standard_error(),
                                  .criticality = chance_of(std::count(slips.begin(), slips.end(), 1.0), slips.size())});
    }
  }

  void time_projects(Timetable& table) const {
    const auto& projects = model_.planned().schedule().projects();
    for (std::size_t index = 0; index < projects.size(); ++index) {
      const auto& project = projects[index];
      std::vector<double> ends;
      for (const std::size_t each : project.steps) {
        if (step(each).reached) continue;
        const Column reached = futures_.reached(each);
        if (ends.empty()) ends.assign(reached.begin(), reached.end());
        for (std::size_t draw = 0; draw < ends.size(); ++draw) ends[draw] = std::max(ends[draw], reached[draw]);
      }
      if (ends.empty()) continue;
      table.projects.push_back({.project = index,
                                .expected_end = day_of(time::day_number(project.planned_end) + project.expected_delay),
                                .on_time = by(ends, project.planned_end),
                                .ends_on = range_of(ends)});
    }
  }

  void time_openings() {
    for (std::size_t index = 0; index < openings_.size(); ++index) {
      const Column hindered = futures_.hindered(index);
      openings_[index].unhindered = chance_of(std::count(hindered.begin(), hindered.end(), 0.0), hindered.size());
      openings_[index].opens_on = range_of(futures_.opened(index));
    }
  }

  template <class Choose>
  [[nodiscard]] Rows rows_where(const Choose& choose) const {
    Rows rows;
    for (std::size_t row = 0; row < plan_.programmes.size(); ++row) {
      if (choose(plan_.programmes[row])) rows.push_back(row);
    }
    return rows;
  }

  /// The heads of some programmes together: each has its part of its group's.
  [[nodiscard]] InWeeks weeks_of(const Rows& rows) const {
    std::vector<double> shares(model_.groups().size());
    InWeeks weeks;
    for (const std::size_t row : rows) {
      const auto& programme = plan_.programmes[row];
      if (!(programme.jobs > 0.0)) continue;
      shares[group_of_[row]] += share_of_group_[row];
      for (std::size_t week = 0; week < week_count; ++week) weeks[week].planned += planned(programme, sundays_[week]);
    }
    for (std::size_t week = 0; week < week_count; ++week) {
      std::vector<double> sum(static_cast<std::size_t>(futures_.draws()));
      for (std::size_t group = 0; group < shares.size(); ++group) {
        if (shares[group] == 0.0) continue;
        const Column heads = futures_.heads(group, week);
        for (std::size_t draw = 0; draw < sum.size(); ++draw) sum[draw] += shares[group] * heads[draw];
      }
      set_draws(sum, weeks[week]);
    }
    return weeks;
  }

  static void set_draws(Column draws, AtWork& work) {
    stats::Moments moments;
    for (const double each : draws) moments.add(each);
    const auto ends = stats::central_interval(draws, 0.9);
    work.mean = moments.mean();
    work.p05 = ends.low;
    work.p95 = ends.high;
    work.error = moments.standard_error();
  }

  [[nodiscard]] ProgrammeWork work_of(std::size_t row) const {
    ProgrammeWork work{.programme = row, .weeks = weeks_of({row})};
    for (std::size_t month = 0; month < month_count; ++month) {
      const auto sunday = week_of_month(plan_.plan_year, static_cast<int>(month) + 1);
      work.planned_months[month] = planned(plan_.programmes[row], sunday);
      work.months[month] = share_of_group_[row] * futures_.mean_in_month(group_of_[row], month);
    }
    return work;
  }

  [[nodiscard]] PartWork part(const std::string& id, const Rows& rows) const {
    PartWork work{.id = id, .programmes = rows.size(), .jobs = 0.0, .weeks = weeks_of(rows)};
    for (const std::size_t row : rows) work.jobs += plan_.programmes[row].jobs;
    return work;
  }

  void add_department(const std::string& id, Timetable& table) const {
    const auto rows = rows_where([&](const plan::Programme& each) {
      const bool known = plan_.department(each.department) != nullptr;
      return id.empty() ? !known : each.department == id;
    });
    if (!rows.empty()) table.departments.push_back(part(id, rows));
  }

  [[nodiscard]] MonthWork work_in_month(std::size_t month) const {
    MonthWork work;
    work.sunday = week_of_month(plan_.plan_year, static_cast<int>(month) + 1);
    for (const auto& programme : plan_.programmes) work.total.planned += planned(programme, work.sunday);
    set_draws(futures_.month(month), work.total);
    for (std::size_t group = 0; group < model_.groups().size(); ++group) {
      const auto sector = static_cast<std::size_t>(model_.kind_of(model_.groups()[group]).sector);
      work.by_sector[sector] += futures_.mean_in_month(group, month);
    }
    return work;
  }

  const plan::Plan& plan_;
  programmes::ProgrammeModel model_;
  std::vector<Opening> openings_;
  Futures futures_;
  std::array<time::Date, week_count> sundays_;
  std::vector<std::size_t> group_of_;   ///< of programmes with jobs
  std::vector<double> share_of_group_;  ///< a programme's part of its group's heads
};

}  // namespace

std::vector<const ProgrammeWork*> Timetable::in_no_reference_week() const {
  std::vector<const ProgrammeWork*> unseen;
  for (const auto& work : programmes) {
    if (work.weeks[0].planned == 0.0 && work.weeks[1].planned == 0.0) unseen.push_back(&work);
  }
  return unseen;
}

Timetable make_timetable(const plan::Plan& plan, const scenario::Scenario& scenario, const Question& question) {
  Timetable table = Maker(plan, scenario, question).make();
  table.draws = question.draws;
  table.seed = question.seed;
  table.scenario = scenario.id;
  table.scenario_title = scenario.title;
  return table;
}

}  // namespace jobcast::schedule
