#include "app/report/audit_words.hpp"

namespace jobcast::app {

std::string label(audit::Kind kind, const Catalogue& words) {
  switch (kind) {
    case audit::Kind::sum:
      return words.text("audit.kind_sum");
    case audit::Kind::share:
      return words.text("audit.kind_share");
    case audit::Kind::rate:
      return words.text("audit.kind_rate");
    case audit::Kind::change:
      return words.text("audit.kind_change");
    case audit::Kind::same_value:
      return words.text("audit.kind_same_value");
    case audit::Kind::double_count:
      return words.text("audit.kind_double_count");
    case audit::Kind::sheet:
      return words.text("audit.kind_sheet");
    case audit::Kind::left_out:
      return words.text("audit.kind_left_out");
    case audit::Kind::counting:
      return words.text("audit.kind_counting");
    case audit::Kind::unit_cost:
      return words.text("audit.kind_unit_cost");
    case audit::Kind::milestone:
      return words.text("audit.kind_milestone");
    case audit::Kind::target:
      return words.text("audit.kind_target");
    case audit::Kind::label:
      return words.text("audit.kind_label");
    case audit::Kind::unit:
      return words.text("audit.kind_unit");
    case audit::Kind::rank:
      return words.text("audit.kind_rank");
    case audit::Kind::rounding:
      return words.text("audit.kind_rounding");
  }
  return "";
}

std::string label(audit::Cause cause, const Catalogue& words) {
  switch (cause) {
    case audit::Cause::arithmetic:
      return words.text("audit.cause_arithmetic");
    case audit::Cause::rounding:
      return words.text("audit.cause_rounding");
    case audit::Cause::unit:
      return words.text("audit.cause_unit");
    case audit::Cause::half_year:
      return words.text("audit.cause_half_year");
    case audit::Cause::relative_points:
      return words.text("audit.cause_relative_points");
    case audit::Cause::double_count:
      return words.text("audit.cause_double_count");
    case audit::Cause::left_out:
      return words.text("audit.cause_left_out");
    case audit::Cause::other_counting:
      return words.text("audit.cause_other_counting");
    case audit::Cause::other_version:
      return words.text("audit.cause_other_version");
    case audit::Cause::other_scope:
      return words.text("audit.cause_other_scope");
    case audit::Cause::money_source:
      return words.text("audit.cause_money_source");
    case audit::Cause::timing:
      return words.text("audit.cause_timing");
    case audit::Cause::definition:
      return words.text("audit.cause_definition");
    case audit::Cause::survey_limit:
      return words.text("audit.cause_survey_limit");
  }
  return "";
}

std::string label(audit::Severity severity, const Catalogue& words) {
  switch (severity) {
    case audit::Severity::serious:
      return words.text("audit.severity_serious");
    case audit::Severity::visible:
      return words.text("audit.severity_visible");
    case audit::Severity::small:
      return words.text("audit.severity_small");
    case audit::Severity::wording:
      return words.text("audit.severity_wording");
    case audit::Severity::rounding:
      return words.text("audit.severity_rounding");
  }
  return "";
}

std::string short_label(audit::Severity severity, const Catalogue& words) {
  switch (severity) {
    case audit::Severity::serious:
      return words.text("audit.short_serious");
    case audit::Severity::visible:
      return words.text("audit.short_visible");
    default:
      return label(severity, words);
  }
}

}  // namespace jobcast::app
