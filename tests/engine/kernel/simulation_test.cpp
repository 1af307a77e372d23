#include "engine/kernel/simulation.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace jobcast::kernel {
namespace {

enum class DayPhase { begin_of_day, population, measure };
struct MonthBegins {};
struct SurveyWeek {
  int half = 0;
};
struct MineCloses {};
using Event = std::variant<MonthBegins, SurveyWeek, MineCloses>;
using County = Simulation<Event, DayPhase>;

/// Writes down what happens; every month plans the next, and the mine's closing calls off the survey.
struct Diary {
  County& simulation;
  EventHandle survey{};
  std::vector<std::string> lines{};

  void note(const std::string& what) { lines.push_back(time::to_string(simulation.now()) + " " + what); }
  void operator()(MonthBegins) {
    note("month");
    const auto now = simulation.now();
    simulation.at(time::add_days(time::last_of_month(time::year_of(now), time::month_of(now)), 1),
                  DayPhase::begin_of_day, MonthBegins{});
  }
  void operator()(SurveyWeek week) { note("survey " + std::to_string(week.half)); }
  void operator()(MineCloses) {
    note("mine");
    simulation.cancel(survey);
  }
};

TEST(Simulation, HandlesEventsInOrderAndThoseTheyPlan) {
  County simulation(time::make_date(2024, 1, 1));
  Diary diary{simulation};
  simulation.at(time::make_date(2024, 3, 1), DayPhase::measure, SurveyWeek{1});
  simulation.at(time::make_date(2024, 2, 1), DayPhase::begin_of_day, MonthBegins{});
  EXPECT_EQ(simulation.run_until(time::make_date(2024, 4, 1), diary), 4u);
  EXPECT_EQ(diary.lines, (std::vector<std::string>{"2024-02-01 month", "2024-03-01 month", "2024-03-01 survey 1",
                                                   "2024-04-01 month"}));
  EXPECT_EQ(simulation.now(), time::make_date(2024, 4, 1));
  EXPECT_EQ(simulation.events().size(), 1u);
}

TEST(Simulation, StandsAtTheEndOfTheRunThoughNothingHappens) {
  County simulation(time::make_date(2024, 1, 1));
  Diary diary{simulation};
  EXPECT_EQ(simulation.run_until(time::make_date(2024, 12, 31), diary), 0u);
  EXPECT_EQ(simulation.now(), time::make_date(2024, 12, 31));
}

TEST(Simulation, LetsAHandlerCancelWhatIsToCome) {
  County simulation(time::make_date(2024, 1, 1));
  Diary diary{simulation};
  diary.survey = simulation.after(40, DayPhase::measure, SurveyWeek{1});
  simulation.after(30, DayPhase::population, MineCloses{});
  simulation.run_until(time::make_date(2024, 12, 31), diary);
  EXPECT_EQ(diary.lines, (std::vector<std::string>{"2024-01-31 mine"}));
}

TEST(Simulation, StopsWhenAskedAndCanGoOn) {
  Simulation<int, DayPhase> simulation(time::make_date(2024, 1, 1));
  for (int i = 1; i <= 5; ++i) simulation.after(i, DayPhase::population, i);
  int sum = 0;
  const auto handler = [&](int number) {
    sum += number;
    if (number == 3) simulation.stop();
  };
  EXPECT_EQ(simulation.run_until(time::make_date(2024, 2, 1), handler), 3u);
  EXPECT_EQ(sum, 6);
  EXPECT_EQ(simulation.now(), time::make_date(2024, 1, 4));
  EXPECT_EQ(simulation.run_until(time::make_date(2024, 2, 1), handler), 2u);
  EXPECT_EQ(sum, 15);
}

TEST(Simulation, NeverGoesBackInTime) {
  Simulation<int, DayPhase> simulation(time::make_date(2024, 5, 1));
  const auto nothing = [](int) {};
  EXPECT_THROW(simulation.at(time::make_date(2024, 4, 30), DayPhase::measure, 1), BackwardInTime);
  simulation.run_until(time::make_date(2024, 6, 1), nothing);
  try {
    simulation.at(time::make_date(2024, 5, 31), DayPhase::measure, 1);
    FAIL() << "an event in the past was taken";
  } catch (const BackwardInTime& error) {
    EXPECT_EQ(error.reached(), time::make_date(2024, 6, 1));
    EXPECT_EQ(error.asked(), time::make_date(2024, 5, 31));
    EXPECT_STREQ(error.what(), "event at 2024-05-31 when time has reached 2024-06-01");
  }
  EXPECT_THROW(simulation.run_until(time::make_date(2024, 5, 31), nothing), BackwardInTime);
}

TEST(Simulation, GoesOnAfterAHandlerHasThrown) {
  Simulation<int, DayPhase> simulation(time::make_date(2024, 1, 1));
  simulation.after(1, DayPhase::population, 1);
  simulation.after(2, DayPhase::population, 2);
  int last = 0;
  const auto handler = [&](int number) {
    if (number == 1) throw std::runtime_error("first");
    last = number;
  };
  EXPECT_THROW(simulation.run_until(time::make_date(2024, 2, 1), handler), std::runtime_error);
  simulation.run_until(time::make_date(2024, 2, 1), handler);
  EXPECT_EQ(last, 2);
}

}  // namespace
}  // namespace jobcast::kernel
