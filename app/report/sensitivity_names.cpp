#include "app/report/sensitivity_names.hpp"

#include <array>
#include <utility>

#include "app/report/names.hpp"

namespace jobcast::app {
namespace {

using sensitivity::Kind;
using sensitivity::Level;

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> group_words{
    {{"calibration", "sensitivity.group_calibration"},
     {"starting-point", "sensitivity.group_starting_point"},
     {"labour-flows", "sensitivity.group_labour_flows"},
     {"coming-behaviour", "sensitivity.group_coming_behaviour"},
     {"births-deaths", "sensitivity.group_births_deaths"},
     {"migration", "sensitivity.group_migration"},
     {"coming-migration", "sensitivity.group_coming_migration"},
     {"coverage", "sensitivity.group_coverage"},
     {"survey-size", "sensitivity.group_survey_size"},
     {"insured", "sensitivity.group_insured"},
     {"coming-insured", "sensitivity.group_coming_insured"},
     {"heads", "sensitivity.group_heads"},
     {"money-response", "sensitivity.group_money_response"},
     {"after-programmes", "sensitivity.group_after_programmes"},
     {"insured-jobs", "sensitivity.group_insured_jobs"},
     {"execution", "sensitivity.group_execution"}}};

std::string group_label(const std::string& id, const Catalogue& words) {
  constexpr std::string_view deadweight = "deadweight.";
  if (id.starts_with(deadweight)) {
    for (const auto sector : plan::sectors) {
      if (id_of(sector) == id.substr(deadweight.size())) {
        return words.text("sensitivity.group_deadweight", label(sector, words));
      }
    }
  }
  if (id == "chance") return words.text("sensitivity.group_chance");
  if (id == "survey-error") return words.text("sensitivity.group_survey_error");
  for (const auto& [group, sentence] : group_words) {
    if (group == id) return words.text(sentence);
  }
  return id;
}

}  // namespace

std::string kind_label(Kind kind, const Catalogue& words) {
  switch (kind) {
    case Kind::knowable:
      return words.text("sensitivity.kind_knowable");
    case Kind::decided:
      return words.text("sensitivity.kind_decided");
    case Kind::coming:
      return words.text("sensitivity.kind_coming");
    case Kind::chance:
      return words.text("sensitivity.kind_chance");
    case Kind::survey:
      return words.text("sensitivity.kind_survey");
  }
  return {};
}

std::string subject_label(const sensitivity::Subject& subject, const Catalogue& words) {
  switch (subject.level) {
    case Level::source:
      return part_label(subject.id, words);
    case Level::kind:
      return kind_label(*subject.kind, words);
    case Level::group:
      return group_label(subject.id, words);
    case Level::input:
      break;
  }
  return subject.id;
}

}  // namespace jobcast::app
