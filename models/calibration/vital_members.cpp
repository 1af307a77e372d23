#include "models/calibration/vital_members.hpp"

#include <cmath>
#include <numbers>

#include "engine/random/stream.hpp"
#include "models/calibration/standard_normal.hpp"
#include "models/plan/defaults.hpp"

namespace jobcast::calibration {
namespace {

constexpr int score_count = 2;
/// Assumption: a county's fertility lies within 40 % of the rate last published for it, before its births are counted.
constexpr double fertility_spread = 0.2;
/// Assumption: rates of one year swing by 3 % about their trend; epidemics, cold winters, the zodiac.
constexpr double yearly_swing = 0.03;

double log_density(const CountedEvents& events, double factor) {
  const double expected = factor * events.expected;
  const double variance = events_variance(expected);
  const double surprise = events.counted - expected;
  return -0.5 * (std::log(2.0 * std::numbers::pi * variance) + surprise * surprise / variance);
}

void complete(VitalMember& member, const VitalRecord& record, random::Stream& stream) {
  member.migration = record.migration_by_mortality * (member.mortality - record.central_mortality) +
                     record.lasting_sd * stream.normal();
}

}  // namespace

double events_variance(double expected) { return expected + std::pow(yearly_swing * expected, 2); }

VitalMember vital_of(const Eigen::VectorXd& scores) {
  static const random::Distribution mortality =
      plan::default_values().at("population.mortality_multiplier").distribution;
  return {.mortality = mortality.quantile(normal_share(scores[0])),
          .fertility = std::exp(fertility_spread * scores[1])};
}

double vital_log_likelihood(const VitalRecord& record, const VitalMember& member) {
  double sum = 0.0;
  for (const auto& events : record.deaths) sum += log_density(events, member.mortality);
  for (const auto& events : record.births) sum += log_density(events, member.fertility);
  return sum;
}

VitalMembers sample_vital(const VitalRecord& record, const TemperedSettings& settings) {
  // Its own numbers, not those of the labour market's scores.
  TemperedSettings own = settings;
  own.replicate += 1'000'000;
  VitalMembers sampled{
      .tempered = temper(score_count, own,
                         [&](const Eigen::VectorXd& scores) { return vital_log_likelihood(record, vital_of(scores)); }),
      .members = {}};
  const random::StreamKey key{settings.seed, random::Purpose::parameters, settings.replicate};
  for (int index = 0; index < settings.members; ++index) {
    VitalMember member = vital_of(sampled.tempered.scores.col(index));
    random::Stream stream(key, static_cast<std::uint32_t>(index), random::entity("ensemble.migration"));
    complete(member, record, stream);
    sampled.members.push_back(member);
  }
  return sampled;
}

MadeVital make_vital(const VitalRecord& like, std::uint64_t seed, std::uint32_t number) {
  random::Stream stream({seed, random::Purpose::parameters, 0}, number, random::entity("ensemble.made_vital"));
  Eigen::VectorXd scores(score_count);
  for (double& score : scores) score = stream.normal();
  MadeVital made{.record = like, .truth = vital_of(scores)};
  complete(made.truth, like, stream);
  const auto count = [&](CountedEvents& events, double factor) {
    const double expected = factor * events.expected;
    events.counted = expected + std::sqrt(events_variance(expected)) * stream.normal();
  };
  for (auto& events : made.record.deaths) count(events, made.truth.mortality);
  for (auto& events : made.record.births) count(events, made.truth.fertility);
  return made;
}

}  // namespace jobcast::calibration
