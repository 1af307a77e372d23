#pragma once

#include <span>
#include <vector>

#include "models/forecast/columns.hpp"
#include "models/programmes/programme_model.hpp"
#include "models/schedule/timetable.hpp"

namespace jobcast::schedule {

/// What the draws of a timetable leave, one number a draw and column.
class Futures {
 public:
  /// `openings`: their programmes, windows and waits.
  Futures(const programmes::ProgrammeModel& model, int plan_year, const std::vector<Opening>& openings,
          const Question& question);

  [[nodiscard]] std::span<const double> reached(std::size_t step) const { return numbers_.column(step); }
  [[nodiscard]] std::span<const double> critical(std::size_t step) const { return numbers_.column(steps_ + step); }
  [[nodiscard]] std::span<const double> opened(std::size_t opening) const {
    return numbers_.column(2 * steps_ + opening);
  }
  /// 1 where the milestones hold the opening up beyond its own delay, 0 elsewhere.
  [[nodiscard]] std::span<const double> hindered(std::size_t opening) const {
    return numbers_.column(2 * steps_ + openings_ + opening);
  }
  /// Heads of a group in a reference week.
  [[nodiscard]] std::span<const double> heads(std::size_t group, std::size_t week) const {
    return numbers_.column(heads_column(group, week));
  }
  /// Heads of all groups in a month's week.
  [[nodiscard]] std::span<const double> month(std::size_t month) const { return numbers_.column(month_column(month)); }
  /// Mean heads of a group in a month's week.
  [[nodiscard]] double mean_in_month(std::size_t group, std::size_t month) const;
  [[nodiscard]] int draws() const { return numbers_.draws(); }

 private:
  [[nodiscard]] std::size_t heads_column(std::size_t group, std::size_t week) const {
    return 2 * (steps_ + openings_) + week * groups_ + group;
  }
  [[nodiscard]] std::size_t month_column(std::size_t month) const {
    return 2 * (steps_ + openings_) + week_count * groups_ + month;
  }

  std::size_t steps_, openings_, groups_;
  forecast::Columns numbers_;
  std::vector<std::vector<double>> month_sums_;  ///< [block][month x group]
};

/// The Sunday of the week that holds the 15th of a month.
time::Date week_of_month(int year, int month);

}  // namespace jobcast::schedule
