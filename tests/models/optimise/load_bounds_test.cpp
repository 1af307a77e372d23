#include <gmock/gmock.h>

#include "models/optimise/limits.hpp"
#include "tests/support/jeongseon_plan.hpp"
#include "tests/support/temporary_file.hpp"

namespace jobcast::optimise {
namespace {

using jobcast::testing::jeongseon_plan;
using testing::TemporaryFile;

std::vector<Bound> read(const std::string& name, const std::string& text) {
  const TemporaryFile file(name, text);
  return load_bounds(file.path(), jeongseon_plan());
}

/// "line:column id" of each fault.
std::vector<std::string> faults(const std::string& name, const std::string& text) {
  std::vector<std::string> found;
  try {
    read(name, text);
  } catch (const input::InputError& error) {
    for (const auto& fault : error.faults()) {
      EXPECT_THAT(fault.where.file, ::testing::HasSubstr(name));
      found.push_back(std::to_string(fault.where.line) + ":" + std::to_string(fault.where.column) + " " +
                      fault.problem.id);
    }
  }
  return found;
}

std::string with_schema(const std::string& bounds) { return "schema = \"jobcast.bounds/1\"\n" + bounds; }

TEST(LoadBounds, ReadsTomlAndCsvAlike) {
  const auto toml =
      read("bounds.toml", with_schema("[[bound]]\ndepartment = \"복지과\"\nfloor = \"90%\"\n"
                                      "[[bound]]\nprogramme = \"senior-jobs\"\nfloor = 100\ncap = 1200.5\n"));
  const auto csv = read("bounds.csv", "part,id,floor,cap\ndepartment,복지과,90%,\nprogramme,senior-jobs,100,1200.5\n");
  for (const auto& bounds : {toml, csv}) {
    ASSERT_EQ(bounds.size(), 2U);
    EXPECT_EQ(bounds[0].part, Part::department);
    EXPECT_TRUE(bounds[0].floor->relative);
    EXPECT_DOUBLE_EQ(bounds[0].floor->of(200.0), 180.0);
    EXPECT_FALSE(bounds[0].cap);
    EXPECT_EQ(bounds[1].id, "senior-jobs");
    EXPECT_DOUBLE_EQ(bounds[1].floor->of(5.0), 100e6);
    EXPECT_DOUBLE_EQ(bounds[1].cap->of(5.0), 1200.5e6);
  }
}

TEST(LoadBounds, NamesEveryFaultAndItsPlace) {
  const auto found =
      faults("bounds.toml", with_schema("[[bound]]\ndepartment = \"복지가\"\nfloor = 1\n"                   // 3
                                        "[[bound]]\nprogramme = \"senior-jobs\"\nfloor = \"much\"\n"        // 7
                                        "[[bound]]\nsector = \"direct\"\nfloor = \"90%\"\ncap = \"80%\"\n"  // 8
                                        "[[bound]]\nfloor = 3\n"                                            // 12
                                        "[[bound]]\nsector = \"training\"\n"                                // 14
                                        "[[bound]]\nprogramme = \"kangwon-land\"\ncap = 1\n"));             // 17
  EXPECT_THAT(found, ::testing::UnorderedElementsAre(
                         "3:14 optimise.unknown_part", "7:9 optimise.bad_amount", "8:1 optimise.floor_above_cap",
                         "12:1 optimise.no_part", "14:1 optimise.no_floor_no_cap", "17:13 optimise.no_county_money"));
}

TEST(LoadBounds, NamesFaultsOfCsv) {
  EXPECT_THAT(faults("bounds.csv",
                     "part,id,floor,cap\nsector,training,-5,\nsector,direct,1,\nsector,direct,2,\nweather,x,1,\n"),
              ::testing::ElementsAre("2:17 optimise.bad_amount", "4:1 optimise.bounded_twice", "5:1 csv.unknown_word"));
}

}  // namespace
}  // namespace jobcast::optimise
