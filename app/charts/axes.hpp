#pragma once

#include <functional>
#include <string>

#include "app/charts/drawing.hpp"
#include "app/charts/scale.hpp"

namespace jobcast::charts {

/// The part of a drawing that holds the marks.
struct Frame {
  double left = 0.0, top = 0.0, right = 0.0, bottom = 0.0;
};

/// How an axis is labelled.
struct AxisLook {
  int about = 5;  ///< ticks
  /// Words for a number; by itself with thousands separated and as many decimals as the steps need.
  std::function<std::string(double)> words = {};
  bool grid = true;  ///< lines across the frame
};

/// Numbers up the left edge of the frame, with lines across it.
void left_axis(Drawing& drawing, const Linear& scale, const Frame& frame, const AxisLook& look = {});
/// Numbers under the frame, with lines up it; labels that would touch the one before are left out.
void bottom_axis(Drawing& drawing, const Linear& scale, const Frame& frame, const AxisLook& look = {});
/// Dates under the frame, with lines up it: at most as many as have room.
void date_axis(Drawing& drawing, const Dates& scale, const Frame& frame);
/// Room that the labels of left_axis() take.
double left_axis_room(const Linear& scale, const AxisLook& look = {});
/// Height of the labels of the axes under a frame.
inline constexpr double bottom_axis_room = 24.0;

}  // namespace jobcast::charts
