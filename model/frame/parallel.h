#pragma once

#include <atomic>
#include <cstddef>
#include <system_error>
#include <thread>

namespace leadlight {

// Rows below which a second thread costs more than it saves.
inline constexpr std::size_t parallelRows = 200000;

// Calls body(part, begin, end) for part 0 and 1, the halves of [0, n), at the same time; the cut is a multiple of 64.
// With fewer than `least` items there is one call with all of them as part 0. The same n always gives the same cut, so
// sums come out the same everywhere. `body` must not throw.
template <class Body>
void inHalves(std::size_t n, std::size_t least, const Body& body) {
  const std::size_t middle = n / 2 / 64 * 64;
  if (n < least || middle == 0) {
    body(std::size_t{0}, std::size_t{0}, n);
    return;
  }
  std::thread other;
  try {
    other = std::thread([&] { body(std::size_t{1}, middle, n); });
  } catch (const std::system_error&) {  // no thread to be had: the work is done here
    body(std::size_t{1}, middle, n);
  }
  body(std::size_t{0}, std::size_t{0}, middle);
  if (other.joinable()) other.join();
}

// Calls body(i) for every i below n, each on whichever of two threads is free. `body` must not throw.
template <class Body>
void onTwoThreads(std::size_t n, const Body& body) {
  std::atomic<std::size_t> next{0};
  const auto takeAll = [&] {
    for (std::size_t i = next++; i < n; i = next++) body(i);
  };
  std::jthread other;
  try {
    if (n > 1) other = std::jthread(takeAll);
  } catch (const std::system_error&) {  // no thread to be had: the work is done here
  }
  takeAll();
}

}  // namespace leadlight
