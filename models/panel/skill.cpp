#include "models/panel/skill.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/input/diagnostic.hpp"
#include "models/panel/rivals.hpp"

namespace jobcast::panel {
namespace {

using Eigen::Index;
using Areas = std::vector<std::size_t>;

[[noreturn]] void refuse(input::Message problem, input::Message expected = {}, input::Message mend = {}) {
  throw input::InputError(input::Diagnostic{{}, std::move(problem), std::move(expected), std::move(mend)});
}

Areas ending_in(const Panel& panel, const std::vector<std::string>& endings) {
  Areas areas;
  for (std::size_t area = 0; area < panel.areas.size(); ++area) {
    const auto& name = panel.areas[area];
    const bool fits = endings.empty() || std::any_of(endings.begin(), endings.end(),
                                                     [&](const auto& each) { return name.ends_with(each); });
    if (fits) areas.push_back(area);
  }
  return areas;
}

/// The last character of a name, which says what kind of area it is: 군, 시, 구.
std::string kind_of(const std::string& name) {
  std::size_t at = name.size();
  constexpr unsigned continuation_mask = 0xC0U;
  constexpr unsigned continuation = 0x80U;
  while (at > 0 && (static_cast<unsigned char>(name[--at]) & continuation_mask) == continuation) {
  }
  return name.substr(at);
}

/// Whom the areas asked for may learn from: each other, else areas of their kind, else all.
std::vector<Areas> lender_groups(const Panel& panel, const Areas& asked) {
  return {asked, ending_in(panel, {kind_of(panel.areas[asked.front()])}), ending_in(panel, {})};
}

/// Target rates of areas up to the origin: areas x surveys. Nothing later leaves this function.
Eigen::MatrixXd rates_until(const Panel& panel, const AgeSystem& system, const Areas& areas, std::size_t origin) {
  Eigen::MatrixXd rates(static_cast<Index>(areas.size()), static_cast<Index>(origin) + 1);
  for (std::size_t a = 0; a < areas.size(); ++a) {
    for (std::size_t t = 0; t <= origin; ++t) {
      rates(static_cast<Index>(a), static_cast<Index>(t)) = target_rate(panel, system, areas[a], t);
    }
  }
  return rates;
}

/// What was published of an area in a survey, by the panel or after its end.
class Observations {
 public:
  Observations(const Panel& panel, const Panel* since, const AgeSystem& system) : panel_(panel), since_(since) {
    system_ = system;
    if (since != nullptr) since_system_ = age_system(*since, system.target, since->surveys);
  }

  [[nodiscard]] bool reach(HalfYear survey) const {
    return panel_.position(survey) || (since_system_ && since_->position(survey));
  }

  [[nodiscard]] std::optional<double> of(std::size_t area, HalfYear survey) const {
    double rate = not_published;
    if (const auto at = panel_.position(survey)) {
      rate = target_rate(panel_, system_, area, *at);
    } else if (since_system_) {
      const auto since_at = since_->position(survey);
      const auto since_area = since_->area(panel_.areas[area]);
      if (since_at && since_area) rate = target_rate(*since_, *since_system_, *since_area, *since_at);
    }
    return std::isnan(rate) ? std::nullopt : std::optional(rate);
  }

