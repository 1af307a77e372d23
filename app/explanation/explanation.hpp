#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "app/messages/catalogue.hpp"
#include "app/report/page.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::app {

/// One thing of a plan with what there is to say of it: value, unit, provenance, place in the pack, who uses it.
struct Explanation {
  std::string key;
  std::string title;
  std::vector<std::pair<std::string, std::string>> lines;  ///< name and words
};

/// Everything that a key names in a plan; empty when nothing does. A key is
///   employment_rate_15_64                    an indicator
///   assumptions.survey.design_effect         a model setting (the first word may be left out)
///   senior-jobs, senior-jobs.deadweight      a programme, or one of its values
///   deadweight.senior-public-job             a value of a type
///   senior-public-job                        a type: all its values
///   1-1-1, 1-1-1/land-split                  an action sheet, a milestone
///   direct-jobs-total                        a printed total against its parts
///   4/15 ~ 29세/2023년                       a cell of a table
///   employment_rate                          every fact in use of an item
std::vector<Explanation> explain(const plan::Plan& plan, const std::string& key, const Catalogue& catalogue);

/// The keys that `explain` knows, but for the cells of tables; for hints.
std::vector<std::string> known_keys(const plan::Plan& plan);

/// Schema "jobcast.explanation/1" (docs/output.md).
nlohmann::ordered_json explanation_json(const plan::Plan& plan, const std::vector<Explanation>& explanations);
std::string explanation_text(const std::vector<Explanation>& explanations, const Page& page);

}  // namespace jobcast::app
