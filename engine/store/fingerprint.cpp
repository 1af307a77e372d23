#include "engine/store/fingerprint.hpp"

#include <openssl/evp.h>

#include <array>
#include <new>
#include <stdexcept>

namespace jobcast::store {

struct Fingerprint::Context {
  Context() : digest(EVP_MD_CTX_new()) {
    if (digest == nullptr) throw std::bad_alloc();
    if (EVP_DigestInit_ex(digest, EVP_sha256(), nullptr) != 1) {
      EVP_MD_CTX_free(digest);
      throw std::runtime_error("libcrypto cannot compute SHA-256");
    }
  }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  ~Context() { EVP_MD_CTX_free(digest); }

  void update(std::string_view bytes) const {
    if (EVP_DigestUpdate(digest, bytes.data(), bytes.size()) != 1) throw std::runtime_error("libcrypto failed");
  }
  /// Eight bytes, the lowest first, whatever the machine.
  void update(std::uint64_t number) const {
    std::array<char, sizeof number> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>((number >> (8 * i)) & 0xffU);
    update(std::string_view(bytes.data(), bytes.size()));
  }

  EVP_MD_CTX* digest;
};

Fingerprint::Fingerprint() : context_(std::make_unique<Context>()) {}
Fingerprint::~Fingerprint() = default;
Fingerprint::Fingerprint(Fingerprint&&) noexcept = default;
Fingerprint& Fingerprint::operator=(Fingerprint&&) noexcept = default;

Fingerprint& Fingerprint::add(std::string_view name, std::string_view bytes) {
  context_->update(name.size());
  context_->update(name);
  context_->update(bytes.size());
  context_->update(bytes);
  return *this;
}

Fingerprint& Fingerprint::add(std::string_view name, std::uint64_t number) { return add(name, std::to_string(number)); }

std::string Fingerprint::hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned int count = 0;
  if (EVP_DigestFinal_ex(context_->digest, bytes.data(), &count) != 1) throw std::runtime_error("libcrypto failed");
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += digits[bytes[i] >> 4U];
    text += digits[bytes[i] & 0xfU];
  }
  return text;
}

std::string Fingerprint::of_bytes(std::string_view bytes) {
  Fingerprint print;
  print.context_->update(bytes);
  return print.hex();
}

}  // namespace jobcast::store
