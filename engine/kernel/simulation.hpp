#pragma once

#include <type_traits>
#include <utility>
#include <variant>

#include "engine/kernel/future_event_list.hpp"

namespace jobcast::kernel {

/// A simulation clock with its future event list. Time jumps from event to event; nothing polls.
///
/// Payload is the model's event: a std::variant of what can happen (or one type). Phase orders the events of a date.
template <class Payload, class Phase>
class Simulation {
 public:
  /// Nothing can happen before `start`.
  explicit Simulation(time::Date start) : now_(start), events_(start) {}

  /// The date reached: that of the event being handled, or where the last run ended.
  [[nodiscard]] time::Date now() const { return now_; }

  /// Plans an event. Throws BackwardInTime for an earlier date than now, or an earlier phase of today than the present.
  EventHandle at(time::Date date, Phase phase, Payload payload) {
    if (date < now_) throw BackwardInTime(now_, date);
    return events_.push(date, phase, std::move(payload));
  }
  EventHandle after(int days, Phase phase, Payload payload) {
    return at(time::add_days(now_, days), phase, std::move(payload));
  }
  bool cancel(EventHandle event) { return events_.cancel(event); }
  [[nodiscard]] const FutureEventList<Payload, Phase>& events() const { return events_; }

  /// Ends the run after the event being handled. The remaining events stay.
  void stop() { stopped_ = true; }

  /// Handles every event up to and including `last`, in order, also those that handlers add; then the clock stands at
  /// `last`, unless stop() was called. Returns how many were handled.
  ///
  /// handler(event) is called with the alternative that the variant holds, so a handler is a class of overloads and the
  /// compiler sees every case; the date is now(). An exception leaves the run with the event consumed.
  template <class Handler>
  std::size_t run_until(time::Date last, Handler&& handler) {
    if (last < now_) throw BackwardInTime(now_, last);
    stopped_ = false;
    std::size_t handled = 0;
    while (!stopped_) {
      auto event = events_.pop_until(last);
      if (!event) {
        now_ = last;
        break;
      }
      now_ = event->date;
      ++handled;
      dispatch(event->payload, handler);
    }
    return handled;
  }

 private:
  template <class T>
  struct is_variant : std::false_type {};
  template <class... Kind>
  struct is_variant<std::variant<Kind...>> : std::true_type {};

  template <class Handler>
  static void dispatch(Payload& payload, Handler& handler) {
    if constexpr (is_variant<Payload>::value) {
      std::visit(handler, std::move(payload));
    } else {
      handler(std::move(payload));
    }
  }

  time::Date now_;
  FutureEventList<Payload, Phase> events_;
  bool stopped_ = false;
};

}  // namespace jobcast::kernel
