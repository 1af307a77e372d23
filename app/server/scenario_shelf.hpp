#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "app/server/served_plan.hpp"
#include "engine/store/documents.hpp"
#include "engine/store/run_store.hpp"

namespace jobcast::app::server {

/// The scenarios that a page keeps, each with the run that it led to, in the file that `jobcast runs` and `jobcast
/// compare` read. For one thread at a time.
class ScenarioShelf {
 public:
  explicit ScenarioShelf(const std::string& store);

  [[nodiscard]] std::vector<store::Document> list(const std::string& plan) const { return documents_.list(plan); }
  /// Throws Refused (404).
  [[nodiscard]] store::Document get(std::int64_t id) const;
  /// Keeps a new scenario and writes its run and that of the plan as written. Throws Refused (409, 507).
  store::Document keep(store::Document scenario, const store::Run& run, const store::Run& as_written);
  /// The same of one that is there; its former run goes. Throws Refused (404, 409, 412).
  store::Document change(store::Document scenario, std::optional<std::uint64_t> expected, const store::Run& run,
                         const store::Run& as_written);
  /// Takes a scenario and its run away, and returns it. Throws Refused (404).
  store::Document erase(std::int64_t id);

  [[nodiscard]] const store::RunStore& runs() const { return runs_; }

 private:
  void write(const store::Run& run, const store::Run& as_written);

  store::RunStore runs_;
  store::Documents documents_;
};

/// {"id", "plan", "name", "toml", "run", "version", "changed"}.
nlohmann::ordered_json document_json(const store::Document& document);

}  // namespace jobcast::app::server
