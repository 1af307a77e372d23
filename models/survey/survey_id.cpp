#include "models/survey/survey_id.hpp"

#include <charconv>

namespace jobcast::survey {

std::string SurveyId::name() const { return std::to_string(year) + 'H' + std::to_string(half); }

std::optional<SurveyId> parse_survey(std::string_view name) {
  if (name.size() != 6 || name[4] != 'H' || (name[5] != '1' && name[5] != '2')) return std::nullopt;
  SurveyId survey{.year = 0, .half = name[5] - '0'};
  const auto [end, error] = std::from_chars(name.data(), name.data() + 4, survey.year);
  if (error != std::errc() || end != name.data() + 4 || survey.year < 0) return std::nullopt;
  return survey;
}

random::Entity survey_entity(std::string_view purpose, SurveyId survey) {
  // FNV-1a of "purpose.2024H2", letter by letter, as random::entity would hash the whole text.
  random::Entity result = random::entity(purpose);
  const auto add = [&](char letter) { result.id = (result.id ^ static_cast<unsigned char>(letter)) * 16777619u; };
  add('.');
  for (const char letter : survey.name()) add(letter);  // short enough to need no memory of its own
  return result;
}

}  // namespace jobcast::survey
