#include "models/plan/pack.hpp"
#include "tests/models/plan/breaking.hpp"

namespace jobcast::plan {
namespace {

using jobcast::testing::SmallPack;
using testing::expect_fault;
using testing::faults_of;

constexpr auto types = "programme_types.toml";

TEST(BrokenTypes, ADistributionIsOne) {
  expect_fault({types,
                "[0.1, 0.3, 0.5]",
                "[0.5, 0.3, 0.1]",
                "[",
                {"plan.bounds_crossed", {"0.5", "0.1"}},
                "plan.mend_swap 0.1 0.5"});
  expect_fault({types, "[0.1, 0.3, 0.5]", "[0.1, 0.7, 0.5]", "[", {"plan.mode_outside", {"0.7", "0.1", "0.5"}}});
  expect_fault({types, "[0.1, 0.3, 0.5]", "[0.1, 0.3]", "[", {"plan.shape_length", {"triangular", "2"}}});
  expect_fault({types, "[0.1, 0.3, 0.5]", "0.3", "0.3", {"toml.wrong_kind", {"triangular", "0.3"}}});
  expect_fault({types,
                "[0.1, 0.3, 0.5]",
                "[0.1, \"0.3\", 0.5]",
                "\"0.3",
                {"toml.wrong_kind", {"triangular", "\"0.3\""}},
                "toml.mend_unquote 0.3"});
  expect_fault({types, "[0.0, 0.2]", "[0.2, 0.0]", "[0.2", {"plan.bounds_crossed", {"0.2", "0"}}});
  expect_fault({types, "[0.9, 0.05]", "[0.9, -0.05]", "[0.9", {"plan.negative_spread", {"-0.05"}}});
  expect_fault({types, "[1.0, 0.1]", "[0.0, 0.1]", "[0.0", {"plan.median_not_positive", {"0"}}});
  expect_fault(
      {types, "[0.9, 0.05], min = 0.5", "[0.9, 0.05], min = 1.5", "[0.9", {"plan.bounds_crossed", {"1.5", "1"}}});
  expect_fault({types,
                "{ value = 1, source = \"assumption: one",
                "{ value = 1, max = 2, source = \"assumption: one",
                "2, source",
                {"plan.bounds_without_tails", {"max", "value"}}});
  expect_fault({types,
                "{ value = 1, source",
                "{ value = 1, uniform = [0, 1], source",
                "[0, 1]",
                {"plan.two_shapes", {"value", "uniform"}}});
  expect_fault({types, "{ value = 1, source", "{ source", "{ source", {"plan.no_shape", {"persons_per_job.helper"}}});
  expect_fault({types,
                "persons_per_job = { value = 1, source = \"assumption: one person a post\" }",
                "persons_per_job = 1",
                "1",
                {"toml.wrong_kind", {"persons_per_job.helper", "1"}}});
}

TEST(BrokenTypes, NothingCanBeDrawnBeyondAUnitsRange) {
  expect_fault({types,
                "[0.1, 0.3, 0.5]",
                "[0.1, 0.3, 1.5]",
                "{ triangular = [0.1, 0.3, 1.5]",
                {"plan.out_of_range", {"deadweight.helper", "1.5"}}});
  expect_fault({types,
                "[0.0, 0.2]",
                "[-0.1, 0.2]",
                "{ uniform = [-0.1",
                {"plan.out_of_range", {"displacement.helper", "-0.1"}}});
  expect_fault({types, ", max = 1.0", "", "{ normal", {"plan.unbounded", {"fill.helper"}}, "plan.mend_max 1"});
  expect_fault({types, "min = 0.5, ", "", "{ normal", {"plan.unbounded", {"fill.helper"}}, "plan.mend_min 0"});
  expect_fault({types,
                "[0, 0, 30]",
                "[-5, 0, 30]",
                "{ triangular = [-5",
                {"plan.out_of_range", {"start_delay_days.helper", "-5"}}});
  expect_fault({types,
                "[-0.1, 0, 0.1]",
                "[-1.1, 0, 0.1]",
                "{ triangular = [-1.1",
                {"plan.out_of_range", {"placement_after.helper", "-1.1"}}});
}

TEST(BrokenTypes, EveryNumberSaysWhereItComesFrom) {
  expect_fault({types, "reference: a paper", "a paper", "\"a paper", {"plan.no_provenance", {"source", "a paper"}}});
  expect_fault({types,
                "reference: a paper",
                "refrence: a paper",
                "\"refrence",
                {"plan.no_provenance", {"source", "refrence: a paper"}},
                "input.did_you_mean reference"});
  expect_fault({types,
                "reference: a paper",
                "reference",
                "\"reference",
                {"plan.no_provenance", {"source", "reference"}},
                "plan.mend_colon reference"});
  expect_fault({types,
                "reference: a paper",
                "reference: ",
                "\"reference: ",
                {"plan.empty_provenance", {"source", "reference: "}}});
  expect_fault({types,
                ", source = \"reference: a paper\"",
                "",
                "{ triangular",
                {"toml.missing_key", {"source", "deadweight.helper"}}});
  expect_fault({types,
                "windows_source = \"plan: two rounds\"\n",
                "",
                "[type.helper]",
                {"toml.missing_key", {"windows_source", "type.helper"}}});
}

TEST(BrokenTypes, WindowsAreDaysOfTheYearAndHoldNoMoreThanAllSlots) {
  expect_fault({types, "02-01", "02-30", "\"02-30", {"plan.bad_month_day", {"from", "02-30"}}});
  expect_fault({types, "share = 0.6", "share = 1.6", "1.6", {"plan.bad_share", {"share", "1.6"}}});
  expect_fault({types, "share = 0.6", "share = 0", "0 }", {"plan.bad_share", {"share", "0"}}});
  // June's last day is in both; on no other day is more than all at work.
  expect_fault({types,
                "[ { from = \"02-01\", to = \"06-30\", share = 0.6 }, { from = \"11-01\"",
                "[ { from = \"02-01\", to = \"06-30\", share = 0.7 }, { from = \"06-30\"",
                "[ {",
                {"plan.windows_over_one", {"1.1"}}});
}

TEST(BrokenTypes, EligibilityIsByLabourGroupsWithWeightsThatSumToOne) {
  expect_fault({types,
                "[ { age = \"50-64\", sex = \"both\", weight = 0.4",
                "[ { age = \"50-64\", sex = \"both\", weight = 0.3",
                "[ {",
                {"plan.weights", {"0.9"}}});
  expect_fault({types, "50-64", "55-64", "\"55-64", {"plan.ages_between_groups", {"55-64"}}});
  expect_fault({types, "50-64", "old", "\"old", {"plan.bad_ages", {"old"}}});
  expect_fault({types, "sex = \"female\"", "sex = \"woman\"", "\"woman", {"toml.unknown_word", {"sex", "woman"}}});
  expect_fault({types,
                "\"unemployed\"",
                "\"unemploied\"",
                "\"unemploied",
                {"toml.unknown_word", {"eligible_states", "unemploied"}},
                "input.did_you_mean unemployed"});
  expect_fault({types, "[\"inactive\", \"unemployed\"]", "[]", "[]", {"plan.empty_list", {"eligible_states"}}});
}

TEST(BrokenTypes, ATypeHasAllItsKeysAndNoOthers) {
  expect_fault({types,
                "insured_share = { value = 0.1, source = \"assumption: few\" }\n",
                "",
                "[type.helper]",
                {"toml.missing_key", {"insured_share", "type.helper"}}});
  expect_fault({types,
                "\"temporary\"",
                "\"temprary\"",
                "\"temprary",
                {"toml.unknown_word", {"contract", "temprary"}},
                "input.did_you_mean temporary"});
  expect_fault(
      {types, "[type.helper]\n", "[type.helper]\nwage = 1\n", "wage", {"toml.unknown_key", {"wage", "type.helper"}}});
}

TEST(BrokenTypes, AnExceptionIsForAProgrammeOnce) {
  expect_fault({types,
                "programme = \"youth-jobs\"",
                "programme = \"yuoth-jobs\"",
                "\"yuoth",
                {"plan.unknown_programme", {"yuoth-jobs"}},
                "input.did_you_mean youth-jobs"});
  SmallPack pack;
  const auto first = pack.find(types, "\"youth-jobs");
  pack.replace(types, "[split.training]",
               "[[exception]]\nprogramme = \"youth-jobs\"\ncontract = \"regular\"\n[split.training]");
  const auto faults = faults_of(pack.folder());
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, (input::Message{"plan.exception_twice", {"youth-jobs", place_words(first)}}));
}

TEST(BrokenTypes, SplitsSumToOneAndMatchingHasARule) {
  expect_fault({types,
                "[split.training]\nnational = 0.5\nprovincial = 0.25",
                "[split.training]\nnational = 0.5\nprovincial = 0.2",
                "[split",
                {"plan.split_sum", {"split.training", "0.95"}}});
  expect_fault(
      {types, "provincial = 0.25", "provincial = -0.25", "-0.25", {"plan.bad_share", {"provincial", "-0.25"}}});
  expect_fault({types, "\"fixed-ratio\"", "\"fixed\"", "\"fixed", {"toml.unknown_word", {"rule", "fixed"}}});
  SmallPack pack;
  pack.replace(types, "[split.training]", "[split.traning]");
  const auto faults = faults_of(pack.folder());
  ASSERT_EQ(faults.size(), 2U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, (input::Message{"plan.unknown_sector", {"traning"}}));
  EXPECT_EQ(faults[0].mend, (input::Message{"input.did_you_mean", {"training"}}));
  EXPECT_EQ(faults[1].problem, (input::Message{"plan.no_split", {"training"}}));
}

TEST(BrokenTypes, SettingsAreThoseOfTheModels) {
  constexpr auto settings = "assumptions.toml";
  expect_fault({settings,
                "[survey.design_effect]",
                "[survey.desing_effect]",
                "desing",
                {"plan.unknown_setting", {"survey.desing_effect"}},
                "input.did_you_mean survey.design_effect"});
  expect_fault(
      {settings, "[survey.", "[servey.", "servey", {"plan.unknown_group", {"servey"}}, "input.did_you_mean survey"});
  expect_fault({settings, "assumption: ", "", "\"households", {"plan.no_provenance", {"source", "households"}}});
}

}  // namespace
}  // namespace jobcast::plan
