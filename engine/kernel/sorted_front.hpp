#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "engine/kernel/event_key.hpp"

namespace jobcast::kernel {

/// The few entries that come next, sorted by key and, among equal keys, by arrival.
class SortedFront {
 public:
  static constexpr std::uint32_t load_limit = 32;

  [[nodiscard]] bool empty() const { return begin_ == end_; }
  [[nodiscard]] bool full() const { return end_ == capacity; }
  [[nodiscard]] EventEntry first() const { return entries_[begin_]; }
  void remove_first() { ++begin_; }

  /// Fills the empty front with up to load_limit entries, given in order of arrival. Sorts by counting for each entry
  /// those that precede it: for so few, quicker than anything that branches on what it compares.
  void load(const EventEntry* arrivals, std::uint32_t count) {
    constexpr std::uint64_t top = std::uint64_t{1} << 63;  // turns unsigned order into signed, which vectors compare
    std::array<std::int64_t, load_limit> order;
    order.fill(std::numeric_limits<std::int64_t>::max());
    for (std::uint32_t i = 0; i < count; ++i) {
      order[i] = static_cast<std::int64_t>((arrivals[i].key() << EventEntry::slot_bits | i) ^ top);
    }
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::int64_t own = order[i];
      std::int64_t rank = 0;
      for (std::uint32_t other = 0; other < load_limit; ++other) rank += order[other] < own ? 1 : 0;
      entries_[static_cast<std::size_t>(rank)] = arrivals[i];
    }
    begin_ = 0;
    end_ = count;
  }

  /// Puts an entry after those of its key. Precondition: not full().
  void insert(EventEntry entry) {
    std::uint32_t place = end_++;
    for (; place > begin_ && entries_[place - 1].key() > entry.key(); --place) entries_[place] = entries_[place - 1];
    entries_[place] = entry;
  }

  /// Empties the front, calling visit(entry) for all, in order.
  template <class Visit>
  void drain(Visit visit) {
    for (; begin_ < end_; ++begin_) visit(entries_[begin_]);
    begin_ = end_ = 0;
  }

 private:
  static constexpr std::uint32_t capacity = 4 * load_limit;

  std::array<EventEntry, capacity> entries_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
};

}  // namespace jobcast::kernel
