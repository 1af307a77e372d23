#include "models/calibration/labour_members.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

#include "engine/parallel/loop.hpp"
#include "engine/random/stream.hpp"

namespace jobcast::calibration {
namespace {

using State = Eigen::Matrix<double, path_size, 1>;

/// A normal vector. Directions without uncertainty have none to draw.
State draw(const State& mean, const PathMatrix& covariance, random::Stream& stream) {
  const Eigen::SelfAdjointEigenSolver<PathMatrix> parts(covariance);
  State normals;
  for (double& normal : normals) normal = stream.normal();
  return mean + parts.eigenvectors() * (parts.eigenvalues().cwiseMax(0.0).cwiseSqrt().cwiseProduct(normals));
}

double draw(const SeriesBelief& belief, random::Stream& stream) {
  return belief.mean + std::sqrt(belief.variance) * stream.normal();
}

/// A local level from its first value on; what a survey with an error sees of it goes into `series`.
double make_series(labour::Series& series, double error, double innovation, int until, random::Stream& stream) {
  double level = draw(series_before(), stream);
  const double a_step = innovation / std::sqrt(static_cast<double>(labour::steps_a_year));
  int at = series.empty() ? until : series.front().step;
  for (auto& seen : series) {
    for (; at < seen.step; ++at) level += a_step * stream.normal();
    seen.value = level + error * stream.normal();
  }
  for (; at < until; ++at) level += a_step * stream.normal();
  return level;
}

}  // namespace

double LabourMember::level(std::size_t band, int step, const PathSettings& settings) const {
  const double sign = step % 2 != 0 ? 1.0 : -1.0;
  return path[static_cast<Eigen::Index>(band)] + sign * path[season_index] / settings.points[band];
}

LabourMembers sample_labour(const LabourPath& path, int until, const TemperedSettings& settings) {
  LabourMembers sampled{
      .tempered = temper(hyper_count, settings,
                         [&](const Eigen::VectorXd& scores) {
                           return filter_path(path, hyper_of(path.settings, scores), until).log_likelihood;
                         }),
      .members = {}};
  sampled.members.resize(static_cast<std::size_t>(settings.members));
  const random::StreamKey key{settings.seed, random::Purpose::parameters, settings.replicate};
  parallel::for_each_index(std::size_t{0}, sampled.members.size(), [&](std::size_t index) {
    LabourMember& member = sampled.members[index];
    member.scores = sampled.tempered.scores.col(static_cast<Eigen::Index>(index));
    member.hyper = hyper_of(path.settings, member.scores);
    const Filtered filtered = filter_path(path, member.hyper, until);
    random::Stream stream(key, static_cast<std::uint32_t>(index), random::entity("ensemble.state"));
    member.path = draw(filtered.now.mean, filtered.now.covariance, stream);
    member.sex_gap = draw(filtered.sex_gap, stream);
    member.regular = draw(filtered.regular, stream);
  });
  return sampled;
}

MadeHistory make_history(const LabourPath& like, std::uint64_t seed, std::uint32_t number) {
  MadeHistory made{.path = like, .truth = {}};
  random::Stream stream({seed, random::Purpose::parameters, 0}, number, random::entity("ensemble.made_history"));
  for (double& score : made.truth.scores) score = stream.normal();
  made.truth.hyper = hyper_of(like.settings, made.truth.scores);
  const Hyper& hyper = made.truth.hyper;
  const Belief before = belief_before(like.settings);
  const PathMatrix transition = half_year_transition(like.settings);
  const PathMatrix noise = half_year_noise(like.settings, hyper);
  const auto sampling = sampling_variance(like.settings, hyper);
  State state = draw(before.mean, before.covariance, stream);
  int at = made.path.rounds.empty() ? 0 : made.path.rounds.front().step;
  for (RoundView& round : made.path.rounds) {
    for (; at < round.step; ++at) state = draw(transition * state, noise, stream);
    Eigen::Matrix<double, band_count, 1> errors;
    for (Eigen::Index band = 0; band < errors.size(); ++band) {
      errors[band] = std::sqrt(sampling[band]) * stream.normal();
    }
    round.observed = round.offset + round.links * state + round.sample * errors;
    for (Eigen::Index row = 0; row < round.count; ++row) {
      round.observed[row] += std::sqrt(round.rounding[row]) * stream.normal();
    }
  }
  made.truth.path = state;
  made.truth.sex_gap =
      make_series(made.path.sex_gap, sex_gap_error(like, hyper), like.settings.sex_gap_innovation, at, stream);
  made.truth.regular =
      make_series(made.path.regular, regular_error(like, hyper), like.settings.regular_innovation, at, stream);
  return made;
}

}  // namespace jobcast::calibration
