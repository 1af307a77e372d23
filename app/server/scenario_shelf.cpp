#include "app/server/scenario_shelf.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "app/server/problem.hpp"
#include "models/runs/comparison.hpp"

namespace jobcast::app::server {
namespace {

store::Document kept(store::Documents::Outcome outcome) {
  using Kept = store::Documents::Kept;
  switch (outcome.kept) {
    case Kept::kept:
      return std::move(outcome.document);
    case Kept::name_taken:
      throw Refused(409, "name_taken", {"serve.name_taken", {outcome.document.name}});
    case Kept::other_version:
      throw Refused(412, "changed_meanwhile", {"serve.changed_meanwhile", {outcome.document.name}});
    case Kept::too_many:
      throw Refused(507, "too_many", {"serve.too_many", {std::to_string(store::Documents::most)}});
    case Kept::gone:
      break;
  }
  throw Refused(404, "no_scenario", {"serve.no_scenario", {std::to_string(outcome.document.id)}});
}

}  // namespace

ScenarioShelf::ScenarioShelf(const std::string& store) : runs_(store, store::Access::create), documents_(store) {}

store::Document ScenarioShelf::get(std::int64_t id) const {
  auto found = documents_.find(id);
  if (!found) throw Refused(404, "no_scenario", {"serve.no_scenario", {std::to_string(id)}});
  return std::move(*found);
}

void ScenarioShelf::write(const store::Run& run, const store::Run& as_written) {
  std::array runs{as_written, run};
  auto changes = runs::differences(as_written, run);
  std::move(changes.begin(), changes.end(), std::back_inserter(runs[1].outcomes));
  runs_.write(runs);
}

store::Document ScenarioShelf::keep(store::Document scenario, const store::Run& run, const store::Run& as_written) {
  if (documents_.find(scenario.collection, scenario.name))
    throw Refused(409, "name_taken", {"serve.name_taken", {scenario.name}});
  // The run first: should the process end in between, nothing points to what is not there.
  write(run, as_written);
  scenario.run = run.record.key;
  return kept(documents_.add(std::move(scenario)));
}

store::Document ScenarioShelf::change(store::Document scenario, std::optional<std::uint64_t> expected,
                                      const store::Run& run, const store::Run& as_written) {
  const auto before = get(scenario.id);
  write(run, as_written);
  scenario.run = run.record.key;
  auto after = kept(documents_.change(std::move(scenario), expected));
  if (before.run != after.run) runs_.erase(before.run);
  return after;
}

store::Document ScenarioShelf::erase(std::int64_t id) {
  auto erased = documents_.erase(id);
  if (!erased) throw Refused(404, "no_scenario", {"serve.no_scenario", {std::to_string(id)}});
  runs_.erase(erased->run);
  return std::move(*erased);
}

nlohmann::ordered_json document_json(const store::Document& document) {
  return {{"id", document.id},   {"plan", document.collection}, {"name", document.name},      {"toml", document.text},
          {"run", document.run}, {"version", document.version}, {"changed", document.changed}};
}

}  // namespace jobcast::app::server
