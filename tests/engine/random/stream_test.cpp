#include "engine/random/stream.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <set>
#include <vector>

#include "engine/random/philox_lanes.hpp"

namespace jobcast::random {
namespace {

const StreamKey key{.seed = 20241013, .purpose = Purpose::chance, .replicate = 0};

std::vector<double> first_numbers(Stream stream, int count) {
  std::vector<double> numbers;
  for (int i = 0; i < count; ++i) numbers.push_back(stream.uniform());
  return numbers;
}

TEST(Stream, KeepsItsGoldenValues) {
  // The counter is (block, draw, entity, purpose + 16 replicate) and the key the seed, low word first. Whoever changes
  // these numbers changes every forecast.
  Stream stream({.seed = 0, .purpose = Purpose::parameters, .replicate = 0}, 0, Entity{0});
  Stream other({.seed = 0x0123456789abcdef, .purpose = Purpose::survey, .replicate = 2}, 5,
               entity("deadweight.direct_job"));
  for (const std::uint32_t word : {0x2dce73e5u, 0x1348e23fu, 0xfcf8e0ecu, 0xa287aadbu})
    EXPECT_EQ(stream.uniform(), open_unit(word));
  for (const std::uint32_t word : {0x54e2b2c3u, 0xf553e339u, 0x7ea426d1u, 0x0a4647f0u, 0x214ce068u}) {
    EXPECT_EQ(other.uniform(), open_unit(word));
  }
}

TEST(Entity, IsTheFnvHashOfItsText) {
  EXPECT_EQ(entity("").id, 0x811c9dc5u);
  EXPECT_EQ(entity("a").id, 0xe40c292cu);
  EXPECT_EQ(entity("foobar").id, 0xbf9cf968u);
}

RC_GTEST_PROP(LaneStream, IsInEachLaneTheStreamOfThatDraw,
              (std::uint64_t seed, std::uint32_t first, std::uint32_t id)) {
  const StreamKey own{.seed = seed, .purpose = Purpose::execution, .replicate = 3};
  LaneStream lanes(own, first, Entity{id});
  std::vector<Stream> streams;
  for (std::uint32_t lane = 0; lane < units::lane_count; ++lane) streams.emplace_back(own, first + lane, Entity{id});
  for (int i = 0; i < 11; ++i) {
    const bool normal = i % 3 == 1;
    const units::Lane numbers = normal ? lanes.normal() : lanes.uniform();
    for (int lane = 0; lane < units::lane_count; ++lane) {
      auto& stream = streams[static_cast<std::size_t>(lane)];
      RC_ASSERT(numbers[lane] == (normal ? stream.normal() : stream.uniform()));
    }
  }
}

TEST(Stream, DiffersBySeedDrawEntityPurposeAndReplicate) {
  std::set<std::vector<double>> seen;
  int streams = 0;
  for (const std::uint64_t seed : {1ull, 2ull, 1ull << 32}) {
    for (const auto purpose : {Purpose::parameters, Purpose::chance, Purpose::execution, Purpose::survey}) {
      for (const std::uint32_t replicate : {0u, 1u}) {
        for (const std::uint32_t draw : {0u, 1u}) {
          for (const char* name : {"youth", "women"}) {
            seen.insert(first_numbers(Stream({seed, purpose, replicate}, draw, entity(name)), 8));
            ++streams;
          }
        }
      }
    }
  }
  EXPECT_EQ(seen.size(), static_cast<std::size_t>(streams));
}

/// Correlation of two streams' normals times sqrt(n): standard normal when they are independent.
double correlation_score(Stream a, Stream b) {
  constexpr int count = 40000;
  double sum = 0.0;
  for (int i = 0; i < count; ++i) sum += a.normal() * b.normal();
  return sum / std::sqrt(static_cast<double>(count));
}

TEST(Stream, IsUncorrelatedWithItsNeighbours) {
  const Stream stream(key, 10, entity("x"));
  StreamKey replicate = key;
  replicate.replicate = 1;
  StreamKey purpose = key;
  purpose.purpose = Purpose::survey;
  StreamKey seed = key;
  ++seed.seed;
  EXPECT_LT(std::abs(correlation_score(stream, Stream(replicate, 10, entity("x")))), 4.0);
  EXPECT_LT(std::abs(correlation_score(stream, Stream(purpose, 10, entity("x")))), 4.0);
  EXPECT_LT(std::abs(correlation_score(stream, Stream(seed, 10, entity("x")))), 4.0);
  EXPECT_LT(std::abs(correlation_score(stream, Stream(key, 11, entity("x")))), 4.0);
  EXPECT_LT(std::abs(correlation_score(stream, Stream(key, 10, entity("y")))), 4.0);
  EXPECT_GT(correlation_score(stream, stream), 100.0) << "the score must be able to see dependence";
}

/// Scores of the first four moments of many normals, each in standard errors.
std::array<double, 4> moment_scores(double shift, double scale) {
  constexpr int blocks = 20000;
  LaneStream stream(key, 0, entity("normality"));
  std::array<double, 4> sums{};
  for (int block = 0; block < blocks; ++block) {
    const units::Lane x = stream.normal() * scale + shift;
    sums[0] += x.sum();
    sums[1] += (x.square() - 1.0).sum();
    sums[2] += x.cube().sum();
    sums[3] += (x.square().square() - 3.0).sum();
  }
  const double n = blocks * units::lane_count;
  return {sums[0] / std::sqrt(n), sums[1] / std::sqrt(2.0 * n), sums[2] / std::sqrt(15.0 * n),
          sums[3] / std::sqrt(96.0 * n)};
}

TEST(LaneStream, DrawsNormalsWithTheRightMoments) {
  for (const double score : moment_scores(0.0, 1.0)) EXPECT_LT(std::abs(score), 4.0);
  EXPECT_GT(std::abs(moment_scores(0.01, 1.0)[0]), 4.0) << "a mean off by 0.01 must be seen";
  EXPECT_GT(std::abs(moment_scores(0.0, 1.01)[1]), 4.0) << "a scale off by 1 % must be seen";
}

TEST(LaneStream, FillsTheUnitIntervalEvenly) {
  constexpr int cells = 64;
  constexpr int blocks = 20000;
  std::array<int, cells> count{};
  LaneStream stream(key, 0, entity("uniformity"));
  for (int block = 0; block < blocks; ++block) {
    const units::Lane u = stream.uniform();
    for (int lane = 0; lane < units::lane_count; ++lane) ++count[static_cast<std::size_t>(u[lane] * cells)];
  }
  const double expected = static_cast<double>(blocks) * units::lane_count / cells;
  double chi_square = 0.0;
  for (const int own : count) chi_square += (own - expected) * (own - expected) / expected;
  EXPECT_LT(std::abs(chi_square - (cells - 1)) / std::sqrt(2.0 * (cells - 1)), 4.0);
}

}  // namespace
}  // namespace jobcast::random
