#pragma once

#include <tbb/parallel_pipeline.h>

#include <memory>
#include <optional>
#include <utility>

#include "engine/parallel/told.hpp"

namespace jobcast::parallel {

/// Takes pieces from `next` until it has none (std::nullopt), works on at most `in_hand` of them side by side, and
/// gives what became of them to `finish` in the order in which they were taken. `next` and `finish` are called by one
/// thread at a time. What goes wrong in any of them is thrown here, and nothing more is begun.
template <class Next, class Work, class Finish>
void assembly_line(std::size_t in_hand, const Next& next, const Work& work, const Finish& finish) {
  using Piece = typename decltype(next())::value_type;
  using Product = decltype(work(std::declval<Piece>()));
  using Parcel = std::shared_ptr<Product>;
  Meeting taking, taken, made, finishing;
  const auto take = [&](tbb::flow_control& control) -> Piece {
    taking.arrive();
    auto piece = next();
    if (!piece) control.stop();
    taking.leave();
    taken.leave();
    return piece ? *std::move(piece) : Piece{};
  };
  const auto make = [&](const Piece& piece) -> Parcel {
    taken.arrive();
    auto parcel = std::make_shared<Product>(work(piece));
    made.leave();
    return parcel;
  };
  const auto hand_over = [&](const Parcel& parcel) {
    made.arrive();
    finishing.arrive();
    finish(*parcel);
    finishing.leave();
  };
  begun.leave();
  tbb::parallel_pipeline(in_hand,
                         tbb::make_filter<void, Piece>(tbb::filter_mode::serial_in_order, Told(take)) &
                             tbb::make_filter<Piece, Parcel>(tbb::filter_mode::parallel, Told(make)) &
                             tbb::make_filter<Parcel, void>(tbb::filter_mode::serial_in_order, Told(hand_over)));
  done.arrive();
}

}  // namespace jobcast::parallel
