#include "app/synthetic/county.hpp"

#include <algorithm>
#include <cmath>

#include "app/synthetic/dice.hpp"

namespace jobcast::app::synthetic {
namespace {

// Round numbers in the range of Korean cities and counties of 2023, towns first and countries second; what is drawn
// lies between them. None of them is any county's.
struct Range {
  double town, country;
  [[nodiscard]] double at(double rural) const { return town + (country - town) * rural; }
};
constexpr std::array<Range, age_groups.size()> share_of_persons{
    {{0.13, 0.07}, {0.18, 0.10}, {0.14, 0.07}, {0.16, 0.10}, {0.165, 0.175}, {0.07, 0.095}, {0.155, 0.39}}};
constexpr std::array<double, age_groups.size()> male_share{0.513, 0.54, 0.53, 0.52, 0.51, 0.50, 0.44};
constexpr std::array<double, age_groups.size()> growth{-0.042, -0.036, -0.028, -0.030, -0.012, 0.008, 0.034};
constexpr std::array<double, Survey::bands> coverage{0.78, 1.0, 0.98, 0.97};
constexpr std::array<Range, Survey::bands> employment_rate{{{0.42, 0.40}, {0.77, 0.83}, {0.70, 0.79}, {0.32, 0.58}}};
/// What men's rate has over women's.
constexpr std::array<double, Survey::bands> rate_gap{-0.01, 0.19, 0.17, 0.16};
constexpr std::size_t male = 0, female = 1;

double total(const Register& people) {
  double sum = 0.0;
  for (const auto& group : people) sum += group[male] + group[female];
  return sum;
}

/// Survey bands gather age groups: 15-29, 30-49, 50-64, 65+.
double band_of(const Register& people, std::size_t band, std::size_t sex) {
  constexpr std::array<std::array<std::size_t, 2>, Survey::bands> groups{{{1, 2}, {2, 4}, {4, 6}, {6, 7}}};
  double sum = 0.0;
  for (auto group = groups[band][0]; group < groups[band][1]; ++group) sum += people[group][sex];
  return sum;
}

void draw_register(Dice dice, County& county) {
  constexpr double median = 60'000.0, sigma = 1.1, least = 8'000.0, greatest = 1'200'000.0;
  const double size = dice.normal();
  county.persons = std::clamp(median * std::exp(sigma * size), least, greatest);
  // Small counties are old ones, most of them.
  county.rural = std::clamp(0.5 - 0.3 * size + 0.15 * dice.normal(), 0.0, 1.0);
  Register& last = county.registered.back();
  for (std::size_t group = 0; group < last.size(); ++group) {
    const double persons = county.persons * share_of_persons[group].at(county.rural) * dice.factor(0.06);
    const double men = std::clamp(male_share[group] + 0.008 * dice.normal(), 0.4, 0.6);
    last[group] = {persons * men, persons * (1.0 - men)};
  }
  const double fit = county.persons / total(last);
  for (auto& group : last) group = {std::round(group[male] * fit), std::round(group[female] * fit)};
  county.persons = total(last);
  // Back from the base year, each group shrinking or growing as it did in most places, more in the country.
  const double pull = 0.008 * (0.5 - county.rural) + 0.006 * dice.normal();
  for (std::size_t group = 0; group < last.size(); ++group) {
    const double a_year = growth[group] + pull + 0.004 * dice.normal();
    for (std::size_t year = 0; year < years.size(); ++year) {
      const double back = std::pow(1.0 + a_year, -static_cast<double>(years.size() - 1 - year));
      for (const auto sex : {male, female}) {
        county.registered[year][group][sex] = std::round(last[group][sex] * back);
      }
    }
  }
}

void draw_vital(Dice dice, County& county) {
  constexpr double childbearing_years = 35.0;  // 15-49
  const double level = Range{0.72, 0.95}.at(county.rural) * dice.factor(0.12);
  for (std::size_t year = 0; year < years.size(); ++year) {
    const Register& people = county.registered[year];
    const double women = people[1][female] + people[2][female] + people[3][female];
    const double fertility = level * (1.0 - 0.04 * static_cast<double>(year)) * dice.factor(0.02);
    county.fertility[year] = std::round(fertility * 100.0) / 100.0;
    county.births[year] = std::max(1.0, std::round(women * fertility / childbearing_years));
    const double middle = people[4][male] + people[4][female] + people[5][male] + people[5][female];
    const double old = people[6][male] + people[6][female];
    county.deaths[year] = std::round((0.033 * old + 0.004 * middle) * dice.factor(0.03));
  }
}

struct Labour {
  std::array<double, Survey::bands> covered, rate, gap;
  double regular, temporary, unemployment, trend;
};

Labour draw_labour(Dice dice, double rural) {
  Labour labour{.covered = {},
                .rate = {},
                .gap = {},
                .regular = Range{0.58, 0.32}.at(rural) * dice.factor(0.05),
                .temporary = Range{0.20, 0.24}.at(rural) * dice.factor(0.06),
                .unemployment = Range{0.030, 0.012}.at(rural) * dice.factor(0.15),
                .trend = 0.006 + 0.003 * dice.normal()};
  for (std::size_t band = 0; band < Survey::bands; ++band) {
    labour.covered[band] = coverage[band] * dice.factor(0.015);
    labour.rate[band] = std::clamp(employment_rate[band].at(rural) + 0.02 * dice.normal(), 0.2, 0.9);
    labour.gap[band] = rate_gap[band] + 0.015 * dice.normal();
  }
  return labour;
}

Survey survey_of(const Labour& labour, const County& county, std::size_t half, Dice& dice) {
  // A first half stands between two year ends, a second at the later one.
  const std::size_t year = half / 2 + 1;
  const bool first = half % 2 == 0;
  const double years_back = 0.5 * static_cast<double>(halves.size() - 1 - half);
  Survey survey;
  for (std::size_t band = 0; band < Survey::bands; ++band) {
    for (const auto sex : {male, female}) {
      const double now = band_of(county.registered[year], band, sex);
      const double then = band_of(county.registered[year - 1], band, sex);
      survey.people[band][sex] = labour.covered[band] * (first ? 0.5 * (now + then) : now);
    }
    const auto& people = survey.people[band];
    const double men = people[male] / (people[male] + people[female]);
    const double season = first && band == Survey::bands - 1 ? -0.02 : 0.0;
    const double rate = labour.rate[band] - labour.trend * years_back + season + 0.004 * dice.normal();
    survey.employed[band] = {people[male] * std::clamp(rate + (1.0 - men) * labour.gap[band], 0.05, 0.95),
                             people[female] * std::clamp(rate - men * labour.gap[band], 0.05, 0.95)};
  }
  const double employed = survey.employed_in(0, Survey::bands);
  survey.regular = employed * labour.regular * dice.factor(0.01);
  survey.temporary = employed * labour.temporary * dice.factor(0.01);
  survey.unemployed = employed * labour.unemployment / (1.0 - labour.unemployment);
  return survey;
}

}  // namespace

double Survey::employed_in(std::size_t from, std::size_t to) const {
  double sum = 0.0;
  for (auto band = from; band < to; ++band) sum += employed[band][male] + employed[band][female];
  return sum;
}

double Survey::people_in(std::size_t from, std::size_t to) const {
  double sum = 0.0;
  for (auto band = from; band < to; ++band) sum += people[band][male] + people[band][female];
  return sum;
}

double Survey::employed_of(std::size_t sex, std::size_t to) const {
  double sum = 0.0;
  for (std::size_t band = 0; band < to; ++band) sum += employed[band][sex];
  return sum;
}

double Survey::people_of(std::size_t sex, std::size_t to) const {
  double sum = 0.0;
  for (std::size_t band = 0; band < to; ++band) sum += people[band][sex];
  return sum;
}

County draw_county(std::uint64_t seed, int number) {
  County county{.number = number};
  draw_register(Dice(seed, number, "register"), county);
  draw_vital(Dice(seed, number, "vital"), county);
  const auto labour = draw_labour(Dice(seed, number, "labour"), county.rural);
  Dice surveys(seed, number, "surveys");
  for (std::size_t half = 0; half < halves.size(); ++half) {
    county.surveys[half] = survey_of(labour, county, half, surveys);
  }
  const Survey& last = county.surveys.back();
  county.insured =
      std::round((0.95 * last.regular + 0.6 * last.temporary) * Dice(seed, number, "insured").factor(0.04));
  return county;
}

}  // namespace jobcast::app::synthetic
