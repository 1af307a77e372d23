#pragma once

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <utility>

#include "app/server/fair_queue.hpp"

namespace jobcast::app::server {

/// A thread and the work that waits for it.
class Desk {
 public:
  Desk(std::size_t most, std::size_t most_of_client) : queue_(most, most_of_client) {}
  ~Desk() { close(); }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  FairQueue::Admission admit(FairQueue::Task task) {
    const auto admission = queue_.admit(std::move(task));
    // A task that is overtaken leaves its call behind, which then finds nothing to do.
    if (admission == FairQueue::Admission::admitted) boost::asio::post(thread_, [this] { queue_.work_next(); });
    return admission;
  }
  /// Ends what is at work, forgets what waits.
  void close() {
    queue_.clear();
    thread_.join();
  }

 private:
  FairQueue queue_;
  boost::asio::thread_pool thread_{1};
};

}  // namespace jobcast::app::server
