#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "tests/models/labour/frozen_county.hpp"

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

namespace jobcast::labour {
namespace {

TEST(LabourStep, TakesNoMemoryOnceItsBlockHasBegun) {
  const LabourModel model(test::jeongseon(), test::registered());
  const LabourDraw draw = draw_labour(model, test::parameters_key, 0);
  test::FrozenCounty county(model, draw, true);
  county.step.begin_block(model, draw, test::chance_key, 0, true);
  const int before = allocations;
  county.step.begin_block(model, draw, test::chance_key, 0, true);
  county.step.open(county.block);
  county.pass_months(2024, 1, 12);
  county.step.apply_shock(county.block, time::make_date(2024, 12, 31), {.jobs = -10.0});
  EXPECT_EQ(allocations, before);
}

}  // namespace
}  // namespace jobcast::labour
