#include "app/commands/run_maker.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "engine/store/run_bytes.hpp"
#include "models/runs/comparison.hpp"
#include "models/runs/engine_version.hpp"
#include "models/runs/run_key.hpp"
#include "models/sweep/scenarios.hpp"

namespace jobcast::app {
namespace {

using Place = std::array<std::uint64_t, 2>;

std::string levers_json(const sweep::Swept& swept) {
  auto levers = nlohmann::ordered_json::object();
  for (const auto& [lever, setting] : swept.settings) levers[lever] = setting;
  return levers.dump();
}

std::string posterior_of(const sweep::SweptPlan& swept) {
  return swept.plan.posterior != nullptr ? swept.plan.posterior->fingerprint() : "";
}

}  // namespace

RunMaker::RunMaker(const sweep::Sweep& sweep, const sweep::Effort& effort, KeepDraws keep)
    : sweep_(sweep), keep_(keep), effort_(effort), packs_(sweep.plans.size()) {}

/// A plan that was read again must be what it was: answers to two plans would stand under one key.
const std::string& RunMaker::print_of(std::size_t plan, const sweep::Plans::Held& swept) const {
  Pack& pack = packs_[plan];
  if (pack.of.lock() == swept) return pack.print;
  auto print = runs::pack_print(swept->plan);
  auto posterior = posterior_of(*swept);
  if (!pack.print.empty() && (pack.print != print || pack.posterior != posterior)) {
    throw input::InputError(
        input::Diagnostic{{.file = swept->plan.folder}, {"sweep.pack_changed", {}}, {}, {"sweep.mend_changed", {}}});
  }
  pack = {std::move(print), std::move(posterior), swept};
  return pack.print;
}

std::string RunMaker::key(const sweep::Swept& swept) const {
  const auto plan = sweep_.plans[swept.plan];
  return runs::run_key(print_of(swept.plan, plan), swept.scenario, sweep::request_of(sweep_, plan->plan, effort_),
                       runs::engine_version(), posterior_of(*plan));
}

runs::Origin RunMaker::origin_of(const sweep::Swept& swept) const {
  const auto plan = sweep_.plans[swept.plan];
  return {.key = key(swept),
          .pack = print_of(swept.plan, plan),
          .engine = std::string(runs::engine_version()),
          .levers = levers_json(swept),
          .until = sweep::until(sweep_, plan->plan)};
}

const store::Run& RunMaker::as_written(std::size_t plan, int draws) {
  if (!as_written_ || as_written_->plan != plan || as_written_->run.record.draws != draws) {
    const auto swept_plan = sweep_.plans[plan];
    const auto first = sweep::Scenarios(sweep_, plan).at(0);
    auto request = sweep::request_of(sweep_, swept_plan->plan, effort_);
    request.draws = draws;
    const auto drawn = forecast::run_here(swept_plan->plan, first.scenario, request);
    as_written_ = {plan, runs::run_of(swept_plan->plan, drawn, origin_of(first), runs::Keep::outcomes_and_draws)};
  }
  return as_written_->run;
}

store::Run RunMaker::run(const sweep::Swept& swept, const forecast::Drawn& drawn) {
  const auto plan = sweep_.plans[swept.plan];
  auto run = runs::run_of(plan->plan, drawn, origin_of(swept), runs::Keep::outcomes_and_draws);
  if (swept.number == 0) {
    as_written_ = {swept.plan, run};
  } else {
    auto changes = runs::differences(as_written(swept.plan, run.record.draws), run);
    std::move(changes.begin(), changes.end(), std::back_inserter(run.outcomes));
  }
  if (keep_ == KeepDraws::none) run.columns.clear();
  return run;
}

std::string to_bytes(const PlacedRun& placed) {
  const Place place{placed.plan, placed.number};
  return std::string(reinterpret_cast<const char*>(place.data()), sizeof place) + store::to_bytes(placed.run);
}

PlacedRun placed_run_from(std::string_view bytes) {
  Place place{};
  if (bytes.size() < sizeof place) throw std::invalid_argument("not the bytes of a run");
  std::memcpy(place.data(), bytes.data(), sizeof place);
  bytes.remove_prefix(sizeof place);
  return {.plan = static_cast<std::size_t>(place[0]), .number = place[1], .run = store::run_from(bytes)};
}

}  // namespace jobcast::app
