#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace jobcast::kernel {

/// Memory for values that come and go, found by a slot number. Values never move; a slot is used again after `recycle`.
/// The generation of a slot is odd while it holds a value and grows with every use, so that an old handle is
/// recognised.
template <class Value>
class SlotPool {
 public:
  SlotPool() = default;
  SlotPool(const SlotPool&) = delete;
  SlotPool& operator=(const SlotPool&) = delete;
  ~SlotPool() {
    for (std::uint32_t slot = 0; slot < used_; ++slot) {
      if (holds(slot)) at(slot).value()->~Value();
    }
  }

  /// The slot of the value; `generation(slot)` completes a handle.
  std::uint32_t store(Value&& value) {
    const std::uint32_t slot = free_count_ == 0 ? fresh() : free_[free_count_ - 1];
    new (at(slot).bytes) Value(std::move(value));
    if (slot == used_) {
      ++used_;
    } else {
      --free_count_;
    }
    ++at(slot).generation;
    return slot;
  }

  /// Moves the value out. The slot holds nothing then, but is not used again before `recycle`.
  Value take(std::uint32_t slot) {
    Slot& place = at(slot);
    Value result = std::move(*place.value());
    place.value()->~Value();
    ++place.generation;
    return result;
  }
  void discard(std::uint32_t slot) {
    Slot& place = at(slot);
    place.value()->~Value();
    ++place.generation;
  }
  void recycle(std::uint32_t slot) { free_[free_count_++] = slot; }

  [[nodiscard]] bool holds(std::uint32_t slot) const { return slot < used_ && (at(slot).generation & 1u) != 0; }
  [[nodiscard]] std::uint32_t generation(std::uint32_t slot) const { return slot < used_ ? at(slot).generation : 0; }
  void prefetch(std::uint32_t slot) const { __builtin_prefetch(&at(slot), 1); }
  [[nodiscard]] std::size_t bytes() const {
    return pages_.size() * sizeof(Page) + pages_.capacity() * sizeof(pages_[0]) +
           free_.capacity() * sizeof(std::uint32_t);
  }

 private:
  static constexpr std::uint32_t page_bits = 9;
  static constexpr std::uint32_t page_size = 1u << page_bits;

  struct Slot {
    std::uint32_t generation = 0;
    alignas(Value) std::byte bytes[sizeof(Value)];

    Value* value() { return std::launder(reinterpret_cast<Value*>(bytes)); }
  };
  using Page = std::array<Slot, page_size>;

  [[nodiscard]] Slot& at(std::uint32_t slot) const { return (*pages_[slot >> page_bits])[slot & (page_size - 1)]; }
  std::uint32_t fresh() {
    if ((used_ & (page_size - 1)) == 0 && (used_ >> page_bits) == pages_.size()) {
      pages_.push_back(std::make_unique<Page>());
      free_.resize(pages_.size() * page_size);  // so that recycle never fails
    }
    return used_;
  }

  std::vector<std::unique_ptr<Page>> pages_;
  std::vector<std::uint32_t> free_;  ///< a place for every slot; the first free_count_ are free
  std::uint32_t free_count_ = 0;
  std::uint32_t used_ = 0;
};

}  // namespace jobcast::kernel
