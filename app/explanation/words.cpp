#include "app/explanation/words.hpp"

#include <cmath>

#include "app/report/names.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::app {

std::string value_words(const random::Distribution& distribution, const Catalogue& catalogue) {
  using Shape = random::Distribution::Shape;
  const auto a = shortest(distribution.a);
  const auto b = shortest(distribution.b);
  const auto c = shortest(distribution.c);
  const auto bounded = [&](std::string words) {
    if (std::isfinite(distribution.low)) words += catalogue.text("explain.at_least", shortest(distribution.low));
    if (std::isfinite(distribution.high)) words += catalogue.text("explain.at_most", shortest(distribution.high));
    return words;
  };
  switch (distribution.shape) {
    case Shape::fixed:
      return a;
    case Shape::uniform:
      return catalogue.text("explain.uniform", a, c);
    case Shape::triangular:
      return catalogue.text("explain.triangular", a, b, c);
    case Shape::normal:
      return bounded(catalogue.text("explain.normal", a, b));
    case Shape::lognormal:
      return bounded(catalogue.text("explain.lognormal", a, b));
  }
  return a;
}

void add_unit(Explanation& entry, const std::string& unit, const Catalogue& catalogue) {
  if (!unit.empty()) entry.lines.emplace_back(catalogue.text("explain.unit"), unit);
}

void add_provenance(Explanation& entry, const plan::Provenance& provenance, const Catalogue& catalogue) {
  const auto kind = label(provenance.kind, catalogue);
  entry.lines.emplace_back(catalogue.text("explain.provenance"),
                           provenance.source.empty() ? kind : kind + ": " + provenance.source);
  const auto& where = provenance.where;
  if (where.file.empty()) {
    entry.lines.emplace_back(catalogue.text("explain.where"), catalogue.text("explain.engine_default"));
  } else {
    const auto line = where.line > 0 ? ":" + std::to_string(where.line) : std::string();
    entry.lines.emplace_back(catalogue.text("explain.where"), where.file + line);
  }
}

Explanation explanation_of(const plan::Value& value, const Catalogue& catalogue) {
  Explanation entry{value.key, "", {}};
  entry.lines.emplace_back(catalogue.text("explain.value"), value_words(value.distribution, catalogue));
  add_unit(entry, value.unit, catalogue);
  add_provenance(entry, value.provenance, catalogue);
  return entry;
}

}  // namespace jobcast::app
