#include "models/calibration/labour_path.hpp"

#include <Eigen/Cholesky>
#include <cmath>
#include <numbers>

#include "models/labour/log_odds.hpp"
#include "models/labour/survey_series.hpp"

namespace jobcast::calibration {
namespace {

using Rows = Eigen::Matrix<double, Eigen::Dynamic, 1, 0, found::count, 1>;
using Square = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, 0, found::count, found::count>;
using Crossed = Eigen::Matrix<double, path_size, Eigen::Dynamic, 0, path_size, found::count>;
using Links = Eigen::Matrix<double, Eigen::Dynamic, path_size, 0, found::count, path_size>;

/// Before any survey a share may be anything: 5 to 95 % within two standard deviations of the log-odds.
constexpr double level_sd = 1.5;
/// Who is without work searches as often as in the nation, or a third or three times as often (assumption).
constexpr double search_sd = 1.0;
constexpr Eigen::Index bands = band_count;

void expect(const Belief& belief, const RoundView& view, const Found& noise, const PeopleBelief& people,
            std::vector<Expectation>& expectations) {
  const Eigen::MatrixXd links = view.by_found * view.links;
  const Eigen::VectorXd mean = view.offset + links * belief.mean + view.by_found * view.found_offset +
                               view.by_people * (people.mean - view.people_guess);
  const Eigen::MatrixXd variance = links * belief.covariance * links.transpose() +
                                   view.by_found * noise.asDiagonal() * view.by_found.transpose() +
                                   view.by_people * people.covariance * view.by_people.transpose();
  for (Eigen::Index row = 0; row < mean.size(); ++row) {
    expectations.push_back({.step = view.step,
                            .figure = static_cast<std::size_t>(row),
                            .mean = mean[row],
                            .variance = variance(row, row) + view.rounding[row],
                            .observed = view.observed[row]});
  }
}

/// Adds a round to what is believed.
double see(Belief& belief, const RoundView& view, const Found& noise) {
  const auto count = view.seen.size();
  const Links links = view.sees * view.links;
  const Rows surprise = view.seen - links * belief.mean - view.sees * view.found_offset;
  const Crossed crossed = belief.covariance * links.transpose();
  Square variance = links * crossed + view.sees * noise.asDiagonal() * view.sees.transpose();
  variance.diagonal().array() += 1.0;
  const Eigen::LLT<Square> factor(variance);
  const Rows weighted = factor.solve(surprise);
  belief.mean += crossed * weighted;
  belief.covariance -= crossed * factor.solve(crossed.transpose());
  belief.covariance = 0.5 * (belief.covariance + belief.covariance.transpose().eval());
  const Square root = factor.matrixL();
  const double log_determinant = 2.0 * root.diagonal().array().log().sum();
  return view.log_constant - 0.5 * (static_cast<double>(count) * std::log(2.0 * std::numbers::pi) + log_determinant +
                                    surprise.dot(weighted));
}

/// transition * belief, without multiplying by the transition's ones and zeros.
void pass_half_year(Belief& belief, const PathSettings& settings, const PathMatrix& noise) {
  const double persistence = settings.drift_persistence;
  auto& covariance = belief.covariance;
  belief.mean.head<bands>() += belief.mean.segment<bands>(drift_index);
  belief.mean.segment<bands>(drift_index) *= persistence;
  covariance.topRows<bands>() += covariance.middleRows<bands>(drift_index);
  covariance.middleRows<bands>(drift_index) *= persistence;
  covariance.leftCols<bands>() += covariance.middleCols<bands>(drift_index);
  covariance.middleCols<bands>(drift_index) *= persistence;
  covariance += noise;
}

/// What a sample's errors rest on, averaged over the rounds that show it.
class Shares {
 public:
  explicit Shares(const std::vector<RoundView>& rounds) : rounds_(rounds) {}

  /// Mean of a found share over the rounds where figures tell it; the mean of all where none does.
  [[nodiscard]] double share(Eigen::Index index) const {
    double sum = 0.0;
    double all = 0.0;
    int count = 0;
    for (const RoundView& round : rounds_) {
      const double share = labour::share_of(round.point.found[index]);
      all += share;
      if (!tells(round, index)) continue;
      sum += share;
      ++count;
    }
    return count > 0 ? sum / count : all / static_cast<double>(rounds_.size());
  }
  static bool tells(const RoundView& round, Eigen::Index index) {
    constexpr double least = 1e-4;
    return (round.by_found.col(index).array().abs() > least).any();
  }

