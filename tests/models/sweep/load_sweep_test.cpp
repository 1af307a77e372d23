#include <gmock/gmock.h>

#include "tests/models/sweep/swept_pack.hpp"

namespace jobcast::sweep {
namespace {

using test::SweptPack;
using ::testing::ElementsAre;

std::vector<std::string> words_of(const Lever& lever) {
  std::vector<std::string> words;
  for (const auto& setting : lever.settings) words.push_back(setting.words);
  return words;
}

TEST(LoadSweep, ReadsItsHead) {
  const auto sweep = SweptPack("seed = 9\n[precision]\nindicator = \"employed_persons\"\nerror = 0.01\n").load();
  EXPECT_EQ(sweep.id, "s");
  EXPECT_EQ(sweep.title.en, "Sweep");
  EXPECT_EQ(sweep.draws, 64);
  EXPECT_EQ(sweep.seed, 9U);
  ASSERT_EQ(sweep.plans.size(), 1U);
  EXPECT_EQ(until(sweep, sweep.plans[0]->plan), time::make_date(2024, 10, 31));
  ASSERT_TRUE(sweep.precision);
  EXPECT_EQ(sweep.precision->indicator, plan::Indicator::Id::employed_persons);
  EXPECT_EQ(sweep.precision->error, 0.01);
}

TEST(LoadSweep, ReadsTheValuesOfALever) {
  const auto sweep = SweptPack(R"(
[[lever]]
name = "money"
select = { funding = "county" }
change = "budget"
values = ["-30%", "+0%", "=100"]
[[lever]]
name = "deadweight"
key = "deadweight.helper"
values = [0.1, { triangular = [0.1, 0.2, 0.3] }]
)")
                         .load();
  ASSERT_EQ(sweep.plans[0]->levers.size(), 2U);
  EXPECT_THAT(words_of(sweep.plans[0]->levers[0]), ElementsAre("-30%", "+0%", "=100"));
  EXPECT_EQ(sweep.plans[0]->levers[0].settings[0].changes[0].budget->value, -0.3);
  EXPECT_THAT(words_of(sweep.plans[0]->levers[1]), ElementsAre("0.1", "triangular [0.1, 0.2, 0.3]"));
  EXPECT_EQ(sweep.plans[0]->levers[1].settings[0].values[0].distribution, random::Distribution::fixed(0.1));
}

TEST(LoadSweep, StepsThroughARangeAndNeverBeyondItsEnd) {
  const auto sweep = SweptPack(R"(
[[lever]]
name = "money"
change = "budget"
range = { from = "-30%", to = "+30%", step = "20%" }
[[lever]]
name = "late"
change = "start_delay_days"
range = { from = 90, to = 0, step = -40 }
[[lever]]
name = "deadweight"
key = ["deadweight.helper", "deadweight.course"]
range = { from = 0.1, to = 0.3, step = 0.1 }
)")
                         .load();
  EXPECT_THAT(words_of(sweep.plans[0]->levers[0]), ElementsAre("-30%", "-10%", "+10%", "+30%"));
  EXPECT_THAT(words_of(sweep.plans[0]->levers[1]), ElementsAre("90", "50", "10"));
  EXPECT_THAT(words_of(sweep.plans[0]->levers[2]), ElementsAre("0.1", "0.2", "0.3"));
  EXPECT_EQ(sweep.plans[0]->levers[2].settings[2].values.size(), 2U);
}

TEST(LoadSweep, TakesEveryMemberThatTheSelectionTouchesForItself) {
  const auto sweep = SweptPack(R"(
[[lever]]
name = "money"
select = { funding = "county", sector = "direct" }
each = "department"
change = "budget"
values = ["-10%", "+10%"]
)")
                         .load();
  EXPECT_THAT(words_of(sweep.plans[0]->levers[0]),
              ElementsAre("복지과 -10%", "복지과 +10%", "경제과 -10%", "경제과 +10%"));
}

TEST(LoadSweep, ExtendsAScenarioByNameOrFile) {
  for (const char* base : {"cut", "../whatif/cut.toml"}) {
    SweptPack pack("extends = \"" + std::string(base) + "\"\n");
    const auto sweep = pack.load();
    EXPECT_EQ(sweep.plans[0]->base.id, "cut");
    EXPECT_EQ(sweep.plans[0]->base.changes.size(), 1U);
  }
}

TEST(LoadSweep, ReadsSeveralPlans) {
  SweptPack pack("");
  pack.replace("sweeps/s.toml", "plan = \"../plan.toml\"", "plans = [\"..\", \"../plan.toml\"]");
  EXPECT_EQ(pack.load().plans.size(), 2U);
}

struct Bad {
  std::string rest;
  std::string problem;
  std::string where;  ///< text that begins where the fault is
  std::string after = "";
};

const std::string lever = "[[lever]]\nname = \"l\"\n";
const std::string money = lever + "change = \"budget\"\n";

TEST(LoadSweep, NamesThePlaceOfTheOneFault) {
  const std::vector<Bad> cases{
      {"[design]\nkind = \"grad\"\n", "toml.unknown_word", "\"grad\""},
      {"[design]\nkind = \"grid\"\npoints = 5\n", "sweep.points_unused", "5\n", "points"},
      {"[design]\nkind = \"sobol\"\npoints = 0\n", "sweep.bad_count", "0\n", "points"},
      {"[design]\nkind = \"sobol\"\n", "toml.missing_key", "[design]"},
      {"[design]\nkind = \"list\"\nstep = 4\n", "toml.unknown_key", "step"},
      {"seed = -4\n", "sweep.bad_count", "-4"},
      {"[precision]\nindicator = \"employed_person\"\nerror = 0.01\n", "toml.unknown_word", "\"employed_person\""},
      {"[precision]\nindicator = \"employed_persons\"\nerror = 0\n", "sweep.bad_error", "0\n", "error"},
      {"extends = \"cat\"\n", "scenario.unknown", "\"cat\""},
      {"level = 1\n", "toml.unknown_key", "level"},
      {"[[lever]]\nchange = \"budget\"\nvalues = [\"+1%\"]\n", "toml.missing_key", "[[lever]]"},
      {lever + "values = [1]\n", "sweep.no_target", "[[lever]]"},
      {money + "key = \"labour.turnover_shrink\"\nvalues = [1]\n", "sweep.two_targets", "\"labour.turnover_shrink\""},
      {lever + "change = \"budgit\"\nvalues = [\"+1%\"]\n", "toml.unknown_word", "\"budgit\""},
      {money, "sweep.no_domain", "[[lever]]"},
      {money + "values = [\"+1%\"]\nrange = { from = \"1%\", to = \"2%\" }\n", "sweep.two_domains", "{ from"},
      {money + "values = []\n", "sweep.no_values", "[]"},
      {money + "values = \"-10%\"\n", "toml.wrong_kind", "\"-10%\""},
      {money + "values = [\"-10%\", \"10%\"]\n", "scenario.bad_amount", "\"10%\""},
      {money + "values = [\"-120%\"]\n", "scenario.bad_amount", "\"-120%\""},
      {money + "range = { from = 1, to = \"2%\", step = \"1%\" }\n", "toml.wrong_kind", "1, to"},
      {money + "range = { from = \"1\", to = \"2%\", step = \"1%\" }\n", "sweep.bad_percent", "\"1\""},
      {money + "range = { from = \"1%\", to = \"2%\", step = \"-1%\" }\n", "sweep.empty_range", "{ from"},
      {money + "range = { from = \"1%\", to = \"2%\", step = \"0%\" }\n", "sweep.empty_range", "{ from"},
      {money + "range = { from = \"0%\", to = \"90%\", step = \"0.00001%\" }\n", "sweep.long_range", "{ from"},
      {money + "range = { from = \"-10%\", to = \"10%\" }\n", "sweep.continuum", "{ from"},
      {money + "range = { from = \"-10%\", to = \"10%\", by = \"1%\" }\n", "toml.unknown_key", "by"},
      {money + "distribution = { uniform = [-10, 10] }\n", "sweep.continuum", "{ uniform"},
      {money + "select = { department = \"복지가\" }\nvalues = [\"-1%\", \"-2%\"]\n", "scenario.unknown_department",
       "\"복지가\""},
      {money + "select = { funding = \"private\", sector = \"training\" }\nvalues = [\"-1%\"]\n",
       "sweep.touches_nothing", "{ funding"},
      {money + "select = { department = \"복지과\" }\neach = \"department\"\nvalues = [\"-1%\"]\n",
       "sweep.each_selected", "\"department\"", "each"},
      {lever + "change = \"start_delay_days\"\nvalues = [400]\n", "scenario.bad_delay", "400"},
      {lever + "change = \"programmes\"\nvalues = [\"nothing\"]\n", "toml.unknown_word", "\"nothing\""},
      {lever + "change = \"programmes\"\nrange = { from = 1, to = 2 }\n", "sweep.wrong_domain", "{ from"},
      {lever + "key = \"deadweight\"\nvalues = [1]\n", "sweep.bad_key", "\"deadweight\""},
      {lever + "key = \"deadweight.helpr\"\nvalues = [0.1, 0.2]\n", "scenario.unknown_type", "\"deadweight.helpr\""},
      {lever + "key = \"deadwait.helper\"\nvalues = [0.1]\n", "scenario.unknown_trait", "\"deadwait.helper\""},
      {lever + "key = \"deadweight.helper\"\nvalues = [0.1, 1.2]\n", "plan.out_of_range", "1.2"},
      {lever + "key = \"deadweight.helper\"\nvalues = [{ normal = [0.1, 0.1] }]\n", "plan.unbounded", "{ normal"},
      {lever + "key = \"deadweight.helper\"\nvalues = [\"much\"]\n", "toml.wrong_kind", "\"much\""},
      {lever + "move = { from = { type = \"helper\" } }\nvalues = [\"5%\"]\n", "toml.missing_key", "{ from"},
      {lever + "move = { from = { type = \"helper\" }, to = { type = \"course\" } }\nvalues = [\"-5%\"]\n",
       "sweep.bad_share", "\"-5%\""},
      {lever + "move = { from = { type = \"helper\" }, to = { sector = \"direct\" } }\nvalues = [\"5%\"]\n",
       "sweep.both_sides", "{ from"},
      {money + "values = [\"-1%\"]\n" + money + "values = [\"-1%\"]\n", "sweep.same_name", "\"l\"", "values"}};
  for (const auto& each : cases) {
    const SweptPack pack(each.rest);
    try {
      static_cast<void>(pack.load());
      ADD_FAILURE() << "no fault: " << each.rest;
    } catch (const input::InputError& error) {
      ASSERT_EQ(error.faults().size(), 1U) << each.rest << "\n" << error.what();
      EXPECT_EQ(error.faults()[0].problem.id, each.problem) << each.rest;
      auto where = pack.find("sweeps/s.toml", each.where, each.after.empty() ? "until" : each.after);
      EXPECT_EQ(error.faults()[0].where.line, where.line) << each.rest << error.what();
      EXPECT_EQ(error.faults()[0].where.column, where.column) << each.rest << error.what();
    }
  }
}

TEST(LoadSweep, HoldsAContinuumToTheBoundsOfItsValue) {
  const std::string drawn = "[design]\nkind = \"latin-hypercube\"\npoints = 8\n";
  const std::vector<Bad> cases{
      {drawn + lever + "key = \"deadweight.helper\"\nrange = { from = 0.5, to = 1.5 }\n", "plan.out_of_range", ""},
      {drawn + lever + "key = \"deadweight.helper\"\ndistribution = { normal = [0.5, 0.1] }\n", "plan.unbounded", ""},
      {drawn + lever + "key = \"deadweight.helper\"\ndistribution = { uniform = [0.5, 0.1] }\n", "plan.bounds_crossed",
       ""},
      {drawn + money + "range = { from = \"-150%\", to = \"0%\" }\n", "plan.out_of_range", ""},
      {drawn + money + "range = { from = \"0%\", to = \"0%\" }\n", "sweep.empty_span", ""},
      {drawn + lever + "change = \"start_delay_days\"\nrange = { from = 0, to = 500 }\n", "plan.out_of_range", ""},
      {drawn + lever +
           "move = { from = { type = \"helper\" }, to = { type = \"course\" } }\nrange = { from = \"0%\", to = "
           "\"101%\" }\n",
       "plan.out_of_range", ""},
      {drawn + money + "each = \"department\"\nrange = { from = \"0%\", to = \"10%\" }\n", "sweep.each_continuum", ""}};
  for (const auto& each : cases) {
    try {
      static_cast<void>(SweptPack(each.rest).load());
      ADD_FAILURE() << "no fault: " << each.rest;
    } catch (const input::InputError& error) {
      ASSERT_EQ(error.faults().size(), 1U) << each.rest << "\n" << error.what();
      EXPECT_EQ(error.faults()[0].problem.id, each.problem) << each.rest;
      EXPECT_GT(error.faults()[0].where.line, 0);
    }
  }
}

TEST(LoadSweep, RefusesAFaultyHead) {
  const auto problem_of = [](const std::string& from, const std::string& to) {
    SweptPack pack("");
    pack.replace("sweeps/s.toml", from, to);
    try {
      static_cast<void>(pack.load());
    } catch (const input::InputError& error) {
      EXPECT_EQ(error.faults().size(), 1U) << error.what();
      EXPECT_GT(error.faults()[0].where.line, 0) << error.what();
      return error.faults()[0].problem.id;
    }
    return std::string("none");
  };
  EXPECT_EQ(problem_of("sweep/1", "sweep/2"), "sweep.schema");
  EXPECT_EQ(problem_of("plan = \"../plan.toml\"\n", ""), "sweep.no_plan");
  EXPECT_EQ(problem_of("plan = \"../plan.toml\"\n", "plan = \"..\"\nplans = [\"..\"]\n"), "sweep.two_plans");
  EXPECT_EQ(problem_of("../plan.toml", "../plot.toml"), "sweep.unknown_plan");
  EXPECT_EQ(problem_of("draws = 64", "draws = 0"), "sweep.bad_count");
  EXPECT_EQ(problem_of("until = 2024-10-31", "until = 2023-01-01"), "sweep.until_outside");
  EXPECT_EQ(problem_of("until = 2024-10-31", "until = \"soon\""), "toml.wrong_kind");
}

TEST(LoadSweep, RefusesListsOfDifferentLengths) {
  const SweptPack pack("[design]\nkind = \"list\"\n" + money +
                       "values = [\"-1%\", \"-2%\"]\n[[lever]]\nname = \"m\"\n" +
                       "change = \"jobs\"\nvalues = [\"-1%\"]\n");
  try {
    static_cast<void>(pack.load());
    ADD_FAILURE();
  } catch (const input::InputError& error) {
    ASSERT_EQ(error.faults().size(), 1U);
    EXPECT_EQ(error.faults()[0].problem.id, "sweep.unequal_lists");
  }
}

TEST(LoadSweep, SaysOnceWhatIsWrongWithEveryPlan) {
  SweptPack pack(money + "values = [\"10%\"]\n");
  pack.replace("sweeps/s.toml", "plan = \"../plan.toml\"", "plans = [\"..\", \"../plan.toml\"]");
  try {
    static_cast<void>(pack.load());
    ADD_FAILURE();
  } catch (const input::InputError& error) {
    EXPECT_EQ(error.faults().size(), 1U);
  }
}

}  // namespace
}  // namespace jobcast::sweep
