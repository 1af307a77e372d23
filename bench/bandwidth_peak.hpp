#pragma once

namespace jobcast::bench {

/// Bytes per second that one core moves to and from memory, measured: the triad a = b + s c of STREAM (McCalpin 1995)
/// over arrays far beyond the caches, best of several passes, 24 bytes an element.
double measured_bandwidth_peak();

}  // namespace jobcast::bench
