#include "models/plan/posterior.hpp"

#include <gtest/gtest.h>

namespace jobcast::plan {
namespace {

constexpr random::StreamKey key{1, random::Purpose::parameters, 0};

Posterior twenty_members() {
  std::vector<double> numbers, squares;
  for (int member = 0; member < 20; ++member) {
    numbers.push_back(member);
    squares.push_back(member * member);
  }
  return {"print", {{"number", numbers}, {"square", squares}}};
}

TEST(Posterior, GivesEachDrawOneMemberWhateverTheColumn) {
  const auto posterior = twenty_members();
  for (const std::uint32_t first : {0U, 16U, 160U}) {
    const auto numbers = posterior.lanes("number", key, first);
    for (int lane = 0; lane < units::lane_count; ++lane) {
      EXPECT_EQ(numbers[lane], (first + static_cast<std::uint32_t>(lane)) % 20);
    }
    EXPECT_TRUE((posterior.lanes("square", key, first) == numbers.square()).all());
  }
}

TEST(Posterior, GivesAnotherReplicateOtherMembers) {
  const auto posterior = twenty_members();
  auto anew = key;
  ++anew.replicate;
  EXPECT_TRUE((posterior.lanes("number", key, 0) != posterior.lanes("number", anew, 0)).all());
}

TEST(Posterior, WithoutAColumnKeepsTheOthers) {
  const auto left = twenty_members().without("square");
  EXPECT_EQ(left->find("square"), nullptr);
  ASSERT_NE(left->find("number"), nullptr);
  EXPECT_EQ(left->members(), 20U);
  EXPECT_EQ(left->fingerprint(), "print");
  EXPECT_EQ(left->find("unheard of"), nullptr);
}

}  // namespace
}  // namespace jobcast::plan
