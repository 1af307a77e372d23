#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/kernel/event_key.hpp"

namespace jobcast::kernel {

/// Queues of entries, first in first out, that share one store of small chunks. An entry costs eight bytes plus the
/// unfilled rest of its queue's last chunk; a chunk goes back to the store as soon as it has been read.
class EntryBuckets {
 public:
  using Chunk = std::uint32_t;
  static constexpr Chunk none = ~Chunk{0};
  static constexpr std::uint32_t chunk_size = 16;

  /// An empty queue has `first == none`.
  struct Bucket {
    Chunk first = none;
    Chunk last = none;
    std::uint32_t begin = 0;  ///< first unread place in `first`
    std::uint32_t end = 0;    ///< first free place in `last`

    [[nodiscard]] bool empty() const { return first == none; }
    [[nodiscard]] bool holds_one() const { return first == last && end - begin == 1; }
  };

  void append(Bucket& bucket, EventEntry entry) {
    if (bucket.end == chunk_size || bucket.empty()) extend(bucket);
    entries_[bucket.last][bucket.end++] = entry;
  }

  [[nodiscard]] EventEntry front(const Bucket& bucket) const { return entries_[bucket.first][bucket.begin]; }

  void remove_front(Bucket& bucket) {
    ++bucket.begin;
    if (bucket.first == bucket.last && bucket.begin == bucket.end) {
      release(bucket.first);
      bucket = Bucket{};
    } else if (bucket.begin == chunk_size) {
      const Chunk read = bucket.first;
      bucket.first = next_[read];
      bucket.begin = 0;
      release(read);
    }
  }

  /// Calls visit(entry) for all, in order.
  template <class Visit>
  void for_each(const Bucket& bucket, Visit visit) const {
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
    const Bucket drained = bucket;
    bucket = Bucket{};
    std::uint32_t begin = drained.begin;
    for (Chunk chunk = drained.first; chunk != none; begin = 0) {
      const std::uint32_t end = chunk == drained.last ? drained.end : chunk_size;
      const std::array<EventEntry, chunk_size> entries = entries_[chunk];
      const Chunk read = chunk;
      chunk = chunk == drained.last ? none : next_[chunk];
      if (chunk != none) __builtin_prefetch(&entries_[chunk]);
      release(read);
      for (std::uint32_t place = begin; place < end; ++place) visit(entries[place]);
    }
  }

  [[nodiscard]] std::size_t bytes() const {
    return entries_.capacity() * sizeof(entries_[0]) + next_.capacity() * sizeof(Chunk);
  }

 private:
  void extend(Bucket& bucket) {
    Chunk chunk = free_;
    if (chunk != none) {
      free_ = next_[chunk];
    } else {
      chunk = static_cast<Chunk>(entries_.size());
      entries_.emplace_back();
      next_.push_back(none);
    }
    next_[chunk] = none;
    if (bucket.empty()) {
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
