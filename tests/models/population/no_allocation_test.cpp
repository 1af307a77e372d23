#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "tests/models/population/made_model.hpp"

namespace {
std::atomic<int> allocations{0};
}  // namespace

// Not inlined: the compiler would see `free` of what it knows to come from `new`.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace jobcast::population {
namespace {

TEST(PopulationStep, TakesNoMemoryOnceItsBlockHasBegun) {
  const PopulationModel model = test::random_model(11, 1);
  const PopulationDraw draw = central_population(model);
  state::CountyBlock block(2023, 1);
  PopulationStep step;
  MonthFlows flows;
  const int before = allocations;
  step.begin_block(model, draw, test::chance_key, 0, true);
  step.open(block);
  step.begin_year(block, 2024);
  for (int month = 1; month <= 12; ++month) step.step_month(block, time::first_of_month(2024, month), flows);
  step.end_year(block);
  EXPECT_EQ(allocations, before);
}

}  // namespace
}  // namespace jobcast::population
