#include "models/discovery/cases.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "models/plan/posterior.hpp"
#include "models/runs/run_of.hpp"
#include "models/sensitivity/inputs.hpp"

namespace jobcast::discovery {
namespace {

/// The indicator at the run's last survey.
std::optional<runs::IndicatorOfRun> last_of(const store::Run& run, plan::Indicator::Id id) {
  std::optional<runs::IndicatorOfRun> last;
  for (auto& indicator : runs::indicators_of(run)) {
    if (indicator.forecast.id == id) last = std::move(indicator);
  }
  return last;
}

const std::string* setting_of(const Levers& levers, const std::string& name) {
  for (const auto& [lever, words] : levers) {
    if (lever == name) return &words;
  }
  return nullptr;
}

std::vector<std::string> names_of(const std::vector<LeveredRun>& runs) {
  std::vector<std::string> names;
  for (const auto& run : runs) {
    for (const auto& [lever, words] : run.levers) {
      if (std::find(names.begin(), names.end(), lever) == names.end()) names.push_back(lever);
    }
  }
  return names;
}

/// Numbers where all words are; else the numbers of categories, in the order of their words.
void add_lever(const std::string& name, const std::vector<std::string>& words, Cases& cases) {
  Dimension input{.name = name, .values = {}, .categorical = false};
  std::vector<std::string> categories;
  for (const auto& word : words) input.categorical = input.categorical || !number_of(word);
  if (input.categorical) {
    categories = words;
    std::sort(categories.begin(), categories.end());
    categories.erase(std::unique(categories.begin(), categories.end()), categories.end());
  }
  for (const auto& word : words) {
    const auto place = std::lower_bound(categories.begin(), categories.end(), word) - categories.begin();
    input.values.push_back(input.categorical ? static_cast<double>(place) : *number_of(word));
  }
  cases.inputs.push_back(std::move(input));
  cases.categories.push_back(std::move(categories));
  cases.scores.push_back(false);
}

/// An uncertain number in every draw.
struct Numbers {
  std::string name;
  std::vector<double> values;
  bool score = false;
};

Numbers drawn_again(const sensitivity::Input& input, std::uint64_t seed, int draws) {
  Numbers numbers{.name = input.id, .values = {}, .score = !input.distribution};
  for (int draw = 0; draw < draws; ++draw) {
    random::Stream stream({seed, input.purpose, 0}, static_cast<std::uint32_t>(draw), input.streams.front());
    const double u = stream.uniform();
    numbers.values.push_back(input.distribution ? input.distribution->quantile(u) : random::normal_quantile(u));
  }
  return numbers;
}

Numbers of_members(const std::string& name, const plan::Posterior& posterior, int draws) {
  Numbers numbers{.name = name, .values = {}};
  const auto& members = *posterior.find(name);
  for (int draw = 0; draw < draws; ++draw) {
    numbers.values.push_back(members[static_cast<std::size_t>(draw) % members.size()]);
  }
  return numbers;
}

bool varies(const std::vector<double>& values) {
  return std::any_of(values.begin(), values.end(), [&](double value) { return value != values.front(); });
}

/// Streams whose first number stands for what a draw knows of them; levels and gaps that calibration gives are its
/// own columns.
bool has_score(const std::string& id, bool calibrated) {
  if (id == "population.migration_level_by_year" || id == "population.young_migration_by_year") return true;
  return !calibrated && (id == "labour.sex_gap" || id == "labour.regular" || id.starts_with("labour.level_"));
}

std::vector<Numbers> numbers_of(const plan::Plan& plan, const scenario::Scenario& scenario, std::uint64_t seed,
                                int draws) {
  const forecast::CountyModel county(plan, scenario, time::make_date(plan.plan_year, 12, 31));
  const programmes::ProgrammeModel programmes(county.plan, county.programmes, scenario);
  // The county's own plan: a scenario's settings take columns away from the posterior.
  const auto* posterior = county.plan.posterior.get();
  std::vector<Numbers> all;
  for (const auto& input : sensitivity::inputs_of(county, programmes).inputs) {
    const bool replaced = posterior != nullptr && posterior->find(input.id) != nullptr;
    if (replaced || !(input.one_number || has_score(input.id, posterior != nullptr))) continue;
    all.push_back(drawn_again(input, seed, draws));
  }
  if (posterior == nullptr) return all;
  for (const auto& [name, members] : posterior->columns()) all.push_back(of_members(name, *posterior, draws));
  return all;
}

}  // namespace

std::optional<double> number_of(const std::string& words) {
  const char* from = words.data();
  const char* end = from + words.size();
  if (from != end && *from == '+') ++from;
  double value = 0.0;
  const auto [rest, error] = std::from_chars(from, end, value);
  if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
  if (rest == end || (rest + 1 == end && *rest == '%')) return value;
  return std::nullopt;
}

Cases cases_of_scenarios(const std::vector<LeveredRun>& runs, const Failure& failure) {
  Cases cases;
  const auto names = names_of(runs);
  std::vector<std::vector<std::string>> words(names.size());
  for (const auto& run : runs) {
    const auto last = last_of(*run.run, failure.indicator);
    const bool complete = std::all_of(names.begin(), names.end(),
                                      [&](const std::string& name) { return setting_of(run.levers, name) != nullptr; });
    const double value = !last                 ? std::nan("")
                         : failure.probability ? last->forecast.probability_published_meets_target
                                               : last->forecast.published.mean;
    if (!complete || names.empty() || !std::isfinite(value)) {
      ++cases.left_out;
      continue;
    }
    for (std::size_t lever = 0; lever < names.size(); ++lever) {
      words[lever].push_back(*setting_of(run.levers, names[lever]));
    }
    cases.failed.push_back(failure.holds(value));
    cases.reference_week = last->forecast.reference_week;
  }
  for (std::size_t lever = 0; lever < names.size(); ++lever) add_lever(names[lever], words[lever], cases);
  return cases;
}

Cases cases_of_draws(const plan::Plan& plan, const scenario::Scenario& scenario, const store::Run& run,
                     const Failure& failure) {
  Cases cases;
  const auto last = last_of(run, failure.indicator);
  if (!last || last->published.empty()) return cases;
  for (const double figure : last->published) cases.failed.push_back(failure.holds(figure));
  cases.reference_week = last->forecast.reference_week;
  const auto draws = static_cast<int>(last->published.size());
  for (auto& numbers : numbers_of(plan, scenario, run.record.seed, draws)) {
    if (!varies(numbers.values)) continue;
    cases.inputs.push_back({.name = numbers.name, .values = std::move(numbers.values), .categorical = false});
    cases.categories.emplace_back();
    cases.scores.push_back(numbers.score);
  }
  return cases;
}

}  // namespace jobcast::discovery