 private:
  const std::vector<RoundView>& rounds_;
};

/// Persons of a band over those of 15-64, at the last round.
double band_weight(const RoundView& last, std::size_t band) {
  double persons = 0.0;
  for (Eigen::Index young = 0; young + 1 < bands; ++young) persons += std::exp(last.point.people[young]);
  return std::exp(last.point.people[static_cast<Eigen::Index>(band)]) / persons;
}

Found unit_sampling(const std::vector<RoundView>& rounds, const PathSettings& settings) {
  const Shares shares(rounds);
  const RoundView& last = rounds.back();
  const double asked = settings.sample_persons;
  Found variance;
  double searching = 0.0;
  double employed_15_64 = 0.0;
  for (std::size_t band = 0; band < band_count; ++band) {
    const auto index = static_cast<Eigen::Index>(band);
    variance[index] = settings.measurement[band] * settings.measurement[band] / settings.central_design_effect;
    const double weight = band_weight(last, band);
    const double employed = shares.share(index);
    const double search = shares.share(found::search + index);
    if (band + 1 < band_count) employed_15_64 += weight * employed;
    variance[found::search + index] = 1.0 / (asked * weight * (1.0 - employed) * search * (1.0 - search));
    searching += asked * weight * (1.0 - employed) * search;
  }
  // Half of the sample are women; the sexes' shares lie on both sides of what they have together.
  const double half_gap = 0.5 * (Shares::tells(last, found::sex_gap) ? last.point.found[found::sex_gap] : 0.0);
  const double middle = labour::log_odds(employed_15_64);
  variance[found::sex_gap] =
      2.0 / asked * (1.0 / labour::slope_at(middle + half_gap) + 1.0 / labour::slope_at(middle - half_gap));
  variance[found::old_sex_gap] = 4.0 * variance[bands - 1];
  variance[found::search_gap] = 4.0 / searching;
  // About as many are employed as there are persons of 15-64: three quarters of them, and those over 64.
  const double regular = shares.share(found::regular);
  const double temporary = shares.share(found::temporary);
  variance[found::regular] = 1.0 / (asked * regular * (1.0 - regular));
  variance[found::temporary] = 1.0 / (asked * (1.0 - regular) * temporary * (1.0 - temporary));
  return variance;
}

}  // namespace

PathMatrix half_year_transition(const PathSettings& settings) {
  PathMatrix transition = PathMatrix::Identity();
  for (Eigen::Index band = 0; band < bands; ++band) {
    transition(band, drift_index + band) = 1.0;
    transition(drift_index + band, drift_index + band) = settings.drift_persistence;
  }
  return transition;
}

PathMatrix half_year_noise(const PathSettings& settings, const Hyper& hyper) {
  PathMatrix noise = PathMatrix::Zero();
  for (Eigen::Index one = 0; one < bands; ++one) {
    for (Eigen::Index other = 0; other < bands; ++other) {
      noise(one, other) = hyper.innovation[static_cast<std::size_t>(one)] *
                          hyper.innovation[static_cast<std::size_t>(other)] / labour::steps_a_year *
                          (one == other ? 1.0 : hyper.common);
    }
    noise(drift_index + one, drift_index + one) = std::pow(hyper.drift_sd[static_cast<std::size_t>(one)], 2) *
                                                  (1.0 - settings.drift_persistence * settings.drift_persistence);
  }
  const auto walk = [&](Eigen::Index index, double innovation) {
    noise(index, index) = innovation * innovation / labour::steps_a_year;
  };
  walk(sex_gap_index, settings.sex_gap_innovation);
  walk(old_sex_gap_index, settings.sex_gap_innovation);
  walk(regular_index, settings.regular_innovation);
  walk(temporary_index, settings.regular_innovation);
  walk(search_index, settings.search_innovation);
  return noise;
}

Belief belief_before(const PathSettings& settings, const Hyper& hyper) {
  Belief belief;
  belief.mean.setZero();
  PathVector sd = PathVector::Constant(level_sd);
  for (std::size_t band = 0; band < band_count; ++band) {
    sd[drift_index + static_cast<Eigen::Index>(band)] = hyper.drift_sd[band];
  }
  sd[season_index] = settings.season_sd;
  sd[search_index] = search_sd;
  belief.covariance = sd.array().square().matrix().asDiagonal();
  return belief;
}

Eigen::Matrix<double, band_count, 1> sampling_variance(const PathSettings& settings, const Hyper& hyper) {
  Eigen::Matrix<double, band_count, 1> variance;
  for (std::size_t band = 0; band < band_count; ++band) {
    variance[static_cast<Eigen::Index>(band)] =
        settings.measurement[band] * settings.measurement[band] * hyper.design_effect / settings.central_design_effect;
  }
  return variance;
}

Found found_variance(const LabourPath& path, const Hyper& hyper) { return path.sampling * hyper.design_effect; }

LabourPath::LabourPath(const SurveyRecord& record) : settings(path_settings(record)) {
  for (const SurveyRound& round : record.rounds) {
    RoundView view = view_of(round, settings.points);
    if (!view.figures.empty()) rounds.push_back(std::move(view));
  }
  if (!rounds.empty()) sampling = unit_sampling(rounds, settings);
}

Expectations::Expectations(const LabourPath& path) {
  /// Men's share: half a percent a half-year.
  constexpr double men_change = 0.02;
  std::vector<PeopleBelief> after;
  People change = People::Constant(men_change * men_change);
  for (const RoundView& round : path.rounds) after.push_back(people_of(round));
  double half_years = 0.0;
  Eigen::Matrix<double, band_count, 1> squares = Eigen::Matrix<double, band_count, 1>::Zero();
  for (std::size_t index = 1; index < after.size(); ++index) {
    squares += (after[index].mean - after[index - 1].mean).head<bands>().cwiseAbs2();
    half_years += path.rounds[index].step - path.rounds[index - 1].step;
  }
  if (half_years > 0.0) change.head<bands>() = squares / half_years;
  for (std::size_t index = 0; index < after.size(); ++index) {
    people.push_back(after[index == 0 ? 0 : index - 1]);
    if (index == 0) continue;
    people.back().covariance.diagonal() += change * (path.rounds[index].step - path.rounds[index - 1].step);
  }
}

bool LabourPath::tells(Eigen::Index first, Eigen::Index count) const {
  for (const RoundView& round : rounds) {
    for (Eigen::Index index = first; index < first + count; ++index) {
      if (Shares::tells(round, index)) return true;
    }
  }
  return false;
}

double LabourPath::nations_search() const {
  const RoundView& last = rounds.back();
  double searching = 0.0;
  double idle = 0.0;
  for (Eigen::Index band = 0; band < bands; ++band) {
    const double without =
        std::exp(last.point.people[band]) * (1.0 - labour::share_of(last.point.found[found::employment + band]));
    idle += without;
    searching += without * labour::share_of(last.found_offset[found::search + band]);
  }
  return labour::log_odds(searching / idle);
}

Filtered filter_path(const LabourPath& path, const Hyper& hyper, int until, Expectations* expectations,
                     const std::function<void(int step, const Belief& belief)>& after_step) {
  const PathMatrix noise = half_year_noise(path.settings, hyper);
  const Found sampling = found_variance(path, hyper);
  Filtered filtered{.now = belief_before(path.settings, hyper)};
  std::size_t next = 0;
  for (int at = path.rounds.empty() ? until : path.rounds.front().step; at <= until; ++at) {
    if (next < path.rounds.size() && path.rounds[next].step == at) {
      const RoundView& round = path.rounds[next];
      if (expectations != nullptr) {
        expect(filtered.now, round, sampling, expectations->people[next], expectations->figures);
      }
      filtered.log_likelihood += see(filtered.now, round, sampling);
      ++next;
    }
    if (after_step) after_step(at, filtered.now);
    if (at < until) pass_half_year(filtered.now, path.settings, noise);
  }
  return filtered;
}

}  // namespace jobcast::calibration
