#include <gtest/gtest.h>

#include <thread>

#include "models/forecast/answer.hpp"
#include "models/forecast/county.hpp"
#include "tests/models/forecast/jeongseon.hpp"

namespace jobcast::forecast {
namespace {

constexpr int blocks = 6;

/// The outcomes of blocks played by plain threads, each with a county and an answer of its own.
struct PlayedBlocks {
  CountyOutcomes of_county;
  ScenarioOutcomes of_scenario;

  PlayedBlocks(const CountyModel& county, const programmes::ProgrammeModel& scenario, int threads)
      : of_county(blocks * units::lane_count, county.calendar.whole_years.size()),
        of_scenario(blocks * units::lane_count, county.calendar.surveys.size()) {
    std::vector<std::thread> workers;
    for (int worker = 0; worker < threads; ++worker) {
      workers.emplace_back([&, worker] {
        County block(county);
        Answer answer(county, scenario);
        BlockFutures futures;
        for (int index = worker; index < blocks; index += threads) {
          const auto first_draw = static_cast<std::uint32_t>(index * units::lane_count);
          block.play(Streams(3), first_draw, true, futures, of_county);
          answer.write(Streams(3), futures, of_scenario);
        }
      });
    }
    for (auto& worker : workers) worker.join();
  }

  [[nodiscard]] std::vector<double> numbers() const {
    std::vector<double> all;
    for (const std::size_t column : {CountyOutcomes::start(0), CountyOutcomes::behaviour_part(3),
                                     CountyOutcomes::population(0, 5), CountyOutcomes::flow(0, 1)}) {
      const auto draws = of_county.numbers.column(column);
      all.insert(all.end(), draws.begin(), draws.end());
    }
    for (const std::size_t column :
         {ScenarioOutcomes::published(1, 0), ScenarioOutcomes::truth(1, 5), ScenarioOutcomes::programmes_part(3),
          ScenarioOutcomes::replicate(Source::parameters, 0), ScenarioOutcomes::replicate(Source::execution, 3)}) {
      const auto draws = of_scenario.numbers.column(column);
      all.insert(all.end(), draws.begin(), draws.end());
    }
    return all;
  }
};

// Plain threads, so that the thread sanitizer sees all there is to see: of Debian's TBB it sees no ordering.
TEST(SharedBlocks, OwnTheirMemoryReadSharedModelsAndWriteTheirOwnRows) {
  const auto scenario = test::named("county-cut-10");
  const CountyModel county(test::jeongseon(), scenario, time::make_date(2024, 12, 31));
  const programmes::ProgrammeModel programmes(county.plan, county.programmes, scenario);
  const auto alone = PlayedBlocks(county, programmes, 1).numbers();
  EXPECT_EQ(alone, PlayedBlocks(county, programmes, 3).numbers());
  EXPECT_NE(alone.front(), 0.0);
}

}  // namespace
}  // namespace jobcast::forecast
