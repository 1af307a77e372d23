#include "models/population/trajectories.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "engine/lanes/pack.hpp"

namespace jobcast::population {
namespace {

using lanes::Pack;

constexpr double precision = 0x1p-50;
constexpr std::array degrees{3, 4, 5, 6, 7, 8, 9, 11, 13, 18};
constexpr std::size_t women = static_cast<std::size_t>(state::Sex::female);

/// Terms that exp(-h d) needs for |d| up to one.
int degree_for(double hazard) {
  double term = 1.0;
  int degree = 0;
  for (; degree < degrees.back() && term > precision; ++degree) term *= hazard / (degree + 1);
  // `term` is the first that is left out.
  return *std::lower_bound(degrees.begin(), degrees.end() - 1, std::max(degree - 1, degrees.front()));
}

/// exp(-h) times the terms of exp(-h d) in d, the constant first.
void add_coefficients(double hazard, int degree, std::vector<double>& coefficients) {
  double term = std::exp(-hazard);
  for (int k = 0; k <= degree; ++k) {
    coefficients.push_back(term);
    term *= -hazard / (k + 1);
  }
}

std::size_t group_of(int age) {
  std::size_t group = 0;
  while (!state::plan_age_groups[group].contains(age)) ++group;
  return group;
}

template <int Degree, int Packs>
[[gnu::always_inline]] inline void polynomial(const double* coefficients, const Pack* x, Pack* value) {
  for (int p = 0; p < Packs; ++p) value[p] = Pack::all(coefficients[Degree]);
#pragma GCC unroll 18
  for (int k = Degree - 1; k >= 0; --k) {
    const Pack coefficient = Pack::all(coefficients[k]);
    for (int p = 0; p < Packs; ++p) value[p] = fused(value[p], x[p], coefficient);
  }
}

}  // namespace

TrajectoryModel::TrajectoryModel(const Population<double>& start, std::span<const AnnualRates> years) : start_(start) {
  for (const AnnualRates& rates : years) years_.push_back(year_of(rates));
}

TrajectoryModel::Year TrajectoryModel::year_of(const AnnualRates& rates) const {
  Year year;
  year.net_migrants = rates.net_migrants;
  const double boys = rates.boys_per_girl / (1.0 + rates.boys_per_girl);
  year.sex_share = {boys, 1.0 - boys};
  for (std::size_t age = 0; age < age_count; ++age) year.half_fertility[age] = 0.5 * rates.fertility[age];
  const auto hazard = [&](std::size_t sex, int age) {
    const double survival = rates.survival[sex][static_cast<std::size_t>(age)];
    if (!(survival > 0.0 && survival <= 1.0)) throw std::invalid_argument("survival is outside (0, 1]");
    return -std::log(survival);
  };
  for (std::size_t sex = 0; sex < state::sex_count; ++sex) {
    year.newborn_degree = std::max(year.newborn_degree, degree_for(hazard(sex, 0)));
  }
  for (std::size_t sex = 0; sex < state::sex_count; ++sex) {
    year.newborn[sex] = year.coefficients.size();
    add_coefficients(hazard(sex, 0), year.newborn_degree, year.coefficients);
    auto& runs = year.runs[sex];
    for (int age = state::oldest_age; age > 0; --age) {
      const auto a = static_cast<std::size_t>(age);
      const int degree = degree_for(hazard(sex, age));
      const bool mothers = sex == women && (rates.fertility[a] > 0.0 || rates.fertility[a - 1] > 0.0);
      const bool joins = !runs.empty() && runs.back().degree == degree && runs.back().group == group_of(age) &&
                         runs.back().mothers == mothers;
      if (!joins) {
        runs.push_back({.degree = degree,
                        .from = age,
                        .to = age,
                        .coefficients = year.coefficients.size(),
                        .group = group_of(age),
                        .mothers = mothers});
      }
      runs.back().from = age;
      add_coefficients(hazard(sex, age), degree, year.coefficients);
    }
  }
  return year;
}

double TrajectoryModel::multiply_adds() const {
  double count = 0.0;
  for (const Year& year : years_) {
    // A coefficient is one of the polynomial's operations but for the first; people times survival, migrants, sums.
    constexpr double of_an_age = 3.0;
    count += static_cast<double>(year.coefficients.size()) + (of_an_age - 1.0) * state::sex_count * age_count;
    for (const Run& run : year.runs[women]) count += run.mothers ? 2.0 * (run.to - run.from + 1) : 0.0;
  }
  return count;
}

/// Some packs of trajectories through the years. People stand by birth year, so that growing older moves nobody: the
/// place of age a in a year is that of age a - 1 in the year before.
template <int Packs>
class TrajectoryModel::Walk {
 public:
  Walk(const TrajectoryModel& model, const TrajectoryFactors& factors, int first_pack)
      : model_(model), first_pack_(first_pack) {
    for (int p = 0; p < Packs; ++p) {
      mortality_[p] = Pack::load(factors.mortality, first_pack + p) - Pack::all(1.0);
      fertility_[p] = Pack::load(factors.fertility, first_pack + p);
      migration_[p] = Pack::load(factors.migration, first_pack + p);
    }
  }

