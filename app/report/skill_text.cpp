#include <algorithm>
#include <cmath>
#include <limits>

#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/skill_report.hpp"
#include "app/report/table.hpp"
#include "engine/stats/proportion.hpp"

namespace jobcast::app {
namespace {

using panel::Model;
using panel::Score;

std::string percent(double share) { return std::isfinite(share) ? grouped(100.0 * share) + "%" : "-"; }

/// Lower is better; the best of a row of scores stands out.
Style style_of(double score, double best) { return score <= best ? Style::good : Style::plain; }

const Score& score_of(const panel::Skill& skill, std::optional<panel::HalfYear> origin, Model model) {
  const auto found = std::find_if(skill.scores.begin(), skill.scores.end(),
                                  [&](const auto& each) { return each.origin == origin && each.model == model; });
  return found->score;
}

double best_crps(const panel::Skill& skill, std::optional<panel::HalfYear> origin) {
  double best = std::numeric_limits<double>::infinity();
  for (const auto model : panel::models) best = std::fmin(best, score_of(skill, origin, model).crps);
  return best;
}

std::string score_section(const panel::Skill& skill, const Page& page) {
  const auto& words = page.catalogue;
  Table table({{words.text("skill.column_method"), Align::left},
               {"n"},
               {"CRPS"},
               {words.text("skill.column_error")},
               {words.text("skill.column_bias")},
               {words.text("skill.column_within", "50%")},
               {words.text("skill.column_within", "80%")},
               {words.text("skill.column_within", "90%")}});
  const double best = best_crps(skill, std::nullopt);
  for (const auto model : panel::models) {
    const auto& score = score_of(skill, std::nullopt, model);
    table.add({model_label(model, words),
               grouped(static_cast<double>(score.n)),
               {grouped(score.crps, 3), style_of(score.crps, best)},
               grouped(score.mae, 2),
               with_sign(score.bias, 2),
               percent(score.coverage_50),
               percent(score.coverage_80),
               percent(score.coverage_90)});
  }
  return table.text(page.paint);
}

/// Who forecasts best, said even when it is not jobcast.
std::string verdict(const panel::Skill& skill, const Page& page) {
  const auto& words = page.catalogue;
  const auto& own = score_of(skill, std::nullopt, Model::jobcast);
  if (own.n == 0) return page.paragraph(words.text("skill.nothing_scored"), Style::doubtful);
  auto rival = Model::last_value;
  for (const auto model : {Model::local_level, Model::drift}) {
    if (score_of(skill, std::nullopt, model).crps < score_of(skill, std::nullopt, rival).crps) rival = model;
  }
  const double rival_crps = score_of(skill, std::nullopt, rival).crps;
  const double last_crps = score_of(skill, std::nullopt, Model::last_value).crps;
  const auto less = [](double a, double b) {
    const double points = 100.0 * (1.0 - a / b);
    return grouped(points, points < 1.0 ? 2 : 0);
  };
  std::string text =
      own.crps < rival_crps
          ? page.paragraph(words.text("skill.wins", less(own.crps, last_crps), less(own.crps, rival_crps),
                                      model_label(rival, words)))
          : page.paragraph(words.text("skill.loses", model_label(rival, words), less(rival_crps, own.crps)),
                           Style::bad);
  // Few forecasts cannot show that an interval is wrong.
  const auto hits = static_cast<std::int64_t>(std::llround(own.coverage_80 * static_cast<double>(own.n)));
  constexpr double promised = 0.8;
  constexpr double tolerated = 0.05;
  if (std::abs(own.coverage_80 - promised) > tolerated && !stats::Proportion(hits, own.n).wilson().contains(promised)) {
    text += page.paragraph(words.text("skill.intervals_off", percent(own.coverage_80)), Style::doubtful);
  }
  return text;
}

std::string origin_section(const panel::Skill& skill, const Page& page) {
  const auto& words = page.catalogue;
  std::vector<Column> columns{
      {words.text("skill.column_origin"), Align::left}, {words.text("skill.column_target"), Align::left}, {"n"}};
  for (const auto model : panel::models) columns.push_back({model_label(model, words)});
  Table table(std::move(columns));
  for (const auto origin : skill.origins) {
    const double best = best_crps(skill, origin);
    std::vector<Cell> row{origin.name(), (origin + panel::rounds_ahead).name(),
                          grouped(static_cast<double>(score_of(skill, origin, Model::jobcast).n))};
    for (const auto model : panel::models) {
      const double crps = score_of(skill, origin, model).crps;
      row.emplace_back(grouped(crps, 3), style_of(crps, best));
    }
    table.add(std::move(row));
  }
  return page.heading(words.text("skill.origins_title")) + table.text(page.paint);
}

std::string estimate_section(const panel::Skill& skill, const Page& page) {
  const auto& words = page.catalogue;
  const auto last = skill.origins.back();
  Table table({{words.text("skill.column_ages"), Align::left},
               {words.text("skill.column_measurement")},
               {words.text("skill.column_sample")},
               {words.text("skill.column_innovation")},
               {words.text("skill.column_common")},
               {words.text("skill.column_drift")},
               {words.text("skill.column_season")}});
  for (const auto& each : skill.estimates) {
    if (each.origin != last) continue;
    table.add({age_label(each.band, words), grouped(each.measurement, 2), grouped(each.sample, 2),
               grouped(each.innovation, 2), grouped(each.common, 2), with_sign(each.drift, 2),
               with_sign(each.season, 2)});
  }
  return page.heading(words.text("skill.estimates_title", last.name())) + table.text(page.paint) +
         page.paragraph(words.text("skill.estimates_note"), Style::dim);
}

/// The forecasts themselves, where they are few enough to read.
std::string forecast_section(const panel::Skill& skill, const Page& page) {
  constexpr std::size_t most_areas = 3;
  if (skill.chosen_areas > most_areas) return {};
  const auto& words = page.catalogue;
  Table table({{words.text("skill.column_area"), Align::left},
               {words.text("skill.column_target"), Align::left},
               {words.text("skill.column_mean")},
               {words.text("skill.column_interval")},
               {words.text("skill.column_observed")}});
  for (const auto& each : skill.forecasts) {
    if (each.model != Model::jobcast) continue;
    const bool within = each.observed && *each.observed >= tenth_percentile(each.rate) &&
                        *each.observed <= ninetieth_percentile(each.rate);
    table.add({skill.areas[each.area],
               each.target.name(),
               grouped(each.rate.mean, 1),
               range(grouped(tenth_percentile(each.rate), 1), grouped(ninetieth_percentile(each.rate), 1), words),
               {each.observed ? grouped(*each.observed, 1) : "-", within ? Style::good : Style::plain}});
  }
  return page.heading(words.text("skill.forecasts_title")) + table.text(page.paint);
}

}  // namespace

std::string skill_text(const panel::Skill& skill, const Page& page) {
  const auto& words = page.catalogue;
  return page.paragraph(words.text("skill.title", age_label(skill.age_group, words),
                                   grouped(static_cast<double>(skill.chosen_areas)), skill.origins.front().name(),
                                   skill.origins.back().name()),
                        Style::bold) +
         "\n" + score_section(skill, page) + verdict(skill, page) + origin_section(skill, page) +
         forecast_section(skill, page) + estimate_section(skill, page) +
         page.paragraph(words.text("skill.method_note"), Style::dim);
}

}  // namespace jobcast::app
