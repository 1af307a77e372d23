#include "app/server/fair_queue.hpp"

#include <algorithm>

namespace jobcast::app::server {

std::vector<FairQueue::Task> FairQueue::take_overtaken(Client& client, std::uint64_t sequence) {
  std::vector<Task> taken;
  auto& waiting = client.waiting;
  const auto kept = std::stable_partition(
      waiting.begin(), waiting.end(), [&](const Task& task) { return !task.sequence || *task.sequence >= sequence; });
  std::move(kept, waiting.end(), std::back_inserter(taken));
  waiting.erase(kept, waiting.end());
  waiting_ -= taken.size();
  return taken;
}

FairQueue::Admission FairQueue::admit(Task task) {
  std::vector<Task> overtaken;
  auto admission = Admission::admitted;
  {
    const std::lock_guard lock(mutex_);
    auto& client = clients_[task.client];
    const bool had_turn = !client.waiting.empty();
    if (task.sequence && client.newest && *client.newest > *task.sequence) {
      admission = Admission::overtaken;
    } else {
      if (task.sequence) {
        client.newest = task.sequence;
        overtaken = take_overtaken(client, *task.sequence);
      }
      if (waiting_ >= most_ || client.waiting.size() >= most_of_client_) admission = Admission::full;
    }
    const auto name = task.client;
    if (admission == Admission::admitted) {
      client.waiting.push_back(std::move(task));
      ++waiting_;
    }
    const bool has_turn = !client.waiting.empty();
    if (has_turn && !had_turn) turns_.push_back(name);
    if (!has_turn && had_turn) turns_.erase(std::find(turns_.begin(), turns_.end(), name));
    if (!has_turn && !client.at_work) clients_.erase(name);
  }
  for (const auto& each : overtaken) each.overtaken();
  return admission;
}

bool FairQueue::work_next() {
  Task task;
  {
    const std::lock_guard lock(mutex_);
    if (turns_.empty()) return false;
    const auto name = turns_.front();
    turns_.pop_front();
    auto& client = clients_[name];
    task = std::move(client.waiting.front());
    client.waiting.pop_front();
    client.at_work = true;
    --waiting_;
    if (!client.waiting.empty()) turns_.push_back(name);
  }
  task.work();
  const std::lock_guard lock(mutex_);
  auto& client = clients_[task.client];
  client.at_work = false;
  if (client.waiting.empty()) clients_.erase(task.client);
  return true;
}

void FairQueue::clear() {
  const std::lock_guard lock(mutex_);
  for (auto& [name, client] : clients_) client.waiting.clear();
  turns_.clear();
  waiting_ = 0;
}

std::size_t FairQueue::size() const {
  const std::lock_guard lock(mutex_);
  return waiting_;
}

}  // namespace jobcast::app::server
