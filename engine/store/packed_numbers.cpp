#include "engine/store/packed_numbers.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <stdexcept>

namespace jobcast::store {
namespace {

static_assert(std::endian::native == std::endian::little, "the numbers of a store are little-endian");

/// Values of the first byte. Never to be renumbered: files hold them.
enum class Form : unsigned char { doubles = 0, singles = 1, short_hundredths = 2, long_hundredths = 3 };

constexpr double per_unit = 100.0;

bool same_bits(double a, double b) { return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b); }

/// A number as a stored one, where that brings back the same bits.
template <class Stored>
std::optional<Stored> as_stored(double number) {
  if constexpr (std::is_floating_point_v<Stored>) {
    if (!(std::abs(number) <= static_cast<double>(std::numeric_limits<Stored>::max()))) return std::nullopt;
    const auto stored = static_cast<Stored>(number);
    if (same_bits(static_cast<double>(stored), number)) return stored;
  } else {
    const double hundredths = std::round(number * per_unit);
    // Negated so that what is not a number is not a hundredth either.
    if (!(std::abs(hundredths) <= static_cast<double>(std::numeric_limits<Stored>::max()))) return std::nullopt;
    const auto stored = static_cast<Stored>(hundredths);
    if (same_bits(static_cast<double>(stored) / per_unit, number)) return stored;
  }
  return std::nullopt;
}

template <class Stored>
std::optional<std::vector<std::byte>> packed(Form form, std::span<const double> numbers) {
  std::vector<std::byte> bytes(1 + numbers.size() * sizeof(Stored));
  bytes.front() = static_cast<std::byte>(form);
  auto* place = bytes.data() + 1;
  for (const double number : numbers) {
    const auto stored = as_stored<Stored>(number);
    if (!stored) return std::nullopt;
    std::memcpy(place, &*stored, sizeof(Stored));
    place += sizeof(Stored);
  }
  return bytes;
}

template <class Stored>
std::vector<double> unpacked(std::span<const std::byte> bytes) {
  if (bytes.size() % sizeof(Stored) != 0) throw std::invalid_argument("numbers are cut short");
  std::vector<double> numbers(bytes.size() / sizeof(Stored));
  for (auto& number : numbers) {
    Stored stored{};
    std::memcpy(&stored, bytes.data(), sizeof(Stored));
    bytes = bytes.subspan(sizeof(Stored));
    number = static_cast<double>(stored) / (std::is_integral_v<Stored> ? per_unit : 1.0);
  }
  return numbers;
}

std::vector<std::byte> raw(std::span<const double> numbers) {
  std::vector<std::byte> bytes(1 + numbers.size_bytes());
  bytes.front() = static_cast<std::byte>(Form::doubles);
  if (!numbers.empty()) std::memcpy(bytes.data() + 1, numbers.data(), numbers.size_bytes());
  return bytes;
}

}  // namespace

std::vector<std::byte> pack(std::span<const double> numbers) {
  if (auto bytes = packed<std::int16_t>(Form::short_hundredths, numbers)) return *std::move(bytes);
  if (auto bytes = packed<float>(Form::singles, numbers)) return *std::move(bytes);
  if (auto bytes = packed<std::int32_t>(Form::long_hundredths, numbers)) return *std::move(bytes);
  return raw(numbers);
}

std::vector<double> unpack(std::span<const std::byte> bytes) {
  if (bytes.empty()) throw std::invalid_argument("numbers without their form");
  const auto rest = bytes.subspan(1);
  switch (static_cast<Form>(bytes.front())) {
    case Form::doubles:
      return unpacked<double>(rest);
    case Form::singles:
      return unpacked<float>(rest);
    case Form::short_hundredths:
      return unpacked<std::int16_t>(rest);
    case Form::long_hundredths:
      return unpacked<std::int32_t>(rest);
  }
  throw std::invalid_argument("numbers in an unknown form");
}

}  // namespace jobcast::store
