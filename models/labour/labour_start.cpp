#include "models/labour/labour_start.hpp"

#include <algorithm>
#include <cmath>

#include "models/labour/national_shape.hpp"
#include "models/labour/soft_raking.hpp"
#include "models/labour/survey_figure.hpp"

namespace jobcast::labour {
namespace {

constexpr int unknowns = state::cell_count * state::labour_state_count;
/// How much the nation's shape counts against the figures: its counts are trusted as if they were 1 / 20 of their size.
constexpr double stiffness = 0.05;
/// Persons by which a cell may stray from the register's composition: next to nothing.
constexpr double composition_tolerance = 1e-3;
/// A rounded figure is anywhere within half a step: the standard deviation of that, in steps.
const double rounding_sd = 1.0 / std::sqrt(12.0);
/// Relative difference between the sexes' coverage in a band: conscripts, commuters and miners' lodgings.
constexpr double sex_ratio_spread = 0.01;
/// Relative standard deviation of coverage before anything is known of it.
constexpr double coverage_spread = 0.3;

using Counts = Eigen::VectorXd;

Eigen::Index unknown(int cell, int labour_state) {
  return static_cast<Eigen::Index>(cell) * state::labour_state_count + labour_state;
}

std::array<double, state::cell_count> cell_sizes(const state::AgePyramid& registered) {
  std::array<double, state::cell_count> sizes{};
  for (int group = 0; group < state::labour_group_count; ++group) {
    for (const state::Sex sex : state::sexes) {
      const double persons = registered.sum(sex, state::labour_groups[static_cast<std::size_t>(group)]);
      // An empty cell still has shares, for whoever moves in.
      sizes[static_cast<std::size_t>(state::cell_of(group, sex))] = std::max(persons, 1e-3);
    }
  }
  return sizes;
}

/// One for each unknown that a figure counts, or that is in its base.
Eigen::RowVectorXd members(const SurveyFigure& figure, const StateSet& counted) {
  Eigen::RowVectorXd row = Eigen::RowVectorXd::Zero(unknowns);
  for (int group = 0; group < state::labour_group_count; ++group) {
    for (const state::Sex sex : state::sexes) {
      if (!figure.covers(group, sex)) continue;
      for (int labour_state = 0; labour_state < state::labour_state_count; ++labour_state) {
        if (counted[static_cast<std::size_t>(labour_state)]) {
          row[unknown(state::cell_of(group, sex), labour_state)] = 1.0;
        }
      }
    }
  }
  return row;
}

double evaluate(const SurveyFigure& figure, const Counts& counts) {
  const double counted = members(figure, figure.counted) * counts;
  return figure.base ? counted / (members(figure, *figure.base) * counts).value() : counted;
}

/// Gathers statements about the unknown counts.
class Statements {
 public:
  void add(Eigen::RowVectorXd weights, double target, double tolerance) {
    rows_.push_back(std::move(weights));
    targets_.push_back(target);
    tolerances_.push_back(tolerance);
  }
  [[nodiscard]] SoftMargins margins() const {
    const auto count = static_cast<Eigen::Index>(rows_.size());
    SoftMargins margins{.weights = Eigen::MatrixXd(count, unknowns),
                        .target = Eigen::Map<const Eigen::VectorXd>(targets_.data(), count),
                        .tolerance = Eigen::Map<const Eigen::VectorXd>(tolerances_.data(), count)};
    for (Eigen::Index row = 0; row < count; ++row) margins.weights.row(row) = rows_[static_cast<std::size_t>(row)];
    return margins;
  }

 private:
  std::vector<Eigen::RowVectorXd> rows_;
  std::vector<double> targets_;
  std::vector<double> tolerances_;
};

/// People of a survey band, of one sex or both: which cells, how many the register knows, the row that sums them.
struct Members {
  std::vector<int> cells;
  double registered = 0.0;
  Eigen::RowVectorXd everyone = Eigen::RowVectorXd::Zero(unknowns);

