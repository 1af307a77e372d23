#include "models/population/migration.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace jobcast::population {
namespace {

constexpr Eigen::Index cell_count = state::sex_count * age_count;
/// Effectiveness lies within some +-0.5 unless the counts insist: prior precision spread over a sex's ages.
constexpr double effectiveness_precision = 4.0 / age_count;
/// A year's level is as good as free.
constexpr double shift_precision = 1e-3;
/// Yearly spread where fewer than two transitions say anything: that of Korean counties, as docs/models/population.md.
constexpr double default_yearly_sd = 0.008;
constexpr double default_young_sd = 0.015;

Eigen::Index cell_index(std::size_t sex, std::size_t age) {
  return static_cast<Eigen::Index>(sex) * age_count + static_cast<Eigen::Index>(age);
}

/// Leavers by cell that a transition's expectation implies, laid on the ages at which they leave.
Eigen::VectorXd leavers_in(const Transition& transition, const Margin& margin, const SexAgeArray& leaving) {
  Eigen::VectorXd leavers = Eigen::VectorXd::Zero(cell_count);
  for (std::size_t sex = 0; sex < state::sex_count; ++sex) {
    if (margin.sex && static_cast<std::size_t>(*margin.sex) != sex) continue;
    for (auto age = static_cast<std::size_t>(margin.ages.from); age <= static_cast<std::size_t>(margin.ages.to);
         ++age) {
      const double half = 0.5 * transition.expected.persons[sex][age];
      leavers[cell_index(sex, age)] += half * leaving[sex][age];
      if (age > 0) leavers[cell_index(sex, age - 1)] += half * leaving[sex][age - 1];
    }
  }
  return leavers;
}

double within(const SexAgeArray& cells, const Margin& margin) {
  return std::transform_reduce(state::sexes.begin(), state::sexes.end(), 0.0, std::plus<>(), [&](state::Sex sex) {
    if (margin.sex && *margin.sex != sex) return 0.0;
    const auto& ages = cells[static_cast<std::size_t>(sex)];
    return std::accumulate(ages.begin() + margin.ages.from, ages.begin() + margin.ages.to + 1, 0.0);
  });
}

/// Weighted least-squares problem: one row a counted group, one column a cell's effectiveness.
struct Observations {
  Eigen::MatrixXd leavers;   ///< [group][cell]
  Eigen::VectorXd residual;  ///< counted - expected
  Eigen::VectorXd variance;  ///< of the residual by chance
  std::vector<std::size_t> transition;
  std::vector<double> persons;
  std::vector<bool> young;
};

Observations observe(const std::vector<Transition>& transitions, const SexAgeArray& leaving) {
  Observations data;
  const auto rows = std::accumulate(transitions.begin(), transitions.end(), std::size_t{0},
                                    [](std::size_t sum, const Transition& t) { return sum + t.counted.size(); });
  data.leavers.resize(static_cast<Eigen::Index>(rows), cell_count);
  data.residual.resize(static_cast<Eigen::Index>(rows));
  data.variance.resize(static_cast<Eigen::Index>(rows));
  Eigen::Index row = 0;
  for (std::size_t t = 0; t < transitions.size(); ++t) {
    for (const Margin& margin : transitions[t].counted) {
      const double persons = within(transitions[t].expected.persons, margin);
      const Eigen::VectorXd leavers = leavers_in(transitions[t], margin, leaving);
      data.leavers.row(row) = leavers;
      data.residual[row] = margin.persons - persons;
      data.variance[row] = within(transitions[t].deaths, margin) + 2.0 * leavers.sum() + 1.0;
      data.transition.push_back(t);
      data.persons.push_back(persons);
      data.young.push_back(young_ages.contains(margin.ages.from) && young_ages.contains(margin.ages.to));
      ++row;
    }
  }
  return data;
}

/// Effectiveness = basis * coefficients.
struct Basis {
  Eigen::MatrixXd columns;
  Eigen::MatrixXd penalty;
  Eigen::VectorXd shift;  ///< what a year's level adds
};

Eigen::MatrixXd roughness(double smoothing) {
  Eigen::MatrixXd difference = Eigen::MatrixXd::Zero(state::sex_count * (age_count - 2), cell_count);
  for (Eigen::Index sex = 0; sex < state::sex_count; ++sex) {
    for (Eigen::Index age = 0; age + 2 < age_count; ++age) {
      difference.row(sex * (age_count - 2) + age).segment<3>(sex * age_count + age) << 1.0, -2.0, 1.0;
    }
  }
  Eigen::MatrixXd penalty = smoothing * (difference.transpose() * difference);
  penalty.diagonal().array() += effectiveness_precision;
  return penalty;
}

Basis make_basis(const MigrationSettings& settings, const SexAgeArray& leaving) {
  using Shape = MigrationSettings::Shape;
  Eigen::VectorXd column = Eigen::VectorXd::Ones(cell_count);
  if (settings.shape == Shape::uniform_rate) {
    for (Eigen::Index cell = 0; cell < cell_count; ++cell) {
      column[cell] =
          0.09 / leaving[static_cast<std::size_t>(cell / age_count)][static_cast<std::size_t>(cell % age_count)];
    }
  }
  if (settings.shape == Shape::smooth) {
    return {.columns = Eigen::MatrixXd::Identity(cell_count, cell_count),
            .penalty = roughness(settings.smoothing),
            .shift = column};
  }
  return {.columns = column, .penalty = Eigen::MatrixXd::Constant(1, 1, 1e-6), .shift = column};
}

struct Fit {
  Eigen::VectorXd effectiveness;  ///< [cell], at the last transition's level
  std::vector<double> shifts;     ///< [transition], of the level; the last is 0
  Eigen::VectorXd residual;       ///< [group], what the fit leaves
};

Fit solve(const Observations& data, const Basis& basis, std::size_t transition_count) {
  const Eigen::Index own = basis.columns.cols();
  const auto shifts = static_cast<Eigen::Index>(transition_count - 1);
  Eigen::MatrixXd design = Eigen::MatrixXd::Zero(data.leavers.rows(), own + shifts);
  design.leftCols(own) = data.leavers * basis.columns;
  for (Eigen::Index row = 0; row < design.rows(); ++row) {
    const auto t = static_cast<Eigen::Index>(data.transition[static_cast<std::size_t>(row)]);
    if (t < shifts) design(row, own + t) = data.leavers.row(row).dot(basis.shift);
  }
  Eigen::MatrixXd penalty = Eigen::MatrixXd::Zero(own + shifts, own + shifts);
  penalty.topLeftCorner(own, own) = basis.penalty;
  penalty.diagonal().tail(shifts).array() += shift_precision;
  const Eigen::MatrixXd weighted = design.transpose() * data.variance.cwiseInverse().asDiagonal();
  const Eigen::VectorXd solution =
      Eigen::LDLT<Eigen::MatrixXd>(weighted * design + penalty).solve(weighted * data.residual);
  Fit fit{
      .effectiveness = basis.columns * solution.head(own), .shifts = {}, .residual = data.residual - design * solution};
  for (Eigen::Index t = 0; t < shifts; ++t) fit.shifts.push_back(solution[own + t]);
  fit.shifts.push_back(0.0);
  return fit;
}

/// Standard deviation about the mean, less what chance alone would bring.
double spread(const std::vector<double>& values, double chance_variance, double otherwise) {
  if (values.size() < 2) return otherwise;
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  double sum = 0.0;
  for (const double value : values) sum += (value - mean) * (value - mean);
  return std::sqrt(std::max(sum / static_cast<double>(values.size() - 1) - chance_variance, 0.0));
}

/// What each transition's young people have over the fit, a person-year, and the variance that chance gives it.
struct YoungResidual {
  std::vector<double> rate;
  double chance_variance = 0.0;
};

YoungResidual young_residual(const Observations& data, const Fit& fit, std::size_t transition_count) {
  YoungResidual young;
  for (std::size_t t = 0; t < transition_count; ++t) {
    double residual = 0.0;
    double persons = 0.0;
    double variance = 0.0;
    for (std::size_t row = 0; row < data.transition.size(); ++row) {
      if (data.transition[row] != t || !data.young[row]) continue;
      residual += fit.residual[static_cast<Eigen::Index>(row)];
      variance += data.variance[static_cast<Eigen::Index>(row)];
      persons += data.persons[row];
    }
    if (persons <= 0.0) continue;
    young.rate.push_back(residual / persons);
    young.chance_variance += variance / (persons * persons) / static_cast<double>(transition_count);
  }
  return young;
}

}  // namespace

