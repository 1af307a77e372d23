#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "models/population/annual_projection.hpp"
#include "models/population/composite_link.hpp"
#include "models/population/open_population.hpp"
#include "models/population/shape.hpp"
#include "tests/models/population/jeongseon.hpp"

namespace jobcast::population {
namespace {

std::filesystem::path reference_folder() {
  if (const char* given = std::getenv("JOBCAST_REFERENCE")) return given;
  return std::filesystem::path(JOBCAST_SOURCE_DIR) / ".." / "shared" / "reference";
}

using Row = std::vector<std::string>;

/// Rows of a plain CSV file without its header.
std::vector<Row> read_rows(const std::string& name) {
  std::ifstream file(reference_folder() / name);
  std::string line;
  std::getline(file, line);
  std::vector<Row> rows;
  while (std::getline(file, line)) {
    Row row;
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
    rows.push_back(row);
  }
  return rows;
}

/// [year][sex][age] of a table with columns year, age, male, female.
std::map<int, SexAgeArray> read_by_year(const std::string& name) {
  std::map<int, SexAgeArray> table;
  for (const Row& row : read_rows(name)) {
    const auto age = std::stoul(row[1]);
    table[std::stoi(row[0])][0][age] = std::stod(row[2]);
    table[std::stoi(row[0])][1][age] = std::stod(row[3]);
  }
  return table;
}

std::map<int, double> read_annual(const std::string& name) {
  std::map<int, double> table;
  for (const Row& row : read_rows(name)) table[std::stoi(row[0])] = std::stod(row[1]);
  return table;
}

SexAgeArray mean_of(const SexAgeArray& a, const SexAgeArray& b) {
  SexAgeArray mean{};
  for (std::size_t sex = 0; sex < 2; ++sex) {
    for (std::size_t age = 0; age < age_count; ++age) mean[sex][age] = 0.5 * (a[sex][age] + b[sex][age]);
  }
  return mean;
}

/// The UN's rates of the steps from 1 July 2024 to 1 July 2030: means of the calendar years a step lies in.
std::vector<AnnualRates> united_nations_rates() {
  const std::string folder = "korea-wpp2024/";
  const auto death = read_by_year(folder + "survivorship_1minusSx_single_age_2024_2035.csv");
  const auto migrants = read_by_year(folder + "net_migration_single_age_sex.csv");
  const auto total = read_annual(folder + "tfr_annual.csv");
  const auto ratio = read_annual(folder + "sex_ratio_at_birth_annual.csv");
  const auto pattern = read_annual(folder + "pasfr_single_age_2026.csv");
  std::vector<AnnualRates> years;
  for (int year = 2024; year < 2030; ++year) {
    AnnualRates rates;
    rates.survival = mean_of(death.at(year), death.at(year + 1));
    for (auto& ages : rates.survival) {
      for (double& share : ages) share = 1.0 - share;
    }
    rates.net_migrants = mean_of(migrants.at(year), migrants.at(year + 1));
    rates.boys_per_girl = 0.5 * (ratio.at(year) + ratio.at(year + 1));
    for (const auto& [age, share] : pattern) {
      rates.fertility[static_cast<std::size_t>(age)] = share * 0.5 * (total.at(year) + total.at(year + 1));
    }
    years.push_back(rates);
  }
  return years;
}

/// Largest relative error of a five-year group under 95, percent.
double worst_group_error(const Population<double>& people, const SexAgeArray& truth) {
  double worst = 0.0;
  for (std::size_t sex = 0; sex < 2; ++sex) {
    for (std::size_t from = 0; from < 95; from += 5) {
      double mine = 0.0;
      double theirs = 0.0;
      for (std::size_t age = from; age < from + 5; ++age) {
        mine += people[sex][age];
        theirs += truth[sex][age];
      }
      worst = std::max(worst, 100.0 * std::abs(mine / theirs - 1.0));
    }
  }
  return worst;
}

// United Nations (2024), World Population Prospects, Republic of Korea, CC BY 3.0 IGO.
TEST(Reference, ReproducesTheUnitedNationsProjectionOfKoreaTo2030) {
  if (!std::filesystem::exists(reference_folder() / "korea-wpp2024")) GTEST_SKIP() << "no reference tables here";
  const auto population = read_by_year("korea-wpp2024/population_single_age_sex_1july.csv");
  const auto years = united_nations_rates();
  Population<double> at_end = population.at(2024);
  project_annual(at_end, years.data(), years.size(), MigrationConvention::end_of_step);
  Population<double> halves = population.at(2024);
  project_annual(halves, years.data(), years.size(), MigrationConvention::half_and_half);
  const double error = worst_group_error(at_end, population.at(2030));
  std::printf("worst five-year group in 2030: migration at the end %.4f %%, half and half %.4f %%\n", error,
              worst_group_error(halves, population.at(2030)));
  EXPECT_LT(error, 0.05);
}

std::vector<state::AgeRange> five_year_ages() {
  std::vector<state::AgeRange> groups;
  for (int from = 0; from < 100; from += 5) groups.push_back({from, from + 4});
  groups.push_back({100, 100});
  return groups;
}

const std::vector<state::AgeRange> plan_ages(state::plan_age_groups.begin(), state::plan_age_groups.end());

GroupedCounts grouped(const AgeArray& ages, const std::vector<state::AgeRange>& groups) {
  GroupedCounts data{.groups = groups, .counts = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(groups.size()))};
  for (std::size_t group = 0; group < groups.size(); ++group) {
    for (int age = groups[group].from; age <= groups[group].to; ++age) {
      data.counts[static_cast<Eigen::Index>(group)] += ages[static_cast<std::size_t>(age)];
    }
  }
  return data;
}

/// Share of persons in the wrong single-year cell, percent.
double misplaced(const std::vector<Eigen::VectorXd>& opened, const SexAgeArray& truth) {
  double wrong = 0.0;
  double all = 0.0;
  for (std::size_t sex = 0; sex < 2; ++sex) {
    for (std::size_t age = 0; age < age_count; ++age) {
      wrong += 0.5 * std::abs(opened[sex][static_cast<Eigen::Index>(age)] - truth[sex][age]);
      all += truth[sex][age];
    }
  }
  return 100.0 * wrong / all;
}

using Opened = std::vector<Eigen::VectorXd>;

/// Cells of both sexes scaled to the exact total of each group.
Opened prorate(const SexAgeArray& truth, const std::vector<state::AgeRange>& groups, Opened cells) {
  for (std::size_t sex = 0; sex < 2; ++sex) {
    const GroupedCounts data = grouped(truth[sex], groups);
    for (std::size_t group = 0; group < groups.size(); ++group) {
      auto part = cells[sex].segment(groups[group].from, groups[group].to - groups[group].from + 1);
      part *= data.counts[static_cast<Eigen::Index>(group)] / part.sum();
    }
  }
  return cells;
}

Opened open_evenly(const SexAgeArray& truth, const std::vector<state::AgeRange>& groups) {
  return prorate(truth, groups, Opened(2, Eigen::VectorXd::Ones(age_count)));
}

Opened open_both(const SexAgeArray& truth, const std::vector<state::AgeRange>& groups, const SexAgeArray& offset) {
  Opened opened;
  for (std::size_t sex = 0; sex < 2; ++sex) {
    const Eigen::VectorXd pattern = Eigen::Map<const Eigen::VectorXd>(offset[sex].data(), age_count);
    opened.push_back(open_groups(grouped(truth[sex], groups), pattern).cells);
  }
  return prorate(truth, groups, opened);
}

/// Single ages of December 2020 from a table whose rows start with `key`.
SexAgeArray single_ages(const std::string& name, const std::string& key) {
  SexAgeArray ages{};
  for (const Row& row : read_rows(name)) {
    if (row[0] != key || (row[1] != "male" && row[1] != "female")) continue;
    ages[row[1] == "male" ? 0 : 1][std::stoul(row[2])] = std::stod(row[3]);
  }
  return ages;
}

// Ministry of the Interior and Safety, resident registration, December 2020.
TEST(Reference, OpensAgeGroupsWithFewPersonsInTheWrongSingleAge) {
  const std::string county = "jeongseon-registered-single-age-2020-2023.csv";
  if (!std::filesystem::exists(reference_folder() / county)) GTEST_SKIP() << "no reference tables here";
  const SexAgeArray truth = single_ages(county, "2020-12");
  const SexAgeArray province = single_ages("gangwon-areas-single-age-2020-12.csv", "강원도");
  const SexAgeArray survivors = survivors_pattern(test::jeongseon(), 2020);
  const auto report = [&](const char* name, const std::vector<state::AgeRange>& groups) {
    const double opened = misplaced(open_both(truth, groups, survivors), truth);
    const double like_province = misplaced(open_both(truth, groups, province), truth);
    std::printf("%s: misplaced evenly %.1f %%, life table as offset %.1f %%, province as offset %.1f %%\n", name,
                misplaced(open_evenly(truth, groups), truth), opened, like_province);
    return opened;
  };
  EXPECT_LT(report("five-year groups", five_year_ages()), 4.5);
  EXPECT_LT(report("the plan's groups", plan_ages), 7.5);
}

// The register's own totals of December 2023, against which 2023's opening is raked.
TEST(Reference, AgreesWithTheRegistersTotalOf2023) {
  const std::string name = "jeongseon-registered-total-2023.csv";
  if (!std::filesystem::exists(reference_folder() / name)) GTEST_SKIP() << "no reference tables here";
  const auto pyramid = open_population(test::jeongseon(), 2023);
  for (const Row& row : read_rows(name)) {
    if (row[0] != "2023-12") continue;
    EXPECT_NEAR(pyramid.sum(state::Sex::male, {0, 100}), std::stod(row[1]), 1e-9);
    EXPECT_NEAR(pyramid.sum(state::Sex::female, {0, 100}), std::stod(row[2]), 1e-9);
  }
}

}  // namespace
}  // namespace jobcast::population
