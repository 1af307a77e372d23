#include "engine/lanes/transition.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdlib>
#include <vector>

#include "bench/fma_peak.hpp"
#include "engine/lanes/exponential.hpp"
#include "engine/random/stream.hpp"

// Work: rows of 5 labour states in 16 lanes, each lane with its own matrix; one month. 2 * 25 * 16 operations a row.
// Peer: the same with Eigen, one lane after another, rows as a (rows x 5) matrix times a (5 x 5) one.

namespace jobcast::bench {
namespace {

constexpr int states = 5;

lanes::LaneMatrix<states> some_transition(std::uint64_t seed) {
  random::LaneStream stream({.seed = seed}, 0, random::entity("bench"));
  lanes::LaneMatrix<states> generator;
  for (auto& row : generator) {
    for (auto& entry : row) entry = 0.1 * stream.uniform();
  }
  lanes::LaneMatrix<states> transition;
  lanes::exponential<states>(generator, transition);
  return transition;
}

std::vector<units::Lane> some_persons(int rows) {
  random::LaneStream stream({.seed = 1}, 0, random::entity("persons"));
  std::vector<units::Lane> persons;
  for (int i = 0; i < rows * states; ++i) persons.push_back(500.0 * stream.uniform());
  return persons;
}

using Rows = Eigen::Matrix<double, Eigen::Dynamic, states, Eigen::RowMajor>;
using Square = Eigen::Matrix<double, states, states, Eigen::RowMajor>;

struct ByEigen {
  std::vector<Rows> persons;
  std::vector<Square> transition;
  Rows after;

  ByEigen(const std::vector<units::Lane>& lanes, const lanes::LaneMatrix<states>& matrix, int rows)
      : persons(units::lane_count, Rows(rows, states)), transition(units::lane_count), after(rows, states) {
    for (int lane = 0; lane < units::lane_count; ++lane) {
      auto& own = persons[static_cast<std::size_t>(lane)];
      for (int i = 0; i < rows * states; ++i) own(i / states, i % states) = lanes[static_cast<std::size_t>(i)][lane];
      for (int i = 0; i < states * states; ++i) {
        transition[static_cast<std::size_t>(lane)](i / states, i % states) =
            matrix[static_cast<std::size_t>(i / states)][static_cast<std::size_t>(i % states)][lane];
      }
    }
  }
  void advance() {
    for (std::size_t lane = 0; lane < units::lane_count; ++lane) {
      after.noalias() = persons[lane] * transition[lane];
      persons[lane].swap(after);
    }
  }
};

void require_the_same_answer(int rows) {
  const auto transition = some_transition(3);
  auto persons = some_persons(rows);
  ByEigen peer(persons, transition, rows);
  lanes::transition_rows<states>(persons.data(), rows, transition);
  peer.advance();
  for (int i = 0; i < rows * states; ++i) {
    for (int lane = 0; lane < units::lane_count; ++lane) {
      const double other = peer.persons[static_cast<std::size_t>(lane)](i / states, i % states);
      if (std::abs(persons[static_cast<std::size_t>(i)][lane] / other - 1.0) > 1e-12) std::abort();
    }
  }
}

void report(benchmark::State& state, double multiply_adds) {
  static const double peak = measured_fma_peak();
  const double operations = 2.0 * multiply_adds * static_cast<double>(state.iterations());
  state.counters["GFLOP/s"] = benchmark::Counter(operations * 1e-9, benchmark::Counter::kIsRate);
  state.counters["peak"] = peak;
}

void transition_rows(benchmark::State& state) {
  const int rows = static_cast<int>(state.range(0));
  require_the_same_answer(rows);
  const auto transition = some_transition(3);
  auto persons = some_persons(rows);
  for (auto _ : state) {
    lanes::transition_rows<states>(persons.data(), rows, transition);
    benchmark::ClobberMemory();
  }
  report(state, 1.0 * rows * states * states * units::lane_count);
}

void transition_rows_blended(benchmark::State& state) {
  const int rows = static_cast<int>(state.range(0));
  const auto first = some_transition(3);
  const auto second = some_transition(4);
  std::vector<units::Lane> ones(static_cast<std::size_t>(rows), units::Lane::Ones());
  auto persons = some_persons(rows);
  for (auto _ : state) {
    lanes::transition_rows<states>(persons.data(), rows, lanes::Blend<states>{first, second, 0.3}, ones.data());
    benchmark::ClobberMemory();
  }
  report(state, 2.0 * rows * states * states * units::lane_count);
}

void transition_rows_by_eigen(benchmark::State& state) {
  const int rows = static_cast<int>(state.range(0));
  ByEigen peer(some_persons(rows), some_transition(3), rows);
  for (auto _ : state) {
    peer.advance();
    benchmark::ClobberMemory();
  }
  report(state, 1.0 * rows * states * states * units::lane_count);
}

BENCHMARK(transition_rows)->Arg(1)->Arg(10)->Arg(100);
BENCHMARK(transition_rows_blended)->Arg(1)->Arg(10)->Arg(100);
BENCHMARK(transition_rows_by_eigen)->Arg(10)->Arg(100);

}  // namespace
}  // namespace jobcast::bench
