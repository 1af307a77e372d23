#include "tests/models/panel/made_panel.hpp"

#include <array>
#include <cmath>
#include <random>

#include "models/panel/sampling_calendar.hpp"

namespace jobcast::panel::testing {
namespace {

constexpr std::size_t bands = 4;
constexpr std::array<double, bands> base{45.0, 80.0, 75.0, 50.0};
constexpr std::array<double, bands> loudness{2.0, 1.0, 1.0, 1.0};
constexpr std::array<double, bands> persons{4.0, 8.0, 9.0, 7.0};  // thousand

double rounded(double value) { return std::round(10.0 * value) / 10.0; }

}  // namespace

Panel make_panel(const Recipe& recipe) {
  std::mt19937_64 generator(recipe.seed);
  std::normal_distribution<double> normal;
  Panel panel;
  panel.groups = {"15+", "15-64", "15-29", "30-49", "50-64", "65+"};
  panel.first = half_year(2013, 1);
  panel.surveys = recipe.surveys;
  for (std::size_t a = 0; a < recipe.areas; ++a) panel.areas.push_back("가" + std::to_string(a) + "군");
  panel.figures.resize(recipe.areas * recipe.surveys * panel.groups.size());
  std::vector<double> mean(recipe.surveys);
  for (std::size_t t = 1; t < recipe.surveys; ++t)
    mean[t] = mean[t - 1] + recipe.drift + recipe.common * normal(generator);
  for (std::size_t a = 0; a < recipe.areas; ++a) {
    for (std::size_t b = 0; b < bands; ++b) {
      const double level = recipe.level * normal(generator);
      double slow = recipe.slow * normal(generator);
      double sample = recipe.sample * normal(generator);
      for (std::size_t t = 0; t < recipe.surveys; ++t) {
        const auto survey = panel.first + static_cast<int>(t);
        if (t > 0) {
          slow = recipe.persistence * slow +
                 recipe.slow * std::sqrt(1.0 - recipe.persistence * recipe.persistence) * normal(generator);
        }
        if (t > 0 && is_renewal(survey)) sample = recipe.sample * normal(generator);
        const double own = level + slow + sample + recipe.noise * normal(generator);
        const double rate = rounded(base[b] + mean[t] + loudness[b] * own);
        panel.at(a, t, b + 2) = {rate * persons[b] / 100.0, rate};
      }
    }
    for (std::size_t t = 0; t < recipe.surveys; ++t) {
      for (const auto& [group, count] : {std::pair<std::size_t, std::size_t>{0, 4}, {1, 3}}) {
        double employed = 0.0;
        double all = 0.0;
        for (std::size_t b = 0; b < count; ++b) {
          employed += panel.at(a, t, b + 2).employed;
          all += persons[b];
        }
        panel.at(a, t, group) = {employed, rounded(100.0 * employed / all)};
      }
    }
  }
  return panel;
}

std::string tidy_text(const Panel& panel, HalfYear from, HalfYear to) {
  std::string text = "area,age_group,survey,employed_thousand,employment_rate_percent\n";
  for (std::size_t a = 0; a < panel.areas.size(); ++a) {
    for (std::size_t g = 0; g < panel.groups.size(); ++g) {
      for (auto survey = from; survey <= to; survey = survey + 1) {
        const auto& figure = panel.at(a, panel.position(survey).value(), g);
        text += panel.areas[a] + "," + panel.groups[g] + "," + survey.name() + "," + std::to_string(figure.employed) +
                "," + std::to_string(figure.rate) + "\n";
      }
    }
  }
  return text;
}

}  // namespace jobcast::panel::testing
