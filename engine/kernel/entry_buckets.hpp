#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/kernel/event_key.hpp"

namespace jobcast::kernel {

/// Queues of entries, first in first out, that share one store of small chunks. An entry costs eight bytes plus the
/// unfilled rest of its queue's last chunk. A queue keeps one chunk when it runs empty, so that appending to it seldom
/// branches; all others go back to the store as soon as they have been read.
class EntryBuckets {
 public:
  using Chunk = std::uint32_t;
  static constexpr Chunk none = ~Chunk{0};
  static constexpr std::uint32_t chunk_size = 16;

  struct Bucket {
    Chunk first = none;
    Chunk last = none;
    std::uint32_t begin = chunk_size;  ///< first unread place in `first`
    std::uint32_t end = chunk_size;    ///< first free place in `last`

    [[nodiscard]] bool empty() const { return begin == end && first == last; }
  };

  void append(Bucket& bucket, EventEntry entry) {
    if (bucket.end == chunk_size) [[unlikely]]
      extend(bucket);
    entries_[bucket.last][bucket.end++] = entry;
  }

  /// Precondition for this and remove_front: the queue is not empty.
  [[nodiscard]] EventEntry front(const Bucket& bucket) const { return entries_[bucket.first][bucket.begin]; }

  /// Tells owner.expect(entry) of an entry that comes soon.
  template <class Owner>
  void remove_front(Bucket& bucket, const Owner& owner) {
    constexpr std::uint32_t ahead = 8;
    if (bucket.begin + ahead < (bucket.first == bucket.last ? bucket.end : chunk_size)) {
      owner.expect(entries_[bucket.first][bucket.begin + ahead]);
    }
    if (++bucket.begin == chunk_size && bucket.first != bucket.last) {
      bucket.begin = 0;
      release(std::exchange(bucket.first, next_[bucket.first]));
    }
  }

  [[nodiscard]] bool holds_at_most(const Bucket& bucket, std::uint32_t limit) const {
    if (bucket.first == bucket.last) return bucket.end - bucket.begin <= limit;
    return next_[bucket.first] == bucket.last && chunk_size - bucket.begin + bucket.end <= limit;
  }

  /// Calls visit(entry) for all, in order.
  template <class Visit>
  void for_each(const Bucket& bucket, Visit visit) const {
    if (bucket.empty()) return;
    std::uint32_t begin = bucket.begin;
    for (Chunk chunk = bucket.first; chunk != none; chunk = next_[chunk], begin = 0) {
      const std::uint32_t end = chunk == bucket.last ? bucket.end : chunk_size;
      if (chunk != bucket.last) __builtin_prefetch(&entries_[next_[chunk]]);
      for (std::uint32_t place = begin; place < end; ++place) visit(entries_[chunk][place]);
    }
  }

  /// Empties the queue, calling visit(entry) for all, in order. `visit` may append to other queues.
  template <class Visit>
  void drain(Bucket& bucket, Visit visit) {
    if (bucket.empty()) return;
    while (true) {
      const Chunk chunk = bucket.first;
      const bool is_last = chunk == bucket.last;
      const std::uint32_t end = is_last ? bucket.end : chunk_size;
      if (!is_last) __builtin_prefetch(&entries_[next_[chunk]]);
      for (std::uint32_t place = bucket.begin; place < end; ++place) visit(EventEntry(entries_[chunk][place]));
      bucket.begin = 0;
      if (is_last) break;
      release(std::exchange(bucket.first, next_[chunk]));
    }
    bucket.end = 0;
  }

  /// Gives up the chunk that an empty queue keeps.
  void close(Bucket& bucket) {
    if (bucket.first != none) release(bucket.first);
    bucket = Bucket{};
  }

  [[nodiscard]] std::size_t bytes() const {
    return entries_.capacity() * sizeof(entries_[0]) + next_.capacity() * sizeof(Chunk);
  }

 private:
  void extend(Bucket& bucket) {
    if (bucket.empty() && bucket.first != none) {
      bucket.begin = bucket.end = 0;
      return;
    }
    Chunk chunk = free_;
    if (chunk != none) {
      free_ = next_[chunk];
    } else {
      chunk = static_cast<Chunk>(entries_.size());
      entries_.emplace_back();
      next_.push_back(none);
    }
    next_[chunk] = none;
    if (bucket.first == none) {
      bucket.first = chunk;
      bucket.begin = 0;
    } else {
      next_[bucket.last] = chunk;
    }
    bucket.last = chunk;
    bucket.end = 0;
  }
  void release(Chunk chunk) {
    next_[chunk] = free_;
    free_ = chunk;
  }

  std::vector<std::array<EventEntry, chunk_size>> entries_;
  std::vector<Chunk> next_;
  Chunk free_ = none;
};

}  // namespace jobcast::kernel
