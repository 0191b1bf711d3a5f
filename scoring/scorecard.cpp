#include "scoring/scorecard.h"

namespace leadlight {

const char* Term::kindName() const {
  static constexpr const char* names[] = {"lookup", "steps", "linear", "rule"};
  return names[kind.index()];
}

}  // namespace leadlight
