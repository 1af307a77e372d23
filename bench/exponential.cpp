#include "engine/lanes/exponential.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdlib>
#include <unsupported/Eigen/MatrixFunctions>
#include <vector>

#include "engine/random/stream.hpp"

// Work: exp of sixteen 5 x 5 generators, exit rates up to 0.4 a month; another set every call.
// Peer: Eigen's unsupported matrix exponential (scaling and squaring with Pade approximants), one lane after another.

namespace jobcast::bench {
namespace {

constexpr int states = 5;
constexpr std::size_t sets = 20;
using Square = Eigen::Matrix<double, states, states>;

lanes::LaneMatrix<states> some_generator(std::uint64_t seed) {
  random::LaneStream stream({.seed = seed}, 0, random::entity("bench"));
  lanes::LaneMatrix<states> generator;
  for (std::size_t i = 0; i < states; ++i) {
    units::Lane exit = units::Lane::Zero();
    for (std::size_t j = 0; j < states; ++j) {
      if (i == j) continue;
      generator[i][j] = 0.1 * stream.uniform();
      exit += generator[i][j];
    }
    generator[i][i] = -exit;
  }
  return generator;
}

Square one_lane(const lanes::LaneMatrix<states>& matrix, int lane) {
  Square result;
  for (int i = 0; i < states; ++i) {
    for (int j = 0; j < states; ++j) {
      result(i, j) = matrix[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)][lane];
    }
  }
  return result;
}

void require_the_same_answer() {
  for (std::size_t set = 0; set < sets; ++set) {
    const auto generator = some_generator(set);
    lanes::LaneMatrix<states> transition;
    lanes::exponential<states>(generator, transition, lanes::squarings_for(0.4));
    for (int lane = 0; lane < units::lane_count; ++lane) {
      const Square peer = one_lane(generator, lane).exp();
      if (((one_lane(transition, lane) - peer).array().abs() > 1e-13).any()) std::abort();
    }
  }
}

void exponential(benchmark::State& state) {
  require_the_same_answer();
  std::vector<lanes::LaneMatrix<states>> generators;
  for (std::size_t set = 0; set < sets; ++set) generators.push_back(some_generator(set));
  lanes::LaneMatrix<states> transition;
  std::size_t set = 0;
  for (auto _ : state) {
    lanes::exponential<states>(generators[set], transition, static_cast<int>(state.range(0)));
    benchmark::DoNotOptimize(transition);
    set = (set + 1) % sets;
  }
}

void exponential_by_eigen(benchmark::State& state) {
  std::vector<Square> generators;
  for (std::size_t set = 0; set < sets; ++set) {
    for (int lane = 0; lane < units::lane_count; ++lane) generators.push_back(one_lane(some_generator(set), lane));
  }
  std::size_t next = 0;
  for (auto _ : state) {
    for (int lane = 0; lane < units::lane_count; ++lane) {
      Square transition = generators[next].exp();
      benchmark::DoNotOptimize(transition);
      next = (next + 1) % generators.size();
    }
  }
}

BENCHMARK(exponential)->ArgName("squarings")->Arg(0)->Arg(2);
BENCHMARK(exponential_by_eigen);

}  // namespace
}  // namespace jobcast::bench
