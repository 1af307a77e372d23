#include "models/backtest/backtest.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/parallel/loop.hpp"
#include "engine/parallel/threads.hpp"
#include "engine/stats/crps.hpp"
#include "models/backtest/labour_hindcast.hpp"
#include "models/backtest/monthly_hindcast.hpp"
#include "models/backtest/population_hindcast.hpp"
#include "models/labour/survey_figure.hpp"
#include "models/plan/as_of.hpp"
#include "models/population/open_population.hpp"

namespace jobcast::backtest {
namespace {

using calibration::SurveyRecord;

/// Rounds before an origin: five years of surveys, so that a rival's spread over two years can be seen.
constexpr std::size_t rounds_before = 9;
constexpr int rounds_after = 2;

/// Members of a figure's forecast, by method; other methods' forecasts are normal.
using Members = std::map<Method, std::span<const double>>;

/// Adds one figure's forecasts if every method has one.
void add(const Hindcast& figure, std::span<const Method> methods, const std::vector<Predicted>& predicted,
         const Members& members, std::vector<Hindcast>& hindcasts) {
  const bool all_known = std::all_of(predicted.begin(), predicted.end(), [](const Predicted& each) {
    return !std::isnan(each.mean) && !std::isnan(each.sd);
  });
  if (!all_known || std::isnan(figure.observed)) return;
  for (std::size_t index = 0; index < methods.size(); ++index) {
    Hindcast hindcast = figure;
    hindcast.method = methods[index];
    hindcast.predicted = predicted[index];
    const auto own = members.find(hindcast.method);
    hindcast.predicted.crps =
        own != members.end() ? stats::crps_of_ensemble(own->second, figure.observed)
                             : stats::crps_of_normal(hindcast.predicted.mean, hindcast.predicted.sd, figure.observed);
    hindcasts.push_back(std::move(hindcast));
  }
}

template <class Table>
std::vector<Predicted> of_all_methods(const Table& predicted, std::span<const Method> methods, std::size_t ahead,
                                      std::size_t series) {
  std::vector<Predicted> result;
  for (const Method method : methods) {
    const auto found = predicted.find(method);
    result.push_back(found == predicted.end() ? Predicted{} : found->second[ahead][series]);
  }
  return result;
}

void score_year(const plan::Plan& plan, int origin, int years, const Settings& settings,
                std::vector<Hindcast>& hindcasts) {
  const auto hindcast = forecast_population(plan::as_of(plan, time::make_date(origin, 12, 31)), years, settings.seed,
                                            settings.population_draws);
  const auto methods = methods_of(Subject::population);
  for (int ahead = 1; ahead <= years; ++ahead) {
    const auto truth = population::open_population(plan, origin + ahead, origin + ahead);
    for (std::size_t group = 0; group < state::plan_age_groups.size(); ++group) {
      const auto index = static_cast<std::size_t>(ahead - 1);
      add({.subject = Subject::population,
           .ages = std::string(state::plan_age_group_names[group]),
           .origin = std::to_string(origin),
           .target = std::to_string(origin + ahead),
           .ahead = ahead,
           .predicted = {},
           .observed = truth.sum(state::plan_age_groups[group])},
          methods, of_all_methods(hindcast.predicted, methods, index, group),
          {{Method::jobcast, hindcast.members[index][group]}}, hindcasts);
    }
  }
}

/// Where forecasts of employment start, and what they are scored as.
struct LabourStart {
  int origin;
  int rounds;
  Subject rates;
  Subject persons;
};

/// Adds the forecasts of the rounds after a start. `members_of`: (half-years ahead - 1, series) -> Members.
template <class MembersOf>
void score_rounds(const SurveyRecord& record, const LabourStart& start, const LabourHindcast& hindcast,
                  MembersOf members_of, std::vector<Hindcast>& hindcasts) {
  for (const auto& round : record.rounds) {
    const int ahead = round.step - start.origin;
    if (ahead <= 0 || ahead > start.rounds) continue;
    const auto truth = figures_of(round);
    const auto index = static_cast<std::size_t>(ahead - 1);
    for (std::size_t series = 0; series < labour_series_count; ++series) {
      const bool is_share = series < calibration::ages_count;
      const Subject subject = is_share ? start.rates : start.persons;
      const auto methods = methods_of(subject);
      add({.subject = subject,
           .ages = is_share ? calibration::ages_names[series] : "15+",
           .origin = labour::survey_name(start.origin),
           .target = labour::survey_name(round.step),
           .ahead = ahead,
           .predicted = {},
           .observed = truth[series]},
          methods, of_all_methods(hindcast.predicted, methods, index, series), members_of(index, series), hindcasts);
    }
  }
}

void score_survey(const plan::Plan& plan, const SurveyRecord& record, int origin, const Settings& settings,
                  std::vector<Hindcast>& hindcasts) {
  const LabourStart start{.origin = origin,
                          .rounds = std::min(most_half_years, record.last() - origin),
                          .rates = Subject::employment_rate,
                          .persons = Subject::employed};
  const auto saturday = time::add_days(time::reference_week(origin / 2, origin % 2 + 1), 6);
  const auto hindcast =
      forecast_labour(plan::as_of(plan, saturday), start.rounds, settings.seed, settings.labour_members);
  const auto members = [&](std::size_t index, std::size_t series) {
    return Members{{Method::jobcast, hindcast.members[index][series]}};
  };
  score_rounds(record, start, hindcast, members, hindcasts);
}

/// The monthly model beside all others, from the end of the year of an October survey.
void score_year_end(const plan::Plan& plan, const SurveyRecord& record, int year, const Settings& settings,
                    std::vector<Hindcast>& hindcasts) {
  const int origin = 2 * year + 1;
  const LabourStart start{.origin = origin,
                          .rounds = std::min(most_half_years, record.last() - origin),
                          .rates = Subject::employment_rate_from_year_end,
                          .persons = Subject::employed_from_year_end};
  const auto view = plan::as_of(plan, time::make_date(year, 12, 31));
  const auto monthly =
      forecast_monthly(view, start.rounds, settings.seed, settings.monthly_draws, settings.labour_members);
  auto hindcast = forecast_labour(view, start.rounds, settings.seed, settings.labour_members);
  auto& own = hindcast.predicted[Method::monthly_model];
  for (const auto& of_survey : monthly) {
    auto& predicted = own.emplace_back();
    for (std::size_t series = 0; series < labour_series_count; ++series) {
      if (!of_survey[series].empty()) predicted[series] = predict_from(of_survey[series]);
    }
  }
  const auto members = [&](std::size_t index, std::size_t series) {
    return Members{{Method::jobcast, hindcast.members[index][series]}, {Method::monthly_model, monthly[index][series]}};
  };
  score_rounds(record, start, hindcast, members, hindcasts);
}

/// The hindcasts of each origin, which are made in parallel, in the origins' order. Returns the origins that failed.
template <class Make>
std::vector<int> make_each(const std::vector<int>& origins, Backtest& backtest, Make make) {
  std::vector<std::vector<Hindcast>> made(origins.size());
  std::vector<char> failed(origins.size(), 0);
  parallel::for_each_index(std::size_t{0}, origins.size(), [&](std::size_t index) {
    try {
      make(origins[index], made[index]);
    } catch (const input::InputError&) {
      failed[index] = 1;  // what was known then does not carry the model
    }
  });
  std::vector<int> left_out;
  for (std::size_t index = 0; index < origins.size(); ++index) {
    if (failed[index] != 0) left_out.push_back(origins[index]);
    for (auto& hindcast : made[index]) backtest.hindcasts.push_back(std::move(hindcast));
  }
  return left_out;
}

/// Years whose end the monthly model can begin at, of the surveys scored; for the other surveys why not.
std::vector<int> monthly_origins(const std::vector<int>& surveys, const std::vector<int>& years, Backtest& backtest) {
  const auto known = [&](int year) { return std::binary_search(years.begin(), years.end(), year); };
  std::vector<int> origins;
  for (const int survey : surveys) {
    const int year = survey / 2;
    if (survey % 2 == 0) {
      backtest.monthly_left_out.push_back({labour::survey_name(survey), NoMonthly::not_a_year_end});
    } else if (!known(year) || !known(year - 1)) {
      backtest.monthly_left_out.push_back({labour::survey_name(survey), NoMonthly::no_population});
    } else {
      origins.push_back(year);
    }
  }
  return origins;
}

std::vector<int> population_origins(const std::vector<int>& years) {
  const auto known = [&](int year) { return std::binary_search(years.begin(), years.end(), year); };
  std::vector<int> origins;
  std::copy_if(years.begin(), years.end(), std::back_inserter(origins),
               [&](int year) { return known(year - 1) && known(year + 1); });
  return origins;
}

std::vector<int> labour_origins(const SurveyRecord& record) {
  std::vector<int> origins;
  for (std::size_t index = rounds_before; index < record.rounds.size(); ++index) {
    if (record.rounds[index].step + rounds_after <= record.last()) origins.push_back(record.rounds[index].step);
  }
  return origins;
}

void add_scores(Backtest& backtest) {
  for (std::size_t subject = 0; subject < subject_names.size(); ++subject) {
    const auto of = static_cast<Subject>(subject);
    std::vector<std::string> ages{""};
    int farthest = 0;
    for (const auto& hindcast : backtest.hindcasts) {
      if (hindcast.subject != of) continue;
      farthest = std::max(farthest, hindcast.ahead);
      if (std::find(ages.begin(), ages.end(), hindcast.ages) == ages.end()) ages.push_back(hindcast.ages);
    }
    if (farthest == 0) continue;
    for (const auto& group : ages) {
      for (int ahead = 0; ahead <= farthest; ++ahead) {
        for (const Method method : methods_of(of)) {
          std::vector<const Hindcast*> chosen;
          for (const auto& hindcast : backtest.hindcasts) {
            if (hindcast.subject == of && hindcast.method == method && (group.empty() || hindcast.ages == group) &&
                (ahead == 0 || hindcast.ahead == ahead)) {
              chosen.push_back(&hindcast);
            }
          }
          backtest.scores.push_back({.subject = of,
                                     .ages = group,
                                     .ahead = ahead == 0 ? std::optional<int>() : ahead,
                                     .method = method,
                                     .score = score(chosen)});
        }
      }
    }
  }
}

}  // namespace

const Score* Backtest::find(Subject subject, Method method, std::string_view ages, std::optional<int> ahead) const {
  const auto found = std::find_if(scores.begin(), scores.end(), [&](const MethodScore& each) {
    return each.subject == subject && each.method == method && each.ages == ages && each.ahead == ahead;
  });
  return found == scores.end() || found->score.n == 0 ? nullptr : &found->score;
}

Backtest run(const plan::Plan& plan, const Settings& settings) {
  Backtest backtest;
  parallel::on_threads(settings.threads, [&] {
    const auto years = population::population_years(plan);
    const auto make_population = [&](int origin, std::vector<Hindcast>& made) {
      int ahead = 1;
      while (ahead < most_years && std::binary_search(years.begin(), years.end(), origin + ahead + 1)) ++ahead;
      score_year(plan, origin, ahead, settings, made);
    };
    for (const int failed : make_each(population_origins(years), backtest, make_population)) {
      backtest.left_out.push_back(std::to_string(failed));
    }
    const auto record = calibration::read_record(plan);
    const auto surveys = labour_origins(record);
    const auto make_survey = [&](int origin, std::vector<Hindcast>& made) {
      score_survey(plan, record, origin, settings, made);
    };
    for (const int failed : make_each(surveys, backtest, make_survey)) {
      backtest.left_out.push_back(labour::survey_name(failed));
    }
    if (!surveys.empty()) {
      backtest.usual_coverage = usual_coverage(calibration::LabourPath(record), surveys, most_half_years, settings.seed,
                                               settings.made_histories);
    }
    const auto make_year_end = [&](int year, std::vector<Hindcast>& made) {
      score_year_end(plan, record, year, settings, made);
    };
    for (const int failed : make_each(monthly_origins(surveys, years, backtest), backtest, make_year_end)) {
      backtest.monthly_left_out.push_back({labour::survey_name(2 * failed + 1), NoMonthly::no_model});
    }
  });
  add_scores(backtest);
  return backtest;
}

}  // namespace jobcast::backtest
