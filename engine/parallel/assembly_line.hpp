#pragma once

#include <tbb/parallel_pipeline.h>

#include <optional>
#include <utility>
#include <vector>

#include "engine/parallel/told.hpp"

namespace jobcast::parallel {

/// Takes pieces from `next` until it has none (std::nullopt), works on at most `in_hand` of them side by side, and
/// gives what became of them to `finish` in the order in which they were taken. `next` and `finish` are called by one
/// thread at a time. What goes wrong in any of them is thrown here, and nothing more is begun.
template <class Next, class Work, class Finish>
void assembly_line(std::size_t in_hand, const Next& next, const Work& work, const Finish& finish) {
  using Piece = typename decltype(next())::value_type;
  using Product = decltype(work(std::declval<Piece>()));
  struct Place {
    std::optional<Piece> piece;
    std::optional<Product> product;
  };
  // As pieces leave in the order in which they came, the one that had a place before has left it.
  std::vector<Place> places(in_hand);
  std::size_t count = 0;
  Meeting taken, made, left;
  const auto take = [&](tbb::flow_control& control) -> std::size_t {
    taken.arrive();
    left.arrive();
    const std::size_t place = count % in_hand;
    if (auto piece = next()) {
      places[place].piece.emplace(*std::move(piece));
      ++count;
    } else {
      control.stop();
    }
    taken.leave();
    return place;
  };
  const auto make = [&](std::size_t place) -> std::size_t {
    taken.arrive();
    places[place].product.emplace(work(*places[place].piece));
    made.leave();
    return place;
  };
  const auto hand_over = [&](std::size_t place) {
    made.arrive();
    left.arrive();
    finish(std::as_const(*places[place].product));
    places[place] = {};
    left.leave();
  };
  begun.leave();
  using Filter = tbb::filter_mode;
  tbb::parallel_pipeline(in_hand, tbb::make_filter<void, std::size_t>(Filter::serial_in_order, Told(take)) &
                                      tbb::make_filter<std::size_t, std::size_t>(Filter::parallel, Told(make)) &
                                      tbb::make_filter<std::size_t, void>(Filter::serial_in_order, Told(hand_over)));
  done.arrive();
}

}  // namespace jobcast::parallel
