#include "engine/store/packed_numbers.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <cmath>
#include <limits>

namespace jobcast::store {
namespace {

using Numbers = std::vector<double>;

std::vector<std::uint64_t> bits_of(const Numbers& numbers) {
  std::vector<std::uint64_t> bits;
  for (const double number : numbers) bits.push_back(std::bit_cast<std::uint64_t>(number));
  return bits;
}

RC_GTEST_PROP(PackedNumbers, ComeBackBitForBit, (const Numbers& numbers)) {
  RC_ASSERT(bits_of(unpack(pack(numbers))) == bits_of(numbers));
}

RC_GTEST_PROP(PackedNumbers, OfTenthsTakeTwoBytesEach, (const std::vector<std::int8_t>& tenths)) {
  Numbers numbers;
  for (const auto each : tenths) numbers.push_back(76.1 + 0.0 * each);
  for (std::size_t index = 0; index < tenths.size(); ++index) numbers[index] = (761.0 + tenths[index]) / 10.0;
  RC_ASSERT(pack(numbers).size() == 1 + 2 * numbers.size());
  RC_ASSERT(bits_of(unpack(pack(numbers))) == bits_of(numbers));
}

TEST(PackedNumbers, TakeTheNarrowestFormThatHoldsThemAll) {
  EXPECT_EQ(pack(Numbers{76.1, 0.0, -3.25}).size(), 1U + 3 * 2);
  EXPECT_EQ(pack(Numbers{21'850.0, 76.0F}).size(), 1U + 2 * 4) << "whole persons beyond two bytes";
  EXPECT_EQ(pack(Numbers{21'850.1, 400.0}).size(), 1U + 2 * 4) << "tenths beyond two bytes, not single precision";
  EXPECT_EQ(pack(Numbers{0.1, 1.0 / 3.0}).size(), 1U + 2 * 8);
  EXPECT_EQ(pack(Numbers{}).size(), 1U);
}

TEST(PackedNumbers, KeepWhatIsNoOrdinaryNumber) {
  const auto inf = std::numeric_limits<double>::infinity();
  const Numbers odd{-0.0, inf, -inf, std::numeric_limits<double>::quiet_NaN(), 5e-324, 1e308};
  EXPECT_EQ(bits_of(unpack(pack(odd))), bits_of(odd));
  EXPECT_EQ(bits_of(unpack(pack(Numbers{-0.0}))), bits_of({-0.0}));
}

TEST(PackedNumbers, RefuseBytesThatWereNeverPacked) {
  EXPECT_THROW(unpack({}), std::invalid_argument);
  auto bytes = pack(Numbers{0.5});
  bytes.pop_back();
  EXPECT_THROW(unpack(bytes), std::invalid_argument) << "cut short";
  bytes = pack(Numbers{0.5});
  bytes.front() = std::byte{9};
  EXPECT_THROW(unpack(bytes), std::invalid_argument) << "unknown form";
}

}  // namespace
}  // namespace jobcast::store
