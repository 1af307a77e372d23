#include "app/report/check_report.hpp"

#include <cmath>

#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/table.hpp"

namespace jobcast::app {
namespace {

std::string count(std::size_t number) { return grouped(static_cast<double>(number)); }

std::size_t facts_in(const plan::Plan& plan) {
  std::size_t facts = 0;
  for (const auto& table : plan.facts.tables()) facts += table.facts.size();
  return facts;
}

/// A sum of printed decimals without what binary fractions leave in it.
double as_printed(double number) {
  constexpr double decimals = 1e6;
  return std::round(number * decimals) / decimals;
}

std::string differences(const plan::Plan& plan, const Page& page) {
  const auto& words = page.catalogue;
  std::string text;
  for (const auto& control : plan.controls) {
    const double difference = as_printed(control.total - control.parts);
    if (difference == 0.0) continue;
    text +=
        page.paragraph(words.text("check.difference", in_language(control.statement, words), shortest(control.total),
                                  shortest(as_printed(control.parts)), shortest(difference), control.note),
                       Style::plain, "  - ");
  }
  return text;
}

}  // namespace

std::string plan_check_text(const plan::Plan& plan, const std::vector<std::string>& scenarios, const Page& page) {
  const auto& words = page.catalogue;
  double jobs = 0.0;
  units::Won total{};
  for (const auto& programme : plan.programmes) {
    jobs += programme.jobs;
    total += programme.stated_total;
  }
  std::string text =
      page.paragraph(words.text("check.sound", in_language(plan.title, words), plan.folder), Style::good) +
      page.paragraph(words.text("check.facts", count(plan.facts.tables().size()), count(facts_in(plan)))) +
      page.paragraph(words.text("check.programmes", count(plan.programmes.size()), grouped(jobs), money(total, words),
                                count(plan.departments.size()))) +
      page.paragraph(words.text("check.actions", count(plan.actions.size()), count(scenarios.size())));
  const auto noted = differences(plan, page);
  text += page.paragraph(words.text("check.controls", count(plan.controls.size())));
  return noted.empty() ? text : text + page.paragraph(words.text("check.differences")) + noted;
}

std::string scenario_check_text(const scenario::Scenario& scenario, const plan::Plan& plan, const Page& page) {
  const auto& words = page.catalogue;
  return page.paragraph(words.text("check.sound", in_language(scenario.title, words), scenario.id), Style::good) +
         page.paragraph(words.text("check.scenario", in_language(plan.title, words), count(scenario.changes.size()),
                                   count(scenario.shocks.size()), count(scenario.values.size())));
}

}  // namespace jobcast::app
