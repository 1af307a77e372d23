#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "app/report/backtest_report.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/table.hpp"

namespace jobcast::app {
namespace {

using backtest::Backtest;
using backtest::Method;
using backtest::Score;
using backtest::Subject;

std::string method_label(Method method, Subject subject, const Catalogue& words) {
  switch (method) {
    case Method::last_value:
      return words.text("backtest.last_value");
    case Method::drift:
      return words.text("backtest.drift");
    case Method::hamilton_perry:
      return words.text("backtest.hamilton_perry");
    case Method::last_rate:
      return words.text("backtest.last_rate");
    case Method::local_level:
      return words.text("backtest.local_level");
    case Method::monthly_model:
      return words.text("backtest.monthly_model");
    case Method::jobcast:
      break;
  }
  return backtest::is_from_year_end(subject) ? words.text("backtest.state_space") : "jobcast";
}

std::string percent(double share) { return grouped(100.0 * share) + "%"; }

/// Decimals that a score of the subject deserves: persons whole, points to hundredths.
int decimals_of(Subject subject) { return backtest::is_rate(subject) ? 2 : 0; }

double best_crps(const Backtest& backtest, Subject subject, std::string_view ages, std::optional<int> ahead) {
  double best = std::numeric_limits<double>::infinity();
  for (const auto method : backtest::methods_of(subject)) {
    if (const auto* score = backtest.find(subject, method, ages, ahead)) best = std::min(best, score->crps);
  }
  return best;
}

std::string score_table(const Backtest& backtest, Subject subject, const Page& page) {
  const auto& words = page.catalogue;
  Table table({{words.text("backtest.column_method"), Align::left},
               {"n"},
               {"CRPS"},
               {words.text("backtest.column_error")},
               {words.text("backtest.column_bias")},
               {words.text("backtest.column_within", "50%")},
               {words.text("backtest.column_within", "80%")},
               {words.text("backtest.column_within", "90%")}});
  const int decimals = decimals_of(subject);
  const double best = best_crps(backtest, subject, {}, {});
  for (const auto method : backtest::methods_of(subject)) {
    const auto* score = backtest.find(subject, method);
    if (score == nullptr) continue;
    table.add({method_label(method, subject, words),
               grouped(static_cast<double>(score->n)),
               {grouped(score->crps, decimals), score->crps <= best ? Style::good : Style::plain},
               grouped(score->mae, decimals),
               with_sign(score->bias, decimals),
               percent(score->coverage_50),
               percent(score->coverage_80),
               percent(score->coverage_90)});
  }
  return table.text(page.paint);
}

/// CRPS of every method, a row for each distance and for each group of ages.
std::string detail_table(const Backtest& backtest, Subject subject, const Page& page) {
  const auto& words = page.catalogue;
  std::vector<Column> columns{{words.text("backtest.column_of_crps"), Align::left}, {"n"}};
  for (const auto method : backtest::methods_of(subject)) columns.push_back({method_label(method, subject, words)});
  Table table(std::move(columns));
  const auto add = [&](const std::string& name, std::string_view ages, std::optional<int> ahead) {
    const auto* own = backtest.find(subject, Method::jobcast, ages, ahead);
    if (own == nullptr) return;
    const double best = best_crps(backtest, subject, ages, ahead);
    std::vector<Cell> row{name, grouped(static_cast<double>(own->n))};
    for (const auto method : backtest::methods_of(subject)) {
      const double crps = backtest.find(subject, method, ages, ahead)->crps;
      row.emplace_back(grouped(crps, decimals_of(subject)), crps <= best ? Style::good : Style::plain);
    }
    table.add(std::move(row));
  };
  const char* distance = subject == Subject::population ? "backtest.years_ahead" : "backtest.half_years_ahead";
  for (int ahead = 1; ahead <= backtest::most_half_years; ++ahead) {
    add(words.text(distance, std::to_string(ahead)), {}, ahead);
  }
  std::vector<std::string> ages;
  for (const auto& row : backtest.scores) {
    if (row.subject == subject && !row.ages.empty() && std::find(ages.begin(), ages.end(), row.ages) == ages.end()) {
      ages.push_back(row.ages);
    }
  }
  if (ages.size() > 1) {
    table.add_rule();
    for (const auto& group : ages) add(age_label(group, words), group, {});
  }
  return "\n" + table.text(page.paint);
}

/// Who forecasts best, said even when it is not jobcast.
std::string verdict(const Backtest& backtest, Subject subject, const Page& page) {
  const auto& words = page.catalogue;
  const auto test = backtest::own_method(subject);
  const auto* own = backtest.find(subject, test);
  const auto* still = backtest.find(subject, Method::last_value);
  auto rival = Method::last_value;
  for (const auto method : backtest::methods_of(subject)) {
    if (method == test) continue;
    if (backtest.find(subject, method)->crps < backtest.find(subject, rival)->crps) rival = method;
  }
  const double best = backtest.find(subject, rival)->crps;
  const auto less = [](double a, double b) { return grouped(100.0 * (1.0 - a / b), 0); };
  if (own->crps < best) {
    return page.paragraph(words.text(backtest::is_from_year_end(subject) ? "backtest.monthly_wins" : "backtest.wins",
                                     less(own->crps, still->crps), less(own->crps, best),
                                     method_label(rival, subject, words)));
  }
  return page.paragraph(words.text(backtest::is_from_year_end(subject) ? "backtest.monthly_loses" : "backtest.loses",
                                   method_label(rival, subject, words), less(best, own->crps)),
                        Style::bad);
}

/// What coverage a right model would have here by chance.
std::string usual_range(const Backtest& backtest, Subject subject, const Page& page) {
  if (subject != Subject::employment_rate || !backtest.usual_coverage) return {};
  return page.paragraph(page.catalogue.text("backtest.usual_coverage", percent(backtest.usual_coverage->low),
                                            percent(backtest.usual_coverage->high)),
                        Style::dim);
}

/// From which surveys the monthly model was not run, and why.
std::string monthly_left_out(const Backtest& backtest, const Page& page) {
  constexpr std::array reasons{"backtest.not_a_year_end", "backtest.no_population", "backtest.no_model"};
  std::string text;
  for (std::size_t reason = 0; reason < reasons.size(); ++reason) {
    std::string origins;
    for (const auto& left_out : backtest.monthly_left_out) {
      if (static_cast<std::size_t>(left_out.why) == reason) origins += (origins.empty() ? "" : ", ") + left_out.origin;
    }
    if (!origins.empty()) text += page.paragraph(page.catalogue.text(reasons[reason], origins), Style::doubtful);
  }
  return text;
}

}  // namespace

std::string backtest_text(const plan::Plan& plan, const Backtest& backtest, const Page& page) {
  const auto& words = page.catalogue;
  std::string text = page.paragraph(words.text("backtest.title", in_language(plan.title, words)), Style::bold);
  constexpr std::array headings{"backtest.population", "backtest.employment_rate", "backtest.employed",
                                "backtest.employment_rate_from_year_end", "backtest.employed_from_year_end"};
  bool scored = false;
  for (std::size_t index = 0; index < backtest::subject_names.size(); ++index) {
    const auto subject = static_cast<Subject>(index);
    if (backtest.find(subject, Method::jobcast) == nullptr) continue;
    scored = true;
    text += page.heading(words.text(headings[index])) + score_table(backtest, subject, page) +
            verdict(backtest, subject, page) + usual_range(backtest, subject, page) +
            detail_table(backtest, subject, page);
  }
  if (!scored) text += page.paragraph(words.text("backtest.nothing_scored"), Style::doubtful);
  for (const auto& origin : backtest.left_out) {
    text += page.paragraph(words.text("backtest.left_out", origin), Style::doubtful);
  }
  return text + monthly_left_out(backtest, page) + "\n" +
         page.paragraph(words.text("backtest.method_note"), Style::dim);
}

}  // namespace jobcast::app
