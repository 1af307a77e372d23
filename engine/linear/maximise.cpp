#include "engine/linear/maximise.hpp"

#include <Clp_C_Interface.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <stdexcept>

namespace jobcast::linear {
namespace {

struct Delete {
  void operator()(Clp_Simplex* model) const { Clp_deleteModel(model); }
};

/// Columns of the rows' weights, as the solver takes them.
struct Matrix {
  std::vector<CoinBigIndex> starts;
  std::vector<int> rows;
  std::vector<double> weights;
};

Matrix columns_of(const Program& program) {
  struct Entry {
    int row;
    double weight;
  };
  std::vector<std::vector<Entry>> columns(program.variables.size());
  for (std::size_t row = 0; row < program.rows.size(); ++row) {
    for (const auto& term : program.rows[row].terms) {
      if (term.variable >= columns.size()) throw std::invalid_argument("a row of a variable that is not there");
      columns[term.variable].push_back({static_cast<int>(row), term.weight});
    }
  }
  Matrix matrix;
  for (const auto& column : columns) {
    matrix.starts.push_back(static_cast<CoinBigIndex>(matrix.rows.size()));
    for (const auto& entry : column) {
      matrix.rows.push_back(entry.row);
      matrix.weights.push_back(entry.weight);
    }
  }
  matrix.starts.push_back(static_cast<CoinBigIndex>(matrix.rows.size()));
  return matrix;
}

/// The solver's tolerances are absolute: it sees worths up to one.
double scale_of(const Program& program) {
  double greatest = 0.0;
  for (const auto& variable : program.variables) greatest = std::max(greatest, std::abs(variable.worth));
  return greatest > 0.0 ? greatest : 1.0;
}

template <class Item, class Part>
std::vector<double> parts(const std::vector<Item>& items, Part part, double scale = 1.0) {
  std::vector<double> found;
  found.reserve(items.size());
  for (const auto& item : items) found.push_back(item.*part / scale);
  return found;
}

}  // namespace

std::optional<Solution> maximise(const Program& program) {
  const auto crossed = [](const auto& each) { return each.least > each.most; };
  if (std::any_of(program.variables.begin(), program.variables.end(), crossed) ||
      std::any_of(program.rows.begin(), program.rows.end(), crossed)) {
    return std::nullopt;
  }
  const double scale = scale_of(program);
  const Matrix matrix = columns_of(program);
  const std::unique_ptr<Clp_Simplex, Delete> model(Clp_newModel());
  Clp_setLogLevel(model.get(), 0);
  Clp_loadProblem(model.get(), static_cast<int>(program.variables.size()), static_cast<int>(program.rows.size()),
                  matrix.starts.data(), matrix.rows.data(), matrix.weights.data(),
                  parts(program.variables, &Variable::least).data(), parts(program.variables, &Variable::most).data(),
                  parts(program.variables, &Variable::worth, -scale).data(), parts(program.rows, &Row::least).data(),
                  parts(program.rows, &Row::most).data());
  Clp_initialSolve(model.get());
  constexpr int optimal = 0, infeasible = 1, unbounded = 2;
  const int status = Clp_status(model.get());
  if (status == infeasible) return std::nullopt;
  if (status == unbounded) throw std::invalid_argument("a worth without limit");
  if (status != optimal) throw std::runtime_error("the solver gave up");
  Solution solution;
  const double* values = Clp_getColSolution(model.get());
  solution.values.assign(values, values + program.variables.size());
  const double* prices = Clp_getRowPrice(model.get());
  // The solver minimises costs: a price of a cost is a worth with the other sign.
  for (std::size_t row = 0; row < program.rows.size(); ++row) solution.prices.push_back(-scale * prices[row]);
  for (std::size_t i = 0; i < solution.values.size(); ++i) {
    solution.worth += program.variables[i].worth * solution.values[i];
  }
  return solution;
}

}  // namespace jobcast::linear
