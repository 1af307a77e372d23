#pragma once

#include <fstream>
#include <span>
#include <string>

namespace jobcast::bench {

/// Doubles one after another in a file, as a peer in another language reads them.
class NumberFile {
 public:
  explicit NumberFile(const std::string& file) : out_(file, std::ios::binary) {
    out_.exceptions(std::ios::failbit | std::ios::badbit);
  }
  void add(double number) { add(std::span(&number, 1)); }
  void add(std::span<const double> numbers) {
    out_.write(reinterpret_cast<const char*>(numbers.data()), static_cast<std::streamsize>(numbers.size_bytes()));
  }

 private:
  std::ofstream out_;
};

}  // namespace jobcast::bench