  Members(const std::array<double, state::cell_count>& sizes, int band, std::optional<state::Sex> only = std::nullopt) {
    for (int cell = 0; cell < state::cell_count; ++cell) {
      if (state::band_of_labour_group(cell / state::sex_count) != band) continue;
      if (only && state::sexes[static_cast<std::size_t>(cell % state::sex_count)] != *only) continue;
      cells.push_back(cell);
      registered += sizes[static_cast<std::size_t>(cell)];
      everyone.segment<state::labour_state_count>(unknown(cell, 0)).setOnes();
    }
  }
};

/// Within a band and sex the survey's population has the register's composition, and nearly so between the sexes; where
/// nothing pins down how many people the survey sees, it sees those of the register.
void state_population(Statements& statements, const std::array<double, state::cell_count>& sizes) {
  for (int band = 0; band < state::survey_band_count; ++band) {
    const Members both(sizes, band);
    for (const state::Sex sex : state::sexes) {
      const Members one(sizes, band, sex);
      for (const int cell : one.cells) {
        Eigen::RowVectorXd row = -(sizes[static_cast<std::size_t>(cell)] / one.registered) * one.everyone;
        row.segment<state::labour_state_count>(unknown(cell, 0)).array() += 1.0;
        statements.add(std::move(row), 0.0, composition_tolerance);
      }
    }
    const Members men(sizes, band, state::Sex::male);
    statements.add(men.everyone - (men.registered / both.registered) * both.everyone, 0.0,
                   sex_ratio_spread * men.registered * (1.0 - men.registered / both.registered));
    statements.add(both.everyone, both.registered, coverage_spread * both.registered);
  }
}

void state_figures(Statements& statements, const std::vector<SurveyFigure>& figures, const Counts& seed) {
  for (const SurveyFigure& figure : figures) {
    const double tolerance = figure.step * rounding_sd;
    if (figure.base) {
      const Eigen::RowVectorXd base = members(figure, *figure.base);
      statements.add(members(figure, figure.counted) - figure.value * base, 0.0, tolerance * (base * seed).value());
    } else {
      statements.add(members(figure, figure.counted), figure.value, tolerance);
    }
  }
}

/// One standard error of a published figure: a sample of persons in proportion to the people of its ages.
double sampling_error(const SurveyFigure& figure, const Counts& counts, double persons_per_asked,
                      double design_effect) {
  const double counted = members(figure, figure.counted) * counts;
  const double base =
      figure.base ? (members(figure, *figure.base) * counts).value() : (members(figure, everyone) * counts).value();
  const double share = std::clamp(counted / base, 0.0, 1.0);
  const double error = std::sqrt(design_effect * share * (1.0 - share) * persons_per_asked / base);
  return figure.base ? error : error * base;
}

FitLine fit_line(const SurveyFigure& figure, double model, double error) {
  const plan::Fact& fact = *figure.fact;
  const double unit = fact.unit == "thousand_persons" ? 1000.0 : fact.unit == "percent" ? 0.01 : 1.0;
  FitLine line{.survey = fact.period,
               .item = fact.item,
               .sex = fact.sex,
               .age = fact.age,
               .category = fact.category,
               .unit = fact.unit,
               .published = fact.value,
               .model = model / unit,
               .rounding = 0.5 * figure.step / unit,
               .sampling_error = error / unit};
  constexpr double slack = 1e-9;
  line.within = std::abs(line.model - line.published) <= std::max(line.rounding, line.sampling_error) + slack;
  return line;
}

std::vector<FitLine> fit_table(const plan::Plan& plan, const std::vector<SurveyFigure>& figures, const Counts& counts) {
  const SurveyFigure of_working_age{.fact = nullptr, .ages = {15, 64}, .sex = std::nullopt, .counted = everyone};
  const double persons_per_asked =
      (members(of_working_age, everyone) * counts).value() / plan.assumption("survey.sample_persons").central();
  const double design_effect = plan.assumption("survey.design_effect").central();
  std::vector<FitLine> lines;
  lines.reserve(figures.size());
  for (const SurveyFigure& figure : figures) {
    lines.push_back(
        fit_line(figure, evaluate(figure, counts), sampling_error(figure, counts, persons_per_asked, design_effect)));
  }
  return lines;
}

bool says_employed(const SurveyFigure& figure) { return figure.counted == employed_states; }

}  // namespace

LabourStart open_labour(const plan::Plan& plan, std::string_view survey, const state::AgePyramid& registered) {
  const std::vector<SurveyFigure> figures = survey_figures(plan, survey);
  if (std::none_of(figures.begin(), figures.end(), says_employed)) {
    throw input::InputError({.where = {.file = plan.folder},
                             .problem = {"labour.no_survey", {std::string(survey)}},
                             .expected = {"labour.expected_survey", {}},
                             .mend = {"labour.mend_survey", {}}});
  }
  const auto sizes = cell_sizes(registered);
  Counts seed(unknowns);
  for (int cell = 0; cell < state::cell_count; ++cell) {
    for (int labour_state = 0; labour_state < state::labour_state_count; ++labour_state) {
      seed[unknown(cell, labour_state)] =
          sizes[static_cast<std::size_t>(cell)] *
          national_shape()[static_cast<std::size_t>(cell)][static_cast<std::size_t>(labour_state)];
    }
  }
  Statements statements;
  state_population(statements, sizes);
  state_figures(statements, figures, seed);
  const Counts counts = rake_softly(seed, statements.margins(), stiffness);

  LabourStart start{.survey = std::string(survey)};
  std::array<double, state::survey_band_count> seen{};
  std::array<double, state::survey_band_count> known{};
  for (int cell = 0; cell < state::cell_count; ++cell) {
    const auto of_cell = counts.segment<state::labour_state_count>(unknown(cell, 0));
    const auto band = static_cast<std::size_t>(state::band_of_labour_group(cell / state::sex_count));
    seen[band] += of_cell.sum();
    known[band] += sizes[static_cast<std::size_t>(cell)];
    for (int labour_state = 0; labour_state < state::labour_state_count; ++labour_state) {
      start.shares[static_cast<std::size_t>(cell)][static_cast<std::size_t>(labour_state)] =
          of_cell[labour_state] / of_cell.sum();
    }
  }
  for (std::size_t band = 0; band < seen.size(); ++band) start.coverage[band] = seen[band] / known[band];
  start.fit = fit_table(plan, figures, counts);
  return start;
}

}  // namespace jobcast::labour
