#include <algorithm>
#include <array>
#include <cmath>

#include "app/report/calibration_report.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/table.hpp"
#include "models/labour/log_odds.hpp"

namespace jobcast::app {
namespace {

using calibration::Calibration;
using calibration::Check;
using calibration::Parameter;

std::string percent(double share) { return grouped(100.0 * share) + "%"; }

/// Below this share of the prior's variance the data told little; above the other they told nearly all.
constexpr double little = 0.2;
constexpr double nearly_all = 0.9;

/// How a column is read: rates in percent, the rest as it is.
struct Reading {
  std::string name;
  double (*convert)(double) = [](double value) { return value; };
  int decimals = 3;
};

double as_percent(double log_odds) { return 100.0 * labour::share_of(log_odds); }
double per_thousand(double rate) { return 1000.0 * rate; }

/// A family of columns, one for each band, and what it is called.
struct Family {
  const char* stem;
  const char* name;
};
constexpr std::array families{Family{"labour.level", "calibration.rate"},
                              Family{"labour.drift", "calibration.drift"},
                              Family{"labour.innovation", "calibration.innovation"},
                              Family{"labour.drift_spread", "calibration.drift_spread"},
                              Family{"labour.moved", "calibration.moved"},
                              Family{"labour.moved_second", "calibration.moved_second"}};
constexpr std::array singles{Family{"labour.common_share", "calibration.common_share"},
                             Family{"labour.season_difference", "calibration.season_difference"},
                             Family{"labour.sex_gap", "calibration.sex_gap"},
                             Family{"labour.old_sex_gap", "calibration.old_sex_gap"},
                             Family{"labour.regular_share", "calibration.regular_share"},
                             Family{"labour.temporary_share", "calibration.temporary_share"},
                             Family{"labour.search_share", "calibration.search_share"},
                             Family{"survey.design_effect", "calibration.design_effect"},
                             Family{"population.mortality_multiplier", "calibration.mortality_multiplier"},
                             Family{"population.migration_level", "calibration.migration_level"},
                             Family{"population.fertility_level", "calibration.fertility_level"}};
constexpr std::array bands{Family{"_15_29", "15-29"}, Family{"_30_49", "30-49"}, Family{"_50_64", "50-64"},
                           Family{"_65_over", "65+"}};

Reading reading_of(const std::string& column, const Catalogue& words) {
  Reading reading{.name = column};
  for (const Family& family : families) {
    for (const Family& band : bands) {
      if (column == std::string(family.stem) + band.stem) {
        reading.name = words.text(family.name, age_label(band.name, words));
      }
    }
  }
  for (const Family& single : singles) {
    if (column == single.stem) reading.name = words.text(single.name);
  }
  if (column.starts_with("labour.level") || column == "labour.regular_share" || column == "labour.temporary_share" ||
      column == "labour.search_share") {
    reading.convert = as_percent;
    reading.decimals = 1;
  }
  if (column == "population.migration_level") {
    reading.convert = per_thousand;
    reading.decimals = 1;
  }
  return reading;
}

/// Whether figures moved a number although they left it as uncertain as it was, or made it more so.
bool has_moved(const Parameter& row) {
  constexpr double far = 0.5;  // of the deviation before
  return std::abs(row.mean - row.prior_mean) > far * row.prior_sd;
}

std::string parameter_table(const Calibration& calibration, const Page& page) {
  const auto& words = page.catalogue;
  Table table({{words.text("calibration.column_number"), Align::left},
               {words.text("calibration.column_prior")},
               {words.text("calibration.column_posterior")},
               {words.text("calibration.column_told")}});
  for (const Parameter& row : calibration.parameters) {
    const Reading reading = reading_of(row.column, words);
    const auto ends = [&](double low, double high) {
      return signed_range(grouped(reading.convert(low), reading.decimals),
                          grouped(reading.convert(high), reading.decimals), words);
    };
    constexpr double half_width = 1.6448536269514722;
    table.add({reading.name,
               ends(row.prior_mean - half_width * row.prior_sd, row.prior_mean + half_width * row.prior_sd),
               ends(row.p05, row.p95),
               {percent(std::max(row.told(), 0.0)),
                row.told() < little && !has_moved(row) ? Style::doubtful : Style::plain}});
  }
  return table.text(page.paint);
}

/// What the data could and could not tell, in words.
std::string what_was_told(const Calibration& calibration, const Page& page) {
  const auto& words = page.catalogue;
  std::string much, not_much, moved;
  for (const Parameter& row : calibration.parameters) {
    if (row.told() <= nearly_all && row.told() >= little) continue;
    auto& list = row.told() > nearly_all ? much : has_moved(row) ? moved : not_much;
    list += (list.empty() ? "" : ", ") + reading_of(row.column, words).name;
  }
  std::string text;
  if (!much.empty()) text += page.paragraph(words.text("calibration.told_much", much));
  if (!moved.empty()) text += page.paragraph(words.text("calibration.told_moved", moved));
  if (!not_much.empty()) text += page.paragraph(words.text("calibration.told_little", not_much), Style::doubtful);
  return text;
}

std::string rank_table(const Check& check, const Page& page) {
  const auto& words = page.catalogue;
  Table table({{words.text("calibration.column_number"), Align::left},
               {words.text("calibration.column_ranks"), Align::left},
               {"p"},
               {words.text("calibration.column_verdict"), Align::left}});
  for (const auto& row : check.ranks) {
    std::string histogram;
    for (const int count : row.histogram) histogram += (histogram.empty() ? "" : " ") + std::to_string(count);
    table.add(
        {reading_of(row.column, words).name,
         histogram,
         grouped(row.p_value, 3),
         {words.text(row.passes ? "calibration.passes" : "calibration.fails"), row.passes ? Style::good : Style::bad}});
  }
  return table.text(page.paint);
}

/// An item of the survey and what it is called, by sex or status where it has one.
std::string survey_label(const std::string& what, const Catalogue& words) {
  constexpr std::array items{Family{"employment_rate", "calibration.rate"},
                             Family{"participation_rate", "calibration.participation"},
                             Family{"unemployment_rate", "calibration.unemployment"},
                             Family{"employed", "calibration.employed"},
                             Family{"unemployed", "calibration.unemployed"},
                             Family{"inactive", "calibration.inactive"},
                             Family{"economically_active", "calibration.active"},
                             Family{"survey_population", "calibration.survey_population"}};
  constexpr std::array parts{Family{" male ", "calibration.of_men"}, Family{" female ", "calibration.of_women"},
                             Family{" regular ", "calibration.of_regular"},
                             Family{" temporary ", "calibration.of_temporary"},
                             Family{" self_employed ", "calibration.of_self_employed"}};
  std::string label;
  for (const Family& item : items) {
    if (what.substr(0, what.find(' ')) != item.stem) continue;
    label = words.text(item.name, age_label(what.substr(what.rfind(' ') + 1), words));
  }
  if (label.empty()) return label;  // not of the survey
  for (const Family& part : parts) {
    if (what.find(part.stem) != std::string::npos) label += ", " + words.text(part.name);
  }
  return label;
}

std::string figure_label(const std::string& what, const Catalogue& words) {
  const auto age = age_label(what.substr(what.rfind(' ') + 1), words);
  if (what == "deaths") return words.text("calibration.deaths");
  if (what == "births") return words.text("calibration.births");
  if (const auto label = survey_label(what, words); !label.empty()) return label;
  if (what.find(" male ") != std::string::npos) return words.text("calibration.men", age);
  if (what.find(" female ") != std::string::npos) return words.text("calibration.women", age);
  return words.text("calibration.persons", age);
}

const char* share_name(const std::string& what) {
  if (what == "regular") return "calibration.share_regular";
  if (what == "temporary") return "calibration.share_temporary";
  return what == "self_employed" ? "calibration.share_self_employed" : "calibration.share_unemployed";
}

/// What few surveys by status can tell, and what not.
std::string status_table(const Check& check, const Page& page) {
  if (check.status.empty()) return {};
  const auto& words = page.catalogue;
  Table table({{words.text("calibration.column_share"), Align::left},
               {words.text("calibration.column_surveys")},
               {words.text("calibration.column_first")},
               {words.text("calibration.column_last")},
               {words.text("calibration.column_change")},
               {words.text("calibration.column_by_chance")}});
  int most = 0;
  bool beyond = false;
  for (const auto& row : check.status) {
    const double change = row.last_percent - row.first_percent;
    constexpr double half_width = 1.6448536269514722;
    most = std::max(most, row.surveys);
    beyond = beyond || (row.surveys > 1 && std::abs(change) > half_width * row.chance_sd);
    table.add({words.text(share_name(row.what)), std::to_string(row.surveys), grouped(row.first_percent, 1),
               grouped(row.last_percent, 1), row.surveys > 1 ? with_sign(change, 1) : "",
               row.surveys > 1 ? "± " + grouped(half_width * row.chance_sd, 1) : ""});
  }
  std::string text = page.heading(words.text("calibration.status_title")) + table.text(page.paint);
  const auto surveys = std::to_string(most);
  if (most > 1) {
    text += page.paragraph(words.text(beyond ? "calibration.status_moved" : "calibration.status_same", surveys));
  }
  constexpr int few = 5;  // fewer than three years of surveys show no trend, no season and no speed
  if (most <= few) text += page.paragraph(words.text("calibration.status_not_told", surveys), Style::doubtful);
  return text;
}

/// The figures that are explained worst.
std::string figure_table(const Check& check, const Page& page) {
  constexpr std::size_t most_rows = 10;
  const auto& words = page.catalogue;
  auto worst = check.figures;
  std::stable_sort(worst.begin(), worst.end(),
                   [](const auto& a, const auto& b) { return std::abs(a.score) > std::abs(b.score); });
  worst.resize(std::min(worst.size(), most_rows));
  Table table({{words.text("calibration.column_figure"), Align::left},
               {words.text("calibration.column_period"), Align::left},
               {words.text("calibration.column_observed")},
               {words.text("calibration.column_expected")},
               {words.text("calibration.column_score")}});
  constexpr double far = 2.5;
  for (const auto& row : worst) {
    const int decimals = row.what.find("_rate ") != std::string::npos ? 1 : 0;
    table.add({figure_label(row.what, words),
               row.period,
               grouped(row.observed, decimals),
               grouped(row.expected, decimals) + " ± " + grouped(row.sd, decimals),
               {with_sign(row.score, 1), std::abs(row.score) > far ? Style::bad : Style::plain}});
  }
  return table.text(page.paint);
}

}  // namespace

std::string calibration_text(const plan::Plan& plan, const Calibration& calibration, const Page& page) {
  const auto& words = page.catalogue;
  std::string text = page.paragraph(words.text("calibration.title", in_language(plan.title, words),
                                               grouped(calibration.figures), grouped(calibration.members)),
                                    Style::bold);
  if (!calibration.until.empty()) {
    text += page.paragraph(words.text("calibration.surveys", std::to_string(calibration.surveys), calibration.until));
  } else {
    text += page.paragraph(words.text("calibration.no_surveys"), Style::doubtful);
  }
  return text + "\n" + parameter_table(calibration, page) + "\n" + what_was_told(calibration, page) +
         page.paragraph(words.text("calibration.note"), Style::dim);
}

std::string check_text(const plan::Plan& plan, const Calibration& calibration, const Check& check, const Page& page) {
  const auto& words = page.catalogue;
  std::string text = page.paragraph(words.text("calibration.check_title", in_language(plan.title, words)), Style::bold);
  text += check.sound ? page.paragraph(words.text("calibration.sound"), Style::good)
                      : page.paragraph(words.text("calibration.unsound"), Style::bad);
  if (!check.collapsed.empty()) {
    std::string list;
    for (const auto& column : check.collapsed) {
      list += (list.empty() ? "" : ", ") + reading_of(column, words).name;
    }
    text += page.paragraph(words.text("calibration.collapsed", list), Style::bad);
  }
  text += page.paragraph(words.text("calibration.sizes", percent(check.least_effective), percent(check.distinct),
                                    percent(check.least_acceptance)));
  text += page.heading(words.text("calibration.ranks_title")) + rank_table(check, page) +
          page.paragraph(words.text("calibration.ranks_note"), Style::dim);
  text += page.heading(words.text("calibration.figures_title")) + figure_table(check, page) +
          page.paragraph(words.text("calibration.figures_beyond", grouped(check.beyond_90),
                                    grouped(static_cast<double>(check.figures.size())),
                                    grouped(0.1 * static_cast<double>(check.figures.size()))));
  text += status_table(check, page);
  text += page.heading(words.text("calibration.parameters_title")) + parameter_table(calibration, page) + "\n" +
          what_was_told(calibration, page);
  return text + page.paragraph(words.text("calibration.note"), Style::dim);
}

}  // namespace jobcast::app
