#include <algorithm>
#include <cmath>

#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/optimise_report.hpp"
#include "app/report/table.hpp"

namespace jobcast::app {
namespace {

using optimise::Limit;
using optimise::Optimum;
using optimise::Simulated;
using response::Difference;

constexpr double million = 1e6;
constexpr double percent = 100.0;

std::string won_text(double won) { return grouped(won / million, std::abs(won) < 10.0 * million ? 1 : 0); }

std::string with_unit(double value, const GoalUnit& unit, const Catalogue& words) {
  return words.text(unit.points ? "optimise.points" : "optimise.persons", with_sign(value * unit.scale, unit.decimals));
}

/// A Monte Carlo error with the digits that it takes to see it.
std::string error_text(const Difference& difference, const GoalUnit& unit) {
  constexpr int most_decimals = 4;
  const bool of_chance = unit.scale != 1.0;
  return grouped(difference.monte_carlo_error * unit.scale, !unit.points ? 1 : of_chance ? 2 : most_decimals);
}

std::string level(double value, const optimise::Goal& goal) {
  if (goal.kind == optimise::Goal::Kind::chance) return grouped(percent * value, 1) + "%";
  return is_rate(goal.indicator) ? grouped(value, 2) + "%" : grouped(value);
}

std::string goal_name(const Optimum& optimum, const Catalogue& words) {
  if (optimum.goal.kind == optimise::Goal::Kind::chance) {
    return words.text("optimise.goal_chance", long_label(optimum.target, words));
  }
  return words.text("optimise.goal_indicator", long_label(optimum.goal.indicator, words));
}

std::string interval(const Difference& difference, int decimals, const Catalogue& words) {
  return signed_range(with_sign(difference.p05, decimals), with_sign(difference.p95, decimals), words);
}

std::string gain(const Optimum& optimum, const Catalogue& words) {
  const auto unit = unit_of_goal(optimum.goal);
  const auto& change = optimum.best.goal_change;
  const auto error = error_text(change, unit);
  const bool chance = optimum.goal.kind == optimise::Goal::Kind::chance;
  return words.text(chance ? "optimise.gain_chance" : "optimise.gain", goal_name(optimum, words),
                    level(optimum.plan.goal, optimum.goal), level(optimum.best.goal, optimum.goal),
                    with_unit(change.mean, unit, words), error,
                    chance ? std::string() : interval(change, unit.decimals, words));
}

std::string verdict(const Optimum& optimum, const Page& page) {
  std::string text;
  for (const auto& said : verdict_words(optimum, page.catalogue)) text += page.paragraph(said.words, said.style);
  return text;
}

std::string indicators_table(const Optimum& optimum, const Page& page) {
  const auto& words = page.catalogue;
  Table table({{words.text("forecast.column_indicator"), Align::left},
               {words.text("optimise.column_before")},
               {words.text("optimise.column_after")},
               {words.text("optimise.column_change")},
               {words.text("optimise.column_error")},
               {words.text("optimise.column_interval")}});
  for (std::size_t i = 0; i < plan::indicator_names.size(); ++i) {
    const auto id = static_cast<plan::Indicator::Id>(i);
    const int decimals = is_rate(id) ? 2 : 0;
    const auto& change = optimum.best.truth_change[i];
    const std::string sign = is_rate(id) ? "%" : "";
    table.add({label(id, words), grouped(optimum.plan.truth[i], decimals) + sign,
               grouped(optimum.best.truth[i], decimals) + sign, with_sign(change.mean, decimals),
               error_text(change, unit_of_goal({optimise::Goal::Kind::indicator, id})),
               interval(change, decimals, words)});
  }
  return table.text(page.paint);
}

struct Move {
  std::string name;
  double before = 0.0, after = 0.0;
};

std::string moves_table(std::vector<Move> moves, const std::string& title, std::size_t top, const Page& page) {
  const auto& words = page.catalogue;
  std::stable_sort(moves.begin(), moves.end(), [](const Move& a, const Move& b) {
    return std::abs(a.after - a.before) > std::abs(b.after - b.before);
  });
  moves.resize(std::min(moves.size(), top));
  const auto make = [&](int room) {
    Table table({{title, Align::left},
                 {words.text("optimise.column_before")},
                 {words.text("optimise.column_after")},
                 {words.text("optimise.column_change")},
                 {"%"}});
    for (const auto& move : moves) {
      table.add({shortened(move.name, room), won_text(move.before), won_text(move.after),
                 with_sign((move.after - move.before) / million, 1),
                 move.before > 0.0 ? with_sign(percent * (move.after / move.before - 1.0), 0) : "-"});
    }
    return table;
  };
  constexpr int shortest_name = 12, longest_name = 48;
  const int others = make(shortest_name).width() - shortest_name;
  return make(std::clamp(page.width - others - 1, shortest_name, longest_name)).text(page.paint);
}

std::string programmes_text(const plan::Plan& plan, const Optimum& optimum, std::size_t top, const Page& page) {
  const auto& words = page.catalogue;
  std::vector<Move> moves;
  std::vector<Move> sectors;
  double moved = 0.0;
  for (const auto sector : plan::sectors) sectors.push_back({label(sector, words)});
  for (std::size_t row = 0; row < plan.programmes.size(); ++row) {
    const double before = optimum.plan.county[row], after = optimum.best.county[row];
    auto& sector = sectors[static_cast<std::size_t>(plan.programmes[row].sector)];
    sector.before += before;
    sector.after += after;
    if (before == after) continue;
    moved += std::max(0.0, after - before);
    moves.push_back({in_language(plan.programmes[row].name, words), before, after});
  }
  if (moves.empty()) return "";
  std::erase_if(sectors, [](const Move& sector) { return sector.before <= 0.0; });
  const auto shown = std::to_string(std::min(top, moves.size()));
  const auto title = words.text("optimise.moves", shown, std::to_string(moves.size()), won_text(moved));
  return page.heading(words.text("optimise.sectors")) +
         moves_table(std::move(sectors), words.text("optimise.column_sector"), plan::sectors.size(), page) +
         page.heading(title) + moves_table(std::move(moves), words.text("optimise.column_programme"), top, page) +
         page.paragraph(
             words.text("optimise.moves_note", won_text(optimum.plan.all_won), won_text(optimum.best.all_won)),
             Style::dim);
}

std::string prices_text(const plan::Plan& plan, const Optimum& optimum, const Page& page) {
  const auto& words = page.catalogue;
  auto unit = unit_of_goal(optimum.goal);
  unit.decimals += 2;
  std::string text;
  std::size_t told = 0;
  constexpr std::size_t few = 6;
  const double least = std::pow(10.0, -unit.decimals) / unit.scale;
  for (const auto& price : optimum.prices) {
    if (std::abs(price.worth) < least || told == few) break;
    const auto& limit = optimum.limits[price.limit];
    const auto worth = with_unit(price.worth, unit, words);
    text += page.paragraph(limit.kind == Limit::Kind::budget
                               ? words.text("optimise.price_budget", worth)
                               : words.text("optimise.price", limit_text(plan, limit, words), worth),
                           Style::plain, "- ");
    ++told;
  }
  if (text.empty()) text = page.paragraph(words.text("optimise.no_price"));
  return page.heading(words.text("optimise.prices")) + text;
}

std::string front_text(const Optimum& optimum, const Page& page) {
  if (optimum.front_kind == optimise::FrontKind::none) return "";
  const auto& words = page.catalogue;
  const bool money = optimum.front_kind == optimise::FrontKind::money;
  const auto unit = unit_of_goal(optimum.goal);
  std::vector<Column> columns;
  if (money) {
    columns = {{words.text("optimise.column_budget")}, {words.text("optimise.column_county")},
               {words.text("optimise.column_all")},    {words.text("optimise.column_goal_change")},
               {words.text("optimise.column_error")},  {words.text("optimise.column_chance")}};
  } else {
    columns = {{words.text("optimise.column_weight")}, {words.text("optimise.column_youth")},
               {words.text("optimise.column_error")},  {words.text("optimise.column_seniors")},
               {words.text("optimise.column_error")},  {words.text("optimise.column_chance")}};
  }
  columns.push_back({"", Align::left});
  Table table(std::move(columns));
  for (const auto& point : optimum.front) {
    const auto parameter = grouped(percent * point.parameter, money ? 0 : 1) + "%";
    if (!point.feasible) {
      table.add({parameter, "-", "-", "-", "-", "-", words.text("optimise.infeasible_point")});
      continue;
    }
    const auto& at = point.simulated;
    const auto chance = probability(at.chance, error_of_share(at.chance, optimum.draws));
    const auto remark = point.dominated ? words.text("optimise.dominated") : std::string();
    if (money) {
      table.add({parameter, won_text(at.county_won), won_text(at.all_won),
                 with_sign(at.goal_change.mean * unit.scale, unit.decimals), error_text(at.goal_change, unit), chance,
                 remark});
    } else {
      table.add({parameter, with_sign(at.youth_change.mean, 1), grouped(at.youth_change.monte_carlo_error, 2),
                 with_sign(at.seniors_change.mean, 1), grouped(at.seniors_change.monte_carlo_error, 2), chance,
                 remark});
    }
  }
  return page.heading(words.text(money ? "optimise.front_money" : "optimise.front_ages")) + table.text(page.paint);
}

std::string part_name(const plan::Plan& plan, const Limit& limit, const Catalogue& words) {
  switch (limit.part) {
    case optimise::Part::programme:
      if (const auto* found = plan.programme(limit.id)) return in_language(found->name, words);
      break;
    case optimise::Part::department:
      if (const auto* found = plan.department(limit.id)) return in_language(found->name, words);
      return words.text("attribute.none");
    case optimise::Part::type:
      if (const auto* found = plan.type(limit.id)) return in_language(found->name, words);
      break;
    case optimise::Part::sector:
      for (const auto sector : plan::sectors) {
        if (id_of(sector) == limit.id) return label(sector, words);
      }
      break;
  }
  return limit.id;
}

}  // namespace

GoalUnit unit_of_goal(const optimise::Goal& goal) {
  if (goal.kind == optimise::Goal::Kind::chance) return {.scale = percent, .decimals = 1};
  if (is_rate(goal.indicator)) return {};
  return {.scale = 1.0, .decimals = 0, .points = false};
}

std::string limit_text(const plan::Plan& plan, const Limit& limit, const Catalogue& words) {
  const auto amount = [](double won) { return grouped(won / million, std::fmod(won, million) == 0.0 ? 0 : 1); };
  switch (limit.kind) {
    case Limit::Kind::budget:
      return words.text("optimise.limit_budget", amount(limit.sums.front().most));
    case Limit::Kind::general_floor:
      return words.text("optimise.limit_general_floor");
    case Limit::Kind::general_cap:
      return words.text("optimise.limit_general_cap");
    case Limit::Kind::kept:
      return words.text("optimise.limit_kept", part_name(plan, limit, words), amount(limit.sums.front().most));
    case Limit::Kind::floor:
      return words.text("optimise.limit_floor", part_name(plan, limit, words), amount(limit.sums.front().least),
                        limit.where.file + ":" + std::to_string(limit.where.line));
    case Limit::Kind::cap:
      break;
  }
  return words.text("optimise.limit_cap", part_name(plan, limit, words), amount(limit.sums.front().most),
                    limit.where.file + ":" + std::to_string(limit.where.line));
}

std::string limits_listed(const plan::Plan& plan, const std::vector<Limit>& limits, const Catalogue& words) {
  std::vector<std::string> texts;
  for (const auto& limit : limits) texts.push_back(limit_text(plan, limit, words));
  std::string list;
  for (const auto& text : texts) list += (list.empty() ? "" : "; ") + text;
  return list;
}

std::vector<Said> verdict_words(const Optimum& optimum, const Catalogue& words) {
  std::vector<Said> said;
  switch (optimum.verdict) {
    case optimise::Verdict::improved:
      said.push_back({gain(optimum, words), Style::bold});
      break;
    case optimise::Verdict::nothing_better:
      said.push_back(
          {words.text("optimise.nothing_better", goal_name(optimum, words), level(optimum.plan.goal, optimum.goal)),
           Style::bold});
      return said;
    case optimise::Verdict::worse:
      if (!optimum.even) {
        said.push_back({words.text("optimise.worse", goal_name(optimum, words)), Style::bold});
        return said;
      }
      said.push_back({words.text("optimise.even_is_best"), Style::bold});
      said.push_back({gain(optimum, words)});
      break;
    case optimise::Verdict::reduced:
      said.push_back({words.text("optimise.reduced")});
      said.push_back({gain(optimum, words), Style::bold});
      if (optimum.even) {
        said.push_back({words.text("optimise.even", level(optimum.even->goal, optimum.goal))});
      }
      break;
  }
  if (optimum.goal != optimise::Goal{optimise::Goal::Kind::chance, optimum.target}) {
    const auto& chance = optimum.best.chance_change;
    said.push_back({words.text("optimise.chance", long_label(optimum.target, words),
                               probability(optimum.plan.chance, error_of_share(optimum.plan.chance, optimum.draws)),
                               probability(optimum.best.chance, error_of_share(optimum.best.chance, optimum.draws)),
                               with_sign(percent * chance.mean, 1), grouped(percent * chance.monte_carlo_error, 1))});
  }
  const bool indicator = optimum.goal.kind == optimise::Goal::Kind::indicator;
  const auto judged = indicator ? optimum.goal.indicator : optimum.target;
  const double moved = optimum.best.truth_change[static_cast<std::size_t>(judged)].mean;
  if (std::abs(moved) < optimum.survey_error) {
    const GoalUnit unit = unit_of_goal({optimise::Goal::Kind::indicator, judged});
    said.push_back({words.text("optimise.unseen", with_unit(moved, unit, words),
                               words.text(unit.points ? "optimise.points" : "optimise.persons",
                                          grouped(optimum.survey_error, unit.points ? 1 : 0)))});
  }
  if (indicator) {
    const GoalUnit unit = unit_of_goal(optimum.goal);
    said.push_back({words.text("optimise.predicted", with_unit(optimum.predicted, unit, words),
                               with_unit(optimum.best.goal_change.mean, unit, words)),
                    Style::dim});
  }
  return said;
}

std::string optimise_text(const plan::Plan& plan, const Optimum& optimum, std::size_t top, const Page& page) {
  const auto& words = page.catalogue;
  std::string text = page.paint(Style::bold, words.text("optimise.title", in_language(plan.title, words))) + "\n" +
                     page.paragraph(words.text("optimise.limits", won_text(optimum.plan.county_won),
                                               grouped(optimum.limits.front().sums.front().most / million))) +
                     "\n" + verdict(optimum, page);
  text += programmes_text(plan, optimum, top, page);
  if (optimum.best.county != optimum.plan.county) {
    text += page.heading(words.text("optimise.indicators")) + indicators_table(optimum, page);
  }
  text += prices_text(plan, optimum, page) + front_text(optimum, page);
  text += "\n" + page.paragraph(words.text("optimise.note"), Style::dim);
  return text + page.paragraph(words.text("optimise.draws", grouped(optimum.draws), std::to_string(optimum.seed),
                                          grouped(optimum.response_draws)),
                               Style::dim);
}

}  // namespace jobcast::app
