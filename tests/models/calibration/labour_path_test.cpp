#include "models/calibration/labour_path.hpp"

#include <gtest/gtest.h>

#include <Eigen/Cholesky>
#include <cmath>
#include <numbers>

#include "tests/models/calibration/plans.hpp"

namespace jobcast::calibration {
namespace {

LabourPath path_of(const plan::Plan& plan) { return LabourPath(read_record(plan)); }

Hyper median(const PathSettings& settings) { return hyper_of(settings, Scores::Zero()); }

/// The density of all figures at once, from their joint covariance: no filter in it, and nothing condensed.
double joint_log_density(const LabourPath& path, const Hyper& hyper) {
  const auto transition = half_year_transition(path.settings);
  const auto noise = half_year_noise(path.settings, hyper);
  const auto sampling = found_variance(path, hyper);
  const Belief before = belief_before(path.settings, hyper);
  const int first = path.rounds.front().step;
  const auto marginal = [&](int steps) {
    PathMatrix covariance = before.covariance;
    for (int step = 0; step < steps; ++step) covariance = transition * covariance * transition.transpose() + noise;
    return covariance;
  };
  const auto power = [&](int steps) {
    PathMatrix result = PathMatrix::Identity();
    for (int step = 0; step < steps; ++step) result = transition * result;
    return result;
  };
  Eigen::Index size = 0;
  for (const auto& round : path.rounds) size += round.observed.size();
  Eigen::VectorXd surprise(size);
  Eigen::MatrixXd covariance(size, size);
  Eigen::Index row = 0;
  for (const auto& one : path.rounds) {
    const auto count = one.observed.size();
    surprise.segment(row, count) =
        one.observed - one.offset - one.by_found * one.found_offset - one.by_found * one.links * before.mean;
    Eigen::Index column = 0;
    for (const auto& other : path.rounds) {
      const int early = std::min(one.step, other.step) - first;
      PathMatrix between = marginal(early);
      if (one.step >= other.step) {
        between = power(one.step - other.step) * between;
      } else {
        between = between * power(other.step - one.step).transpose();
      }
      Eigen::MatrixXd block = one.by_found * one.links * between * (other.by_found * other.links).transpose();
      if (one.step == other.step) {
        block += one.by_found * sampling.asDiagonal() * one.by_found.transpose();
        block += one.by_people * one.people_sd.array().square().matrix().asDiagonal() * one.by_people.transpose();
        block.diagonal() += one.rounding;
      }
      covariance.block(row, column, count, other.observed.size()) = block;
      column += other.observed.size();
    }
    row += count;
  }
  const Eigen::LLT<Eigen::MatrixXd> factor(covariance);
  const Eigen::MatrixXd root = factor.matrixL();
  return -0.5 * (static_cast<double>(size) * std::log(2.0 * std::numbers::pi) +
                 2.0 * root.diagonal().array().log().sum() + surprise.dot(factor.solve(surprise)));
}

TEST(FilterPath, HasTheJointDensityOfAllFigures) {
  const LabourPath path = path_of(test::jeongseon());
  for (const double score : {-1.0, 0.0, 1.5}) {
    const Hyper hyper = hyper_of(path.settings, Scores::Constant(score));
    const double filtered = filter_path(path, hyper, path.rounds.back().step).log_likelihood;
    EXPECT_NEAR(filtered, joint_log_density(path, hyper), 1e-5 * std::abs(filtered));
  }
}

TEST(FilterPath, LearnsNextToNothingFromTotalsOfBandsItHasSeen) {
  // 15-64 and 15+ come from the same sample as the bands. Taken for samples of their own they would halve the error.
  const auto of_plan = [](const plan::Plan& plan) {
    const auto path = path_of(plan);
    return filter_path(path, median(path.settings), path.rounds.back().step).now;
  };
  const auto all = of_plan(test::jeongseon());
  const auto bands = of_plan(test::with_facts(test::jeongseon(), [](plan::Fact& fact) {
    return fact.item != "employment_rate" || (fact.age != "15-64" && fact.age != "15+" && fact.age != "all");
  }));
  for (Eigen::Index band = 0; band < 4; ++band) {
    EXPECT_LE(all.covariance(band, band), bands.covariance(band, band) * 1.0001);
    EXPECT_GT(all.covariance(band, band), bands.covariance(band, band) * 0.9) << band;
  }
}

TEST(FilterPath, LearnsTheSameOfEmploymentWhetherOrNotItIsSplitByStatusAndSex) {
  // Status, sex, unemployment and inactivity come from the sample that the rates come from.
  const auto of_plan = [](const plan::Plan& plan) {
    const auto path = path_of(plan);
    return filter_path(path, median(path.settings), path.rounds.back().step).now;
  };
  const auto all = of_plan(test::jeongseon());
  const auto rates = of_plan(test::with_facts(test::jeongseon(), [](plan::Fact& fact) {
    return fact.item == "employment_rate" || (fact.item == "employed" && fact.category.empty() && fact.sex == "both");
  }));
  for (Eigen::Index band = 0; band < 4; ++band) {
    EXPECT_GT(all.covariance(band, band), rates.covariance(band, band) * 0.97) << band;
    EXPECT_NEAR(all.mean[band], rates.mean[band], 0.05) << band;
  }
  EXPECT_LT(all.covariance(temporary_index, temporary_index), 0.05) << "two surveys say where it stands";
  EXPECT_GT(rates.covariance(temporary_index, temporary_index), 2.0);
}

TEST(FilterPath, IsSurerTheMoreSurveysItReadsAndLessSureBeyondTheLast) {
  const auto path = path_of(test::jeongseon());
  const Hyper hyper = median(path.settings);
  const int first = path.rounds.front().step;
  const int last = path.rounds.back().step;
  const auto sd = [&](int until) { return std::sqrt(filter_path(path, hyper, until).now.covariance(2, 2)); };
  EXPECT_LT(sd(first + 6), sd(first));
  EXPECT_GT(sd(last + 2), sd(last));
}

TEST(PathSettings, AreTheEnginesWhateverThePackAssumes) {
  plan::Plan plan = test::jeongseon();
  for (auto& [key, value] : plan.assumptions) value.distribution = random::Distribution::fixed(0.1);
  const auto own = path_settings(read_record(test::jeongseon()));
  const auto other = path_settings(read_record(plan));
  EXPECT_EQ(own.design_effect, other.design_effect);
  EXPECT_EQ(own.measurement, other.measurement);
  EXPECT_EQ(own.season_sd, 0.25);
}

}  // namespace
}  // namespace jobcast::calibration
