#include <filesystem>

#include "models/plan/pack.hpp"
#include "models/plan/value_reader.hpp"

namespace jobcast::plan {
namespace {

using input::Presence;
constexpr auto schema = "jobcast.plan/1";

void read_years(input::TomlTable& manifest, Plan& plan) {
  const auto base = manifest.whole_number("base_year");
  const auto year = manifest.whole_number("plan_year");
  const auto as_of = manifest.date("as_of");
  const auto until = manifest.date("forecast_until");
  if (base) {
    plan.base_year = *base;
    constexpr int first_year = 1900;
    constexpr int last_year = 2200;
    if (*base < first_year || *base > last_year) {
      manifest.faults().add({manifest.where("base_year"),
                             {"plan.no_year", {"base_year", std::to_string(*base)}},
                             {"plan.expected_years", {std::to_string(first_year), std::to_string(last_year)}},
                             {}});
      return;
    }
  }
  if (year) {
    plan.plan_year = *year;
    if (base && *year != *base + 1) {
      manifest.faults().add({manifest.where("plan_year"),
                             {"plan.plan_year", {std::to_string(*year)}},
                             {"plan.expected_plan_year", {std::to_string(*base + 1)}},
                             {}});
    }
  }
  if (as_of) {
    plan.as_of = *as_of;
    if (base && *as_of != time::make_date(*base, 12, 31)) {
      manifest.faults().add({manifest.where("as_of"),
                             {"plan.as_of", {time::to_string(*as_of)}},
                             {"plan.expected_as_of", {time::to_string(time::make_date(*base, 12, 31))}},
                             {}});
    }
  }
  if (until) {
    plan.forecast_until = *until;
    if (as_of && *until <= *as_of) {
      manifest.faults().add({manifest.where("forecast_until"),
                             {"plan.forecast_until", {time::to_string(*until)}},
                             {"plan.expected_after", {time::to_string(*as_of)}},
                             {}});
    }
  }
}

std::optional<PackFile> file_named(input::TomlTable& section, std::string_view key, Plan& plan) {
  const auto name = section.text(key);
  if (!name) return std::nullopt;
  plan.files.push_back(*name);
  return PackFile{(std::filesystem::path(plan.folder) / *name).string(), section.where(key)};
}

/// Actions, controls and assumptions may be left out.
std::optional<PackFile> optional_file(input::TomlTable& manifest, std::string_view key, Plan& plan) {
  auto section = manifest.table(key, Presence::optional);
  if (!section) return std::nullopt;
  auto file = file_named(*section, "file", plan);
  section->refuse_other_keys();
  return file;
}

void read_departments(input::TomlTable& manifest, Pack& pack) {
  UniqueIds ids("plan.department_twice");
  for (auto& entry : manifest.tables("department")) {
    Department department;
    department.id = entry.text("id").value_or("");
    department.name = read_name(entry, "name");
    entry.refuse_other_keys();
    if (department.id.empty() || !ids.add(department.id, entry.where("id"), pack.faults)) continue;
    pack.plan.departments.push_back(std::move(department));
  }
}

}  // namespace

void read_manifest(input::TomlTable& manifest, Pack& pack) {
  Plan& plan = pack.plan;
  manifest.require_schema(schema, "plan.schema");
  plan.id = manifest.text("id").value_or("");
  plan.title = read_name(manifest, "title");
  plan.county = read_name(manifest, "county");
  read_years(manifest, plan);
  if (auto section = manifest.table("programmes")) {
    pack.programmes = file_named(*section, "file", plan);
    pack.types = file_named(*section, "types", plan);
    section->refuse_other_keys();
  }
  pack.actions = optional_file(manifest, "actions", plan);
  pack.controls = optional_file(manifest, "controls", plan);
  pack.assumptions = optional_file(manifest, "assumptions", plan);
  read_departments(manifest, pack);
}

}  // namespace jobcast::plan
