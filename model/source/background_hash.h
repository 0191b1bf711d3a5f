#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "model/base/hash.h"

namespace leadlight {

// SHA-256 of a stream of bytes, computed on a thread of its own once there are more than a few, since it takes about
// as long as parsing them.
class BackgroundSha256 {
 public:
  // Copies the bytes; waits while far more are waiting than have been hashed.
  void update(std::string_view bytes);
  // Waits for the rest. REQUIRES: not called before on this object
  std::string hex();

 private:
  void run(const std::stop_token& stop);

  std::size_t hashedHere_ = 0;
  Sha256 hash_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<std::string> waiting_;  // the first one is being hashed
  std::jthread thread_;              // last: joined before the members it uses are gone
};

}  // namespace leadlight
