#include "app/report/runs_csv.hpp"

#include "app/report/numbers.hpp"

namespace jobcast::app {

std::string runs_csv(const std::vector<ListedRun>& rows) {
  Csv csv({"key", "plan", "scenario", "title_ko", "title_en", "levers", "seed", "draws", "draws_kept", "engine",
           "until", "pack"});
  for (const auto& [record, kept] : rows) {
    csv.add(std::vector<std::string>{record.key, record.plan, record.scenario, record.title_ko, record.title_en,
                                     record.levers, std::to_string(record.seed), std::to_string(record.draws),
                                     kept ? "1" : "0", record.engine, time::to_string(record.until), record.pack});
  }
  return csv.text();
}

void OutcomeCsv::add(const store::Run& run) {
  const auto& record = run.record;
  for (const auto& row : run.outcomes) {
    std::vector<std::string> cells{record.key,
                                   record.plan,
                                   record.scenario,
                                   std::to_string(record.seed),
                                   std::to_string(record.draws),
                                   row.name,
                                   time::to_string(row.date),
                                   row.group,
                                   row.subgroup};
    for (const auto& number :
         {row.mean, row.sd, row.p05, row.p25, row.p50, row.p75, row.p95, row.probability, row.monte_carlo_error}) {
      cells.push_back(number ? shortest(*number) : std::string());
    }
    csv_.add(cells);
  }
}

}  // namespace jobcast::app
