#include "models/discovery/failure.hpp"

#include <gmock/gmock.h>

namespace jobcast::discovery {
namespace {

using Id = plan::Indicator::Id;

TEST(FailureExpression, SaysFigureComparisonAndNumber) {
  const auto failure = read_failure("employment_rate_15_64 < 76.1", "f");
  EXPECT_EQ(failure.indicator, Id::employment_rate_15_64);
  EXPECT_FALSE(failure.probability);
  EXPECT_TRUE(failure.holds(76.0));
  EXPECT_FALSE(failure.holds(76.1));
  EXPECT_TRUE(read_failure("employed_persons<=21800", "f").holds(21800));
  EXPECT_TRUE(read_failure("employed_persons >= 5e3", "f").holds(5000));
  EXPECT_FALSE(read_failure("employed_persons > 5e3", "f").holds(5000));
  EXPECT_EQ(read_failure("employment_rate_15_64 < 76.1%", "f").number, 76.1);
}

TEST(FailureExpression, SaysProbabilitiesAsSharesOrPercent) {
  const auto failure = read_failure(" probability ( regular_employees )  <= 50 % ", "f");
  EXPECT_TRUE(failure.probability);
  EXPECT_EQ(failure.indicator, Id::regular_employees);
  EXPECT_EQ(failure.number, 0.5);
  EXPECT_EQ(read_failure("probability(regular_employees)<0.25", "f").number, 0.25);
}

struct Fault {
  std::string text;
  int column;
  std::string problem, expected, mend = "";
};

TEST(FailureExpression, PointsAtTheColumnOfAFault) {
  const std::vector<Fault> faults{
      {"", 1, "discover.expression_ends", "discover.expected_indicator"},
      {"employment_rate_15_46 < 76", 1, "discover.expression_found", "discover.expected_indicator",
       "input.did_you_mean"},
      {"employment_rate_15_64", 22, "discover.expression_ends", "discover.expected_comparison"},
      {"employment_rate_15_64 = 76", 23, "discover.expression_found", "discover.expected_comparison"},
      {"employment_rate_15_64 < ", 25, "discover.expression_ends", "discover.expected_number"},
      {"employment_rate_15_64 < many", 25, "discover.expression_found", "discover.expected_number"},
      {"employment_rate_15_64 < nan", 25, "discover.expression_found", "discover.expected_number"},
      {"employment_rate_15_64 < 76 or so", 28, "discover.expression_found", "discover.expected_end"},
      {"probability(employed_persons < 0.5", 30, "discover.expression_found", "discover.expected_bracket"},
      {"probability(employed_persons) < 50", 33, "discover.expression_found", "discover.expected_probability"},
      {"probability < 0.5", 1, "discover.expression_found", "discover.expected_indicator"}};
  for (const auto& fault : faults) {
    try {
      read_failure(fault.text, "--failure");
      ADD_FAILURE() << fault.text;
    } catch (const input::InputError& error) {
      const auto& found = error.faults().front();
      EXPECT_EQ(found.where.file, "--failure");
      EXPECT_EQ(found.where.line, 1);
      EXPECT_EQ(found.where.column, fault.column) << fault.text;
      EXPECT_EQ(found.problem.id, fault.problem) << fault.text;
      EXPECT_EQ(found.expected.id, fault.expected) << fault.text;
      EXPECT_EQ(found.mend.id.empty(), fault.mend.empty()) << fault.text;
    }
  }
}

}  // namespace
}  // namespace jobcast::discovery
