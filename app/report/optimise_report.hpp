#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/report/page.hpp"
#include "models/optimise/optimise.hpp"

namespace jobcast::app {

/// What the best reallocation gains, which programmes it moves (`top` of them), what limits cost, and the front.
std::string optimise_text(const plan::Plan& plan, const optimise::Optimum& optimum, std::size_t top, const Page& page);
/// Schema "jobcast.optimise/1" (docs/output.md).
nlohmann::ordered_json optimise_json(const plan::Plan& plan, const optimise::Optimum& optimum);
/// what,id,measure,parameter,value,p05,p95,monte_carlo_error: a number a row.
std::string optimise_csv(const plan::Plan& plan, const optimise::Optimum& optimum);

/// A sentence and how it is printed.
struct Said {
  std::string words;
  Style style = Style::plain;
};
/// What the optimum comes to, the gravest first: what it gains, that nothing is better, that a survey cannot see it.
std::vector<Said> verdict_words(const optimise::Optimum& optimum, const Catalogue& words);
/// A limit as a sentence takes it: "the total of department 복지과".
std::string limit_text(const plan::Plan& plan, const optimise::Limit& limit, const Catalogue& words);
std::string limits_listed(const plan::Plan& plan, const std::vector<optimise::Limit>& limits, const Catalogue& words);
/// How a goal is shown: what one of it counts, and decimals.
struct GoalUnit {
  double scale = 1.0;  ///< 100 for a chance
  int decimals = 2;
  bool points = true;  ///< of percent; else persons
};
GoalUnit unit_of_goal(const optimise::Goal& goal);
/// "employment_rate_15_64", "probability", "youth", "seniors".
std::string goal_id(const optimise::Goal& goal);

}  // namespace jobcast::app
