#include "models/calibration/labour_members.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

#include "engine/parallel/loop.hpp"
#include "engine/random/stream.hpp"

namespace jobcast::calibration {
namespace {

/// A normal vector. Directions without uncertainty have none to draw.
PathVector draw(const PathVector& mean, const PathMatrix& covariance, random::Stream& stream) {
  const Eigen::SelfAdjointEigenSolver<PathMatrix> parts(covariance);
  PathVector normals;
  for (double& normal : normals) normal = stream.normal();
  return mean + parts.eigenvectors() * (parts.eigenvalues().cwiseMax(0.0).cwiseSqrt().cwiseProduct(normals));
}

/// States at the step `at` and after, drawn backwards from what a filter believed after each of them.
std::vector<PathVector> draw_back(const std::vector<Belief>& beliefs, const PathMatrix& transition,
                                  const PathMatrix& noise, random::Stream& stream) {
  std::vector<PathVector> states(beliefs.size());
  states.back() = draw(beliefs.back().mean, beliefs.back().covariance, stream);
  for (std::size_t index = beliefs.size() - 1; index-- > 0;) {
    const Belief& belief = beliefs[index];
    const PathMatrix crossed = belief.covariance * transition.transpose();
    const PathMatrix ahead = transition * crossed + noise;
    const PathMatrix gain = ahead.ldlt().solve(crossed.transpose()).transpose();
    const PathMatrix left = belief.covariance - gain * crossed.transpose();
    states[index] = draw(belief.mean + gain * (states[index + 1] - transition * belief.mean),
                         0.5 * (left + left.transpose()), stream);
  }
  return states;
}

/// The member's state at the first of some steps and how its levels moved after it.
void place(LabourMember& member, const std::vector<PathVector>& states) {
  member.path = states.front();
  for (std::size_t half_year = 0; half_year < member.moved.size() && half_year + 1 < states.size(); ++half_year) {
    for (std::size_t band = 0; band < band_count; ++band) {
      const auto index = static_cast<Eigen::Index>(band);
      member.moved[half_year][band] = states[half_year + 1][index] - states[half_year][index];
    }
  }
}

}  // namespace

double LabourMember::level(std::size_t band, int step, const PathSettings& settings) const {
  const double sign = step % 2 != 0 ? 1.0 : -1.0;
  return path[static_cast<Eigen::Index>(band)] + sign * path[season_index] / settings.points[band];
}

LabourMembers sample_labour(const LabourPath& path, int at, const TemperedSettings& settings) {
  const int until = path.rounds.empty() ? at : std::max(at, path.rounds.back().step);
  const PathMatrix transition = half_year_transition(path.settings);
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
    std::vector<Belief> beliefs;
    filter_path(path, member.hyper, until, nullptr, [&](int step, const Belief& belief) {
      if (step >= at) beliefs.push_back(belief);
    });
    random::Stream stream(key, static_cast<std::uint32_t>(index), random::entity("ensemble.state"));
    place(member, draw_back(beliefs, transition, half_year_noise(path.settings, member.hyper), stream));
  });
  return sampled;
}

MadeHistory make_history(const LabourPath& like, int at_step, std::uint64_t seed, std::uint32_t number) {
  MadeHistory made{.path = like, .truth = {}};
  random::Stream stream({seed, random::Purpose::parameters, 0}, number, random::entity("ensemble.made_history"));
  for (double& score : made.truth.scores) score = stream.normal();
  made.truth.hyper = hyper_of(like.settings, made.truth.scores);
  const Hyper& hyper = made.truth.hyper;
  const Belief before = belief_before(like.settings, hyper);
  const PathMatrix transition = half_year_transition(like.settings);
  const PathMatrix noise = half_year_noise(like.settings, hyper);
  const Found sampling_sd = found_variance(like, hyper).cwiseSqrt();
  PathVector state = draw(before.mean, before.covariance, stream);
  int at = made.path.rounds.empty() ? 0 : made.path.rounds.front().step;
  const auto normals = [&](Eigen::Index count) {
    Eigen::VectorXd scores(count);
    for (double& score : scores) score = stream.normal();
    return scores;
  };
  std::vector<PathVector> states;
  for (RoundView& round : made.path.rounds) {
    for (; at < round.step; ++at) {
      if (at >= at_step) states.push_back(state);
      state = draw(transition * state, noise, stream);
    }
    const Found seen = round.links * state + round.found_offset + sampling_sd.cwiseProduct(normals(found::count));
    const People persons = round.people_sd.cwiseProduct(normals(people::count));
    round.observe(round.offset + round.by_found * seen + round.by_people * persons +
                  round.rounding.cwiseSqrt().cwiseProduct(normals(round.rounding.size())));
  }
  states.push_back(state);
  place(made.truth, states);
  return made;
}

}  // namespace jobcast::calibration
