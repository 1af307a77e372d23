// A team of one: what a program built without MPI can be.
#if !JOBCAST_WITH_MPI

#include <cstdlib>

#include "engine/ranks/team.hpp"

namespace jobcast::ranks {

bool can_team_up() { return false; }

Team::Team(const Launch& launch) {
  if (launch.size > 1) throw NotTogether("built without MPI");
}

Team::~Team() = default;

void Team::send(int, int, std::string_view) { throw std::logic_error("a team of one has nobody to send to"); }

std::optional<Message> Team::receive() { return std::nullopt; }

void Team::abort(int code) { std::_Exit(code); }

}  // namespace jobcast::ranks

#endif
