#include "models/labour/hold_the_line.hpp"

#include <Eigen/LU>

#include "engine/lanes/transition.hpp"
#include "models/labour/line_season.hpp"
#include "models/labour/month_blend.hpp"

namespace jobcast::labour {
namespace {

using state::Sex;
using units::Lane;
using Search = CellGuess::Search;

constexpr int steps_with_a_guess = 3;
constexpr int steps_from_nothing = 15;
constexpr double longest_step = 1.5;
/// Stationary log-ratios stay this near to the shares: beyond it a state is as good as empty or full.
constexpr double farthest = 6.0;
/// Change of a log-ratio by which a derivative is measured.
constexpr double nudge = 1e-4;

/// The log-ratios of a search, kept within reach of the shares wanted.
LogRatios ratios_at(const Search::Vector& point, const LogRatios& target) {
  LogRatios ratios;
  ratios[0].setZero();
  for (std::size_t k = 1; k < ratios.size(); ++k) {
    ratios[k] = point[k - 1].max(target[k] - farthest).min(target[k] + farthest);
  }
  return ratios;
}

/// Share of birthdays at the middle of each month of a year.
std::array<double, 12> birthday_shares(int year) {
  std::array<double, 12> shares{};
  for (int month = 1; month <= 12; ++month) {
    shares[static_cast<std::size_t>(month - 1)] =
        time::birthday_share(middle_of_month(time::first_of_month(year, month)));
  }
  return shares;
}

/// One sex, marched through the labour groups from the youngest.
class March {
 public:
  March(const LineToHold& line, const LineSeason& season, Sex sex, HeldLine& held)
      : line_(line), season_(season), sex_(sex), held_(held), birthdays_(birthday_shares(line.year)) {
    nobody_.fill(nobody_moves());
    entering_.fill(Lane::Zero());
    entering_[0].setOnes();
  }

  /// The stationary distribution under which the group holds the line.
  void find(int group, const CellGuess& guess, int steps) {
    const LogRatios target = wanted(group);
    Search::Vector point;
    for (std::size_t k = 0; k < point.size(); ++k) point[k] = target[k + 1] + guess.ahead[k];
    Search search(point, guess.inverse);
    for (int step = 0; step < steps; ++step) {
      const LogRatios seen = ratios_of(shares_under(group, ratios_at(search.point(), target), terms_to_search));
      Search::Vector residual;
      for (std::size_t k = 1; k < seen.size(); ++k) residual[k - 1] = target[k] - seen[k];
      search.advance(residual, longest_step);
    }
    held_.stationary[cell_of(group)] = ratios_at(search.point(), target);
    shares_under(group, held_.stationary[cell_of(group)], terms_to_simulate);
  }

