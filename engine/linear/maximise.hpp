#pragma once

#include <limits>
#include <optional>
#include <vector>

namespace jobcast::linear {

inline constexpr double no_limit = std::numeric_limits<double>::infinity();

/// A number to be chosen and what one of it is worth.
struct Variable {
  double least = 0.0;
  double most = no_limit;
  double worth = 0.0;
};

/// A weighted sum of variables that must lie within limits.
struct Row {
  struct Term {
    std::size_t variable = 0;
    double weight = 1.0;
  };
  std::vector<Term> terms;  ///< each variable once
  double least = -no_limit;
  double most = no_limit;
};

struct Program {
  std::vector<Variable> variables;
  std::vector<Row> rows;
};

struct Solution {
  std::vector<double> values;  ///< of the variables
  std::vector<double> prices;  ///< of the rows: by how much the worth rises for one more of both limits
  double worth = 0.0;
};

/// Choices of the greatest worth, by the simplex method (COIN-OR's Clp); nothing where the rows and limits contradict
/// each other. The same program gives the same bits. Throws std::invalid_argument for a worth without limit or a
/// variable that is not there, std::runtime_error where the solver gives up.
std::optional<Solution> maximise(const Program& program);

}  // namespace jobcast::linear
