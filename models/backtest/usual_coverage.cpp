#include "models/backtest/usual_coverage.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/parallel/loop.hpp"
#include "engine/stats/quantile.hpp"
#include "models/calibration/labour_members.hpp"
#include "models/panel/score.hpp"

namespace jobcast::backtest {
namespace {

using calibration::Belief;
using calibration::LabourPath;
using calibration::PathMatrix;
using calibration::RoundView;

struct Held {
  int count = 0;
  int inside = 0;
};

bool is_employment_rate(const labour::SurveyFigure& figure) {
  return figure.base && !figure.sex && figure.counted == labour::employed_states;
}

void count_round(const RoundView& round, const Belief& belief, const calibration::Found& noise, Held& held) {
  const Eigen::MatrixXd links = round.by_found * round.links;
  const Eigen::VectorXd mean = round.offset + links * belief.mean + round.by_found * round.found_offset;
  const Eigen::MatrixXd variance =
      links * belief.covariance * links.transpose() + round.by_found * noise.asDiagonal() * round.by_found.transpose() +
      round.by_people * round.people_sd.array().square().matrix().asDiagonal() * round.by_people.transpose();
  for (Eigen::Index row = 0; row < mean.size(); ++row) {
    if (!is_employment_rate(round.figures[static_cast<std::size_t>(row)])) continue;
    const double sd = std::sqrt(variance(row, row) + round.rounding[row]);
    ++held.count;
    held.inside += std::abs(round.observed[row] - mean[row]) <= panel::half_width_80 * sd ? 1 : 0;
  }
}

double coverage_of(const calibration::MadeHistory& made, const std::vector<int>& origins, int half_years) {
  const auto& hyper = made.truth.hyper;
  const PathMatrix transition = calibration::half_year_transition(made.path.settings);
  const PathMatrix noise = calibration::half_year_noise(made.path.settings, hyper);
  const auto sampling = calibration::found_variance(made.path, hyper);
  Held held;
  calibration::filter_path(made.path, hyper, origins.back(), nullptr, [&](int step, const Belief& now) {
    if (std::find(origins.begin(), origins.end(), step) == origins.end()) return;
    Belief belief = now;
    for (int ahead = 1; ahead <= half_years; ++ahead) {
      belief.mean = transition * belief.mean;
      belief.covariance = transition * belief.covariance * transition.transpose() + noise;
      for (const RoundView& round : made.path.rounds) {
        if (round.step == step + ahead) count_round(round, belief, sampling, held);
      }
    }
  });
  return static_cast<double>(held.inside) / held.count;
}

}  // namespace

UsualCoverage usual_coverage(const LabourPath& path, const std::vector<int>& origins, int half_years,
                             std::uint64_t seed, int histories) {
  std::vector<double> shares(static_cast<std::size_t>(histories));
  const int last = path.rounds.back().step;
  parallel::for_each_index(std::size_t{0}, shares.size(), [&](std::size_t number) {
    shares[number] =
        coverage_of(make_history(path, last, seed, static_cast<std::uint32_t>(number)), origins, half_years);
  });
  constexpr std::array ends{0.05, 0.95};
  const auto range = stats::quantiles(shares, ends);
  return {.low = range[0], .high = range[1]};
}

}  // namespace jobcast::backtest
