#include "models/panel/forecast_areas.hpp"

#include <Eigen/Cholesky>
#include <cmath>
#include <map>

#include "models/panel/estimate_areas.hpp"
#include "models/panel/history.hpp"

namespace jobcast::panel {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Predicts an area's differences at the target from those that it published.
class Predictor {
 public:
  Predictor(const AreaParameters& parameters, const Rounds& history, Index ahead)
      : bands_(parameters.bands()),
        rounds_(history.count),
        reach_(history.count + ahead),
        covariance_(area_covariance(parameters, {history.first, reach_})) {}

  struct Prediction {
    VectorXd mean;
    MatrixXd covariance;
  };

  /// `differences` as columns of rates_of, NaN where not published.
  Prediction predict(const VectorXd& differences) {
    std::vector<Index> known;
    for (Index i = 0; i < differences.size(); ++i) {
      if (!std::isnan(differences(i))) known.push_back(i);
    }
    const auto& rule = rule_for(known);
    VectorXd values(static_cast<Index>(known.size()));
    for (std::size_t i = 0; i < known.size(); ++i) values(static_cast<Index>(i)) = differences(known[i]);
    return {rule.weights.transpose() * values, rule.left};
  }

 private:
  struct Rule {
    MatrixXd weights;  // known x bands
    MatrixXd left;     // bands x bands
  };

  /// Areas with the same gaps share the work.
  const Rule& rule_for(const std::vector<Index>& known) {
    const auto [place, is_new] = rules_.try_emplace(known);
    if (!is_new) return place->second;
    std::vector<Index> at;
    for (const auto each : known) at.push_back(each / rounds_ * reach_ + each % rounds_);
    std::vector<Index> target;
    for (Index b = 0; b < bands_; ++b) target.push_back((b + 1) * reach_ - 1);
    const MatrixXd among = covariance_(at, at);
    const MatrixXd across = covariance_(at, target);
    place->second.weights = among.llt().solve(across);
    place->second.left = covariance_(target, target) - across.transpose() * place->second.weights;
    return place->second;
  }

  Index bands_, rounds_, reach_;
  MatrixXd covariance_;
  std::map<std::vector<Index>, Rule> rules_;
};

/// The mean over areas by survey and band: T x k.
MatrixXd folded(const Eigen::RowVectorXd& means, Index rounds) { return means.reshaped(rounds, means.size() / rounds); }

}  // namespace

std::optional<AreasForecast> forecast_areas(const Panel& panel, const AgeSystem& system, std::size_t origin, int ahead,
                                            const std::vector<std::size_t>& asked,
                                            const std::vector<std::vector<std::size_t>>& lenders) {
  const auto history = usable_history(panel, system, origin, lenders);
  if (!history) return std::nullopt;
  const auto bands = static_cast<Index>(system.bands.size());
  const Rounds rounds{panel.first + static_cast<int>(history->start), static_cast<Index>(history->surveys())};
  const MatrixXd lent = rates_of(panel, system, *history, history->areas);
  const Eigen::RowVectorXd means = lent.colwise().mean();
  const MatrixXd differences = lent.rowwise() - means;
  AreasForecast result;
  result.rounds = rounds;
  result.lenders = history->areas.size();
  result.parameters = estimate_areas(differences, rounds, bands);
  VectorXd common_deviation(bands);
  for (Index b = 0; b < bands; ++b) {
    constexpr double common_share = 0.4;  // of an area's own noise, before anything is seen
    common_deviation(b) = common_share * noise_scale(differences.middleCols(b * rounds.count, rounds.count));
  }
  result.common = forecast_common(folded(means, rounds.count), rounds, ahead, common_deviation);

  const MatrixXd rates = rates_of(panel, system, *history, asked);
  const MatrixXd shares = population_shares(panel, system, *history, ahead, asked);
  Predictor predictor(result.parameters, rounds, ahead);
  VectorXd variances = VectorXd::Zero(bands);
  for (Index a = 0; a < rates.rows(); ++a) {
    const VectorXd own = (rates.row(a) - means).transpose();
    if (own.array().isNaN().all()) {
      result.areas.emplace_back();
      continue;
    }
    const auto [mean, covariance] = predictor.predict(own);
    const VectorXd weights = shares.row(a).transpose();
    const MatrixXd whole = covariance + result.common.covariance;
    constexpr double rounding_variance = 0.1 * 0.1 / 12.0;
    result.areas.push_back(
        {weights.dot(mean + result.common.mean), std::sqrt(weights.dot(whole * weights) + rounding_variance)});
    variances += whole.diagonal();
  }
  for (Index b = 0; b < bands; ++b) {
    result.band_sd.push_back(std::sqrt(variances(b) / std::max(1.0, static_cast<double>(rates.rows()))));
  }
  return result;
}

}  // namespace jobcast::panel
