#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace jobcast::app::server {

/// Work that waits for one thread, so much and no more. Clients take turns, whoever asks most; a later request of a
/// client overtakes its earlier ones that still wait. For any number of threads at a time.
class FairQueue {
 public:
  struct Task {
    std::string client;
    std::optional<std::uint64_t> sequence;  ///< none: neither overtakes nor is overtaken
    std::function<void()> work;
    std::function<void()> overtaken;  ///< called instead of work
  };
  enum class Admission { admitted, full, overtaken };

  /// At most so many tasks wait, and so many of one client.
  FairQueue(std::size_t most, std::size_t most_of_client) : most_(most), most_of_client_(most_of_client) {}

  /// Nothing of a task is called that is not admitted.
  Admission admit(Task task);
  /// Does the task whose turn it is; whether there was one.
  bool work_next();
  /// Forgets what waits.
  void clear();
  [[nodiscard]] std::size_t size() const;

 private:
  struct Client {
    std::deque<Task> waiting;
    std::optional<std::uint64_t> newest;
    bool at_work = false;
  };

  std::vector<Task> take_overtaken(Client& client, std::uint64_t sequence);

  std::size_t most_, most_of_client_;
  mutable std::mutex mutex_;
  std::map<std::string, Client> clients_;  ///< that wait or are at work
  std::deque<std::string> turns_;          ///< of the clients that wait, each once
  std::size_t waiting_ = 0;
};

}  // namespace jobcast::app::server
