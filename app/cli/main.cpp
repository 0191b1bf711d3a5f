#include <malloc.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <iostream>

#include "app/cli/run.h"

namespace {

// Set by Ctrl-C or a request to end; polled by every long task. A signal handler can reach nothing else.
std::atomic<bool> stopRequested = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void onStopSignal(int) { stopRequested.store(true, std::memory_order_relaxed); }

void listenForStop() {
  struct sigaction action = {};
  action.sa_handler = onStopSignal;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

// Batches of rows are made on one thread and freed on another. By default each thread has memory of its own and hands
// it back to the system at once, only to be given other pages, empty and cold, for the next batch.
void reuseFreedMemory() {
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  mallopt(M_TOP_PAD, 16 << 20);
}

}  // namespace

int main(int argc, char** argv) {
  reuseFreedMemory();
  std::ios::sync_with_stdio(false);
  listenForStop();
  leadlight::Io io{std::cout, std::cerr, std::cin, isatty(STDERR_FILENO) == 1,
                   [] { return stopRequested.load(std::memory_order_relaxed); }};
  return leadlight::runLeadctl({argv + 1, argv + argc}, io);
}
