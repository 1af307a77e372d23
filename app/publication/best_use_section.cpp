#include <algorithm>
#include <cmath>

#include "app/charts/front_plot.hpp"
#include "app/publication/sections.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/optimise_report.hpp"

namespace jobcast::app {
namespace {

using Method = SourceBook::Method;

constexpr double million = 1e6;
constexpr double percent = 100.0;
constexpr std::size_t most_moves = 12;

Sheet moves_sheet(const Editor& editor, const optimise::Optimum& best) {
  const auto& words = editor.words;
  const auto& programmes = editor.material.plan.programmes;
  const auto source = SourceBook::method(Method::optimise);
  std::vector<std::size_t> moved;
  for (std::size_t row = 0; row < programmes.size(); ++row) {
    if (best.plan.county[row] != best.best.county[row]) moved.push_back(row);
  }
  const auto change = [&](std::size_t row) { return best.best.county[row] - best.plan.county[row]; };
  std::stable_sort(moved.begin(), moved.end(),
                   [&](std::size_t a, std::size_t b) { return std::abs(change(a)) > std::abs(change(b)); });
  const auto all = moved.size();
  moved.resize(std::min(moved.size(), most_moves));
  double won = 0.0;
  for (std::size_t row = 0; row < programmes.size(); ++row) won += std::max(0.0, change(row));
  Sheet sheet{"table-moves",
              words.text("report.name_moves"),
              words.text("optimise.moves", std::to_string(moved.size()), std::to_string(all), grouped(won / million)),
              {{words.text("optimise.column_programme"), false},
               {words.text("optimise.column_before"), true, false, SourceBook::programme_list()},
               {words.text("optimise.column_after"), true, false, source},
               {words.text("optimise.column_change"), true, false, source}},
              {}};
  for (const std::size_t row : moved) {
    sheet.rows.push_back(
        {{words_of(in_language(programmes[row].name, words), editor.sources.programme(programmes[row].id)),
          number_of(best.plan.county[row] / million, Look::count),
          number_of(best.best.county[row] / million, Look::count),
          number_of(change(row) / million, Look::signed_count)}});
  }
  return sheet;
}

Sheet front_sheet(const Editor& editor, const optimise::Optimum& best) {
  const auto& words = editor.words;
  const auto source = SourceBook::method(Method::optimise);
  Sheet sheet{"table-front",
              words.text("report.name_front"),
              words.text("optimise.front_money"),
              {{words.text("optimise.column_budget"), false, false, source},
               {words.text("optimise.column_county"), true, false, source},
               {words.text("optimise.column_all"), true, false, source},
               {words.text("optimise.column_chance"), true, false, source},
               {words.text("report.column_chance_change"), true, false, source},
               {words.text("report.column_monte_carlo"), true, false, source}},
              {}};
  for (const auto& point : best.front) {
    const auto budget = shown_as(point.parameter, Look::share, grouped(percent * point.parameter) + "%");
    if (!point.feasible) {
      const auto none = words_of("-");
      sheet.rows.push_back({{budget, words_of(words.text("optimise.infeasible_point")), none, none, none, none}});
      continue;
    }
    const auto& at = point.simulated;
    sheet.rows.push_back(
        {{budget, number_of(at.county_won / million, Look::count), number_of(at.all_won / million, Look::count),
          shown_as(at.chance, Look::share, probability(at.chance, error_of_share(at.chance, best.draws))),
          number_of(percent * at.chance_change.mean, Look::signed_one),
          number_of(percent * at.chance_change.monte_carlo_error, Look::two)}});
  }
  return sheet;
}

}  // namespace

Section best_use_of_section(const Editor& editor) {
  const auto& words = editor.words;
  const auto& best = editor.material.best_use;
  Section section{"best-use", words.text("report.section_best_use"), {}, {}, {}, {}};
  // A plan without county money has nothing to move.
  if (best.front.empty() || !best.conflict.empty()) return section;
  const auto source = SourceBook::method(Method::optimise);
  section.paragraphs.push_back({words.text("report.best_use_rules", grouped(percent * editor.material.rules.floor),
                                           grouped(percent * editor.material.rules.cap)),
                                {SourceBook::programme_list()}});
  for (const auto& said : verdict_words(best, words)) {
    section.paragraphs.push_back({said.words, {source}, said.style == Style::dim});
  }
  if (!editor.material.as_written) section.paragraphs.push_back({words.text("report.best_use_as_written"), {}});
  const bool any = std::any_of(best.front.begin(), best.front.end(), [](const auto& point) { return point.feasible; });
  if (any) {
    section.figures.push_back(
        figure_of("chart-front", words.text("optimise.front_money"), source, "table-front",
                  [&](double width, const std::string& id) { return charts::front_plot(best, words, width, id); }));
  }
  section.sheets.push_back(front_sheet(editor, best));
  if (best.best.county != best.plan.county) section.sheets.push_back(moves_sheet(editor, best));
  section.notes.push_back({words.text("optimise.note"), {source}, true});
  section.notes.push_back(
      {words.text("optimise.draws", grouped(best.draws), std::to_string(best.seed), grouped(best.response_draws)),
       {source},
       true});
  return section;
}

}  // namespace jobcast::app