  /// What a later search should know of the group that was found last.
  CellGuess learn(int group) {
    const LogRatios target = wanted(group);
    const LogRatios found = held_.stationary[cell_of(group)];
    LogRatios nudged = found;
    // Lanes are alike, so that each can try another direction at once.
    for (std::size_t k = 1; k < nudged.size(); ++k) nudged[k][static_cast<Eigen::Index>(k)] += nudge;
    const LogRatios seen = ratios_of(shares_under(group, nudged, terms_to_simulate));
    Eigen::Matrix<double, states - 1, states - 1> answers;
    for (Eigen::Index j = 0; j < answers.cols(); ++j) {
      for (Eigen::Index i = 0; i < answers.rows(); ++i) {
        const Lane& log_ratio = seen[static_cast<std::size_t>(i + 1)];
        answers(i, j) = (log_ratio[j + 1] - log_ratio[0]) / nudge;
      }
    }
    shares_under(group, found, terms_to_simulate);
    const Eigen::Matrix<double, states - 1, states - 1> inverse = answers.inverse();
    CellGuess guess;
    for (std::size_t i = 0; i < guess.ahead.size(); ++i) {
      guess.ahead[i] = found[i + 1][0] - target[i + 1][0];
      for (std::size_t j = 0; j < guess.ahead.size(); ++j) {
        guess.inverse[i][j] = inverse(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
      }
    }
    return guess;
  }

  /// The group that was found last is the one below the next.
  void move_on(int group) {
    below_ = &held_.monthly[cell_of(group)];
    entering_ = last_;
  }

 private:
  [[nodiscard]] std::size_t cell_of(int group) const { return static_cast<std::size_t>(state::cell_of(group, sex_)); }

  /// Log-ratios to be seen on 31 December.
  [[nodiscard]] LogRatios wanted(int group) const {
    LogRatios target = line_.october[cell_of(group)];
    for (std::size_t k = 0; k < target.size(); ++k) target[k] += season_.december_over_october[cell_of(group)][k];
    return target;
  }

  /// The group's shares on 31 December when its generators lead to `stationary`; leaves the ages' shares in `held_`.
  StateLanes shares_under(int group, const LogRatios& stationary, lanes::Terms terms) {
    Seasons& monthly = held_.monthly[cell_of(group)];
    monthly_transitions(line_.rates[cell_of(group)], stationary, season_.amplitude, terms, monthly);
    StateMatrix year;
    year_transition(monthly, year);
    const state::AgeRange ages = state::labour_groups[static_cast<std::size_t>(group)];
    StateLanes row = entering_;
    StateLanes sum;
    sum.fill(Lane::Zero());
    for (int age = ages.from; age <= ages.to; ++age) {
      if (age == ages.from) {
        cross(monthly, row);
      } else {
        lanes::transition_rows<states>(row.data(), 1, year);
      }
      at_age(age) = row;
      // A cell without people has shares all the same, as if its ages were of one size.
      const double weight = line_.registered.of(sex_, age) + 1e-6;
      for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += weight * row[k];
    }
    last_ = row;
    return sum;
  }

  /// The year in which a row has its birthdays into the group.
  void cross(const Seasons& monthly, StateLanes& row) const {
    for (int month = 1; month <= 12; ++month) {
      const auto season = static_cast<std::size_t>(season_of_month(month));
      lanes::transition_rows<states>(row.data(), 1,
                                     lanes::Blend<states>{.first = monthly[season],
                                                          .second = (*below_)[season],
                                                          .weight = birthdays_[static_cast<std::size_t>(month - 1)]});
    }
  }

  StateLanes& at_age(int age) {
    return held_
        .start[static_cast<std::size_t>(static_cast<int>(sex_) * working_ages + age - state::youngest_working_age)];
  }

  const LineToHold& line_;
  const LineSeason& season_;
  Sex sex_;
  HeldLine& held_;
  std::array<double, 12> birthdays_;
  Seasons nobody_;                   ///< under 15
  const Seasons* below_ = &nobody_;  ///< transitions of the group below
  StateLanes entering_;              ///< a year before the group's first age
  StateLanes last_;                  ///< at the group's last age
};

HeldLine empty_line(const LineSeason& season) {
  return {.stationary = std::vector<LogRatios>(state::cell_count),
          .monthly = std::vector<Seasons>(state::cell_count),
          .start = std::vector<StateLanes>(static_cast<std::size_t>(state::sex_count * working_ages)),
          .season = season.amplitude};
}

}  // namespace

HeldLine hold_the_line(const LineToHold& line, const LineGuess& guess) {
  const LineSeason season = find_season(line);
  HeldLine held = empty_line(season);
  for (const Sex sex : state::sexes) {
    March march(line, season, sex, held);
    for (int group = 0; group < state::labour_group_count; ++group) {
      march.find(group, guess[static_cast<std::size_t>(state::cell_of(group, sex))], steps_with_a_guess);
      march.move_on(group);
    }
  }
  return held;
}

LineGuess guess_line(const LineToHold& line) {
  CellGuess nothing;
  for (std::size_t k = 0; k < nothing.ahead.size(); ++k) nothing.inverse[k][k] = 1.0;
  const LineSeason season = find_season(line);
  HeldLine held = empty_line(season);
  LineGuess guess;
  for (const Sex sex : state::sexes) {
    March march(line, season, sex, held);
    for (int group = 0; group < state::labour_group_count; ++group) {
      march.find(group, nothing, steps_from_nothing);
      guess[static_cast<std::size_t>(state::cell_of(group, sex))] = march.learn(group);
      march.move_on(group);
    }
  }
  return guess;
}

}  // namespace jobcast::labour
