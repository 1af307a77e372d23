#pragma once

#include "models/labour/exchange.hpp"

namespace jobcast::labour {

/// Standard normals for one cell and month, one a divide.
struct ChanceScores {
  units::Lane employment, regular, search;
};

/// Adds what chance does to a cell's people in one month to the month's expected transition.
///
/// Each person moves on its own, so a month's flows are multinomial. Linear-noise approximation (van Kampen 2007) at
/// the cell: the number employed strays with variance sum x_i p_iE (1 - p_iE); the number of regular employees, beyond
/// what the employed's straying brings, and the unemployed among those without work likewise. What strays is exchanged
/// in proportion over the cell's rows. A score is cut where it would take more than nine tenths of a side, on both
/// sides alike, so that its mean stays zero. Persons are conserved to the last bit of rounding.
///
/// @param before     persons of the cell at the month's start, by state
/// @param transition the expected monthly transition; becomes the one that happens
void add_chance(const StateLanes& before, const ChanceScores& scores, StateMatrix& transition);

}  // namespace jobcast::labour
