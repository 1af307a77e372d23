#include <array>
#include <cmath>

#include "models/audit/checks.hpp"

namespace jobcast::audit {
namespace {

/// The words by which facts know an indicator (docs/pack-format.md, section 1): the ids are fixed.
struct Meaning {
  const char* item;
  const char* sex;
  const char* age;
  const char* category;
};
constexpr std::array meanings{
    Meaning{"employment_rate", "both", "15-64", ""},   Meaning{"employment_rate", "both", "15-29", ""},
    Meaning{"employment_rate", "female", "15-64", ""}, Meaning{"employed", "both", "15+", ""},
    Meaning{"employed", "both", "15+", "regular"},     Meaning{"insured_persons", "both", "all", ""}};

bool whole_steps(double value, double step) { return std::abs(std::remainder(value, step)) < 1e-6 * step; }

Side side_for(const FactIndex& index, const plan::Indicator& indicator, bool target) {
  const auto& words = meanings[static_cast<std::size_t>(indicator.id)];
  const int year = target ? index.plan().plan_year : index.plan().base_year;
  const std::string kind =
      std::string(words.category).empty() || !target ? words.category : std::string(words.category) + " ";
  const auto category = target ? kind + "target" : kind;
  for (const auto* half : {"H2", ""}) {
    const auto& facts = index.all({words.item, std::to_string(year) + half, words.sex, words.age, category});
    for (const auto* fact : facts) {
      // The cell that plan.toml reads: the file and line are those of the indicator.
      const auto& read = target ? indicator.target_provenance : indicator.base_provenance;
      if (fact->provenance.where == read.where) return side_of(*fact);
    }
  }
  return {"plan.toml", cell_words(std::string(plan::name_of(indicator.id)), target ? "target" : "base"),
          target ? indicator.target : indicator.base, indicator.unit};
}

double points_of(const plan::Indicator& indicator, double gap) {
  return indicator.unit == "percent" ? std::abs(gap) : 0.0;
}

Finding target_finding(const FactIndex& index, const plan::Indicator& indicator, const char* what) {
  Finding finding;
  finding.kind = Kind::target;
  finding.id = "target:" + std::string(plan::name_of(indicator.id)) + ":" + what;
  finding.sides = {side_for(index, indicator, true), side_for(index, indicator, false)};
  const double gap = indicator.target - indicator.base;
  finding.difference = std::round(gap * 1e4) / 1e4;
  finding.effect.points = points_of(indicator, gap);
  finding.effect.persons = indicator.unit == "persons" ? std::abs(gap) : 0.0;
  return finding;
}

}  // namespace

Findings check_targets(const FactIndex& index) {
  Findings all;
  for (const auto& indicator : index.plan().indicators) {
    const double step = indicator.rounding;
    const double gap = indicator.target - indicator.base;
    if (!whole_steps(indicator.target, step)) {
      auto finding = target_finding(index, indicator, "step");
      finding.cause = Cause::survey_limit;
      finding.message = {"audit.between_steps",
                         {indicator.name.ko, words(indicator.target), words(step),
                          words(std::ceil(indicator.target / step - 1e-9) * step)}};
      all.push_back(std::move(finding));
    }
    if (gap < -1e-9) {
      auto finding = target_finding(index, indicator, "below");
      finding.cause = Cause::definition;
      finding.message = {"audit.below_result", {indicator.name.ko, words(indicator.target), words(indicator.base)}};
      all.push_back(std::move(finding));
    }
  }
  return all;
}

}  // namespace jobcast::audit
