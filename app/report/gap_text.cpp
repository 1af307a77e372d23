#include <array>
#include <cmath>

#include "app/report/gap_report.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/table.hpp"

namespace jobcast::app {
namespace {

constexpr double million = 1e6;

std::string chance_text(const gap::Chance& chance, int draws) {
  return probability(chance.value, error_of_share(chance.value, draws));
}

std::string percent(double share) {
  return grouped(100.0 * share, 100.0 * share == std::round(100.0 * share) ? 0 : 1) + "%";
}

/// "residents of 15-64 at work", as a sentence takes it.
std::string who(plan::Indicator::Id target, const Catalogue& words) {
  constexpr std::array ids{"gap.who_15_64",    "gap.who_15_29",   "gap.who_women",
                           "gap.who_employed", "gap.who_regular", "gap.who_insured"};
  return words.text(ids[static_cast<std::size_t>(target)]);
}

std::string interval(const std::optional<double>& low, const std::optional<double>& high, double scale, int decimals,
                     const Catalogue& words) {
  const auto end = [&](const std::optional<double>& value, const char* without) {
    return value ? grouped(*value / scale, decimals) : std::string(without);
  };
  const auto from = end(low, "-∞"), to = end(high, "∞");
  if (!low && !high) return "-";
  const bool negative = (low && *low < 0.0) || (high && *high < 0.0);
  return negative || !low ? signed_range(from, to, words) : range(from, to, words);
}

std::string persons_sentence(const gap::Gap& gap, const Page& page) {
  const auto& words = page.catalogue;
  const auto& need = gap.persons;
  const auto people = who(gap.target, words);
  if (!need.persons) {
    return words.text("gap.persons_out_of_reach", people, percent(gap.wanted), grouped(gap.everybody),
                      chance_text(gap.highest, gap.draws));
  }
  const auto ends = interval(need.low, need.high, 1.0, 0, words);
  if (*need.persons <= 0.0) {
    const auto spare = interval(need.high ? std::optional(-*need.high) : std::nullopt,
                                need.low ? std::optional(-*need.low) : std::nullopt, 1.0, 0, words);
    return words.text("gap.persons_spare", people, percent(gap.wanted), grouped(-*need.persons), spare);
  }
  return words.text("gap.persons_needed", people, percent(gap.wanted), grouped(*need.persons), ends);
}

std::string persons_table(const gap::Gap& gap, const Page& page) {
  const auto& words = page.catalogue;
  Table table(
      {{words.text("gap.column_chance")}, {words.text("gap.column_persons")}, {words.text("gap.column_interval")}});
  for (const auto& need : gap.table) {
    table.add({percent(need.chance), need.persons ? with_sign(*need.persons, 0) : words.text("gap.out"),
               need.persons ? interval(need.low, need.high, 1.0, 0, words) : "-"});
  }
  return table.text(page.paint);
}

std::string purse(const gap::Lever& lever, const Catalogue& words) {
  if (lever.sector) return label(*lever.sector, words);
  if (lever.source) return words.text("gap.from", label(*lever.source, words));
  return words.text("gap.whole");
}

std::string verdict(const gap::MoneyNeed& need, const Catalogue& words) {
  switch (need.obstacle) {
    case gap::Obstacle::no_effect:
      return words.text("gap.no_effect");
    case gap::Obstacle::saturated:
      return words.text("gap.saturated", percent(std::round(need.unfilled * 100.0) / 100.0));
    case gap::Obstacle::too_small:
      return words.text("gap.too_small");
    case gap::Obstacle::none:
      break;
  }
  if (need.already) return need.ratio <= 0.0 ? words.text("gap.all_spare") : words.text("gap.spare");
  constexpr double twice = 2.0;
  return need.ratio > twice ? words.text("gap.far", grouped(need.ratio, 1)) : "";
}

std::string money_table(const gap::Gap& gap, const Page& page) {
  const auto& words = page.catalogue;
  constexpr int room_for_intervals = 96;
  const bool wide = page.width >= room_for_intervals;
  std::vector<Column> columns{
      {words.text("gap.column_purse"), Align::left}, {words.text("gap.column_now")}, {words.text("gap.column_more")}};
  if (wide) columns.push_back({words.text("gap.column_interval")});
  columns.push_back({words.text("gap.column_added")});
  columns.push_back({words.text("gap.column_reached")});
  columns.push_back({words.text("gap.column_verdict"), Align::left});
  Table table(std::move(columns));
  const gap::Lever* before = nullptr;
  for (const auto& need : gap.money) {
    if (before != nullptr && (before->is_whole() || (before->sector && need.lever.source))) table.add_rule();
    before = &need.lever;
    std::vector<Cell> cells{purse(need.lever, words), grouped(need.won_now / million),
                            need.reached ? with_sign(need.won / million, 0) : words.text("gap.out")};
    if (wide) cells.emplace_back(need.reached && !need.already ? interval(need.low, need.high, million, 0, words) : "");
    cells.emplace_back(with_sign(need.persons.mean, 0));
    const auto chance = chance_text(need.chance, gap.draws);
    cells.emplace_back(!need.reached && chance == percent(gap.wanted) ? "<" + chance : chance);
    cells.emplace_back(verdict(need, words));
    table.add(std::move(cells));
  }
  return table.text(page.paint);
}

}  // namespace

std::string gap_text(const plan::Plan& plan, const scenario::Scenario& scenario, const gap::Gap& gap,
                     const Page& page) {
  const auto& words = page.catalogue;
  const auto& indicator = plan.indicator(gap.target);
  const auto name = scenario_name(plan, scenario.title, words);
  std::string text = page.paint(Style::bold, words.text("gap.title", in_language(plan.title, words), name)) + "\n" +
                     page.paragraph(words.text("gap.now", long_label(gap.target, words),
                                               indicator_value_with_unit(gap.target, indicator.target, words),
                                               chance_text(gap.now, gap.draws), percent(gap.wanted)));
  text += "\n" + page.paragraph(persons_sentence(gap, page), Style::bold);
  text += page.heading(words.text("gap.persons_heading", who(gap.target, words))) + persons_table(gap, page);
  if (gap.money.empty()) {
    text += "\n" + page.paragraph(words.text("gap.no_money"));
  } else {
    text += page.heading(words.text(gap.money.front().already ? "gap.spare_heading" : "gap.money_heading",
                                    percent(gap.wanted))) +
            money_table(gap, page);
    text += page.paragraph(words.text("gap.money_note", grouped(gap::most_growth)), Style::dim);
  }
  const bool rate = is_rate(gap.target);
  // Insured persons are counted, not surveyed.
  if (gap.survey_error > indicator.rounding) {
    text += page.paragraph(
        words.text(rate ? "gap.survey_error" : "gap.survey_error_persons", grouped(gap.survey_error, rate ? 1 : 0)),
        Style::dim);
  }
  return text + page.paragraph(words.text("gap.draws", grouped(gap.draws), std::to_string(gap.seed)), Style::dim);
}

}  // namespace jobcast::app
