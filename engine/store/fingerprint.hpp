#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace jobcast::store {

/// SHA-256 (FIPS 180-4) of named parts. Names and lengths go in as well, so that no two different lists of parts have
/// the same bytes.
class Fingerprint {
 public:
  Fingerprint();
  ~Fingerprint();
  Fingerprint(Fingerprint&&) noexcept;
  Fingerprint& operator=(Fingerprint&&) noexcept;

  Fingerprint& add(std::string_view name, std::string_view bytes);
  Fingerprint& add(std::string_view name, std::uint64_t number);
  /// 64 hexadecimal digits of all parts so far; nothing may be added afterwards.
  [[nodiscard]] std::string hex();

  /// SHA-256 of bytes alone, as `sha256sum` prints it.
  [[nodiscard]] static std::string of_bytes(std::string_view bytes);

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace jobcast::store