NetMigration estimate_migration(const std::vector<Transition>& transitions, const SexAgeArray& leaving,
                                const MigrationSettings& settings) {
  NetMigration net;
  net.yearly_sd = default_yearly_sd;
  net.persistent_sd = default_yearly_sd;
  net.young_sd = default_young_sd;
  if (transitions.empty()) return net;
  const Observations data = observe(transitions, leaving);
  const Basis basis = make_basis(settings, leaving);
  const Fit fit = solve(data, basis, transitions.size());

  std::size_t row = 0;
  for (const Transition& transition : transitions) {
    for (const Margin& margin : transition.counted) {
      const auto at = static_cast<Eigen::Index>(row++);
      net.fit.push_back({.year = transition.year,
                         .counted = margin,
                         .fitted = margin.persons - fit.residual[at],
                         .chance_sd = std::sqrt(data.variance[at])});
    }
  }

  std::vector<double> weights;
  for (const Transition& transition : transitions) {
    weights.push_back(std::exp2((transition.year - transitions.back().year) / settings.half_life_years));
  }
  const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
  const double shift = std::inner_product(weights.begin(), weights.end(), fit.shifts.begin(), 0.0) / all;
  const double squares = std::inner_product(weights.begin(), weights.end(), weights.begin(), 0.0) / (all * all);

  const double persons = std::accumulate(data.persons.begin(), data.persons.end(), 0.0);
  const double crude = (data.leavers * basis.shift).sum() / persons;
  const double chance = data.variance.sum() / (persons * persons) * static_cast<double>(transitions.size());
  std::vector<double> levels;
  for (std::size_t t = 0; t < transitions.size(); ++t) {
    levels.push_back((fit.shifts[t] - shift) * crude);
    net.level[transitions[t].year] = levels.back();
  }
  net.yearly_sd = spread(levels, chance, default_yearly_sd);
  net.persistent_sd = net.yearly_sd * std::sqrt(squares);
  const YoungResidual young = young_residual(data, fit, transitions.size());
  for (std::size_t t = 0; t < young.rate.size(); ++t) net.young[transitions[t].year] = young.rate[t];
  net.young_sd = spread(young.rate, young.chance_variance, default_young_sd);
  for (std::size_t sex = 0; sex < state::sex_count; ++sex) {
    for (std::size_t age = 0; age < age_count; ++age) {
      const Eigen::Index cell = cell_index(sex, age);
      net.effectiveness[sex][age] = fit.effectiveness[cell] + shift * basis.shift[cell];
    }
  }
  return net;
}

}  // namespace jobcast::population
