#pragma once

#include <optional>
#include <stdexcept>
#include <utility>

#include "engine/kernel/backward_in_time.hpp"
#include "engine/kernel/radix_queue.hpp"
#include "engine/kernel/slot_pool.hpp"

namespace jobcast::kernel {

/// Names one pushed event, for cancelling it. Stays harmless after the event has happened.
struct EventHandle {
  std::uint32_t slot = ~std::uint32_t{0};
  std::uint32_t generation = 0;

  friend bool operator==(EventHandle, EventHandle) = default;
};

/// The pending-event set of a discrete-event simulation: events leave by date, then phase, then order of insertion.
///
/// Phase: an enum (or integer) whose values 0..15 are the order of a day. Payload: any movable type.
/// Time only goes on: an event before the one popped last, or in an earlier phase of its date, is refused.
/// push and pop cost O(1) amortised in the number of events (RadixQueue), cancel O(1) amortised. A cancelled event's
/// payload is destroyed at once; its entry is swept out when cancelled entries outnumber the living.
template <class Payload, class Phase>
class FutureEventList {
 public:
  struct Event {
    time::Date date;
    Phase phase;
    Payload payload;
  };

  FutureEventList() = default;
  /// An empty list for a simulation that begins on `start`.
  explicit FutureEventList(time::Date start) : queue_(event_key(start, 0)) {}
  FutureEventList(const FutureEventList&) = delete;
  FutureEventList& operator=(const FutureEventList&) = delete;

  /// Throws BackwardInTime; std::out_of_range for a phase beyond 15; std::length_error beyond 2^28 events.
  EventHandle push(time::Date date, Phase phase, Payload payload) {
    const EventKey key = event_key(date, static_cast<std::uint32_t>(phase));
    if (key < queue_.reached()) throw BackwardInTime(date_of(queue_.reached()), date);
    if (live_ + cancelled_ == EventEntry::slot_count) throw std::length_error("too many events are pending");
    const std::uint32_t slot = pool_.store(std::move(payload));
    queue_.push(EventEntry(key, slot));
    ++live_;
    return {slot, pool_.generation(slot)};
  }

  /// The next event, or none when the list is empty.
  std::optional<Event> pop() { return pop_at_most(~EventKey{0}); }
  /// The next event if it happens on or before `last`.
  std::optional<Event> pop_until(time::Date last) { return pop_at_most(event_key(last, (1u << phase_bits) - 1)); }

  /// False when the event has happened or been cancelled already.
  bool cancel(EventHandle handle) {
    if (!is_pending(handle)) return false;
    pool_.discard(handle.slot);
    --live_;
    ++cancelled_;
    if (cancelled_ > live_ + 64) queue_.sweep(Owner{*this});
    return true;
  }
  [[nodiscard]] bool is_pending(EventHandle handle) const {
    return (handle.generation & 1u) != 0 && pool_.generation(handle.slot) == handle.generation;
  }

  [[nodiscard]] std::size_t size() const { return live_; }
  [[nodiscard]] bool empty() const { return live_ == 0; }
  /// Date of the next event. Searches the nearest bucket: for looking now and then, not for every event.
  [[nodiscard]] std::optional<time::Date> next_date() const {
    const auto key = queue_.least([this](EventEntry entry) { return pool_.holds(entry.slot()); });
    return key ? std::optional(date_of(*key)) : std::nullopt;
  }
  /// Memory taken, in bytes.
  [[nodiscard]] std::size_t bytes() const { return queue_.bytes() + pool_.bytes(); }

 private:
  /// What the queue asks about the events behind its entries.
  struct Owner {
    FutureEventList& list;

    [[nodiscard]] bool any_dropped() const { return list.cancelled_ != 0; }
    /// Gives the slot of a cancelled event back.
    bool dropped(EventEntry entry) {
      if (list.pool_.holds(entry.slot())) return false;
      list.pool_.recycle(entry.slot());
      --list.cancelled_;
      return true;
    }
    void expect(EventEntry entry) const { list.pool_.prefetch(entry.slot()); }
  };

  std::optional<Event> pop_at_most(EventKey limit) {
    const auto entry = queue_.take(limit, Owner{*this});
    if (!entry) return std::nullopt;
    --live_;
    pool_.recycle(entry->slot());
    return std::optional<Event>(std::in_place, date_of(entry->key()), static_cast<Phase>(phase_of(entry->key())),
                                pool_.take(entry->slot()));
  }

  RadixQueue queue_;
  SlotPool<Payload> pool_;
  std::size_t live_ = 0;
  std::size_t cancelled_ = 0;
};

}  // namespace jobcast::kernel
