#include "models/calibration/check.hpp"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <numeric>
#include <set>

#include "engine/parallel/loop.hpp"
#include "engine/parallel/threads.hpp"
#include "models/calibration/columns.hpp"
#include "models/calibration/figure_checks.hpp"
#include "models/labour/survey_figure.hpp"

namespace jobcast::calibration {
namespace {

constexpr int bins = 10;
constexpr double level = 0.05;
/// A parameter of which less than this share of the prior's deviation is left has collapsed: no survey tells so much.
constexpr double least_spread = 0.002;
constexpr double least_distinct = 0.1;
/// Half the width of a normal distribution's central 90 %, in its deviations.
constexpr double half_width_90 = 1.6448536269514722;

/// Ranks of the truth, by made history and column.
class Ranks {
 public:
  Ranks(std::vector<std::string> columns, int histories, int members)
      : columns_(std::move(columns)),
        members_(members),
        ranks_(static_cast<std::size_t>(histories), std::vector<int>(columns_.size(), 0)) {}

  void put(std::size_t history, const std::vector<double>& truth, const std::vector<std::vector<double>>& members) {
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      ranks_[history][column] = static_cast<int>(std::count_if(
          members.begin(), members.end(), [&](const auto& values) { return values[column] < truth[column]; }));
    }
  }
  void add_tests(std::vector<RankTest>& tests) const {
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      RankTest test{.column = columns_[column], .histogram = std::vector<int>(bins, 0)};
      for (const auto& of_history : ranks_) {
        ++test.histogram[static_cast<std::size_t>(of_history[column] * bins / (members_ + 1))];
      }
      test.p_value = uniform_p_value(test.histogram);
      tests.push_back(std::move(test));
    }
  }

 private:
  std::vector<std::string> columns_;
  int members_;
  std::vector<std::vector<int>> ranks_;
};

template <class Member, class Values>
std::vector<std::vector<double>> values_of(const std::vector<Member>& members, Values values) {
  std::vector<std::vector<double>> result;
  for (const Member& member : members) result.push_back(values(member));
  return result;
}

void rank_labour(const Data& data, const CheckSettings& settings, std::vector<RankTest>& tests) {
  // Truths and members at the last round, so that nothing lies between the two; where surveys were published since the
  // forecast's start, there.
  const int at = std::min(data.until, data.target);
  Ranks ranks(labour_names(data), settings.histories, settings.members);
  parallel::for_each_index(0, settings.histories, [&](int history) {
    const auto number = static_cast<std::uint32_t>(history);
    const MadeHistory made = make_history(*data.path, at, settings.seed, number);
    const auto sampled = sample_labour(
        made.path, at,
        {.members = settings.members, .seed = settings.seed, .replicate = number + 1, .moves = settings.moves});
    ranks.put(number, labour_values(data, made.truth),
              values_of(sampled.members, [&](const LabourMember& member) { return labour_values(data, member); }));
  });
  ranks.add_tests(tests);
}

void rank_vital(const Data& data, const CheckSettings& settings, std::vector<RankTest>& tests) {
  Ranks ranks(vital_names(data), settings.histories, settings.members);
  parallel::for_each_index(0, settings.histories, [&](int history) {
    const auto number = static_cast<std::uint32_t>(history);
    const MadeVital made = make_vital(*data.vital, settings.seed, number);
    const auto sampled = sample_vital(
        made.record,
        {.members = settings.members, .seed = settings.seed, .replicate = number + 1, .moves = settings.moves});
    ranks.put(number, vital_values(data, made.truth),
              values_of(sampled.members, [&](const VitalMember& member) { return vital_values(data, member); }));
  });
  ranks.add_tests(tests);
}

void add_sizes(const Tempered& tempered, int members, Check& check) {
  const double count = members;
  check.least_effective =
      std::min(check.least_effective, *std::min_element(tempered.effective.begin(), tempered.effective.end()) / count);
  check.distinct = std::min(check.distinct, tempered.distinct_ancestors / count);
  check.least_acceptance =
      std::min(check.least_acceptance, *std::min_element(tempered.acceptance.begin(), tempered.acceptance.end()));
}

}  // namespace

double uniform_p_value(const std::vector<int>& histogram) {
  const double expected =
      std::accumulate(histogram.begin(), histogram.end(), 0.0) / static_cast<double>(histogram.size());
  double statistic = 0.0;
  for (const int count : histogram) statistic += std::pow(count - expected, 2) / expected;
  const boost::math::chi_squared distribution(static_cast<double>(histogram.size() - 1));
  return boost::math::cdf(boost::math::complement(distribution, statistic));
}

void correct_by_holm(std::vector<RankTest>& tests) {
  std::vector<RankTest*> order;
  for (auto& test : tests) order.push_back(&test);
  std::sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->p_value < b->p_value; });
  bool failing = true;
  for (std::size_t index = 0; index < order.size(); ++index) {
    failing = failing && order[index]->p_value < level / static_cast<double>(order.size() - index);
    order[index]->passes = !failing;
  }
}

std::vector<std::string> collapsed_columns(const Calibration& calibration) {
  std::vector<std::string> collapsed;
  for (const Parameter& parameter : calibration.parameters) {
    const auto& members = calibration.columns.at(parameter.column);
    const std::set<double> values(members.begin(), members.end());
    const bool few = static_cast<double>(values.size()) < least_distinct * static_cast<double>(members.size());
    if (few || parameter.sd < least_spread * parameter.prior_sd) collapsed.push_back(parameter.column);
  }
  return collapsed;
}

Check check(const plan::Plan& plan, const Calibration& calibration, const CheckSettings& settings) {
  const auto until = labour::survey_index(calibration.until);
  const plan::Plan view = view_until(plan, until);
  const Data data = read_data(plan, view);
  Check check{.least_effective = 1.0, .distinct = 1.0, .least_acceptance = 1.0};
  parallel::on_threads(settings.threads, [&] {
    if (data.path) rank_labour(data, settings, check.ranks);
    if (data.vital) rank_vital(data, settings, check.ranks);
    check.figures = check_figures(plan, data, calibration);
  });
  if (data.path) check.status = status_records(*data.path);
  correct_by_holm(check.ranks);
  check.beyond_90 = static_cast<int>(std::count_if(check.figures.begin(), check.figures.end(), [](const auto& each) {
    return std::abs(each.score) > half_width_90;
  }));
  if (calibration.labour) add_sizes(*calibration.labour, calibration.members, check);
  if (calibration.vital) add_sizes(*calibration.vital, calibration.members, check);
  check.collapsed = collapsed_columns(calibration);
  check.sound = check.collapsed.empty() &&
                std::all_of(check.ranks.begin(), check.ranks.end(), [](const auto& test) { return test.passes; });
  return check;
}

}  // namespace jobcast::calibration
