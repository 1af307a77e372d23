#include "engine/units/quantity.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <concepts>

namespace jobcast::units {
namespace {

template <class A, class B>
concept addable = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept comparable = requires(A a, B b) {
  a < b;
};

static_assert(addable<Persons, Persons>);
static_assert(!addable<Persons, Share>, "quantities of different meaning must not add");
static_assert(!addable<Persons, double>, "a plain number has no meaning");
static_assert(!comparable<Share, Probability>);
static_assert(!std::convertible_to<double, Persons>);
static_assert(!std::convertible_to<Persons, double>);
static_assert(sizeof(Persons) == sizeof(double));

TEST(Quantity, CountsMoneyExactly) {
  EXPECT_EQ(million_won(1'234'567).value(), 1'234'567'000'000);
  EXPECT_EQ(thousand_won(1000), million_won(1));
  EXPECT_EQ(million_won(3) - million_won(1) * 2, million_won(1));
  EXPECT_DOUBLE_EQ(million_won(1) / million_won(3), 1.0 / 3.0);
}

TEST(Quantity, IsNothingAtFirst) { EXPECT_EQ(Persons().value(), 0.0); }

RC_GTEST_PROP(Quantity, ObeysTheLawsOfItsNumbers, (std::int32_t a, std::int32_t b)) {
  const Won x(a);
  const Won y(b);
  RC_ASSERT(x + y == y + x);
  RC_ASSERT(x - y == -(y - x));
  RC_ASSERT((x < y) == (a < b));
  Won sum = x;
  sum += y;
  sum -= x;
  RC_ASSERT(sum == y);
  RC_ASSERT(2 * x == x + x);
}

}  // namespace
}  // namespace jobcast::units
