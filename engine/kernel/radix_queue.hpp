#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <utility>

#include "engine/kernel/entry_buckets.hpp"
#include "engine/kernel/sorted_front.hpp"

namespace jobcast::kernel {

/// A monotone priority queue of entries: a radix heap (Ahuja, Mehlhorn, Orlin and Tarjan 1990) with digits of several
/// bits, and a small sorted front.
///
/// Keys below `front_end_` are in the front. Any other entry stands in the bucket (level, digit) of the highest digit
/// in which its key differs from the pivot, which is at most the key taken last. The least such entry is in the lowest
/// occupied digit of the lowest occupied level. A bucket of a few entries becomes the front; a larger one is dealt out
/// over lower levels around its least key, the new pivot. An entry falls at most once a level, so push and take cost
/// O(levels) amortised, with sequential reads and writes where a heap has scattered ones.
/// Equal keys are always in one bucket or the front, and both are filled and emptied in order of arrival.
///
/// Owner tells about the events behind the entries: owner.any_dropped(), owner.dropped(entry), which is asked once
/// before an entry is thrown away, and owner.expect(entry), a hint that it will be taken soon.
class RadixQueue {
 public:
  /// No key below `start` will be pushed.
  explicit RadixQueue(EventKey start = 0) : reached_(start), pivot_(start) {}

  /// The key taken last, or the start.
  [[nodiscard]] EventKey reached() const { return reached_; }

  /// Precondition: entry.key() >= reached().
  void push(EventEntry entry) {
    if (entry.key() >= front_end_) {
      push_to_bucket(entry);
      return;
    }
    if (front_.full()) spill();
    if (entry.key() < front_end_) {
      front_.insert(entry);
    } else {
      push_to_bucket(entry);
    }
  }

  /// Takes the least entry that is not dropped, if its key is at most `limit`. Dropped ones on the way are removed.
  template <class Owner>
  std::optional<EventEntry> take(EventKey limit, Owner owner) {
    while (true) {
      if (!front_.empty()) {
        const EventEntry entry = front_.first();
        if (entry.key() > limit) return std::nullopt;
        front_.remove_first();
        if (owner.any_dropped() && owner.dropped(entry)) continue;
        reached_ = entry.key();
        return entry;
      }
      if (levels_ == 0) return std::nullopt;
      const auto level = static_cast<std::uint32_t>(std::countr_zero(levels_));
      const auto digit = static_cast<std::uint32_t>(std::countr_zero(occupied_[level]));
      if (level == 0) {
        auto& bucket = buckets_[0][digit];  // one key only, in order of arrival
        const EventEntry entry = entries_.front(bucket);
        if (entry.key() > limit) return std::nullopt;
        entries_.remove_front(bucket, owner);
        if (bucket.empty()) vacate(level, digit);
        if (owner.any_dropped() && owner.dropped(entry)) continue;
        reached_ = pivot_ = front_end_ = entry.key();
        return entry;
      }
      if (entries_.holds_at_most(buckets_[level][digit], SortedFront::load_limit)) {
        load_front(level, digit, owner);
      } else if (!deal_out(level, digit, limit, owner)) {
        return std::nullopt;
      }
    }
  }

  /// The least key of an entry for which kept(entry), read without changing anything.
  template <class Kept>
  [[nodiscard]] std::optional<EventKey> least(Kept kept) const {
    SortedFront front = front_;
    for (; !front.empty(); front.remove_first()) {
      if (kept(front.first())) return front.first().key();
    }
    for (std::size_t level = 0; level < level_count; ++level) {
      for (std::uint64_t digits = occupied_[level]; digits != 0; digits &= digits - 1) {
        EventKey key = no_key;
        entries_.for_each(buckets_[level][static_cast<std::size_t>(std::countr_zero(digits))], [&](EventEntry entry) {
          if (entry.key() < key && kept(entry)) key = entry.key();
        });
        if (key != no_key) return key;
      }
    }
    return std::nullopt;
  }

