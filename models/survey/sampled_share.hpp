#pragma once

#include "engine/units/lane.hpp"

namespace jobcast::survey {

/// A sample's estimate of a share, from a standard normal number a lane.
///
/// The estimate is sin^2 of a normal angle (the variance-stabilising scale of a share; Anscombe 1948), so it lies in
/// [0, 1] for every z, and the angle's mean and spread are solved in closed form so that the estimate has exactly the
/// mean `share` and the variance share (1 - share) / effective_sample of a multinomial sample with a design effect.
/// Where effective_sample * share * (1 - share) < 1/2 (less than about one person expected on one side) no such angle
/// exists: the mean stays exact and the variance stays at 2 (share (1 - share))^2, its greatest on this scale.
/// A share of 0 or 1 is returned as it is. Derivation: docs/models/survey.md.
///
/// @param share             true share, 0..1
/// @param effective_sample  persons in the sample over the design effect, >= 0
/// @param normal            standard normal
units::Lane sampled_share(const units::Lane& share, const units::Lane& effective_sample, const units::Lane& normal);

}  // namespace jobcast::survey
