#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

#include "engine/kernel/entry_buckets.hpp"

namespace jobcast::kernel {

/// A monotone priority queue of entries: a radix heap (Ahuja, Mehlhorn, Orlin and Tarjan 1990) with digits of six bits.
///
/// An entry stands in the bucket (level, digit) of the highest digit in which its key differs from the pivot, the key
/// taken last. The least entry is in the lowest occupied digit of the lowest occupied level. When that level is above
/// 0, its least key becomes the pivot and the bucket is dealt out over lower levels; an entry falls at most once a
/// level, so push and take cost O(levels) amortised, with sequential reads and writes where a heap has scattered ones.
/// Equal keys are always in one bucket, and buckets are dealt out in order, so equal keys leave in the order they came.
class RadixQueue {
 public:
  explicit RadixQueue(EventKey pivot = 0) : pivot_(pivot) {}

  /// Precondition: entry.key() >= pivot().
  void push(EventEntry entry) {
    const std::uint64_t difference = entry.key() ^ pivot_;
    const auto level = static_cast<std::uint32_t>(std::bit_width(difference | 1) - 1) / digit_bits;
    const std::uint32_t digit = (entry.key() >> (level * digit_bits)) & (digit_count - 1);
    occupied_[level] |= std::uint64_t{1} << digit;
    levels_ |= 1u << level;
    entries_.append(buckets_[level][digit], entry);
  }

  /// Takes the least entry if its key is at most `limit`; the pivot is its key then. Entries for which dropped(entry)
  /// is true are removed on the way and never become the pivot. dropped.any() tells whether there may be such entries.
  template <class Dropped>
  std::optional<EventEntry> take(EventKey limit, Dropped dropped) {
    while (levels_ != 0) {
      const auto level = static_cast<std::uint32_t>(std::countr_zero(levels_));
      const auto digit = static_cast<std::uint32_t>(std::countr_zero(occupied_[level]));
      auto& bucket = buckets_[level][digit];
      if (level == 0 || bucket.holds_one()) {
        const EventEntry entry = entries_.front(bucket);
        if (entry.key() > limit) return std::nullopt;
        entries_.remove_front(bucket);
        if (bucket.empty()) vacate(level, digit);
        if (dropped(entry)) continue;
        pivot_ = entry.key();
        return entry;
      }
      if (!deal_out(level, digit, limit, dropped)) return std::nullopt;
    }
    return std::nullopt;
  }

  /// The least key of an entry for which kept(entry), read without changing anything.
  template <class Kept>
  [[nodiscard]] std::optional<EventKey> least(Kept kept) const {
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

  /// Removes every entry for which dropped(entry). Order among the rest is kept.
  template <class Dropped>
  void sweep(Dropped dropped) {
    for (std::uint32_t level = 0; level < level_count; ++level) {
      for (std::uint64_t digits = occupied_[level]; digits != 0; digits &= digits - 1) {
        sweep_bucket(level, static_cast<std::uint32_t>(std::countr_zero(digits)), dropped);
      }
    }
  }

  [[nodiscard]] EventKey pivot() const { return pivot_; }
  [[nodiscard]] std::size_t bytes() const { return sizeof(*this) + entries_.bytes(); }

 private:
  static constexpr std::uint32_t digit_bits = 6;
  static constexpr std::uint32_t digit_count = 1u << digit_bits;
  static constexpr std::uint32_t level_count = (key_bits + digit_bits - 1) / digit_bits;
  static constexpr EventKey no_key = ~EventKey{0};

  void vacate(std::uint32_t level, std::uint32_t digit) {
    occupied_[level] &= ~(std::uint64_t{1} << digit);
    if (occupied_[level] == 0) levels_ &= ~(1u << level);
  }

  /// Deals a bucket out over lower levels, around its least key. False when that key is beyond the limit.
  template <class Dropped>
  bool deal_out(std::uint32_t level, std::uint32_t digit, EventKey limit, Dropped& dropped) {
    auto& bucket = buckets_[level][digit];
    if (dropped.any()) {  // a dropped entry must not become the pivot: events may still be pushed before it
      sweep_bucket(level, digit, dropped);
      if (bucket.empty()) return true;
    }
    EventKey least_key = no_key;
    entries_.for_each(bucket, [&](EventEntry entry) { least_key = std::min(least_key, entry.key()); });
    if (least_key > limit) return false;
    pivot_ = least_key;
    vacate(level, digit);
    entries_.drain(bucket, [this](EventEntry entry) { push(entry); });
    return true;
  }

  template <class Dropped>
  void sweep_bucket(std::uint32_t level, std::uint32_t digit, Dropped& dropped) {
    EntryBuckets::Bucket kept;
    entries_.drain(buckets_[level][digit], [&](EventEntry entry) {
      if (!dropped(entry)) entries_.append(kept, entry);
    });
    buckets_[level][digit] = kept;
    if (kept.empty()) vacate(level, digit);
  }

  std::array<std::array<EntryBuckets::Bucket, digit_count>, level_count> buckets_{};
  std::array<std::uint64_t, level_count> occupied_{};
  std::uint32_t levels_ = 0;
  EventKey pivot_;
  EntryBuckets entries_;
};

}  // namespace jobcast::kernel
