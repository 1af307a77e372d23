#include "engine/ranks/launch.hpp"

#include <array>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace jobcast::ranks {
namespace {

struct Words {
  const char* rank;
  const char* size;
};
// mpirun inside a Slurm job inherits srun's words, which then count its daemons: the launcher nearest to us comes
// first.
constexpr std::array launchers{Words{"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE"}, Words{"PMI_RANK", "PMI_SIZE"},
                               Words{"SLURM_PROCID", "SLURM_STEP_NUM_TASKS"}};

std::optional<int> number(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr) return std::nullopt;
  const std::string_view text(value);
  int number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = fault == std::errc{} && end == text.data() + text.size() && number >= 0;
  return whole ? std::optional(number) : std::nullopt;
}

}  // namespace

Launch launch_of_process() {
  for (const auto& words : launchers) {
    const auto rank = number(words.rank);
    const auto size = number(words.size);
    if (rank && size && *rank < *size) return {*rank, *size};
  }
  return {};
}

}  // namespace jobcast::ranks
