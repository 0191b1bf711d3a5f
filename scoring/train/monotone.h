#pragma once

#include <map>
#include <string>

#include "scoring/train/train.h"

namespace leadlight {

// Makes the points of the named columns' steps rise or fall with the value: runs that go the wrong way get their mean
// over the training rows (pool adjacent violators; Ayer et al., Annals of Mathematical Statistics 26, 1955). Missing
// keeps its points; what rises already is left as it is.
// REQUIRES: the terms' support has rows
void makeMonotone(Scorecard& scorecard, const std::map<std::string, Direction>& monotone);

}  // namespace leadlight
