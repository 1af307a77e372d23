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

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

/// SHA-256 of the bytes alone, as `sha256sum` prints it.
std::string sha256_hex(std::string_view bytes);

}  // namespace jobcast::store
