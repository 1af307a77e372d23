#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/sweep/agenda.hpp"

namespace jobcast::sweep {

/// Cuts an agenda into parts for hands that ask for one whenever they are free: large ones first, small ones towards
/// the end, so that all finish together (guided self-scheduling, Polychronopoulos and Kuck 1987). A part lies within
/// one group. A hand stays with its group while anything is left of it, goes on to one that nobody has begun, and helps
/// with the longest when there is none, so that a county is seldom played by two.
class Parts {
 public:
  Parts(Agenda agenda, int hands);

  /// The next part for a hand, numbered from 0; none when all have been taken.
  std::optional<Group> next(int hand);

 private:
  [[nodiscard]] std::size_t left_of(std::size_t group) const {
    return agenda_.groups[group].numbers.size() - from_[group];
  }
  /// Precondition: something is left.
  [[nodiscard]] std::size_t choose(int hand);

  Agenda agenda_;
  std::vector<std::size_t> from_;                 ///< the first number of each group that no part has had
  std::vector<std::optional<std::size_t>> last_;  ///< group that each hand was last in
  std::size_t begun_ = 0;                         ///< groups that have been begun, the first ones
  std::uint64_t left_;                            ///< scenarios that no part has had
};

/// A part as bytes, and back. Throws std::invalid_argument for bytes that are none.
std::string to_bytes(const Group& part);
Group part_from(std::string_view bytes);

}  // namespace jobcast::sweep
