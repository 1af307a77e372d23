#include "models/calibration/labour_path.hpp"

#include <Eigen/Cholesky>
#include <cmath>
#include <numbers>

#include "models/labour/log_odds.hpp"

namespace jobcast::calibration {
namespace {

using Matrix = PathMatrix;
constexpr int most = RoundView::most;
using Rows = Eigen::Matrix<double, Eigen::Dynamic, 1, 0, most, 1>;
using Square = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, 0, most, most>;
using Links = Eigen::Matrix<double, Eigen::Dynamic, path_size, 0, most, path_size>;

/// Before any survey a rate may be anything: 5 to 95 % within two standard deviations of the log-odds.
constexpr double level_sd = 1.5;
constexpr double rate_step = 0.001;  // share
const double rounding_sd = rate_step / std::sqrt(12.0);
constexpr Eigen::Index bands = band_count;

double log_density(double surprise, double variance) {
  return -0.5 * (std::log(2.0 * std::numbers::pi * variance) + surprise * surprise / variance);
}

/// Adds a round to what is believed.
double see(Belief& belief, const RoundView& view, const Eigen::Matrix<double, band_count, 1>& noise,
           std::vector<Expectation>* expectations) {
  const Eigen::Index count = view.count;
  const Links links = view.links.topRows(count);
  const Rows surprise = view.observed.head(count) - view.offset.head(count) - links * belief.mean;
  const Eigen::Matrix<double, path_size, Eigen::Dynamic, 0, path_size, most> crossed =
      belief.covariance * links.transpose();
  const Eigen::Matrix<double, Eigen::Dynamic, band_count, 0, most, band_count> sample = view.sample.topRows(count);
  Square variance = links * crossed + sample * noise.asDiagonal() * sample.transpose();
  variance.diagonal() += view.rounding.head(count);
  if (expectations != nullptr) {
    for (Eigen::Index row = 0; row < count; ++row) {
      expectations->push_back({.step = view.step,
                               .ages = view.ages[static_cast<std::size_t>(row)],
                               .mean = view.observed[row] - surprise[row],
                               .variance = variance(row, row),
                               .observed = view.observed[row]});
    }
  }
  const Eigen::LLT<Square> factor(variance);
  const Rows weighted = factor.solve(surprise);
  belief.mean += crossed * weighted;
  belief.covariance -= crossed * factor.solve(crossed.transpose());
  belief.covariance = 0.5 * (belief.covariance + belief.covariance.transpose().eval());
  const Square root = factor.matrixL();
  const double log_determinant = 2.0 * root.diagonal().array().log().sum();
  return -0.5 *
         (static_cast<double>(count) * std::log(2.0 * std::numbers::pi) + log_determinant + surprise.dot(weighted));
}

/// A local level, seen with error.
SeriesBelief follow(const labour::Series& series, double error, double innovation, int until, double& log_likelihood) {
  SeriesBelief belief = series_before();
  int at = series.empty() ? until : series.front().step;
  const double a_step = innovation * innovation / labour::steps_a_year;
  for (const auto& seen : series) {
    if (seen.step > until) break;
    belief.variance += (seen.step - at) * a_step;
    at = seen.step;
    const double variance = belief.variance + error * error;
    log_likelihood += log_density(seen.value - belief.mean, variance);
    const double gain = belief.variance / variance;
    belief.mean += gain * (seen.value - belief.mean);
    belief.variance *= 1.0 - gain;
  }
  belief.variance += (until - at) * a_step;
  return belief;
}

}  // namespace

RoundView view_of(const SurveyRound& round, const PathSettings& settings) {
  RoundView view;
  view.step = round.step;
  const double sign = round.step % 2 != 0 ? 1.0 : -1.0;
  for (std::size_t ages = 0; ages < ages_count; ++ages) {
    if (!round.rate[ages]) continue;
    ByBand share{};
    double persons = 0.0;
    double employed = 0.0;
    for (std::size_t band = 0; band < band_count; ++band) {
      if (!holds_band(ages, band)) continue;
      share[band] = ages < band_count ? 1.0 : round.population[band];
      persons += share[band];
      employed += share[band] * (ages < band_count ? *round.rate[ages] : round.near_rate[band]);
    }
    if (std::isnan(persons) || std::isnan(employed)) continue;
    const double rate = employed / persons;
    const auto row = static_cast<Eigen::Index>(view.count);
    view.observed[row] = labour::log_odds(*round.rate[ages]);
    const double slope = labour::slope_at(labour::log_odds(rate));
    double linked = 0.0;
    for (std::size_t band = 0; band < band_count; ++band) {
      if (!holds_band(ages, band)) continue;
      const double own = ages < band_count ? rate : round.near_rate[band];
      const double odds = labour::log_odds(own);
      const double weight = share[band] / persons * labour::slope_at(odds) / slope;
      const auto column = static_cast<Eigen::Index>(band);
      view.links(row, column) = weight;
      view.links(row, season_index) += weight * sign / settings.points[band];
      view.sample(row, column) = weight;
      linked += weight * odds;
    }
    view.offset[row] = labour::log_odds(rate) - linked;
    view.rounding[row] = std::pow(rounding_sd / slope, 2);
    view.ages[static_cast<std::size_t>(view.count++)] = ages;
  }
  return view;
}

Matrix half_year_transition(const PathSettings& settings) {
  Matrix transition = Matrix::Identity();
  for (Eigen::Index band = 0; band < bands; ++band) {
    transition(band, bands + band) = 1.0;
    transition(bands + band, bands + band) = settings.drift_persistence;
  }
  return transition;
}

Matrix half_year_noise(const PathSettings& settings, const Hyper& hyper) {
  Matrix noise = Matrix::Zero();
  for (Eigen::Index one = 0; one < bands; ++one) {
    for (Eigen::Index other = 0; other < bands; ++other) {
      noise(one, other) = hyper.innovation[static_cast<std::size_t>(one)] *
                          hyper.innovation[static_cast<std::size_t>(other)] / labour::steps_a_year *
                          (one == other ? 1.0 : hyper.common);
    }
    noise(bands + one, bands + one) = std::pow(settings.drift_sd[static_cast<std::size_t>(one)], 2) *
                                      (1.0 - settings.drift_persistence * settings.drift_persistence);
  }
  return noise;
}

Belief belief_before(const PathSettings& settings) {
  Belief belief;
  belief.mean.setZero();
  belief.covariance.setZero();
  for (Eigen::Index band = 0; band < bands; ++band) {
    belief.covariance(band, band) = level_sd * level_sd;
    belief.covariance(bands + band, bands + band) = std::pow(settings.drift_sd[static_cast<std::size_t>(band)], 2);
  }
  belief.covariance(season_index, season_index) = settings.season_sd * settings.season_sd;
  return belief;
}

SeriesBelief series_before() { return {.mean = 0.0, .variance = level_sd * level_sd}; }

Eigen::Matrix<double, band_count, 1> sampling_variance(const PathSettings& settings, const Hyper& hyper) {
  Eigen::Matrix<double, band_count, 1> variance;
  for (std::size_t band = 0; band < band_count; ++band) {
    variance[static_cast<Eigen::Index>(band)] =
        settings.measurement[band] * settings.measurement[band] * hyper.design_effect / settings.central_design_effect;
  }
  return variance;
}

double sex_gap_error(const LabourPath& path, const Hyper& hyper) {
  return std::sqrt(hyper.design_effect / (path.settings.sample_persons * path.sex_gap_slope));
}

double regular_error(const LabourPath& path, const Hyper& hyper) {
  // About as many are employed as there are persons of 15-64: three quarters of them, and those over 64.
  return std::sqrt(hyper.design_effect / (path.settings.sample_persons * path.regular_slope));
}

LabourPath::LabourPath(const SurveyRecord& record)
    : settings(path_settings(record)), sex_gap(record.sex_gap), regular(record.regular) {
  for (const SurveyRound& round : record.rounds) {
    RoundView view = view_of(round, settings);
    if (view.count > 0) rounds.push_back(view);
  }
  constexpr double usual = 0.2;  // p (1 - p) of a rate of 72 %
  double noise = 0.0;
  // Half of the sample are women.
  for (std::size_t sex = 0; sex < 2; ++sex)
    noise += 2.0 / (record.sex_slope[sex] > 0.0 ? record.sex_slope[sex] : usual);
  sex_gap_slope = 1.0 / noise;
  regular_slope = record.regular_slope.value_or(usual);
}

Filtered filter_path(const LabourPath& path, const Hyper& hyper, int until, std::vector<Expectation>* expectations) {
  const Matrix transition = half_year_transition(path.settings);
  const Matrix noise = half_year_noise(path.settings, hyper);
  const auto sampling = sampling_variance(path.settings, hyper);
  Filtered filtered{.now = belief_before(path.settings), .sex_gap = {}, .regular = {}};
  Belief& belief = filtered.now;
  int at = path.rounds.empty() ? until : path.rounds.front().step;
  const auto pass_to = [&](int step) {
    for (; at < step; ++at) {
      belief.mean = transition * belief.mean;
      belief.covariance = transition * belief.covariance * transition.transpose() + noise;
    }
  };
  for (const RoundView& round : path.rounds) {
    if (round.step > until) break;
    pass_to(round.step);
    filtered.log_likelihood += see(belief, round, sampling, expectations);
  }
  pass_to(until);
  filtered.sex_gap = follow(path.sex_gap, sex_gap_error(path, hyper), path.settings.sex_gap_innovation, until,
                            filtered.log_likelihood);
  filtered.regular = follow(path.regular, regular_error(path, hyper), path.settings.regular_innovation, until,
                            filtered.log_likelihood);
  return filtered;
}

}  // namespace jobcast::calibration
