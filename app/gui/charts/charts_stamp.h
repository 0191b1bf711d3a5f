#pragma once

#include <QString>

#include "app/gui/snapshot.h"

namespace leadlight {

// What a picture or table shows, in one line: leads, filter, scorecard, load and day.
QString stampOf(const Linked& linked);
// The filter as its chips say it; "no filter".
QString filterWords(const Linked& linked);

}  // namespace leadlight
