#include "bench/peers/population_work.hpp"

#include <algorithm>
#include <cmath>

#include "bench/peers/number_file.hpp"
#include "engine/random/stream.hpp"
#include "models/population/life_table.hpp"

namespace jobcast::bench {
namespace {

using population::age_count;

constexpr std::size_t kept_numbers = static_cast<std::size_t>(PopulationWork::years * PopulationWork::kept_a_year);

population::AnnualRates rates_of_year(int year) {
  population::AnnualRates rates;
  rates.boys_per_girl = 1.05;
  for (std::size_t sex = 0; sex < state::sex_count; ++sex) {
    population::AgeArray death{};
    for (std::size_t age = 0; age < age_count; ++age) {
      const double x = static_cast<double>(age);
      death[age] = (sex == 0 ? 2.0 : 1.0) * std::pow(0.99, year) * (1e-4 + 1.5e-5 * std::exp(0.098 * x));
      rates.net_migrants[sex][age] = -40.0 * std::exp(-0.5 * std::pow((x - 24.0) / 5.0, 2)) + 0.5;
    }
    rates.survival[sex] = population::survival_ratios(population::make_life_table(death));
  }
  for (std::size_t age = 15; age < 50; ++age) {
    rates.fertility[age] = 0.075 * std::exp(-0.5 * std::pow((static_cast<double>(age) - 32.0) / 5.0, 2));
  }
  return rates;
}

population::SexAgeArray hazards_of(const population::AnnualRates& rates) {
  population::SexAgeArray hazards{};
  for (std::size_t sex = 0; sex < hazards.size(); ++sex) {
    for (std::size_t age = 0; age < age_count; ++age) hazards[sex][age] = -std::log(rates.survival[sex][age]);
  }
  return hazards;
}

std::size_t group_of(std::size_t age) {
  std::size_t group = 0;
  while (!state::plan_age_groups[group].contains(static_cast<int>(age))) ++group;
  return group;
}

}  // namespace

PopulationWork make_population_work(std::size_t count) {
  PopulationWork work;
  for (std::size_t sex = 0; sex < state::sex_count; ++sex) {
    for (std::size_t age = 0; age < age_count; ++age) {
      const double x = static_cast<double>(age);
      work.start[sex][age] = 60.0 + 240.0 * std::exp(-0.5 * std::pow((x - 60.0) / 18.0, 2));
    }
  }
  for (int year = 0; year < PopulationWork::years; ++year) work.rates.push_back(rates_of_year(year));
  random::Stream stream({.seed = 17}, 0, random::entity("bench.population"));
  for (std::size_t trajectory = 0; trajectory < count; ++trajectory) {
    work.mortality.push_back(0.8 + 0.4 * stream.uniform());
    work.fertility.push_back(0.7 + 0.6 * stream.uniform());
    work.migration.push_back(0.2 + 1.6 * stream.uniform());
  }
  return work;
}

void population_by_lanes(const PopulationWork& work, KeptByBlock& kept) {
  const population::TrajectoryModel model(work.start, work.rates);
  const std::size_t years = work.rates.size();
  kept.resize(work.count() / units::lane_count * years);
  for (std::size_t block = 0; block * units::lane_count < work.count(); ++block) {
    const auto lanes = [&](const std::vector<double>& numbers) {
      return units::Lane(Eigen::Map<const units::Lane>(&numbers[block * units::lane_count]));
    };
    model.project({lanes(work.mortality), lanes(work.fertility), lanes(work.migration)},
                  std::span(kept).subspan(block * years, years));
  }
}

KeptPopulation in_order(const KeptByBlock& by_block) {
  KeptPopulation result(by_block.size() * PopulationWork::kept_a_year * units::lane_count);
  for (std::size_t place = 0; place < by_block.size(); ++place) {
    const std::size_t block = place / PopulationWork::years;
    const std::size_t year = place % PopulationWork::years;
    for (std::size_t group = 0; group < by_block[place].size(); ++group) {
      for (std::size_t lane = 0; lane < units::lane_count; ++lane) {
        result[(block * units::lane_count + lane) * kept_numbers + year * PopulationWork::kept_a_year + group] =
            by_block[place][group][static_cast<Eigen::Index>(lane)];
      }
    }
  }
  return result;
}

void population_by_loops(const PopulationWork& work, KeptPopulation& result) {
  std::vector<population::SexAgeArray> hazards;
  for (const auto& rates : work.rates) hazards.push_back(hazards_of(rates));
  result.assign(work.count() * kept_numbers, 0.0);
  for (std::size_t trajectory = 0; trajectory < work.count(); ++trajectory) {
    auto people = work.start;
    for (std::size_t year = 0; year < work.rates.size(); ++year) {
      const auto& rates = work.rates[year];
      auto next = people;
      for (std::size_t sex = 0; sex < state::sex_count; ++sex) {
        people[sex][age_count - 2] += people[sex][age_count - 1];
        for (std::size_t age = 1; age < age_count; ++age) {
          next[sex][age] = people[sex][age - 1] * std::exp(-work.mortality[trajectory] * hazards[year][sex][age]);
        }
      }
      double births = 0.0;
      for (std::size_t age = 15; age < 50; ++age) {
        births += 0.5 * rates.fertility[age] * (people[1][age] + next[1][age]);
      }
      births *= work.fertility[trajectory];
      const double boys = rates.boys_per_girl / (1.0 + rates.boys_per_girl);
      double* kept = &result[trajectory * kept_numbers + year * PopulationWork::kept_a_year];
      for (std::size_t sex = 0; sex < state::sex_count; ++sex) {
        next[sex][0] =
            births * (sex == 0 ? boys : 1.0 - boys) * std::exp(-work.mortality[trajectory] * hazards[year][sex][0]);
        for (std::size_t age = 0; age < age_count; ++age) {
          const double persons = next[sex][age] + work.migration[trajectory] * rates.net_migrants[sex][age];
          next[sex][age] = std::max(persons, 0.0);
          kept[2 * group_of(age) + sex] += next[sex][age];
        }
      }
      people = next;
    }
  }
}

void write_population_work(const PopulationWork& work, const std::string& file) {
  NumberFile numbers(file);
  numbers.add(static_cast<double>(work.count()));
  numbers.add(PopulationWork::years);
  for (const auto& sex : work.start) numbers.add(sex);
  for (const auto& rates : work.rates) {
    for (const auto& sex : hazards_of(rates)) numbers.add(sex);
    numbers.add(rates.fertility);
    for (const auto& sex : rates.net_migrants) numbers.add(sex);
    numbers.add(rates.boys_per_girl);
  }
  for (const auto* factors : {&work.mortality, &work.fertility, &work.migration}) numbers.add(*factors);
}

}  // namespace jobcast::bench
