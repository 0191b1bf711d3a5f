#pragma once

#include <cstdint>
#include <vector>

namespace leadlight {

// Counts distinct values by their 64-bit hashes: exactly up to `exactLimit`, then by HyperLogLog (Flajolet et al. 2007)
// with 2^14 registers, standard error 0.8 %.
class DistinctCounter {
 public:
  static constexpr std::size_t exactLimit = 65536;

  void add(std::uint64_t hash);
  std::uint64_t count() const;
  // Was it added? Only known up to exactLimit values: false beyond.
  bool has(std::uint64_t hash) const;

 private:
  void grow();
  void addToRegisters(std::uint64_t hash);

  std::vector<std::uint64_t> slots_;  // open addressing; 0 is free
  std::size_t used_ = 0;
  bool sawZero_ = false;
  std::vector<std::uint8_t> registers_;  // empty while exact
};

}  // namespace leadlight
