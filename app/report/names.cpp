#include "app/report/names.hpp"

#include <cmath>

#include "app/report/numbers.hpp"

namespace jobcast::app {

std::string_view id_of(plan::Sector sector) {
  switch (sector) {
    case plan::Sector::direct:
      return "direct";
    case plan::Sector::training:
      return "training";
    case plan::Sector::service:
      return "service";
    case plan::Sector::subsidy:
      return "subsidy";
    case plan::Sector::startup:
      return "startup";
    case plan::Sector::private_hiring:
      return "private";
  }
  return "";
}

std::string_view id_of(plan::Funding funding) {
  switch (funding) {
    case plan::Funding::national:
      return "national";
    case plan::Funding::provincial:
      return "provincial";
    case plan::Funding::county:
      return "county";
    case plan::Funding::private_money:
      return "private";
  }
  return "";
}

std::string_view unit_of(plan::Indicator::Id indicator) { return is_rate(indicator) ? "percent" : "persons"; }

std::string label(plan::Sector sector, const Catalogue& catalogue) {
  switch (sector) {
    case plan::Sector::direct:
      return catalogue.text("name.sector_direct");
    case plan::Sector::training:
      return catalogue.text("name.sector_training");
    case plan::Sector::service:
      return catalogue.text("name.sector_service");
    case plan::Sector::subsidy:
      return catalogue.text("name.sector_subsidy");
    case plan::Sector::startup:
      return catalogue.text("name.sector_startup");
    case plan::Sector::private_hiring:
      return catalogue.text("name.sector_private");
  }
  return "";
}

std::string label(plan::Funding funding, const Catalogue& catalogue) {
  switch (funding) {
    case plan::Funding::national:
      return catalogue.text("name.funding_national");
    case plan::Funding::provincial:
      return catalogue.text("name.funding_provincial");
    case plan::Funding::county:
      return catalogue.text("name.funding_county");
    case plan::Funding::private_money:
      return catalogue.text("name.funding_private");
  }
  return "";
}

std::string label(plan::Indicator::Id indicator, const Catalogue& catalogue) {
  switch (indicator) {
    case plan::Indicator::Id::employment_rate_15_64:
      return catalogue.text("name.indicator_employment_rate");
    case plan::Indicator::Id::youth_employment_rate_15_29:
      return catalogue.text("name.indicator_youth_rate");
    case plan::Indicator::Id::female_employment_rate_15_64:
      return catalogue.text("name.indicator_female_rate");
    case plan::Indicator::Id::employed_persons:
      return catalogue.text("name.indicator_employed");
    case plan::Indicator::Id::regular_employees:
      return catalogue.text("name.indicator_regular");
    case plan::Indicator::Id::insured_persons:
      return catalogue.text("name.indicator_insured");
  }
  return "";
}

std::string long_label(plan::Indicator::Id indicator, const Catalogue& catalogue) {
  switch (indicator) {
    case plan::Indicator::Id::employment_rate_15_64:
      return catalogue.text("name.long_employment_rate");
    case plan::Indicator::Id::youth_employment_rate_15_29:
      return catalogue.text("name.long_youth_rate");
    case plan::Indicator::Id::female_employment_rate_15_64:
      return catalogue.text("name.long_female_rate");
    case plan::Indicator::Id::employed_persons:
      return catalogue.text("name.long_employed");
    case plan::Indicator::Id::regular_employees:
      return catalogue.text("name.long_regular");
    case plan::Indicator::Id::insured_persons:
      return catalogue.text("name.long_insured");
  }
  return "";
}

std::string label(plan::Provenance::Kind kind, const Catalogue& catalogue) {
  switch (kind) {
    case plan::Provenance::Kind::plan:
      return catalogue.text("name.provenance_plan");
    case plan::Provenance::Kind::reference:
      return catalogue.text("name.provenance_reference");
    case plan::Provenance::Kind::assumption:
      return catalogue.text("name.provenance_assumption");
  }
  return "";
}

std::string age_label(std::string_view age_group, const Catalogue& catalogue) {
  if (age_group == "all") return catalogue.text("name.all");
  if (age_group.ends_with('+')) return catalogue.text("name.age_and_over", age_group.substr(0, age_group.size() - 1));
  const auto dash = age_group.find('-');
  if (dash == std::string_view::npos) return std::string(age_group);
  return catalogue.text("name.age_range", age_group.substr(0, dash), age_group.substr(dash + 1));
}

std::string part_label(std::string_view part, const Catalogue& catalogue) {
  if (part == "parameters") return catalogue.text("name.source_parameters");
  if (part == "chance") return catalogue.text("name.source_chance");
  if (part == "execution") return catalogue.text("name.source_execution");
  if (part == "survey") return catalogue.text("name.source_survey");
  if (part == "population") return catalogue.text("name.change_population");
  if (part == "behaviour") return catalogue.text("name.change_behaviour");
  if (part == "programmes") return catalogue.text("name.change_programmes");
  return std::string(part);
}

std::string scenario_name(const plan::Plan& plan, const plan::Text& title, const Catalogue& catalogue) {
  const auto& name = in_language(title, catalogue);
  return name == in_language(plan.title, catalogue) ? catalogue.text("forecast.scenario_plan") : name;
}

const std::string& in_language(const plan::Text& text, const Catalogue& catalogue) {
  const auto& wanted = catalogue.korean() ? text.ko : text.en;
  const auto& other = catalogue.korean() ? text.en : text.ko;
  return wanted.empty() ? other : wanted;
}

bool is_rate(plan::Indicator::Id indicator) {
  switch (indicator) {
    case plan::Indicator::Id::employment_rate_15_64:
    case plan::Indicator::Id::youth_employment_rate_15_29:
    case plan::Indicator::Id::female_employment_rate_15_64:
      return true;
    case plan::Indicator::Id::employed_persons:
    case plan::Indicator::Id::regular_employees:
    case plan::Indicator::Id::insured_persons:
      return false;
  }
  return false;
}

std::string indicator_value(plan::Indicator::Id indicator, double value) {
  if (!std::isfinite(value)) return "-";
  return is_rate(indicator) ? grouped(value, 1) + "%" : grouped(value);
}

std::string indicator_value_with_unit(plan::Indicator::Id indicator, double value, const Catalogue& catalogue) {
  const auto number = indicator_value(indicator, value);
  return is_rate(indicator) ? number : catalogue.text("number.persons", number);
}

std::string range(const std::string& from, const std::string& to, const Catalogue& catalogue) {
  return catalogue.text("number.range", from, to);
}

std::string signed_range(const std::string& from, const std::string& to, const Catalogue& catalogue) {
  return catalogue.text("number.signed_range", from, to);
}

}  // namespace jobcast::app
