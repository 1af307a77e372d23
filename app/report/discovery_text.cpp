#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/report/discovery_report.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/table.hpp"

namespace jobcast::app {
namespace {

using discovery::Box;
using discovery::Limit;

constexpr double percent = 100.0;

std::string number(double value) { return fmt::format("{:.4g}", value); }
std::string share(double value) { return grouped(percent * value) + "%"; }
std::string count(std::size_t number) { return grouped(static_cast<double>(number)); }

std::string input_label(const DiscoveryReport& report, std::size_t input, const Catalogue& words) {
  const auto& name = report.cases.inputs[input].name;
  if (name == "population.young_migration_by_year") return words.text("discover.input_young_migration");
  if (name == "population.migration_level_by_year") return words.text("discover.input_migration");
  if (name == "population.migration_level") return words.text("discover.input_migration_level");
  return report.cases.scores[input] ? words.text("discover.input_score", name) : name;
}

/// The categories that a limit lets in.
std::string let_in(const DiscoveryReport& report, const Limit& limit) {
  std::string text;
  const auto& categories = report.cases.categories[limit.dimension];
  for (std::size_t category = 0; category < categories.size(); ++category) {
    if (!limit.admits(static_cast<double>(category))) continue;
    text += (text.empty() ? "" : ", ") + categories[category];
  }
  return text;
}

std::string bounds(const DiscoveryReport& report, const Limit& limit, const Catalogue& words) {
  if (report.cases.inputs[limit.dimension].categorical) return let_in(report, limit);
  if (std::isinf(limit.high)) return words.text("discover.at_least", number(limit.low));
  if (std::isinf(limit.low)) return words.text("discover.at_most", number(limit.high));
  return words.text("discover.between", number(limit.low), number(limit.high));
}

std::string all_of(const DiscoveryReport& report, std::size_t input, const Catalogue& words) {
  const auto& dimension = report.cases.inputs[input];
  if (dimension.categorical) return words.text("discover.categories", count(report.cases.categories[input].size()));
  const auto [least, greatest] = std::minmax_element(dimension.values.begin(), dimension.values.end());
  return words.text("discover.between", number(*least), number(*greatest));
}

std::string small_chance(double p) {
  constexpr double least = 0.001;
  return p < least ? "<0.001" : fmt::format("{:.3f}", p);
}

/// "employment below 76.1 when: the one at least x and the other at most y".
std::string conditions(const DiscoveryReport& report, const Catalogue& words) {
  std::string text;
  for (const auto& limit : report.found.box.limits) {
    const auto each =
        words.text("discover.condition", input_label(report, limit.dimension, words), bounds(report, limit, words));
    text = text.empty() ? each : words.text("discover.and", text, each);
  }
  return text;
}

std::string limits_table(const DiscoveryReport& report, const Page& page) {
  const auto& words = page.catalogue;
  Table table({{words.text("discover.column_input"), Align::left},
               {words.text("discover.column_limit")},
               {words.text("discover.column_all")},
               {words.text("discover.column_quasi_p")}});
  constexpr int room = 40;
  for (const auto& limit : report.found.box.limits) {
    table.add({shortened(input_label(report, limit.dimension, words), room),
               {shortened(bounds(report, limit, words), room), Style::bold},
               all_of(report, limit.dimension, words),
               small_chance(limit.quasi_p)});
  }
  return table.text(page.paint);
}

/// No more steps than people read: the first, the last, the chosen one, and some between.
std::vector<std::size_t> shown_steps(const DiscoveryReport& report) {
  constexpr std::size_t most = 10;
  const std::size_t steps = report.found.trajectory.size();
  std::vector<std::size_t> shown;
  for (std::size_t place = 0; place < std::min(most, steps); ++place) {
    shown.push_back(steps <= most ? place : place * (steps - 1) / (most - 1));
  }
  if (std::find(shown.begin(), shown.end(), report.found.chosen) == shown.end()) shown.push_back(report.found.chosen);
  std::sort(shown.begin(), shown.end());
  return shown;
}

std::string trajectory_text(const DiscoveryReport& report, const Page& page) {
  const auto& words = page.catalogue;
  Table table({{words.text("discover.column_step")},
               {words.text("discover.column_cases")},
               {words.text("discover.column_density")},
               {words.text("discover.column_coverage")},
               {words.text("discover.column_restricted"), Align::left}});
  const auto make = [&](int room) {
    Table made = table;
    for (const auto step : shown_steps(report)) {
      const Box& box = report.found.trajectory[step];
      const auto style = step == report.found.chosen ? Style::bold : Style::plain;
      std::string names;
      for (const auto& limit : box.limits) {
        names += (names.empty() ? "" : ", ") + input_label(report, limit.dimension, words);
      }
      made.add({{std::to_string(step), style},
                {count(box.cases), style},
                {share(box.density()), style},
                {share(box.coverage(report.found.failures)), style},
                {shortened(names, room), style}});
    }
    return made;
  };
  constexpr int others = 44;
  return page.heading(words.text("discover.trajectory")) + make(page.width - others).text(page.paint);
}

std::string nothing_text(const DiscoveryReport& report, const Page& page) {
  const auto& words = page.catalogue;
  const auto& found = report.found;
  if (found.failures == 0) return page.paragraph(words.text("discover.none_fails"), Style::bold);
  if (found.failures == found.cases) return page.paragraph(words.text("discover.all_fail"), Style::bold);
  std::string text = page.paragraph(words.text("discover.nothing"), Style::bold);
  if (found.cases < 2 * report.settings.fewest_cases) text += page.paragraph(words.text("discover.few_cases"));
  if (!found.box.limits.empty()) {
    text += page.paragraph(words.text("discover.best_by_chance", conditions(report, words), share(found.p)));
  }
  return text;
}

std::string found_text(const DiscoveryReport& report, const Page& page) {
  const auto& words = page.catalogue;
  const auto& found = report.found;
  const auto& box = found.box;
  return page.paragraph(words.text("discover.it_fails_when", conditions(report, words)), Style::bold) +
         page.paragraph(words.text(report.draws ? "discover.box_draws" : "discover.box_scenarios", count(box.cases),
                                   count(box.failures), share(box.density()), share(box.coverage(found.failures)),
                                   share(static_cast<double>(found.failures) / static_cast<double>(found.cases)))) +
         "\n" + limits_table(report, page) +
         page.paragraph(words.text("discover.significance", small_chance(found.p), count(report.settings.shuffles)),
                        Style::dim) +
         trajectory_text(report, page);
}

std::string basis_text(const DiscoveryReport& report, const Page& page) {
  const auto& words = page.catalogue;
  const auto& found = report.found;
  const double share_failing =
      found.cases == 0 ? 0.0 : static_cast<double>(found.failures) / static_cast<double>(found.cases);
  const auto survey = survey_name(report.cases.reference_week, words);
  std::string text = report.draws
                         ? page.paragraph(words.text("discover.basis_draws", count(found.cases), report.scenario,
                                                     report.plan, survey, count(found.failures), share(share_failing)))
                         : page.paragraph(words.text(
                               report.failure.probability ? "discover.basis_chances" : "discover.basis_means",
                               count(found.cases), report.plan, survey, count(found.failures), share(share_failing)));
  const auto left_out = report.cases.left_out + report.other_runs;
  if (!report.draws && left_out > 0)
    text += page.paragraph(words.text("discover.left_out", count(left_out)), Style::dim);
  return text;
}

}  // namespace

std::string discovery_text(const DiscoveryReport& report, const Page& page) {
  return page.paint(Style::bold, page.catalogue.text("discover.title", report.failure.text)) + "\n" +
         basis_text(report, page) + "\n" + (report.found.found ? found_text(report, page) : nothing_text(report, page));
}

}  // namespace jobcast::app
