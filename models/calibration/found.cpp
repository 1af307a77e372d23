#include "models/calibration/found.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>

#include "models/labour/log_odds.hpp"
#include "models/labour/national_shape.hpp"

namespace jobcast::calibration {
namespace {

using labour::SurveyFigure;
using state::AgeRange;

constexpr double persons_a_thousand = 1000.0;
const double rounding_of_a_step = 1.0 / std::sqrt(12.0);

/// Thousand persons by what they do.
struct Doing {
  double employed = 0.0;
  double unemployed = 0.0;
  double inactive = 0.0;

  Doing& operator+=(const Doing& other) {
    employed += other.employed;
    unemployed += other.unemployed;
    inactive += other.inactive;
    return *this;
  }
  [[nodiscard]] double all() const { return employed + unemployed + inactive; }
};

AgeRange band_ages(std::size_t band) { return state::survey_bands[band]; }
bool holds(const AgeRange& ages, std::size_t band) { return ages.contains(band_ages(band).from); }

Doing of_band(const Found& found, const People& people, std::size_t band) {
  const auto index = static_cast<Eigen::Index>(band);
  const double persons = std::exp(people[people::bands + index]);
  const double employed = labour::share_of(found[found::employment + index]);
  const double searching = labour::share_of(found[found::search + index]);
  return {persons * employed, persons * (1.0 - employed) * searching, persons * (1.0 - employed) * (1.0 - searching)};
}

/// Log-odds of men's employment where both sexes together have a share and women's log-odds are `gap` over men's.
double men_odds(double share, double men, double gap) {
  double low = labour::log_odds(share) - std::abs(gap);
  double high = labour::log_odds(share) + std::abs(gap);
  constexpr int halvings = 50;
  for (int i = 0; i < halvings; ++i) {
    const double middle = 0.5 * (low + high);
    const double both = men * labour::share_of(middle) + (1.0 - men) * labour::share_of(middle + gap);
    (both < share ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

/// One sex of the people under 65 or over.
Doing of_sex(const Doing& both, state::Sex sex, double men, double gap, double search_gap) {
  const double odds = men_odds(both.employed / both.all(), men, gap);
  const double idle_men = men * (1.0 - labour::share_of(odds));
  const double idle_women = (1.0 - men) * (1.0 - labour::share_of(odds + gap));
  const double searching_men = idle_men / (idle_men + idle_women * std::exp(search_gap));
  const bool is_man = sex == state::Sex::male;
  Doing one;
  one.employed = both.all() * (is_man ? men * labour::share_of(odds) : (1.0 - men) * labour::share_of(odds + gap));
  one.unemployed = both.unemployed * (is_man ? searching_men : 1.0 - searching_men);
  one.inactive = both.all() * (is_man ? idle_men : idle_women) - one.unemployed;
  return one;
}

Doing of_figure(const SurveyFigure& figure, const Found& found, const People& people) {
  Doing young, old;
  for (std::size_t band = 0; band < band_count; ++band) {
    if (holds(figure.ages, band)) (band + 1 < band_count ? young : old) += of_band(found, people, band);
  }
  if (figure.sex) {
    const double search_gap = found[found::search_gap];
    if (young.all() > 0.0) {
      young = of_sex(young, *figure.sex, labour::share_of(people[people::men]), found[found::sex_gap], search_gap);
    }
    if (old.all() > 0.0) {
      old = of_sex(old, *figure.sex, labour::share_of(people[people::men + 1]), found[found::old_sex_gap], search_gap);
    }
  }
  young += old;
  return young;
}

bool splits_the_employed(const labour::StateSet& states) { return states[2] != states[3] || states[3] != states[4]; }

double sum(const labour::StateSet& states, const Doing& doing, const Found& found) {
  const double regular = labour::share_of(found[found::regular]);
  const double temporary = (1.0 - regular) * labour::share_of(found[found::temporary]);
  const std::array shares{regular, temporary, 1.0 - regular - temporary};
  double persons = (states[0] ? doing.inactive : 0.0) + (states[1] ? doing.unemployed : 0.0);
  if (!splits_the_employed(states)) return persons + (states[2] ? doing.employed : 0.0);
  for (std::size_t status = 0; status < shares.size(); ++status) {
    if (states[status + 2]) persons += shares[status] * doing.employed;
  }
  return persons;
}

/// How far the point may lie from where it starts when nothing says so: wide, against rounding.
constexpr double loose = 1.5;

}  // namespace

bool can_read(const SurveyFigure& figure) {
  const auto begins = [&](std::size_t band) { return band_ages(band).from == figure.ages.from; };
  const auto ends = [&](std::size_t band) { return band_ages(band).to == figure.ages.to; };
  bool from = false;
  bool to = false;
  for (std::size_t band = 0; band < band_count; ++band) {
    from = from || begins(band);
    to = to || ends(band);
  }
  if (!from || !to || figure.value < 0.0) return false;
  const bool is_all = begins(0) && ends(band_count - 1);
  const bool splits = splits_the_employed(figure.counted) || (figure.base && splits_the_employed(*figure.base));
  if (splits) return is_all && !figure.sex;
  return !figure.sex || is_all || (begins(0) && ends(band_count - 2)) || begins(band_count - 1);
}

double evaluate(const SurveyFigure& figure, const Found& found, const People& people) {
  const Doing doing = of_figure(figure, found, people);
  const double counted = sum(figure.counted, doing, found);
  return figure.base ? labour::log_odds(counted / sum(*figure.base, doing, found)) : std::log(counted);
}

OnScale on_scale(const SurveyFigure& figure) {
  constexpr double least = 0.25;  // of a step
  const double value = std::max(figure.value, least * figure.step);
  const double rounding = figure.step * rounding_of_a_step;
  if (!figure.base) return {std::log(value / persons_a_thousand), rounding / value};
  const double inside = std::min(value, 1.0 - least * figure.step);
  return {labour::log_odds(inside), rounding / (inside * (1.0 - inside))};
}

double off_scale(const SurveyFigure& figure, double value) {
  return figure.base ? 100.0 * labour::share_of(value) : persons_a_thousand * std::exp(value);
}

SearchShape::SearchShape() {
  std::array<std::array<double, 2>, band_count + state::sex_count> counts{};  // unemployed, without work
  for (int cell = 0; cell < state::cell_count; ++cell) {
    const auto& shares = labour::national_shape()[static_cast<std::size_t>(cell)];
    const auto band = static_cast<std::size_t>(state::band_of_labour_group(cell / state::sex_count));
    for (const std::size_t row : {band, band_count + static_cast<std::size_t>(cell % state::sex_count)}) {
      counts[row][0] += shares[1];
      counts[row][1] += shares[0] + shares[1];
    }
  }
  const auto odds = [&](std::size_t row) { return labour::log_odds(counts[row][0] / counts[row][1]); };
  for (std::size_t band = 0; band < band_count; ++band) by_band[band] = odds(band);
  women_less_men = odds(band_count + 1) - odds(band_count);
}

Linearised linearise(const std::vector<SurveyFigure>& figures, const Found& start, const People& people) {
  const auto rows = static_cast<Eigen::Index>(figures.size());
  constexpr Eigen::Index unknowns = found::count + people::count;
  using Vector = Eigen::Matrix<double, unknowns, 1>;
  Vector begin;
  begin << start, people;
  Vector point = begin;
  const auto values = [&](const Vector& at) {
    Eigen::VectorXd all(rows);
    for (Eigen::Index row = 0; row < rows; ++row) {
      all[row] = evaluate(figures[static_cast<std::size_t>(row)], at.head<found::count>(), at.tail<people::count>());
    }
    return all;
  };
  const auto slopes = [&](const Vector& at) {
    constexpr double step = 1e-4;
    Eigen::MatrixXd all(rows, unknowns);
    for (Eigen::Index column = 0; column < unknowns; ++column) {
      Vector up = at;
      Vector down = at;
      up[column] += step;
      down[column] -= step;
      all.col(column) = (values(up) - values(down)) / (2.0 * step);
    }
    return all;
  };
  Eigen::VectorXd published(rows), precision(rows);
  for (Eigen::Index row = 0; row < rows; ++row) {
    const OnScale figure = on_scale(figures[static_cast<std::size_t>(row)]);
    published[row] = figure.value;
    precision[row] = 1.0 / (figure.rounding * figure.rounding);
  }
  constexpr int most_steps = 8;
  constexpr double longest = 1.0;
  for (int i = 0; i < most_steps; ++i) {
    const Eigen::MatrixXd slope = slopes(point);
    Eigen::MatrixXd curvature = slope.transpose() * precision.asDiagonal() * slope;
    curvature.diagonal().array() += 1.0 / (loose * loose);
    const Vector uphill =
        slope.transpose() * precision.asDiagonal() * (published - values(point)) - (point - begin) / (loose * loose);
    const Vector move = curvature.ldlt().solve(uphill);
    point += move.cwiseMax(-longest).cwiseMin(longest);
  }
  const Eigen::MatrixXd slope = slopes(point);
  return {.found = point.head<found::count>(),
          .people = point.tail<people::count>(),
          .by_found = slope.leftCols(found::count),
          .by_people = slope.rightCols(people::count),
          .at_point = values(point)};
}

}  // namespace jobcast::calibration
