#include "models/population/chance.hpp"

namespace jobcast::population {
namespace {

units::Lane mean_one_factor(const units::Lane& expected, const units::Lane& score) {
  // Under a thousandth of a person chance is invisible and the lognormal's tail is not.
  const units::Lane variance = (1.0 + 1.0 / expected.max(1e-3)).log();
  const units::Lane factor = (variance.sqrt() * score - 0.5 * variance).exp();
  return (expected > 0.0).select(factor, units::Lane::Ones());
}

}  // namespace

void EventLanes::fill(double value) {
  const units::Lane lane = units::Lane::Constant(value);
  deaths.fill(lane);
  leavers.fill(lane);
  arrivals.fill(lane);
  births.fill(lane);
}

void Chance::begin(random::StreamKey key, std::uint32_t first_draw) {
  deaths_ = LaneStream(key, first_draw, random::entity("population.chance.deaths"));
  leavers_ = LaneStream(key, first_draw, random::entity("population.chance.leavers"));
  arrivals_ = LaneStream(key, first_draw, random::entity("population.chance.arrivals"));
  births_ = LaneStream(key, first_draw, random::entity("population.chance.births"));
}

void Chance::draw(const EventLanes& expected, EventLanes& factors) {
  for (std::size_t cell = 0; cell < chance_cell_count; ++cell) {
    factors.deaths[cell] = mean_one_factor(expected.deaths[cell], deaths_.normal());
    factors.leavers[cell] = mean_one_factor(expected.leavers[cell], leavers_.normal());
    factors.arrivals[cell] = mean_one_factor(expected.arrivals[cell], arrivals_.normal());
  }
  for (std::size_t sex = 0; sex < factors.births.size(); ++sex) {
    factors.births[sex] = mean_one_factor(expected.births[sex], births_.normal());
  }
}

}  // namespace jobcast::population
