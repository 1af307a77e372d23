#pragma once

#include <compare>
#include <cstdint>

namespace jobcast::units {

/// A number with a meaning. Quantities of one meaning add, subtract, compare and scale by a plain number; their ratio
/// is a plain number. Nothing converts between meanings by itself: conversions are named functions.
template <class Meaning, class Number = double>
class Quantity {
 public:
  using number_type = Number;

  constexpr Quantity() = default;
  constexpr explicit Quantity(Number number) : number_(number) {}

  [[nodiscard]] constexpr Number value() const { return number_; }

  constexpr Quantity& operator+=(Quantity other) { return number_ += other.number_, *this; }
  constexpr Quantity& operator-=(Quantity other) { return number_ -= other.number_, *this; }
  constexpr Quantity& operator*=(Number factor) { return number_ *= factor, *this; }

  friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity(a.number_ + b.number_); }
  friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity(a.number_ - b.number_); }
  friend constexpr Quantity operator-(Quantity a) { return Quantity(-a.number_); }
  friend constexpr Quantity operator*(Quantity a, Number factor) { return Quantity(a.number_ * factor); }
  friend constexpr Quantity operator*(Number factor, Quantity a) { return Quantity(a.number_ * factor); }
  friend constexpr double operator/(Quantity a, Quantity b) {
    return static_cast<double>(a.number_) / static_cast<double>(b.number_);
  }
  friend constexpr auto operator<=>(Quantity, Quantity) = default;

 private:
  Number number_{};
};

/// Heads of people. Not an integer: an expectation of 0.3 births is a number of persons too.
using Persons = Quantity<struct PersonsMeaning>;
/// Money in Korean won, exact.
using Won = Quantity<struct WonMeaning, std::int64_t>;
/// A part of a whole, 0 to 1.
using Share = Quantity<struct ShareMeaning>;
/// Chance of an event, 0 to 1.
using Probability = Quantity<struct ProbabilityMeaning>;
/// Events per person-month (labour) or person-year (population), as the holder's docstring says.
using Hazard = Quantity<struct HazardMeaning>;

inline constexpr Won thousand_won(std::int64_t thousands) { return Won(thousands * 1000); }
inline constexpr Won million_won(std::int64_t millions) { return Won(millions * 1'000'000); }

}  // namespace jobcast::units
