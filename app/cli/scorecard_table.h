#pragma once

#include <ostream>

#include "scoring/registry.h"

namespace leadlight {

// A scorecard for people: what it is for, every term with its points, the bands.
void printScorecard(const RegisteredScorecard& registered, std::ostream& out);

}  // namespace leadlight
