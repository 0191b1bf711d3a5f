#include "model/source/background_hash.h"

namespace leadlight {

namespace {

constexpr std::size_t worthAThread = std::size_t{4} << 20;  // bytes
constexpr std::size_t mostWaiting = 8;

}  // namespace

void BackgroundSha256::update(std::string_view bytes) {
  if (!thread_.joinable() && hashedHere_ + bytes.size() <= worthAThread) {
    hashedHere_ += bytes.size();
    hash_.update(bytes);
    return;
  }
  if (!thread_.joinable()) thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
  std::string copy(bytes);
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return waiting_.size() < mostWaiting; });
  waiting_.push_back(std::move(copy));
  changed_.notify_all();
}

std::string BackgroundSha256::hex() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return waiting_.empty(); });
  return hash_.hex();
}

void BackgroundSha256::run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (changed_.wait(lock, stop, [&] { return !waiting_.empty(); })) {
    const std::string& bytes = waiting_.front();  // others only append
    lock.unlock();
    hash_.update(bytes);
    lock.lock();
    waiting_.pop_front();
    changed_.notify_all();
  }
}

}  // namespace leadlight
