#include "engine/store/run_bytes.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <limits>
#include <stdexcept>

#include "tests/engine/store/runs.hpp"

namespace jobcast::store {
namespace {

TEST(RunBytes, CarryARunWithEverythingInIt) {
  for (const bool columns : {false, true}) {
    const auto run = testing::run_of(7, 40, columns);
    EXPECT_EQ(run_from(to_bytes(run)), run) << columns;
  }
}

TEST(RunBytes, CarryTheVeryBitsOfEveryNumber) {
  auto run = testing::run_of(1, 4, false, 1);
  const std::vector<double> odd{-0.0, std::numeric_limits<double>::denorm_min(), 0.1 + 0.2,
                                std::bit_cast<double>(0x7ff8'0000'0000'1234U),
                                -std::numeric_limits<double>::infinity()};
  run.columns = {{.name = "odd", .date = time::make_date(2024, 10, 13), .values = odd}};
  run.outcomes[0].mean = odd[3];
  run.outcomes[0].sd = odd[0];
  run.outcomes[0].p05.reset();
  const auto back = run_from(to_bytes(run));
  for (std::size_t place = 0; place < odd.size(); ++place) {
    EXPECT_EQ(std::bit_cast<std::uint64_t>(back.columns[0].values[place]), std::bit_cast<std::uint64_t>(odd[place]));
  }
  EXPECT_EQ(std::bit_cast<std::uint64_t>(*back.outcomes[0].mean), std::bit_cast<std::uint64_t>(odd[3]));
  EXPECT_EQ(std::bit_cast<std::uint64_t>(*back.outcomes[0].sd), std::bit_cast<std::uint64_t>(odd[0]));
  EXPECT_FALSE(back.outcomes[0].p05.has_value());
}

TEST(RunBytes, CarryARunOfNothing) {
  const store::Run nothing;
  EXPECT_EQ(run_from(to_bytes(nothing)), nothing);
}

TEST(RunBytes, AreRefusedWhenCutLengthenedOrOfAnotherKind) {
  const auto bytes = to_bytes(testing::run_of(3, 8, true, 2));
  for (std::size_t length = 0; length < bytes.size(); length += 7) {
    EXPECT_THROW(static_cast<void>(run_from(std::string_view(bytes).substr(0, length))), std::invalid_argument)
        << length;
  }
  EXPECT_THROW(static_cast<void>(run_from(bytes + "x")), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(run_from(std::string(4096, '\x7f'))), std::invalid_argument);
}

}  // namespace
}  // namespace jobcast::store
