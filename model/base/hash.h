#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace leadlight {

// SHA-256 of a stream of bytes (FIPS 180-4), by OpenSSL.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void update(std::string_view bytes);
  // 64 lower-case hexadecimal digits. REQUIRES: not called before on this object
  std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// 64-bit FNV-1a (Fowler, Noll, Vo), which assigns cross-validation folds. Slow for bulk use; prefer hash64 there.
std::uint64_t fnv1a64(std::string_view bytes);

// XXH3, 64 bit. Stable across runs and machines; stored as row_hash.
std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

// XXH3, 128 bit: stands for a key in memory. Two different keys collide with probability below 1e-24 at 1e7 keys.
struct Hash128 {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  bool operator==(const Hash128&) const = default;
};
Hash128 hash128(std::string_view bytes);

// The same of a stream of bytes.
class Hash128Stream {
 public:
  Hash128Stream();
  ~Hash128Stream();
  Hash128Stream(Hash128Stream&&) noexcept;
  Hash128Stream& operator=(Hash128Stream&&) noexcept;

  void update(std::string_view bytes);
  Hash128 value() const;  // of the bytes so far

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace leadlight
