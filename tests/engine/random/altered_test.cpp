#include "engine/random/altered.hpp"

#include <gmock/gmock.h>

namespace jobcast::random {
namespace {

constexpr Entity one = entity("one"), other = entity("other");

TEST(Altered, StreamsAloneGiveOtherNumbers) {
  const Altered altered(Altered::How::anew, {one});
  const StreamKey plain{5, Purpose::parameters, 0};
  StreamKey key = plain;
  key.altered = &altered;
  const StreamKey next{5, Purpose::parameters, 1};
  EXPECT_EQ(Stream(key, 3, one).uniform(), Stream(next, 3, one).uniform()) << "those of the next replicate";
  EXPECT_NE(Stream(key, 3, one).uniform(), Stream(plain, 3, one).uniform());
  EXPECT_EQ(Stream(key, 3, other).uniform(), Stream(plain, 3, other).uniform());
}

TEST(Altered, NumbersTurnByHalfAUnit) {
  const Altered altered(Altered::How::half_turn, {one});
  const StreamKey plain{5, Purpose::execution, 0};
  StreamKey key = plain;
  key.altered = &altered;
  Stream before(plain, 3, one), after(key, 3, one);
  for (int number = 0; number < 100; ++number) {
    const double was = before.uniform();
    EXPECT_EQ(after.uniform(), was < 0.5 ? was + 0.5 : was - 0.5);
  }
  EXPECT_EQ(Stream(key, 3, other).uniform(), Stream(plain, 3, other).uniform());
}

TEST(Altered, LanesAreTheStreamsOfTheirDraws) {
  for (const auto how : {Altered::How::anew, Altered::How::half_turn}) {
    const Altered altered(how, {other, one});
    StreamKey key{9, Purpose::chance, 0};
    key.altered = &altered;
    LaneStream lanes(key, 16, one);
    std::vector<Stream> streams;
    for (int lane = 0; lane < units::lane_count; ++lane) {
      streams.emplace_back(key, 16U + static_cast<std::uint32_t>(lane), one);
    }
    for (int number = 0; number < 9; ++number) {
      const units::Lane found = lanes.uniform();
      for (int lane = 0; lane < units::lane_count; ++lane) {
        EXPECT_EQ(found[lane], streams[static_cast<std::size_t>(lane)].uniform());
      }
    }
  }
}

}  // namespace
}  // namespace jobcast::random
