#include "engine/ranks/shared_cores.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace jobcast::ranks {
namespace {

cpu_set_t cores(std::size_t from, std::size_t to) {
  cpu_set_t set;
  CPU_ZERO(&set);
  for (std::size_t core = from; core < to; ++core) CPU_SET(core, &set);
  return set;
}

TEST(SharedCores, AreAllOfThemForOneAlone) { EXPECT_EQ(shared_cores(cores(0, 8), std::vector{cores(0, 8)}), 8); }

TEST(SharedCores, AreDividedAmongThoseThatAreBoundToNone) {
  const std::vector everybody(4, cores(0, 8));
  EXPECT_EQ(shared_cores(cores(0, 8), everybody), 2);
}

TEST(SharedCores, AreItsOwnWhereEachIsBoundToSome) {
  const std::vector sockets{cores(0, 16), cores(16, 32)};
  EXPECT_EQ(shared_cores(sockets[0], sockets), 16);
  EXPECT_EQ(shared_cores(sockets[1], sockets), 16);
}

TEST(SharedCores, AreDividedAmongThoseOfASocketAlone) {
  const std::vector sockets{cores(0, 6), cores(0, 6), cores(0, 6), cores(6, 12)};
  EXPECT_EQ(shared_cores(sockets[0], sockets), 2);
  EXPECT_EQ(shared_cores(sockets[3], sockets), 6);
}

TEST(SharedCores, AreAtLeastOneHoweverManyShareThem) {
  const std::vector crowd(7, cores(0, 2));
  EXPECT_EQ(shared_cores(cores(0, 2), crowd), 1);
}

TEST(CoresOfProcess, AreSome) {
  const auto own = cores_of_process();
  EXPECT_GT(CPU_COUNT(&own), 0);
}

}  // namespace
}  // namespace jobcast::ranks
