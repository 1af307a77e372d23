#pragma once

namespace jobcast::audit {

inline constexpr double percent = 100.0;  ///< of a whole
inline constexpr double million = 1e6;    ///< won

}  // namespace jobcast::audit
