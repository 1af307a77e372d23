#include <Random123/philox.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/random/philox_lanes.hpp"

namespace jobcast::random {
namespace {

using Words = std::array<std::uint32_t, 4>;
using Key = std::array<std::uint32_t, 2>;

/// The words behind the uniforms of a lane; the map from word to number is exact.
Words words_of(const PhiloxUniforms& uniforms, int lane) {
  Words words{};
  for (std::size_t i = 0; i < 4; ++i) words[i] = static_cast<std::uint32_t>(uniforms[i][lane] * 0x1p32 - 0.5);
  return words;
}

Words reference(const Words& counter, const Key& key) {
  const auto block = r123::Philox4x32()({{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
  return {block[0], block[1], block[2], block[3]};
}

TEST(PhiloxLanes, GiveTheKnownAnswersOfRandom123) {
  struct Known {
    Words counter;
    Key key;
    Words answer;
  };
  constexpr std::uint32_t f = 0xffffffff;
  // Random123, tests/kat_vectors, philox4x32 with 10 rounds.
  const Known known[] = {
      {{0, 0, 0, 0}, {0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
      {{f, f, f, f}, {f, f}, {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
      {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
       {0xa4093822, 0x299f31d0},
       {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
  };
  for (const auto& [counter, key, answer] : known) {
    PhiloxUniforms uniforms;
    philox_lanes(counter, key, uniforms);
    EXPECT_EQ(words_of(uniforms, 0), answer) << "counter " << counter[0];
    EXPECT_EQ(reference(counter, key), answer) << "counter " << counter[0];
  }
}

RC_GTEST_PROP(PhiloxLanes, AreTheLibrarysWordsInEveryLane, (const Words& counter, const Key& key)) {
  PhiloxUniforms uniforms;
  philox_lanes(counter, key, uniforms);
  for (int lane = 0; lane < units::lane_count; ++lane) {
    Words own = counter;
    own[1] += static_cast<std::uint32_t>(lane);
    RC_ASSERT(words_of(uniforms, lane) == reference(own, key));
  }
}

TEST(PhiloxLanes, WrapTheCounterAroundAsOneLaneDoes) {
  const Words counter{7, 0xfffffff8, 3, 4};
  PhiloxUniforms uniforms;
  philox_lanes(counter, {1, 2}, uniforms);
  EXPECT_EQ(words_of(uniforms, 8), reference({7, 0, 3, 4}, {1, 2}));
}

TEST(OpenUnit, NeverReachesZeroOrOne) {
  EXPECT_EQ(open_unit(0), 0x1p-33);
  EXPECT_EQ(open_unit(0xffffffff), 1.0 - 0x1p-33);
}

}  // namespace
}  // namespace jobcast::random
