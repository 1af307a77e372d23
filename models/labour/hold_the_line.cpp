#include "models/labour/hold_the_line.hpp"

#include <algorithm>

#include "engine/lanes/exponential.hpp"
#include "engine/lanes/transition.hpp"
#include "models/labour/lane_broyden.hpp"
#include "models/labour/month_blend.hpp"

namespace jobcast::labour {
namespace {

using state::Sex;
using units::Lane;
using Seasons = std::array<StateMatrix, season_count>;

constexpr int steps_to_hold = 10;
constexpr double longest_step = 1.5;
/// Stationary log-ratios stay this near to the shares: beyond it a state is as good as empty or full.
constexpr double farthest = 6.0;
/// Amplitude at which the season's effect, nearly proportional, is measured.
constexpr double trial_season = 0.2;
constexpr double greatest_season = 0.8;
/// Doublings after which a yearly matrix has forgotten where it began: 2^7 years.
constexpr int doublings = 7;

StateMatrix product(const StateMatrix& left, const StateMatrix& right) {
  StateMatrix result;
  lanes::multiply<states>(left, right, result);
  return result;
}

Seasons monthly_transitions(const CellRates& rates, const LogRatios& stationary, const Lane& season) {
  Seasons transitions;
  StateMatrix generator;
  for (std::size_t s = 0; s < transitions.size(); ++s) {
    const auto alike = std::find(season_pattern.begin(), season_pattern.end(), season_pattern[s]);
    const auto earlier = static_cast<std::size_t>(alike - season_pattern.begin());
    if (earlier < s) {
      transitions[s] = transitions[earlier];
      continue;
    }
    make_generator(rates, stationary, season_pattern[s] * season, generator);
    lanes::exponential<states>(generator, transitions[s]);
  }
  return transitions;
}

/// A year's months in order, multiplied: to the end of April, of October and of December.
struct YearMatrices {
  StateMatrix april, october, december;

  explicit YearMatrices(const Seasons& monthly) {
    const auto& [winter, spring, summer, autumn] = monthly;
    const StateMatrix two_winter = product(winter, winter);
    april = product(two_winter, product(spring, spring));
    const StateMatrix three_summer = product(product(summer, summer), summer);
    const StateMatrix spring_summer = product(product(april, spring), three_summer);
    october = product(spring_summer, product(autumn, autumn));
    december = product(october, product(autumn, winter));
  }
};

LogRatios ratios_of(const StateLanes& shares) {
  LogRatios ratios;
  for (std::size_t k = 0; k < ratios.size(); ++k) ratios[k] = (shares[k] / shares[0]).log();
  ratios[0].setZero();
  return ratios;
}

/// The log-ratios of a search, kept within reach of the shares wanted.
LogRatios ratios_at(const LaneBroyden<states - 1>::Vector& point, const LogRatios& target) {
  LogRatios ratios;
  ratios[0].setZero();
  for (std::size_t k = 1; k < ratios.size(); ++k) {
    ratios[k] = point[k - 1].max(target[k] - farthest).min(target[k] + farthest);
  }
  return ratios;
}

Lane employed(const StateLanes& shares) { return shares[2] + shares[3] + shares[4]; }

/// How a cell without ageing goes through the seasons, once it repeats itself from year to year.
struct SeasonalOrbit {
  StateLanes april, october, december;

