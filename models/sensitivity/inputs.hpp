#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/random/stream.hpp"
#include "models/forecast/answer.hpp"

namespace jobcast::sensitivity {

/// What could be done about not knowing an input.
enum class Kind {
  knowable,  ///< a number of today or a lasting one: studies, registers and larger surveys could narrow it
  decided,   ///< how the plan is carried out: it lies in the county's own hands
  coming,    ///< what has not happened yet: nobody can know it now, each month that passes shows a part
  chance,    ///< which of many alike people it happens to: cannot be known at all
  survey     ///< whom the survey happens to ask: cannot be known at all
};
inline constexpr std::array<std::string_view, 5> kind_names{"knowable", "decided", "coming", "chance", "survey"};
inline std::string_view name_of(Kind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

/// A group of inputs that people speak of together.
struct InputGroup {
  std::string id;
  Kind kind = Kind::knowable;
};

/// One uncertain thing that a forecast draws: a value of the pack or the models, or numbers that only come together.
struct Input {
  std::string id;         ///< the value's key, or the name of its numbers
  std::size_t group = 0;  ///< index of its group
  std::vector<random::Entity> streams;
  random::Purpose purpose = random::Purpose::parameters;
  bool one_number = false;                                ///< it is one number, so that a step of it has a direction
  std::optional<random::Distribution> distribution = {};  ///< of a value; none for normal scores
  bool of_county = false;  ///< the county lives on differently with it; else programmes and survey alone
};

/// All that a forecast's last survey draws, each stream once, by group. Groups without an input are left out.
struct Inputs {
  std::vector<InputGroup> groups;
  std::vector<Input> inputs;
};

/// The inputs of a scenario of a county. A value that programmes of several sectors share belongs to the first's group.
Inputs inputs_of(const forecast::CountyModel& county, const programmes::ProgrammeModel& programmes);

}  // namespace jobcast::sensitivity
