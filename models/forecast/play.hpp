#pragma once

#include "engine/kernel/simulation.hpp"
#include "models/forecast/calendar.hpp"

namespace jobcast::forecast {

/// Plays a calendar's events up to `last`: handler(event, date) for each in its order.
template <class Handler>
void play(const Calendar& calendar, time::Date last, Handler&& handler) {
  kernel::Simulation<Event, Phase> simulation(calendar.start);
  for (const PlannedEvent& planned : calendar.events) {
    if (planned.date <= last) simulation.at(planned.date, planned.phase, planned.event);
  }
  simulation.run_until(last, [&](const auto& event) { handler(event, simulation.now()); });
}

}  // namespace jobcast::forecast
