#pragma once

namespace jobcast::bench {

/// Multiply-adds per second of one core, measured: twelve independent chains of vectors in registers, for `seconds`.
/// Two floating-point operations each; in units of 1e9 operations a second. 0 where the build has no fused
/// multiply-add.
double measured_fma_peak(double seconds = 0.2);

}  // namespace jobcast::bench
