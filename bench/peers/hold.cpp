#include "bench/peers/hold.hpp"

namespace jobcast::bench {

template <class List>
std::int64_t run(Hold<List>& model, int steps) {
  std::int64_t sum = 0;
  for (int step = 0; step < steps; ++step) sum += model.step();
  return sum;
}
template std::int64_t run(Hold<OurList>&, int);
template std::int64_t run(Hold<HeapList>&, int);

bool same_holds(int size, double mean_days, int steps) {
  Hold<OurList> ours(size, mean_days);
  Hold<HeapList> peer(size, mean_days);
  for (int step = 0; step < steps; ++step) {
    if (ours.step() != peer.step()) return false;
  }
  return true;
}

}  // namespace jobcast::bench
