#include <fmt/format.h>

#include <cmath>

#include "app/synthetic/dice.hpp"
#include "app/synthetic/pack_parts.hpp"

namespace jobcast::app::synthetic {
namespace {

constexpr const char* header = "row,column,item,period,sex,age,category,value,unit,use,note\n";
constexpr std::array<std::string_view, 2> sexes{"male", "female"};
constexpr std::array<std::string_view, 2> sex_words{"남", "여"};
constexpr std::array<std::string_view, age_groups.size()> group_words{"14세 이하", "15~29세", "30~39세",  "40~49세",
                                                                      "50~59세",   "60~64세", "65세 이상"};
constexpr std::array<std::string_view, Survey::bands> band_names{"15-29", "30-49", "50-64", "65+"};
constexpr std::size_t to_64 = 3;  // bands of 15-64

/// "2023.2/2" of "2023H2", as surveys' tables head their columns.
std::string column_of(std::string_view half) { return fmt::format("{}.{}/2", half.substr(0, 4), half.back()); }

/// One decimal, without one that is zero.
std::string tenths(double number) {
  const double rounded = std::round(number * 10.0) / 10.0;
  return rounded == std::round(rounded) ? fmt::format("{:.0f}", rounded) : fmt::format("{:.1f}", rounded);
}
std::string thousands(double persons) { return tenths(persons / 1000.0); }
std::string percent(double part, double whole) { return tenths(100.0 * part / whole); }

/// The employed and their rate in one part of the people.
std::string employment_rows(std::string_view half, std::string_view age, double employed, double people) {
  return fmt::format(
      "취업자 {1},{2},employed,{0},both,{1},,{3},thousand_persons,yes,\n"
      "고용률 {1},{2},employment_rate,{0},both,{1},,{4},percent,yes,\n",
      half, age, column_of(half), thousands(employed), percent(employed, people));
}

std::string rows_by_sex(std::string_view half, const Survey& survey) {
  std::string rows;
  for (std::size_t sex = 0; sex < sexes.size(); ++sex) {
    rows += fmt::format("취업자 {},{},employed,{},{},15+,,{},thousand_persons,yes,\n", sex_words[sex], column_of(half),
                        half, sexes[sex], thousands(survey.employed_of(sex, Survey::bands)));
    rows += fmt::format("고용률 {} 15-64,{},employment_rate,{},{},15-64,,{},percent,yes,\n", sex_words[sex],
                        column_of(half), half, sexes[sex],
                        percent(survey.employed_of(sex, to_64), survey.people_of(sex, to_64)));
  }
  return rows;
}

std::string rows_by_status(std::string_view half, const Survey& survey) {
  const double employed = survey.employed_in(0, Survey::bands);
  const double own = employed - survey.regular - survey.temporary;
  const double inactive = survey.people_in(0, Survey::bands) - employed - survey.unemployed;
  const auto row = [&](std::string_view name, std::string_view item, std::string_view category, double persons) {
    return fmt::format("{},{},{},{},both,15+,{},{},thousand_persons,yes,\n", name, column_of(half), item, half,
                       category, thousands(persons));
  };
  return row("취업자 상용", "employed", "regular", survey.regular) +
         row("취업자 임시·일용", "employed", "temporary", survey.temporary) +
         row("취업자 비임금", "employed", "self_employed", own) + row("실업자", "unemployed", "", survey.unemployed) +
         row("비경제활동인구", "inactive", "", inactive);
}

/// A base year's figure and its target, one step of rounding apart or more.
std::string target_rows(std::string_view name, std::string_view item, std::string_view sex, std::string_view age,
                        std::string_view category, std::string_view unit, const std::string& base,
                        const std::string& target, bool in_survey) {
  const std::string_view period = in_survey ? "2023H2" : "2023";
  const std::string_view next = in_survey ? "2024H2" : "2024";
  const auto goal = category.empty() ? std::string("target") : fmt::format("{} target", category);
  return fmt::format("{},2023 실적,{},{},{},{},{},{},{},{},{}\n", name, item, period, sex, age, category, base, unit,
                     in_survey ? "no" : "yes", in_survey ? "stands in tables/survey.csv too" : "") +
         fmt::format("{},2024 목표,{},{},{},{},{},{},{},no,\"a target, read through plan.toml\"\n", name, item, next,
                     sex, age, goal, target, unit);
}

double to_hundred(double persons) { return std::round(persons / 100.0) * 100.0; }

}  // namespace

std::string population_csv(const County& county) {
  std::string text = header;
  for (std::size_t year = 0; year < years.size(); ++year) {
    for (std::size_t sex = 0; sex < sexes.size(); ++sex) {
      for (std::size_t group = 0; group < age_groups.size(); ++group) {
        text +=
            fmt::format("{} {},{}년,population,{},{},{},,{:.0f},persons,yes,\n", group_words[group], sex_words[sex],
                        years[year], years[year], sexes[sex], age_groups[group], county.registered[year][group][sex]);
      }
    }
  }
  return text;
}

std::string vital_csv(const County& county) {
  std::string text = header;
  for (std::size_t year = 1; year < years.size(); ++year) {
    text += fmt::format("출생,{0},births,{0},both,all,,{1:.0f},persons,yes,\n", years[year], county.births[year]);
    text += fmt::format("사망,{0},deaths,{0},both,all,,{1:.0f},persons,yes,\n", years[year], county.deaths[year]);
    text += fmt::format("합계출산율,{0},total_fertility_rate,{0},female,15-49,,{1:.2f},children_per_woman,yes,\n",
                        years[year], county.fertility[year]);
  }
  return text;
}

std::string survey_csv(const County& county) {
  std::string text = header;
  for (std::size_t half = 0; half < halves.size(); ++half) {
    const Survey& survey = county.surveys[half];
    for (std::size_t band = 0; band < Survey::bands; ++band) {
      text += employment_rows(halves[half], band_names[band], survey.employed_in(band, band + 1),
                              survey.people_in(band, band + 1));
    }
    text += employment_rows(halves[half], "15-64", survey.employed_in(0, to_64), survey.people_in(0, to_64));
    text +=
        employment_rows(halves[half], "15+", survey.employed_in(0, Survey::bands), survey.people_in(0, Survey::bands));
    text += rows_by_sex(halves[half], survey) + rows_by_status(halves[half], survey);
  }
  return text;
}

std::string indicators_csv(const County& county, std::uint64_t seed) {
  const Survey& last = county.surveys.back();
  Dice dice(seed, county.number, "targets");
  const auto rate = [&](std::string_view name, std::string_view sex, std::string_view age, double part, double whole) {
    const double base = 100.0 * part / whole;
    return target_rows(name, "employment_rate", sex, age, "", "percent", tenths(base),
                       tenths(base + dice.between(-0.2, 0.8)), true);
  };
  const auto persons = [&](std::string_view name, std::string_view category, double count) {
    const double base = to_hundred(count);
    return target_rows(name, "employed", "both", "15+", category, "persons", fmt::format("{:.0f}", base),
                       fmt::format("{:.0f}", to_hundred(base * dice.between(0.998, 1.012))), true);
  };
  return header + rate("고용률(15~64세)", "both", "15-64", last.employed_in(0, to_64), last.people_in(0, to_64)) +
         rate("청년 고용률(15~29세)", "both", "15-29", last.employed_in(0, 1), last.people_in(0, 1)) +
         rate("여성 고용률(15~64세)", "female", "15-64", last.employed_of(1, to_64), last.people_of(1, to_64)) +
         persons("취업자 수", "", last.employed_in(0, Survey::bands)) +
         persons("상용근로자 수", "regular", last.regular) +
         target_rows("고용보험 피보험자 수", "insured_persons", "both", "all", "", "persons",
                     fmt::format("{:.0f}", county.insured),
                     fmt::format("{:.0f}", std::round(county.insured * dice.between(0.998, 1.015))), false);
}

}  // namespace jobcast::app::synthetic