  void run(std::span<state::AgeGroupCounts> kept) {
    for (std::size_t sex = 0; sex < state::sex_count; ++sex) {
      for (std::size_t age = 0; age < age_count; ++age) {
        for (int p = 0; p < Packs; ++p) place(sex, room + age)[p] = Pack::all(model_.start_[sex][age]);
      }
    }
    for (std::size_t year = 0; year < model_.years_.size(); ++year) {
      if (origin_ == 0) make_room();
      step(model_.years_[year], kept[year]);
    }
  }

 private:
  static constexpr std::size_t room = 16;  ///< years before people must be moved after all

  Pack* place(std::size_t sex, std::size_t index) { return persons_[sex][index].data(); }

  void make_room() {
    for (auto& ages : persons_) std::copy_backward(ages.begin(), ages.begin() + age_count, ages.end());
    origin_ = room;
  }

  void step(const Year& year, state::AgeGroupCounts& kept) {
    // Those of the oldest age are joined by those a year younger, who stand where the oldest will be sought.
    for (std::size_t sex = 0; sex < state::sex_count; ++sex) {
      for (int p = 0; p < Packs; ++p) {
        Pack* younger = place(sex, origin_ + age_count - 2);
        younger[p] = younger[p] + place(sex, origin_ + age_count - 1)[p];
      }
    }
    --origin_;
    for (int p = 0; p < Packs; ++p) births_[p] = Pack::all(0.0);
    for (auto& group : groups_) group.fill(Pack::all(0.0));
    for (std::size_t sex = state::sex_count; sex-- > 0;) {
      for (const Run& run : year.runs[sex]) follow(year, sex, run);
    }
    for (std::size_t sex = 0; sex < state::sex_count; ++sex) bear(year, sex);
    for (std::size_t group = 0; group < groups_.size(); ++group) {
      for (int p = 0; p < Packs; ++p) groups_[group][p].store(kept[group], first_pack_ + p);
    }
  }

  void follow(const Year& year, std::size_t sex, const Run& run) {
    if (run.mothers) return follow_run<true>(year, sex, run);
    follow_run<false>(year, sex, run);
  }
  template <bool Mothers>
  void follow_run(const Year& year, std::size_t sex, const Run& run) {
    switch (run.degree) {
      case 3:
        return ages<3, Mothers>(year, sex, run);
      case 4:
        return ages<4, Mothers>(year, sex, run);
      case 5:
        return ages<5, Mothers>(year, sex, run);
      case 6:
        return ages<6, Mothers>(year, sex, run);
      case 7:
        return ages<7, Mothers>(year, sex, run);
      case 8:
        return ages<8, Mothers>(year, sex, run);
      case 9:
        return ages<9, Mothers>(year, sex, run);
      case 11:
        return ages<11, Mothers>(year, sex, run);
      case 13:
        return ages<13, Mothers>(year, sex, run);
      default:
        return ages<18, Mothers>(year, sex, run);
    }
  }

