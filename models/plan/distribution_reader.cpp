#include "models/plan/distribution_reader.hpp"

#include <array>
#include <cmath>
#include <vector>

#include "engine/input/plain_number.hpp"

namespace jobcast::plan {
namespace {

using input::number_text;
using input::Presence;
using random::Distribution;

struct Shape {
  const char* name;
  std::size_t count;
  const char* form;  ///< id of the message that shows how it is written
};
constexpr std::array shapes{Shape{"value", 1, "plan.form_value"}, Shape{"uniform", 2, "plan.form_uniform"},
                            Shape{"triangular", 3, "plan.form_triangular"}, Shape{"normal", 2, "plan.form_normal"},
                            Shape{"lognormal", 2, "plan.form_lognormal"}};

std::optional<std::vector<double>> numbers_of(const Shape& shape, const input::TomlValue& node,
                                              input::Diagnostics& faults) {
  using Kind = input::TomlValue::Kind;
  const bool single = shape.count == 1;
  const auto is_number = [](const input::TomlValue& value) {
    return (value.kind == Kind::number || value.kind == Kind::whole_number) && std::isfinite(value.number);
  };
  if (single ? !is_number(node) : node.kind != Kind::list) {
    faults.add(input::wrong_kind(shape.name, node, single ? "toml.expected_number" : shape.form));
    return std::nullopt;
  }
  if (single) return std::vector{node.number};
  if (node.items.size() != shape.count) {
    faults.add(
        {node.where, {"plan.shape_length", {shape.name, std::to_string(node.items.size())}}, {shape.form, {}}, {}});
    return std::nullopt;
  }
  std::vector<double> numbers;
  for (const auto& item : node.items) {
    if (is_number(item)) {
      numbers.push_back(item.number);
    } else {
      faults.add(input::wrong_kind(shape.name, item, "toml.expected_number"));
    }
  }
  return numbers.size() == shape.count ? std::optional(numbers) : std::nullopt;
}

struct Verdict {
  input::Message problem;
  input::Message mend = {};
};

Verdict crossed(double low, double high) {
  const auto least = number_text(low);
  const auto greatest = number_text(high);
  return {{"plan.bounds_crossed", {least, greatest}}, {"plan.mend_swap", {greatest, least}}};
}

/// What is wrong with the numbers of a shape; an empty problem when nothing is.
Verdict judge(const Distribution& shape) {
  using Kind = Distribution::Shape;
  const bool bounded = shape.shape == Kind::uniform || shape.shape == Kind::triangular;
  if (bounded && shape.a > shape.c) return crossed(shape.a, shape.c);
  if (shape.shape == Kind::triangular && (shape.b < shape.a || shape.b > shape.c)) {
    return {{"plan.mode_outside", {number_text(shape.b), number_text(shape.a), number_text(shape.c)}}};
  }
  const bool tailed = shape.shape == Kind::normal || shape.shape == Kind::lognormal;
  if (tailed && shape.b < 0.0) return {{"plan.negative_spread", {number_text(shape.b)}}};
  if (shape.shape == Kind::lognormal && shape.a <= 0.0) return {{"plan.median_not_positive", {number_text(shape.a)}}};
  if (tailed && shape.low > shape.high) return crossed(shape.low, shape.high);
  return {};
}

Distribution made(std::size_t shape, const std::vector<double>& numbers) {
  switch (shape) {
    case 1:
      return Distribution::uniform(numbers[0], numbers[1]);
    case 2:
      return Distribution::triangular(numbers[0], numbers[1], numbers[2]);
    case 3:
      return Distribution::normal(numbers[0], numbers[1]);
    case 4:
      return Distribution::lognormal(numbers[0], numbers[1]);
    default:
      return Distribution::fixed(numbers[0]);
  }
}

/// The shape that the table has: exactly one.
std::optional<std::size_t> only_shape(input::TomlTable& table) {
  std::optional<std::size_t> found;
  std::vector<std::string> names;
  for (std::size_t index = 0; index < shapes.size(); ++index) {
    names.emplace_back(shapes[index].name);
    if (table.value(shapes[index].name, Presence::optional) == nullptr) continue;
    if (found) {
      table.faults().add({table.where(names.back()),
                          {"plan.two_shapes", {names[*found], names.back()}},
                          {"plan.expected_one_shape", {}},
                          {}});
      return std::nullopt;
    }
    found = index;
  }
  if (!found) {
    table.faults().add(
        {table.where(), {"plan.no_shape", {table.name()}}, {"toml.expected_one_of", {input::listed(names)}}, {}});
  }
  return found;
}

}  // namespace

std::optional<Distribution> read_distribution(input::TomlTable& table) {
  const auto least = table.number("min", Presence::optional);
  const auto greatest = table.number("max", Presence::optional);
  const auto shape = only_shape(table);
  if (!shape) return std::nullopt;
  const auto* node = table.value(shapes[*shape].name);
  const auto numbers = numbers_of(shapes[*shape], *node, table.faults());
  if (!numbers) return std::nullopt;
  auto distribution = made(*shape, *numbers);
  constexpr std::size_t first_with_tails = 3;
  if ((least || greatest) && *shape < first_with_tails) {
    const char* key = least ? "min" : "max";
    table.faults().add({table.where(key), {"plan.bounds_without_tails", {key, shapes[*shape].name}}, {}, {}});
    return std::nullopt;
  }
  if (least) distribution.low = *least;
  if (greatest) distribution.high = *greatest;
  const auto verdict = judge(distribution);
  if (verdict.problem.id.empty()) return distribution;
  table.faults().add({node->where, verdict.problem, {shapes[*shape].form, {}}, verdict.mend});
  return std::nullopt;
}

}  // namespace jobcast::plan
