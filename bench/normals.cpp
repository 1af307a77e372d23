#include <benchmark/benchmark.h>

#include <cstdlib>
#include <random>
#include <vector>

#include "engine/random/distribution.hpp"
#include "engine/random/stream.hpp"

// Work: sixteen standard normals a step, one for each draw's own stream.
// Peers: the scalar streams, which must give the same bits; std::mt19937_64 with std::normal_distribution, one stream.

namespace jobcast::bench {
namespace {

const random::StreamKey key{.seed = 7, .purpose = random::Purpose::chance, .replicate = 0};

std::vector<random::Stream> scalar_streams() {
  std::vector<random::Stream> streams;
  for (std::uint32_t lane = 0; lane < units::lane_count; ++lane) streams.emplace_back(key, lane, random::entity("x"));
  return streams;
}

void count_numbers(benchmark::State& state) { state.SetItemsProcessed(state.iterations() * units::lane_count); }

void require_the_same_answer() {
  random::LaneStream lanes(key, 0, random::entity("x"));
  auto streams = scalar_streams();
  for (int step = 0; step < 1000; ++step) {
    const units::Lane normals = lanes.normal();
    for (int lane = 0; lane < units::lane_count; ++lane) {
      if (normals[lane] != streams[static_cast<std::size_t>(lane)].normal()) std::abort();
    }
  }
}

void normals_in_lanes(benchmark::State& state) {
  require_the_same_answer();
  random::LaneStream stream(key, 0, random::entity("x"));
  for (auto _ : state) {
    units::Lane normals = stream.normal();
    benchmark::DoNotOptimize(normals);
  }
  count_numbers(state);
}

void uniforms_in_lanes(benchmark::State& state) {
  random::LaneStream stream(key, 0, random::entity("x"));
  for (auto _ : state) {
    units::Lane uniforms = stream.uniform();
    benchmark::DoNotOptimize(uniforms);
  }
  count_numbers(state);
}

void normals_one_by_one(benchmark::State& state) {
  auto streams = scalar_streams();
  for (auto _ : state) {
    for (auto& stream : streams) benchmark::DoNotOptimize(stream.normal());
  }
  count_numbers(state);
}

void normals_by_the_standard_library(benchmark::State& state) {
  std::mt19937_64 engine(7);
  std::normal_distribution<double> normal;
  for (auto _ : state) {
    for (int lane = 0; lane < units::lane_count; ++lane) benchmark::DoNotOptimize(normal(engine));
  }
  count_numbers(state);
}

BENCHMARK(normals_in_lanes);
BENCHMARK(uniforms_in_lanes);
BENCHMARK(normals_one_by_one);
BENCHMARK(normals_by_the_standard_library);

}  // namespace
}  // namespace jobcast::bench
