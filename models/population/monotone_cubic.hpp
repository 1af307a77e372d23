#pragma once

#include <vector>

namespace jobcast::population {

/// A cubic through given points that is monotone wherever they are (Fritsch & Carlson 1980; slopes by Fritsch & Butland
/// 1984), and a straight line beyond its ends. Precondition: at least two points, abscissae ascending.
class MonotoneCubic {
 public:
  MonotoneCubic(std::vector<double> x, std::vector<double> y);

  [[nodiscard]] double operator()(double at) const;

 private:
  std::vector<double> x_;
  std::vector<double> y_;
  std::vector<double> slope_;
};

}  // namespace jobcast::population
