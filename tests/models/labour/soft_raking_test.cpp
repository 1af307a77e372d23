#include "models/labour/soft_raking.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace jobcast::labour {
namespace {

TEST(SoftRaking, KeepsTheSeedWithoutSurprises) {
  const Eigen::Vector3d seed(10.0, 20.0, 30.0);
  const SoftMargins margins{.weights = Eigen::RowVector3d(1.0, 1.0, 0.0),
                            .target = Eigen::VectorXd::Constant(1, 30.0),
                            .tolerance = Eigen::VectorXd::Constant(1, 0.1)};
  EXPECT_TRUE(rake_softly(seed, margins, 1.0).isApprox(seed, 1e-9));
}

// One total: x = c seed, and c solves c S + s^2 k log(c) = target.
TEST(SoftRaking, WeighsOneTotalAgainstTheSeedAsTheClosedFormDoes) {
  const Eigen::Vector2d seed(10.0, 30.0);
  const double tolerance = 4.0;
  const double stiffness = 0.5;
  const SoftMargins margins{.weights = Eigen::RowVector2d(1.0, 1.0),
                            .target = Eigen::VectorXd::Constant(1, 60.0),
                            .tolerance = Eigen::VectorXd::Constant(1, tolerance)};
  const Eigen::VectorXd x = rake_softly(seed, margins, stiffness);
  const double factor = x[0] / seed[0];
  EXPECT_NEAR(x[1] / seed[1], factor, 1e-9);
  EXPECT_NEAR(factor * 40.0 + tolerance * tolerance * stiffness * std::log(factor), 60.0, 1e-7);
}

// Iterative proportional fitting to convergence: the classical answer.
RC_GTEST_PROP(SoftRaking, IsIterativeProportionalFittingWhenNothingIsLeftOpen, ()) {
  constexpr int rows = 3;
  constexpr int columns = 4;
  Eigen::MatrixXd seed(rows, columns);
  Eigen::MatrixXd truth(rows, columns);
  for (int i = 0; i < rows; ++i) {
    for (int j = 0; j < columns; ++j) {
      seed(i, j) = *rc::gen::inRange(1, 100);
      truth(i, j) = *rc::gen::inRange(1, 100);
    }
  }
  Eigen::MatrixXd fitted = seed;
  for (int sweep = 0; sweep < 2000; ++sweep) {
    for (int i = 0; i < rows; ++i) fitted.row(i) *= truth.row(i).sum() / fitted.row(i).sum();
    for (int j = 0; j < columns; ++j) fitted.col(j) *= truth.col(j).sum() / fitted.col(j).sum();
  }
  SoftMargins margins{.weights = Eigen::MatrixXd::Zero(rows + columns, rows * columns),
                      .target = Eigen::VectorXd(rows + columns),
                      .tolerance = Eigen::VectorXd::Constant(rows + columns, 1e-4)};
  for (int i = 0; i < rows; ++i) {
    for (int j = 0; j < columns; ++j) {
      margins.weights(i, j * rows + i) = 1.0;
      margins.weights(rows + j, j * rows + i) = 1.0;
    }
    margins.target[i] = truth.row(i).sum();
  }
  for (int j = 0; j < columns; ++j) margins.target[rows + j] = truth.col(j).sum();
  const Eigen::VectorXd x = rake_softly(seed.reshaped(), margins, 1.0);
  const double worst = (x - fitted.reshaped()).cwiseAbs().maxCoeff();
  RC_LOG() << "worst difference " << worst << "\n";
  RC_ASSERT(worst < 1e-3);
}

}  // namespace
}  // namespace jobcast::labour
