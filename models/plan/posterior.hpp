#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/random/stream.hpp"
#include "engine/units/lane.hpp"

namespace jobcast::plan {

/// What the members of a posterior are drawn by: they are altered together (random::Altered), as they belong together.
inline constexpr random::Entity posterior_entity = random::entity("calibration");

/// What is known of a plan's uncertain numbers once its history has been explained: members that are equally likely,
/// one column a number. Numbers that a column has are not drawn from their priors any more. Written by
/// models/calibration; docs/models/calibration.md lists the columns.
class Posterior {
 public:
  Posterior() = default;
  /// Precondition: every column has one number a member, and there is a member.
  Posterior(std::string fingerprint, std::map<std::string, std::vector<double>, std::less<>> columns);

  [[nodiscard]] std::size_t members() const;
  /// Of the file that the members were read from: two posteriors with one fingerprint are alike.
  [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }
  [[nodiscard]] const std::map<std::string, std::vector<double>, std::less<>>& columns() const { return columns_; }
  /// Null where nothing is known beyond the prior.
  [[nodiscard]] const std::vector<double>* find(std::string_view column) const;
  /// A column's numbers in draws first_draw .. first_draw + lane_count - 1: member after member, from the first again
  /// when all have been used. Numbers of one draw belong to one member, whatever the column; another replicate of the
  /// key's purpose has other members. Precondition: the column is there.
  [[nodiscard]] units::Lane lanes(std::string_view column, random::StreamKey key, std::uint32_t first_draw) const;
  /// The same without a column: for a scenario that says what that number is.
  [[nodiscard]] std::shared_ptr<const Posterior> without(std::string_view column) const;

 private:
  std::string fingerprint_;
  std::map<std::string, std::vector<double>, std::less<>> columns_;
};

}  // namespace jobcast::plan
