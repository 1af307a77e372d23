#include "engine/sensitivity/elementary_effects.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "engine/sensitivity/resample.hpp"
#include "engine/stats/moments.hpp"

namespace jobcast::sensitivity {

ElementaryEffects elementary_effects(const Move& move, const Bootstrap& bootstrap) {
  const std::size_t rows = move.before.size();
  if (rows == 0 || move.after.size() != rows || (!move.sign.empty() && move.sign.size() != rows)) {
    throw std::invalid_argument("moves have unequal lengths");
  }
  if (!(move.size > 0.0)) throw std::invalid_argument("a step of no size");
  ElementaryEffects effects;
  std::vector<double> absolute;
  stats::Moments signed_effects;
  for (std::size_t row = 0; row < rows; ++row) {
    const double effect = (move.after[row] - move.before[row]) / move.size;
    absolute.push_back(std::abs(effect));
    effects.mean_absolute.value += std::abs(effect) / static_cast<double>(rows);
    if (!move.sign.empty()) signed_effects.add(move.sign[row] * effect);
    effects.acts = effects.acts || effect != 0.0;
  }
  if (!move.sign.empty()) {
    effects.mean = signed_effects.mean();
    effects.sigma = signed_effects.standard_deviation();
  }
  if (!effects.acts) return effects;
  std::vector<double> means;
  for (std::size_t number = 0; number < bootstrap.resamples; ++number) {
    const auto counts = resample(rows, number, bootstrap.seed);
    double sum = 0.0;
    for (std::size_t row = 0; row < rows; ++row) sum += counts[row] * absolute[row];
    means.push_back(sum / static_cast<double>(rows));
  }
  set_interval(means, bootstrap.confidence, effects.mean_absolute);
  return effects;
}

}  // namespace jobcast::sensitivity
