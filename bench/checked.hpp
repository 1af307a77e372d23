#pragma once

#include <benchmark/benchmark.h>

#include <exception>
#include <functional>
#include <stdexcept>
#include <string>

#include "bench/peers/numpy_peer.hpp"

namespace jobcast::bench {

/// What is wrong with a comparison of answers, in words; empty when nothing is. A benchmark whose answer is not its
/// peer's is skipped with it and the run fails.
inline std::string fault_of(const std::function<void()>& comparison) {
  try {
    comparison();
  } catch (const std::exception& error) {
    return error.what();
  }
  return {};
}

inline void require_same(const std::string& peer, double difference, double allowed) {
  if (!(difference <= allowed)) {
    throw std::runtime_error("the answer differs from " + peer + "'s by " + std::to_string(difference));
  }
}

inline bool skipped(benchmark::State& state, const std::string& fault) {
  if (!fault.empty()) state.SkipWithError(fault.c_str());
  return !fault.empty();
}

/// Times that a NumPy script measured itself, once for all repetitions.
class NumpyTimes {
 public:
  static constexpr int repetitions = 5;

  explicit NumpyTimes(const std::function<NumpyAnswer()>& run) : answer_(run()) {}
  [[nodiscard]] const std::vector<double>& answer() const { return answer_.numbers; }
  double next() { return answer_.seconds.at(next_++ % answer_.seconds.size()); }

 private:
  NumpyAnswer answer_;
  std::size_t next_ = 0;
};

}  // namespace jobcast::bench
