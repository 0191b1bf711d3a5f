#pragma once

#include <cstddef>
#include <iostream>
#include <string>
#include <utility>

namespace leadlight {

// Counts the cases of a corpus that came out as they should and prints "name 24/24" at its end.
class Tally {
 public:
  explicit Tally(std::string name) : name_(std::move(name)) {}
  ~Tally() { std::cout << name_ << ' ' << good_ << '/' << all_ << '\n'; }
  Tally(const Tally&) = delete;
  Tally& operator=(const Tally&) = delete;

  // Returns `good`.
  bool note(bool good) {
    ++all_;
    good_ += good ? 1U : 0U;
    return good;
  }
  std::size_t all() const { return all_; }
  std::size_t good() const { return good_; }

 private:
  std::string name_;
  std::size_t good_ = 0, all_ = 0;
};

}  // namespace leadlight