 private:
  const Panel& panel_;
  const Panel* since_;
  AgeSystem system_;
  std::optional<AgeSystem> since_system_;
};

std::vector<BandEstimate> estimates_of(const AreasForecast& found, const std::vector<std::string>& bands,
                                       HalfYear origin) {
  std::vector<BandEstimate> estimates;
  const auto& parameters = found.parameters;
  const double kept = std::pow(parameters.persistence, rounds_ahead);
  for (Index b = 0; b < parameters.bands(); ++b) {
    estimates.push_back({origin, bands[static_cast<std::size_t>(b)], std::sqrt(parameters.noise(b, b)),
                         std::sqrt(parameters.sample(b, b)), std::sqrt(2.0 * parameters.slow(b, b) * (1.0 - kept)),
                         std::sqrt(parameters.level(b, b)), std::sqrt(found.common.covariance(b, b)),
                         found.common.drift(b), found.common.season(b)});
  }
  return estimates;
}

std::size_t position_of(const Panel& panel, const Observations& observations, HalfYear origin) {
  const auto at = panel.position(origin);
  if (!at) {
    refuse({"skill.origin_outside", {origin.name()}},
           {"skill.expected_origin", {panel.first.name(), panel.last().name()}});
  }
  if (!observations.reach(origin + rounds_ahead)) {
    refuse({"skill.no_year_ahead", {origin.name(), (origin + rounds_ahead).name()}},
           {"skill.expected_origin", {panel.first.name(), (panel.last() + -rounds_ahead).name()}},
           {"skill.mend_truth", {}});
  }
  return *at;
}

using Forecasts = std::map<Model, std::vector<RateForecast>>;

/// Adds one origin's forecasts of the areas that every model forecasts.
void add_forecasts(Skill& skill, const Areas& areas, HalfYear origin, const Forecasts& by_model,
                   const Observations& observations) {
  const auto target = origin + rounds_ahead;
  for (std::size_t a = 0; a < areas.size(); ++a) {
    const bool all = std::all_of(by_model.begin(), by_model.end(), [&](const auto& each) {
      return !std::isnan(each.second[a].mean) && !std::isnan(each.second[a].sd);
    });
    if (!all) continue;
    const auto observed = observations.of(areas[a], target);
    for (const auto& [model, forecasts] : by_model) {
      skill.forecasts.push_back({areas[a], origin, target, model, forecasts[a], observed});
    }
  }
}

void add_scores(Skill& skill) {
  const auto add = [&](std::optional<HalfYear> origin) {
    for (const auto model : models) {
      Scorer scorer;
      for (const auto& each : skill.forecasts) {
        if (each.model == model && each.observed && (!origin || each.origin == *origin)) {
          scorer.add(each.rate, *each.observed);
        }
      }
      skill.scores.push_back({origin, model, scorer.score()});
    }
  };
  add(std::nullopt);
  for (const auto origin : skill.origins) add(origin);
}

}  // namespace

std::string_view name_of(Model model) {
  constexpr std::array<std::string_view, models.size()> names{"jobcast", "last_value", "local_level", "drift"};
  return names[static_cast<std::size_t>(model)];
}

std::vector<HalfYear> usual_origins(const Panel& panel, const Panel* published_since) {
  constexpr int usual = 7;
  std::vector<HalfYear> origins;
  for (int i = 0; i < static_cast<int>(panel.surveys); ++i) {
    const auto origin = panel.first + i;
    const auto target = origin + rounds_ahead;
    const bool fits = published_since != nullptr
                          ? target > panel.last() && published_since->position(target).has_value()
                          : target <= panel.last() && panel.last() - target < usual;
    if (fits) origins.push_back(origin);
  }
  return origins;
}

Skill measure_skill(const Panel& panel, const Panel* published_since, const Question& question) {
  const auto whole = age_system(panel, question.age_group, panel.surveys);
  if (!whole) {
    refuse({"skill.no_age_group", {question.age_group}}, {"skill.expected_age_group", {input::listed(panel.groups)}},
           input::did_you_mean(question.age_group, panel.groups));
  }
  const auto areas = ending_in(panel, question.area_endings);
  if (areas.empty()) {
    refuse({"skill.no_area", {input::listed(question.area_endings)}},
           {"skill.expected_ending", {std::to_string(panel.areas.size()), panel.areas.front()}});
  }
  const Observations observations(panel, published_since, *whole);
  Skill skill{question.age_group, panel.areas, areas.size(), question.origins, {}, {}, {}};
  if (skill.origins.empty()) skill.origins = usual_origins(panel, published_since);
  if (skill.origins.empty()) refuse({"skill.no_origin", {panel.last().name()}}, {}, {"skill.mend_truth", {}});
  const auto lenders = lender_groups(panel, areas);
  for (const auto origin : skill.origins) {
    const auto at = position_of(panel, observations, origin);
    const auto system = age_system(panel, question.age_group, at + 1);
    const auto found = system ? forecast_areas(panel, *system, at, rounds_ahead, areas, lenders) : std::nullopt;
    if (!found)
      refuse({"skill.too_little_history", {origin.name(), question.age_group}}, {"skill.expected_history", {}});
    const auto rates = rates_until(panel, *system, areas, at);
    add_forecasts(skill, areas, origin,
                  {{Model::jobcast, found->areas},
                   {Model::last_value, last_value(rates, rounds_ahead)},
                   {Model::local_level, local_level(rates, rounds_ahead)},
                   {Model::drift, drift(rates, rounds_ahead)}},
                  observations);
    const auto estimates = estimates_of(*found, system->names(panel), origin);
    skill.estimates.insert(skill.estimates.end(), estimates.begin(), estimates.end());
  }
  add_scores(skill);
  return skill;
}

}  // namespace jobcast::panel
