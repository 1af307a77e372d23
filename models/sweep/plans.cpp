#include "models/sweep/plans.hpp"

#include <algorithm>
#include <deque>
#include <mutex>
#include <utility>

namespace jobcast::sweep {
namespace {

/// Plans that are kept though nobody holds them, some 1 MB each.
constexpr std::size_t most_kept = 16;

}  // namespace

/// The plans that were asked for last, the latest in front, and all that somebody holds.
struct Plans::Kept {
  std::mutex turn;
  std::deque<std::pair<std::size_t, Held>> latest;
  std::vector<std::weak_ptr<const SweptPlan>> held;

  Held find(std::size_t plan) {
    if (held.size() <= plan) held.resize(plan + 1);
    return held[plan].lock();
  }
  void keep(std::size_t plan, const Held& value) {
    held[plan] = value;
    std::erase_if(latest, [&](const auto& each) { return each.first == plan; });
    latest.emplace_front(plan, value);
    if (latest.size() > most_kept) latest.pop_back();
  }
};

Plans::Plans() : kept_(std::make_shared<Kept>()) {}

void Plans::push_back(SweptPlan plan) { plans_.push_back({std::make_shared<const SweptPlan>(std::move(plan)), {}}); }

void Plans::push_back(SweptPlan plan, Reader reader) {
  plans_.push_back({nullptr, std::move(reader)});
  const std::lock_guard lock(kept_->turn);
  kept_->find(plans_.size() - 1);
  kept_->keep(plans_.size() - 1, std::make_shared<const SweptPlan>(std::move(plan)));
}

Plans::Held Plans::operator[](std::size_t plan) const {
  const Entry& entry = plans_.at(plan);
  if (entry.always) return entry.always;
  const std::lock_guard lock(kept_->turn);
  Held value = kept_->find(plan);
  if (!value) value = std::make_shared<const SweptPlan>(entry.reader());
  kept_->keep(plan, value);
  return value;
}

}  // namespace jobcast::sweep