  explicit SeasonalOrbit(const Seasons& monthly) {
    const YearMatrices year(monthly);
    StateMatrix forever = year.december;
    for (int doubling = 0; doubling < doublings; ++doubling) forever = product(forever, forever);
    december = april = october = forever[0];
    lanes::transition_rows<states>(april.data(), 1, year.april);
    lanes::transition_rows<states>(october.data(), 1, year.october);
  }
};

struct Season {
  Lane amplitude;
  std::vector<LogRatios> december_over_october;  ///< by cell, log-ratios
};

/// The amplitude that makes October differ from April as asked, and what it does to the two dates that matter.
Season find_season(const LineToHold& line) {
  Season season;
  Lane difference = Lane::Zero();
  double people = 0.0;
  for (int cell = 0; cell < state::cell_count; ++cell) {
    const auto c = static_cast<std::size_t>(cell);
    const SeasonalOrbit orbit(monthly_transitions(line.rates[c], line.october[c], Lane::Constant(trial_season)));
    const LogRatios december = ratios_of(orbit.december);
    const LogRatios october = ratios_of(orbit.october);
    season.december_over_october.emplace_back();
    for (std::size_t k = 0; k < october.size(); ++k) season.december_over_october[c][k] = december[k] - october[k];
    const state::AgeRange ages = state::labour_groups[c / state::sex_count];
    if (ages.from >= 65) continue;
    const double weight = line.registered.sum(state::sexes[c % state::sex_count], ages);
    difference += weight * (employed(orbit.october) - employed(orbit.april));
    people += weight;
  }
  const Lane times = people > 0.0 ? Lane(line.season_difference / (difference / people)) : Lane(Lane::Zero());
  season.amplitude = (trial_season * times).max(-greatest_season).min(greatest_season);
  for (LogRatios& shift : season.december_over_october) {
    for (Lane& ratio : shift) ratio *= season.amplitude / trial_season;
  }
  return season;
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
  March(const LineToHold& line, const Season& season, Sex sex, HeldLine& held)
      : line_(line), season_(season), sex_(sex), held_(held), birthdays_(birthday_shares(line.year)) {
    below_.fill(nobody_moves());
    entering_.fill(Lane::Zero());
    entering_[0].setOnes();
  }

  void pass(int group) {
    const auto cell = static_cast<std::size_t>(state::cell_of(group, sex_));
    LogRatios target = line_.october[cell];
    for (std::size_t k = 0; k < target.size(); ++k) target[k] += season_.december_over_october[cell][k];
    LaneBroyden<states - 1> search({target[1], target[2], target[3], target[4]});
    for (int step = 0; step < steps_to_hold; ++step) {
      const LogRatios seen = ratios_of(shares_under(group, ratios_at(search.point(), target)));
      LaneBroyden<states - 1>::Vector residual;
      for (std::size_t k = 1; k < seen.size(); ++k) residual[k - 1] = target[k] - seen[k];
      search.advance(residual, longest_step);
    }
    held_.stationary[cell] = ratios_at(search.point(), target);
    shares_under(group, held_.stationary[cell]);
    below_ = monthly_;
    entering_ = last_;
  }

 private:
  /// The group's shares on 31 December when its generators lead to `stationary`; leaves the ages' shares in `held_`.
  StateLanes shares_under(int group, const LogRatios& stationary) {
    const auto cell = static_cast<std::size_t>(state::cell_of(group, sex_));
    monthly_ = monthly_transitions(line_.rates[cell], stationary, season_.amplitude);
    const StateMatrix year = YearMatrices(monthly_).december;
    const state::AgeRange ages = state::labour_groups[static_cast<std::size_t>(group)];
    StateLanes row = entering_;
    StateLanes sum;
    sum.fill(Lane::Zero());
    for (int age = ages.from; age <= ages.to; ++age) {
      if (age == ages.from) {
        cross(row);
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
  void cross(StateLanes& row) const {
    for (int month = 1; month <= 12; ++month) {
      const auto season = static_cast<std::size_t>(season_of_month(month));
      lanes::transition_rows<states>(row.data(), 1,
                                     lanes::Blend<states>{.first = monthly_[season],
                                                          .second = below_[season],
                                                          .weight = birthdays_[static_cast<std::size_t>(month - 1)]});
    }
  }

  StateLanes& at_age(int age) {
    return held_
        .start[static_cast<std::size_t>(static_cast<int>(sex_) * working_ages + age - state::youngest_working_age)];
  }

  const LineToHold& line_;
  const Season& season_;
  Sex sex_;
  HeldLine& held_;
  std::array<double, 12> birthdays_;
  Seasons below_;        ///< of the group below
  Seasons monthly_;      ///< of the group
  StateLanes entering_;  ///< a year before the group's first age
  StateLanes last_;      ///< at the group's last age
};

}  // namespace

HeldLine hold_the_line(const LineToHold& line) {
  const Season season = find_season(line);
  HeldLine held{.stationary = std::vector<LogRatios>(state::cell_count),
                .start = std::vector<StateLanes>(static_cast<std::size_t>(state::sex_count * working_ages)),
                .season = season.amplitude};
  for (const Sex sex : state::sexes) {
    March march(line, season, sex, held);
    for (int group = 0; group < state::labour_group_count; ++group) march.pass(group);
  }
  return held;
}

}  // namespace jobcast::labour
