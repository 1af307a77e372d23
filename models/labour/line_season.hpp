#pragma once

#include <vector>

#include "models/labour/hold_the_line.hpp"

namespace jobcast::labour {

/// What the seasons do to a line that is held.
struct LineSeason {
  units::Lane amplitude;                         ///< of the seasonal hazards
  std::vector<LogRatios> december_over_october;  ///< by cell: log-ratios at December's end less those at October's
};

/// The amplitude that makes October's employment rate of 15-64 differ from April's as asked, cells without ageing and
/// in the register's weights. The effect of the seasonal hazards is nearly proportional to them: it is measured once.
LineSeason find_season(const LineToHold& line);

}  // namespace jobcast::labour
