#pragma once

#include <functional>
#include <istream>
#include <ostream>

namespace leadlight {

// The world outside a command: everything that a command prints or reads goes through here, so that tests run commands
// in-process.
struct Io {
  std::ostream& out;  // results
  std::ostream& err;  // progress and messages
  std::istream& in;
  bool errIsTerminal = false;           // progress is drawn only on a terminal
  std::function<bool()> isInterrupted;  // has the user asked to stop? May be empty

  bool interrupted() const { return isInterrupted && isInterrupted(); }
};

}  // namespace leadlight