  template <int Degree, bool Mothers>
  void ages(const Year& year, std::size_t sex, const Run& run) {
    const double* coefficients = &year.coefficients[run.coefficients];
    Pack sum[Packs];
    Pack births[Packs];
    Pack mortality[Packs];  // copies, which no store to `people` can change
    Pack migration[Packs];
    Pack* persons = place(sex, origin_);  // of age 0
    const AgeArray& net_migrants = year.net_migrants[sex];
    auto& group = groups_[run.group * state::sex_count + sex];
    for (int p = 0; p < Packs; ++p) {
      sum[p] = group[static_cast<std::size_t>(p)];
      births[p] = births_[p];
      mortality[p] = mortality_[p];
      migration[p] = migration_[p];
    }
    for (int age = run.to; age >= run.from; --age, coefficients += Degree + 1) {
      const auto a = static_cast<std::size_t>(age);
      Pack survival[Packs];
      polynomial<Degree, Packs>(coefficients, mortality, survival);
      Pack* people = persons + Packs * age;
      const Pack migrants = Pack::all(net_migrants[a]);
      for (int p = 0; p < Packs; ++p) {
        const Pack before = people[p];
        const Pack alive = before * survival[p];
        if constexpr (Mothers) {
          births[p] = fused(Pack::all(year.half_fertility[a - 1]), before, births[p]);
          births[p] = fused(Pack::all(year.half_fertility[a]), alive, births[p]);
        }
        const Pack after = greater(fused(migrants, migration[p], alive), Pack::all(0.0));
        people[p] = after;
        sum[p] = sum[p] + after;
      }
    }
    for (int p = 0; p < Packs; ++p) {
      group[static_cast<std::size_t>(p)] = sum[p];
      if constexpr (Mothers) births_[p] = births[p];
    }
  }

  void bear(const Year& year, std::size_t sex) {
    const double* coefficients = &year.coefficients[year.newborn[sex]];
    Pack* newborn = place(sex, origin_);
    auto& group = groups_[sex];
    for (int p = 0; p < Packs; ++p) {
      Pack survival = Pack::all(coefficients[year.newborn_degree]);
      for (int k = year.newborn_degree; k-- > 0;) survival = fused(survival, mortality_[p], Pack::all(coefficients[k]));
      const Pack born = Pack::all(year.sex_share[sex]) * births_[p] * fertility_[p] * survival;
      newborn[p] = greater(fused(Pack::all(year.net_migrants[sex][0]), migration_[p], born), Pack::all(0.0));
      group[static_cast<std::size_t>(p)] = group[static_cast<std::size_t>(p)] + newborn[p];
    }
  }

  const TrajectoryModel& model_;
  int first_pack_;
  std::array<Pack, Packs> mortality_, fertility_, migration_;  ///< mortality less one
  std::array<Pack, Packs> births_;
  std::array<std::array<std::array<Pack, Packs>, room + age_count>, state::sex_count> persons_;
  std::size_t origin_ = room;  ///< place of age 0
  std::array<std::array<Pack, Packs>, state::plan_age_groups.size() * state::sex_count> groups_;
};

void TrajectoryModel::project(const TrajectoryFactors& factors, std::span<state::AgeGroupCounts> kept) const {
  if (kept.size() != years_.size()) throw std::invalid_argument("as many years are kept as projected");
  if (!(factors.mortality >= 0.0).all() || !(factors.mortality <= greatest_mortality).all()) {
    throw std::invalid_argument("a factor on mortality is outside its range");
  }
  constexpr int packs = 4;  // the people of eight trajectories stay in the nearest cache
  static_assert(Pack::per_lane_array % packs == 0);
  for (int pack = 0; pack < Pack::per_lane_array; pack += packs) Walk<packs>(*this, factors, pack).run(kept);
}

}  // namespace jobcast::population
