#include <algorithm>
#include <array>

#include "models/audit/checks.hpp"
#include "models/audit/likeness.hpp"
#include "models/audit/sheet_links.hpp"

namespace jobcast::audit {
namespace {

/// Last words of items that count other things than persons at work (docs/pack-format.md, section 2).
constexpr std::array other_things{"cases",         "companies", "sites", "trainees",
                                  "beneficiaries", "centres",   "homes", "establishments"};
/// Few of anything can be as many as the jobs by chance.
constexpr double least_number = 10.0;

bool counts_other_things(const plan::Fact& fact) {
  const auto word = fact.item.substr(fact.item.rfind('_') == std::string::npos ? 0 : fact.item.rfind('_') + 1);
  return std::find(other_things.begin(), other_things.end(), word) != other_things.end() ||
         fact.item.ends_with("day_care_centres");
}

/// The persons that a sheet names beside its cases, where it does.
double persons_on(const std::vector<const plan::Fact*>& facts, const plan::Fact& thing, double jobs) {
  double persons = 0.0;
  if (!thing.item.ends_with("cases")) return persons;
  for (const auto* fact : facts) {
    if (fact->item == "sheet_persons" && fact->value < jobs) persons = std::max(persons, fact->value);
  }
  return persons;
}

Finding counted_as_jobs(const std::string& id, const std::string& name, const Side& jobs, const plan::Fact& fact,
                        double persons) {
  Finding finding;
  finding.kind = Kind::counting;
  finding.cause = Cause::other_counting;
  finding.id = "counting:" + id;
  finding.sides = {jobs, side_of(fact)};
  finding.effect.persons = jobs.value - persons;
  finding.difference = 0.0;
  // A column that says no more than "all" is named by its row.
  const auto& thing = letters_of(fact.column).size() > 1 ? fact.column : fact.row;
  finding.message = persons > 0.0
                        ? input::Message{"audit.cases_as_jobs", {name, words(jobs.value), thing, words(persons)}}
                        : input::Message{"audit.things_as_jobs", {name, words(jobs.value), thing}};
  return finding;
}

}  // namespace

Findings check_counting(const FactIndex& index) {
  Findings all;
  const auto& plan = index.plan();
  for (const auto& action : plan.actions) {
    const auto facts = facts_of(index, action);
    const auto find = [&](double jobs) -> const plan::Fact* {
      for (const auto* fact : facts) {
        if (counts_other_things(*fact) && fact->value == jobs && jobs >= least_number) return fact;
      }
      return nullptr;
    };
    const double jobs = action.jobs.value_or(0.0);
    const auto covered = covered_by(plan, action);
    // Trainees of the list as jobs of the sheet: the sheet against the list says so.
    const bool said = covered.trainees > 0.0 && covered.trainees == jobs && covered.jobs != jobs;
    if (const auto* fact = find(jobs); fact != nullptr && !said) {
      all.push_back(counted_as_jobs("sheet:" + action.id, action.id + " " + action.name.ko, jobs_side(index, action),
                                    *fact, persons_on(facts, *fact, jobs)));
      continue;
    }
    for (const auto* programme : covered.programmes) {
      const auto* fact = find(programme->jobs);
      if (fact == nullptr || programme->jobs == jobs) continue;
      all.push_back(counted_as_jobs(programme->id, programme->name.ko,
                                    side_of(*programme, "jobs", programme->jobs, "count"), *fact,
                                    persons_on(facts, *fact, programme->jobs)));
    }
  }
  for (const auto& programme : plan.programmes) {
    if (!programme.trainees || *programme.trainees != programme.jobs || programme.jobs < least_number) continue;
    Finding finding;
    finding.kind = Kind::counting;
    finding.cause = Cause::other_counting;
    finding.id = "counting:" + programme.id;
    finding.message = {"audit.all_trainees", {programme.name.ko, words(programme.jobs)}};
    finding.sides = {side_of(programme, "jobs", programme.jobs, "count"),
                     side_of(programme, "trainees", *programme.trainees, "persons")};
    finding.effect.persons = programme.jobs;
    all.push_back(std::move(finding));
  }
  return all;
}

}  // namespace jobcast::audit
