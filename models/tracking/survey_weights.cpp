#include "models/tracking/survey_weights.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>

#include "engine/input/plain_number.hpp"
#include "models/forecast/summary_of.hpp"

namespace jobcast::tracking {
namespace {

using forecast::ScenarioOutcomes;
using Numbers = std::span<const double>;

constexpr std::size_t first_survey = 0;

std::size_t index_of(const SurveyActual& figure) { return static_cast<std::size_t>(figure.indicator); }

/// Covariance of the published figures around the true values, a row and column for each figure.
Eigen::MatrixXd covariance(const std::vector<Numbers>& published, const std::vector<Numbers>& truth) {
  const auto count = static_cast<Eigen::Index>(published.size());
  const auto draws = published.front().size();
  Eigen::MatrixXd errors(count, static_cast<Eigen::Index>(draws));
  for (Eigen::Index row = 0; row < count; ++row) {
    const auto at = static_cast<std::size_t>(row);
    for (std::size_t draw = 0; draw < draws; ++draw) {
      errors(row, static_cast<Eigen::Index>(draw)) = published[at][draw] - truth[at][draw];
    }
  }
  Eigen::MatrixXd square = errors * errors.transpose() / static_cast<double>(draws);
  // Insured persons are counted, not sampled: without a kernel of some width no draw would be theirs.
  constexpr double kernel = 0.1;
  for (Eigen::Index row = 0; row < count; ++row) {
    const double spread = forecast::summary_of(truth[static_cast<std::size_t>(row)]).sd;
    square(row, row) = std::max(square(row, row), kernel * kernel * spread * spread);
  }
  return square;
}

double share_below(Numbers draws, double value) {
  double below = 0.0;
  for (const double each : draws) below += each < value ? 1.0 : each == value ? 0.5 : 0.0;
  return below / static_cast<double>(draws.size());
}

void refuse_collapse(const SurveyWeights& weighed) {
  constexpr double enough = 100.0;
  const auto draws = static_cast<double>(weighed.weights.size());
  const double least = std::min(enough, draws / 10.0);
  if (weighed.effective >= least) return;
  const auto off = [](const SurveyCheck& check) {
    return std::abs(check.figure.value - check.forecast.mean) / std::max(check.forecast.sd, 1e-300);
  };
  const auto& farthest = *std::max_element(weighed.checks.begin(), weighed.checks.end(),
                                           [&](const auto& a, const auto& b) { return off(a) < off(b); });
  const auto whole = [](double number) { return input::number_text(std::floor(number)); };
  throw input::InputError(
      {farthest.figure.where,
       {"track.collapsed", {input::number_text(farthest.figure.value), whole(weighed.effective), whole(draws)}},
       {"track.expected_effective",
        {whole(std::ceil(least)), input::number_text(farthest.forecast.p05),
         input::number_text(farthest.forecast.p95)}},
       {"track.mend_collapsed", {}}});
}

}  // namespace

SurveyWeights weigh(const forecast::Drawn& drawn, const std::vector<SurveyActual>& surveys) {
  SurveyWeights weighed;
  if (surveys.empty()) return weighed;
  std::vector<Numbers> published, truth;
  for (const auto& figure : surveys) {
    published.push_back(drawn.outcomes.numbers.column(ScenarioOutcomes::published(first_survey, index_of(figure))));
    truth.push_back(drawn.outcomes.numbers.column(ScenarioOutcomes::truth(first_survey, index_of(figure))));
  }
  const Eigen::MatrixXd square = covariance(published, truth);
  // A spread of nothing (one draw, say) still has a pivot.
  const Eigen::LDLT<Eigen::MatrixXd> solver(square +
                                            1e-12 * Eigen::MatrixXd(square.diagonal().cwiseMax(1e-12).asDiagonal()));
  const auto count = static_cast<Eigen::Index>(surveys.size());
  Eigen::VectorXd off(count);
  for (std::size_t draw = 0; draw < truth.front().size(); ++draw) {
    for (Eigen::Index row = 0; row < count; ++row) {
      const auto at = static_cast<std::size_t>(row);
      off[row] = surveys[at].value - truth[at][draw];
    }
    weighed.weights.push_back(-0.5 * off.dot(solver.solve(off)));
  }
  const double greatest = *std::max_element(weighed.weights.begin(), weighed.weights.end());
  double sum = 0.0, squares = 0.0;
  for (double& weight : weighed.weights) sum += weight = std::exp(weight - greatest);
  for (double& weight : weighed.weights) {
    weight /= sum;
    squares += weight * weight;
  }
  weighed.effective = 1.0 / squares;
  for (std::size_t at = 0; at < surveys.size(); ++at) {
    const auto row = static_cast<Eigen::Index>(at);
    weighed.checks.push_back({.figure = surveys[at],
                              .forecast = forecast::summary_of(published[at]),
                              .below = share_below(published[at], surveys[at].value),
                              .error = std::sqrt(square(row, row))});
  }
  refuse_collapse(weighed);
  return weighed;
}

}  // namespace jobcast::tracking
