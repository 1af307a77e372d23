#include "models/panel/history.hpp"

#include <cmath>

namespace jobcast::panel {
namespace {

using Eigen::Index;

bool complete(const Panel& panel, const AgeSystem& system, std::size_t area, std::size_t survey) {
  for (const auto band : system.bands) {
    const auto& figure = panel.at(area, survey, band);
    if (std::isnan(figure.rate) || (system.composed && std::isnan(survey_population(figure)))) return false;
  }
  return true;
}

/// The first survey from which on an area is complete up to the origin; past the origin when it is not complete there.
std::size_t complete_since(const Panel& panel, const AgeSystem& system, std::size_t area, std::size_t origin) {
  std::size_t since = origin + 1;
  while (since > 0 && complete(panel, system, area, since - 1)) --since;
  return since;
}

std::optional<History> longest(const Panel& panel, const AgeSystem& system, std::size_t origin,
                               const std::vector<std::size_t>& group) {
  constexpr std::size_t fewest_areas = 8;
  constexpr std::size_t fewest_surveys = 4;
  std::optional<History> best;
  std::size_t most = 0;
  for (std::size_t start = 0; start + fewest_surveys <= origin + 1; ++start) {
    History history{start, origin, {}};
    for (const auto area : group) {
      if (complete_since(panel, system, area, origin) <= start) history.areas.push_back(area);
    }
    const auto figures = history.areas.size() * history.surveys();
    if (history.areas.size() >= fewest_areas && figures > most) {
      most = figures;
      best = std::move(history);
    }
  }
  return best;
}

double mean_population(const Panel& panel, std::size_t area, std::size_t band, std::size_t last) {
  constexpr double both = 2.0;
  return (survey_population(panel.at(area, last, band)) + survey_population(panel.at(area, last - 1, band))) / both;
}

}  // namespace

std::optional<History> usable_history(const Panel& panel, const AgeSystem& system, std::size_t origin,
                                      const std::vector<std::vector<std::size_t>>& groups) {
  constexpr std::size_t enough_areas = 20;
  std::optional<History> best;
  for (const auto& group : groups) {
    auto history = longest(panel, system, origin, group);
    if (!history) continue;
    if (history->areas.size() >= enough_areas) return history;
    if (!best || history->areas.size() > best->areas.size()) best = std::move(history);
  }
  return best;
}

Eigen::MatrixXd rates_of(const Panel& panel, const AgeSystem& system, const History& history,
                         const std::vector<std::size_t>& areas) {
  const auto rounds = static_cast<Index>(history.surveys());
  Eigen::MatrixXd rates(static_cast<Index>(areas.size()), rounds * static_cast<Index>(system.bands.size()));
  for (std::size_t a = 0; a < areas.size(); ++a) {
    for (std::size_t b = 0; b < system.bands.size(); ++b) {
      for (Index t = 0; t < rounds; ++t) {
        const auto survey = history.start + static_cast<std::size_t>(t);
        rates(static_cast<Index>(a), static_cast<Index>(b) * rounds + t) =
            panel.at(areas[a], survey, system.bands[b]).rate;
      }
    }
  }
  return rates;
}

Eigen::MatrixXd population_shares(const Panel& panel, const AgeSystem& system, const History& history, int ahead,
                                  const std::vector<std::size_t>& areas) {
  const auto bands = static_cast<Index>(system.bands.size());
  Eigen::MatrixXd shares = Eigen::MatrixXd::Zero(static_cast<Index>(areas.size()), bands);
  Eigen::RowVectorXd panel_shares = Eigen::RowVectorXd::Zero(bands);
  for (Index b = 0; b < bands; ++b) {
    const auto band = static_cast<std::size_t>(b);
    if (!system.part[band]) continue;
    if (!system.composed) {
      shares.col(b).setOnes();
      continue;
    }
    double now = 0.0;
    double before = 0.0;
    for (const auto area : history.areas) {
      now += mean_population(panel, area, system.bands[band], history.end);
      before += mean_population(panel, area, system.bands[band], history.end - 2);
    }
    // The mean of two surveys stands half a round before the last one; the growth is that of two rounds.
    const double growth = std::pow(now / before, (static_cast<double>(ahead) + 0.5) / 2.0);
    panel_shares(b) = growth * now;
    for (std::size_t a = 0; a < areas.size(); ++a) {
      shares(static_cast<Index>(a), b) = growth * mean_population(panel, areas[a], system.bands[band], history.end);
    }
  }
  for (Index a = 0; a < shares.rows(); ++a) {
    if (shares.row(a).hasNaN()) shares.row(a) = panel_shares;  // an area without its own takes all areas' shares
  }
  const Eigen::VectorXd sums = shares.rowwise().sum();
  return sums.cwiseInverse().asDiagonal() * shares;
}

}  // namespace jobcast::panel
