#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/units/quantity.hpp"
#include "models/plan/provenance.hpp"
#include "models/plan/text.hpp"

namespace jobcast::plan {

enum class Sector { direct, training, service, subsidy, startup, private_hiring };
inline constexpr std::array sectors{Sector::direct,  Sector::training, Sector::service,
                                    Sector::subsidy, Sector::startup,  Sector::private_hiring};
enum class Funding { national, provincial, county, private_money };
inline constexpr std::array fundings{Funding::national, Funding::provincial, Funding::county, Funding::private_money};
enum class Contract { regular, temporary, self_employed };

/// Money by source, in won.
struct Budget {
  std::array<units::Won, 4> by_source{};  ///< in the order of `fundings`

  [[nodiscard]] units::Won of(Funding source) const { return by_source[static_cast<std::size_t>(source)]; }
  [[nodiscard]] units::Won total() const;
};

/// A part of the year in which a share of a programme's slots is at work. A window whose end is before its start
/// crosses the new year. Days are inclusive.
struct Window {
  int from_month = 1, from_day = 1, to_month = 12, to_day = 31;
  double share = 1.0;
};

/// A part of the people for whom a programme is open; weights of a programme sum to 1.
struct Eligible {
  int age_from = 15;
  int age_to = 120;  ///< inclusive
  enum class Sexes { both, male, female } sexes = Sexes::both;
  double weight = 0.0;
};

/// What the plan document does not say about a programme and jobcast must assume (docs/pack-format.md, section 4).
struct ProgrammeTraits {
  Contract contract = Contract::temporary;
  Value persons_per_job;       ///< heads for one job of the plan's counting
  Value resident_share;        ///< share of the heads who live in the county and are in the survey's population
  Value deadweight;            ///< share that would be employed anyway
  Value displacement;          ///< share of other employment pushed out; drawn from the same uniform as deadweight
  Value fill;                  ///< share of planned slots really filled (execution)
  Value start_delay_days;      ///< start of the plan year's windows after plan (execution)
  Value base_ratio;            ///< jobs in the base year over jobs in the plan year
  Value elasticity_cut;        ///< participants to budget when the budget falls
  Value elasticity_expansion;  ///< participants to budget when it grows
  Value insured_share;         ///< share of the persons who are employment-insurance members
  Value placement_after;       ///< net employment left when a spell ends, a participant
  std::vector<Window> windows;
  Provenance windows_provenance;
  std::vector<Eligible> eligible;
  Provenance eligible_provenance;
  bool from_inactive = true;    ///< slots may be filled from the inactive
  bool from_unemployed = true;  ///< slots may be filled from the unemployed
};

struct ProgrammeType {
  std::string id;
  Text name;
  ProgrammeTraits traits;
};

struct Programme {
  std::string id;
  Sector sector = Sector::direct;
  std::string department;  ///< id; empty where the plan's list names none
  Text name;
  double jobs = 0.0;  ///< the plan's own count
  std::optional<double> trainees;
  std::optional<Budget> stated_budget;  ///< by source as printed; absent where only the total is printed
  Budget budget;                        ///< by source; split by assumption where the plan prints a total alone
  units::Won stated_total{};            ///< as printed
  std::string type;                     ///< id of the type
  ProgrammeTraits traits;               ///< the type's, with the row's exceptions
  std::string note;
  Provenance provenance;  ///< of jobs and money
};

}  // namespace jobcast::plan