  /// Removes every entry that the owner has dropped.
  template <class Owner>
  void sweep(Owner owner) {
    SortedFront kept;
    front_.drain([&](EventEntry entry) {
      if (!owner.dropped(entry)) kept.insert(entry);
    });
    front_ = kept;
    for (std::uint32_t level = 0; level < level_count; ++level) {
      for (std::uint64_t digits = occupied_[level]; digits != 0; digits &= digits - 1) {
        sweep_bucket(level, static_cast<std::uint32_t>(std::countr_zero(digits)), owner);
      }
    }
  }

  [[nodiscard]] std::size_t bytes() const { return sizeof(*this) + entries_.bytes(); }

 private:
  static constexpr std::uint32_t digit_bits = 6;
  static constexpr std::uint32_t digit_count = 1u << digit_bits;
  static constexpr std::uint32_t level_count = (key_bits + digit_bits - 1) / digit_bits;
  static constexpr EventKey no_key = ~EventKey{0};

  void push_to_bucket(EventEntry entry) {
    const std::uint64_t difference = entry.key() ^ pivot_;
    const auto level = static_cast<std::uint32_t>(std::bit_width(difference | 1) - 1) / digit_bits;
    const std::uint32_t digit = (entry.key() >> (level * digit_bits)) & (digit_count - 1);
    occupied_[level] |= std::uint64_t{1} << digit;
    levels_ |= 1u << level;
    entries_.append(buckets_[level][digit], entry);
  }

  void vacate(std::uint32_t level, std::uint32_t digit) {
    occupied_[level] &= ~(std::uint64_t{1} << digit);
    if (occupied_[level] == 0) levels_ &= ~(1u << level);
  }

  /// Makes the least bucket the front. The pivot stays: no other bucket changes its place.
  template <class Owner>
  void load_front(std::uint32_t level, std::uint32_t digit, Owner& owner) {
    std::array<EventEntry, SortedFront::load_limit> arrivals;
    std::uint32_t count = 0;
    entries_.drain(buckets_[level][digit], [&](EventEntry entry) {
      owner.expect(entry);
      arrivals[count++] = entry;
    });
    vacate(level, digit);
    front_.load(arrivals.data(), count);
    front_end_ = ((arrivals[0].key() >> (level * digit_bits)) + 1) << (level * digit_bits);
  }

  /// Gives an overfull front back to the buckets. They keep their places although the pivot moves up, since between the
  /// old pivot and the key reached all are empty.
  void spill() {
    pivot_ = front_end_ = reached_;
    front_.drain([this](EventEntry entry) { push_to_bucket(entry); });
  }

  /// Deals a bucket out over lower levels, around its least key. False when that key is beyond the limit.
  template <class Owner>
  bool deal_out(std::uint32_t level, std::uint32_t digit, EventKey limit, Owner& owner) {
    auto& bucket = buckets_[level][digit];
    if (owner.any_dropped()) {  // a dropped entry must not become the pivot: events may still be pushed before it
      sweep_bucket(level, digit, owner);
      if (bucket.empty()) return true;
    }
    EventKey least_key = no_key;
    entries_.for_each(bucket, [&](EventEntry entry) { least_key = std::min(least_key, entry.key()); });
    if (least_key > limit) return false;
    pivot_ = front_end_ = least_key;
    vacate(level, digit);
    entries_.drain(bucket, [this](EventEntry entry) { push_to_bucket(entry); });
    return true;
  }

  template <class Owner>
  void sweep_bucket(std::uint32_t level, std::uint32_t digit, Owner& owner) {
    auto& bucket = buckets_[level][digit];
    EntryBuckets::Bucket before = std::exchange(bucket, EntryBuckets::Bucket{});
    entries_.drain(before, [&](EventEntry entry) {
      if (!owner.dropped(entry)) entries_.append(bucket, entry);
    });
    entries_.close(before);
    if (bucket.empty()) vacate(level, digit);
  }

  std::array<std::array<EntryBuckets::Bucket, digit_count>, level_count> buckets_{};
  std::array<std::uint64_t, level_count> occupied_{};
  std::uint32_t levels_ = 0;
  EventKey reached_;
  EventKey pivot_;
  EventKey front_end_ = 0;
  SortedFront front_;
  EntryBuckets entries_;
};

}  // namespace jobcast::kernel
